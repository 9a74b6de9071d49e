// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/waiting.hpp"

#include "core/words.hpp"

#include <algorithm>

namespace certificates {
namespace {

constexpr core::Words<Awaited, 5> awaited_words{{"preparation", "check", "approval", "mending", "issue"}};

constexpr std::string_view select_waiting = R"sql(
SELECT c.id, c.name_km, c.name, i.name_km, i.name, c.status, coalesce(c.closed_on, c.last_day), l.number, s.step, s.day,
       s.name, s.remark, a.approved_on, a.approver
FROM class c
JOIN institution i ON i.id = c.institution_id
LEFT JOIN award_list l ON l.class_id = c.id
    AND l.number = (SELECT max(number) FROM award_list m WHERE m.class_id = c.id)
LEFT JOIN award_list_step s ON s.id = (SELECT max(id) FROM award_list_step t WHERE t.list_id = l.id)
LEFT JOIN award_approval a ON a.class_id = c.id
WHERE c.status IN ('closed', 'approved'))sql";

Waiting read_waiting(const storage::Statement& row, core::Day today) {
    Waiting one{.class_id = row.get<classes::ClassId>(0),
                .class_km = row.get<std::string>(1),
                .class_name = row.get<std::string>(2),
                .institution_km = row.get<std::string>(3),
                .institution_name = row.get<std::string>(4),
                .since = row.get<core::Day>(6)};
    if (row.get<std::string_view>(5) == "approved") {
        one.awaited = Awaited::issue;
        one.since = row.get<std::optional<core::Day>>(12).value_or(one.since);
        one.last_name = row.get<std::string>(13);
        one.list = row.get<std::optional<int>>(7).value_or(0);
    } else if (!row.is_null(7)) {
        const Step step = step_from_text(row.get<std::string_view>(8)).value();
        one.list = row.get<int>(7);
        one.since = row.get<core::Day>(9);
        one.last_name = row.get<std::string>(10);
        one.remark = row.get<std::string>(11);
        one.awaited = step == Step::prepare ? Awaited::check
                      : step == Step::check ? Awaited::approval
                                            : Awaited::mending;
    }
    one.days = (std::chrono::sys_days{today} - std::chrono::sys_days{one.since}).count();
    return one;
}

} // namespace

std::string_view to_text(Awaited awaited) {
    return awaited_words.text(awaited);
}

std::vector<Waiting> waiting_lists(const storage::Database& database) {
    std::vector<Waiting> all;
    const core::Day today = database.clock().today();
    storage::Statement rows = database.query(select_waiting);
    while (rows.step())
        all.push_back(read_waiting(rows, today));
    std::stable_sort(all.begin(), all.end(),
                     [](const Waiting& a, const Waiting& b) { return a.since < b.since; });
    return all;
}

} // namespace certificates
