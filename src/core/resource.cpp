// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resource.hpp"

#include <cstdio>
#include <cstdlib>

namespace core {

std::string_view find_resource(const Resource* table, std::string_view path) {
    for (; !table->path.empty(); ++table)
        if (table->path == path) return table->bytes;
    std::fprintf(stderr, "srok: built without resource %.*s\n", static_cast<int>(path.size()), path.data());
    std::abort();
}

} // namespace core
