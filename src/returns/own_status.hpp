// SPDX-License-Identifier: GPL-3.0-or-later
// The board of an office that hands returns over: what is due, what it built, and what was decided on it.
#pragma once

#include "core/progress.hpp"
#include "returns/built_return_store.hpp"
#include "returns/decision.hpp"
#include "returns/round_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace returns {

// Where a period stands.
//   to-build    nothing was built, and it is not late; also where no round asks for it
//   late        nothing was built, and the due day is past
//   built       the newest version waits for the province's decision
//   to-explain  the same, and findings that must be explained are not
//   to-mend     the newest version was sent back
//   accepted    the newest version counts, and the period is shut
//   correcting  it was opened for a correction; its figures are as they were accepted
//   changed     its figures are other than those that were accepted: the next version is due
enum class OwnStanding { to_build, late, built, to_explain, to_mend, accepted, correcting, changed };
std::string_view to_text(OwnStanding standing);

struct OwnPeriod {
    std::string period;
    std::optional<Round> round{};
    std::optional<core::Day> due{};
    std::optional<BuiltReturn> newest{};
    // The version that counts, and the last decision on the newest.
    std::optional<Decision> accepted{};
    std::optional<Decision> decided{};
    std::string correction{}; // why it is open again
    OwnStanding standing = OwnStanding::to_build;
};

// The newest first: periods that a round asks for and what was built. Counts the figures of a period again
// only while it is open for a correction.
std::vector<OwnPeriod> load_own(const storage::Database& database);

// Opens a period that is accepted, so that what lies in it may change; the next version says why. Errors:
// those of office::open_for_correction.
core::Expected<void> correct_period(storage::Transaction& tx, const ReturnPeriod& period,
                                    const std::string& reason);

// Whether the figures of a period are now other than that signed text has them.
bool figures_differ(const storage::Database& database, const ReturnPeriod& period, const Canonical& accepted,
                    core::Progress& progress);

} // namespace returns
