// SPDX-License-Identifier: GPL-3.0-or-later
// What was just issued: each certificate with its file, the way to the folder, and to the printer.
#pragma once

#include "certificates/ui/issue_work.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace certificates {

void show_issued(wxWindow* parent, const office::Session& session, const IssuedPapers& papers);

} // namespace certificates
