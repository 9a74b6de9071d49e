// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/day_dialogs.hpp"

#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>

#include <array>
#include <vector>

namespace attendance {
namespace {

constexpr std::array absences = {Mark::permission, Mark::absent};

class AbsenceDialog final : public widgets::FormDialog {
  public:
    AbsenceDialog(wxWindow* parent, const office::Session& session, const wxString& learner, core::Day from)
        : FormDialog(parent, "absence", _("Absence over several days"), _("Write"))
        , m_session(session)
        , m_form(new widgets::Form(body(), 2)) {
        m_form->section(learner);
        m_first = m_form->add_date("absence.first", _("First day"));
        m_last = m_form->add_date("absence.last", _("Last day"));
        m_kind = m_form->add_choice("absence.kind", _("Absent"),
                                    {_("With permission"), _("Without permission")}, 0);
        m_first->set(std::optional(from));
        m_last->set(std::optional(from));
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] { return read(); });
        fit();
    }

    const Absence& absence() const { return m_absence; }

  private:
    std::optional<core::Day> read_day(widgets::DateField* field) {
        const auto day = field->day();
        if (day) return *day;
        m_form->complain(field, m_session.sentence(day.error()));
        return std::nullopt;
    }

    bool read() {
        m_form->forget_complaints();
        const auto first = read_day(m_first);
        const auto last = read_day(m_last);
        if (!first || !last) return false;
        if (*last < *first) {
            m_form->complain(m_last, _("The last day stands before the first."));
            return false;
        }
        m_absence = {{*first, *last}, absences[static_cast<std::size_t>(m_kind->GetSelection())]};
        return true;
    }

    const office::Session& m_session;
    widgets::Form* m_form;
    widgets::DateField* m_first;
    widgets::DateField* m_last;
    wxChoice* m_kind;
    Absence m_absence{};
};

class ReasonDialog final : public widgets::FormDialog {
  public:
    ReasonDialog(wxWindow* parent, core::Day day)
        : FormDialog(parent, "not-met", _("The class did not meet"), _("Write"))
        // Other comes last.
        , m_offered{_("The teacher was absent"), _("Flood"), _("Festival"), _("Another reason")}
        , m_form(new widgets::Form(body(), 1)) {
        m_form->section(widgets::shown(day));
        m_kind = m_form->add_choice("not-met.kind", _("Reason"), m_offered, 0);
        m_other = m_form->add_text("not-met.reason", _("Another reason"));
        m_other->Disable();
        m_kind->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
            event.Skip();
            m_other->Enable(other());
        });
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] {
            m_form->forget_complaints();
            if (!reason().empty()) return true;
            m_form->complain(m_other, _("Say why: the day then leaves the school days of the class."));
            return false;
        });
        fit();
    }

    std::string reason() const {
        if (other()) return widgets::typed(m_other->GetValue());
        return widgets::utf8(m_offered[static_cast<std::size_t>(m_kind->GetSelection())]);
    }

  private:
    bool other() const { return m_kind->GetSelection() + 1 == static_cast<int>(m_offered.size()); }

    std::vector<wxString> m_offered;
    widgets::Form* m_form;
    wxChoice* m_kind = nullptr;
    wxTextCtrl* m_other = nullptr;
};

// Days of the month that were taken, without the one that is copied onto.
std::vector<core::Day> days_to_copy(const Register& shown, core::Day onto) {
    std::vector<core::Day> days;
    for (unsigned day = 1; day <= shown.last_day(); ++day)
        if (shown.days.taken.has(day) && shown.day(day) != onto) days.push_back(shown.day(day));
    return days;
}

int marks_standing(const Register& shown, core::Day day) {
    int marks = 0;
    for (const RegisterRow& row : shown.rows)
        marks += row.marks.on(day) != Mark::none ? 1 : 0;
    return marks;
}

} // namespace

std::optional<Absence> ask_absence(wxWindow* parent, const office::Session& session, const wxString& learner,
                                   core::Day from) {
    AbsenceDialog dialog(parent, session, learner, from);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.absence();
}

std::optional<std::string> ask_reason(wxWindow* parent, core::Day day) {
    ReasonDialog dialog(parent, day);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.reason();
}

std::optional<core::Day> ask_day_to_copy(wxWindow* parent, const Register& shown, core::Day onto) {
    const std::vector<core::Day> days = days_to_copy(shown, onto);
    if (days.empty()) {
        widgets::tell(parent, _("Copy a day"), _("No other day of this month is taken yet."));
        return std::nullopt;
    }
    widgets::FormDialog dialog(parent, "copy-day", _("Copy a day"), _("Copy"));
    auto* form = new widgets::Form(dialog.body(), 1);
    form->section(widgets::fill(_("Onto {1}"), {widgets::shown(onto)}));
    std::vector<wxString> names;
    std::size_t before = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        names.push_back(widgets::weekday_name(core::iso_weekday(days[i])) + " " + widgets::shown(days[i]) +
                        "  " +
                        widgets::fill(_("({1} marks)"), {widgets::number(marks_standing(shown, days[i]))}));
        if (days[i] < onto) before = i;
    }
    auto* choice = form->add_choice("copy-day.from", _("The day to copy"), names, static_cast<int>(before));
    if (const int standing = marks_standing(shown, onto); standing > 0)
        form->note(choice,
                   widgets::fill(_("{1} marks that stand there are replaced."), {widgets::number(standing)}),
                   widgets::Tone::warning);
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.on_accept([] { return true; });
    dialog.fit(420);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return days[static_cast<std::size_t>(choice->GetSelection())];
}

} // namespace attendance
