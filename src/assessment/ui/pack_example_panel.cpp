// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/pack_example_panel.hpp"

#include "assessment/ui/result_labels.hpp"
#include "attendance/attendance.hpp"
#include "core/numerals.hpp"
#include "widgets/accessible.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

namespace assessment {
namespace {

using programmes::Pack;
using widgets::fill;
using widgets::number;
using widgets::wx;

// "7.25 6.75 …"; nothing where a word is no mark.
std::optional<std::vector<Hundredths>> read_marks(const std::string& text) {
    std::vector<Hundredths> marks;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of(" ;", at), text.size());
        if (end > at) {
            const auto mark = core::read_hundredths(text.substr(at, end - at));
            if (!mark || *mark < 0) return std::nullopt;
            marks.push_back(*mark);
        }
        at = end + 1;
    }
    return marks;
}

wxString written(const std::vector<Hundredths>& marks) {
    wxString text;
    for (const Hundredths mark : marks)
        text += (text.empty() ? "" : " ") + widgets::figure(core::format_hundredths(mark));
    return text;
}

Hundredths days_in(const wxTextCtrl& field) {
    const auto days = core::read_hundredths(widgets::typed(field.GetValue()));
    return days && *days >= 0 && *days <= 36'600 ? *days : 0;
}

} // namespace

PackExamplePanel::PackExamplePanel(wxWindow* parent, const office::Session& session)
    : wxPanel(parent)
    , m_session(session) {
    SetBackgroundColour(widgets::colour::paper);
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* title = new wxStaticText(this, wxID_ANY, _("An example"));
    title->SetFont(title->GetFont().Bold());
    column->Add(title);
    m_marks_form = new widgets::Form(this, 1);
    m_marks = m_marks_form->add_text("pack.example.marks", _("Marks of a learner, the same in every period"));
    column->Add(m_marks_form, 0, wxEXPAND);
    auto* form = new widgets::Form(this, 2);
    m_choice = form->add_choice("pack.example.level", _("Level"), {});
    m_retest = form->add_text("pack.example.retest", _("Mark of the retest"));
    m_absent = form->add_text("pack.example.absent", _("Days absent without leave"), "0");
    m_met = form->add_text("pack.example.met", _("Days the class met"), "120");
    column->Add(form, 0, wxEXPAND);
    m_list = new widgets::DataList(this, "pack.example", _("An example"),
                                   {{.title = _("Period"), .width = 150, .grows = true},
                                    {.title = _("Average"), .width = 66, .right = true},
                                    {.title = _("Exact"), .width = 80, .right = true},
                                    {.title = _("Grade"), .width = 50},
                                    {.title = _("Result"), .width = 110}});
    m_list->keep_order(); // parts before what is made of them
    m_list->SetMinSize(wxSize(-1, FromDIP(140)));
    column->Add(m_list, 1, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
    m_ties = new wxStaticText(this, wxID_ANY, wxString());
    column->Add(m_ties, 0, wxTOP, FromDIP(widgets::space::hair));
    m_attendance = new wxStaticText(this, wxID_ANY, wxString());
    column->Add(m_attendance, 0, wxTOP, FromDIP(widgets::space::hair));
    SetSizer(column);
    m_marks->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        m_marks_typed = true;
        work_out();
    });
    for (wxTextCtrl* field : {m_retest, m_absent, m_met})
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { work_out(); });
    m_choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { work_out(); });
}

wxString PackExamplePanel::shown(const programmes::Wording& words) const {
    const bool khmer = m_session.language == widgets::Language::khmer || words.en.empty();
    return wx(khmer ? words.km : words.en);
}

void PackExamplePanel::offer_levels(const Pack& pack) {
    std::vector<std::string> levels{""};
    for (const programmes::Level& level : pack.levels)
        levels.push_back(level.key);
    const int before = std::max(0, m_choice->GetSelection());
    const std::string kept = m_levels.empty() ? std::string{} : m_levels[static_cast<std::size_t>(before)];
    m_levels = levels;
    m_choice->Clear();
    m_choice->Append(_("The rules of all"));
    for (const programmes::Level& level : pack.levels)
        m_choice->Append(shown(level.name));
    const auto found = std::find(m_levels.begin(), m_levels.end(), kept);
    m_choice->SetSelection(found == m_levels.end() ? 0 : static_cast<int>(found - m_levels.begin()));
    m_choice->Enable(m_levels.size() > 1);
}

Pack PackExamplePanel::at_chosen_level() const {
    return programmes::at_level(m_pack,
                                m_levels[static_cast<std::size_t>(std::max(0, m_choice->GetSelection()))]);
}

void PackExamplePanel::show(const Pack& pack, const wxString& fault) {
    if (!fault.empty()) {
        m_lines.clear();
        m_list->set_rows(0, [](std::size_t, std::size_t) { return widgets::Cell{}; });
        m_list->say_when_empty(fault);
        m_ties->SetLabelText({});
        m_attendance->SetLabelText({});
        return;
    }
    m_pack = pack;
    offer_levels(pack);
    const bool marks = pack.takes_marks();
    m_marks->Enable(marks);
    m_retest->Enable(marks && pack.retest.has_value());
    work_out();
}

void PackExamplePanel::work_out() {
    m_level = at_chosen_level();
    // A subject more is a mark more, unless somebody wrote marks of their own.
    if (!m_marks_typed) m_marks->ChangeValue(written(first_example(m_level)));
    work_out_marks();
    work_out_attendance();
    Layout();
}

void PackExamplePanel::work_out_marks() {
    m_lines.clear();
    wxString ties;
    if (m_level.takes_marks()) {
        ExampleMarks example;
        example.absences.without_leave = static_cast<int>(days_in(*m_absent) / 50);
        if (const auto again = core::read_hundredths(widgets::typed(m_retest->GetValue()));
            again && *again >= 0)
            example.retest = *again;
        if (const auto marks = read_marks(widgets::typed(m_marks->GetValue()))) {
            example.marks = *marks;
            m_lines = example_of(m_level, example);
        }
        for (const int rank : ranks_of_a_tie(m_level))
            ties += (ties.empty() ? wxString() : wxString(", ")) + number(rank);
        // TRANSLATORS: {1} is a list of ranks
        ties = fill(_("Three learners, the first two alike: ranks {1}"), {ties});
    }
    m_list->set_rows(m_lines.size(),
                     [this](std::size_t row, std::size_t column) { return cell(row, column); });
    m_list->say_when_empty(m_level.takes_marks()
                               ? _("Write marks to see what they come to.")
                               : _("This programme takes no marks: attendance alone decides."));
    m_ties->SetLabelText(ties);
}

void PackExamplePanel::work_out_attendance() {
    const programmes::AttendanceRule& rule = m_level.attendance;
    attendance::Tally tally;
    tally.taken = static_cast<int>(days_in(*m_met) / 100);
    tally.absent = std::min(tally.taken, static_cast<int>(days_in(*m_absent) / 100));
    const auto rate = attendance::rate(tally, {rule.late_present, rule.half_day_present});
    wxString text;
    if (rate) {
        const bool enough = !(*rate < core::Ratio{rule.minimum_percent, 10'000});
        const wxString pattern =
            // TRANSLATORS: {1} is an attendance rate, {2} the least one that the rules ask for.
            enough ? _("Attendance {1} %, the least is {2} %: enough")
                   : _("Attendance {1} %, the least is {2} %: too little");
        text = fill(pattern, {widgets::figure(core::format_percent(*rate)),
                              widgets::figure(core::format_hundredths(rule.minimum_percent))});
    }
    m_attendance->SetLabelText(text);
    widgets::name_control(*m_attendance, "pack.example.attendance", text);
}

widgets::Cell PackExamplePanel::cell(std::size_t row, std::size_t column) const {
    if (row >= m_lines.size()) return {};
    const ExampleLine& line = m_lines[row];
    const Result& result = line.result;
    switch (column) {
    case 0:
        return {shown(line.period)};
    case 1:
        return {result.average ? widgets::figure(format_average(m_level, *result.average)) : wxString()};
    case 2:
        return {line.exact ? widgets::figure(core::format_decimal(core::truncate(*line.exact, 5), 5))
                           : wxString(),
                widgets::Tone::muted};
    case 3:
        return {wx(result.grade)};
    default:
        return {result_label(result), result_tone(result)};
    }
}

} // namespace assessment
