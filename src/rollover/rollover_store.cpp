// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/rollover_store.hpp"

#include "classes/enrolment_store.hpp"
#include "core/name_list.hpp"
#include "office/digest.hpp"
#include "programmes/pack_store.hpp"
#include "storage/change.hpp"
#include "storage/changeset.hpp"

#include <algorithm>
#include <set>

namespace rollover {
namespace {

using classes::ClassId;
using storage::Database;
using storage::Transaction;

constexpr std::string_view insert_rollover = R"sql(
INSERT INTO rollover (uid, school_year, institution_id, opened, enrolled, actor, done_at, changeset)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))sql";

constexpr std::string_view insert_class = R"sql(
INSERT INTO rollover_class (rollover_id, class_id) VALUES (?1, ?2))sql";

constexpr std::string_view insert_decision = R"sql(
INSERT INTO rollover_decision (rollover_id, enrolment_id, by_rule, decision, reason) VALUES (?1, ?2, ?3, ?4, ?5))sql";

// The rules that new classes get, where they still have the level; else those of the class before.
core::Expected<programmes::PackId> rules_of(Transaction& tx, const NextClass& next) {
    const auto current = programmes::find_current_pack(tx.database(), next.programme);
    if (!current) return next.made.pack;
    const auto& levels = current->pack.levels;
    if (next.made.level &&
        std::ranges::find(levels, *next.made.level, &programmes::Level::key) == levels.end())
        return next.made.pack;
    return programmes::use_pack(tx, next.programme);
}

// One opened before may be running: nobody was present on the days it took.
core::Day first_day_in(const NextClass& next, core::Day today) {
    const core::Day first = next.made.first_day;
    return next.opened_before() && next.made.open_entry ? std::max(first, today) : first;
}

class Writer {
  public:
    Writer(Transaction& tx, const Scope& scope, Done& done)
        : m_tx(tx)
        , m_scope(scope)
        , m_done(done) {}

    core::Expected<void> write() {
        constexpr std::array<std::string_view, 3> tables{"class", "class_educator", "enrolment"};
        storage::ChangeRecorder recorder(m_tx, tables);
        for (std::size_t at = 0; at < m_done.plan.next.size(); ++at)
            if (m_done.plan.next[at].comes())
                if (auto filled = fill(at); !filled) return filled;
        keep(recorder.finish());
        return {};
    }

  private:
    core::Expected<void> fill(std::size_t at) {
        NextClass& next = m_done.plan.next[at];
        if (!next.opened_before()) {
            const auto rules = rules_of(m_tx, next);
            if (!rules) return core::fail(rules.error());
            next.made.pack = *rules;
            const auto opened = classes::open_in_bulk(m_tx, next.made);
            if (!opened) return core::fail(core::Error{opened.error()}.with("class", next.made.name_km));
            next.made.id = *opened;
            m_done.opened.push_back(*opened);
        }
        classes::Enroller enroller(m_tx, next.made.id);
        const core::Day from = first_day_in(next, m_tx.today());
        for (const Line& line : m_done.plan.lines) {
            if (line.into != at) continue;
            const auto& learner = m_done.end.classes[line.from].learners[line.at].learner;
            // Out of two classes, or enrolled by hand before.
            if (classes::find_open_enrolment(m_tx.database(), next.made.id, learner.enrolment.learner))
                continue;
            const auto enrolled = enroller.enrol(learner.enrolment.learner, from);
            if (!enrolled)
                return core::fail(core::Error{enrolled.error()}
                                      .with("class", next.made.name_km)
                                      .with("learner", learner.number));
            m_done.learners.push_back(learner.enrolment.learner);
            ++m_done.enrolled;
        }
        return {};
    }

    void keep(const storage::Blob& changeset) {
        const core::Uid uid = m_tx.new_uid();
        m_done.id = m_tx.insert<RolloverId>(insert_rollover, uid, m_scope.year.to_text(), m_scope.institution,
                                            static_cast<std::int64_t>(m_done.opened.size()), m_done.enrolled,
                                            m_tx.actor().name, m_tx.now(), changeset);
        for (const YearClass& one : m_done.end.classes)
            m_tx.run(insert_class, m_done.id, one.taught.id);
        for (const Line& line : m_done.plan.lines)
            m_tx.run(insert_decision, m_done.id,
                     m_done.end.classes[line.from].learners[line.at].learner.enrolment.id,
                     to_text(line.by_rule.decision), to_text(line.decision),
                     line.reason.empty() ? std::nullopt : std::optional{line.reason});
        m_tx.audit("rollover.apply", "rollover", uid, told(changeset));
    }

    // Learners by their numbers: a name must not outlive its learner in the audit.
    std::string told(const storage::Blob& changeset) const {
        std::vector<std::string> from;
        for (const YearClass& one : m_done.end.classes)
            from.push_back(one.taught.name_km);
        std::vector<std::string> opened;
        for (const NextClass& one : m_done.plan.next)
            if (std::ranges::find(m_done.opened, one.made.id) != m_done.opened.end())
                opened.push_back(one.made.name_km);
        std::vector<storage::FieldChange> changes{
            {"school_year", m_scope.year.to_text(), m_scope.year.next().to_text()},
            {"classes", core::listed(from), core::listed(opened)}};
        for (const Decision decision :
             {Decision::promote, Decision::repeat, Decision::leave, Decision::complete})
            changes.push_back({std::string{to_text(decision)}, std::nullopt, numbers_of(decision)});
        changes.push_back({"changeset", std::nullopt, office::to_text(office::digest(std::span{changeset}))});
        return storage::change_json(changes);
    }

    std::string numbers_of(Decision decision) const {
        std::vector<std::string> numbers;
        for (const Line& line : m_done.plan.lines) {
            if (line.decision != decision) continue;
            const std::string& number = m_done.end.classes[line.from].learners[line.at].learner.number;
            numbers.push_back(line.reason.empty() ? number : number + " (" + line.reason + ")");
        }
        return core::listed(numbers);
    }

    Transaction& m_tx;
    const Scope& m_scope;
    Done& m_done;
};

} // namespace

core::Expected<Done> roll_over(Transaction& tx, const Scope& scope, const Choices& choices,
                               core::Progress& progress) {
    Done done{.end = gather(tx.database(), scope, progress)};
    const auto about = [&](const char* code) { return core::Error{code}.with("year", scope.year.to_text()); };
    if (done.end.classes.empty())
        return core::fail(done.end.done.empty()
                              ? about("rollover.nothing")
                              : about("rollover.done-already")
                                    .with("classes", core::listed(done.end.done, core::named_in_a_sentence)));
    auto plan = make_plan(done.end, choices);
    if (!plan) return core::fail(plan.error());
    done.plan = *std::move(plan);
    if (auto written = Writer(tx, scope, done).write(); !written) return core::fail(written.error());
    return done;
}

} // namespace rollover
