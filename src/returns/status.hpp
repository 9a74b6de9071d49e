// SPDX-License-Identifier: GPL-3.0-or-later
// The board of returns: what this office built, who below it has sent, and who has not.
#pragma once

#include "returns/built_return_store.hpp"
#include "returns/received_store.hpp"

namespace returns {

struct OfficeStatus {
    std::string code;
    std::string name_km;
    std::string name;
    // Of the period: the highest version that came, and the one that counts.
    std::optional<ReceivedReturn> newest{};
    std::optional<ReceivedReturn> accepted{};
};

struct PeriodStatus {
    std::string period;
    std::vector<OfficeStatus> offices; // every office below, by code
};

struct Status {
    // The newest first: periods of which something came, and the last month that is over. Empty for an office
    // that has none below it.
    std::vector<PeriodStatus> periods;
    std::vector<ReceivedReturn> received; // files without a signature too
    std::vector<BuiltReturn> built;
};

Status load_status(const storage::Database& database);

} // namespace returns
