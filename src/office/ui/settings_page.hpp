// SPDX-License-Identifier: GPL-3.0-or-later
// What the office may set about itself: names, language, holidays; and what later rooms add.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/page.hpp"
#include "widgets/theme.hpp"

#include <functional>
#include <vector>

namespace office {

// A tab of a later room (programmes).
struct SettingsTab {
    wxString label;
    std::function<wxWindow*(wxWindow* parent)> create;
    std::string id; // Session::go("settings", id) opens it
};

struct SettingsActions {
    std::function<void(widgets::Language)> switch_language;
    // Of this computer, not of the office.
    widgets::Screen screen;
    std::function<void(const widgets::Screen&)> use_screen;
    std::vector<SettingsTab> more;
};

widgets::PageEntry settings_page(Session& session, SettingsActions actions);

} // namespace office
