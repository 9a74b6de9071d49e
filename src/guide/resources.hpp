// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of the help and the quick guide, and the table of commands, as the build put them into the
// program.
#pragma once

#include "core/resource.hpp"

namespace guide {

const core::Resource* resources();
std::string_view resource(std::string_view path);

} // namespace guide
