// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/field_history.hpp"

#include <wx/event.h>
#include <wx/textentry.h>
#include <wx/window.h>

#include <memory>
#include <utility>

namespace widgets {

namespace {

// Whether `longer` is `text` with one letter more that goes on with a word.
bool one_letter_more(const wxString& text, const wxString& longer) {
    if (longer.length() != text.length() + 1) return false;
    std::size_t at = 0;
    while (at < text.length() && text[at] == longer[at])
        ++at;
    return longer[at] != ' ' && longer.substr(at + 1) == text.substr(at);
}

} // namespace

void FieldHistory::begin(const wxString& text) {
    m_now = text;
    m_before.clear();
    m_after.clear();
    m_in_word = false;
}

void FieldHistory::typed(const wxString& text) {
    if (text == m_now) return;
    const bool letter = one_letter_more(m_now, text);
    if (!letter || !m_in_word) {
        if (m_before.size() == most) m_before.erase(m_before.begin());
        m_before.push_back(m_now);
    }
    m_in_word = letter;
    m_after.clear();
    m_now = text;
}

std::optional<wxString> FieldHistory::undo() {
    if (m_before.empty()) return std::nullopt;
    m_after.push_back(std::exchange(m_now, m_before.back()));
    m_before.pop_back();
    m_in_word = false;
    return m_now;
}

std::optional<wxString> FieldHistory::redo() {
    if (m_after.empty()) return std::nullopt;
    m_before.push_back(std::exchange(m_now, m_after.back()));
    m_after.pop_back();
    m_in_word = false;
    return m_now;
}

void keep_history(wxWindow& field, wxTextEntryBase& text) {
    const auto history = std::make_shared<FieldHistory>();
    field.Bind(wxEVT_SET_FOCUS, [history, &text](wxFocusEvent& event) {
        event.Skip();
        history->begin(text.GetValue());
    });
    field.Bind(wxEVT_TEXT, [history, &text, &field](wxCommandEvent& event) {
        event.Skip();
        if (field.IsDescendant(wxWindow::FindFocus())) // on Windows a search field's is inside it
            history->typed(text.GetValue());
        else
            history->begin(text.GetValue());
    });
    field.Bind(wxEVT_CHAR_HOOK, [history, &text](wxKeyEvent& event) {
        const bool z = event.ControlDown() && !event.AltDown() && event.GetKeyCode() == 'Z';
        const bool y = event.ControlDown() && !event.AltDown() && event.GetKeyCode() == 'Y';
        const auto back = z && !event.ShiftDown()         ? history->undo()
                          : y || (z && event.ShiftDown()) ? history->redo()
                                                          : std::nullopt;
        if (!back) return event.Skip();
        text.SetValue(*back); // tells the listeners, as typing does
        text.SetInsertionPointEnd();
    });
}

} // namespace widgets
