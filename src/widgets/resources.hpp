// SPDX-License-Identifier: GPL-3.0-or-later
// The files of resources/ that the windows carry: icons.
#pragma once

#include <string_view>

namespace widgets {

// The bytes of resources/<path>, e.g. "icons/learners.svg".
std::string_view resource(std::string_view path);

} // namespace widgets
