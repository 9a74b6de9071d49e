// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/person_source.hpp"

#include "core/error.hpp"

namespace identity {
namespace {

using learners::LearnerId;

constexpr std::string_view select_all = R"sql(
SELECT id, name_km, name, sex, born, village_code, village_text, phone, guardian, guardian_phone
FROM learner ORDER BY id)sql";

constexpr std::string_view select_one = R"sql(
SELECT id, name_km, name, sex, born, village_code, village_text, phone, guardian, guardian_phone
FROM learner WHERE id = ?1)sql";

constexpr std::string_view select_identities = R"sql(
SELECT learner_id, kind || ' ' || number FROM identity_number ORDER BY learner_id, kind, number)sql";

constexpr std::string_view select_identities_of = R"sql(
SELECT kind || ' ' || number FROM identity_number WHERE learner_id = ?1 ORDER BY kind, number)sql";

Person read(const storage::Statement& row) {
    Person person;
    person.name = read_name(row.get<std::string_view>(1), row.get<std::string_view>(2));
    person.sex = core::sex_from_text(row.get<std::string_view>(3));
    person.born = row.get<std::optional<core::PartialDate>>(4);
    if (!row.is_null(5))
        person.village.code = row.get<std::string>(5);
    else if (!row.is_null(6))
        person.village = read_village(row.get<std::string_view>(6));
    person.phone = row.get<std::optional<std::string>>(7).value_or("");
    if (!row.is_null(8)) person.guardian = read_name(row.get<std::string_view>(8), "");
    person.guardian_phone = row.get<std::optional<std::string>>(9).value_or("");
    return person;
}

} // namespace

void read_persons(const storage::Database& database, core::Progress& progress,
                  const std::function<void(LearnerId, const Person&)>& take) {
    constexpr std::int64_t stride = 1024;
    const auto total = database.value<std::int64_t>("SELECT count(*) FROM learner").value_or(0);
    storage::Statement row = database.query(select_all);
    storage::Statement identity = database.query(select_identities);
    bool more = identity.step();
    for (std::int64_t done = 0; row.step(); ++done) {
        if (done % stride == 0) {
            progress.report(done, total);
            if (progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
        }
        const auto id = row.get<LearnerId>(0);
        Person person = read(row);
        for (; more && identity.get<LearnerId>(0) <= id; more = identity.step())
            person.identities.push_back(identity.get<std::string>(1));
        take(id, person);
    }
}

std::optional<Person> find_person(const storage::Database& database, LearnerId id) {
    storage::Statement row = database.query(select_one, id);
    if (!row.step()) return std::nullopt;
    Person person = read(row);
    storage::Statement identity = database.query(select_identities_of, id);
    while (identity.step())
        person.identities.push_back(identity.get<std::string>(0));
    return person;
}

} // namespace identity
