// SPDX-License-Identifier: GPL-3.0-or-later
// This office's own chapter of a learner, read from its tables.
#pragma once

#include "identity/transfer_chapter.hpp"
#include "office/office.hpp"
#include "storage/database.hpp"

namespace identity {

ChapterOffice chapter_office(const office::Office& office);

// The learner must exist. Enrolments entered by mistake are left out; a class still open travels as it stands
// at this moment. Numbers and blanks apart, the same tables give the same chapter. `key` is the current one's
// public half.
Chapter gather_chapter(const storage::Database& database, learners::LearnerId learner,
                       const office::PublicKey& key);

} // namespace identity
