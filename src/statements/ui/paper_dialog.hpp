// SPDX-License-Identifier: GPL-3.0-or-later
// The date lines of a document, and the paper it is printed on.
#pragma once

#include "office/ui/session.hpp"
#include "templates/paper.hpp"

namespace statements {

// Whether anything was set.
bool set_paper_of(wxWindow* parent, office::Session& session, templates::Document document);

} // namespace statements
