// SPDX-License-Identifier: GPL-3.0-or-later
// What an import wrote and somebody has finished since: a closed class, a locked period. It is not taken
// back.
#pragma once

#include "core/error.hpp"
#include "storage/database.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace imports {

// Of a changeset's enrolments, register and marks. Errors:
//   period.locked        {period, by} days that an accepted return has shut
//   import.class-closed  {classes} closed, approved or issued since
//   import.period-locked {periods} "class: period; …", whose marks it brought
std::optional<core::Error> finished_since(const storage::Database& database,
                                          std::span<const std::byte> changeset);

} // namespace imports
