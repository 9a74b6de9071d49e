// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/award_list_rows.hpp"

#include "classes/award_step.hpp"
#include "classes/class_store.hpp"
#include "storage/change.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace certificates {
namespace {

constexpr std::string_view insert_list = "INSERT INTO award_list (uid, class_id, number) VALUES (?1, ?2, ?3)";

constexpr std::string_view insert_line = R"sql(
INSERT INTO award_list_line (list_id, place, enrolment_uid, learner_number, name_km, name, sex, born, rate, average, rank,
                             grade, reasons)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13))sql";

constexpr std::string_view insert_step = R"sql(
INSERT INTO award_list_step (list_id, step, at, day, name, actor, role, acting_for, on_paper, remark, same_step)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11))sql";

constexpr std::string_view insert_remark =
    "INSERT INTO award_list_remark (step_id, enrolment_uid, remark) VALUES (?1, ?2, ?3)";

constexpr std::string_view insert_scan =
    "INSERT INTO award_list_scan (step_id, kind, bytes, digest) VALUES (?1, ?2, ?3, ?4)";

constexpr std::string_view insert_approval = R"sql(
INSERT INTO award_approval (class_id, approved_on, approver, role) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view insert_award = R"sql(
INSERT INTO award_list_row (class_id, enrolment_id)
SELECT class_id, id FROM enrolment WHERE class_id = ?1 AND uid = ?2)sql";

} // namespace

AwardListId write_list(storage::Transaction& tx, const core::Uid& uid, classes::ClassId class_id, int number,
                       const std::vector<ListLine>& lines) {
    const auto id = tx.insert<AwardListId>(insert_list, uid, class_id, number);
    std::int64_t place = 0;
    for (const ListLine& line : lines)
        tx.run(insert_line, id, ++place, line.enrolment, line.number, line.name_km, line.name,
               core::to_text(line.sex), line.born, line.rate, line.average, line.rank, line.grade,
               reasons_text(line.reasons));
    return id;
}

std::int64_t write_step(storage::Transaction& tx, AwardListId list, const ListStep& step) {
    std::optional<std::string> role;
    if (step.role) role = to_text(*step.role);
    std::optional<std::string> acting_for;
    if (!step.acting_for.empty()) acting_for = step.acting_for;
    const auto id = tx.insert(insert_step, list, to_text(step.step), step.at, step.day, step.name, step.actor,
                              role, acting_for, step.on_paper, step.remark, step.same_step);
    for (const LineRemark& one : step.remarks)
        tx.run(insert_remark, id, one.enrolment, one.remark);
    return id;
}

void write_scan(storage::Transaction& tx, std::int64_t step, const Scan& scan) {
    const auto bytes = std::as_bytes(std::span{scan.bytes});
    tx.run(insert_scan, step, scan.kind, bytes, office::digest(bytes));
}

std::int64_t write_approval(storage::Transaction& tx, classes::ClassId class_id,
                            const std::vector<ListLine>& lines, const ListStep& step) {
    // In set-up nobody says in which role.
    tx.run(insert_approval, class_id, step.day, step.name, step.role ? to_text(*step.role) : "set-up");
    std::int64_t awards = 0;
    for (const ListLine& line : lines)
        if (line.awarded()) awards += tx.run(insert_award, class_id, line.enrolment);
    classes::mark_approved(tx, class_id);
    return awards;
}

void withdraw_approval(storage::Transaction& tx, classes::ClassId class_id) {
    tx.run("DELETE FROM award_list_row WHERE class_id = ?1", class_id);
    tx.run("DELETE FROM award_approval WHERE class_id = ?1", class_id);
    classes::mark_returned(tx, class_id);
}

void audit_step(storage::Transaction& tx, const core::Uid& list, const std::string& class_name,
                const ListStep& step, const std::vector<ListLine>& lines) {
    const auto awards =
        std::count_if(lines.begin(), lines.end(), [](const ListLine& line) { return line.awarded(); });
    tx.audit("award." + std::string{to_text(step.step)}, "award_list", list,
             fmt::format(R"({{"class":{},"by":{},"awards":{},"lines":"{}","remark":{}}})",
                         storage::json_quoted(class_name), storage::json_quoted(step.name), awards,
                         office::to_text(digest_of(lines)), storage::json_quoted(step.remark)));
}

} // namespace certificates
