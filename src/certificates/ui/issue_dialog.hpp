// SPDX-License-Identifier: GPL-3.0-or-later
// For whom certificates are issued, and as which files: asked before numbers are given.
#pragma once

#include "certificates/ui/issue_work.hpp"
#include "classes/class_store.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace certificates {

struct IssueChoice {
    std::vector<classes::ClassId> classes;
    // A folder, or the one PDF for all.
    std::filesystem::path to;
};

// `awarded` is how many of the class may be. Nothing when the person goes back.
std::optional<IssueChoice> ask_issue(wxWindow* parent, const office::Session& session,
                                     const classes::ClassRow& row, std::size_t awarded);

} // namespace certificates
