// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/what_if_dialog.hpp"

#include "certificates/eligibility.hpp"
#include "certificates/ui/certificate_words.hpp"
#include "core/numerals.hpp"
#include "programmes/pack_store.hpp"
#include "programmes/pack_trial.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace certificates {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

std::string plain(programmes::Hundredths value) {
    std::string text = core::format_hundredths(value);
    if (text.ends_with(".00")) text.resize(text.size() - 3);
    return text;
}

// Of all the rules, those a board asks about; the editor of programmes shows what any of them would change.
struct Asked {
    wxTextCtrl* field;
    std::vector<std::string> rules; // as with_rule calls them
    std::string value;              // as it stands in the rules
};

class WhatIfDialog final : public wxDialog {
  public:
    WhatIfDialog(wxWindow* parent, const office::Session& session, const classes::ClassRow& row)
        : wxDialog(parent, wxID_ANY, fill(_("What if: {1}"), {office::shown_name(session, row)}),
                   wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_class(row.id)
        , m_pack(programmes::load_pack(session.database, classes::load_class(session.database, row.id).pack))
        , m_now(load_candidates(session.database, row.id))
        , m_then(m_now)
        , m_form(new widgets::Form(this, 4)) {
        SetName("what-if");
        SetBackgroundColour(widgets::colour::paper);
        add_fields();
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_form, 0, wxEXPAND | wxALL, FromDIP(widgets::space::large));
        m_sum = new wxStaticText(this, wxID_ANY, wxString());
        m_sum->SetFont(widgets::strong_font(*this));
        rows->Add(m_sum, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(widgets::space::large));
        rows->Add(make_list(), 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(widgets::space::large));
        rows->Add(make_foot(), 0, wxEXPAND | wxALL, FromDIP(widgets::space::large));
        SetSizer(rows);
        widgets::size_to_screen(*this, 1080, 620);
        show();
        // Once the window is there: a reader is told of the keyboard then.
        CallAfter([this] { m_asked.front().field->SetFocus(); });
    }

  private:
    void add_fields() {
        const auto hours = m_pack.attendance.minimum_hours;
        ask("attendance", _("Least attendance, %"), {"attendance.minimum-percent"},
            plain(m_pack.attendance.minimum_percent));
        ask("hours", _("Least hours attended"), {"attendance.minimum-hours"},
            hours ? std::to_string(*hours) : std::string{});
        if (!m_pack.takes_marks()) return;
        ask("average", _("Least average"), {"averaging.pass-minimum"}, plain(m_pack.averaging.pass_minimum));
        std::vector<std::string> units;
        std::vector<programmes::Hundredths> minima;
        for (const programmes::Unit& unit : m_pack.units)
            if (!unit.subjects.empty()) {
                units.push_back("unit." + unit.key + ".minimum");
                minima.push_back(unit.minimum);
            }
        // Units that differ are asked about in the editor, each by itself.
        if (!units.empty() &&
            std::all_of(minima.begin(), minima.end(), [&](auto one) { return one == minima.front(); }))
            ask("unit", _("Least average of a unit"), std::move(units), plain(minima.front()));
    }

    void ask(std::string_view id, const wxString& label, std::vector<std::string> rules, std::string value) {
        wxTextCtrl* field = m_form->add_text("what-if." + std::string{id}, label, value);
        m_asked.push_back({field, std::move(rules), std::move(value)});
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { try_out(); });
    }

    wxWindow* make_list() {
        m_list = new widgets::DataList(this, "what-if.learners", _("Learners of the class"),
                                       {{.title = _("Name"), .width = 180, .grows = true},
                                        // TRANSLATORS: heading of a column: by the rules as they are.
                                        {.title = _("As it is"), .width = 165},
                                        // TRANSLATORS: heading of a column: if the rules were otherwise.
                                        {.title = _("Then"), .width = 165},
                                        {.title = _("What would be lacking"), .width = 400, .grows = true}});
        return m_list;
    }

    wxSizer* make_foot() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        auto* hint = new wxStaticText(
            this, wxID_ANY, _("Nothing is kept. The rules of a programme are changed in Settings."));
        hint->SetForegroundColour(widgets::colour::muted);
        row->Add(hint, 1, wxALIGN_CENTRE_VERTICAL);
        auto* close =
            widgets::add_named_button(this, "what-if.close", _("Close"), [this] { EndModal(wxID_CLOSE); });
        SetEscapeId(close->GetId());
        row->Add(close);
        return row;
    }

    void try_out() {
        m_form->forget_complaints();
        programmes::Pack rules = m_pack;
        for (const Asked& one : m_asked) {
            const std::string value = core::to_latin_digits(widgets::typed(one.field->GetValue()));
            if (value == one.value) continue;
            for (const std::string& rule : one.rules) {
                auto changed = programmes::with_rule(rules, rule, value);
                if (!changed) return m_form->mark(one.field, m_session.sentence(changed.error()));
                rules = std::move(*changed);
            }
        }
        m_then = load_candidates(m_session.database, m_class, rules);
        show();
    }

    void show() {
        const auto may = [](const std::vector<Candidate>& list) {
            return number(
                std::count_if(list.begin(), list.end(), [](const Candidate& one) { return one.eligible(); }));
        };
        // TRANSLATORS: how many may be awarded: {1} by the rules as they are, {2} by the others.
        const wxString sum = fill(_("May be awarded: {1} as it is, {2} then."), {may(m_now), may(m_then)});
        m_sum->SetLabelText(sum);
        widgets::name_control(*m_sum, "what-if.sum", sum);
        m_list->set_rows(m_then.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const Candidate& now = m_now[row];
            const Candidate& then = m_then[row];
            switch (column) {
            case 0:
                return {office::shown_name(m_session, then.learner)};
            case 1:
                return {word_of(now), Tone::muted};
            case 2:
                if (now.eligible() == then.eligible()) return {word_of(then), Tone::muted};
                return {word_of(then), then.eligible() ? Tone::good : Tone::bad};
            default:
                return {then.eligible() ? wxString() : standing_words(m_session, then), Tone::muted};
            }
        });
    }

    static wxString word_of(const Candidate& candidate) {
        return candidate.eligible() ? _("Eligible") : _("Not eligible");
    }

    const office::Session& m_session;
    classes::ClassId m_class;
    programmes::Pack m_pack;
    std::vector<Candidate> m_now;
    std::vector<Candidate> m_then;
    widgets::Form* m_form;
    std::vector<Asked> m_asked;
    wxStaticText* m_sum = nullptr;
    widgets::DataList* m_list = nullptr;
};

} // namespace

void show_what_if(wxWindow* parent, office::Session& session, const classes::ClassRow& row) {
    WhatIfDialog(parent, session, row).ShowModal();
}

} // namespace certificates
