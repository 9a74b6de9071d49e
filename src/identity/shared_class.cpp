// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/shared_class.hpp"

#include "assessment/merging.hpp"
#include "assessment/score_store.hpp"
#include "attendance/margin_store.hpp"
#include "attendance/mark_store.hpp"
#include "attendance/merging.hpp"
#include "certificates/merging.hpp"
#include "classes/class_store.hpp"
#include "classes/merging.hpp"
#include "statements/statement_store.hpp"

#include <algorithm>

namespace identity {
namespace {

using assessment::Scores;
using attendance::MonthMarks;
using classes::EnrolmentId;

struct Written {
    std::map<core::Month, MonthMarks> months;
    std::map<core::Month, attendance::PaperMargin> papers;
    Scores scores;
};

Written load_written(const storage::Database& database, EnrolmentId enrolment) {
    Written written;
    for (const MonthMarks& month : attendance::load_marked_months(database, enrolment))
        if (!month.blank()) written.months.emplace(month.month(), month);
    written.papers = attendance::load_paper_months(database, enrolment);
    written.scores = assessment::load_scores(database, enrolment);
    return written;
}

Record record_of(const storage::Database& database, EnrolmentId enrolment, const Written& written) {
    Record record;
    for (const auto& [month, marks] : written.months)
        record.marks +=
            std::count_if(marks.text().begin(), marks.text().end(), [](char c) { return c != '.'; });
    record.scores = static_cast<std::int64_t>(written.scores.size());
    record.serial = certificates::find_living_serial(database, enrolment).value_or("");
    return record;
}

std::int64_t differing_days(const MonthMarks& a, const MonthMarks& b) {
    std::int64_t days = 0;
    for (std::size_t i = 0; i < a.text().size(); ++i)
        if (a.text()[i] != b.text()[i]) ++days;
    return days;
}

std::int64_t count_differing(const Written& kept, const Written& gone) {
    std::int64_t differing = 0;
    for (const auto& [month, marks] : gone.months)
        if (const auto other = kept.months.find(month); other != kept.months.end())
            differing += differing_days(marks, other->second);
    for (const auto& [cell, score] : gone.scores)
        if (const auto other = kept.scores.find(cell); other != kept.scores.end() && other->second != score)
            ++differing;
    return differing;
}

void erase_written(storage::Transaction& tx, EnrolmentId enrolment, const Written& written) {
    for (const auto& [month, marks] : written.months)
        attendance::write_month(tx, enrolment, MonthMarks{month});
    for (const auto& [month, paper] : written.papers)
        attendance::write_paper_margin(tx, enrolment, month, {});
    assessment::erase_scores(tx, enrolment);
}

// What stands under the kept one already stays.
void move_written(storage::Transaction& tx, EnrolmentId kept, const Written& of_kept,
                  const Written& of_gone) {
    for (const auto& [month, marks] : of_gone.months)
        if (!of_kept.months.contains(month)) attendance::write_month(tx, kept, marks);
    for (const auto& [month, paper] : of_gone.papers)
        if (!of_kept.papers.contains(month)) attendance::write_paper_margin(tx, kept, month, paper);
    for (const auto& [cell, score] : of_gone.scores)
        if (!of_kept.scores.contains(cell)) assessment::write_score(tx, kept, cell, score);
}

} // namespace

std::vector<SharedClass> shared_classes(const storage::Database& database, learners::LearnerId kept,
                                        learners::LearnerId gone) {
    std::vector<SharedClass> all;
    for (const classes::SharedEnrolment& one : classes::shared_enrolments(database, kept, gone)) {
        const Written of_kept = load_written(database, one.kept);
        const Written of_gone = load_written(database, one.gone);
        const classes::Class taught = classes::load_class(database, one.in);
        SharedClass shared;
        shared.in = one.in;
        shared.kept_enrolment = one.kept;
        shared.gone_enrolment = one.gone;
        shared.name_km = taught.name_km;
        shared.kept = record_of(database, one.kept, of_kept);
        shared.gone = record_of(database, one.gone, of_gone);
        shared.differing = count_differing(of_kept, of_gone);
        if (taught.status != classes::Status::open && !shared.kept.empty() && !shared.gone.empty())
            shared.differing = std::max<std::int64_t>(shared.differing, 1);
        all.push_back(std::move(shared));
    }
    return all;
}

core::Expected<void> join_class(storage::Transaction& tx, const SharedClass& shared,
                                const RegisterChoice& choice) {
    if (!shared.kept.serial.empty() && !shared.gone.serial.empty())
        return core::fail(core::Error{"merge.both-certified"}
                              .with("class", shared.name_km)
                              .with("kept", shared.kept.serial)
                              .with("gone", shared.gone.serial));
    const auto chosen = choice.find(shared.in);
    if (chosen == choice.end() && shared.differing > 0)
        return core::fail(core::Error{"merge.registers-differ"}
                              .with("class", shared.name_km)
                              .with("id", std::to_string(static_cast<std::int64_t>(shared.in)))
                              .with("count", std::to_string(shared.differing)));
    Written of_kept = load_written(tx.database(), shared.kept_enrolment);
    Written of_gone = load_written(tx.database(), shared.gone_enrolment);
    erase_written(tx, shared.gone_enrolment, of_gone);
    if (chosen != choice.end() && chosen->second == Whose::kept) of_gone = {};
    if (chosen != choice.end() && chosen->second == Whose::gone) {
        erase_written(tx, shared.kept_enrolment, of_kept);
        of_kept = {};
    }
    move_written(tx, shared.kept_enrolment, of_kept, of_gone);
    certificates::repoint(tx, shared.gone_enrolment, shared.kept_enrolment);
    statements::repoint(tx, shared.gone_enrolment, shared.kept_enrolment);
    classes::join_enrolments(tx, shared.kept_enrolment, shared.gone_enrolment);
    return {};
}

} // namespace identity
