// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of returns answer: the JSON forms, and the lines for a reader.
#pragma once

#include "ctl/output.hpp"
#include "returns/built_return_store.hpp"
#include "returns/receive.hpp"
#include "returns/status.hpp"

#include <string>
#include <vector>

namespace ctl {

// {"weight":…,"code":…,"sheet":…,"cell":…,"message":…,"remedy":…}
Json finding_json(const returns::Finding& finding, const core::Place& place, Language language);
// [{"sheet":…,"cell":…,"was":…,"is":…}]
Json cells_json(const std::vector<returns::EditedCell>& cells);
// {"file":…,"period":…,"version":…,"new":…,"digest":…,"changes":[…]}
Json built_json(const returns::BuiltReturn& built, const std::filesystem::path& file, bool is_new,
                const std::vector<returns::Change>& changes);
Json receipt_json(const returns::Receipt& one, Language language);
Json received_json(const returns::ReceivedReturn& one);
Json period_json(const returns::PeriodStatus& period);

// Each begins with a line's end, so that it follows what it belongs to.
std::string finding_lines(const Json& findings);
std::string cell_lines(const std::vector<returns::EditedCell>& cells);
std::string status_text(const returns::Status& status, const Output& out);

} // namespace ctl
