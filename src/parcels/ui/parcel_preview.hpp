// SPDX-License-Identifier: GPL-3.0-or-later
// What a parcel would do, row by row, before it is taken; and what went out and came in.
#pragma once

#include "office/ui/session.hpp"
#include "parcels/plan.hpp"

namespace parcels {

// True when the person takes it.
bool preview(wxWindow* parent, office::Session& session, const Plan& plan);

} // namespace parcels
