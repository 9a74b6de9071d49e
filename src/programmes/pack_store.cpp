// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/pack_store.hpp"

#include "core/resource.hpp"
#include "office/digest.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_file.hpp"
#include "storage/change.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

namespace programmes {

// Made by the build.
const core::Resource* resources();

namespace {

constexpr std::string_view find_copy = R"sql(
SELECT id FROM pack WHERE programme = ?1 AND version = ?2 AND digest = ?3)sql";

constexpr std::string_view insert_pack = R"sql(
INSERT INTO pack (programme, version, digest, source, loaded_at) VALUES (?1, ?2, ?3, ?4, ?5))sql";

constexpr std::string_view newest_copy = R"sql(
SELECT id FROM pack WHERE programme = ?1 ORDER BY id DESC LIMIT 1)sql";

constexpr std::string_view find_version = R"sql(
SELECT 1 FROM pack WHERE programme = ?1 AND version = ?2)sql";

constexpr std::string_view select_own = R"sql(
SELECT p.id, p.programme FROM setting s JOIN pack p ON p.id = CAST(s.value AS INTEGER)
WHERE s.key = 'pack.' || p.programme ORDER BY p.programme)sql";

constexpr std::string_view select_source = R"sql(SELECT source FROM pack WHERE id = ?1)sql";

// As an office for learning outside school reads them: from the first letters on, the schools last.
constexpr std::array<std::string_view, 10> offered{"literacy",
                                                   "post-literacy",
                                                   "primary-equivalency",
                                                   "lower-secondary-equivalency",
                                                   "beep",
                                                   "accelerated",
                                                   "re-entry",
                                                   "skills",
                                                   "primary",
                                                   "lower-secondary"};

std::size_t place_of(const Pack& pack) {
    return static_cast<std::size_t>(std::find(offered.begin(), offered.end(), pack.programme) -
                                    offered.begin());
}

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
        std::stable_sort(all.begin(), all.end(), [](const ShippedPack& a, const ShippedPack& b) {
            return place_of(a.pack) < place_of(b.pack);
        });
        return all;
    }();
    return packs;
}

const ShippedPack* find_shipped(std::string_view programme) {
    const auto found = std::find_if(shipped().begin(), shipped().end(),
                                    [&](const ShippedPack& s) { return s.pack.programme == programme; });
    return found == shipped().end() ? nullptr : &*found;
}

std::string setting_of(std::string_view programme) {
    return "pack." + std::string{programme};
}

// By programme, the version that the office chose in place of the program's.
std::map<std::string, PackId, std::less<>> own_packs(const storage::Database& database) {
    std::map<std::string, PackId, std::less<>> own;
    auto row = database.query(select_own);
    while (row.step())
        own.emplace(row.get<std::string>(1), row.get<PackId>(0));
    return own;
}

core::Error unknown(const storage::Database& database, std::string_view programme) {
    std::string known;
    for (const CurrentPack& one : current_packs(database))
        known += (known.empty() ? "" : ", ") + one.pack.programme;
    return core::Error{"programme.unknown"}.with("programme", std::string{programme}).with("known", known);
}

// Into the office file, unless the same bytes are there already.
PackId copy(storage::Transaction& tx, const Pack& pack, const std::string& source) {
    const office::Digest digest = office::digest(source);
    if (const auto id = tx.database().value<PackId>(find_copy, pack.programme, pack.version, digest))
        return *id;
    const auto id = tx.insert<PackId>(insert_pack, pack.programme, pack.version, digest, source, tx.now());
    tx.audit("pack.copy", "pack", std::nullopt,
             fmt::format(R"({{"programme":{},"version":{}}})", storage::json_quoted(pack.programme),
                         storage::json_quoted(pack.version)));
    return id;
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

std::vector<CurrentPack> current_packs(const storage::Database& database) {
    std::vector<CurrentPack> all;
    for (const Pack& pack : shipped_packs())
        all.push_back({pack, false});
    for (const auto& [programme, id] : own_packs(database)) {
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const CurrentPack& one) { return one.pack.programme == programme; });
        if (found == all.end())
            all.push_back({load_pack(database, id), true});
        else
            *found = {load_pack(database, id), true};
    }
    return all;
}

core::Expected<CurrentPack> find_current_pack(const storage::Database& database, std::string_view programme) {
    for (CurrentPack& one : current_packs(database))
        if (one.pack.programme == programme) return std::move(one);
    return core::fail(unknown(database, programme));
}

Wording programme_name(const storage::Database& database, std::string_view programme) {
    if (const ShippedPack* found = find_shipped(programme)) return found->pack.name;
    if (const auto id = database.value<PackId>(newest_copy, programme)) return load_pack(database, *id).name;
    return {std::string{programme}, std::string{programme}};
}

core::Expected<PackId> use_pack(storage::Transaction& tx, std::string_view programme) {
    const auto own = own_packs(tx.database());
    if (const auto found = own.find(programme); found != own.end()) return found->second;
    return copy_shipped(tx, programme);
}

core::Expected<PackId> copy_shipped(storage::Transaction& tx, std::string_view programme) {
    const ShippedPack* found = find_shipped(programme);
    if (found == nullptr) return core::fail(unknown(tx.database(), programme));
    return copy(tx, found->pack, std::string{found->source});
}

core::Expected<PackId> use_own_pack(storage::Transaction& tx, const std::string& toml,
                                    const std::string& file) {
    const auto pack = parse_pack(toml, file);
    if (!pack) return core::fail(pack.error());
    const ShippedPack* program = find_shipped(pack->programme);
    const bool same_version = program != nullptr && program->pack.version == pack->version;
    const bool copied = tx.database()
                            .value<PackId>(find_copy, pack->programme, pack->version, office::digest(toml))
                            .has_value();
    if ((same_version && program->source != toml) ||
        (!copied && tx.database().value<int>(find_version, pack->programme, pack->version)))
        return core::fail(core::Error{"pack.version-taken"}
                              .with("programme", pack->programme)
                              .with("version", pack->version)
                              .at({.file = file}));
    const PackId taken = copy(tx, *pack, toml);
    office::set_setting(tx, setting_of(pack->programme), std::to_string(static_cast<std::int64_t>(taken)));
    tx.audit("pack.use", "pack", std::nullopt,
             storage::change_json(
                 {{"programme", std::nullopt, pack->programme}, {"version", std::nullopt, pack->version}}));
    return taken;
}

core::Expected<void> use_shipped_pack(storage::Transaction& tx, std::string_view programme) {
    if (find_shipped(programme) == nullptr) return core::fail(unknown(tx.database(), programme));
    // No pack has this number, so the program's own is used.
    office::set_setting(tx, setting_of(programme), "");
    tx.audit("pack.use-shipped", "pack", std::nullopt,
             storage::change_json({{"programme", std::nullopt, std::string{programme}}}));
    return {};
}

std::string next_version(const storage::Database& database, const Pack& pack) {
    // What was made here counts up behind the version it was made from.
    const std::string base = pack.version.substr(0, pack.version.find('.'));
    for (int number = 1;; ++number) {
        const std::string version = fmt::format("{}.{}", base, number);
        if (!database.value<int>(find_version, pack.programme, version)) return version;
    }
}

namespace {

// Every class's rules are read from its pack's text, and an office has few: what a text says is remembered.
class ReadPacks {
  public:
    Pack read(const std::string& source) {
        const std::lock_guard guard(m_mutex);
        if (const auto found = m_packs.find(source); found != m_packs.end()) return found->second;
        auto pack = parse_pack(source, "pack");
        if (!pack)
            throw core::WorldFailure(
                core::Error{"file.damaged"}.with("detail", "pack: " + pack.error().code));
        if (m_packs.size() >= most) m_packs.clear();
        return m_packs.emplace(source, *std::move(pack)).first->second;
    }

  private:
    static constexpr std::size_t most = 64;
    std::mutex m_mutex;
    std::unordered_map<std::string, Pack> m_packs;
};

} // namespace

Pack load_pack(const storage::Database& database, PackId id) {
    static ReadPacks packs;
    const auto source = database.value<std::string>(select_source, id);
    if (!source) throw std::logic_error("no such pack");
    return packs.read(*source);
}

} // namespace programmes
