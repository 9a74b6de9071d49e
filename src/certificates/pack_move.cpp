// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/pack_move.hpp"

#include "assessment/absences.hpp"
#include "classes/class_rules.hpp"
#include "core/numerals.hpp"
#include "programmes/pack_store.hpp"
#include "programmes/pack_versions.hpp"

#include <map>
#include <set>

namespace certificates {
namespace {

using assessment::Result;
using classes::EnrolmentId;
using storage::Database;

core::Error about(const char* code, const classes::Class& taught) {
    return core::Error{code}.with("class", taught.name_km);
}

// A locked period is done: neither its averages nor what a correction in it would come to may change.
std::optional<core::Error> lock_in_the_way(const Database& database, const classes::Class& taught) {
    const auto locks = assessment::load_locks(database, taught.id);
    if (locks.empty()) return std::nullopt;
    const auto rules = classes::load_rules(database, taught);
    std::string names;
    for (const programmes::Period& period : rules.periods)
        for (const assessment::PeriodLock& lock : locks)
            if (lock.period == period.key) names += (names.empty() ? "" : ", ") + period.name.km;
    return about("pack.period-locked", taught).with("name", names);
}

// Where the rules have a place for a mark, and it is no better than the best.
bool fits(const programmes::Pack& rules, const assessment::Cell& cell, const assessment::Score& score) {
    const programmes::Period* period = programmes::find_period(rules, cell.period);
    const programmes::Subject* subject = programmes::find_subject(rules, cell.subject);
    return period != nullptr && period->takes_marks() && subject != nullptr &&
           score.hundredths <= subject->maximum;
}

std::optional<core::Error> marks_in_the_way(const Database& database, const classes::Class& taught,
                                            const programmes::Pack& rules) {
    const programmes::Pack own = classes::load_rules(database, taught);
    std::map<std::pair<std::string, std::string>, int> unfit;
    int count = 0;
    for (const auto& [enrolment, scores] : assessment::load_class_scores(database, taught.id))
        for (const auto& [cell, score] : scores)
            if (!fits(rules, cell, score)) ++unfit[{cell.subject, cell.period}], ++count;
    if (count == 0) return std::nullopt;
    std::string which;
    for (const auto& [place, marks] : unfit) {
        const programmes::Subject* subject = programmes::find_subject(own, place.first);
        const programmes::Period* period = programmes::find_period(own, place.second);
        which += which.empty() ? "" : "; ";
        which += (subject == nullptr ? place.first : subject->name.km) + " (" +
                 (period == nullptr ? place.second : period->name.km) + ")";
    }
    return about("pack.marks-unfit", taught).with("count", std::to_string(count)).with("which", which);
}

// What a class comes to under the rules it has.
struct Standing {
    programmes::Pack rules;
    std::vector<classes::ClassLearner> learners;
    std::map<std::string, std::vector<Result>> results; // by period, in the learners' order
    std::map<EnrolmentId, Candidate> candidates;
};

Standing standing_of(const Database& database, classes::ClassId class_id) {
    Standing now{classes::load_rules(database, classes::load_class(database, class_id)), {}, {}, {}};
    auto scores = assessment::load_class_scores(database, class_id);
    auto absences = assessment::load_class_absences(database, now.rules, class_id);
    std::vector<assessment::Scores> marks;
    std::vector<assessment::Absences> absent;
    for (classes::ClassLearner& learner : classes::enrolments_in(database, class_id)) {
        if (!learner.enrolment.open()) continue;
        marks.push_back(std::move(scores[learner.enrolment.id]));
        absent.push_back(absences[learner.enrolment.id]);
        now.learners.push_back(std::move(learner));
    }
    for (const programmes::Period& period : now.rules.periods)
        now.results[period.key] = assessment::results_of(now.rules, period.key, marks, absent);
    for (Candidate& one : load_candidates(database, class_id)) {
        const EnrolmentId id = one.learner.enrolment.id;
        now.candidates.emplace(id, std::move(one));
    }
    return now;
}

std::string printed(const programmes::Pack& rules, const Result& result) {
    return result.average ? assessment::format_average(rules, *result.average) : std::string{};
}

void compare_results(const Standing& was, const Standing& is, PackMove& move) {
    for (const programmes::Period& period : is.rules.periods) {
        const auto before = was.results.find(period.key);
        const std::vector<Result>& after = is.results.at(period.key);
        for (std::size_t at = 0; at < after.size(); ++at) {
            const Result old = before == was.results.end() ? Result{} : before->second[at];
            // The total follows the average; where decimals differ the same average is printed otherwise.
            Result same_total = after[at];
            same_total.total = old.total;
            if (old == same_total && printed(was.rules, old) == printed(is.rules, after[at])) continue;
            move.results.push_back({is.learners[at], period.name, old, after[at], printed(was.rules, old),
                                    printed(is.rules, after[at])});
        }
    }
}

void compare(const Standing& was, const Standing& is, PackMove& move) {
    compare_results(was, is, move);
    for (const auto& [id, candidate] : is.candidates) {
        const auto before = was.candidates.find(id);
        if (before != was.candidates.end() && before->second.eligible() != candidate.eligible())
            move.awards.push_back({candidate.learner, candidate.eligible()});
    }
    std::set<EnrolmentId> changed;
    for (const ResultChange& one : move.results)
        changed.insert(one.learner.enrolment.id);
    for (const AwardChange& one : move.awards)
        changed.insert(one.learner.enrolment.id);
    move.learners = static_cast<int>(changed.size());
}

} // namespace

core::Expected<void> take_pack(storage::Transaction& tx, classes::ClassId class_id,
                               std::string_view version) {
    const Database& database = tx.database();
    const classes::Class taught = classes::load_class(database, class_id);
    const std::string programme = programmes::load_pack(database, taught.pack).programme;
    const auto id = programmes::use_version(tx, programme, version);
    if (!id) return core::fail(id.error());
    if (*id == taught.pack)
        return core::fail(about("pack.version-already", taught).with("version", std::string{version}));
    if (taught.status != classes::Status::open)
        return core::fail(
            about("class.not-open", taught).with("status", std::string{classes::to_text(taught.status)}));
    if (auto locked = lock_in_the_way(database, taught)) return core::fail(*std::move(locked));
    const programmes::Pack rules =
        programmes::at_level(programmes::load_pack(database, *id), taught.level.value_or(""));
    if (auto unfit = marks_in_the_way(database, taught, rules)) return core::fail(*std::move(unfit));
    return classes::take_rules(tx, class_id, *id);
}

PackMove preview_move(Database& database, const storage::Actor& actor, const classes::ClassRow& taught,
                      std::string_view version) {
    PackMove move{taught, programmes::load_pack(database, taught.pack).version, std::string{version}};
    storage::Transaction tx(database, actor); // never committed
    if (taught.status != classes::Status::open) {
        if (auto done = take_pack(tx, taught.id, version); !done) move.refused = done.error();
        return move;
    }
    const Standing was = standing_of(database, taught.id);
    if (auto done = take_pack(tx, taught.id, version); !done)
        move.refused = done.error();
    else
        compare(was, standing_of(database, taught.id), move);
    return move;
}

core::Expected<std::vector<PackMove>> preview_moves(Database& database, const storage::Actor& actor,
                                                    std::string_view programme, std::string_view version,
                                                    core::Progress& progress) {
    auto all = classes::list_classes(database);
    std::erase_if(all, [&](const classes::ClassRow& one) { return one.programme != programme; });
    std::vector<PackMove> moves;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
        progress.report(static_cast<std::int64_t>(at), static_cast<std::int64_t>(all.size()));
        PackMove move = preview_move(database, actor, all[at], version);
        if (move.refused && move.refused->code == "pack.version-already") continue;
        moves.push_back(std::move(move));
    }
    return moves;
}

} // namespace certificates
