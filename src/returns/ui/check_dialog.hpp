// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at a return's file without taking it in: its verdict, edited cells and findings.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/page.hpp"

namespace returns {

// Asks for the file and shows what it is worth; an unreadable one is told in the page's message bar.
void check_chosen_file(widgets::Page* page, office::Session& session);

} // namespace returns
