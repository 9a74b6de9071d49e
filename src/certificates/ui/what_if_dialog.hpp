// SPDX-License-Identifier: GPL-3.0-or-later
// Who of a class could be awarded if a rule were otherwise. Nothing is kept.
#pragma once

#include "classes/class_store.hpp"
#include "office/ui/session.hpp"

namespace certificates {

void show_what_if(wxWindow* parent, office::Session& session, const classes::ClassRow& row);

} // namespace certificates
