// SPDX-License-Identifier: GPL-3.0-or-later
// Award lists as JSON and as text.
#pragma once

#include "certificates/award_list.hpp"
#include "certificates/waiting.hpp"
#include "ctl/output.hpp"
#include "storage/database.hpp"

namespace ctl {

// "prepared", "checked", "approved", "returned".
std::string_view state_text(certificates::Step step);

// Which list of which class, its state and how many are to be awarded.
Json list_summary_json(const storage::Database& database, const certificates::AwardList& list);

// The same with every line, step and remark, and what is other now.
Json list_json(const storage::Database& database, const certificates::AwardList& list, Language language);
std::string list_text(const storage::Database& database, const certificates::AwardList& list,
                      Language language);

Json waiting_json(const certificates::Waiting& waiting);

} // namespace ctl
