// SPDX-License-Identifier: GPL-3.0-or-later
// The backups of an office on the screen: how old the last proven one is, which there are, making one, trying
// one out, and restoring.
#pragma once

#include "office/ui/session.hpp"

#include <filesystem>

class wxWindow;

namespace backups {

// `restore` closes the office and restores from the file; an empty one lets the person choose.
wxWindow* make_backup_panel(wxWindow* parent, office::Session& session,
                            std::function<void(const std::filesystem::path&)> restore);

} // namespace backups
