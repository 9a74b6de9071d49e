// SPDX-License-Identifier: GPL-3.0-or-later
// A folder that goes away with the test, and a fixed time and chance.
#pragma once

#include "storage/database.hpp"

#include <filesystem>

namespace test {

struct Folder {
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const std::filesystem::path& name) const { return path / name; }
    std::filesystem::path path;
};

// Nine in the morning of 17 December 2025 in Cambodia, and seed 1.
struct World {
    core::FixedClock clock{core::Day{std::chrono::year{2025} / 12 / 17}};
    core::SeededRandom random{1};
    storage::Environment environment{clock, random};
};

} // namespace test
