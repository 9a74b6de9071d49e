// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/earned_store.hpp"

#include "assessment/score_store.hpp"
#include "institutions/institution_store.hpp"
#include "units/outside_store.hpp"
#include "units/recognition_store.hpp"

#include <algorithm>
#include <set>

namespace units {
namespace {

using learners::LearnerId;
using storage::Database;

constexpr std::string_view select_other_classes = R"sql(
SELECT DISTINCT o.class_id
FROM enrolment mine
JOIN enrolment o ON o.learner_id = mine.learner_id AND o.class_id <> mine.class_id
JOIN class c ON c.id = o.class_id
JOIN pack p ON p.id = c.pack_id
WHERE mine.class_id = ?1 AND p.programme = ?2 AND (c.status <> 'open' OR o.last_day IS NOT NULL)
ORDER BY 1)sql";

// Who of a class holds a certificate in force of the same programme, and level where that matters, from
// another class. The register is a later room's; what is asked of it here is no more than this.
constexpr std::string_view select_awarded = R"sql(
SELECT DISTINCT e.learner_id
FROM certificate t
JOIN enrolment e ON e.id = t.enrolment_id AND e.class_id <> ?1
JOIN class c ON c.id = e.class_id
JOIN pack p ON p.id = c.pack_id
WHERE t.state = 'issued' AND p.programme = ?2 AND (?3 = '' OR c.level = ?3)
      AND e.learner_id IN (SELECT learner_id FROM enrolment WHERE class_id = ?1))sql";

// A class as far as units are asked.
struct Room {
    classes::Class taught;
    programmes::Pack pack;
    Taught place;
};

Room load_room(const Database& database, classes::ClassId id) {
    Room room;
    room.taught = classes::load_class(database, id);
    room.pack = classes::load_rules(database, room.taught);
    const auto institution = institutions::load_institution(database, room.taught.institution);
    room.place = {room.taught.name_km, room.taught.name, institution.name_km, institution.name};
    return room;
}

// Its marks no longer change.
bool settled(const Room& room, const classes::Enrolment& enrolment) {
    if (enrolment.reason == classes::LeavingReason::entered_by_mistake) return false;
    return enrolment.last_day || room.taught.status != classes::Status::open;
}

std::vector<EarnedUnit> earned_in(const Room& room, const attendance::Attendance& attended,
                                  const assessment::Scores& scores) {
    const classes::Enrolment& enrolment = attended.learner.enrolment;
    return earned_by(room.pack, {.enrolment = enrolment.uid,
                                 .level = room.taught.level.value_or(""),
                                 .last_day = enrolment.last_day.value_or(room.taught.last_day),
                                 .left = enrolment.last_day.has_value(),
                                 .scores = scores,
                                 .attendance = attended,
                                 .taught = room.place});
}

void append(std::vector<EarnedUnit>& list, std::vector<EarnedUnit> more) {
    list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

using ByLearner = std::map<LearnerId, std::vector<EarnedUnit>>;

void add_class(const Database& database, classes::ClassId id, const std::set<LearnerId>& wanted,
               ByLearner& all) {
    const Room room = load_room(database, id);
    if (room.pack.units.empty()) return;
    const auto scores = assessment::load_class_scores(database, id);
    for (const attendance::Attendance& attended : attendance::load_class_attendance(database, id)) {
        const classes::Enrolment& enrolment = attended.learner.enrolment;
        if (!wanted.contains(enrolment.learner) || !settled(room, enrolment)) continue;
        const auto found = scores.find(enrolment.id);
        append(all[enrolment.learner],
               earned_in(room, attended, found == scores.end() ? assessment::Scores{} : found->second));
    }
}

} // namespace

std::vector<EarnedUnit> load_earned(const Database& database, LearnerId learner) {
    std::vector<EarnedUnit> list = recognised_units(database, learner);
    for (OutsideUnit& one : outside_units(database, learner))
        list.push_back(std::move(one.earned));
    for (const classes::LearnerClass& one : classes::enrolments_of(database, learner)) {
        const Room room = load_room(database, one.enrolment.in);
        if (room.pack.units.empty() || !settled(room, one.enrolment)) continue;
        append(list, earned_in(room, attendance::load_attendance(database, one.enrolment.id),
                               assessment::load_scores(database, one.enrolment.id)));
    }
    return first_of_each(std::move(list));
}

ByLearner load_earned_elsewhere(const Database& database, classes::ClassId class_id) {
    const classes::Class taught = classes::load_class(database, class_id);
    const programmes::Pack pack = classes::load_rules(database, taught);
    ByLearner all = recognised_units_in(database, class_id);
    for (auto& [learner, outside] : outside_units_in(database, class_id))
        for (OutsideUnit& one : outside)
            all[learner].push_back(std::move(one.earned));
    std::set<LearnerId> members;
    for (const classes::ClassLearner& one : classes::enrolments_in(database, class_id))
        members.insert(one.enrolment.learner);
    std::vector<classes::ClassId> others;
    storage::Statement row = database.query(select_other_classes, class_id, pack.programme);
    while (row.step())
        others.push_back(row.get<classes::ClassId>(0));
    for (const classes::ClassId other : others)
        add_class(database, other, members, all);
    const std::string level = taught.level.value_or("");
    for (auto& [learner, earned] : all) {
        std::erase_if(earned, [&](const EarnedUnit& one) { return !counts_at(pack, level, one); });
        if (std::any_of(earned.begin(), earned.end(), [](const EarnedUnit& one) { return one.awarded; }))
            earned.clear();
        earned = first_of_each(std::move(earned));
    }
    storage::Statement holder =
        database.query(select_awarded, class_id, pack.programme, pack.levels.size() > 1 ? level : "");
    while (holder.step())
        all.erase(holder.get<LearnerId>(0));
    std::erase_if(all, [](const auto& one) { return one.second.empty(); });
    return all;
}

} // namespace units
