// SPDX-License-Identifier: GPL-3.0-or-later
// Who looks at an office file that is open to look only: nobody in particular, who may write nothing.
#pragma once

#include "storage/actor.hpp"

namespace users {

// Refuses every verb with file.look-only; may() says no to all.
storage::Actor onlooker();

} // namespace users
