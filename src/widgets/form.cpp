// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form.hpp"

#include "core/numerals.hpp"
#include "widgets/accessible.hpp"
#include "widgets/field_history.hpp"
#include "widgets/icons.hpp"
#include "widgets/keyboard.hpp"
#include "widgets/scrolling.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/display.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/weakref.h>

#include <algorithm>

namespace widgets {

namespace {

// What takes the keyboard in a field of several parts.
std::vector<wxWindow*> parts_of(wxWindow* field) {
    std::vector<wxWindow*> parts{field};
    for (wxWindow* child : field->GetChildren())
        for (wxWindow* part : parts_of(child))
            parts.push_back(part);
    return parts;
}

} // namespace

// The toolkit's own choice opens a list for that; a form is filled faster with one key.
void choose_by_letter(wxChoice& choice) {
    choice.Bind(wxEVT_CHAR_HOOK, [&choice](wxKeyEvent& event) {
        const wxUniChar typed = event.GetUnicodeKey();
        if (typed.GetValue() <= WXK_SPACE || typed == WXK_DELETE || event.HasModifiers()) return event.Skip();
        const std::string key = core::to_latin_digits(utf8(wxString(typed).Lower()));
        const int count = static_cast<int>(choice.GetCount());
        for (int step = 1; step <= count; ++step) {
            const int row = (choice.GetSelection() + step + count) % count;
            if (!utf8(choice.GetString(static_cast<unsigned>(row)).Lower()).starts_with(key)) continue;
            choice.SetSelection(row);
            wxCommandEvent chosen(wxEVT_CHOICE, choice.GetId());
            chosen.SetEventObject(&choice);
            chosen.SetInt(row);
            choice.GetEventHandler()->ProcessEvent(chosen);
            return;
        }
        event.Skip();
    });
}

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
    add_line(box, field);
}

void Form::add_line(wxBoxSizer* box, wxWindow* field) {
    // Fields of one width stand under each other through all sections.
    field->SetMinSize(wxSize(text_room(*this, 220), field->GetMinSize().y));
    auto* line =
        new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE);
    line->Hide();
    box->Add(line, 0, wxEXPAND);
    m_below[field].line = line;
}

wxTextCtrl* Form::add_text(std::string_view id, const wxString& label, const std::string& value) {
    auto* box = cell(label);
    // GTK's own height for a field is that of Latin letters.
    auto* field = new wxTextCtrl(this, wxID_ANY, wx(value), wxDefaultPosition,
                                 wxSize(FromDIP(220), row_height(*this) + FromDIP(space::small)));
    keep_history(*field);
    finish(box, field, id, label, 0);
    return field;
}

wxTextCtrl* Form::add_password(std::string_view id, const wxString& label) {
    auto* box = cell(label);
    auto* field =
        new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition,
                       wxSize(FromDIP(220), row_height(*this) + FromDIP(space::small)), wxTE_PASSWORD);
    finish(box, field, id, label, 0);
    return field;
}

wxTextCtrl* Form::add_lines(std::string_view id, const wxString& label, const std::string& value, int lines) {
    auto* box = cell(label);
    auto* field = new wxTextCtrl(this, wxID_ANY, wx(value), wxDefaultPosition,
                                 wxSize(FromDIP(220), lines * row_height(*this)), wxTE_MULTILINE);
    keep_history(*field);
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
    choose_by_letter(*field);
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
    add_line(box, field);
    if (kind == DateField::Kind::partial) expect_note(field);
    field->on_understood([this, field](const wxString& words) { note(field, words); });
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
    const bool first = std::none_of(m_below.begin(), m_below.end(),
                                    [](const auto& pair) { return !pair.second.complaint.empty(); });
    mark(field, sentence);
    if (first && !sentence.empty()) field->SetFocus();
}

void Form::mark(wxWindow* field, const wxString& sentence) {
    if (m_below.at(field).complaint == sentence) return;
    m_below.at(field).complaint = sentence;
    show(field);
}

void Form::check_on_leaving(wxWindow* field, std::function<wxString()> fault) {
    for (wxWindow* part : parts_of(field))
        part->Bind(wxEVT_KILL_FOCUS, [this, field, fault](wxFocusEvent& event) {
            event.Skip();
            // Later, when the field has tidied up after itself and the keyboard is where it goes.
            CallAfter([this, field, fault] { mark(field, fault()); });
        });
}

void Form::note(wxWindow* field, const wxString& words, Tone tone) {
    Below& below = m_below.at(field);
    if (below.note == words && below.tone == tone) return;
    below.note = words;
    below.tone = tone;
    show(field);
}

void Form::expect_note(wxWindow* field) {
    m_below.at(field).expected = true;
    show(field);
}

void Form::show(wxWindow* field) {
    const Below& below = m_below.at(field);
    const wxString& words = below.complaint.empty() ? below.note : below.complaint;
    const bool was_shown = below.line->IsShown();
    const int old_height = below.line->GetBestSize().y;
    below.line->SetForegroundColour(below.complaint.empty() ? ink_of(below.tone) : colour::bad);
    // A blank keeps the line's height.
    below.line->SetLabelText(words.empty() ? wxString(" ") : words);
    below.line->Wrap(std::max(FromDIP(200), field->GetSize().x));
    below.line->Show(below.expected || !words.empty());
    // Readers say it with the field.
    name_control(*below.line, std::string(utf8(field->GetName())) + ".note", words);
    // What it needed before would count otherwise.
    below.line->SetMinSize(wxDefaultSize);
    below.line->InvalidateBestSize();
    // The line follows the field's width; it never widens its column.
    below.line->SetMinSize(wxSize(0, below.line->GetBestSize().y));
    if (was_shown != below.line->IsShown() || old_height != below.line->GetBestSize().y) make_room();
}

bool Form::complain_about(std::string_view field, const wxString& sentence) {
    const wxString ending = "." + wx(field);
    for (const auto& [window, below] : m_below)
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
    for (auto& [field, below] : m_below) {
        if (below.complaint.empty()) continue;
        below.complaint.clear();
        show(field);
    }
}

FormDialog::FormDialog(wxWindow* parent, std::string_view id, const wxString& title,
                       const wxString& accept_label)
    : wxDialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , m_body(new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                  wxHSCROLL | wxVSCROLL | wxTAB_TRAVERSAL))
    , m_rows(new wxBoxSizer(wxVERTICAL))
    , m_side(new wxBoxSizer(wxVERTICAL))
    , m_buttons(new wxBoxSizer(wxHORIZONTAL))
    , m_bar(new MessageBar(this))
    // Not wxID_CANCEL: a stock id brings the toolkit's own icon and language.
    , m_ok(new wxButton(this, wxID_ANY, accept_label))
    , m_cancel(new wxButton(this, wxID_ANY, _("Cancel"))) {
    SetName(wx(id));
    SetBackgroundColour(colour::paper);
    m_body->SetScrollRate(0, FromDIP(16));
    watch_keyboard(*this, [this, before = wxWeakRef<wxWindow>()](wxWindow* now) mutable {
        if (before == now) return;
        // A choice says nothing when it is left: what is to be checked then hears it from here.
        const wxWeakRef<wxWindow> left(dynamic_cast<wxChoice*>(before.get()));
        before = now;
        // Once everything stands where it will.
        CallAfter([this, left, part = before] {
            if (left) {
                wxFocusEvent leaving(wxEVT_KILL_FOCUS, left->GetId());
                leaving.SetEventObject(left);
                left->GetEventHandler()->ProcessEvent(leaving);
            }
            if (part) follow_keyboard(*m_body, *part);
        });
    });
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(m_rows, 1, wxEXPAND | wxALL, FromDIP(space::large));
    m_body->SetSizer(padded);

    // A dialog of few fields would give the bar their room.
    m_bar->Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (IsShown() && event.IsShown()) CallAfter([this] { fit(); });
    });
    // Shift+Tab from the first field comes to what the bar offers.
    m_bar->MoveBeforeInTabOrder(m_body);
    name_control(*m_cancel, std::string(id) + ".cancel", _("Cancel"));
    m_cancel->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (m_leave) m_leave();
        EndModal(wxID_CANCEL);
    });
    name_control(*m_ok, std::string(id) + ".accept", wxStripMenuCodes(accept_label));
    dress(*m_ok, Part::primary_button);
    m_ok->SetDefault();
    SetEscapeId(m_cancel->GetId());
    m_ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); });

    m_buttons->AddStretchSpacer();
    m_buttons->Add(m_cancel, 0, wxRIGHT, FromDIP(space::small));
    m_buttons->Add(m_ok);
    auto* middle = new wxBoxSizer(wxHORIZONTAL);
    middle->Add(m_body, 1, wxEXPAND);
    middle->Add(m_side, 0, wxEXPAND);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(m_bar, 0, wxEXPAND);
    all->Add(middle, 1, wxEXPAND);
    auto* line = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxSize(-1, 1));
    line->SetBackgroundColour(colour::line);
    all->Add(line, 0, wxEXPAND);
    all->Add(m_buttons, 0, wxEXPAND | wxALL, FromDIP(space::medium));
    SetSizer(all);
}

void FormDialog::accept() {
    if (!m_accept || m_accept()) EndModal(wxID_OK);
}

void FormDialog::call_leaving(const wxString& label) {
    m_cancel->SetLabel(label);
    name_control(*m_cancel, utf8(m_cancel->GetName()), wxStripMenuCodes(label));
}

void FormDialog::hint(const wxString& words) {
    auto* text = new wxStaticText(this, wxID_ANY, words);
    text->SetFont(small_font(*this));
    text->SetForegroundColour(colour::muted);
    m_buttons->Insert(0, text, 0, wxALIGN_CENTRE_VERTICAL);
}

void FormDialog::forbid_leaving() {
    m_cancel->Hide();
    SetEscapeId(wxID_NONE);
    Bind(wxEVT_CLOSE_WINDOW, [](wxCloseEvent& event) { event.Veto(); });
}

wxButton* FormDialog::add_button(std::string_view id, const wxString& label, std::function<void()> run) {
    auto* button = new wxButton(this, wxID_ANY, label);
    name_control(*button, id, wxStripMenuCodes(label));
    // Not inside the click: a screen reader waits for its answer, and would wait for a dialog to close.
    button->Bind(wxEVT_BUTTON, [button, run = std::move(run)](wxCommandEvent&) { button->CallAfter(run); });
    button->MoveBeforeInTabOrder(m_ok);
    m_buttons->Insert(m_buttons->GetItemCount() - 1, button, 0, wxRIGHT, FromDIP(space::small));
    return button;
}

void FormDialog::explain(const wxString& words) {
    if (words.empty()) return;
    auto* text = new wxStaticText(m_body, wxID_ANY, wxString());
    text->SetLabelText(
        wrapped(words, FromDIP(460), [text](const wxString& line) { return text->GetTextExtent(line).x; }));
    m_rows->Add(text, 0, wxBOTTOM, FromDIP(space::medium));
}

void FormDialog::begin_at(wxWindow& field) {
    CallAfter([&field] { field.SetFocus(); });
}

void FormDialog::fit(int least_width) {
    const int display = wxDisplay::GetFromWindow(GetParent() ? GetParent() : this);
    const wxRect screen =
        wxDisplay(display == wxNOT_FOUND ? 0U : static_cast<unsigned>(display)).GetClientArea();
    m_body->FitInside();
    const wxSize wanted = m_body->GetSizer()->CalcMin();
    const int side = m_side->IsEmpty() ? 0 : m_side->CalcMin().x;
    const wxSize body(
        std::min(std::max(wanted.x, FromDIP(least_width)), screen.width - side - FromDIP(40)),
        // the bar, the row of buttons and a title bar
        std::min(wanted.y, screen.height - FromDIP(110) - (m_bar->IsShown() ? m_bar->GetBestSize().y : 0)));
    // The hint beside the buttons takes no room from them.
    wxWindow* hint = m_buttons->GetItem(std::size_t{0})->GetWindow();
    if (hint && m_buttons->CalcMin().x > screen.width - FromDIP(40)) hint->Hide();
    const bool first = !IsShown();
    // Where the text is so large that the screen has no room for the fields beside each other.
    m_body->SetScrollRate(body.x < wanted.x ? FromDIP(16) : 0, FromDIP(16));
    m_body->SetMinSize(first ? body : wxSize(std::max(body.x, m_body->GetSize().x), body.y));
    Fit();
    SetMinSize(wxSize(text_room(*this, 360), FromDIP(200)));
    if (first) {
        CentreOnParent();
        // The keyboard begins in the first field, where nobody gave it to another.
        CallAfter([this] {
            wxWindow* now = FindFocus();
            if (!now || !m_body->IsDescendant(now)) m_body->SetFocus();
        });
        return;
    }
    Refresh(); // as MessageBar::show()
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
    heading->Wrap(text_room(dialog, 480)); // measures it anew, in its own font
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
