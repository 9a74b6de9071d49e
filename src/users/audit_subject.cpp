// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/audit_subject.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace users {
namespace {

constexpr std::string_view learner = R"sql(
SELECT coalesce(nullif(name_km, ''), name) FROM learner WHERE uid = ?1)sql";
constexpr std::string_view enrolled = R"sql(
SELECT coalesce(nullif(l.name_km, ''), l.name) FROM enrolment e JOIN learner l ON l.id = e.learner_id WHERE e.uid = ?1)sql";
constexpr std::string_view class_name = R"sql(
SELECT coalesce(nullif(name_km, ''), name) FROM class WHERE uid = ?1)sql";
constexpr std::string_view month = R"sql(
SELECT coalesce(nullif(name_km, ''), name) FROM class WHERE uid = ?1
UNION ALL SELECT coalesce(nullif(l.name_km, ''), l.name) FROM enrolment e JOIN learner l ON l.id = e.learner_id
WHERE e.uid = ?1)sql";
constexpr std::string_view institution = R"sql(
SELECT coalesce(nullif(name_km, ''), name) FROM institution WHERE uid = ?1)sql";
constexpr std::string_view certificate = R"sql(SELECT serial FROM certificate WHERE uid = ?1)sql";
constexpr std::string_view award_list = R"sql(
SELECT coalesce(nullif(c.name_km, ''), c.name) FROM award_list a JOIN class c ON c.id = a.class_id WHERE a.uid = ?1)sql";
constexpr std::string_view user = R"sql(SELECT name FROM user WHERE uid = ?1)sql";

struct Subject {
    std::string_view entity;
    std::string_view sql;
};
constexpr std::array subjects{Subject{"learner", learner},        Subject{"enrolment", enrolled},
                              Subject{"score", enrolled},         Subject{"attendance_margin", enrolled},
                              Subject{"class", class_name},       Subject{"class_day", class_name},
                              Subject{"attendance_month", month}, Subject{"institution", institution},
                              Subject{"parcel", institution},     Subject{"certificate", certificate},
                              Subject{"award_list", award_list},  Subject{"user", user}};

constexpr std::string_view select_uids = R"sql(
SELECT uid FROM learner WHERE number = ?1
UNION ALL SELECT e.uid FROM enrolment e JOIN learner l ON l.id = e.learner_id WHERE l.number = ?1
UNION ALL SELECT c.uid FROM certificate c JOIN enrolment e ON e.id = c.enrolment_id JOIN learner l ON l.id = e.learner_id
    WHERE l.number = ?1
UNION ALL SELECT s.uid FROM statement s JOIN enrolment e ON e.id = s.enrolment_id JOIN learner l ON l.id = e.learner_id
    WHERE l.number = ?1)sql";

std::optional<std::string> text_of(const nlohmann::ordered_json& value) {
    if (value.is_null()) return std::nullopt;
    return value.is_string() ? value.get<std::string>() : value.dump();
}

} // namespace

std::vector<storage::FieldChange> changes_in(const storage::AuditEntry& entry) {
    std::vector<storage::FieldChange> changes;
    if (!entry.change) return changes;
    const auto json = nlohmann::ordered_json::parse(*entry.change, nullptr, false);
    if (!json.is_object()) return changes;
    for (const auto& [field, value] : json.items()) {
        if (value.is_array() && value.size() == 2)
            changes.push_back({field, text_of(value[0]), text_of(value[1])});
        else
            changes.push_back({field, std::nullopt, text_of(value)});
    }
    return changes;
}

std::string subject_of(const storage::Database& database, const storage::AuditEntry& entry) {
    const auto* const known = std::find_if(subjects.begin(), subjects.end(),
                                           [&](const Subject& one) { return one.entity == entry.entity; });
    if (known == subjects.end() || !entry.uid) return {};
    return database.value<std::string>(known->sql, *entry.uid).value_or(std::string{});
}

std::vector<core::Uid> uids_of_learner(const storage::Database& database, std::string_view number) {
    std::vector<core::Uid> uids;
    storage::Statement row = database.query(select_uids, number);
    while (row.step())
        uids.push_back(row.get<core::Uid>(0));
    return uids;
}

} // namespace users
