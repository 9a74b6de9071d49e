// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/key_lists.hpp"

#include "core/clock.hpp"
#include "documents/file.hpp"
#include "office/gazetteer_store.hpp"
#include "office/key_store.hpp"
#include "office/known_keys.hpp"
#include "office/office_store.hpp"

#include <set>
#include <utility>

namespace certificates {
namespace {

constexpr std::uintmax_t max_file_bytes = std::uintmax_t{16} << 20;

// A number that is no longer good, whatever its paper says, and the day it became so.
constexpr std::string_view select_revoked = R"sql(
SELECT c.serial, c.state, max(e.at)
FROM certificate c JOIN certificate_event e ON e.certificate_id = c.id
WHERE c.state IN ('void', 'replaced', 'lost', 'spoiled')
GROUP BY c.id)sql";

// Institutions issue in the office's name, each with a key of its own.
constexpr std::string_view select_institutions = R"sql(
SELECT public_key FROM parcel_partner WHERE kind = 'institution' AND sample = ?1 ORDER BY known_since, uid)sql";

std::string utf8_of(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

void add_own(const storage::Database& database, const office::Office& here, office::KeyList& list) {
    list.offices.push_back({here.area_code, here.name_km, here.name});
    bool first = true;
    for (const office::OwnKey& one : office::own_keys(database)) {
        office::ListedKey key{here.area_code, one.public_key};
        // Before its first key the office had none that could be confused with it.
        if (!std::exchange(first, false)) key.from = core::day_in_cambodia(one.created_at);
        if (one.retired_at) key.until = core::day_in_cambodia(*one.retired_at);
        list.keys.push_back(key);
    }
    auto institution = database.query(select_institutions, here.sample ? 1 : 0);
    while (institution.step())
        list.keys.push_back(
            {here.area_code, office::PublicKey{institution.get<std::array<std::byte, 32>>(0)}});
    auto row = database.query(select_revoked);
    while (row.step()) {
        office::RevokedSerial one{row.get<std::string>(0), row.get<std::string>(1),
                                  core::day_in_cambodia(row.get<core::Moment>(2))};
        if (one.serial.starts_with(here.area_code + "-")) list.revoked.push_back(std::move(one));
    }
}

// The offices below this one: as their own lists name them, else as the gazetteer does.
void add_below(const storage::Database& database, const office::Office& here, office::KeyList& list) {
    std::set<std::string> below;
    const auto ours = [&](const std::string& code) {
        return code != here.area_code && office::speaks_for(here.area_code, code);
    };
    for (const office::SignedKeyList& taken : office::taken_key_lists(database, here.area_code)) {
        for (const office::ListedOffice& one : taken.list.offices)
            if (ours(one.code) && below.insert(one.code).second) list.offices.push_back(one);
        for (const office::RevokedSerial& one : taken.list.revoked)
            if (ours(one.serial.substr(0, one.serial.find('-')))) list.revoked.push_back(one);
    }
    for (const office::ListedKey& pin : office::pinned_keys(database)) {
        if (!ours(pin.office) || !below.insert(pin.office).second) continue;
        const auto area = office::find_area(database, pin.office);
        list.offices.push_back({pin.office, area ? office::default_name_km(*area) : pin.office,
                                area ? office::default_name(*area) : ""});
    }
    for (const std::string& code : below)
        for (const office::ListedKey& key : office::known_keys(database, code))
            list.keys.push_back(key);
}

} // namespace

office::SignedKeyList sign_own_key_list(storage::Transaction& tx, const office::SigningKey& key) {
    const storage::Database& database = tx.database();
    const office::Office here = office::load_office(database);
    office::KeyList list{.issuer = here.area_code, .counter = 1, .day = tx.today(), .sample = here.sample};
    add_own(database, here, list);
    if (here.level == office::Level::province) add_below(database, here, list);
    if (const auto last = office::own_key_list(database, here.area_code)) {
        list.counter = last->list.counter;
        if (office::SignedKeyList same = office::sign_key_list(list, key); same.text == last->text)
            return same;
        ++list.counter;
    }
    office::SignedKeyList made = office::sign_key_list(std::move(list), key);
    office::keep_own_key_list(tx, made);
    return made;
}

core::Expected<office::SignedKeyList> read_key_list_file(const std::filesystem::path& file) {
    const auto bytes = documents::read_file(file, max_file_bytes);
    if (!bytes) return core::fail(bytes.error());
    auto list = office::read_key_list(*bytes);
    if (!list)
        return core::fail(
            core::Error(list.error()).at({.file = utf8_of(file), .row = list.error().place.row}));
    return list;
}

} // namespace certificates
