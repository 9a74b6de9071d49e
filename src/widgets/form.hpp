// SPDX-License-Identifier: GPL-3.0-or-later
// Fields with their labels above them, in columns; and the dialog that holds a form.
#pragma once

#include "widgets/date_field.hpp"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

class wxFlexGridSizer;
class wxStaticText;

namespace widgets {

// Each add_… makes the label and then its field, so that readers tie them together; `id` is stable.
class Form : public wxPanel {
  public:
    Form(wxWindow* parent, int columns);

    // A heading over the fields that follow, across all columns.
    void section(const wxString& title);
    wxTextCtrl* add_text(std::string_view id, const wxString& label, const std::string& value = {});
    wxTextCtrl* add_lines(std::string_view id, const wxString& label, const std::string& value, int lines);
    wxChoice* add_choice(std::string_view id, const wxString& label, const std::vector<wxString>& choices,
                         int selected = wxNOT_FOUND);
    wxCheckBox* add_check(std::string_view id, const wxString& label, bool on);
    DateField* add_date(std::string_view id, const wxString& label,
                        DateField::Kind kind = DateField::Kind::day);
    // A control made by make(parent); the label stands before it.
    wxWindow* add_custom(std::string_view id, const wxString& label,
                         const std::function<wxWindow*(wxWindow* parent)>& make);
    // The same across all columns.
    wxWindow* add_wide(std::string_view id, const wxString& label,
                       const std::function<wxWindow*(wxWindow* parent)>& make);
    // An empty place, to begin the next field on a new row.
    void skip();

    // A sentence in red under the field, which gets the keyboard when it is the first; empty takes it away.
    void complain(wxWindow* field, const wxString& sentence);
    void forget_complaints();
    // The same for the field whose id ends in ".field", as the rooms' faults name it; false where there is
    // none.
    bool complain_about(std::string_view field, const wxString& sentence);

  private:
    void make_room();
    wxBoxSizer* cell(const wxString& label);
    void finish(wxBoxSizer* box, wxWindow* field, std::string_view id, const wxString& label, int proportion);
    void add_complaint(wxBoxSizer* box, wxWindow* field);
    wxBoxSizer* m_rows;
    wxFlexGridSizer* m_grid = nullptr;
    int m_columns;
    std::map<wxWindow*, wxStaticText*> m_complaints;
};

// A dialog with a body that scrolls when the screen is small, and Cancel and one other button below it.
// ShowModal() gives wxID_OK only after `accept` said true.
class FormDialog : public wxDialog {
  public:
    FormDialog(wxWindow* parent, std::string_view id, const wxString& title, const wxString& accept_label);
    wxWindow* body() { return m_body; }
    wxBoxSizer& rows() { return *m_rows; }
    void on_accept(std::function<bool()> accept) { m_accept = std::move(accept); }
    wxButton& accept_button() { return *m_ok; }
    // After the body is filled: sizes the dialog to it, within the screen.
    void fit(int least_width = 480);

  private:
    wxScrolledWindow* m_body;
    wxBoxSizer* m_rows;
    wxButton* m_ok;
    std::function<bool()> m_accept;
};

// Asks a question that has a doing and a not-doing answer; true for doing.
bool ask(wxWindow* parent, const wxString& title, const wxString& question, const wxString& do_label);
// Tells something that must be read, with an OK button.
void tell(wxWindow* parent, const wxString& title, const wxString& sentence);

} // namespace widgets
