// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/bulk_change.hpp"

#include "classes/joining.hpp"
#include "core/words.hpp"
#include "office/digest.hpp"
#include "storage/change.hpp"
#include "storage/changeset.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace classes {
namespace {

using learners::LearnerId;
using storage::Database;
using storage::Transaction;

constexpr core::Words<BulkKind, 3> kinds{{"enrol", "move", "leave"}};

constexpr std::string_view select_person = R"sql(SELECT number, name_km, name FROM learner WHERE id = ?1)sql";

constexpr std::string_view insert_bulk = R"sql(
INSERT INTO bulk_change (uid, kind, learners, from_class_id, to_class_id, day, leaving_reason, actor, changed_at,
                         changeset)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10))sql";

// The chain of plans, one learner after another, with what the ones before have taken.
class Planner {
  public:
    Planner(const Database& database, const BulkRequest& request)
        : m_database(database)
        , m_request(request)
        , m_shut(database) {
        if (request.kind != BulkKind::leave) m_joining.emplace(database, request.to.value());
    }

    BulkLine plan(LearnerId learner) {
        BulkLine line;
        line.learner = learner;
        storage::Statement person = m_database.query(select_person, learner);
        if (!person.step()) {
            line.refusal =
                core::Error{"learner.unknown"}.with("id", std::to_string(static_cast<std::int64_t>(learner)));
            return line;
        }
        line.number = person.get<std::string>(0);
        line.name_km = person.get<std::string>(1);
        line.name = person.get<std::string>(2);
        if (m_request.kind != BulkKind::enrol) line.refusal = end_one(line);
        if (!line.refusal && m_joining) {
            auto hints = m_joining->join(learner, m_request.day);
            if (hints)
                line.hints = *std::move(hints);
            else
                line.refusal = hints.error();
        }
        return line;
    }

    core::Day last_day() const {
        if (m_request.kind == BulkKind::leave) return m_request.day;
        return core::Day{std::chrono::sys_days{m_request.day} - std::chrono::days{1}};
    }
    LeavingReason reason() const {
        return m_request.kind == BulkKind::leave ? m_request.reason : LeavingReason::transferred;
    }

  private:
    std::optional<core::Error> end_one(BulkLine& line) {
        auto open = open_enrolments_of(m_database, line.learner);
        std::erase_if(open, [this](const Enrolment& one) {
            if (m_request.from) return one.in != *m_request.from;
            // In it when it closed: that is over.
            return class_of(one.in).status != Status::open;
        });
        if (open.empty()) return core::Error{"enrolment.none"};
        if (open.size() > 1) {
            std::string names;
            for (const Enrolment& one : open)
                names += (names.empty() ? "" : ", ") + class_of(one.in).name_km;
            return core::Error{"enrolment.several"}.with("classes", names);
        }
        // Asked first for the one who goes nowhere: leaving and coming back is no move.
        if (m_request.to && open.front().in == *m_request.to)
            return core::Error{"enrolment.open"}.with("since", core::to_iso(open.front().first_day));
        if (auto allowed = may_leave(class_of(open.front().in), open.front(), last_day()); !allowed)
            return allowed.error();
        if (auto free = m_shut.check_from(last_day()); !free) return free.error();
        line.ended = open.front();
        return std::nullopt;
    }

    const Class& class_of(ClassId id) {
        const auto known = m_classes.find(id);
        if (known != m_classes.end()) return known->second;
        return m_classes.emplace(id, load_class(m_database, id)).first->second;
    }

    const Database& m_database;
    const BulkRequest& m_request;
    office::ShutDays m_shut;
    std::optional<Joining> m_joining;
    std::map<ClassId, Class> m_classes;
};

BulkPlan plan_with(Planner& planner, const BulkRequest& request) {
    BulkPlan plan;
    std::set<LearnerId> seen;
    for (const LearnerId learner : request.learners)
        if (seen.insert(learner).second) plan.lines.push_back(planner.plan(learner));
    return plan;
}

std::string audit_text(const Database& database, const BulkRequest& request, const BulkPlan& plan,
                       const storage::Blob& changeset) {
    const auto name = [&](const std::optional<ClassId>& id) {
        return id ? std::optional{load_class(database, *id).name_km} : std::nullopt;
    };
    std::string who;
    for (const BulkLine& line : plan.lines)
        if (!line.refusal) who += (who.empty() ? "" : ", ") + line.number;
    std::vector<storage::FieldChange> told{
        {"learners", std::nullopt, who},
        {"from", std::nullopt, name(request.from)},
        {"to", std::nullopt, name(request.to)},
        {"day", std::nullopt, core::to_iso(request.day)},
        {"changeset", std::nullopt, office::to_text(office::digest(std::span{changeset}))}};
    if (request.kind == BulkKind::leave)
        told.push_back({"leaving_reason", std::nullopt, std::string{to_text(request.reason)}});
    return storage::change_json(told);
}

} // namespace

std::string_view to_text(BulkKind kind) {
    return kinds.text(kind);
}

std::optional<BulkKind> bulk_kind_from_text(std::string_view text) {
    return kinds.value(text);
}

std::int64_t BulkPlan::possible() const {
    return std::count_if(lines.begin(), lines.end(), [](const BulkLine& line) { return !line.refusal; });
}

BulkPlan plan_bulk(const Database& database, const BulkRequest& request) {
    Planner planner(database, request);
    return plan_with(planner, request);
}

core::Expected<BulkDone> apply_bulk(Transaction& tx, const BulkRequest& request) {
    const Database& database = tx.database();
    Planner planner(database, request);
    BulkDone done;
    done.plan = plan_with(planner, request);
    if (done.plan.possible() == 0) return core::fail(core::Error{"bulk.nobody"});

    constexpr std::array<std::string_view, 1> tables{"enrolment"};
    storage::ChangeRecorder recorder(tx, tables);
    std::optional<Enroller> enroller;
    if (request.kind != BulkKind::leave) enroller.emplace(tx, request.to.value());
    for (const BulkLine& line : done.plan.lines) {
        if (line.refusal) continue;
        if (line.ended) leave_in_bulk(tx, line.ended->id, planner.last_day(), planner.reason());
        if (enroller) done.enrolled.push_back(enroller->enrol(line.learner, request.day).value().id);
    }
    const storage::Blob changeset = recorder.finish();

    const core::Uid uid = tx.new_uid();
    std::optional<std::string_view> reason;
    if (request.kind == BulkKind::leave) reason = to_text(request.reason);
    done.id = tx.insert<BulkId>(insert_bulk, uid, to_text(request.kind), done.plan.possible(), request.from,
                                request.kind == BulkKind::leave ? std::nullopt : request.to, request.day,
                                reason, tx.actor().name, tx.now(), changeset);
    tx.audit("bulk." + std::string{to_text(request.kind)}, "bulk_change", uid,
             audit_text(database, request, done.plan, changeset));
    return done;
}

} // namespace classes
