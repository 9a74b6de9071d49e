// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/past_classes.hpp"

#include "assessment/absences.hpp"
#include "assessment/score_store.hpp"
#include "attendance/rate_store.hpp"

namespace history {
namespace {

void add_result(const storage::Database& database, PastClass& past) {
    if (!past.in.enrolment.open()) return;
    const classes::Class taught = load_class(database, past.in.enrolment.in);
    const programmes::Pack pack = classes::load_rules(database, taught);
    if (!pack.takes_marks()) return;
    const auto result = assessment::result_of(
        pack, assessment::final_period(pack), assessment::load_scores(database, past.in.enrolment.id),
        assessment::load_absences(database, pack, past.in.enrolment.id));
    if (result.verdict == assessment::Verdict::incomplete && taught.status == classes::Status::open) return;
    if (result.average) past.average = assessment::format_average(pack, *result.average);
    past.result = result;
}

} // namespace

std::vector<PastClass> past_classes(const storage::Database& database, learners::LearnerId learner) {
    std::vector<PastClass> all;
    for (classes::LearnerClass& in : classes::enrolments_of(database, learner)) {
        if (in.enrolment.reason == classes::LeavingReason::entered_by_mistake) continue;
        PastClass& past = all.emplace_back();
        past.in = std::move(in);
        past.rate = attendance::load_attendance(database, past.in.enrolment.id).rate;
        add_result(database, past);
    }
    return all;
}

} // namespace history
