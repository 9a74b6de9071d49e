// SPDX-License-Identifier: GPL-3.0-or-later
// Parcels on the screen: what goes to an institution or back to the district, and a preview, row by row, of
// one that came.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/page.hpp"

namespace parcels {

// Asks for whom and where to, and writes the parcel. In an institution's file it goes back to the district.
void send_parcel(widgets::Page& page, office::Session& session);

// Asks for the file, shows what each row would do, and takes it.
void take_parcel_file(widgets::Page& page, office::Session& session);

// What went out and came in.
void show_parcels(wxWindow* parent, office::Session& session);

} // namespace parcels
