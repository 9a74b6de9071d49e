// SPDX-License-Identifier: GPL-3.0-or-later
// Who is doing it: every write carries one and leaves it in the audit chain.
#pragma once

#include <string>

namespace storage {

struct Actor {
    // The log-in name; "set-up" before the first administrator is made.
    std::string name = "set-up";
};

} // namespace storage
