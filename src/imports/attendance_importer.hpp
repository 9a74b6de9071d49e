// SPDX-License-Identifier: GPL-3.0-or-later
// A class's month as it came back from the centre.
#pragma once

#include "attendance/mark_store.hpp"
#include "attendance/register_store.hpp"
#include "imports/called_days.hpp"
#include "imports/importer.hpp"
#include "imports/roster.hpp"

namespace imports {

class AttendanceImporter final : public Importer {
  public:
    AttendanceImporter(const storage::Database& database, const Vocabulary& vocabulary,
                       const FoundSheet& found, classes::ClassId class_id, core::Month month,
                       CalledDays called);

    RowOutcome judge(RowCells& cells) override;
    std::vector<core::Error> findings() const override;
    core::Expected<void> write(storage::Transaction& tx, std::size_t nth) override;
    // A row that is nobody's can be written for nobody; one whose name was changed, for whom its number
    // means.
    bool may_take(std::size_t nth) const override { return m_planned[nth].enrolment.has_value(); }

  private:
    struct Planned {
        std::optional<classes::EnrolmentId> enrolment;
        attendance::MonthMarks marks;
    };

    std::optional<attendance::MonthMarks> read_marks(RowCells& cells) const;
    AttendanceFacts facts_of(RowCells& cells, const classes::Enrolment& enrolment,
                             const attendance::MonthMarks& marks) const;
    void find_outside(RowCells& cells, core::Day day) const;
    void check_margins(RowCells& cells, const attendance::Tally& tally, AttendanceFacts& facts) const;
    void take_days(storage::Transaction& tx) const;
    void compare(const attendance::MonthMarks& marks, classes::EnrolmentId enrolment,
                 RowOutcome& outcome) const;

    const storage::Database& m_database;
    const Vocabulary& m_vocabulary;
    Layout m_layout;
    classes::ClassId m_class_id;
    core::Month m_month;
    Roster m_roster;
    attendance::Letters m_letters;
    // A day's morning and afternoon stand in columns of their own.
    bool m_sessions;
    CalledDays m_called;
    // As they will be once the import is confirmed: the days called are taken.
    attendance::MonthDays m_days;
    // Those that were not taken before.
    attendance::DaySet m_to_take;
    // Why nothing of the month may change, where an accepted return has shut it.
    std::optional<core::Error> m_shut;
    bool m_days_written = false;
    std::vector<Planned> m_planned;
};

} // namespace imports
