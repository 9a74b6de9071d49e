// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/margin_store.hpp"

#include "attendance/open_class.hpp"
#include "classes/enrolment_store.hpp"
#include "core/numerals.hpp"
#include "core/tidy.hpp"
#include "storage/change.hpp"

namespace attendance {
namespace {

constexpr std::string_view select_of_class = R"sql(
SELECT m.enrolment_id, m.permission, m.absent
FROM enrolment e JOIN attendance_margin m ON m.enrolment_id = e.id
WHERE e.class_id = ?1 AND m.month = ?2)sql";

constexpr std::string_view select_one = R"sql(
SELECT permission, absent FROM attendance_margin WHERE enrolment_id = ?1 AND month = ?2)sql";

constexpr std::string_view upsert = R"sql(
INSERT INTO attendance_margin (enrolment_id, month, permission, absent) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (enrolment_id, month) DO UPDATE SET permission = excluded.permission, absent = excluded.absent)sql";

constexpr std::string_view remove = R"sql(
DELETE FROM attendance_margin WHERE enrolment_id = ?1 AND month = ?2)sql";

std::optional<std::string> text_of(const std::optional<int>& total) {
    return total ? std::optional{std::to_string(*total)} : std::nullopt;
}

void audit(storage::Transaction& tx, const core::Uid& enrolment, core::Month month, const PaperMargin& was,
           const PaperMargin& is) {
    const std::string at = core::to_iso(month);
    std::vector<storage::FieldChange> changes;
    if (was.permission != is.permission)
        changes.push_back({at + " permission", text_of(was.permission), text_of(is.permission)});
    if (was.absent != is.absent) changes.push_back({at + " absent", text_of(was.absent), text_of(is.absent)});
    tx.audit("attendance.margin", "attendance_margin", enrolment, storage::change_json(changes));
}

} // namespace

PaperMargins load_paper_margins(const storage::Database& database, classes::ClassId class_id,
                                core::Month month) {
    PaperMargins margins;
    auto row = database.query(select_of_class, class_id, month);
    while (row.step())
        margins[row.get<classes::EnrolmentId>(0)] = {row.get<std::optional<int>>(1),
                                                     row.get<std::optional<int>>(2)};
    return margins;
}

PaperMargin load_paper_margin(const storage::Database& database, classes::EnrolmentId enrolment,
                              core::Month month) {
    auto row = database.query(select_one, enrolment, month);
    if (!row.step()) return {};
    return {row.get<std::optional<int>>(0), row.get<std::optional<int>>(1)};
}

core::Expected<std::optional<int>> read_paper_total(std::string_view typed, core::Month month) {
    const std::string text = core::tidy(typed);
    if (text.empty()) return std::nullopt;
    const auto most = static_cast<std::int64_t>(core::days_in(month));
    const auto total = core::read_integer(text);
    if (!total || *total < 0 || *total > most)
        return core::fail(
            core::Error{"margin.unreadable"}.with("text", text).with("most", std::to_string(most)));
    return static_cast<int>(*total);
}

core::Expected<RegisterChange> set_paper_margin(storage::Transaction& tx, classes::EnrolmentId enrolment_id,
                                                core::Month month, const PaperMargin& on_paper) {
    const auto enrolment = classes::load_enrolment(tx.database(), enrolment_id);
    const auto open = load_open(tx.database(), enrolment.in, {core::first_day(month), core::last_day(month)});
    if (!open) return core::fail(open.error());
    RegisterChange change{.class_id = enrolment.in};
    const PaperMargin was = load_paper_margin(tx.database(), enrolment_id, month);
    if (was == on_paper) return change;
    write_paper_margin(tx, enrolment_id, month, on_paper);
    audit(tx, enrolment.uid, month, was, on_paper);
    change.margins.push_back({enrolment_id, month, was, on_paper});
    return change;
}

void write_paper_margin(storage::Transaction& tx, classes::EnrolmentId enrolment, core::Month month,
                        const PaperMargin& on_paper) {
    if (on_paper.empty())
        tx.run(remove, enrolment, month);
    else
        tx.run(upsert, enrolment, month, on_paper.permission, on_paper.absent);
}

} // namespace attendance
