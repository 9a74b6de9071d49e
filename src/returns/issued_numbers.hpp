// SPDX-License-Identifier: GPL-3.0-or-later
// The certificates dated within a period: whose they are, and the ranges of their numbers.
#pragma once

#include "returns/return_content.hpp"
#include "storage/database.hpp"

#include <set>

namespace returns {

class IssuedNumbers {
  public:
    // Of all classes: a certificate may be dated after its class ended.
    IssuedNumbers(const storage::Database& database, const ReturnPeriod& period);

    // One that is still good.
    bool has(classes::EnrolmentId enrolment) const { return m_awarded.contains(enrolment); }
    // By class, and within one by number.
    std::vector<CertificateLine> lines() const { return m_lines; }

  private:
    std::set<classes::EnrolmentId> m_awarded;
    std::vector<CertificateLine> m_lines;
};

} // namespace returns
