// SPDX-License-Identifier: GPL-3.0-or-later
// Who is at the keyboard: logging in, unlocking, and the second person for an act that needs two.
#pragma once

#include "office/ui/session.hpp"
#include "users/log_in.hpp"

#include <optional>
#include <string>

namespace users {

struct LogInQuestion {
    wxString title;
    wxString explanation;
    wxString do_label;
    wxString leave_label;
    // Stands in the name's field; with `fixed` nobody else can answer.
    std::string name{};
    bool fixed = false;
    // Somebody who stands beside this one: another, and one who may.
    std::optional<storage::Actor> beside{};
    // Whether the recovery code is offered.
    bool recovery = false;
};

// Who logged in; nothing when the person went back.
std::optional<User> ask_log_in(wxWindow* parent, office::Session& session, const LogInQuestion& question);

// The passphrase of the office's key, once it fits; nothing when the person went back.
std::optional<std::string> ask_passphrase(wxWindow* parent, office::Session& session);

} // namespace users
