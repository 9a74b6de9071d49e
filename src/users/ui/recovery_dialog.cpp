// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/ui/recovery_dialog.hpp"

#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "office/office_store.hpp"
#include "users/authority.hpp"
#include "users/set_up.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace users {

namespace {

class CodeDialog final : public widgets::FormDialog {
  public:
    CodeDialog(wxWindow* parent, office::Session& session, const std::string& code)
        : FormDialog(parent, "recovery-code", _("Recovery code"), _("It is put away safely"))
        , m_session(session)
        , m_code(code) {
        explain(_("With this code an administrator who lost the password gets a new one, and the "
                  "office keeps its signing key when the passphrase is lost. It is shown only now. "
                  "Print it, put it in a closed envelope, and lock that away outside this room."));
        auto* form = new widgets::Form(body(), 1);
        auto* shown = form->add_text("recovery-code.code", _("Recovery code"), code);
        shown->SetEditable(false);
        shown->SetFont(widgets::title_font(*this));
        shown->SetMinSize(widgets::text_room(*this, 440, 44));
        m_sure = form->add_check("recovery-code.sure", _("I have printed it or written it down"), false);
        rows().Add(form, 1, wxEXPAND);
        add_button("recovery-code.save", _("&Print..."), [this] { print(); });
        accept_button().Disable();
        m_sure->Bind(wxEVT_CHECKBOX,
                     [this](wxCommandEvent& event) { accept_button().Enable(event.IsChecked()); });
        on_accept([this] { return m_sure->GetValue(); });
        forbid_leaving();
        fit(560);
        // Room for what is told when the paper is saved.
        SetSize(GetSize() + FromDIP(wxSize(0, 72)));
        begin_at(*shown);
    }

  private:
    void print() {
        const office::Office office = office::load_office(m_session.database);
        documents::Sheet sheet;
        sheet.text_size = 12;
        sheet.office_lines = {office.name_km.empty() ? office.name : office.name_km};
        sheet.titles = {widgets::utf8(_("Recovery code"))};
        sheet.opening = {
            {widgets::utf8(_("Office")), office::shown_name(m_session, office).utf8_string()},
            {widgets::utf8(_("Code")), m_code},
            {widgets::utf8(_("Made on")), widgets::utf8(widgets::shown(m_session.database.clock().today()))},
            {{},
             widgets::utf8(_("For the administrator alone. Keep it in a closed envelope, locked away "
                             "outside the room where the computer stands. Whoever has this paper and the "
                             "office file can make themselves an administrator."))}};
        auto paper = documents::paper_of_sheet(sheet, documents::load_program_fonts(),
                                               m_session.database.clock().now());
        if (!paper) return bar().tell(widgets::Tone::bad, m_session.sentence(paper.error()));
        paper->title = _("Recovery code");
        paper->note = _("Print it now. Where it is saved instead, delete the file once it is printed.");
        paper->file = "recovery-code";
        paper->kind = "recovery-code";
        paper->sentence = m_session.sentence;
        documents::show_paper(this, *paper);
    }

    office::Session& m_session;
    std::string m_code;
    wxCheckBox* m_sure = nullptr;
};

class RecoverDialog final : public widgets::FormDialog {
  public:
    RecoverDialog(wxWindow* parent, office::Session& session, const std::string& name)
        : FormDialog(parent, "recover", _("Forgot the password"), _("Set the new password"))
        , m_session(session) {
        explain(_("An administrator gets a new password by the recovery code that was printed when "
                  "set-up ended. Anybody else asks an administrator for a new password."));
        m_form = new widgets::Form(body(), 1);
        m_name = m_form->add_text("recover.name", _("Log-in name of the administrator"), name);
        m_code = m_form->add_text("recover.code", _("Recovery code"));
        m_password = m_form->add_password("recover.password", _("New password"));
        m_again = m_form->add_password("recover.again", _("New password once more"));
        m_passphrase = m_form->add_password("recover.passphrase",
                                            _("New passphrase of the office, where that is lost too"));
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] {
            begin();
            return false;
        });
        fit(520);
        begin_at(*(name.empty() ? m_name : m_code));
    }

    std::string name() const { return m_user; }
    std::string next_code() const { return m_next_code; }

  private:
    void begin() {
        m_form->forget_complaints();
        if (m_password->GetValue() != m_again->GetValue())
            return m_form->complain(m_again, m_session.sentence(core::Error{"password.differ"}));
        accept_button().Disable();
        m_jobs.start(
            [this, name = widgets::typed(m_name->GetValue()), code = widgets::typed(m_code->GetValue()),
             password = SecretText(widgets::utf8(m_password->GetValue())),
             passphrase = SecretText(widgets::utf8(m_passphrase->GetValue()))](
                core::Progress&) -> widgets::JobRunner::Finish {
                const auto recovery = prepare_recovery(name, password.text(), code, passphrase.text(),
                                                       m_session.database.random());
                auto done = recovery ? in_file(*recovery) : core::fail(recovery.error());
                if (!done)
                    return [this, error = done.error()] {
                        bar().tell(widgets::Tone::bad, m_session.sentence(error));
                    };
                return [this, name, next = recovery->next_code] {
                    m_user = name;
                    m_next_code = next;
                    CallAfter([this] { EndModal(wxID_OK); });
                };
            },
            {.ended = [this] { accept_button().Enable(); }});
    }

    core::Expected<void> in_file(const Recovery& recovery) {
        storage::Transaction tx(m_session.database, actor_of_program());
        auto done = recover(tx, recovery);
        if (done) tx.commit();
        return done;
    }

    office::Session& m_session;
    widgets::Form* m_form = nullptr;
    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_code = nullptr;
    wxTextCtrl* m_password = nullptr;
    wxTextCtrl* m_again = nullptr;
    wxTextCtrl* m_passphrase = nullptr;
    std::string m_user;
    std::string m_next_code;
    widgets::JobRunner m_jobs;
};

} // namespace

void show_recovery_code(wxWindow* parent, office::Session& session, const std::string& code) {
    CodeDialog(parent, session, code).ShowModal();
}

std::optional<std::string> recover_by_code(wxWindow* parent, office::Session& session,
                                           const std::string& name) {
    RecoverDialog dialog(parent, session, name);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    show_recovery_code(parent, session, dialog.next_code());
    return dialog.name();
}

} // namespace users
