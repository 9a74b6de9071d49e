// SPDX-License-Identifier: GPL-3.0-or-later
// What was done with a class's award lists, and what waits for whom in the whole office.
#pragma once

#include "classes/class_store.hpp"
#include "office/ui/session.hpp"

#include <optional>

namespace certificates {

// Every list of the class with its steps, names, days and remarks; the signed paper opens from it.
void show_history(wxWindow* parent, office::Session& session, const classes::ClassRow& row);

// The class that was chosen to go on with, or nothing.
std::optional<classes::ClassId> show_waiting(wxWindow* parent, office::Session& session);

} // namespace certificates
