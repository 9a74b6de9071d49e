// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/ui/user_dialog.hpp"

#include "institutions/institution_store.hpp"
#include "office/office_store.hpp"
#include "users/set_up.hpp"
#include "users/ui/recovery_dialog.hpp"
#include "users/ui/role_words.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace users {

namespace {

// A form whose end takes a tenth of a second and more, because passwords are made slow to guess.
class SlowForm : public widgets::FormDialog {
  public:
    // Runs away from the windows; what it gives back is what stands in the way, or nothing.
    using Work = std::function<std::optional<core::Error>()>;

    SlowForm(wxWindow* parent, office::Session& session, std::string_view id, const wxString& title,
             const wxString& do_label, int columns = 1)
        : FormDialog(parent, id, title, do_label)
        , m_session(session)
        , m_form(new widgets::Form(body(), columns)) {
        on_accept([this] {
            m_form->forget_complaints();
            const Work work = check();
            if (!work) return false;
            accept_button().Disable();
            m_jobs.start(
                [this, work](core::Progress&) -> widgets::JobRunner::Finish {
                    const auto problem = work();
                    return [this, problem] {
                        if (!problem) return CallAfter([this] { EndModal(wxID_OK); });
                        bar().tell(widgets::Tone::bad, m_session.sentence(*problem));
                    };
                },
                {.ended = [this] { accept_button().Enable(); },
                 .failed =
                     [this](const core::Error& error) {
                         bar().tell(widgets::Tone::bad, m_session.sentence(error));
                     }});
            return false;
        });
    }

  protected:
    // The work that was typed, or an empty function after complaining.
    virtual Work check() = 0;

    void finish() {
        rows().Add(m_form, 1, wxEXPAND);
        fit(520);
    }
    // Two fields that must hold the same.
    bool same(wxTextCtrl* first, wxTextCtrl* again, const char* code) {
        if (first->GetValue() == again->GetValue()) return true;
        m_form->complain(again, m_session.sentence(core::Error{code}));
        return false;
    }
    bool good_password(const std::string& name, wxTextCtrl* field) {
        const auto good = check_new_password(name, widgets::utf8(field->GetValue()));
        if (!good) m_form->complain(field, m_session.sentence(good.error()));
        return good.has_value();
    }

    office::Session& m_session;
    widgets::Form* m_form;

  private:
    widgets::JobRunner m_jobs;
};

template<typename Done>
std::optional<core::Error> problem_of(const core::Expected<Done>& done) {
    return done ? std::nullopt : std::optional{done.error()};
}

// Roles of this office's level, and for each institution those that may be given for one.
class GrantChoice {
  public:
    GrantChoice(const office::Session& session, widgets::Form& form) {
        const office::Level level = office::load_office(session.database).level;
        std::vector<wxString> words;
        for (const Role role : every_role)
            if (belongs_to(role, level)) {
                m_roles.push_back(role);
                words.push_back(role_words(role));
            }
        // Nobody becomes an administrator by pressing Enter.
        const auto usual = std::find(m_roles.begin(), m_roles.end(), Role::clerk);
        const auto first =
            usual == m_roles.end() ? std::find(m_roles.begin(), m_roles.end(), Role::reader) : usual;
        m_role = form.add_choice("user.role", _("Role"), words, static_cast<int>(first - m_roles.begin()));
        // TRANSLATORS: for which institution somebody has a role; the first choice is all of them.
        std::vector<wxString> where{_("The whole office")};
        m_institutions.emplace_back();
        for (const auto& one : institutions::list_institutions(session.database)) {
            m_institutions.emplace_back(one.id);
            where.push_back(office::shown_name(session, one));
        }
        m_where = form.add_choice("user.institution", _("For"), where, 0);
        m_role->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show(); });
        show();
    }

    Grant grant() const {
        const Role role = m_roles[static_cast<std::size_t>(m_role->GetSelection())];
        if (!of_institution(role)) return {role, {}};
        return {role, m_institutions[static_cast<std::size_t>(m_where->GetSelection())]};
    }

  private:
    void show() {
        const bool one = of_institution(m_roles[static_cast<std::size_t>(m_role->GetSelection())]);
        if (!one) m_where->SetSelection(0);
        m_where->Enable(one);
    }

    std::vector<Role> m_roles;
    std::vector<std::optional<institutions::InstitutionId>> m_institutions;
    wxChoice* m_role = nullptr;
    wxChoice* m_where = nullptr;
};

class FirstDialog final : public SlowForm {
  public:
    FirstDialog(wxWindow* parent, office::Session& session)
        : SlowForm(parent, session, "first-administrator", _("The first administrator"),
                   _("End set-up and log in"), 2) {
        explain(_("Until now anybody who sits at this computer may do everything. From now on everybody who "
                  "writes logs in, and what is signed asks for the office's passphrase. An administrator "
                  "gives the others their names and roles."));
        m_form->section(_("You"));
        m_name = m_form->add_text("user.name", _("Log-in name"));
        m_full_name = m_form->add_text("user.full_name", _("Full name"));
        m_password = m_form->add_password("user.password", _("Password"));
        m_again = m_form->add_password("user.again", _("Password once more"));
        m_form->section(_("The office"));
        m_passphrase = m_form->add_password("user.passphrase", _("Passphrase of the signing key"));
        m_phrase_again = m_form->add_password("user.passphrase_again", _("Passphrase once more"));
        finish();
        begin_at(*m_name);
    }

    std::string name;
    std::string recovery_code;

  private:
    Work check() override {
        const auto read = read_user_name(widgets::utf8(m_name->GetValue()));
        if (!read) m_form->complain(m_name, m_session.sentence(read.error()));
        if (!read || !same(m_password, m_again, "password.differ") || !good_password(*read, m_password) ||
            !same(m_passphrase, m_phrase_again, "passphrase.differ"))
            return {};
        return [this,
                wanted = NewUser{*read, widgets::typed(m_full_name->GetValue()), {{Role::administrator, {}}}},
                password = SecretText(widgets::utf8(m_password->GetValue())),
                passphrase = SecretText(widgets::utf8(m_passphrase->GetValue()))]() {
            const auto end =
                prepare_set_up_end(wanted, password.text(), passphrase.text(), m_session.database.random());
            if (!end) return problem_of(end);
            storage::Transaction tx(m_session.database, m_session.actor);
            const auto user = end_set_up(tx, *end);
            if (user) tx.commit();
            name = wanted.name;
            recovery_code = end->recovery_code;
            return problem_of(user);
        };
    }

    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_full_name = nullptr;
    wxTextCtrl* m_password = nullptr;
    wxTextCtrl* m_again = nullptr;
    wxTextCtrl* m_passphrase = nullptr;
    wxTextCtrl* m_phrase_again = nullptr;
};

class AddDialog final : public SlowForm {
  public:
    AddDialog(wxWindow* parent, office::Session& session)
        : SlowForm(parent, session, "user", _("New user"), _("Add")) {
        m_name = m_form->add_text("user.name", _("Log-in name"));
        m_full_name = m_form->add_text("user.full_name", _("Full name"));
        m_grant.emplace(session, *m_form);
        m_password = m_form->add_password("user.password", _("First password"));
        m_again = m_form->add_password("user.again", _("Password once more"));
        finish();
        begin_at(*m_name);
    }

  private:
    Work check() override {
        const auto read = read_user_name(widgets::utf8(m_name->GetValue()));
        if (!read) m_form->complain(m_name, m_session.sentence(read.error()));
        if (!read || !same(m_password, m_again, "password.differ") || !good_password(*read, m_password))
            return {};
        return [this, wanted = NewUser{*read, widgets::typed(m_full_name->GetValue()), {m_grant->grant()}},
                password = SecretText(widgets::utf8(m_password->GetValue()))]() {
            const PasswordHash hash = hash_password(password.text(), m_session.database.random());
            storage::Transaction tx(m_session.database, m_session.actor);
            const auto user = add_user(tx, wanted, hash);
            if (user) tx.commit();
            return problem_of(user);
        };
    }

    std::optional<GrantChoice> m_grant;
    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_full_name = nullptr;
    wxTextCtrl* m_password = nullptr;
    wxTextCtrl* m_again = nullptr;
};

class PasswordDialog final : public SlowForm {
  public:
    PasswordDialog(wxWindow* parent, office::Session& session, const User& user)
        : SlowForm(parent, session, "user-password",
                   widgets::fill(_("New password for {1}"), {widgets::wx(user.name)}), _("Set"))
        , m_user(user) {
        m_password = m_form->add_password("user.password", _("New password"));
        m_again = m_form->add_password("user.again", _("Password once more"));
        finish();
        begin_at(*m_password);
    }

  private:
    Work check() override {
        if (!same(m_password, m_again, "password.differ") || !good_password(m_user.name, m_password))
            return {};
        return [this, password =
                          SecretText(widgets::utf8(m_password->GetValue()))]() -> std::optional<core::Error> {
            const PasswordHash hash = hash_password(password.text(), m_session.database.random());
            storage::Transaction tx(m_session.database, m_session.actor);
            set_password(tx, m_user, hash);
            tx.commit();
            return std::nullopt;
        };
    }

    User m_user;
    wxTextCtrl* m_password = nullptr;
    wxTextCtrl* m_again = nullptr;
};

class PassphraseChange final : public SlowForm {
  public:
    PassphraseChange(wxWindow* parent, office::Session& session)
        : SlowForm(parent, session, "passphrase-change", _("Another passphrase"), _("Change")) {
        m_was = m_form->add_password("passphrase.was", _("Passphrase until now"));
        m_is = m_form->add_password("passphrase.is", _("New passphrase"));
        m_again = m_form->add_password("passphrase.again", _("New passphrase once more"));
        finish();
        begin_at(*m_was);
    }

  private:
    Work check() override {
        if (!same(m_is, m_again, "passphrase.differ")) return {};
        return [this, was = SecretText(widgets::utf8(m_was->GetValue())),
                is = SecretText(widgets::utf8(m_is->GetValue()))]() {
            storage::Transaction tx(m_session.database, m_session.actor);
            const auto done = users::change_passphrase(tx, was.text(), is.text());
            if (done) tx.commit();
            return problem_of(done);
        };
    }

    wxTextCtrl* m_was = nullptr;
    wxTextCtrl* m_is = nullptr;
    wxTextCtrl* m_again = nullptr;
};

class RolesDialog final : public widgets::FormDialog {
  public:
    RolesDialog(wxWindow* parent, office::Session& session, const User& user)
        : FormDialog(parent, "user-roles", widgets::fill(_("Roles of {1}"), {widgets::wx(user.name)}),
                     _("Give this role"))
        , m_session(session)
        , m_name(user.name)
        , m_list(new widgets::DataList(body(), "user-roles.list", _("Roles"),
                                       {{.title = _("Role"), .width = 360, .grows = true}})) {
        m_list->SetMinSize(widgets::text_room(*this, 440, 170));
        rows().Add(m_list, 1, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::medium));
        auto* form = new widgets::Form(body(), 2);
        m_grant.emplace(session, *form);
        rows().Add(form, 0, wxEXPAND);
        call_leaving(_("Close"));
        add_button("user-roles.take", _("Take the chosen role away"), [this] { take(); });
        on_accept([this] {
            give();
            return false;
        });
        show();
        fit(520);
        m_list->focus_list();
    }

    bool changed() const { return m_changed; }

  private:
    User user() const { return find_user(m_session.database, m_name).value(); }

    void show() {
        m_grants = user().grants;
        m_list->set_rows(m_grants.size(), [this](std::size_t row, std::size_t) {
            return widgets::Cell{grant_words(m_session, m_grants[row])};
        });
        if (!m_grants.empty()) m_list->select(0);
    }

    template<typename Change>
    void write(Change change) {
        storage::Transaction tx(m_session.database, m_session.actor);
        const core::Expected<void> done = change(tx);
        if (!done) return bar().tell(widgets::Tone::bad, m_session.sentence(done.error()));
        tx.commit();
        m_changed = true;
        show();
    }

    void give() {
        write([this](storage::Transaction& tx) { return give_role(tx, user(), m_grant->grant()); });
    }

    void take() {
        const auto row = m_list->selected();
        if (!row || *row >= m_grants.size()) return;
        write([this, grant = m_grants[*row]](storage::Transaction& tx) {
            return take_role(tx, user(), grant);
        });
    }

    office::Session& m_session;
    std::string m_name;
    widgets::DataList* m_list;
    std::optional<GrantChoice> m_grant;
    std::vector<Grant> m_grants;
    bool m_changed = false;
};

} // namespace

std::optional<std::string> make_first_administrator(wxWindow* parent, office::Session& session) {
    FirstDialog dialog(parent, session);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    show_recovery_code(parent, session, dialog.recovery_code);
    return dialog.name;
}

bool add_user(wxWindow* parent, office::Session& session) {
    return AddDialog(parent, session).ShowModal() == wxID_OK;
}

bool change_roles(wxWindow* parent, office::Session& session, const User& user) {
    RolesDialog dialog(parent, session, user);
    dialog.ShowModal();
    return dialog.changed();
}

bool set_password(wxWindow* parent, office::Session& session, const User& user) {
    return PasswordDialog(parent, session, user).ShowModal() == wxID_OK;
}

bool change_passphrase(wxWindow* parent, office::Session& session) {
    return PassphraseChange(parent, session).ShowModal() == wxID_OK;
}

} // namespace users
