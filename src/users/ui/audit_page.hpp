// SPDX-License-Identifier: GPL-3.0-or-later
// The record: who wrote what and when, by person, learner and day. Only reading: nobody changes it.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/page.hpp"

namespace users {

widgets::PageEntry audit_page(office::Session& session);

} // namespace users
