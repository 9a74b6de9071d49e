// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every room includes of other people's, compiled once. A file still includes what it uses: the
// preset tidy builds without this.
#pragma once

#include <fmt/format.h>
#include <tl/expected.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>
