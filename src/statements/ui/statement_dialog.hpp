// SPDX-License-Identifier: GPL-3.0-or-later
// The papers of a class beside its certificates: who may have which, handing them out, printing one again;
// the handover register and the nominal roll.
#pragma once

#include "classes/class_store.hpp"
#include "office/ui/session.hpp"

namespace statements {

void show_statements(wxWindow* parent, office::Session& session, const classes::ClassRow& row);

} // namespace statements
