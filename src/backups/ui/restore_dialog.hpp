// SPDX-License-Identifier: GPL-3.0-or-later
// Asks which backup is to be restored, with which passphrase, and where; and for a passphrase alone.
#pragma once

#include "backups/restore.hpp"
#include "widgets/language.hpp"

#include <wx/string.h>

#include <functional>
#include <optional>
#include <string>

class wxWindow;

namespace backups {

struct RestoreWish {
    std::filesystem::path backup;
    std::string secret;
    std::filesystem::path target;
    bool replace = false;
};

struct RestoreQuestion {
    std::filesystem::path backup{}; // empty: the person chooses
    std::filesystem::path target{}; // empty: likewise
    storage::Environment environment;
    std::function<wxString(const core::Error&)> sentence;
};

// What can be restored as it is wished, or nothing when the person left.
std::optional<RestoreWish> ask_restore(wxWindow* parent, RestoreQuestion question);

// The passphrase or recovery code of a sealed backup, which it opens with; empty for a plain copy. Nothing
// when the person left or the file is no good backup, which was told.
std::optional<std::string> ask_secret(wxWindow* parent, const std::filesystem::path& backup,
                                      const wxString& title, const wxString& do_label,
                                      const std::function<wxString(const core::Error&)>& sentence);

} // namespace backups
