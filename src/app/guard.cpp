// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guard.hpp"

#include "office/office_store.hpp"
#include "office/screen_lock.hpp"
#include "users/authority.hpp"
#include "users/commands.hpp"
#include "users/ui/log_in_dialog.hpp"
#include "widgets/command.hpp"
#include "widgets/text.hpp"

#include <wx/app.h>
#include <wx/dialog.h>
#include <wx/toplevel.h>

#include <algorithm>
#include <vector>

namespace app {

namespace {

// The windows' insides; their frames stay, so that nothing that was typed is lost and no dialog ends.
class Curtain {
  public:
    Curtain()
        : m_keyboard(wxWindow::FindFocus()) {
        for (wxWindow* top : wxTopLevelWindows) {
            if (!top->IsShown()) continue;
            auto* window = dynamic_cast<wxTopLevelWindow*>(top);
            if (window == nullptr) continue;
            m_titles.emplace_back(window, window->GetTitle());
            window->SetTitle("Srok");
            for (wxWindow* child : window->GetChildren())
                if (!child->IsTopLevel() && child->IsShown()) {
                    child->Hide();
                    m_hidden.emplace_back(child);
                }
        }
    }
    ~Curtain() {
        for (const auto& child : m_hidden)
            if (child) child->Show();
        for (const auto& [window, title] : m_titles)
            if (window) {
                window->SetTitle(title);
                window->Layout();
            }
        if (m_keyboard)
            m_keyboard->CallAfter([keyboard = m_keyboard] {
                if (keyboard) keyboard->SetFocus();
            });
    }
    Curtain(const Curtain&) = delete;
    Curtain& operator=(const Curtain&) = delete;

  private:
    wxWeakRef<wxWindow> m_keyboard; // where it was
    std::vector<wxWeakRef<wxWindow>> m_hidden;
    std::vector<std::pair<wxWeakRef<wxTopLevelWindow>, wxString>> m_titles;
};

wxWindow* window_above() {
    for (auto* node = wxTopLevelWindows.GetLast(); node != nullptr; node = node->GetPrevious())
        if (node->GetData()->IsShown()) return node->GetData();
    return nullptr;
}

} // namespace

Guard::Guard(office::Session& session, std::function<void()> leave)
    : m_session(session)
    , m_leave(std::move(leave)) {
    wxEvtHandler::AddFilter(this);
    m_session.may = [this](std::string_view verb) { return users::may(m_session.actor, verb); };
    m_session.unlock_signing = [this](wxWindow* parent) {
        if (!m_session.actor.authority || !m_session.passphrase.empty()) return true;
        const auto typed = users::ask_passphrase(wxGetTopLevelParent(parent), m_session);
        if (typed) m_session.passphrase = *typed;
        return typed.has_value();
    };
    widgets::set_command_gate(
        {.allows =
             [this](std::string_view id) {
                 const std::string_view verb = users::verb_of_command(id);
                 return verb.empty() || m_session.may(verb);
             },
         .run = [this](const widgets::Command& command) { run(command.run, command.id); }});
    m_timer.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { watch(); });
}

Guard::~Guard() {
    wxEvtHandler::RemoveFilter(this);
    widgets::set_command_gate({});
    users::wipe(m_session.passphrase);
}

bool Guard::log_in() {
    // Nobody has to say who they are where nothing is written; what only some need to know stays hidden.
    if (m_session.database.access() == storage::Access::read_only) return true;
    if (office::load_office(m_session.database).in_set_up()) return true;
    const office::Office office = office::load_office(m_session.database);
    const auto user = users::ask_log_in(nullptr, m_session,
                                        {.title = _("Log in"),
                                         .explanation = office::shown_name(m_session, office),
                                         .do_label = _("Log in"),
                                         .leave_label = _("Back"),
                                         .recovery = true});
    if (!user) return false;
    become(user->name);
    return true;
}

void Guard::become(const std::string& name) {
    m_session.actor = users::actor_of(users::find_user(m_session.database, name).value());
    m_idle.begin(m_session.database.clock().now());
    m_timer.Start(5000);
}

bool Guard::can_lock() const {
    return m_session.actor.authority != nullptr &&
           m_session.database.access() == storage::Access::read_write && !m_locked &&
           !widgets::JobRunner::any_busy();
}

int Guard::FilterEvent(wxEvent& event) {
    const wxEventType type = event.GetEventType();
    // In any window, over any dialog: who is called away locks what is on the screen.
    if (type == wxEVT_CHAR_HOOK && can_lock()) {
        const auto& key = static_cast<const wxKeyEvent&>(event);
        if (key.GetKeyCode() == 'K' && key.GetModifiers() == (wxMOD_CONTROL | wxMOD_SHIFT)) {
            wxTheApp->CallAfter([this] { lock(); });
            return Event_Processed;
        }
    }
    if (type == wxEVT_KEY_DOWN || type == wxEVT_CHAR_HOOK || type == wxEVT_MOTION ||
        type == wxEVT_LEFT_DOWN || type == wxEVT_MOUSEWHEEL) {
        const core::Moment now = m_session.database.clock().now();
        if (!can_lock()) {
            m_idle.begin(now);
        } else if (!m_idle.used(now, m_session.database)) {
            wxTheApp->CallAfter([this] { lock(); });
            return Event_Processed; // what the key would have done is not seen by whoever pressed it
        }
    }
    return Event_Skip;
}

void Guard::watch() {
    if (can_lock() && m_idle.too_long(m_session.database.clock().now(), m_session.database)) lock();
}

void Guard::lock() {
    if (!can_lock()) return;
    m_locked = true;
    users::wipe(m_session.passphrase);
    const std::string name = m_session.actor.name;
    bool back = false;
    {
        const Curtain curtain;
        const auto user = users::ask_log_in(
            window_above(), m_session,
            {.title = _("Srok is locked"),
             .explanation = _("What was being typed is kept. Log in to go on, or close the office so that "
                              "somebody else can log in."),
             .do_label = _("Unlock"),
             .leave_label = _("Close the office"),
             .name = name,
             .fixed = true});
        back = user.has_value();
        if (back) become(user->name);
    }
    m_locked = false;
    if (back) return;
    // From the topmost dialog down; their forms are left as Cancel leaves them.
    for (auto* node = wxTopLevelWindows.GetLast(); node != nullptr; node = node->GetPrevious())
        if (auto* dialog = dynamic_cast<wxDialog*>(node->GetData()); dialog != nullptr && dialog->IsModal())
            dialog->EndModal(wxID_CANCEL);
    m_leave();
}

void Guard::run(const std::function<void()>& command, std::string_view id) {
    const std::string_view verb = users::verb_of_command(id);
    if (verb.empty() || !users::needs_two(m_session.actor, verb)) return command();
    const auto second = users::ask_log_in(
        window_above(), m_session,
        {.title = _("A second person"),
         .explanation = _("This is done by two. Somebody else who stands for it logs in beside you: an "
                          "administrator, a headteacher or an officer of the whole office."),
         .do_label = _("Stand for it"),
         .leave_label = _("Back"),
         .beside = m_session.actor});
    if (!second) return;
    const storage::Actor alone = m_session.actor;
    const auto first = users::find_user(m_session.database, alone.name);
    m_session.actor = users::actor_of(first.value(), *second);
    command();
    m_session.actor = alone;
}

} // namespace app
