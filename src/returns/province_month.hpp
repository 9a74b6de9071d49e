// SPDX-License-Identifier: GPL-3.0-or-later
// The returns of a province's districts for a month put together.
#pragma once

#include "core/progress.hpp"
#include "returns/month_return.hpp"
#include "returns/received.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace returns {

struct DistrictMonth {
    std::string code;
    std::string name_km; // "ស្រុកថ្មគោល"
    std::string name;
    // The return that counts; nothing when none does.
    std::optional<ReceivedReturn> counted{};
    core::Moment built{};
    MonthReturn content{};
    // Learners of the month before, where a return of it counts.
    std::optional<Count> before{};
    // The newest return of the month, whether it counts or not.
    std::optional<ReceivedReturn> newest{};
};

struct ProvinceMonth {
    core::Month month{};
    // Received returns count where none was accepted.
    bool provisional = false;
    std::vector<DistrictMonth> districts; // all of the province, by code
    MonthReturn total;

    std::size_t counted() const;
    // Whether what was only received counts anywhere.
    bool has_received() const;
    bool has_samples() const;
    std::optional<Count> before() const;
};

// Errors: return.unreadable with the district's {office}. WorldFailure "cancelled".
core::Expected<ProvinceMonth> gather_province(const storage::Database& database, core::Month month,
                                              bool provisional, core::Progress& progress);

// Of one district and period: the accepted return, else, where `provisional`, the newest verified one that
// was not rejected. `received` are all that came.
std::optional<ReceivedReturn> counting(const std::vector<ReceivedReturn>& received,
                                       const std::string& district, const std::string& period,
                                       bool provisional);

} // namespace returns
