// SPDX-License-Identifier: GPL-3.0-or-later
// What making one learner of two asks of this room; for identity/, which audits.
#pragma once

#include "classes/enrolment.hpp"
#include "storage/transaction.hpp"

#include <optional>
#include <string>

namespace certificates {

// The serial of the certificate in force that an enrolment earned.
std::optional<std::string> find_living_serial(const storage::Database& database,
                                              classes::EnrolmentId enrolment);

// Gives what one enrolment earned (certificates as they were issued, its place on an award list) to another.
// The two must not both have a certificate in force.
void repoint(storage::Transaction& tx, classes::EnrolmentId from, classes::EnrolmentId to);

} // namespace certificates
