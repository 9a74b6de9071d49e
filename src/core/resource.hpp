// SPDX-License-Identifier: GPL-3.0-or-later
// Files of resources/ that the build puts into the program, found by their path there.
#pragma once

#include <cstddef>
#include <string_view>

namespace core {

struct Resource {
    std::string_view path;
    std::string_view bytes;
};

// `table` ends with an empty path. A path that is not there is our bug: the program stops.
std::string_view find_resource(const Resource* table, std::string_view path);

} // namespace core
