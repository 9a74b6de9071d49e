// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/ui/outcome_view.hpp"

#include "imports/ui/import_words.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/translation.h>

namespace imports {

namespace {

constexpr std::array verdicts{Verdict::accept, Verdict::same, Verdict::update, Verdict::review,
                              Verdict::refuse};

} // namespace

OutcomeView::OutcomeView(wxWindow* parent, const office::Session& session, std::function<void()> decided)
    : wxPanel(parent)
    , m_session(session)
    , m_decided(std::move(decided))
    , m_outcome(std::make_shared<Outcome>())
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
                                   {{.title = _("Row"), .width = 50, .right = true},
                                    {.title = _("Verdict"), .width = 96},
                                    {.title = _("Name"), .width = 150},
                                    {.title = _("Cell"), .width = 56},
                                    {.title = _("Reason"), .width = 160, .grows = true},
                                    // TRANSLATORS: heads the column that says what will become of each row.
                                    {.title = _("Will be"), .width = 136}});
    m_list->say_when_empty(_("The list holds no rows."));
    m_list->on_select([this] { show_row(); });
    m_row = new RowPanel(this, session);
    auto* middle = new wxBoxSizer(wxHORIZONTAL);
    middle->Add(m_list, 1, wxEXPAND | wxRIGHT, FromDIP(widgets::space::small));
    middle->Add(m_row, 0, wxEXPAND);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_findings, 0, wxEXPAND);
    rows->Add(chips, 0, wxTOP | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(middle, 1, wxEXPAND);
    SetSizer(rows);
}

void OutcomeView::show(std::shared_ptr<const Outcome> outcome, const RowRules& rules) {
    m_outcome = std::move(outcome);
    m_rules = rules;
    if (!rules.closed) m_decisions.clear();
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        const bool all = i == 0;
        const auto count = all ? static_cast<std::int64_t>(m_outcome->rows.size())
                               : count_of(m_outcome->counts, verdicts[i - 1]);
        const wxString word = all ? wxString(_("All rows")) : verdict_word(verdicts[i - 1]);
        const wxString label = word + " " + widgets::number(count);
        m_filters[i]->SetLabel(label);
        const std::string id = all ? "all" : std::string(to_text(verdicts[i - 1]));
        widgets::name_control(*m_filters[i], "import.filter." + id, label);
        m_filters[i]->Enable(count > 0);
    }
    show_findings();
    // What needs a person comes to the eye first.
    if (m_outcome->counts.refused > 0)
        show_rows(Verdict::refuse);
    else if (m_outcome->counts.review > 0)
        show_rows(Verdict::review);
    else
        show_rows(std::nullopt);
    Layout();
}

void OutcomeView::set_rules(const RowRules& rules) {
    m_rules = rules;
    m_list->Refresh();
    show_row();
}

void OutcomeView::focus_rows() {
    m_list->focus_list();
}

OutcomeView::Planned OutcomeView::planned() const {
    Planned planned;
    for (const RowOutcome& row : m_outcome->rows) {
        if (row.verdict == Verdict::accept) ++planned.added;
        if (row.verdict != Verdict::update && row.verdict != Verdict::review) continue;
        switch (decision_on(row).take) {
        case Decision::Take::leave:
            ++planned.held;
            break;
        case Decision::Take::drop:
            ++planned.put_aside;
            break;
        case Decision::Take::same_person:
            ++planned.changed;
            break;
        case Decision::Take::as_it_stands:
            ++(row.verdict == Verdict::update ? planned.changed : planned.added);
            break;
        }
    }
    return planned;
}

void OutcomeView::show_findings() {
    m_findings->Clear(true);
    for (const core::Error& finding : m_outcome->file_findings) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(new wxStaticBitmap(this, wxID_ANY, widgets::icon("warning", 16, widgets::colour::warning)),
                 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::small));
        auto* words = new wxStaticText(this, wxID_ANY, m_session.sentence(finding));
        words->SetForegroundColour(widgets::colour::warning);
        words->Wrap(widgets::text_room(*this, 1000));
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
                              {field_word(change.field),
                               field_value(m_session, change.field, change.was.value_or("")),
                               field_value(m_session, change.field, change.is.value_or(""))});
    }
    return text;
}

void OutcomeView::show_rows(std::optional<Verdict> only) {
    m_shown.clear();
    for (std::size_t i = 0; i < m_outcome->rows.size(); ++i)
        if (!only || m_outcome->rows[i].verdict == *only) m_shown.push_back(i);
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        const bool on = only ? i > 0 && verdicts[i - 1] == *only : i == 0;
        m_filters[i]->SetFont(on ? widgets::strong_font(*this) : GetFont());
    }
    m_list->set_rows(m_shown.size(), [this](std::size_t index, std::size_t column) -> widgets::Cell {
        const RowOutcome& row = m_outcome->rows[m_shown[index]];
        switch (column) {
        case 0:
            return {widgets::number(row.row)};
        case 1:
            return {verdict_word(row.verdict), tone_of(row.verdict)};
        case 2:
            return {widgets::wx(row.name)};
        case 3:
            return {widgets::wx(row.reason.place.cell), widgets::Tone::muted};
        case 4:
            return {reason_of(row)};
        default:
            return {decision_word(row, decision_on(row)), widgets::Tone::muted};
        }
    });
    if (!m_shown.empty()) m_list->select(0);
    show_row();
    Layout();
}

void OutcomeView::show_row() {
    const auto chosen = m_list->selected();
    if (!chosen || *chosen >= m_shown.size()) {
        m_row->show(nullptr, {}, m_rules, {});
        return;
    }
    const RowOutcome& row = m_outcome->rows[m_shown[*chosen]];
    m_row->show(&row, decision_on(row), m_rules, [this, index = *chosen](const Decision& decision) {
        // Not while the control that says so is still in its handler.
        CallAfter([this, index, decision] { decide(index, decision); });
    });
}

void OutcomeView::decide(std::size_t index, const Decision& decision) {
    if (index >= m_shown.size()) return;
    m_decisions[m_outcome->rows[m_shown[index]].row] = decision;
    m_list->row_changed(index);
    m_decided();
}

} // namespace imports
