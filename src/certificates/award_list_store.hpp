// SPDX-License-Identifier: GPL-3.0-or-later
// The award lists of the office: the only writer of their tables. Prepared, checked, then approved or
// returned; each step with who did it and on which day, and none is ever taken out of the history.
#pragma once

#include "certificates/award_list.hpp"
#include "certificates/scan.hpp"
#include "storage/transaction.hpp"

namespace certificates {

// Where an error names a class it is with the fact class. Whoever does a step has a name: signer.no-name.

// The list as it stands now, everyone in the class with their results or reasons: the next number. Errors:
// class.open, class.approved-already, class.issued-already, nobody.eligible; award-list.unchanged when the
// list that waits says the same.
core::Expected<AwardListId> prepare_list(storage::Transaction& tx, classes::ClassId class_id,
                                         const std::string& by);

// Errors: award-list.none, award-list.returned, award-list.changed {learner, changes},
// award-list.checked-already; award-list.own-check {name} when whoever prepared it would check it too:
// by the name given and, where people log in, by their account, whatever name is given.
core::Expected<void> check_list(storage::Transaction& tx, classes::ClassId class_id, const std::string& by);

struct ListApproval {
    std::string name;
    Role role = Role::headteacher;
    std::string acting_for{};
    // On paper: the day it was signed, and the signed list.
    std::optional<core::Day> signed_on{};
    std::optional<Scan> scan{};
};

// The class becomes approved; how many are to be awarded. Errors: as check_list; award-list.not-checked;
// award-list.no-scan on paper without one; award-list.day {day, first, last} signed before it was prepared or
// after today.
core::Expected<std::int64_t> approve_list(storage::Transaction& tx, classes::ClassId class_id,
                                          const ListApproval& approval);

// For set-up, where one person does everything: prepares where that is needed, and approves.
core::Expected<std::int64_t> approve_at_once(storage::Transaction& tx, classes::ClassId class_id,
                                             const std::string& by);

struct ListReturn {
    std::string by;
    std::string remark;
    std::vector<LineRemark> remarks{};
};

// Back to whoever prepares, with what is to be mended; an approved list too, whose class is closed again
// then. Errors: award-list.none, award-list.returned, class.issued-already; award-list.no-remark;
// award-list.not-on-it for a remark on somebody else.
core::Expected<void> return_list(storage::Transaction& tx, classes::ClassId class_id,
                                 const ListReturn& returned);

// The class's lists, the oldest first.
std::vector<AwardList> lists_of(const storage::Database& database, classes::ClassId class_id);
std::optional<AwardList> latest_list(const storage::Database& database, classes::ClassId class_id);

// What is other now than on the list. Counts the class.
std::vector<ListChange> changes_since(const storage::Database& database, const AwardList& list);

// Nothing where none was kept with the step.
std::optional<Scan> load_scan(const storage::Database& database, std::int64_t step);

// The name last typed for a step, or for a role of those who approve; empty at first.
std::string name_last_used(const storage::Database& database, Step step, Role role = Role::headteacher);

} // namespace certificates
