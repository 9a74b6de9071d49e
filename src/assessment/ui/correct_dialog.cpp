// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/correct_dialog.hpp"

#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>

namespace assessment {
namespace {

class CorrectDialog final : public widgets::FormDialog {
  public:
    CorrectDialog(wxWindow* parent, const office::Session& session, const wxString& what,
                  const std::string& was, MarkRule rule)
        : FormDialog(parent, "correction", _("Correct a mark"), _("Correct"))
        , m_session(session)
        , m_rule(rule)
        , m_form(new widgets::Form(body(), 1)) {
        m_form->section(what);
        m_mark = m_form->add_text("correction.mark", _("Mark"), was);
        m_reason = m_form->add_text("correction.reason", _("Reason, kept with the mark before"));
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] { return read(); });
        fit();
    }

    const Correction& correction() const { return m_correction; }

  private:
    bool read() {
        m_form->forget_complaints();
        const auto score = read_score(widgets::typed(m_mark->GetValue()), m_rule.maximum, m_rule.step);
        m_correction.reason = widgets::typed(m_reason->GetValue());
        if (!score)
            m_form->complain(m_mark, m_session.sentence(score.error()));
        else
            m_correction.score = *score;
        if (m_correction.reason.empty())
            m_form->complain(m_reason, m_session.sentence(core::Error{"score.no-reason"}));
        return score.has_value() && !m_correction.reason.empty();
    }

    const office::Session& m_session;
    MarkRule m_rule;
    widgets::Form* m_form;
    wxTextCtrl* m_mark;
    wxTextCtrl* m_reason;
    Correction m_correction;
};

} // namespace

std::optional<Correction> ask_correction(wxWindow* parent, const office::Session& session,
                                         const wxString& what, const std::string& was, MarkRule rule) {
    CorrectDialog dialog(parent, session, what, was, rule);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.correction();
}

} // namespace assessment
