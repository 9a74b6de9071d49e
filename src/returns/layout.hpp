// SPDX-License-Identifier: GPL-3.0-or-later
// A return's layout as data: its sheets, and of each figure whom it counts. A file with a version
// (resources/returns/*.toml says how it is written); what was built keeps the one it was built with.
#pragma once

#include "programmes/pack.hpp"
#include "returns/findings.hpp"
#include "returns/return_period.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace returns {

using programmes::Wording;

struct AgeBand {
    std::string key; // "15-17", "46+"
    int from = 0;
    std::optional<int> to{}; // included
    Wording name{};
    friend bool operator==(const AgeBand&, const AgeBand&) = default;
};

// What a figure is a number of.
enum class Counted { people, classes, educators, days_taken, days_present, rate };

// What is known of a person in the period, of a class or of an educator; each has one text.
//   entry       new, at-start                       people
//   exit        left, at-end                        people
//   reason      dropped_out, moved …, none          people
//   age         a band's key, unknown               people, on the period's last day
//   disability  yes, no, not-asked                  people
//   equity      1, 2, none                          people, on the period's last day
//   ethnicity   as stated, not-stated               people
//   result      pass, fail, incomplete, none        people, of a class that ended in the period
//   standing    promoted, passed-by-retest …, none  likewise
//   grade       a band's letter, none               likewise
//   award       yes, no                             people: a certificate dated within the period
//   kind        school, clc, site                   of the institution: all three
//   site        factory, pagoda, prison, other, none
//   contract    state, contract, community, volunteer   educators
enum class Attribute {
    entry,
    exit,
    reason,
    age,
    disability,
    equity,
    ethnicity,
    result,
    standing,
    grade,
    award,
    kind,
    site,
    contract
};
inline constexpr std::size_t attribute_count = 14;
std::string_view to_text(Attribute attribute);
std::optional<Attribute> attribute_from_text(std::string_view text);

// The attribute is one of these.
struct Condition {
    Attribute of{};
    std::vector<std::string> among;
    friend bool operator==(const Condition&, const Condition&) = default;
};

// A row of a sheet of figures, or a column of a table.
struct Figure {
    enum class Kind {
        heading, // over the rows that follow
        count,
        each, // one for each value of an attribute, its key after this one's: "age:15-17"
        sum   // of other figures of the sheet
    };
    Kind kind = Kind::count;
    std::string key;
    Wording name{};
    Counted counted = Counted::people;
    std::vector<Condition> where{}; // all of them hold
    std::optional<Attribute> each{};
    std::vector<std::string> sum_of{};
    // In a table: what it must equal, which is printed under its number: "1=3+21".
    std::vector<std::string> equals{};
    // In a table: the key of the figure of which it is told in percents too.
    std::string percent_of{};
    bool indented = false;
    friend bool operator==(const Figure&, const Figure&) = default;
};

// The parts, each a key or the beginning of several ("left:"), add up to the whole, or to no more than it.
struct SumRule {
    Weight weight = Weight::block;
    std::vector<std::string> parts;
    std::string whole;
    bool at_most = false;
    friend bool operator==(const SumRule&, const SumRule&) = default;
};

// What the rows of a table, or the columns of figures, are.
enum class Group { programme, institution, level };

struct SheetPlan {
    enum class Kind {
        cover,
        figures,      // rows of figures, a pair of columns for each group and for all
        table,        // a row for each group and for all, columns of figures
        classes,      // a row for each class: days, absences, rate
        results,      // a row for each class and period of marks
        scores,       // how many have each score from 0 to 10, by class level and subject
        certificates, // the numbers issued, in ranges
        educators,
        learners,    // a line for each stint
        nominal_roll // the list a school sends: who, born where, averages
    };
    Kind kind = Kind::figures;
    std::string key; // for ever, whatever the sheet is called
    Wording name;    // on its tab, in Khmer
    Wording title;
    Group group = Group::programme;
    std::vector<std::string> programmes{}; // only these; empty: all
    std::vector<Figure> figures{};
    std::vector<SumRule> sums{};
    friend bool operator==(const SheetPlan&, const SheetPlan&) = default;
};

// A share of the main sheet's figures, in percents: what is left over of a hundred where `rest`.
struct Indicator {
    std::string key;
    Wording name;
    std::vector<std::string> numerator; // keys that are added up; "learners.female" for the women alone
    std::string denominator;
    bool rest = false;
    friend bool operator==(const Indicator&, const Indicator&) = default;
};

// What an office can tell that no register gives.
struct Declarable {
    enum class Unit { people, number, riel };
    std::string key; // "rooms"
    Wording name;
    Unit unit = Unit::number;
    std::string beside{}; // the main sheet's figure that counts the same from registers; may be none
    friend bool operator==(const Declarable&, const Declarable&) = default;
};

struct Layout {
    std::string name;    // "month"
    std::string version; // "2026-1"
    bool official = false;
    PeriodKind period = PeriodKind::month;
    Wording title;              // "របាយការណ៍ប្រចាំខែ"
    std::vector<AgeBand> bands; // one after the other, without gaps, the last one open
    std::vector<SheetPlan> sheets;
    std::vector<Indicator> indicators{};  // that a province tells its districts by
    std::vector<Declarable> declarable{}; // where its file has none, those of returns/declared.toml

    // "month 2026-1", as a return's head holds it.
    std::string id() const { return name + ' ' + version; }
    // Null where it has none of that key.
    const SheetPlan* sheet(std::string_view key) const;
    const Declarable* declared(std::string_view key) const;
    // Of the first sheet of that kind; empty where it has none.
    std::string key_of(SheetPlan::Kind kind) const;
    friend bool operator==(const Layout&, const Layout&) = default;
};

// The place of an age among the bands; an age below the first band or negative is nothing.
std::optional<std::size_t> band_of(const std::vector<AgeBand>& bands, int age);

} // namespace returns
