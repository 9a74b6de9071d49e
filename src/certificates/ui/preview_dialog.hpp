// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate on the screen, drawn by what draws the PDF.
#pragma once

#include "certificates/eligibility.hpp"
#include "documents/page.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace certificates {

// As it would be issued today, with dashes for its serial number and no code; tells what stands in the way.
void show_preview(wxWindow* parent, const office::Session& session, classes::ClassId class_id,
                  const Candidate& candidate);

// Any page, to be looked at whole or close by, with a line under it.
void show_page(wxWindow* parent, const office::Session& session, const wxString& title, const wxString& note,
               const documents::Page& page);

} // namespace certificates
