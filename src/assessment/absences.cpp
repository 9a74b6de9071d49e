// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/absences.hpp"

#include "attendance/rate_store.hpp"

namespace assessment {
namespace {

bool asks(const programmes::Pack& pack) {
    return pack.promotion.has_value() || pack.absence_penalty.has_value();
}

} // namespace

Absences absences_of(const attendance::Tally& tally) {
    return {2 * tally.permission + tally.half_permission, 2 * tally.absent + tally.half_absent};
}

Absences load_absences(const storage::Database& database, const programmes::Pack& pack,
                       classes::EnrolmentId enrolment) {
    if (!asks(pack)) return {};
    return absences_of(attendance::load_attendance(database, enrolment).tally);
}

std::map<classes::EnrolmentId, Absences> load_class_absences(const storage::Database& database,
                                                             const programmes::Pack& pack,
                                                             classes::ClassId class_id) {
    std::map<classes::EnrolmentId, Absences> all;
    if (!asks(pack)) return all;
    for (const attendance::Attendance& one : attendance::load_class_attendance(database, class_id))
        all.emplace(one.learner.enrolment.id, absences_of(one.tally));
    return all;
}

} // namespace assessment
