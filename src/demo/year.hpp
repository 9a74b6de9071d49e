// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's school year as it goes by, from October 2025 to August 2026: what a district writes, on the
// days it would have written it.
#pragma once

#include "demo/school.hpp"

namespace demo {

class Year {
  public:
    // All of it is one transaction, which the caller commits. The clock is the database's own.
    Year(storage::Transaction& tx, core::FixedClock& clock, const Plan& plan);

    // October: the centres.
    void found();
    // Opens the classes that begin in the month, records it, marks the periods that end and closes what is
    // over.
    void live(core::Month month);

    static core::Month first_month() { return std::chrono::year{2025} / 11; }
    static core::Month last_month() { return std::chrono::year{2026} / 8; }

  private:
    void open_classes(core::Month month);
    void record(core::Month month);
    void examine(core::Month month);
    void close_classes(core::Month month);

    storage::Transaction& m_tx;
    core::FixedClock& m_clock;
    const Plan& m_plan;
    People m_people;
    std::vector<institutions::InstitutionId> m_centres;
    std::vector<RunningClass> m_classes;
};

} // namespace demo
