// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every room includes of other people's, compiled once for the build under sanitizers. The
// release build goes without: its time is the optimizer's, and it shows that every file includes what it
// uses.
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
