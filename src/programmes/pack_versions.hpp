// SPDX-License-Identifier: GPL-3.0-or-later
// The versions of a programme's rules that this office has: those copied into its file, and the program's.
#pragma once

#include "core/expected.hpp"
#include "programmes/pack.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace programmes {

struct PackVersion {
    std::string version;
    // Nothing for the program's version before a class uses it.
    std::optional<PackId> id{};
    std::optional<core::Moment> loaded_at{};
    bool current = false; // what new classes get
};

// Oldest first. Of a version that was copied twice, as a program once corrected it in place, both. Errors:
// programme.unknown {programme, known}.
core::Expected<std::vector<PackVersion>> pack_versions(const storage::Database& database,
                                                       std::string_view programme);

// The copy of that version, made where it is the program's and not there yet; the newer of two. Errors:
// programme.unknown, pack.version-unknown {programme, version, known}.
core::Expected<PackId> use_version(storage::Transaction& tx, std::string_view programme,
                                   std::string_view version);

} // namespace programmes
