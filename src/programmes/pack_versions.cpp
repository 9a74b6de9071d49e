// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/pack_versions.hpp"

#include "programmes/pack_store.hpp"

#include <algorithm>
#include <set>

namespace programmes {
namespace {

constexpr std::string_view select_versions = R"sql(
SELECT id, version, loaded_at FROM pack WHERE programme = ?1 ORDER BY id)sql";

constexpr std::string_view select_own = R"sql(
SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'pack.' || ?1)sql";

std::string known_of(const std::vector<PackVersion>& versions) {
    std::set<std::string> told;
    std::string known;
    for (const PackVersion& one : versions)
        if (told.insert(one.version).second) known += (known.empty() ? "" : ", ") + one.version;
    return known;
}

} // namespace

core::Expected<std::vector<PackVersion>> pack_versions(const storage::Database& database,
                                                       std::string_view programme) {
    const auto now = find_current_pack(database, programme);
    if (!now) return core::fail(now.error());
    const auto own = database.value<PackId>(select_own, programme);
    std::vector<PackVersion> all;
    auto row = database.query(select_versions, programme);
    while (row.step())
        all.push_back({row.get<std::string>(1), row.get<PackId>(0), row.get<core::Moment>(2)});
    // The newest copy of the current version is the one that new classes get, unless the office chose a copy.
    const auto current = std::find_if(all.rbegin(), all.rend(), [&](const PackVersion& one) {
        return now->own ? one.id == own : one.version == now->pack.version;
    });
    if (current != all.rend())
        current->current = true;
    else
        all.push_back({now->pack.version, {}, {}, true});
    if (!now->own) return all;
    // The program's own version is there too, also where no class ever used it.
    const auto& shipped = shipped_packs();
    const auto program = std::find_if(shipped.begin(), shipped.end(),
                                      [&](const Pack& pack) { return pack.programme == programme; });
    if (program != shipped.end() && std::none_of(all.begin(), all.end(), [&](const PackVersion& one) {
            return one.version == program->version;
        }))
        all.insert(all.begin(), {program->version});
    return all;
}

core::Expected<PackId> use_version(storage::Transaction& tx, std::string_view programme,
                                   std::string_view version) {
    const auto versions = pack_versions(tx.database(), programme);
    if (!versions) return core::fail(versions.error());
    const auto found = std::find_if(versions->rbegin(), versions->rend(),
                                    [&](const PackVersion& one) { return one.version == version; });
    if (found == versions->rend())
        return core::fail(core::Error{"pack.version-unknown"}
                              .with("programme", std::string{programme})
                              .with("version", std::string{version})
                              .with("known", known_of(*versions)));
    if (found->id) return *found->id;
    return copy_shipped(tx, programme);
}

} // namespace programmes
