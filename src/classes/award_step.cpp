// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/award_step.hpp"

#include <stdexcept>

namespace classes {

void mark_returned(storage::Transaction& tx, ClassId id) {
    if (tx.run("UPDATE class SET status = 'closed' WHERE id = ?1 AND status = 'approved'", id) != 1)
        throw std::logic_error("a list is returned of a class that is not approved");
}

} // namespace classes
