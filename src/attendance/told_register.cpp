// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/told_register.hpp"

#include <optional>

namespace attendance {
namespace {

constexpr std::string_view insert_day =
    "INSERT INTO class_day (class_id, day, state, reason) VALUES (?1, ?2, ?3, ?4)";

constexpr std::string_view insert_month =
    "INSERT INTO attendance_month (enrolment_id, month, marks) VALUES (?1, ?2, ?3)";

} // namespace

void take_class_days(storage::Transaction& tx, classes::ClassId class_id,
                     const std::map<core::Day, std::string>& told) {
    tx.run("DELETE FROM class_day WHERE class_id = ?1", class_id);
    for (const auto& [day, reason] : told) {
        std::optional<std::string> why;
        if (!reason.empty()) why = reason;
        tx.run(insert_day, class_id, day, why ? "not_met" : "taken", why);
    }
}

void take_months(storage::Transaction& tx, classes::EnrolmentId enrolment,
                 const std::map<core::Month, std::string>& told) {
    tx.run("DELETE FROM attendance_month WHERE enrolment_id = ?1", enrolment);
    for (const auto& [month, marks] : told)
        tx.run(insert_month, enrolment, month, marks);
}

} // namespace attendance
