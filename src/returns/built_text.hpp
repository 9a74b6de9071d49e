// SPDX-License-Identifier: GPL-3.0-or-later
// The signed text of what this office built.
#pragma once

#include "returns/canonical.hpp"
#include "storage/database.hpp"
#include "storage/statement.hpp"

#include <memory>
#include <string>

namespace returns {

// Of the first row's first column; null where there is no row. WorldFailure file.damaged: it was read when it
// was built.
std::unique_ptr<Canonical> read_text(storage::Statement row);

// Of the last version of a period; null where none was built. WorldFailure file.damaged.
std::unique_ptr<Canonical> load_latest(const storage::Database& database, const std::string& period);

} // namespace returns
