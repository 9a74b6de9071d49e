// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/merging.hpp"

namespace certificates {

std::optional<std::string> find_living_serial(const storage::Database& database,
                                              classes::EnrolmentId enrolment) {
    return database.value<std::string>(
        "SELECT serial FROM certificate WHERE enrolment_id = ?1 AND state = 'issued'", enrolment);
}

void repoint(storage::Transaction& tx, classes::EnrolmentId from, classes::EnrolmentId to) {
    tx.run("UPDATE certificate SET enrolment_id = ?2 WHERE enrolment_id = ?1", from, to);
    tx.run("UPDATE OR IGNORE award_list_row SET enrolment_id = ?2 WHERE enrolment_id = ?1", from, to);
    tx.run("DELETE FROM award_list_row WHERE enrolment_id = ?1", from);
}

} // namespace certificates
