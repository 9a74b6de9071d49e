// SPDX-License-Identifier: GPL-3.0-or-later
// The board of returns: what this office built, who below it has sent, and who has not.
#pragma once

#include "returns/built_return_store.hpp"
#include "returns/own_status.hpp"
#include "returns/received_store.hpp"
#include "returns/round_store.hpp"

namespace returns {

// Where an office stands with a period.
//   waited-for   nothing came, and it is not yet late; also where no round says until when
//   late         nothing came, and the due day is past
//   received     it came and nothing is decided
//   to-explain   the same, and findings that must be explained are not
//   to-mend      the newest was sent back, or is no file that can be accepted
//   accepted     a version counts; a newer one that came since makes it received again
enum class Standing { waited_for, late, received, to_explain, to_mend, accepted };
std::string_view to_text(Standing standing);

struct OfficeStatus {
    std::string code;
    std::string name_km;
    std::string name;
    // Of the period: the highest version that came, and the one that counts.
    std::optional<ReceivedReturn> newest{};
    std::optional<ReceivedReturn> accepted{};
    Standing standing = Standing::waited_for;
    // How many days after the due day the first one came, or have gone by without any; 0 in time.
    int days_late = 0;
    // Versions before the newest that never came.
    std::vector<std::int64_t> missing_versions{};
};

struct PeriodStatus {
    std::string period;
    std::optional<Round> round{}; // that asks for it
    std::optional<core::Day> due{};
    std::vector<OfficeStatus> offices{}; // every office below, by code
};

struct Status {
    // The newest first: periods of which something came, those that a round asks for, and the last month that
    // is over. Empty for an office that has none below it.
    std::vector<PeriodStatus> periods;
    std::vector<ReceivedReturn> received; // files without a signature too
    std::vector<BuiltReturn> built;
    std::vector<Round> rounds;
    // What this office itself owes and handed over; empty for a province.
    std::vector<OwnPeriod> own;
};

Status load_status(const storage::Database& database);

} // namespace returns
