// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/register_store.hpp"

#include "attendance/members.hpp"
#include "classes/class_store.hpp"

namespace attendance {
namespace {

constexpr std::string_view select_letters = R"sql(
SELECT letter, mark FROM attendance_letter)sql";

} // namespace

Register load_register(const storage::Database& database, classes::ClassId class_id, core::Month month) {
    auto taught = classes::load_class(database, class_id);
    const Period period{core::first_day(month), core::last_day(month)};
    ClassDays days = load_class_days(database, taught, period);
    const Worths worths = load_worths(database, taught);
    Register result{std::move(taught), days.months.front(), std::move(days.reasons), worths, {}};
    for (Member& member : load_members(database, class_id, period)) {
        const DaySet enrolled = member.enrolled(month, period);
        const MonthMarks marks = member.marks_of(month);
        result.rows.push_back(
            {std::move(member.learner), enrolled, marks, count(marks, result.days, enrolled)});
    }
    return result;
}

Letters load_letters(const storage::Database& database) {
    Letters letters;
    auto row = database.query(select_letters);
    while (row.step())
        if (const auto mark = mark_from_letter(row.get<std::string_view>(1).front()))
            letters.emplace(row.get<std::string>(0), *mark);
    return letters;
}

} // namespace attendance
