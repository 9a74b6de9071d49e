// SPDX-License-Identifier: GPL-3.0-or-later
// The page of certificates: who may be awarded, the register of what was issued, and checking a code.
#pragma once

#include "classes/class_store.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <functional>
#include <vector>

namespace certificates {

// What later rooms do with a class of the award list.
struct ClassActions {
    std::function<void(wxWindow* parent, const classes::ClassRow&)> statements;
    std::function<void(wxWindow* parent, const classes::ClassRow&)> templates;
};

// What later rooms offer on the page, as buttons under the list of classes.
struct FurtherCommand {
    std::string id;
    wxString label;
    wxString help;
    std::function<void(widgets::Page&)> run;
    // It also makes sense while there is no class yet.
    bool begins = false;
};

widgets::PageEntry certificate_page(office::Session& session, ClassActions actions,
                                    std::vector<FurtherCommand> further);

} // namespace certificates
