// SPDX-License-Identifier: GPL-3.0-or-later
// What an office's return of a period says, before it becomes a workbook and after it was read back from one.
#pragma once

#include "core/uid.hpp"
#include "returns/figures.hpp"
#include "returns/findings.hpp"

#include <map>
#include <string>
#include <vector>

namespace returns {

struct ClassLine {
    core::Uid uid{};
    std::string name;
    std::string institution;
    std::string programme; // the pack's key
    Wording programme_name;
    int school_days = 0;
    int taken_days = 0;
    int not_recorded = 0; // past school days that nobody recorded
    Count learners;
    int permission = 0; // learner-days absent with permission, without, and late
    int absent = 0;
    int late = 0;
    LearnerDays days;
    LearnerDays days_female;
    programmes::Hundredths least_percent = 0; // of attendance, that the programme asks for; 0: none
    bool ended = false;                       // closed, or past its last day at the period's end
    bool has_results = false;
};

// One class in one of its programme's periods.
struct ResultLine {
    core::Uid class_uid{};
    std::string class_name;
    std::string programme;
    Wording programme_name;
    std::string period; // the pack's key
    std::string period_name;
    Count learners;
    Count pass;
    Count fail;
    Count incomplete;
    std::map<std::string, Count> grades; // by letter
};

// Certificates of a class dated within the period, with neighbouring numbers.
struct CertificateLine {
    std::string class_name;
    std::string programme;
    Wording programme_name;
    std::string first; // serials
    std::string last;
    int numbers = 0;
    Count valid;   // issued and still so
    int ended = 0; // void or replaced since
};

struct EducatorLine {
    core::Uid uid{};
    std::string name;
    std::string name_latin;
    core::Sex sex = core::Sex::female;
    staff::Contract contract = staff::Contract::contract;
    std::string institution;
    std::string classes; // their names
};

// How many of a level have each score of a subject, out of ten: a score of 7.50 counts as 7.
struct ScoreLine {
    std::string key; // "primary/grade-3/reading"
    Wording level;
    Wording subject;
    std::array<Count, 11> scores;
    Count all;
    Count pass; // at least half of the maximum
};

// The key of the sheet of declared figures, which no layout has: it is there when something was declared.
inline constexpr std::string_view declared_sheet = "declared";

// A figure that no register gives.
struct DeclaredLine {
    std::string figure; // a key of Layout::declarable
    Wording name;
    Declarable::Unit unit = Declarable::Unit::number;
    std::string place;       // the institution's uid, or "office"
    std::string institution; // its name, or the office's
    std::int64_t total = 0;
    std::int64_t female = 0; // of people
    std::string source;
    core::Day source_day{};
    std::string declared_by;

    std::string key() const { return figure + '/' + place; }
};

// The key of the sheet that lists them, which no layout has: it is there when some differ.
inline constexpr std::string_view months_sheet = "months";

// A figure of an accepted month that the registers tell otherwise now; as decimals, nothing where it is not
// told.
struct MonthDifference {
    std::string period; // "2025-12"
    std::string group;  // a programme's key, or "all"
    Wording group_name;
    std::string figure; // its key
    Wording name;
    std::string was_total, was_female, is_total, is_female;
};

// What was declared of a figure, of all institutions together.
struct DeclaredSum {
    std::int64_t total = 0;
    std::int64_t female = 0;
    std::int64_t lines = 0;
};

struct ReturnContent {
    ReturnPeriod period{core::Month{}};
    Layout layout;
    std::vector<FilledSheet> sheets; // of figures and tables, in the layout's order
    std::vector<ClassLine> classes;  // in the order of names
    std::vector<ResultLine> results;
    std::vector<std::string> letters; // of all grades, best first
    std::vector<CertificateLine> certificates;
    std::vector<EducatorLine> educators;
    std::vector<ScoreLine> scores;
    std::vector<DeclaredLine> declared;  // by figure, as the layout has them; never part of the sheets above
    std::vector<MonthDifference> months; // of a semester or year, at the office that builds it
    std::vector<Finding> findings;

    // The sheet that a cover and a comparison speak of: the first of figures by programme. Null where the
    // layout has none.
    const FilledSheet* main() const;
    // Its figures of all together; of nobody where there is none.
    const Figures& all() const;
    DeclaredSum declared_of(std::string_view figure) const;
    // Of the figures that stand beside one of the main sheet: "learners".
    DeclaredSum declared_beside(std::string_view figure) const;
};

// "0192f0c1-…/S1": results are keyed by class and period.
std::string result_key(const ResultLine& line);

} // namespace returns
