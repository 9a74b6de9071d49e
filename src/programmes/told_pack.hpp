// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a programme as another file of ours tells them.
#pragma once

#include "core/expected.hpp"
#include "programmes/pack.hpp"
#include "storage/transaction.hpp"

namespace programmes {

// The copy of those rules that is here, made where there is none; new classes of this office go on with what
// they have. Errors: those of parse_pack.
core::Expected<PackId> take_pack(storage::Transaction& tx, const std::string& toml);

} // namespace programmes
