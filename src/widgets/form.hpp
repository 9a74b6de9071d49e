// SPDX-License-Identifier: GPL-3.0-or-later
// Fields with their labels above them, in columns; and the dialog that holds a form.
#pragma once

#include "widgets/date_field.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/theme.hpp"

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
    // What is typed shows as dots.
    wxTextCtrl* add_password(std::string_view id, const wxString& label);
    wxTextCtrl* add_lines(std::string_view id, const wxString& label, const std::string& value, int lines);
    // A letter or digit takes the next choice that begins with it.
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
    // The same without moving the keyboard: what is wrong with a field that was just left.
    void mark(wxWindow* field, const wxString& sentence);
    // Asks `fault` each time the keyboard leaves the field, and marks it with the answer.
    void check_on_leaving(wxWindow* field, std::function<wxString()> fault);
    // What a field's text means, under the field while nothing is wrong with it.
    void note(wxWindow* field, const wxString& words, Tone tone = Tone::muted);
    // Keeps a line free for the note, so that nothing moves when it comes.
    void expect_note(wxWindow* field);
    // The same for the field whose id ends in ".field", as the rooms' faults name it; false where there is
    // none.
    bool complain_about(std::string_view field, const wxString& sentence);

  protected:
    // A field became higher or lower.
    void make_room();

  private:
    wxBoxSizer* cell(const wxString& label);
    void finish(wxBoxSizer* box, wxWindow* field, std::string_view id, const wxString& label, int proportion);
    // The line under a field.
    struct Below {
        wxStaticText* line = nullptr;
        wxString complaint{};
        wxString note{};
        Tone tone = Tone::muted;
        bool expected = false;
    };
    void add_line(wxBoxSizer* box, wxWindow* field);
    void show(wxWindow* field);
    wxBoxSizer* m_rows;
    wxFlexGridSizer* m_grid = nullptr;
    int m_columns;
    std::map<wxWindow*, Below> m_below;
};

// A letter or digit typed on the choice takes the next entry that begins with it, without opening its list.
void choose_by_letter(wxChoice& choice);

// A dialog with a body that scrolls when the screen is small and follows the keyboard, and Cancel and one
// other button below it. ShowModal() gives wxID_OK only after `accept` said true.
class FormDialog : public wxDialog {
  public:
    FormDialog(wxWindow* parent, std::string_view id, const wxString& title, const wxString& accept_label);
    wxWindow* body() { return m_body; }
    wxBoxSizer& rows() { return *m_rows; }
    // A paragraph over what follows: what the dialog is about.
    void explain(const wxString& words);
    // The keyboard comes there once the dialog has shown itself.
    void begin_at(wxWindow& field);
    void on_accept(std::function<bool()> accept) { m_accept = std::move(accept); }
    wxButton& accept_button() { return *m_ok; }
    // Does what the accept button does.
    void accept();
    // Called before the dialog closes without accepting: Escape, Cancel, the window's own button.
    void on_leave(std::function<void()> leave) { m_leave = std::move(leave); }
    // What leaving is called when nothing is lost by it.
    void call_leaving(const wxString& label);
    // There is no way out but the accept button: what stands here is shown once.
    void forbid_leaving();
    // One more button, before the accept button.
    wxButton* add_button(std::string_view id, const wxString& label, std::function<void()> run);
    // A line above the body, hidden until it tells something.
    MessageBar& bar() { return *m_bar; }
    // Small words at the left of the buttons.
    void hint(const wxString& words);
    // What stands at the right of the body and does not scroll with it.
    wxBoxSizer& side() { return *m_side; }
    // After the body is filled: sizes the dialog to it, within the screen.
    void fit(int least_width = 480);

  private:
    wxScrolledWindow* m_body;
    wxBoxSizer* m_rows;
    wxBoxSizer* m_side;
    wxBoxSizer* m_buttons;
    MessageBar* m_bar;
    wxButton* m_ok;
    wxButton* m_cancel;
    std::function<bool()> m_accept;
    std::function<void()> m_leave;
};

// Asks a question that has a doing and a not-doing answer; true for doing.
bool ask(wxWindow* parent, const wxString& title, const wxString& question, const wxString& do_label);
// Tells something that must be read, with an OK button.
void tell(wxWindow* parent, const wxString& title, const wxString& sentence);

} // namespace widgets
