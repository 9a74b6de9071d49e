// SPDX-License-Identifier: GPL-3.0-or-later
// The audit chain: reading it, its head, and finding the first row someone altered with another tool.
#pragma once

#include "storage/database.hpp"

#include <array>

namespace storage {

using Hash = std::array<std::byte, 32>;

struct AuditEntry {
    std::int64_t seq = 0;
    core::Moment at{};
    std::string actor;
    std::string verb;
    std::string entity;
    std::optional<core::Uid> uid;
    // Empty when erasure removed it.
    std::optional<std::string> change;
};

// The hash of the last row; of an empty chain, 32 zero bytes. Returns carry it to the province.
Hash audit_head(const Database& database);

// Which rows: all, where a part is empty. Days are Cambodia's, both included.
struct AuditFilter {
    std::string actor{}; // also where that person stood beside another
    std::vector<core::Uid> uids{};
    std::optional<core::Day> from{};
    std::optional<core::Day> to{};
};

// Newest first.
std::vector<AuditEntry> audit_entries(const Database& database, std::int64_t limit,
                                      const AuditFilter& filter = {});

// Every name that stands in it, by name; of two who stood together each.
std::vector<std::string> audit_actors(const Database& database);

// The first row whose hash, order or kept change does not fit, or nothing when the chain holds.
std::optional<core::Error> audit_damage(const Database& database);

} // namespace storage
