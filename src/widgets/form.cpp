// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form.hpp"

#include "widgets/accessible.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/display.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

#include <algorithm>

namespace widgets {

Form::Form(wxWindow* parent, int columns)
    : wxPanel(parent)
    , m_rows(new wxBoxSizer(wxVERTICAL))
    , m_columns(columns) {
    SetSizer(m_rows);
}

void Form::section(const wxString& title) {
    auto* heading = new wxStaticText(this, wxID_ANY, title);
    heading->SetFont(strong_font(*this));
    heading->SetForegroundColour(colour::accent);
    m_rows->Add(heading, 0, m_rows->IsEmpty() ? 0 : wxTOP, FromDIP(space::large));
    m_grid = nullptr;
}

wxBoxSizer* Form::cell(const wxString& label) {
    if (!m_grid) {
        m_grid = new wxFlexGridSizer(m_columns, FromDIP(space::small), FromDIP(space::large));
        for (int column = 0; column < m_columns; ++column)
            m_grid->AddGrowableCol(static_cast<std::size_t>(column), 1);
        m_rows->Add(m_grid, 0, wxEXPAND | wxTOP, FromDIP(space::hair));
    }
    auto* box = new wxBoxSizer(wxVERTICAL);
    if (!label.empty()) {
        auto* words = new wxStaticText(this, wxID_ANY, label);
        words->SetForegroundColour(colour::muted);
        box->Add(words, 0, wxBOTTOM, FromDIP(2));
    }
    m_grid->Add(box, 1, wxEXPAND);
    return box;
}

void Form::finish(wxBoxSizer* box, wxWindow* field, std::string_view id, const wxString& label,
                  int proportion) {
    // A field of several parts has named the one that takes the text.
    if (field->GetChildren().empty())
        name_control(*field, id, label);
    else
        field->SetName(wx(id));
    box->Add(field, proportion, wxEXPAND);
    add_complaint(box, field);
}

void Form::add_complaint(wxBoxSizer* box, wxWindow* field) {
    // Fields of one width stand under each other through all sections.
    field->SetMinSize(wxSize(FromDIP(220), field->GetMinSize().y));
    auto* complaint = new wxStaticText(this, wxID_ANY, wxString());
    complaint->SetForegroundColour(colour::bad);
    complaint->Hide();
    box->Add(complaint, 0, wxEXPAND);
    m_complaints[field] = complaint;
}

wxTextCtrl* Form::add_text(std::string_view id, const wxString& label, const std::string& value) {
    auto* box = cell(label);
    // GTK's own height for a field is that of Latin letters.
    auto* field = new wxTextCtrl(this, wxID_ANY, wx(value), wxDefaultPosition,
                                 wxSize(FromDIP(220), row_height(*this) + FromDIP(space::small)));
    finish(box, field, id, label, 0);
    return field;
}

wxTextCtrl* Form::add_lines(std::string_view id, const wxString& label, const std::string& value, int lines) {
    auto* box = cell(label);
    auto* field = new wxTextCtrl(this, wxID_ANY, wx(value), wxDefaultPosition,
                                 wxSize(FromDIP(220), lines * row_height(*this)), wxTE_MULTILINE);
    finish(box, field, id, label, 1);
    return field;
}

wxChoice* Form::add_choice(std::string_view id, const wxString& label, const std::vector<wxString>& choices,
                           int selected) {
    auto* box = cell(label);
    auto* field = new wxChoice(this, wxID_ANY);
    for (const wxString& choice : choices)
        field->Append(choice);
    if (selected != wxNOT_FOUND) field->SetSelection(selected);
    finish(box, field, id, label, 0);
    return field;
}

wxCheckBox* Form::add_check(std::string_view id, const wxString& label, bool on) {
    auto* box = cell(wxString());
    auto* field = new wxCheckBox(this, wxID_ANY, label);
    field->SetValue(on);
    finish(box, field, id, label, 0);
    return field;
}

DateField* Form::add_date(std::string_view id, const wxString& label, DateField::Kind kind) {
    auto* box = cell(label);
    auto* field = new DateField(this, id, label, kind);
    field->SetName(wx(id));
    box->Add(field, 0, wxEXPAND);
    add_complaint(box, field);
    return field;
}

wxWindow* Form::add_custom(std::string_view id, const wxString& label,
                           const std::function<wxWindow*(wxWindow*)>& make) {
    auto* box = cell(label);
    wxWindow* field = make(this);
    finish(box, field, id, label, 1);
    return field;
}

wxWindow* Form::add_wide(std::string_view id, const wxString& label,
                         const std::function<wxWindow*(wxWindow*)>& make) {
    // A grid of one column, and the next field begins a new one.
    m_grid = new wxFlexGridSizer(1, 0, 0);
    m_grid->AddGrowableCol(0, 1);
    m_rows->Add(m_grid, 0, wxEXPAND | wxTOP, FromDIP(space::small));
    wxWindow* field = add_custom(id, label, make);
    m_grid = nullptr;
    return field;
}

void Form::skip() {
    cell(wxString());
}

void Form::complain(wxWindow* field, const wxString& sentence) {
    wxStaticText* complaint = m_complaints.at(field);
    const bool first = std::none_of(m_complaints.begin(), m_complaints.end(),
                                    [](const auto& pair) { return pair.second->IsShown(); });
    complaint->SetLabelText(sentence);
    complaint->Wrap(std::max(FromDIP(200), field->GetSize().x));
    complaint->Show(!sentence.empty());
    if (first && !sentence.empty()) field->SetFocus();
    make_room();
}

bool Form::complain_about(std::string_view field, const wxString& sentence) {
    const wxString ending = "." + wx(field);
    for (const auto& [window, complaint] : m_complaints)
        if (window->GetName().EndsWith(ending)) {
            complain(window, sentence);
            return true;
        }
    return false;
}

void Form::make_room() {
    // The form became higher or lower: everything that holds it must ask again, from the inside out.
    for (wxWindow* window = this; window && !window->IsTopLevel(); window = window->GetParent()) {
        window->InvalidateBestSize();
        if (auto* scrolled = dynamic_cast<wxScrolledWindow*>(window)) {
            scrolled->FitInside();
            auto* dialog = dynamic_cast<FormDialog*>(scrolled->GetParent());
            if (dialog) dialog->fit(0);
        }
    }
    if (wxWindow* top = wxGetTopLevelParent(this)) top->Layout();
}

void Form::forget_complaints() {
    for (const auto& [field, complaint] : m_complaints)
        complaint->Hide();
    make_room();
}

FormDialog::FormDialog(wxWindow* parent, std::string_view id, const wxString& title,
                       const wxString& accept_label)
    : wxDialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , m_body(
          new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL))
    , m_rows(new wxBoxSizer(wxVERTICAL))
    , m_ok(new wxButton(this, wxID_ANY, accept_label)) {
    SetName(wx(id));
    SetBackgroundColour(colour::paper);
    m_body->SetScrollRate(0, FromDIP(16));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(m_rows, 1, wxEXPAND | wxALL, FromDIP(space::large));
    m_body->SetSizer(padded);

    // Not wxID_CANCEL: a stock id brings the toolkit's own icon and language.
    auto* cancel = new wxButton(this, wxID_ANY, _("Cancel"));
    name_control(*cancel, std::string(id) + ".cancel", _("Cancel"));
    cancel->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { EndModal(wxID_CANCEL); });
    name_control(*m_ok, std::string(id) + ".accept", wxStripMenuCodes(accept_label));
    dress(*m_ok, Part::primary_button);
    m_ok->SetDefault();
    SetEscapeId(cancel->GetId());
    m_ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (!m_accept || m_accept()) EndModal(wxID_OK);
    });

    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(cancel, 0, wxRIGHT, FromDIP(space::small));
    buttons->Add(m_ok);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(m_body, 1, wxEXPAND);
    auto* line = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxSize(-1, 1));
    line->SetBackgroundColour(colour::line);
    all->Add(line, 0, wxEXPAND);
    all->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(space::medium));
    SetSizer(all);
}

void FormDialog::fit(int least_width) {
    const int display = wxDisplay::GetFromWindow(GetParent() ? GetParent() : this);
    const wxRect screen =
        wxDisplay(display == wxNOT_FOUND ? 0U : static_cast<unsigned>(display)).GetClientArea();
    m_body->FitInside();
    const wxSize wanted = m_body->GetSizer()->CalcMin();
    const wxSize body(std::min(std::max(wanted.x, FromDIP(least_width)), screen.width - FromDIP(40)),
                      std::min(wanted.y, screen.height - FromDIP(110))); // the row of buttons and a title bar
    const bool first = !IsShown();
    m_body->SetMinSize(first ? body : wxSize(std::max(body.x, m_body->GetSize().x), body.y));
    Fit();
    SetMinSize(wxSize(FromDIP(360), FromDIP(200)));
    if (first) {
        CentreOnParent();
        // The keyboard begins in the first field, where nobody gave it to another.
        CallAfter([this] {
            wxWindow* now = FindFocus();
            if (!now || !m_body->IsDescendant(now)) m_body->SetFocus();
        });
        return;
    }
    // Complaints made it higher: its buttons stay on the screen.
    const wxRect here = GetScreenRect();
    const int below = here.GetBottom() + FromDIP(space::small) - screen.GetBottom();
    if (below > 0) Move(here.x, std::max(screen.y, here.y - below));
}

namespace {

int ask_with(wxWindow* parent, const wxString& title, const wxString& sentence, const wxString& do_label,
             const wxString& leave_label) {
    wxDialog dialog(parent, wxID_ANY, title);
    dialog.SetName("question");
    dialog.SetBackgroundColour(colour::paper);
    auto* words = new wxStaticText(&dialog, wxID_ANY, sentence);
    words->SetLabelText(wrapped(sentence, dialog.FromDIP(480),
                                [&](const wxString& line) { return words->GetTextExtent(line).x; }));
    words->SetForegroundColour(colour::ink);
    name_control(*words, "question.text", sentence);
    // Said again inside: not every desktop shows a dialog's title.
    auto* heading = new wxStaticText(&dialog, wxID_ANY, title);
    heading->SetFont(strong_font(dialog).Scaled(1.1F));
    heading->SetForegroundColour(colour::ink);
    heading->Wrap(dialog.FromDIP(480)); // measures it anew, in its own font
    auto* text = new wxBoxSizer(wxVERTICAL);
    text->Add(heading, 0, wxBOTTOM, dialog.FromDIP(space::hair));
    text->Add(words);
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(new wxStaticBitmap(&dialog, wxID_ANY, icon("info", 28, colour::accent)), 0, wxRIGHT,
             dialog.FromDIP(space::medium));
    top->Add(text, 1);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    if (!leave_label.empty()) {
        auto* leave = new wxButton(&dialog, wxID_ANY, leave_label);
        name_control(*leave, "question.leave", leave_label);
        leave->Bind(wxEVT_BUTTON, [&](wxCommandEvent&) { dialog.EndModal(wxID_CANCEL); });
        dialog.SetEscapeId(leave->GetId());
        buttons->Add(leave, 0, wxRIGHT, dialog.FromDIP(space::small));
    }
    auto* go = new wxButton(&dialog, wxID_ANY, do_label);
    name_control(*go, "question.do", do_label);
    dress(*go, Part::primary_button);
    go->SetDefault();
    go->Bind(wxEVT_BUTTON, [&](wxCommandEvent&) { dialog.EndModal(wxID_OK); });
    buttons->Add(go);
    if (leave_label.empty()) dialog.SetEscapeId(go->GetId());
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(top, 1, wxEXPAND | wxALL, dialog.FromDIP(space::large));
    rows->Add(buttons, 0, wxEXPAND | wxALL, dialog.FromDIP(space::medium));
    dialog.SetSizerAndFit(rows);
    dialog.CentreOnParent();
    go->SetFocus();
    return dialog.ShowModal();
}

} // namespace

bool ask(wxWindow* parent, const wxString& title, const wxString& question, const wxString& do_label) {
    return ask_with(parent, title, question, do_label, _("Cancel")) == wxID_OK;
}

void tell(wxWindow* parent, const wxString& title, const wxString& sentence) {
    ask_with(parent, title, sentence, _("OK"), wxString());
}

} // namespace widgets
