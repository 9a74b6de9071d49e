// SPDX-License-Identifier: GPL-3.0-or-later
// Making the sheets that centres fill in: which, of which class and month or period, and where to.
#pragma once

#include "office/ui/session.hpp"
#include "sheets/files.hpp"
#include "widgets/page.hpp"

namespace sheets {

// What the dialog opens with.
struct Wish {
    Kind kind = Kind::attendance;
    std::optional<classes::ClassId> of{}; // nothing: every open class
    std::optional<core::Month> month{};   // nothing: this one
    std::string period{};                 // a key of the class's programme, or empty
};

// Asks, writes in the background, and says on the page where the files lie.
void make_sheets(widgets::Page* page, office::Session& session, const Wish& wish);

} // namespace sheets
