// SPDX-License-Identifier: GPL-3.0-or-later
// Which values of a return differ from those of the version before.
#pragma once

#include "returns/canonical.hpp"

#include <string>
#include <vector>

namespace returns {

// A value that is new, gone or another. Empty: it was not there, or is not there any more.
struct Change {
    ValueKey key;
    std::string was;
    std::string is;
    friend bool operator==(const Change&, const Change&) = default;
};

// In the order of keys. What says only which version it is (the cover's own lines and the list of changes) is
// left out.
std::vector<Change> differences(const Canonical& before, const Canonical& after);

// The list of changes as a return carries it.
std::vector<Change> changes_in(const Canonical& content);

} // namespace returns
