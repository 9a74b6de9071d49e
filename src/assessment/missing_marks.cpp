// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/missing_marks.hpp"

#include "assessment/score_store.hpp"

#include <algorithm>

namespace assessment {
namespace {

// In the pack's order, those whose marks belong to a day before `today`.
std::vector<std::string> periods_past(const programmes::Pack& pack, const classes::Class& taught,
                                      core::Day today) {
    std::vector<std::string> past;
    for (const programmes::Period& period : pack.periods)
        if (period.takes_marks() && !programmes::is_retest(pack, period.key) &&
            day_of_marks(taught, period.key) < today)
            past.push_back(period.key);
    return past;
}

bool lacks_any(const programmes::Pack& pack, const Scores& scores, const std::string& period) {
    return std::any_of(pack.subjects.begin(), pack.subjects.end(), [&](const programmes::Subject& subject) {
        return !scores.contains({period, subject.key});
    });
}

} // namespace

std::vector<MissingMarks> find_missing_marks(const storage::Database& database, core::Progress& progress) {
    std::vector<MissingMarks> found;
    const core::Day today = database.clock().today();
    for (const classes::ClassRow& row : classes::list_classes(database)) {
        if (progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
        if (row.status != classes::Status::open || row.first_day > today) continue;
        const classes::Class taught = classes::load_class(database, row.id);
        const programmes::Pack pack = classes::load_rules(database, taught);
        const auto periods = periods_past(pack, taught, today);
        if (periods.empty()) continue;
        const auto scores = load_class_scores(database, row.id);
        MissingMarks missing{.in = row.id, .period = {}, .learners = {}};
        std::size_t first = periods.size();
        for (const classes::ClassLearner& one : classes::enrolments_in(database, row.id)) {
            // Who left is not waited for, nor is who came later than the marks.
            if (one.enrolment.last_day) continue;
            const auto typed = scores.find(one.enrolment.id);
            static const Scores none;
            const Scores& known = typed == scores.end() ? none : typed->second;
            const auto lacking = std::find_if(periods.begin(), periods.end(), [&](const std::string& period) {
                return one.enrolment.first_day <= day_of_marks(taught, period) &&
                       lacks_any(pack, known, period);
            });
            if (lacking == periods.end()) continue;
            missing.learners.add(one.sex);
            first = std::min(first, static_cast<std::size_t>(lacking - periods.begin()));
        }
        if (missing.learners.total == 0) continue;
        missing.period = periods.at(first);
        found.push_back(std::move(missing));
    }
    return found;
}

} // namespace assessment
