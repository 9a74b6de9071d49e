// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a block that could not be written, each with its place and the reason.
#pragma once

#include "attendance/register_block.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace attendance {

// "Sok Dara, 5/12/2025: “Q” is not a mark of attendance here."
wxString refusal_sentence(const office::Session& session, const Register& shown, const BlockRefusal& refusal);

void show_refusals(wxWindow* parent, const office::Session& session, const Register& shown,
                   const std::vector<BlockRefusal>& refused);

} // namespace attendance
