// SPDX-License-Identifier: GPL-3.0-or-later
// The returns of a province's districts for a period put together.
#pragma once

#include "core/progress.hpp"
#include "returns/quality.hpp"
#include "returns/received.hpp"
#include "returns/return_content.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace returns {

struct DistrictContent {
    std::string code;
    std::string name_km; // "ស្រុកថ្មគោល"
    std::string name;
    // The return that counts; nothing when none does.
    std::optional<ReceivedReturn> counted{};
    // That one has no signature; what it does not tell is `not_told` in the content, and adds nothing to the
    // total. What nobody tells is `not_told` there, too.
    bool is_unsigned() const { return counted && counted->verdict == FileVerdict::unsigned_file; }
    core::Moment built{};
    ReturnContent content{};
    Quality quality{};
    // Learners of the period before, where a return of it counts.
    std::optional<Count> before{};
    // The newest return of the period, whether it counts or not.
    std::optional<ReceivedReturn> newest{};
};

// The province in a period, as far as its returns count.
struct TrendPoint {
    ReturnPeriod period{core::Month{}};
    std::size_t counted = 0; // districts
    Figures all;
};

struct ProvinceContent {
    ReturnPeriod period{core::Month{}};
    // Received returns count where none was accepted.
    bool provisional = false;
    std::vector<DistrictContent> districts; // all of the province, by code
    ReturnContent total;
    // This period and the five before it, and the same one a year before: those of which something counts,
    // the oldest first.
    std::vector<TrendPoint> trend{};
    // Small groups are hidden, so that nobody can be told by a figure (masking.hpp).
    bool publishable = false;

    std::size_t counted() const;
    // Whether what was only received counts anywhere.
    bool has_received() const;
    bool has_samples() const;
    bool has_unsigned() const;
    std::optional<Count> before() const;
};

// Errors: return.unreadable, return.layout-unknown {layout} with the district's {office}. WorldFailure
// "cancelled".
core::Expected<ProvinceContent> gather_province(const storage::Database& database, const ReturnPeriod& period,
                                                bool provisional, core::Progress& progress);

// Of one district and period: the accepted return, else, where `provisional`, the newest that may count and
// was not rejected, a signed one before any that is not. `received` are all that came.
std::optional<ReceivedReturn> counting(const std::vector<ReceivedReturn>& received,
                                       const std::string& district, const std::string& period,
                                       bool provisional);

} // namespace returns
