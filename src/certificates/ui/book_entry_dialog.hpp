// SPDX-License-Identifier: GPL-3.0-or-later
// The form of an entry of the old register book: a new one, or one that was read wrongly.
#pragma once

#include "certificates/old_book.hpp"
#include "office/ui/session.hpp"

namespace certificates {

// True when an entry was written.
bool type_book_entry(wxWindow* parent, office::Session& session);

// Shows how it stood before each correction; true when it was corrected, with a reason.
bool correct_book_entry(wxWindow* parent, office::Session& session, const BookEntry& entry);

} // namespace certificates
