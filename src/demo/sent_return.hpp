// SPDX-License-Identifier: GPL-3.0-or-later
// The return of the sample's first month, which was built and handed over.
#pragma once

#include "storage/database.hpp"

namespace demo {

// The workbook itself goes; the office file keeps what was signed.
void send_return(storage::Database& database, core::Month month);

} // namespace demo
