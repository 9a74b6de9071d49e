// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/ui/row_panel.hpp"

#include "imports/side_by_side.hpp"
#include "imports/ui/import_words.hpp"
#include "widgets/accessible.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/checkbox.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>
#include <wx/wupdlock.h>

#include <algorithm>

namespace imports {

namespace {

using Take = Decision::Take;

constexpr int text_width = 400;
constexpr int value_width = 132;

std::set<std::string> all_fields(const RowOutcome& row) {
    std::set<std::string> fields;
    for (const storage::FieldChange& field : row.beside)
        if (may_be_taken(field)) fields.insert(field.field);
    return fields;
}

} // namespace

bool resembles_somebody(const RowOutcome& row) {
    return row.known.has_value() || row.earlier_row.has_value();
}

// Rows of marks that are held are taken only where it is known whose they are: a name was changed.
bool may_be_taken_up(const RowOutcome& row, const RowRules& rules) {
    const bool of_people = rules.kind == Kind::learners || rules.kind == Kind::institutions;
    return of_people || (row.known.has_value() && row.verdict == Verdict::review);
}

bool may_be_decided(const RowOutcome& row, const RowRules& rules) {
    if (rules.closed || row.verdict == Verdict::refuse) return false;
    if (row.verdict == Verdict::update) return true;
    if (row.verdict != Verdict::review) return false;
    return may_be_taken_up(row, rules) || rules.held;
}

Decision decision_of(const RowOutcome& row, const Decisions& decided, const RowRules& rules) {
    if (const auto said = decided.find(row.row); said != decided.end()) return said->second;
    if (row.verdict == Verdict::update && rules.update) return {Take::as_it_stands, {}};
    if (row.verdict == Verdict::review && rules.take_review && may_be_taken_up(row, rules))
        return {Take::as_it_stands, {}};
    return {Take::leave, {}};
}

wxString decision_word(const RowOutcome& row, const Decision& decision) {
    switch (row.verdict) {
    case Verdict::accept:
        // TRANSLATORS: what will become of a row of a list.
        return _("Added");
    case Verdict::same:
        return _("Stays as it is");
    case Verdict::refuse:
        return _("Not written");
    case Verdict::update:
    case Verdict::review:
        break;
    }
    switch (decision.take) {
    case Take::leave:
        return _("Held for later");
    case Take::drop:
        return _("Put aside");
    case Take::same_person:
        return widgets::fill(_("Same person, {1} fields"),
                             {widgets::number(static_cast<long long>(decision.fields.size()))});
    case Take::as_it_stands:
        return row.verdict == Verdict::update ? _("Changes written") : _("Added");
    }
    return {};
}

RowPanel::RowPanel(wxWindow* parent, const office::Session& session)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxBORDER_SIMPLE)
    , m_session(session)
    , m_rows(new wxBoxSizer(wxVERTICAL)) {
    SetBackgroundColour(widgets::colour::paper);
    SetScrollRate(0, FromDIP(12));
    auto* frame = new wxBoxSizer(wxVERTICAL);
    frame->Add(m_rows, 1, wxEXPAND | wxALL, FromDIP(widgets::space::medium));
    SetSizer(frame);
    SetMinSize(FromDIP(wxSize(text_width + 50, 100)));
    widgets::name_control(*this, "import.row", _("The row"));
}

wxString RowPanel::sentence_of(const core::Error& error) const {
    core::Error here = error;
    here.place = {};
    const wxString place = widgets::wx(error.place.cell);
    const wxString words = m_session.sentence(here);
    // TRANSLATORS: {1} a cell of a list, {2} what is to be said of it.
    return place.empty() ? words : widgets::fill(_("{1}: {2}"), {place, words});
}

void RowPanel::show(const RowOutcome* row, const Decision& now, const RowRules& rules,
                    std::function<void(const Decision&)> decide) {
    wxWindowUpdateLocker quiet(this);
    m_decide = std::move(decide);
    m_rows->Clear(true);
    m_same = nullptr;
    if (row == nullptr) {
        auto* words = new wxStaticText(this, wxID_ANY, _("Choose a row to see it whole."));
        words->SetForegroundColour(widgets::colour::muted);
        m_rows->Add(words);
    } else {
        m_fields = now.take == Take::same_person ? now.fields : all_fields(*row);
        say(*row);
        compare(*row, rules);
        if (may_be_decided(*row, rules)) offer(*row, now, rules);
    }
    Layout();
    FitInside();
    Scroll(0, 0);
}

void RowPanel::say(const RowOutcome& row) {
    auto* name = new wxStaticText(this, wxID_ANY, widgets::wx(row.name));
    name->SetFont(widgets::strong_font(*this).Scaled(1.1F));
    m_rows->Add(name, 0, wxEXPAND);
    // TRANSLATORS: {1} the row's number in the list, {2} the verdict on it.
    auto* place = new wxStaticText(
        this, wxID_ANY,
        widgets::fill(_("Row {1}: {2}"), {widgets::number(row.row), verdict_word(row.verdict)}));
    place->SetForegroundColour(widgets::ink_of(tone_of(row.verdict)));
    m_rows->Add(place, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    const auto add = [&](const core::Error& error, std::string_view id, bool strong) {
        auto* words = new wxStaticText(this, wxID_ANY, sentence_of(error));
        if (!strong) words->SetForegroundColour(widgets::colour::muted);
        words->Wrap(widgets::text_room(*this, text_width));
        widgets::name_control(*words, id, words->GetLabelText());
        m_rows->Add(words, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    };
    if (!row.reason.code.empty()) add(row.reason, "import.row.reason", true);
    for (const core::Error& finding : row.findings)
        if (finding != row.reason) add(finding, "import.row.finding", false);
}

// Three columns: the field (to be ticked where the list says something else), the list, the register.
void RowPanel::compare(const RowOutcome& row, const RowRules& rules) {
    if (row.beside.empty()) return;
    auto* grid = new wxFlexGridSizer(3, FromDIP(wxSize(widgets::space::small, widgets::space::hair)));
    const auto add = [&](const wxString& text, const wxColour& ink, bool strong) {
        auto* words = new wxStaticText(this, wxID_ANY, text);
        words->SetForegroundColour(ink);
        if (strong) words->SetFont(widgets::strong_font(*this));
        words->Wrap(widgets::text_room(*this, value_width));
        words->SetMinSize(wxSize(widgets::text_room(*this, value_width), -1));
        grid->Add(words, 0, wxALIGN_CENTRE_VERTICAL);
    };
    add(_("Take over"), widgets::colour::muted, false);
    add(_("In the list"), widgets::colour::muted, false);
    add(row.known ? wxString(_("In the register"))
                  // TRANSLATORS: {1} is the number of an earlier row of the same list.
                  : widgets::fill(_("In row {1}"), {widgets::number(row.earlier_row.value_or(0))}),
        widgets::colour::muted, false);
    for (const storage::FieldChange& field : row.beside) {
        const bool differs = may_be_taken(field);
        if (differs && may_be_decided(row, rules)) {
            auto* tick = new wxCheckBox(this, wxID_ANY, field_word(field.field));
            widgets::name_control(*tick, "import.row.field." + field.field, tick->GetLabelText());
            tick->SetValue(m_fields.contains(field.field));
            tick->Bind(wxEVT_CHECKBOX, [this, name = field.field, tick](wxCommandEvent&) {
                if (tick->GetValue())
                    m_fields.insert(name);
                else
                    m_fields.erase(name);
                // To tick a field is to say that it is the same person.
                if (m_same != nullptr) m_same->SetValue(true);
                m_decide({Take::same_person, m_fields});
            });
            grid->Add(tick, 0, wxALIGN_CENTRE_VERTICAL);
        } else {
            add(field_word(field.field), widgets::colour::ink, false);
        }
        const wxColour& ink = differs ? widgets::colour::info : widgets::colour::muted;
        add(field_value(m_session, field.field, field.is.value_or("")), ink, differs);
        add(field_value(m_session, field.field, field.was.value_or("")), widgets::colour::ink, false);
    }
    m_rows->Add(grid, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::medium));
}

void RowPanel::offer(const RowOutcome& row, const Decision& now, const RowRules& rules) {
    bool first = true;
    const auto add = [&](std::string_view id, const wxString& label, Take take, bool chosen) {
        auto* radio = new wxRadioButton(this, wxID_ANY, label, wxDefaultPosition, wxDefaultSize,
                                        first ? wxRB_GROUP : 0);
        first = false;
        widgets::name_control(*radio, id, label);
        radio->SetValue(chosen);
        radio->Bind(wxEVT_RADIOBUTTON, [this, take](wxCommandEvent&) {
            m_decide({take, take == Take::same_person ? m_fields : std::set<std::string>{}});
        });
        if (take == Take::same_person) m_same = radio;
        m_rows->Add(radio, 0, wxBOTTOM, FromDIP(widgets::space::hair));
    };
    if (row.verdict == Verdict::update) {
        const bool written = now.take == Take::same_person || now.take == Take::as_it_stands;
        if (rules.kind == Kind::learners)
            add("import.row.same", _("Write the ticked fields"), Take::same_person, written);
        else
            add("import.row.other", _("Write what changed"), Take::as_it_stands, written);
    } else {
        if (resembles_somebody(row) && rules.kind == Kind::learners)
            add("import.row.same", _("The same person: take the ticked fields over"), Take::same_person,
                now.take == Take::same_person);
        const bool new_person = resembles_somebody(row) && rules.kind == Kind::learners;
        const wxString other = new_person ? _("Another person: add as new") : _("Take the row as it stands");
        if (may_be_taken_up(row, rules))
            add("import.row.other", other, Take::as_it_stands, now.take == Take::as_it_stands);
    }
    add("import.row.leave", _("Leave for later"), Take::leave, now.take == Take::leave);
    if (rules.held) add("import.row.drop", _("Put aside for good"), Take::drop, now.take == Take::drop);
}

} // namespace imports
