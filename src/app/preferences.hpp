// SPDX-License-Identifier: GPL-3.0-or-later
// What Srok remembers about this computer, not about an office: the language, how the screen
// looks, the files opened last, and what windows remember of how a person likes them.
#pragma once

#include "widgets/language.hpp"
#include "widgets/theme.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct Preferences {
    std::optional<widgets::Language> language;
    widgets::Screen screen;
    std::vector<std::filesystem::path> recent; // the latest first, at most six

    void remember(const std::filesystem::path& file);
    void forget(const std::filesystem::path& file);
};

// A missing or unreadable file is an empty answer; saving that fails is no reason to disturb anyone.
Preferences load_preferences();
void save_preferences(const Preferences& preferences);

// One small text under a key, which may have slashes in it; empty where there is none. An empty value takes
// the key away.
std::string read_remembered(std::string_view key);
void write_remembered(std::string_view key, std::string_view value);

} // namespace app
