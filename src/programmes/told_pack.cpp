// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/told_pack.hpp"

#include "office/digest.hpp"
#include "programmes/pack_file.hpp"
#include "storage/change.hpp"

#include <fmt/format.h>

namespace programmes {
namespace {

constexpr std::string_view find_copy = "SELECT id FROM pack WHERE digest = ?1";

constexpr std::string_view insert_pack = R"sql(
INSERT INTO pack (programme, version, digest, source, loaded_at) VALUES (?1, ?2, ?3, ?4, ?5))sql";

} // namespace

core::Expected<PackId> take_pack(storage::Transaction& tx, const std::string& toml) {
    const office::Digest digest = office::digest(toml);
    if (const auto id = tx.database().value<PackId>(find_copy, digest)) return *id;
    const auto pack = parse_pack(toml, {});
    if (!pack) return core::fail(pack.error());
    const auto id = tx.insert<PackId>(insert_pack, pack->programme, pack->version, digest, toml, tx.now());
    tx.audit("pack.copy", "pack", std::nullopt,
             fmt::format(R"({{"programme":{},"version":{}}})", storage::json_quoted(pack->programme),
                         storage::json_quoted(pack->version)));
    return id;
}

} // namespace programmes
