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
                                          const Vocabulary& vocabulary, const storage::Database& database);

// When the class of the titles is taught, for a month without its year.
struct Taught {
    core::Day first_day{};
    core::Day last_day{};
};

// "ខែធ្នូ ឆ្នាំ២០២៥", "December 2025", "12/2025", "2025-12"; of a school year "២០២៥-២០២៦", of a Buddhist year
// and without any year, the month in which the class is taught. Errors: month.missing.
core::Expected<core::Month> month_in(const std::vector<std::string>& titles, const Vocabulary& vocabulary,
                                     const Taught& taught);

// The pack's period that the titles name; the only one that takes marks needs no naming. Errors:
// period.missing {periods}.
core::Expected<std::string> period_in(const std::vector<std::string>& titles, const programmes::Pack& pack);

} // namespace imports
