// SPDX-License-Identifier: GPL-3.0-or-later
// What Srok remembers about this computer, not about an office: the language, the look and the files opened
// last.
#pragma once

#include "widgets/language.hpp"
#include "widgets/theme.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace app {

struct Preferences {
    std::optional<widgets::Language> language;
    widgets::Look look = widgets::Look::desktop;
    std::vector<std::filesystem::path> recent; // the latest first, at most six

    void remember(const std::filesystem::path& file);
    void forget(const std::filesystem::path& file);
};

// A missing or unreadable file is an empty answer; saving that fails is no reason to disturb anyone.
Preferences load_preferences();
void save_preferences(const Preferences& preferences);

} // namespace app
