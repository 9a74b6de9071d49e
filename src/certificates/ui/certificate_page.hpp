// SPDX-License-Identifier: GPL-3.0-or-later
// The page of certificates: who may be awarded, the register of what was issued, and checking a code.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/page.hpp"

namespace certificates {

widgets::PageEntry certificate_page(office::Session& session);

} // namespace certificates
