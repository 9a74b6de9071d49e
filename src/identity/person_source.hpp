// SPDX-License-Identifier: GPL-3.0-or-later
// Learners as the scorer sees them, read from the office file.
#pragma once

#include "core/progress.hpp"
#include "identity/person.hpp"
#include "storage/database.hpp"

#include <functional>
#include <optional>

namespace identity {

// Everyone, in the order of ids. Throws WorldFailure "cancelled"; `done` and `total` of the progress are
// learners.
void read_persons(const storage::Database& database, core::Progress& progress,
                  const std::function<void(learners::LearnerId, const Person&)>& take);

std::optional<Person> find_person(const storage::Database& database, learners::LearnerId id);

} // namespace identity
