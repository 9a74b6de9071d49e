// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/scope.hpp"

#include <algorithm>
#include <array>

namespace users {
namespace {

constexpr std::string_view of_class = R"sql(SELECT institution_id FROM class WHERE uid = ?1)sql";
constexpr std::string_view of_enrolment = R"sql(
SELECT c.institution_id FROM enrolment e JOIN class c ON c.id = e.class_id WHERE e.uid = ?1)sql";
// A month's cells are written down under their class, or under the one learner's enrolment.
constexpr std::string_view of_month = R"sql(
SELECT institution_id FROM class WHERE uid = ?1
UNION SELECT c.institution_id FROM enrolment e JOIN class c ON c.id = e.class_id WHERE e.uid = ?1)sql";
constexpr std::string_view of_learner = R"sql(
SELECT DISTINCT c.institution_id FROM learner l JOIN enrolment e ON e.learner_id = l.id JOIN class c ON c.id = e.class_id
WHERE l.uid = ?1)sql";
constexpr std::string_view of_award_list = R"sql(
SELECT c.institution_id FROM award_list a JOIN class c ON c.id = a.class_id WHERE a.uid = ?1)sql";
constexpr std::string_view of_certificate = R"sql(
SELECT c.institution_id FROM certificate t JOIN enrolment e ON e.id = t.enrolment_id JOIN class c ON c.id = e.class_id
WHERE t.uid = ?1)sql";
constexpr std::string_view of_statement = R"sql(
SELECT c.institution_id FROM statement t JOIN enrolment e ON e.id = t.enrolment_id JOIN class c ON c.id = e.class_id
WHERE t.uid = ?1)sql";
constexpr std::string_view of_institution = R"sql(SELECT id FROM institution WHERE uid = ?1)sql";

struct Entity {
    std::string_view name;
    std::string_view sql;
};

constexpr std::array entities{Entity{"class", of_class},
                              Entity{"class_day", of_class},
                              Entity{"period_lock", of_class},
                              Entity{"enrolment", of_enrolment},
                              Entity{"score", of_enrolment},
                              Entity{"attendance_margin", of_enrolment},
                              Entity{"attendance_month", of_month},
                              Entity{"learner", of_learner},
                              Entity{"award_list", of_award_list},
                              Entity{"certificate", of_certificate},
                              Entity{"statement", of_statement},
                              Entity{"parcel", of_institution},
                              Entity{"institution", of_institution}};

} // namespace

Scope scope_of(const storage::Database& database, std::string_view entity,
               const std::optional<core::Uid>& uid) {
    Scope scope;
    const auto* const known =
        std::find_if(entities.begin(), entities.end(), [&](const Entity& one) { return one.name == entity; });
    if (known == entities.end() || !uid) return scope;
    storage::Statement row = database.query(known->sql, *uid);
    while (row.step())
        if (const auto id = row.get<std::optional<institutions::InstitutionId>>(0))
            scope.institutions.push_back(*id);
    scope.free = entity == "learner" && scope.institutions.empty();
    return scope;
}

} // namespace users
