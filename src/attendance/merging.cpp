// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/merging.hpp"

#include "attendance/register_store.hpp"

namespace attendance {
namespace {

constexpr std::string_view select_marked = R"sql(
SELECT month, marks FROM attendance_month WHERE enrolment_id = ?1 ORDER BY month)sql";

constexpr std::string_view select_papers = R"sql(
SELECT month, permission, absent FROM attendance_margin WHERE enrolment_id = ?1 ORDER BY month)sql";

} // namespace

std::vector<MonthMarks> load_marked_months(const storage::Database& database,
                                           classes::EnrolmentId enrolment) {
    std::vector<MonthMarks> months;
    auto row = database.query(select_marked, enrolment);
    while (row.step())
        months.push_back(stored_marks(row.get<core::Month>(0), row.get<std::string_view>(1)));
    return months;
}

std::map<core::Month, PaperMargin> load_paper_months(const storage::Database& database,
                                                     classes::EnrolmentId enrolment) {
    std::map<core::Month, PaperMargin> months;
    auto row = database.query(select_papers, enrolment);
    while (row.step())
        months[row.get<core::Month>(0)] = {row.get<std::optional<int>>(1), row.get<std::optional<int>>(2)};
    return months;
}

} // namespace attendance
