// SPDX-License-Identifier: GPL-3.0-or-later
// Asks whose file it will be and where to keep it, and makes it.
#pragma once

#include "core/error.hpp"
#include "storage/database.hpp"
#include "widgets/language.hpp"

#include <wx/string.h>

#include <filesystem>
#include <functional>
#include <optional>

class wxWindow;

namespace office {

// The file made, or nothing when the person left. WorldFailure as create_office.
std::optional<std::filesystem::path>
make_new_office(wxWindow* parent, storage::Environment environment, widgets::Language language,
                const std::function<wxString(const core::Error&)>& sentence);

} // namespace office
