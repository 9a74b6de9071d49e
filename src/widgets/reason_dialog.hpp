// SPDX-License-Identifier: GPL-3.0-or-later
// Asks why, before something that is kept with its reason.
#pragma once

#include <wx/string.h>

#include <optional>
#include <string>
#include <string_view>

class wxWindow;

namespace widgets {

// The words of a question that takes a reason.
struct ReasonQuestion {
    wxString title;
    wxString explanation;  // what follows from doing it
    wxString reason_label; // "Reason, kept in the register"
    wxString do_label;
};

// The reason, never empty; nothing when the person let it be. `id` names the dialog: "ID.reason" is its
// field.
std::optional<std::string> ask_reason(wxWindow* parent, std::string_view id, const ReasonQuestion& question);

} // namespace widgets
