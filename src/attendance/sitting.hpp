// SPDX-License-Identifier: GPL-3.0-or-later
// What one person writes in the registers between opening the program and closing it: every write is
// committed at once, and the last ones can be taken back.
#pragma once

#include "attendance/cell_store.hpp"
#include "attendance/class_days.hpp"
#include "storage/actor.hpp"

#include <string>
#include <vector>

namespace attendance {

class Sitting {
  public:
    // As many steps can be taken back.
    static constexpr std::size_t most_steps = 500;

    Sitting(storage::Database& database, storage::Actor actor)
        : m_database(database)
        , m_actor(std::move(actor)) {}

    // Each in a transaction of its own; what is refused writes nothing. As the stores have them.
    core::Expected<CellsWritten> set_cells(classes::ClassId class_id, const std::vector<CellMark>& cells);
    core::Expected<RegisterChange> set_absence(classes::EnrolmentId enrolment, Period period, Mark mark);
    core::Expected<RegisterChange> take(classes::ClassId class_id, const std::vector<core::Day>& days);
    core::Expected<RegisterChange> not_met(classes::ClassId class_id, core::Day day,
                                           const std::string& reason);
    core::Expected<RegisterChange> forget(classes::ClassId class_id, core::Day day);
    core::Expected<RegisterChange> set_paper_margin(classes::EnrolmentId enrolment, core::Month month,
                                                    const PaperMargin& on_paper);

    // Null when there is nothing to take back.
    const RegisterChange* last() const { return m_steps.empty() ? nullptr : &m_steps.back(); }
    // Takes the last step back. One that cannot be taken back any more is passed over by the next undo. There
    // must be one. Errors as take_back.
    core::Expected<RegisterChange> undo();

  private:
    template<typename Work>
    auto write(Work work);
    void remember(const RegisterChange& change);

    storage::Database& m_database;
    storage::Actor m_actor;
    std::vector<RegisterChange> m_steps;
};

} // namespace attendance
