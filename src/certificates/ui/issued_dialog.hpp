// SPDX-License-Identifier: GPL-3.0-or-later
// What was just issued: each certificate with its file, and the way to the folder.
#pragma once

#include "certificates/ui/issue_work.hpp"

class wxWindow;

namespace certificates {

void show_issued(wxWindow* parent, const std::filesystem::path& folder, const std::vector<IssuedFile>& files);

} // namespace certificates
