// SPDX-License-Identifier: GPL-3.0-or-later
// The first window: open an office file, make a new one, or look at the sample district.
#pragma once

#include "backups/ui/restore_dialog.hpp"
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
    // Which backup, and where to; a file that is known already is not asked for.
    std::function<std::optional<backups::RestoreWish>(wxWindow* parent, const std::filesystem::path& backup,
                                                      const std::filesystem::path& target)>
        ask_restore;
    // Runs in the background; on any failure everything is as it was.
    std::function<void(const backups::RestoreWish& wish, core::Progress& progress)> restore;
    std::function<wxString(const core::Error&)> sentence;
};

// Why the last choice came to nothing, and the newest backup that lies beside that file.
struct WelcomeTrouble {
    wxString sentence{};
    std::filesystem::path file{};
    std::filesystem::path backup{};
    bool can_look = false; // it can be opened to look only
};

struct WelcomeChoice {
    std::optional<std::filesystem::path> file;
    bool look_only = false;
    bool made_sample = false;                  // the file is a sample district that was made just now
    std::optional<widgets::Language> language; // show Srok in this language, and ask again
};

// Neither file nor language: the person closed the window. `at_once` is restored as soon as the window
// stands.
WelcomeChoice welcome(widgets::Language language, const std::vector<std::filesystem::path>& recent,
                      const WelcomeTrouble& trouble, const std::optional<backups::RestoreWish>& at_once,
                      const WelcomeActions& actions);

} // namespace app
