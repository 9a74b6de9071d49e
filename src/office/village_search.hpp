// SPDX-License-Identifier: GPL-3.0-or-later
// Villages while a clerk is still typing: by the beginning of the code, or by any part of a name.
// find_village() of gazetteer_store.hpp says what a finished text means; this offers what it may become.
#pragma once

#include "office/gazetteer.hpp"
#include "storage/database.hpp"

namespace office {

struct VillageChoice {
    std::string code;
    // The village and all it lies in, smallest first, as they are today.
    std::vector<Area> line;
};

// `typed` in Khmer or Latin, in any spelling and with or without the units' words:
//   a code's first two digits or more, with the leading zero or without ("020207", "20207")
//   a part of the village's name, and after it parts of its commune's, district's or province's
//     ("អូរធំ", "ou thum banteay", "ភូមិអូរធំ ឃុំបន្ទាយនាង")
// Those of `within` (a district's or province's code) come first, then those of its province, then all
// others; among them names that begin so before names that only hold it. At most `limit`; nothing for a text
// of which nothing is certain yet. 16,465 units take a few milliseconds.
std::vector<VillageChoice> search_villages(const storage::Database& database, std::string_view within,
                                           std::string_view typed, std::size_t limit);

} // namespace office
