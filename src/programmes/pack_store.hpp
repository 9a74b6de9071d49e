// SPDX-License-Identifier: GPL-3.0-or-later
// Packs in the office file, each as it was when first used, and those that come with the program.
#pragma once

#include "core/expected.hpp"
#include "programmes/pack.hpp"
#include "storage/transaction.hpp"

#include <string_view>
#include <vector>

namespace programmes {

// The packs of this program, in the order in which a list offers them: outside school first.
const std::vector<Pack>& shipped_packs();

// A programme's rules as new classes of this office get them.
struct CurrentPack {
    Pack pack;
    bool own = false; // the office's own version, not the program's
};

// The program's programmes in that order, each in the office's own version where it has one, then the
// office's own.
std::vector<CurrentPack> current_packs(const storage::Database& database);

// Errors: programme.unknown {programme, known}.
core::Expected<CurrentPack> find_current_pack(const storage::Database& database, std::string_view programme);

// What a programme is called, also one that no new class uses any more; its key where nothing says so.
Wording programme_name(const storage::Database& database, std::string_view programme);

// The pack a new class of `programme` uses: copied into the office file the first time. When the program
// brings a changed pack, the next class gets the new copy and older classes keep theirs, unless the office
// has a version of its own. Errors: programme.unknown {programme, known}.
core::Expected<PackId> use_pack(storage::Transaction& tx, std::string_view programme);

// The program's version, whatever version new classes get. Error: programme.unknown.
core::Expected<PackId> copy_shipped(storage::Transaction& tx, std::string_view programme);

// From now on new classes of its programme use this file; classes that are there keep their rules. Audited as
// "pack.use". Errors: those of parse_pack; pack.version-taken {programme, version} where the office or the
// program has other rules under that version.
core::Expected<PackId> use_own_pack(storage::Transaction& tx, const std::string& toml,
                                    const std::string& file);

// New classes use the program's own version again. Audited as "pack.use-shipped". Errors: programme.unknown
// where the program has none of that name.
core::Expected<void> use_shipped_pack(storage::Transaction& tx, std::string_view programme);

// The version that comes after those the office has of this programme: "2026-1" is followed by "2026-1.1".
std::string next_version(const storage::Database& database, const Pack& pack);

// The pack as it was copied. The id must exist; a copy that cannot be read is damage (WorldFailure
// file.damaged).
Pack load_pack(const storage::Database& database, PackId id);

} // namespace programmes
