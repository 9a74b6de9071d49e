// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/pack_store.hpp"

#include "core/resource.hpp"
#include "office/digest.hpp"
#include "programmes/pack_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace programmes {

// Made by the build.
const core::Resource* resources();

namespace {

constexpr std::string_view find_copy = R"sql(
SELECT id FROM pack WHERE programme = ?1 AND version = ?2 AND digest = ?3)sql";

constexpr std::string_view insert_pack = R"sql(
INSERT INTO pack (programme, version, digest, source, loaded_at) VALUES (?1, ?2, ?3, ?4, ?5))sql";

constexpr std::string_view select_source = R"sql(SELECT source FROM pack WHERE id = ?1)sql";

struct ShippedPack {
    Pack pack;
    std::string_view source;
};

const std::vector<ShippedPack>& shipped() {
    static const std::vector<ShippedPack> packs = [] {
        std::vector<ShippedPack> all;
        for (const core::Resource* file = resources(); !file->path.empty(); ++file) {
            const auto pack = parse_pack(file->bytes, std::string{file->path});
            // A shipped pack that cannot be read is our bug; a test reads each.
            if (!pack) throw std::logic_error(std::string{file->path} + ": " + pack.error().code);
            all.push_back({*pack, file->bytes});
        }
        return all;
    }();
    return packs;
}

} // namespace

const std::vector<Pack>& shipped_packs() {
    static const std::vector<Pack> packs = [] {
        std::vector<Pack> all;
        for (const ShippedPack& one : shipped())
            all.push_back(one.pack);
        return all;
    }();
    return packs;
}

core::Expected<PackId> use_pack(storage::Transaction& tx, std::string_view programme) {
    const auto found = std::find_if(shipped().begin(), shipped().end(),
                                    [&](const ShippedPack& s) { return s.pack.programme == programme; });
    if (found == shipped().end()) {
        std::string known;
        for (const ShippedPack& one : shipped())
            known += (known.empty() ? "" : ", ") + one.pack.programme;
        return core::fail(
            core::Error{"programme.unknown"}.with("programme", std::string{programme}).with("known", known));
    }
    const Pack& pack = found->pack;
    const office::Digest digest = office::digest(found->source);
    if (const auto id = tx.database().value<PackId>(find_copy, pack.programme, pack.version, digest))
        return *id;
    const auto id =
        tx.insert<PackId>(insert_pack, pack.programme, pack.version, digest, found->source, tx.now());
    tx.audit("pack.copy", "pack", std::nullopt,
             fmt::format(R"({{"programme":"{}","version":"{}"}})", pack.programme, pack.version));
    return id;
}

Pack load_pack(const storage::Database& database, PackId id) {
    const auto source = database.value<std::string>(select_source, id);
    if (!source) throw std::logic_error("no such pack");
    auto pack = parse_pack(*source, "pack");
    if (!pack)
        throw core::WorldFailure(core::Error{"file.damaged"}.with("detail", "pack: " + pack.error().code));
    return *std::move(pack);
}

} // namespace programmes
