// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a return: a layout's sheets filled from the facts of a period, each figure total and female.
#pragma once

#include "assessment/class_results.hpp"
#include "returns/canonical.hpp"
#include "returns/facts.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace returns {

using assessment::Count;

// In place of the number of a group so small that its people could be told (masking.hpp).
inline constexpr int hidden = -1;
// In place of a number that a stranger's sheet does not tell: it is not nothing.
inline constexpr int not_told = -2;

// Of one group, or of all together: by the key of the figure, "left:moved" where it is one of each. A count
// of people holds each of them once, however many classes they are in; classes have no women. Keys that count
// nobody are left out.
struct Figures {
    std::map<std::string, Count, std::less<>> counts;
    LearnerDays days;
    LearnerDays days_female;

    Count count(std::string_view key) const;
    int classes() const { return count("classes").total; }
    Figures& operator+=(const Figures& other);
    friend bool operator==(const Figures&, const Figures&) = default;
};

// A sheet of figures or a table, filled.
struct FilledSheet {
    SheetPlan plan;
    // As the plan has them, those of each taken apart: "age:15-17" with the band's name.
    std::vector<Figure> figures;
    struct Named {
        std::string key; // "literacy", an institution's uid, "primary/grade-3"
        Wording name;
        Figures figures;
        friend bool operator==(const Named&, const Named&) = default;
    };
    std::vector<Named> groups; // programmes by key, institutions by name, levels by programme
    Figures all;
};

// The plan's figures, each value of an attribute taken apart.
std::vector<Figure> spread(const SheetPlan& plan, const Facts& facts);
// The same for figures that came from elsewhere: ethnicities and grades are those that the keys name.
std::vector<Figure> spread(const SheetPlan& plan, const Layout& layout, const std::set<std::string>& keys);

// A person who is in two groups is once in each, and once in all.
FilledSheet fill(const SheetPlan& plan, const Facts& facts);

// Where a figure of a group stands in the workbook.
ValueKey cell_of(const SheetPlan& plan, const std::string& group, const std::string& figure,
                 bool female = false);

// Who stands behind a figure of people: of a group by its key, or "all". Nothing for a figure that counts no
// people, and for one that is not there.
std::set<learners::LearnerId> people_behind(const SheetPlan& plan, const Facts& facts, std::string_view group,
                                            std::string_view figure);

// A rule that does not hold, at the key that is to blame.
struct BrokenSum {
    Weight weight = Weight::block;
    std::string figure;
    friend bool operator==(const BrokenSum&, const BrokenSum&) = default;
};
// The layout's own rules, what a table's columns must equal; and nowhere more women than people.
std::vector<BrokenSum> broken_sums(const SheetPlan& plan, const Figures& figures);

// Which figures of a group a stranger's sheet tells: what it does not tell may be any number.
struct Told {
    std::set<std::string, std::less<>> total;
    std::set<std::string, std::less<>> female;
    std::set<std::string, std::less<>> figures; // all that the sheet could tell, each value by itself
    bool is_told(const std::string& key, bool of_women) const {
        return (of_women ? female : total).contains(key);
    }
};
Told told_in(const Canonical& content, const FilledSheet& sheet, const std::string& group);
// The same rules as far as they can be broken by what is told. Parts of which the sheet has some and no place
// for others may be less than their whole: that is to be explained and does not block.
std::vector<BrokenSum> broken_sums(const SheetPlan& plan, const Figures& figures, const Told& told);

} // namespace returns
