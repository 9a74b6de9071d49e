// SPDX-License-Identifier: GPL-3.0-or-later
// Settings, Users: who may log in and in which roles; ending set-up by the first administrator.
#pragma once

#include "office/ui/session.hpp"

#include <functional>

class wxWindow;

namespace users {

// `set_up_ended` is called when the first administrator was made: from then on the office asks for a log-in.
wxWindow* make_users_panel(wxWindow* parent, office::Session& session,
                           std::function<void(const std::string& administrator)> set_up_ended);

} // namespace users
