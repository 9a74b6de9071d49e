// SPDX-License-Identifier: GPL-3.0-or-later
// Packs in the office file, each as it was when first used, and those that come with the program.
#pragma once

#include "core/expected.hpp"
#include "programmes/pack.hpp"
#include "storage/transaction.hpp"

#include <string_view>
#include <vector>

namespace programmes {

// The packs of this program, by key.
const std::vector<Pack>& shipped_packs();

// The pack a new class of `programme` uses: copied into the office file the first time. When the program
// brings a changed pack, the next class gets the new copy and older classes keep theirs.
// Errors: programme.unknown {programme, known}.
core::Expected<PackId> use_pack(storage::Transaction& tx, std::string_view programme);

// The pack as it was copied. The id must exist; a copy that cannot be read is damage (WorldFailure
// file.damaged).
Pack load_pack(const storage::Database& database, PackId id);

} // namespace programmes
