// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a learner's form, grouped and ordered as the paper form is.
#pragma once

#include "learners/form_values.hpp"
#include "office/ui/session.hpp"
#include "widgets/form.hpp"

namespace office {
class VillageField;
}

namespace learners {

class IdentityRows;

class LearnerForm final : public widgets::Form {
  public:
    LearnerForm(wxWindow* parent, const office::Session& session);

    void show(const FormValues& values);
    // Hides what only some need to know behind a button, which asks `reveal`; the values stay what they are.
    // An empty function shows it.
    void hide_need_to_know(std::function<bool()> reveal);
    // As it stands, half-typed fields too.
    FormValues values() const;
    // Looks for the villages typed by name, as leaving their fields does.
    void finish_fields();
    // Says the fault under its field; the first of several gets the keyboard.
    void complain_of(const core::Error& fault);

    void focus_first();
    // To the first field of the section after (1) or before (-1) the one with the keyboard.
    void go_to_section(int step);

  private:
    // One field: its name, and how it is read and filled.
    struct Field {
        std::string name;
        std::function<std::string()> get;
        std::function<void(const std::string&)> set;
        wxWindow* control = nullptr; // of what only some need to know
        std::string hidden{};        // what it holds while it shows nothing
    };
    void begin_section(const wxString& title);
    wxWindow* note_first(wxWindow* field);
    wxTextCtrl* add_plain(const std::string& name, const wxString& label);
    void add_offered(const std::string& name, const wxString& label);
    widgets::DateField* add_dated(const std::string& name, const wxString& label,
                                  widgets::DateField::Kind kind);
    // Each entry's words and what the form's values say for it.
    wxChoice* add_chosen(const std::string& name, const wxString& label, const std::vector<wxString>& words,
                         const std::vector<std::string>& values);
    office::VillageField* add_village(const std::string& name, const wxString& label);
    void add_person();
    void add_home();
    void add_circumstances();
    void add_schooling();
    void add_papers();
    void add_washington();
    void show_hidden();
    void add_consent();
    void check(wxWindow* field, const std::string& name);
    wxString fault_of(std::string_view name, bool with_missing) const;

    const office::Session& m_session;
    std::vector<Field> m_fields;
    std::vector<wxWindow*> m_firsts; // of each section
    bool m_section_begins = false;
    wxTextCtrl* m_name_km = nullptr;
    std::vector<office::VillageField*> m_villages;
    IdentityRows* m_identities = nullptr;
    wxButton* m_reveal = nullptr;
    std::function<bool()> m_ask_reveal; // empty: nothing is hidden
};

} // namespace learners
