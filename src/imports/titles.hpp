// SPDX-License-Identifier: GPL-3.0-or-later
// What the lines above a list say of the whole of it: which class, which month, which period.
#pragma once

#include "classes/class_store.hpp"
#include "imports/layout.hpp"
#include "programmes/pack.hpp"

namespace imports {

// The texts above the headings, the sheet's name and the file's name, in this order.
std::vector<std::string> title_texts(const FoundSheet& found, const std::string& file);

// The class not yet closed whose name stands in the titles; of several, the longest name that holds the
// others. Errors: class.needed when none does, class.ambiguous {classes}.
core::Expected<classes::ClassId> class_in(const std::vector<std::string>& titles,
                                          const storage::Database& database);

// "ខែធ្នូ ឆ្នាំ២០២៥", "12/2025", "2025-12". Errors: month.missing.
core::Expected<core::Month> month_in(const std::vector<std::string>& titles, core::Day latest);

// The pack's period that the titles name; the only one that takes marks needs no naming. Errors:
// period.missing {periods}.
core::Expected<std::string> period_in(const std::vector<std::string>& titles, const programmes::Pack& pack);

} // namespace imports
