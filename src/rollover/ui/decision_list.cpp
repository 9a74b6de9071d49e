// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/ui/decision_list.hpp"

#include "assessment/ui/result_labels.hpp"
#include "core/numerals.hpp"
#include "rollover/ui/rollover_words.hpp"
#include "widgets/accessible.hpp"
#include "widgets/reason_dialog.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace rollover {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

// In the order of their keys, from 1.
constexpr std::array decisions{Decision::promote, Decision::repeat, Decision::leave, Decision::complete};

} // namespace

DecisionList::DecisionList(wxWindow* parent, const office::Session& session, Draft& draft,
                           std::function<void(const std::optional<core::Error>&)> complain)
    : wxPanel(parent)
    , m_session(session)
    , m_draft(draft)
    , m_complain(std::move(complain)) {
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(make_filter(), 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    m_list = new widgets::DataList(this, "rollover.learners", _("What becomes of each learner"),
                                   {{.title = _("Learner"), .width = 160, .grows = true},
                                    {.title = _("Number"), .width = 124},
                                    {.title = _("Class"), .width = 170, .grows = true},
                                    {.title = _("Result"), .width = 120},
                                    {.title = _("Decision"), .width = 120},
                                    {.title = _("Why"), .width = 300, .grows = true},
                                    // TRANSLATORS: heads the class a learner goes into next year.
                                    {.title = _("Next class"), .width = 170, .grows = true}},
                                   widgets::DataList::Selection::many);
    m_list->say_when_empty(_("Nobody."));
    m_list->on_select([this] { show_why(); });
    rows->Add(m_list, 1, wxEXPAND);
    m_why =
        new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE);
    m_why->SetForegroundColour(widgets::colour::muted);
    m_why->SetMinSize(wxSize(1, 2 * widgets::row_height(*this)));
    rows->Add(m_why, 0, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
    rows->Add(make_buttons(), 0, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
    SetSizer(rows);
    Bind(wxEVT_CHAR_HOOK, &DecisionList::take_key, this);
}

wxSizer* DecisionList::make_filter() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* label = new wxStaticText(this, wxID_ANY, _("Show"));
    m_filter = new wxChoice(this, wxID_ANY);
    widgets::name_control(*m_filter, "rollover.show", _("Show"));
    m_filter->Append(_("Everyone"));
    for (const Decision decision : decisions)
        m_filter->Append(decision_word(decision));
    m_filter->Append(_("Decided otherwise than by the rules"));
    m_filter->SetSelection(0);
    m_filter->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show(); });
    m_count = new wxStaticText(this, wxID_ANY, wxString());
    m_count->SetFont(widgets::strong_font(*this));
    row->Add(label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::small));
    row->Add(m_filter, 0, wxRIGHT, FromDIP(widgets::space::large));
    row->Add(m_count, 1, wxALIGN_CENTRE_VERTICAL);
    return row;
}

wxSizer* DecisionList::make_buttons() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* label = new wxStaticText(this, wxID_ANY, _("For the selected learners:"));
    label->SetForegroundColour(widgets::colour::muted);
    row->Add(label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::small));
    const auto add = [&](std::string_view id, int key, const wxString& words,
                         std::optional<Decision> decision) {
        // TRANSLATORS: a button: {1} the key that does the same, {2} what it does.
        const wxString shown = fill(_("{1}  {2}"), {number(key), words});
        auto* button = new wxButton(this, wxID_ANY, shown);
        widgets::name_control(*button, id, words);
        button->Bind(wxEVT_BUTTON, [this, decision](wxCommandEvent&) {
            CallAfter([this, decision] { decide(decision); });
        });
        row->Add(button, 0, wxRIGHT, FromDIP(widgets::space::small));
    };
    for (std::size_t at = 0; at < decisions.size(); ++at)
        add("rollover." + std::string{to_text(decisions[at])}, static_cast<int>(at) + 1,
            decision_word(decisions[at]), decisions[at]);
    add("rollover.by_rule", 0, _("As the rules say"), std::nullopt);
    return row;
}

void DecisionList::take_key(wxKeyEvent& event) {
    const auto digit = core::digit_value(static_cast<char32_t>(event.GetUnicodeKey()));
    const bool in_list = m_list->IsDescendant(FindFocus());
    if (!in_list || event.HasModifiers() || !digit || *digit > static_cast<int>(decisions.size()))
        return event.Skip();
    const auto decision =
        *digit == 0 ? std::nullopt : std::optional{decisions[static_cast<std::size_t>(*digit) - 1]};
    CallAfter([this, decision] { decide(decision); });
}

std::optional<std::string> DecisionList::reason_for(Decision decision, std::size_t learners) {
    return widgets::ask_reason(this, "rollover-reason",
                               {decision_word(decision),
                                fill(wxPLURAL("It is another decision than the rules' for {1} learner.",
                                              "It is another decision than the rules' for {1} learners.",
                                              static_cast<unsigned>(learners)),
                                     {number(static_cast<long long>(learners))}),
                                _("Reason, kept in the history"), decision_word(decision)});
}

void DecisionList::decide(std::optional<Decision> decision) {
    const auto selection = m_list->selection();
    Choices chosen = m_draft.choices;
    std::vector<classes::EnrolmentId> otherwise;
    for (const std::size_t row : selection) {
        const Line& line = m_draft.plan.lines[m_rows[row]];
        const classes::EnrolmentId id = m_draft.learner(line).learner.enrolment.id;
        chosen.learners.erase(id);
        if (decision && *decision != line.by_rule.decision) otherwise.push_back(id);
    }
    if (!otherwise.empty()) {
        const auto reason = reason_for(*decision, otherwise.size());
        if (!reason) return;
        for (const classes::EnrolmentId id : otherwise)
            chosen.learners[id] = {*decision, *reason};
    }
    const auto done = m_draft.choose(std::move(chosen));
    m_complain(done ? std::nullopt : std::optional{done.error()});
    show();
    m_list->quietly([&] { m_list->select_rows(selection); });
    m_list->focus_list();
}

void DecisionList::show() {
    const int filter = m_filter->GetSelection();
    m_rows.clear();
    for (std::size_t at = 0; at < m_draft.plan.lines.size(); ++at) {
        const Line& line = m_draft.plan.lines[at];
        const bool shown =
            filter == 0 || (filter <= static_cast<int>(decisions.size())
                                ? line.decision == decisions[static_cast<std::size_t>(filter) - 1]
                                : !line.reason.empty());
        if (shown) m_rows.push_back(at);
    }
    const wxString count = counted(m_draft.plan);
    m_count->SetLabelText(count);
    widgets::name_control(*m_count, "rollover.count", count);
    m_list->set_rows(m_rows.size(), [this](std::size_t row, std::size_t column) {
        return cell(m_draft.plan.lines[m_rows[row]], column);
    });
    show_why();
    Layout();
}

// In full: a reason is often longer than its column.
void DecisionList::show_why() {
    const auto selection = m_list->selection();
    wxString words;
    if (!selection.empty() && selection.front() < m_rows.size()) {
        const Line& line = m_draft.plan.lines[m_rows[selection.front()]];
        words = why(line);
        // TRANSLATORS: {1} is a learner, {2} why it was decided so.
        if (!words.empty())
            words =
                fill(_("{1}: {2}"), {office::shown_name(m_session, m_draft.learner(line).learner), words});
    }
    m_why->SetLabelText(words);
    m_why->Wrap(std::max(m_list->GetSize().x, FromDIP(300)));
    widgets::name_control(*m_why, "rollover.why", words);
}

wxString DecisionList::why(const Line& line) const {
    if (!line.reason.empty()) return widgets::wx(line.reason);
    wxString words;
    for (const core::Error& reason : line.by_rule.reasons)
        words += (words.empty() ? "" : " ") + m_session.sentence(reason);
    return words;
}

widgets::Cell DecisionList::cell(const Line& line, std::size_t column) const {
    const certificates::Candidate& one = m_draft.learner(line);
    switch (column) {
    case 0:
        return {office::shown_name(m_session, one.learner)};
    case 1:
        return {widgets::wx(one.learner.number), Tone::muted};
    case 2:
        return {office::shown_name(m_session, m_draft.from(line).taught), Tone::muted};
    case 3:
        return {assessment::result_label(one.result), assessment::result_tone(one.result)};
    case 4:
        return {decision_word(line.decision), decision_tone(line.decision)};
    case 5:
        return {why(line), line.reason.empty() ? Tone::muted : Tone::info};
    default:
        return {line.into ? office::shown_name(m_session, m_draft.plan.next[*line.into].made) : wxString()};
    }
}

void DecisionList::focus() {
    m_list->focus_list();
}

} // namespace rollover
