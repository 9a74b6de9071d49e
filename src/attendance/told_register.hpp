// SPDX-License-Identifier: GPL-3.0-or-later
// The register of a class as another file of ours tells it.
#pragma once

#include "classes/enrolment.hpp"
#include "core/date.hpp"
#include "core/expected.hpp"
#include "storage/transaction.hpp"

#include <map>
#include <string>

namespace attendance {

// Those days and no others: taken, or not met with the reason. The caller audits. Error:
// period.locked where a day that is shut would change.
core::Expected<void> take_class_days(storage::Transaction& tx, classes::ClassId class_id,
                                     const std::map<core::Day, std::string>& told);

// Those months and no others, a letter a day. The caller has looked at the letters, and audits. Error:
// period.locked where a month that is shut would change.
core::Expected<void> take_months(storage::Transaction& tx, classes::EnrolmentId enrolment,
                                 const std::map<core::Month, std::string>& told);

} // namespace attendance
