// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/ui/users_panel.hpp"

#include "office/office_store.hpp"
#include "users/ui/role_words.hpp"
#include "users/ui/user_dialog.hpp"
#include "users/user_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/form.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/sizer.h>

#include <utility>

namespace users {

namespace {

using widgets::space::medium;
using widgets::space::small;

class UsersPanel final : public wxPanel {
  public:
    UsersPanel(wxWindow* parent, office::Session& session,
               std::function<void(const std::string&)> set_up_ended)
        : wxPanel(parent)
        , m_session(session)
        , m_set_up_ended(std::move(set_up_ended))
        , m_messages(new widgets::MessageBar(this)) {
        SetBackgroundColour(widgets::colour::paper);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_messages, 0, wxEXPAND);
        if (office::load_office(session.database).in_set_up())
            rows->Add(make_set_up(), 1, wxEXPAND);
        else
            make_list(*rows);
        SetSizer(rows);
    }

  private:
    wxWindow* make_set_up() {
        auto* state = new widgets::EmptyState(
            this, "learners", _("Nobody logs in yet"),
            _("This office file is being set up: whoever opens it may do everything, and what they write "
              "stands under the name set-up. Make the first administrator before learners are registered "
              "in earnest."));
        const wxString label = _("Make the first administrator...");
        auto* button = new wxButton(state, wxID_ANY, label);
        widgets::name_control(*button, "users.first", label);
        widgets::dress(*button, widgets::Part::primary_button);
        button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { end_set_up(); }); });
        state->add_button(button);
        return state;
    }

    void end_set_up() {
        if (const auto name = make_first_administrator(wxGetTopLevelParent(this), m_session))
            m_set_up_ended(*name);
    }

    void make_list(wxBoxSizer& rows) {
        auto* buttons = new wxBoxSizer(wxHORIZONTAL);
        const auto add = [&](std::string_view id, const wxString& label, std::string_view verb,
                             void (UsersPanel::*run)()) {
            auto* button = new wxButton(this, wxID_ANY, label);
            widgets::name_control(*button, id, wxStripMenuCodes(label));
            button->Bind(wxEVT_BUTTON,
                         [this, run](wxCommandEvent&) { CallAfter([this, run] { (this->*run)(); }); });
            button->Enable(m_session.may(verb));
            buttons->Add(button, 0, wxRIGHT, FromDIP(small));
            return button;
        };
        add("users.add", _("&New user..."), "user.add", &UsersPanel::add_one);
        add("users.roles", _("&Roles..."), "user.give-role", &UsersPanel::roles);
        m_password = add("users.password", _("New &password..."), "user.own-password", &UsersPanel::password);
        m_disable = add("users.disable", _("&Shut out"), "user.disable", &UsersPanel::shut_out);
        buttons->AddStretchSpacer();
        add("users.passphrase", _("Change the passp&hrase..."), "key.reseal", &UsersPanel::passphrase);
        rows.Add(buttons, 0, wxEXPAND | wxALL, FromDIP(medium));
        m_list = new widgets::DataList(this, "users.list", _("Users"),
                                       {{.title = _("Log-in name"), .width = 150},
                                        {.title = _("Full name"), .width = 220},
                                        {.title = _("Roles"), .width = 320, .grows = true},
                                        {.title = _("State"), .width = 140}});
        m_list->on_select([this] { offer(); });
        m_list->on_open([this](std::size_t) {
            if (m_session.may("user.give-role")) CallAfter([this] { roles(); });
        });
        rows.Add(m_list, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(medium));
        show();
    }

    void show() {
        const auto kept = m_list->selected();
        m_users = load_users(m_session.database);
        m_list->set_rows(m_users.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const User& user = m_users[row];
            const auto tone = user.disabled_at ? widgets::Tone::muted : widgets::Tone::plain;
            switch (column) {
            case 0:
                return {widgets::wx(user.name), tone};
            case 1:
                return {widgets::wx(user.full_name), tone};
            case 2:
                return {grants_words(m_session, user.grants), tone};
            default:
                // TRANSLATORS: of a user who may not log in any more, and of one who may.
                return {user.disabled_at ? _("shut out") : _("may log in"), tone};
            }
        });
        if (!m_users.empty()) m_list->select(kept && *kept < m_users.size() ? *kept : 0);
        offer();
    }

    const User* chosen() const {
        const auto row = m_list->selected();
        return row && *row < m_users.size() ? &m_users[*row] : nullptr;
    }

    // Everybody sets their own password, an administrator anybody's.
    void offer() {
        const User* user = chosen();
        m_password->Enable(user != nullptr &&
                           (m_session.may("user.new-password") || user->name == m_session.actor.name));
        m_disable->Enable(user != nullptr && m_session.may("user.disable"));
        m_disable->SetLabel(user != nullptr && user->disabled_at ? _("Let in again") : _("&Shut out"));
    }

    void tell(const wxString& sentence) {
        show();
        m_messages->tell(widgets::Tone::good, sentence);
    }

    void add_one() {
        if (add_user(wxGetTopLevelParent(this), m_session))
            tell(_("The user is added. Tell them the first password; they set their own here."));
    }

    void roles() {
        const User* user = chosen();
        if (user != nullptr && change_roles(wxGetTopLevelParent(this), m_session, *user))
            tell(_("The roles are changed, from the next log-in on."));
    }

    void password() {
        const User* user = chosen();
        if (user != nullptr && set_password(wxGetTopLevelParent(this), m_session, *user))
            tell(_("The new password is set."));
    }

    void shut_out() {
        const User* user = chosen();
        if (user == nullptr) return;
        const User one = *user;
        storage::Transaction tx(m_session.database, m_session.actor);
        if (one.disabled_at) {
            enable(tx, one);
        } else if (auto done = disable(tx, one); !done) {
            m_messages->tell(widgets::Tone::bad, m_session.sentence(done.error()));
            return;
        }
        tx.commit();
        tell(one.disabled_at ? widgets::fill(_("{1} may log in again."), {widgets::wx(one.name)})
                             : widgets::fill(_("{1} cannot log in any more."), {widgets::wx(one.name)}));
    }

    void passphrase() {
        if (!change_passphrase(wxGetTopLevelParent(this), m_session)) return;
        m_session.passphrase.clear();
        tell(_("The passphrase is changed."));
    }

    office::Session& m_session;
    std::function<void(const std::string&)> m_set_up_ended;
    widgets::MessageBar* m_messages;
    widgets::DataList* m_list = nullptr;
    wxButton* m_password = nullptr;
    wxButton* m_disable = nullptr;
    std::vector<User> m_users;
};

} // namespace

wxWindow* make_users_panel(wxWindow* parent, office::Session& session,
                           std::function<void(const std::string&)> set_up_ended) {
    return new UsersPanel(parent, session, std::move(set_up_ended));
}

} // namespace users
