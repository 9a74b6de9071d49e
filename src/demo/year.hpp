// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's school year as it goes by, from October 2025 to August 2026: what a district writes, on the
// days it would have written it.
#pragma once

#include "demo/school.hpp"
#include "documents/fonts.hpp"

namespace demo {

class Year {
  public:
    // The clock is the database's own. The fonts are for the certificates.
    Year(storage::Database& database, core::FixedClock& clock, const Plan& plan, documents::Fonts fonts);

    // October: the centres.
    void found();
    // Everything of a month, up to its last day.
    void live(core::Month month);
    // Once the last month was lived.
    void finish();

    static core::Month first_month() { return std::chrono::year{2025} / 11; }
    static core::Month last_month() { return std::chrono::year{2026} / 8; }

  private:
    // Nine in the morning of that day, in the transaction that is open: a year has few, since each waits for
    // the disk.
    storage::Transaction& on(core::Day day);
    // The same for what makes its own transaction.
    storage::Database& alone_on(core::Day day);
    void open_classes(storage::Transaction& tx, core::Month month);
    void record(storage::Transaction& tx, core::Month month);
    void examine(storage::Transaction& tx, core::Month month);
    void award(storage::Transaction& tx, core::Month month);
    // What one learner of a class that goes on could do before.
    void recognise(storage::Transaction& tx);
    // The first class that stays open.
    RunningClass& open_one();

    storage::Database& m_database;
    core::FixedClock& m_clock;
    const Plan& m_plan;
    documents::Fonts m_fonts;
    People m_people;
    std::vector<institutions::InstitutionId> m_centres;
    std::vector<RunningClass> m_classes;
    std::optional<storage::Transaction> m_tx;
};

} // namespace demo
