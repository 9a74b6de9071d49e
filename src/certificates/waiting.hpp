// SPDX-License-Identifier: GPL-3.0-or-later
// The ageing of award lists: which class waits for whom, and since when.
#pragma once

#include "certificates/award_list.hpp"

namespace certificates {

// A class whose award waits for somebody, since when.
enum class Awaited { preparation, check, approval, mending, issue };
std::string_view to_text(Awaited awaited);

struct Waiting {
    classes::ClassId class_id{};
    std::string class_km{};
    std::string class_name{};
    std::string institution_km{};
    std::string institution_name{};
    Awaited awaited = Awaited::preparation;
    core::Day since{};
    std::int64_t days = 0;   // until today
    std::string last_name{}; // who did the last step, or empty
    std::string remark{};    // with which it was returned
    int list = 0;            // its number, 0 for none yet
};

// Every class that is closed and not issued, what waits longest first.
std::vector<Waiting> waiting_lists(const storage::Database& database);

} // namespace certificates
