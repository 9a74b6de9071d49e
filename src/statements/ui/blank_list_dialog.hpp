// SPDX-License-Identifier: GPL-3.0-or-later
// Papers for a class to work with: a list of its names with columns to fill in by hand, and learner cards.
#pragma once

#include "classes/class_store.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace statements {

// Asks how many columns and what stands over them, and shows the pages; what was asked last is offered again.
void show_blank_list(wxWindow* parent, office::Session& session, const classes::ClassRow& row);

// Of everyone who is in the class today.
void show_cards(wxWindow* parent, office::Session& session, const classes::ClassRow& row);

} // namespace statements
