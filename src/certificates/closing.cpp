// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/closing.hpp"

#include "assessment/score_store.hpp"
#include "attendance/rate_store.hpp"

#include <fmt/format.h>

#include <set>

namespace certificates {
namespace {

std::vector<core::Day> days_not_recorded(const storage::Database& database, classes::ClassId class_id) {
    std::set<core::Day> days;
    for (const auto& learner : attendance::load_class_attendance(database, class_id))
        days.insert(learner.not_recorded.begin(), learner.not_recorded.end());
    return {days.begin(), days.end()};
}

std::vector<core::Day> days_to_come(const storage::Database& database, classes::ClassId class_id) {
    const classes::Class taught = classes::load_class(database, class_id);
    const core::Day today = database.clock().today();
    std::vector<core::Day> days;
    for (const auto& month :
         attendance::load_class_days(database, taught, {taught.first_day, taught.last_day}).months)
        for (unsigned number = 1; number <= core::days_in(month.month); ++number) {
            const core::Day day = month.month / std::chrono::day{number};
            if (month.state(day, today) == attendance::DayState::ahead) days.push_back(day);
        }
    return days;
}

std::vector<Gaps::Marks> marks_missing(const storage::Database& database, classes::ClassId class_id) {
    const auto results = assessment::load_results(database, class_id).value();
    std::vector<Gaps::Marks> missing;
    for (const assessment::ResultRow& row : results.rows) {
        Gaps::Marks one{row.learner, {}};
        for (const auto* subject : assessment::subjects_without_mark(results.pack, row.scores))
            one.subjects.push_back(subject->name);
        if (!one.subjects.empty()) missing.push_back(std::move(one));
    }
    return missing;
}

std::string by_month(const std::vector<core::Day>& days) {
    std::string text;
    std::optional<core::Month> month;
    for (const core::Day day : days) {
        const bool same = month == core::month_of(day);
        month = core::month_of(day);
        text += same ? ", " : fmt::format("{}{}: ", text.empty() ? "" : "; ", core::to_iso(*month));
        text += std::to_string(static_cast<unsigned>(day.day()));
    }
    return text;
}

std::string by_learner(const std::vector<Gaps::Marks>& missing) {
    std::string text;
    for (const Gaps::Marks& one : missing) {
        std::string subjects;
        for (const programmes::Wording& subject : one.subjects)
            subjects += (subjects.empty() ? "" : ", ") + subject.km;
        text += fmt::format("{}{} ({})", text.empty() ? "" : "; ",
                            one.learner.name_km.empty() ? one.learner.name : one.learner.name_km, subjects);
    }
    return text;
}

// Learners by their numbers: a name must not outlive its learner in the audit.
storage::Fields audited(const Gaps& gaps) {
    storage::Fields fields;
    if (!gaps.not_recorded.empty()) fields.push_back({"days_not_recorded", by_month(gaps.not_recorded)});
    if (!gaps.to_come.empty()) fields.push_back({"days_to_come", by_month(gaps.to_come)});
    std::string numbers;
    for (const Gaps::Marks& one : gaps.marks_missing)
        numbers += (numbers.empty() ? "" : ", ") + one.learner.number;
    if (!numbers.empty()) fields.push_back({"marks_missing", numbers});
    return fields;
}

} // namespace

Gaps load_gaps(const storage::Database& database, classes::ClassId class_id) {
    return {days_not_recorded(database, class_id), days_to_come(database, class_id),
            marks_missing(database, class_id)};
}

std::vector<core::Error> findings_of(const Gaps& gaps) {
    std::vector<core::Error> findings;
    if (!gaps.not_recorded.empty())
        findings.push_back(core::Error{"class.days-not-recorded"}
                               .with("days", std::to_string(gaps.not_recorded.size()))
                               .with("which", by_month(gaps.not_recorded)));
    if (!gaps.to_come.empty())
        findings.push_back(core::Error{"class.days-to-come"}
                               .with("days", std::to_string(gaps.to_come.size()))
                               .with("last", core::to_iso(gaps.to_come.back())));
    if (!gaps.marks_missing.empty())
        findings.push_back(core::Error{"class.marks-missing"}
                               .with("learners", std::to_string(gaps.marks_missing.size()))
                               .with("who", by_learner(gaps.marks_missing)));
    return findings;
}

core::Expected<Gaps> close_with_gaps(storage::Transaction& tx, classes::ClassId class_id, core::Day on) {
    Gaps gaps = load_gaps(tx.database(), class_id);
    const auto closed = classes::close_class(tx, class_id, on, audited(gaps));
    if (!closed) return core::fail(closed.error());
    return gaps;
}

} // namespace certificates
