// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery code: showing it once, and getting in by it.
#pragma once

#include "office/ui/session.hpp"

#include <optional>
#include <string>

namespace users {

// Shows a new code until the person says that it is written down; it can be saved as a paper to print.
void show_recovery_code(wxWindow* parent, office::Session& session, const std::string& code);

// Asks for the printed code and a new password, and shows the next code. The administrator's log-in name;
// nothing when the person went back.
std::optional<std::string> recover_by_code(wxWindow* parent, office::Session& session,
                                           const std::string& name);

} // namespace users
