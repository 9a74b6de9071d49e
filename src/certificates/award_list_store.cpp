// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/award_list_store.hpp"

#include "certificates/award_list_rows.hpp"
#include "classes/class_store.hpp"
#include "core/tidy.hpp"
#include "office/office_store.hpp"

#include <algorithm>

namespace certificates {
namespace {

constexpr std::string_view select_lists = R"sql(
SELECT id, uid, number FROM award_list WHERE class_id = ?1 ORDER BY number)sql";

constexpr std::string_view select_lines = R"sql(
SELECT enrolment_uid, learner_number, name_km, name, sex, born, rate, average, rank, grade, reasons
FROM award_list_line WHERE list_id = ?1 ORDER BY place)sql";

constexpr std::string_view select_steps = R"sql(
SELECT s.id, s.step, s.at, s.day, s.name, s.actor, s.role, coalesce(s.acting_for, ''), s.on_paper, s.same_step, s.remark,
       coalesce(c.kind, '')
FROM award_list_step s LEFT JOIN award_list_scan c ON c.step_id = s.id WHERE s.list_id = ?1 ORDER BY s.id)sql";

constexpr std::string_view select_remarks = R"sql(
SELECT enrolment_uid, remark FROM award_list_remark WHERE step_id = ?1)sql";

core::Error about(const char* code, const classes::Class& taught) {
    return core::Error{code}.with("class", taught.name_km);
}

ListLine read_line(const storage::Statement& row) {
    ListLine line{.enrolment = row.get<core::Uid>(0),
                  .number = row.get<std::string>(1),
                  .name_km = row.get<std::string>(2),
                  .name = row.get<std::string>(3),
                  .sex = core::sex_from_text(row.get<std::string_view>(4)).value(),
                  .born = row.get<std::optional<core::PartialDate>>(5),
                  .rate = row.get<std::string>(6),
                  .average = row.get<std::string>(7),
                  .rank = row.get<std::optional<int>>(8),
                  .grade = row.get<std::string>(9)};
    line.reasons = reasons_from_text(row.get<std::string_view>(10)).value();
    return line;
}

ListStep read_step(const storage::Database& database, const storage::Statement& row) {
    ListStep step{.id = row.get<std::int64_t>(0),
                  .step = step_from_text(row.get<std::string_view>(1)).value(),
                  .at = row.get<core::Moment>(2),
                  .day = row.get<core::Day>(3),
                  .name = row.get<std::string>(4),
                  .actor = row.get<std::string>(5)};
    if (!row.is_null(6)) step.role = role_from_text(row.get<std::string_view>(6));
    step.acting_for = row.get<std::string>(7);
    step.on_paper = row.get<bool>(8);
    step.same_step = row.get<bool>(9);
    step.remark = row.get<std::string>(10);
    step.scan = row.get<std::string>(11);
    storage::Statement remarks = database.query(select_remarks, step.id);
    while (remarks.step())
        step.remarks.push_back({remarks.get<core::Uid>(0), remarks.get<std::string>(1)});
    return step;
}

AwardList read_list(const storage::Database& database, const storage::Statement& row, classes::ClassId id) {
    AwardList list{.id = row.get<AwardListId>(0),
                   .uid = row.get<core::Uid>(1),
                   .class_id = id,
                   .number = row.get<int>(2)};
    storage::Statement lines = database.query(select_lines, list.id);
    while (lines.step())
        list.lines.push_back(read_line(lines));
    storage::Statement steps = database.query(select_steps, list.id);
    while (steps.step())
        list.steps.push_back(read_step(database, steps));
    return list;
}

std::vector<ListLine> lines_now(const storage::Database& database, const classes::Class& taught) {
    return lines_of(load_candidates(database, taught.id), classes::load_rules(database, taught));
}

// Where the name of a step is remembered.
std::string setting_of(Step step, Role role) {
    const std::string key = "award-list." + std::string{to_text(step)};
    return step == Step::approve ? key + "." + std::string{to_text(role)} : key;
}

void remember(storage::Transaction& tx, const ListStep& step) {
    if (step.same_step) return;
    const std::string key = setting_of(step.step, step.role.value_or(Role::headteacher));
    if (office::setting(tx.database(), key) != step.name) office::set_setting(tx, key, step.name);
}

// What is done here is done now, by whoever is at the keyboard.
std::int64_t keep_step(storage::Transaction& tx, AwardListId list, ListStep step) {
    step.at = tx.now();
    step.actor = tx.actor().name;
    const auto id = write_step(tx, list, step);
    remember(tx, step);
    return id;
}

// Two actors are one person, or two people with one in common ("officer+boss").
bool share_a_person(std::string_view first, std::string_view second) {
    for (std::size_t at = 0; at <= first.size();) {
        const std::size_t end = std::min(first.find('+', at), first.size());
        const std::string one = "+" + std::string(first.substr(at, end - at)) + "+";
        if (("+" + std::string(second) + "+").find(one) != std::string::npos) return true;
        at = end + 1;
    }
    return false;
}

core::Expected<std::string> tidy_name(const std::string& typed) {
    std::string name = core::tidy(typed);
    if (name.empty()) return core::fail({"signer.no-name"});
    return name;
}

// Nothing while the list may still be prepared or approved.
std::optional<core::Error> too_early_or_late(const classes::Class& taught) {
    switch (taught.status) {
    case classes::Status::open:
        return about("class.open", taught);
    case classes::Status::approved:
        return about("class.approved-already", taught);
    case classes::Status::issued:
        return about("class.issued-already", taught);
    case classes::Status::closed:
        return std::nullopt;
    }
    return std::nullopt;
}

// The list that waits for a check or an approval, as things still are.
core::Expected<AwardList> waiting_list(const storage::Database& database, const classes::Class& taught) {
    if (auto wrong = too_early_or_late(taught)) return core::fail(*std::move(wrong));
    auto list = latest_list(database, taught.id);
    if (!list) return core::fail(about("award-list.none", taught));
    if (list->state() == Step::return_ || list->state() == Step::approve)
        return core::fail(about("award-list.returned", taught));
    const auto changes = changes_between(list->lines, lines_now(database, taught));
    if (!changes.empty())
        return core::fail(about("award-list.changed", taught)
                              .with("learner", std::string{changes.front().what.fact("learner")})
                              .with("changes", std::to_string(changes.size())));
    return *std::move(list);
}

AwardListId keep_list(storage::Transaction& tx, const classes::Class& taught, const ListStep& prepared,
                      const std::vector<ListLine>& lines) {
    const auto number = tx.database().value<int>(
        "SELECT coalesce(max(number), 0) + 1 FROM award_list WHERE class_id = ?1", taught.id);
    const core::Uid uid = tx.new_uid();
    const auto id = write_list(tx, uid, taught.id, number.value(), lines);
    keep_step(tx, id, prepared);
    audit_step(tx, uid, taught.name_km, prepared, lines);
    return id;
}

std::int64_t keep_approval(storage::Transaction& tx, const classes::Class& taught, const AwardList& list,
                           const ListStep& step, const std::optional<Scan>& scan) {
    const auto id = keep_step(tx, list.id, step);
    if (scan) write_scan(tx, id, *scan);
    const auto awards = write_approval(tx, taught.id, list.lines, step);
    audit_step(tx, list.uid, taught.name_km, step, list.lines);
    return awards;
}

// On paper a list is signed between the day it was prepared and today.
core::Expected<void> check_paper(const ListApproval& approval, const AwardList& list, core::Day today) {
    if (!approval.signed_on) return {};
    const core::Day first = list.steps.front().day;
    if (*approval.signed_on < first || *approval.signed_on > today)
        return core::fail(core::Error{"award-list.day"}
                              .with("day", core::to_iso(*approval.signed_on))
                              .with("first", core::to_iso(first))
                              .with("last", core::to_iso(today)));
    if (!approval.scan) return core::fail({"award-list.no-scan"});
    return {};
}

// What was typed, of which something must be left.
core::Expected<std::vector<LineRemark>> tidy_remarks(const ListReturn& returned, const AwardList& list,
                                                     const classes::Class& taught) {
    std::vector<LineRemark> remarks;
    for (const LineRemark& one : returned.remarks) {
        const bool listed = std::any_of(list.lines.begin(), list.lines.end(), [&](const ListLine& line) {
            return line.enrolment == one.enrolment;
        });
        if (!listed) return core::fail(about("award-list.not-on-it", taught));
        std::string remark = core::tidy(one.remark);
        if (!remark.empty()) remarks.push_back({one.enrolment, std::move(remark)});
    }
    return remarks;
}

} // namespace

core::Expected<AwardListId> prepare_list(storage::Transaction& tx, classes::ClassId class_id,
                                         const std::string& by) {
    const storage::Database& database = tx.database();
    const classes::Class taught = classes::load_class(database, class_id);
    const auto name = tidy_name(by);
    if (!name) return core::fail(name.error());
    if (auto wrong = too_early_or_late(taught)) return core::fail(*std::move(wrong));
    const auto lines = lines_now(database, taught);
    if (lines.empty() || !lines.front().awarded()) return core::fail(about("nobody.eligible", taught));
    const auto before = latest_list(database, class_id);
    if (before && before->state() != Step::return_ && before->lines == lines)
        return core::fail(about("award-list.unchanged", taught));
    return keep_list(tx, taught, {.step = Step::prepare, .day = tx.today(), .name = *name}, lines);
}

core::Expected<void> check_list(storage::Transaction& tx, classes::ClassId class_id, const std::string& by) {
    const classes::Class taught = classes::load_class(tx.database(), class_id);
    const auto name = tidy_name(by);
    if (!name) return core::fail(name.error());
    const auto list = waiting_list(tx.database(), taught);
    if (!list) return core::fail(list.error());
    if (list->state() == Step::check) return core::fail(about("award-list.checked-already", taught));
    const ListStep& prepared = list->steps.front();
    const bool own_account = tx.actor().authority && share_a_person(prepared.actor, tx.actor().name);
    if (own_account || prepared.name == *name)
        return core::fail(about("award-list.own-check", taught).with("name", prepared.name));
    const ListStep step{.step = Step::check, .day = tx.today(), .name = *name};
    keep_step(tx, list->id, step);
    audit_step(tx, list->uid, taught.name_km, step, list->lines);
    return {};
}

core::Expected<std::int64_t> approve_list(storage::Transaction& tx, classes::ClassId class_id,
                                          const ListApproval& approval) {
    const classes::Class taught = classes::load_class(tx.database(), class_id);
    const auto name = tidy_name(approval.name);
    if (!name) return core::fail(name.error());
    const auto list = waiting_list(tx.database(), taught);
    if (!list) return core::fail(list.error());
    if (list->state() != Step::check) return core::fail(about("award-list.not-checked", taught));
    if (auto paper = check_paper(approval, *list, tx.today()); !paper) return core::fail(paper.error());
    return keep_approval(tx, taught, *list,
                         {.step = Step::approve,
                          .day = approval.signed_on.value_or(tx.today()),
                          .name = *name,
                          .role = approval.role,
                          .acting_for = core::tidy(approval.acting_for),
                          .on_paper = approval.signed_on.has_value()},
                         approval.scan);
}

core::Expected<std::int64_t> approve_at_once(storage::Transaction& tx, classes::ClassId class_id,
                                             const std::string& by) {
    const storage::Database& database = tx.database();
    const classes::Class taught = classes::load_class(database, class_id);
    auto name = tidy_name(by);
    if (!name) return core::fail(name.error());
    if (auto wrong = too_early_or_late(taught)) return core::fail(*std::move(wrong));
    const auto lines = lines_now(database, taught);
    if (lines.empty() || !lines.front().awarded()) return core::fail(about("nobody.eligible", taught));
    const auto before = latest_list(database, class_id);
    if (!before || before->state() == Step::return_ || before->lines != lines)
        keep_list(tx, taught, {.step = Step::prepare, .day = tx.today(), .name = *name, .same_step = true},
                  lines);
    return keep_approval(tx, taught, latest_list(database, class_id).value(),
                         {.step = Step::approve, .day = tx.today(), .name = *name, .same_step = true},
                         std::nullopt);
}

core::Expected<void> return_list(storage::Transaction& tx, classes::ClassId class_id,
                                 const ListReturn& returned) {
    const classes::Class taught = classes::load_class(tx.database(), class_id);
    const auto name = tidy_name(returned.by);
    if (!name) return core::fail(name.error());
    if (taught.status == classes::Status::issued) return core::fail(about("class.issued-already", taught));
    const auto list = latest_list(tx.database(), class_id);
    if (!list) return core::fail(about("award-list.none", taught));
    if (list->state() == Step::return_) return core::fail(about("award-list.returned", taught));
    auto remarks = tidy_remarks(returned, *list, taught);
    if (!remarks) return core::fail(remarks.error());
    const ListStep step{.step = Step::return_,
                        .day = tx.today(),
                        .name = *name,
                        .remark = core::tidy(returned.remark),
                        .remarks = *std::move(remarks)};
    if (step.remark.empty() && step.remarks.empty()) return core::fail({"award-list.no-remark"});
    // Its history keeps who had approved it.
    if (taught.status == classes::Status::approved) withdraw_approval(tx, class_id);
    keep_step(tx, list->id, step);
    audit_step(tx, list->uid, taught.name_km, step, list->lines);
    return {};
}

std::vector<AwardList> lists_of(const storage::Database& database, classes::ClassId class_id) {
    std::vector<AwardList> lists;
    storage::Statement rows = database.query(select_lists, class_id);
    while (rows.step())
        lists.push_back(read_list(database, rows, class_id));
    return lists;
}

std::optional<AwardList> latest_list(const storage::Database& database, classes::ClassId class_id) {
    storage::Statement row = database.query(std::string{select_lists} + " DESC LIMIT 1", class_id);
    if (!row.step()) return std::nullopt;
    return read_list(database, row, class_id);
}

std::vector<ListChange> changes_since(const storage::Database& database, const AwardList& list) {
    return changes_between(list.lines, lines_now(database, classes::load_class(database, list.class_id)));
}

std::optional<Scan> load_scan(const storage::Database& database, std::int64_t step) {
    storage::Statement row =
        database.query("SELECT kind, bytes FROM award_list_scan WHERE step_id = ?1", step);
    if (!row.step()) return std::nullopt;
    const auto bytes = row.get<storage::Blob>(1);
    return Scan{row.get<std::string>(0), {reinterpret_cast<const char*>(bytes.data()), bytes.size()}};
}

std::string name_last_used(const storage::Database& database, Step step, Role role) {
    return office::setting(database, setting_of(step, role)).value_or("");
}

} // namespace certificates
