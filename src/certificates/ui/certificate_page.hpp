// SPDX-License-Identifier: GPL-3.0-or-later
// The page of certificates: who may be awarded, the register of what was issued, and checking a code.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <functional>
#include <vector>

namespace certificates {

// What later rooms offer on the page, as buttons under the list of classes.
struct FurtherCommand {
    std::string id;
    wxString label;
    wxString help;
    std::function<void(widgets::Page&)> run;
    // It also makes sense while there is no class yet.
    bool begins = false;
};

widgets::PageEntry certificate_page(office::Session& session, std::vector<FurtherCommand> further);

} // namespace certificates
