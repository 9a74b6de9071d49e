// SPDX-License-Identifier: GPL-3.0-or-later
// Boost.Test and what every test uses, compiled once for all test programs.
#pragma once

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>
