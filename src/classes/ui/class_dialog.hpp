// SPDX-License-Identifier: GPL-3.0-or-later
// A class's form: opens a new class, or changes one that is open.
#pragma once

#include "classes/class.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace classes {

// The id of the class opened; nothing when the person left.
std::optional<ClassId> open_class(wxWindow* parent, office::Session& session);

// True when it was changed and kept.
bool edit_class(wxWindow* parent, office::Session& session, ClassId id);

} // namespace classes
