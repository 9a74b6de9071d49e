// SPDX-License-Identifier: GPL-3.0-or-later
// The signed text of what this office built.
#pragma once

#include "returns/canonical.hpp"
#include "storage/database.hpp"

#include <memory>
#include <string>

namespace returns {

// Of the last version of a period; null where none was built. WorldFailure file.damaged.
std::unique_ptr<Canonical> load_latest(const storage::Database& database, const std::string& period);

} // namespace returns
