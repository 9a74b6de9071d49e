// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decided about a row that is not simply accepted.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace imports {

struct Decision {
    enum class Take : std::uint8_t {
        leave,        // held in the import, for later
        as_it_stands, // an update whole; a look-alike as another person; an unknown village as text
        same_person,  // the learner it resembles, with these fields taken from the list
        drop,         // for good
    };
    Take take = Take::leave;
    // By their names in side_by_side(); "class" enrols.
    std::set<std::string> fields{};
    friend bool operator==(const Decision&, const Decision&) = default;
};

// By row as the spreadsheet counts. Rows that no decision names follow Request::update and take_review.
using Decisions = std::map<std::uint32_t, Decision>;

// What became of a held row.
enum class Decided : std::uint8_t { no, taken, merged, dropped };

} // namespace imports
