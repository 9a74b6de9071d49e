// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of sheet from what the office holds. Inside sheets only.
#pragma once

#include "sheets/sheet_store.hpp"

namespace sheets {

core::Expected<Sheet> learner_sheet(const storage::Database& database, const classes::Class& taught);
core::Expected<Sheet> register_sheet(const storage::Database& database, const classes::Class& taught,
                                     core::Month month);
core::Expected<Sheet> score_sheet(const storage::Database& database, const classes::Class& taught,
                                  const std::string& period);

} // namespace sheets
