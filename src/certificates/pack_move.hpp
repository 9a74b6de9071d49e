// SPDX-License-Identifier: GPL-3.0-or-later
// A class goes over to another version of its programme's rules: what stands in the way, what that would
// change for each learner, and doing it. It asks marks, locks, the register and who may be awarded.
#pragma once

#include "certificates/eligibility.hpp"
#include "classes/class_store.hpp"
#include "core/progress.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace certificates {

// From now on the class is marked and awarded by that version; going back is going over to the former one. A
// class that is closed, or has a locked period, keeps its rules. Audited as "class.take-pack". Errors:
//   pack.version-unknown {programme, version, known}
//   pack.version-already {class, version}
//   class.not-open       {class, status}
//   pack.period-locked   {class, name} of the period whose marks are done
//   class.level-unknown  {level}
//   pack.marks-unfit     {class, count, which} marks for which those rules have no period or no subject, or
//                        that are above their maximum
core::Expected<void> take_pack(storage::Transaction& tx, classes::ClassId class_id, std::string_view version);

// A learner's result in a period, where the other rules make another of it.
struct ResultChange {
    classes::ClassLearner learner;
    programmes::Wording period;
    assessment::Result was;
    assessment::Result is;
    // As the rules of then and of now print the averages; empty without one.
    std::string average_was{};
    std::string average_is{};
};

struct AwardChange {
    classes::ClassLearner learner;
    bool may_be_awarded = false; // now; it was the other before
};

struct PackMove {
    classes::ClassRow taught;
    std::string from; // versions
    std::string to;
    // Why it keeps its rules.
    std::optional<core::Error> refused{};
    // In the order of the rules' periods and of names.
    std::vector<ResultChange> results{};
    std::vector<AwardChange> awards{};
    // Whose results or awards change.
    int learners = 0;
};

// Done and taken back again, so that it is what the same call of take_pack would come to.
PackMove preview_move(storage::Database& database, const storage::Actor& actor,
                      const classes::ClassRow& taught, std::string_view version);

// Of every class of the programme that has another version, in the order of names; closed ones are refused,
// and so named. Error: cancelled.
core::Expected<std::vector<PackMove>> preview_moves(storage::Database& database, const storage::Actor& actor,
                                                    std::string_view programme, std::string_view version,
                                                    core::Progress& progress);

} // namespace certificates
