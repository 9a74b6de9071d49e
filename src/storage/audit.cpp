// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/audit.hpp"

#include "storage/audit_chain.hpp"

#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <set>

namespace storage {
namespace {

const unsigned char* bytes_of(const void* data) {
    return static_cast<const unsigned char*>(data);
}

class Hasher {
  public:
    Hasher() { crypto_generichash_init(&m_state, nullptr, 0, Hash{}.size()); }
    void add(const void* data, std::size_t size) {
        crypto_generichash_update(&m_state, bytes_of(data), size);
    }
    void add_field(const void* data, std::size_t size) {
        const auto length = static_cast<std::uint64_t>(size);
        std::array<unsigned char, 8> encoded{};
        for (std::size_t i = 0; i < encoded.size(); ++i)
            encoded[i] = static_cast<unsigned char>((length >> (8 * i)) & 0xFFU);
        add(encoded.data(), encoded.size());
        add(data, size);
    }
    Hash result() {
        Hash hash{};
        crypto_generichash_final(&m_state, reinterpret_cast<unsigned char*>(hash.data()), hash.size());
        return hash;
    }

  private:
    crypto_generichash_state m_state{};
};

constexpr std::string_view read_chain = R"sql(
SELECT a.seq, a.at, a.actor, a.verb, a.entity, a.uid, a.change_hash, a.hash, c.salt, c.change
FROM audit a LEFT JOIN audit_change c ON c.seq = a.seq
ORDER BY a.seq)sql";

// ?5 holds uids one after the other, 16 bytes each.
constexpr std::string_view read_newest = R"sql(
SELECT a.seq, a.at, a.actor, a.verb, a.entity, a.uid, c.change
FROM audit a LEFT JOIN audit_change c ON c.seq = a.seq
WHERE (?2 = '' OR a.actor = ?2 OR a.actor LIKE ?2 || '+%' OR a.actor LIKE '%+' || ?2)
  AND (?3 IS NULL OR a.at >= ?3) AND (?4 IS NULL OR a.at < ?4)
  AND (length(?5) = 0 OR a.seq IN (
      WITH RECURSIVE place (at) AS (SELECT 1 UNION ALL SELECT at + 16 FROM place WHERE at + 16 < length(?5))
      SELECT b.seq FROM place JOIN audit b ON b.uid = substr(?5, place.at, 16)))
ORDER BY a.seq DESC LIMIT ?1)sql";

constexpr std::string_view read_actors = R"sql(SELECT DISTINCT actor FROM audit)sql";

// The moment at which a day begins in Cambodia.
std::optional<core::Moment> begin_of(const std::optional<core::Day>& day, int days_later) {
    if (!day) return std::nullopt;
    return core::Moment{std::chrono::sys_days{*day} + std::chrono::days{days_later} - std::chrono::hours{7}};
}

} // namespace

Hash hash_change(std::span<const std::byte> salt, std::string_view change) {
    Hasher hasher;
    hasher.add(salt.data(), salt.size());
    hasher.add(change.data(), change.size());
    return hasher.result();
}

Hash hash_row(const Hash& previous, std::int64_t seq, std::string_view at, std::string_view actor,
              std::string_view verb, std::string_view entity, std::span<const std::byte> uid,
              const Hash& change_hash) {
    Hasher hasher;
    hasher.add_field(previous.data(), previous.size());
    const std::string number = std::to_string(seq);
    for (const std::string_view field : {std::string_view{number}, at, actor, verb, entity})
        hasher.add_field(field.data(), field.size());
    hasher.add_field(uid.data(), uid.size());
    hasher.add_field(change_hash.data(), change_hash.size());
    return hasher.result();
}

Hash audit_head(const Database& database) {
    return database.value<Hash>("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1").value_or(Hash{});
}

std::vector<std::string> audit_actors(const Database& database) {
    std::set<std::string> names;
    Statement row = database.query(read_actors);
    while (row.step()) {
        const auto actor = row.get<std::string>(0);
        for (std::size_t at = 0; at <= actor.size();) {
            const std::size_t end = std::min(actor.find('+', at), actor.size());
            if (end > at) names.insert(actor.substr(at, end - at));
            at = end + 1;
        }
    }
    return {names.begin(), names.end()};
}

std::vector<AuditEntry> audit_entries(const Database& database, std::int64_t limit,
                                      const AuditFilter& filter) {
    std::vector<AuditEntry> entries;
    Blob uids;
    for (const core::Uid& uid : filter.uids)
        uids.insert(uids.end(), uid.bytes.begin(), uid.bytes.end());
    Statement rows = database.query(read_newest, limit, filter.actor, begin_of(filter.from, 0),
                                    begin_of(filter.to, 1), uids);
    while (rows.step()) {
        entries.push_back({rows.get<std::int64_t>(0), rows.get<core::Moment>(1), rows.get<std::string>(2),
                           rows.get<std::string>(3), rows.get<std::string>(4),
                           rows.get<std::optional<core::Uid>>(5), rows.get<std::optional<std::string>>(6)});
    }
    return entries;
}

std::optional<core::Error> audit_damage(const Database& database) {
    Hash previous{};
    std::int64_t expected_seq = 1;
    Statement rows = database.query(read_chain);
    while (rows.step()) {
        const auto seq = rows.get<std::int64_t>(0);
        const auto broken = [&](std::string what) {
            return core::Error{"audit.altered"}
                .with("row", std::to_string(seq))
                .with("what", std::move(what));
        };
        if (seq != expected_seq) return broken("order");
        const auto change_hash = rows.get<Hash>(6);
        const auto hash =
            hash_row(previous, seq, rows.get<std::string_view>(1), rows.get<std::string_view>(2),
                     rows.get<std::string_view>(3), rows.get<std::string_view>(4),
                     rows.get<std::span<const std::byte>>(5), change_hash);
        if (hash != rows.get<Hash>(7)) return broken("hash");
        if (!rows.is_null(8) && hash_change(rows.get<std::span<const std::byte>>(8),
                                            rows.get<std::string_view>(9)) != change_hash)
            return broken("change");
        previous = hash;
        ++expected_seq;
    }
    return std::nullopt;
}

} // namespace storage
