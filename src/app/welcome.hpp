// SPDX-License-Identifier: GPL-3.0-or-later
// The first window: open an office file, make a new one, or look at the sample district.
#pragma once

#include "core/error.hpp"
#include "core/progress.hpp"
#include "widgets/language.hpp"

#include <wx/string.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

class wxWindow;

namespace app {

// What the window can have done for it. All may throw WorldFailure.
struct WelcomeActions {
    // Asks who the office is and makes its file; nothing when the person thought better of it.
    std::function<std::optional<std::filesystem::path>(wxWindow* parent)> create;
    // Runs in the background; a cancelled one leaves no file.
    std::function<void(const std::filesystem::path& file, core::Progress& progress)> make_sample;
    std::function<wxString(const core::Error&)> sentence;
};

struct WelcomeChoice {
    std::optional<std::filesystem::path> file;
    std::optional<widgets::Language> language; // show Srok in this language, and ask again
};

// Neither file nor language: the person closed the window. `trouble` says why the last choice came to
// nothing, or is empty.
WelcomeChoice welcome(widgets::Language language, const std::vector<std::filesystem::path>& recent,
                      const wxString& trouble, const WelcomeActions& actions);

} // namespace app
