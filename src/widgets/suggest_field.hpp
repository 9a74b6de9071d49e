// SPDX-License-Identifier: GPL-3.0-or-later
// Suggestions under a text field while it is typed in: any text may stand there, some are offered.
#pragma once

#include <wx/string.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

class wxTextCtrl;

namespace widgets {

struct Suggestion {
    std::string key;
    wxString text;
    wxString detail{}; // what tells it from others of the same text
};

// `find` gives what to offer for what is typed (tidied), best first; called at each key, so it must be quick.
// With nothing typed it is asked when the person presses Down. `take` puts a suggestion into the field;
// without it the field gets the suggestion's text.
//
// The first is marked. Down and Up walk the list, Enter takes the marked one, Tab only one that was walked
// to, Escape closes the list. The keyboard never leaves the field. `id` and `spoken` name the list for
// readers.
void suggest(wxTextCtrl& field, std::string_view id, const wxString& spoken,
             std::function<std::vector<Suggestion>(const std::string& typed)> find,
             std::function<void(const Suggestion&)> take = {});

} // namespace widgets
