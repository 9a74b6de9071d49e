// SPDX-License-Identifier: GPL-3.0-or-later
// How the documents of a class's programme look: the template in use and what is wrong with it for the
// longest names of the class, taking another, and the paper it is printed on.
#pragma once

#include "classes/class_store.hpp"
#include "office/ui/session.hpp"

namespace statements {

void show_templates(wxWindow* parent, office::Session& session, const classes::ClassRow& row);

} // namespace statements
