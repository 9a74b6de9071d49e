// SPDX-License-Identifier: GPL-3.0-or-later
// A village of the gazetteer, found by typing its code or a part of its name, or the text that stands where
// it has no code.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/suggest_field.hpp"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

class wxTextCtrl;

namespace office {

// From province to village, each choice below the one before; nothing when the person left. Begins at `code`.
std::optional<std::string> choose_village(wxWindow* parent, const Session& session, const std::string& code);

class VillageField : public wxPanel {
  public:
    VillageField(wxWindow* parent, const Session& session, std::string_view id, const wxString& label);

    // `text` is what a list wrote where the gazetteer has no such village.
    void set(const std::optional<std::string>& code, const std::optional<std::string>& text);
    // Nothing when the field is empty or holds no village that the gazetteer knows for sure.
    std::optional<std::string> code();
    // What was typed, where there is no code.
    std::optional<std::string> text();
    // The code of the village shown, without looking for what is still being typed.
    std::optional<std::string> known_code() const;
    // Called with the place the village lies in, or why there is none, whenever it changes.
    void on_understood(std::function<void(const wxString& words, bool certain)> tell);
    wxTextCtrl& field() { return *m_field; }
    void SetFocus() override;

  private:
    std::vector<widgets::Suggestion> offers(const std::string& typed) const;
    void take(const std::string& code);
    void changed();
    wxString understood() const;
    void tell_understood();
    void choose();
    // Finds the village for what was typed since.
    void resolve();
    void show_code(const std::string& code);

    const Session& m_session;
    std::optional<std::string> m_code;
    wxString m_shown; // what the field says for m_code
    wxTextCtrl* m_field;
    bool m_ambiguous = false;
    bool m_typing = false; // what stands there is not finished
    std::function<void(const wxString&, bool)> m_tell_understood;
};

} // namespace office
