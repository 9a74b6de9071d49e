// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/learner_row.hpp"

#include "core/name_keys.hpp"

#include <algorithm>

namespace learners {
namespace {

// The next id is one that neither a learner has nor a record had that was merged away: a merge can be undone.
constexpr std::string_view insert_learner = R"sql(
INSERT INTO learner (id, uid, number, registered_at, name_km, name, folded_km, folded, sort_key, sex, born, birthplace_code,
                     birthplace_text, village_code, village_text, phone, guardian, guardian_phone, ethnicity,
                     home_language, equity_level, equity_valid_to, wg_seeing, wg_hearing, wg_walking, wg_remembering,
                     wg_self_care, wg_communicating, disability_text, schooling, leaving_reason, occupation, migration,
                     class_text, note, consent_on)
VALUES (max(coalesce((SELECT max(id) FROM learner), 0), coalesce((SELECT max(former_id) FROM learner_alias), 0)) + 1,
        ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24,
        ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35))sql";

constexpr std::string_view change_learner = R"sql(
UPDATE learner
SET name_km = ?2, name = ?3, folded_km = ?4, folded = ?5, sort_key = ?6, sex = ?7, born = ?8, birthplace_code = ?9,
    birthplace_text = ?10, village_code = ?11, village_text = ?12, phone = ?13, guardian = ?14, guardian_phone = ?15,
    ethnicity = ?16, home_language = ?17, equity_level = ?18, equity_valid_to = ?19, wg_seeing = ?20, wg_hearing = ?21,
    wg_walking = ?22, wg_remembering = ?23, wg_self_care = ?24, wg_communicating = ?25, disability_text = ?26,
    schooling = ?27, leaving_reason = ?28, occupation = ?29, migration = ?30, class_text = ?31, note = ?32,
    consent_on = ?33
WHERE id = ?1)sql";

constexpr std::string_view select_learner = R"sql(
SELECT id, uid, number, registered_at, name_km, name, sex, born, birthplace_code, birthplace_text, village_code,
       village_text, phone, guardian, guardian_phone, ethnicity, home_language, equity_level, equity_valid_to,
       wg_seeing, wg_hearing, wg_walking, wg_remembering, wg_self_care, wg_communicating, disability_text, schooling,
       leaving_reason, occupation, migration, class_text, note, consent_on
FROM learner WHERE id = ?1)sql";

constexpr std::string_view insert_identity = R"sql(
INSERT INTO identity_number (learner_id, kind, number) VALUES (?1, ?2, ?3))sql";

constexpr std::string_view select_identities = R"sql(
SELECT kind, number FROM identity_number WHERE learner_id = ?1)sql";

// Hands the columns that both statements share, in their order, to `run`.
template<typename Run>
auto with_columns(const Learner& l, Run run) {
    const core::NameKeys keys = core::name_keys(l.name_km, l.name);
    const WashingtonGroup& wg = l.washington;
    return run(l.name_km, l.name, keys.folded_km, keys.folded, keys.sort_key, core::to_text(l.sex.value()),
               l.born, l.birthplace_code, l.birthplace_text, l.village_code, l.village_text, l.phone,
               l.guardian, l.guardian_phone, l.ethnicity, l.home_language, l.equity_level, l.equity_valid_to,
               wg.seeing, wg.hearing, wg.walking, wg.remembering, wg.self_care, wg.communicating,
               l.disability_text, l.schooling, l.leaving_reason, l.occupation, l.migration, l.class_text,
               l.note, l.consent_on);
}

void insert_identities(storage::Transaction& tx, const Learner& learner) {
    for (const IdentityNumber& identity : learner.identities)
        tx.run(insert_identity, learner.id, to_text(identity.kind), identity.number);
}

std::vector<IdentityNumber> read_identities(const storage::Database& database, LearnerId id) {
    std::vector<IdentityNumber> identities;
    storage::Statement row = database.query(select_identities, id);
    while (row.step())
        identities.push_back(
            {identity_kind_from_text(row.get<std::string_view>(0)).value(), row.get<std::string>(1)});
    std::sort(identities.begin(), identities.end());
    return identities;
}

// Reads one column after another, in the order of the SELECT.
class Columns {
  public:
    explicit Columns(const storage::Statement& row)
        : m_row(row) {}
    template<typename T>
    void into(T& value) {
        value = m_row.get<T>(m_next++);
    }
    template<typename... Values>
    void into_all(Values&... values) {
        (into(values), ...);
    }

  private:
    const storage::Statement& m_row;
    int m_next = 0;
};

std::optional<std::string> text_of(std::optional<core::Day> day) {
    return day ? std::optional{core::to_iso(*day)} : std::nullopt;
}

template<typename Enum>
std::optional<std::string> number_of(std::optional<Enum> value) {
    return value ? std::optional{std::to_string(static_cast<int>(*value))} : std::nullopt;
}

std::optional<std::string> text_of(const std::vector<IdentityNumber>& identities) {
    if (identities.empty()) return std::nullopt;
    std::string text;
    for (const IdentityNumber& identity : identities) {
        if (!text.empty()) text += ", ";
        text += std::string{to_text(identity.kind)} + ' ' + identity.number;
    }
    return text;
}

} // namespace

LearnerId insert_row(storage::Transaction& tx, const Learner& given) {
    Learner learner = given;
    learner.id = with_columns(learner, [&](const auto&... columns) {
        return tx.insert<LearnerId>(insert_learner, learner.uid, learner.number, learner.registered_at,
                                    columns...);
    });
    insert_identities(tx, learner);
    return learner.id;
}

void update_row(storage::Transaction& tx, const Learner& learner) {
    with_columns(learner,
                 [&](const auto&... columns) { return tx.run(change_learner, learner.id, columns...); });
    if (read_identities(tx.database(), learner.id) == learner.identities) return;
    tx.run("DELETE FROM identity_number WHERE learner_id = ?1", learner.id);
    insert_identities(tx, learner);
}

std::optional<Learner> read_row(const storage::Database& database, LearnerId id) {
    storage::Statement row = database.query(select_learner, id);
    if (!row.step()) return std::nullopt;
    Learner l;
    WashingtonGroup& wg = l.washington;
    std::string sex;
    Columns columns{row};
    columns.into_all(l.id, l.uid, l.number, l.registered_at, l.name_km, l.name, sex, l.born,
                     l.birthplace_code, l.birthplace_text, l.village_code, l.village_text, l.phone,
                     l.guardian, l.guardian_phone, l.ethnicity, l.home_language, l.equity_level,
                     l.equity_valid_to, wg.seeing, wg.hearing, wg.walking, wg.remembering, wg.self_care,
                     wg.communicating, l.disability_text, l.schooling, l.leaving_reason, l.occupation,
                     l.migration, l.class_text, l.note, l.consent_on);
    l.sex = core::sex_from_text(sex);
    l.identities = read_identities(database, id);
    return l;
}

storage::Fields fields_of(const Learner& l) {
    const WashingtonGroup& wg = l.washington;
    return {
        {"number", l.number},
        {"name_km", l.name_km},
        {"name", l.name},
        {"sex", std::string{core::to_text(l.sex.value())}},
        {"born", l.born ? std::optional{core::to_text(*l.born)} : std::nullopt},
        {"birthplace_code", l.birthplace_code},
        {"birthplace_text", l.birthplace_text},
        {"village_code", l.village_code},
        {"village_text", l.village_text},
        {"phone", l.phone},
        {"guardian", l.guardian},
        {"guardian_phone", l.guardian_phone},
        {"ethnicity", l.ethnicity},
        {"home_language", l.home_language},
        {"equity_level", number_of(l.equity_level)},
        {"equity_valid_to", text_of(l.equity_valid_to)},
        {"wg_seeing", number_of(wg.seeing)},
        {"wg_hearing", number_of(wg.hearing)},
        {"wg_walking", number_of(wg.walking)},
        {"wg_remembering", number_of(wg.remembering)},
        {"wg_self_care", number_of(wg.self_care)},
        {"wg_communicating", number_of(wg.communicating)},
        {"disability_text", l.disability_text},
        {"schooling", l.schooling},
        {"leaving_reason", l.leaving_reason},
        {"occupation", l.occupation},
        {"migration", l.migration},
        {"class_text", l.class_text},
        {"note", l.note},
        {"consent_on", text_of(l.consent_on)},
        {"identities", text_of(l.identities)},
    };
}

} // namespace learners
