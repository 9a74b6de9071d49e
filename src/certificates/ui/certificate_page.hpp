// SPDX-License-Identifier: GPL-3.0-or-later
// The page of certificates: who may be awarded, the register of what was issued, and checking a code.
#pragma once

#include "classes/class_store.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"

namespace certificates {

// What later rooms do with a class of the award list.
struct ClassActions {
    std::function<void(wxWindow* parent, const classes::ClassRow&)> statements;
    std::function<void(wxWindow* parent, const classes::ClassRow&)> templates;
};

widgets::PageEntry certificate_page(office::Session& session, ClassActions actions);

} // namespace certificates
