// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/ui/outcome_view.hpp"

#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/translation.h>

namespace imports {

namespace {

constexpr std::array verdicts{Verdict::accept, Verdict::same, Verdict::update, Verdict::review,
                              Verdict::refuse};

widgets::Tone tone_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::accept:
        return widgets::Tone::good;
    case Verdict::same:
        return widgets::Tone::muted;
    case Verdict::update:
        return widgets::Tone::info;
    case Verdict::review:
        return widgets::Tone::warning;
    case Verdict::refuse:
        return widgets::Tone::bad;
    }
    return widgets::Tone::plain;
}

std::int64_t count_of(const Counts& counts, Verdict verdict) {
    switch (verdict) {
    case Verdict::accept:
        return counts.accepted;
    case Verdict::same:
        return counts.same;
    case Verdict::update:
        return counts.updated;
    case Verdict::review:
        return counts.review;
    case Verdict::refuse:
        return counts.refused;
    }
    return 0;
}

} // namespace

wxString verdict_word(Verdict verdict) {
    switch (verdict) {
    // TRANSLATORS: what an import does with a row: it is written.
    case Verdict::accept:
        return _("Accepted");
    // TRANSLATORS: what an import does with a row: the same is already in the office file.
    case Verdict::same:
        return _("Already here");
    // TRANSLATORS: what an import does with a row: a known learner's fields differ.
    case Verdict::update:
        return _("Changed");
    // TRANSLATORS: what an import does with a row: a person must look at it.
    case Verdict::review:
        return _("To review");
    // TRANSLATORS: what an import does with a row: it is not written.
    case Verdict::refuse:
        return _("Refused");
    }
    return {};
}

OutcomeView::OutcomeView(wxWindow* parent, const office::Session& session)
    : wxPanel(parent)
    , m_session(session)
    , m_findings(new wxBoxSizer(wxVERTICAL)) {
    auto* chips = new wxBoxSizer(wxHORIZONTAL);
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        auto* chip = new wxButton(this, wxID_ANY, wxString());
        const std::optional<Verdict> only = i == 0 ? std::nullopt : std::optional(verdicts[i - 1]);
        chip->Bind(wxEVT_BUTTON, [this, only](wxCommandEvent&) { show_rows(only); });
        chip->SetForegroundColour(only ? widgets::ink_of(tone_of(*only)) : widgets::colour::ink);
        chips->Add(chip, 0, wxRIGHT, FromDIP(widgets::space::small));
        m_filters[i] = chip;
    }
    m_list = new widgets::DataList(this, "import.rows", _("Rows of the list"),
                                   {{.title = _("Row"), .width = 56, .right = true},
                                    {.title = _("Verdict"), .width = 110},
                                    {.title = _("Name"), .width = 220},
                                    {.title = _("Cell"), .width = 70},
                                    {.title = _("Reason"), .width = 420, .grows = true}});
    m_list->say_when_empty(_("The list holds no rows."));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_findings, 0, wxEXPAND);
    rows->Add(chips, 0, wxTOP | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_list, 1, wxEXPAND);
    SetSizer(rows);
}

void OutcomeView::show(const Outcome& outcome) {
    m_outcome = outcome;
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        const bool all = i == 0;
        const auto count =
            all ? static_cast<std::int64_t>(outcome.rows.size()) : count_of(outcome.counts, verdicts[i - 1]);
        const wxString word = all ? wxString(_("All rows")) : verdict_word(verdicts[i - 1]);
        const wxString label = word + " " + widgets::number(count);
        m_filters[i]->SetLabel(label);
        const std::string id = all ? "all" : std::string(to_text(verdicts[i - 1]));
        widgets::name_control(*m_filters[i], "import.filter." + id, label);
        m_filters[i]->Enable(count > 0);
    }
    show_findings();
    // What needs a person comes to the eye first.
    if (outcome.counts.refused > 0)
        show_rows(Verdict::refuse);
    else if (outcome.counts.review > 0)
        show_rows(Verdict::review);
    else
        show_rows(std::nullopt);
    Layout();
}

void OutcomeView::show_findings() {
    m_findings->Clear(true);
    for (const core::Error& finding : m_outcome.file_findings) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(new wxStaticBitmap(this, wxID_ANY, widgets::icon("warning", 16, widgets::colour::warning)),
                 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::small));
        auto* words = new wxStaticText(this, wxID_ANY, m_session.sentence(finding));
        words->SetForegroundColour(widgets::colour::warning);
        words->Wrap(FromDIP(1000));
        widgets::name_control(*words, "import.finding." + finding.code, words->GetLabelText());
        row->Add(words, 1);
        m_findings->Add(row, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::hair));
    }
}

wxString OutcomeView::reason_of(const RowOutcome& row) const {
    core::Error reason = row.reason;
    reason.place = {}; // it has a column of its own
    wxString text = reason.code.empty() ? wxString() : m_session.sentence(reason);
    for (const storage::FieldChange& change : row.changes) {
        if (!text.empty()) text += "  ";
        // TRANSLATORS: a learner's field that a list would change: {1} the field, {2} what it was, {3} what
        // it is.
        text += widgets::fill(_("{1}: {2} becomes {3}."),
                              {widgets::wx(change.field), widgets::wx(change.was.value_or("")),
                               widgets::wx(change.is.value_or(""))});
    }
    return text;
}

void OutcomeView::show_rows(std::optional<Verdict> only) {
    m_shown.clear();
    for (std::size_t i = 0; i < m_outcome.rows.size(); ++i)
        if (!only || m_outcome.rows[i].verdict == *only) m_shown.push_back(i);
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        const bool on = only ? i > 0 && verdicts[i - 1] == *only : i == 0;
        m_filters[i]->SetFont(on ? widgets::strong_font(*this) : GetFont());
    }
    m_list->set_rows(m_shown.size(), [this](std::size_t index, std::size_t column) -> widgets::Cell {
        const RowOutcome& row = m_outcome.rows[m_shown[index]];
        switch (column) {
        case 0:
            return {widgets::number(row.row)};
        case 1:
            return {verdict_word(row.verdict), tone_of(row.verdict)};
        case 2:
            return {widgets::wx(row.name)};
        case 3:
            return {widgets::wx(row.reason.place.cell), widgets::Tone::muted};
        default:
            return {reason_of(row)};
        }
    });
    Layout();
}

} // namespace imports
