// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/ui/log_in_dialog.hpp"

#include "users/ui/recovery_dialog.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace users {

namespace {

class LogInDialog final : public widgets::FormDialog {
  public:
    LogInDialog(wxWindow* parent, office::Session& session, const LogInQuestion& question)
        : FormDialog(parent, "log-in", question.title, question.do_label)
        , m_session(session)
        , m_question(question) {
        explain(question.explanation);
        auto* form = new widgets::Form(body(), 1);
        m_name = form->add_text("log-in.name", _("Log-in name"), question.name);
        m_name->SetEditable(!question.fixed);
        m_password = form->add_password("log-in.password", _("Password"));
        rows().Add(form, 1, wxEXPAND);
        call_leaving(question.leave_label);
        if (question.recovery)
            add_button("log-in.recover", _("Forgot the password..."), [this] { recover_password(); });
        on_accept([this] {
            begin();
            return false;
        });
        fit(480);
        begin_at(*(question.name.empty() ? m_name : m_password));
    }

    std::optional<User> user() const { return m_user; }

  private:
    void begin() {
        const auto attempt = begin_log_in(m_session.database, widgets::typed(m_name->GetValue()));
        if (!attempt) return complain(attempt.error());
        accept_button().Disable();
        // Trying a password is made slow on purpose.
        m_jobs.start(
            [this, attempt = *attempt,
             password = SecretText(widgets::utf8(m_password->GetValue()))](core::Progress&) {
                const bool fits = attempt.fits(password.text());
                return [this, attempt, fits] { end(attempt, fits); };
            },
            {.ended = [this] { accept_button().Enable(); }});
    }

    void end(const Attempt& attempt, bool fits) {
        const auto user = end_log_in(m_session.database, attempt, fits);
        if (!user) return complain(user.error());
        if (m_question.beside && !may_stand_second(*user, *m_question.beside))
            return complain(core::Error{"auth.second"}.with("name", user->name));
        m_user = *user;
        CallAfter([this] { EndModal(wxID_OK); });
    }

    void complain(const core::Error& error) {
        bar().tell(widgets::Tone::bad, m_session.sentence(error));
        m_password->Clear();
        m_password->SetFocus();
    }

    void recover_password() {
        const auto name = recover_by_code(this, m_session, widgets::typed(m_name->GetValue()));
        if (!name) return;
        m_name->ChangeValue(widgets::wx(*name));
        bar().tell(widgets::Tone::good, _("The new password is set. Log in with it."));
        m_password->SetFocus();
    }

    office::Session& m_session;
    LogInQuestion m_question;
    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_password = nullptr;
    std::optional<User> m_user;
    widgets::JobRunner m_jobs; // last: it ends before what its closures use
};

class PassphraseDialog final : public widgets::FormDialog {
  public:
    PassphraseDialog(wxWindow* parent, office::Session& session)
        // TRANSLATORS: the secret sentence that guards the office's signing key.
        : FormDialog(parent, "passphrase", _("The office's passphrase"), _("Unlock"))
        , m_session(session) {
        explain(_("What is signed carries the office's key, which the passphrase guards. It stays "
                  "unlocked until the screen is locked."));
        auto* form = new widgets::Form(body(), 1);
        m_text = form->add_password("passphrase.text", _("Passphrase"));
        rows().Add(form, 1, wxEXPAND);
        on_accept([this] {
            begin();
            return false;
        });
        fit(480);
        begin_at(*m_text);
    }

    std::string passphrase() const { return m_typed.text(); }

  private:
    void begin() {
        accept_button().Disable();
        m_typed = SecretText(widgets::utf8(m_text->GetValue()));
        m_jobs.start(
            [this, typed = m_typed](core::Progress&) -> widgets::JobRunner::Finish {
                const auto key = office::open_signing_key(m_session.database, typed.text());
                const auto problem = key ? std::nullopt : std::optional{key.error()};
                return [this, problem] {
                    if (!problem) return CallAfter([this] { EndModal(wxID_OK); });
                    bar().tell(widgets::Tone::bad, m_session.sentence(*problem));
                    m_text->Clear();
                    m_text->SetFocus();
                };
            },
            {.ended = [this] { accept_button().Enable(); }});
    }

    office::Session& m_session;
    wxTextCtrl* m_text = nullptr;
    SecretText m_typed;
    widgets::JobRunner m_jobs;
};

} // namespace

std::optional<User> ask_log_in(wxWindow* parent, office::Session& session, const LogInQuestion& question) {
    LogInDialog dialog(parent, session, question);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.user();
}

std::optional<std::string> ask_passphrase(wxWindow* parent, office::Session& session) {
    PassphraseDialog dialog(parent, session);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.passphrase();
}

} // namespace users
