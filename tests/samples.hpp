// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of registers as centres really type them, which the tests keep.
#pragma once

#include <filesystem>

namespace test {

const std::filesystem::path& samples();

} // namespace test
