// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+Z and Ctrl+Shift+Z inside a text field: GTK's entries forget what stood in them, and Windows' remember
// one step.
#pragma once

#include <wx/string.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

class wxTextEntryBase;
class wxWindow;

namespace widgets {

// The texts that stood in a field, by no clock but the letters themselves: a word is one step, and so is
// everything that comes or goes at once.
class FieldHistory {
  public:
    static constexpr std::size_t most = 50;

    // The field holds this now, and nobody typed it.
    void begin(const wxString& text);
    void typed(const wxString& text);
    // What the field is to hold; nothing where there is no step.
    std::optional<wxString> undo();
    std::optional<wxString> redo();

  private:
    wxString m_now;
    std::vector<wxString> m_before;
    std::vector<wxString> m_after;
    bool m_in_word = false; // the last step was a letter of a word, which the next letter goes on with
};

// Keeps the history of a field from when the keyboard comes to it until it leaves. A key that there is no
// step for goes on to the window.
void keep_history(wxWindow& field, wxTextEntryBase& text);

template<typename Field>
void keep_history(Field& field) {
    keep_history(field, field);
}

} // namespace widgets
