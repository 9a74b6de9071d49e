// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/dependants.hpp"

#include "core/name_list.hpp"

#include <algorithm>

namespace identity {
namespace {

constexpr std::string_view select_later_merge = R"sql(
SELECT later.gone_number || ' → ' || later.kept_number
FROM learner_merge this JOIN learner_merge later
    ON later.id > this.id AND later.undone_at IS NULL AND later.gone_uid = this.kept_uid
WHERE this.id = ?1)sql";

constexpr std::string_view select_later_certificates = R"sql(
SELECT c.serial FROM learner_merge m, certificate c JOIN certificate_event e ON e.certificate_id = c.id
WHERE m.id = ?1 AND c.enrolment_id = ?2 AND c.state = 'issued' AND e.verb = 'issue' AND e.at >= m.merged_at
ORDER BY c.serial)sql";

// Of what a row of recognition or outside_unit earned.
constexpr std::string_view select_later_reliance = R"sql(
SELECT DISTINCT c.serial
FROM learner_merge m, certificate_unit u
JOIN certificate c ON c.id = u.certificate_id AND c.state = 'issued'
JOIN certificate_event e ON e.certificate_id = c.id AND e.verb = 'issue'
WHERE m.id = ?1 AND e.at >= m.merged_at AND u.source_uid = ?2
ORDER BY c.serial)sql";

constexpr std::string_view source_of_recognition = "SELECT uid FROM recognition WHERE id = ?1";
constexpr std::string_view source_of_outside = "SELECT source_uid FROM outside_unit WHERE id = ?1";

constexpr std::string_view name_learner = R"sql(
SELECT number || ' ' || CASE WHEN name_km <> '' THEN name_km ELSE name END FROM learner WHERE id = ?1)sql";

constexpr std::string_view name_class_of = R"sql(
SELECT c.name_km FROM enrolment e JOIN class c ON c.id = e.class_id WHERE e.id = ?1)sql";

// "12/2025-12" begins with the key of the row it hangs on.
std::pair<std::string, std::string> split_key(const std::string& key) {
    const auto slash = key.find('/');
    if (slash == std::string::npos) return {key, {}};
    return {key.substr(0, slash), key.substr(slash + 1)};
}

std::string describe(const storage::Database& database, const storage::ChangeConflict& conflict) {
    const auto [key, rest] = split_key(conflict.key);
    const std::string plain = conflict.table + " " + conflict.key;
    const bool of_learner = conflict.table == "learner" || conflict.table == "identity_number" ||
                            conflict.table == "learner_photo";
    const bool of_enrolment = conflict.table == "enrolment" || conflict.table == "attendance_month" ||
                              conflict.table == "attendance_margin" || conflict.table == "score";
    std::string name;
    if (of_learner) name = database.value<std::string>(name_learner, key).value_or("");
    if (of_enrolment) name = database.value<std::string>(name_class_of, key).value_or("");
    if (name.empty()) return plain;
    return rest.empty() ? name : name + " " + rest;
}

void add_once(std::vector<std::string>& names, std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

} // namespace

std::vector<std::string> later_work(const storage::Database& database, MergeId id,
                                    std::span<const std::byte> changeset) {
    std::vector<std::string> names;
    storage::Statement merges = database.query(select_later_merge, id);
    while (merges.step())
        add_once(names, merges.get<std::string>(0));
    for (const storage::ChangedRow& row : storage::changed_rows(changeset)) {
        if (row.table == "enrolment") {
            storage::Statement certificates = database.query(select_later_certificates, id, row.key);
            while (certificates.step())
                add_once(names, certificates.get<std::string>(0));
        }
        if (row.table != "recognition" && row.table != "outside_unit") continue;
        const auto source = database.value<core::Uid>(
            row.table == "recognition" ? source_of_recognition : source_of_outside, row.key);
        if (!source) continue;
        storage::Statement relying = database.query(select_later_reliance, id, *source);
        while (relying.step())
            add_once(names, relying.get<std::string>(0));
    }
    return names;
}

std::vector<std::string> describe(const storage::Database& database,
                                  const std::vector<storage::ChangeConflict>& conflicts) {
    std::vector<std::string> names;
    for (const storage::ChangeConflict& conflict : conflicts)
        if (!conflict.table.empty()) add_once(names, describe(database, conflict));
    // A foreign key alone has no row to name.
    if (names.empty()) names.push_back("…");
    return names;
}

core::Error depended_on(const std::vector<std::string>& names) {
    return core::Error{"merge.depended-on"}
        .with("who", core::listed(names, core::named_in_a_sentence))
        .with("count", std::to_string(names.size()));
}

} // namespace identity
