// SPDX-License-Identifier: GPL-3.0-or-later
// A morning's work in an office, one piece after the other, for a disk that fails: each piece is what a clerk
// is told is done.
#pragma once

#include "ctl/output.hpp"
#include "storage/database.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace faults {

// An office file in a folder of its own, and what is done to it through srokctl's words or, where the screen
// alone does it, through the rooms.
class Office {
  public:
    Office(std::filesystem::path folder, storage::Environment environment);

    std::filesystem::path file() const { return m_folder / "office.srok"; }
    std::filesystem::path beside(const char* name) const { return m_folder / name; }
    storage::Environment environment() const { return m_environment; }

    struct Said {
        ctl::Json json;
        int exit = -1;
        // Empty where it was done.
        std::string code() const;
    };
    // A word with the office file after it: say({"import", "learners", file}).
    Said say(std::vector<std::string> words) const;

  private:
    std::filesystem::path m_folder;
    storage::Environment m_environment;
};

struct Scenario {
    std::string name;
    // Before the disk is watched. May replace the office file.
    std::function<void(const Office&)> prepare;
    // Each is done when it returns an empty code; what is told as done must never be lost.
    std::vector<std::function<std::string(const Office&)>> pieces;
    // Closes what the pieces have left open between them; may be empty.
    std::function<void()> finish{};
};

// Twelve. `schemas` is where the dumps of released office files stand.
std::vector<Scenario> scenarios(const std::filesystem::path& schemas);

} // namespace faults
