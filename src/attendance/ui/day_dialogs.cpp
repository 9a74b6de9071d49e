// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/day_dialogs.hpp"

#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>

#include <array>

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
        , m_form(new widgets::Form(body(), 1)) {
        m_form->section(widgets::shown(day));
        m_reason = m_form->add_text("not-met.reason", _("Reason"));
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] {
            if (!reason().empty()) return true;
            m_form->complain(m_reason, _("Say why: the day then leaves the school days of the class."));
            return false;
        });
        fit();
    }

    std::string reason() const { return widgets::typed(m_reason->GetValue()); }

  private:
    widgets::Form* m_form;
    wxTextCtrl* m_reason;
};

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

} // namespace attendance
