// SPDX-License-Identifier: GPL-3.0-or-later
// An open class gets another version of its programme's rules. Whether its marks allow that,
// certificates/pack_move.hpp asks first, with the rooms that know.
#pragma once

#include "classes/class.hpp"
#include "core/expected.hpp"
#include "storage/transaction.hpp"

namespace classes {

// Audited as "class.take-pack" with both versions. Errors: class.not-open {class, status},
// class.level-unknown {level} where the rules no longer have the class's level.
core::Expected<void> take_rules(storage::Transaction& tx, ClassId id, programmes::PackId rules);

} // namespace classes
