// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/school.hpp"

#include "demo/must.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "programmes/pack_store.hpp"
#include "staff/educator_store.hpp"

#include <algorithm>
#include <array>

namespace demo {
namespace {

constexpr std::string_view select_villages = R"sql(
SELECT code FROM area WHERE code BETWEEN ?1 || '0000' AND ?1 || '9999' AND length(code) = 8 ORDER BY code)sql";

constexpr int late_joiners_percent = 6;
constexpr int latest_join = 35; // days after the first

classes::Class class_of(const ClassPlan& plan, institutions::InstitutionId institution) {
    classes::Class opened;
    opened.name_km = plan.name.km;
    opened.name = plan.name.latin;
    opened.institution = institution;
    opened.first_day = plan.first_day;
    opened.last_day = plan.last_day;
    opened.weekdays = classes::Weekdays::from_text(plan.weekdays).value();
    opened.session_minutes = plan.session_minutes;
    opened.capacity = std::max(35, plan.learners);
    return opened;
}

core::Day days_after(core::Day day, std::uint64_t days) {
    return core::Day{std::chrono::sys_days{day} + std::chrono::days{days}};
}

// How a learner comes and does: most well, a few poorly.
Student ordinary_student(core::Random& random, const ClassPlan& plan) {
    Student student;
    student.first_day = plan.first_day;
    if (random.below(100) < late_joiners_percent)
        student.first_day = days_after(plan.first_day, 1 + random.below(latest_join));
    student.misses = random.below(100) < 7 ? 150 + random.below(200) : 10 + random.below(90);
    student.ability = 520 + static_cast<int>(random.below(420));
    if (random.below(100) < 9) student.ability = 300 + static_cast<int>(random.below(220));
    return student;
}

// Each reason against an award is met by one learner alone, whatever chance does to the others: they come and
// do well, and join after the day that nobody recorded.
Student fated_student(const ClassPlan& plan, Fate fate) {
    Student student;
    student.fate = fate;
    student.misses = fate == Fate::seldom ? 450 : 40;
    student.ability = fate == Fate::weak ? 250 : 780;
    student.first_day = days_after(plan.first_day, 7);
    if (fate == Fate::unrecorded) student.first_day = plan.first_day;
    if (fate == Fate::too_late) student.first_day = plan.last_day;
    return student;
}

Student make_student(core::Random& random, const ClassPlan& plan, std::size_t nth) {
    constexpr std::array fates = {Fate::unrecorded, Fate::seldom,   Fate::weak,   Fate::unexamined,
                                  Fate::one_unit,   Fate::too_late, Fate::leaver, Fate::ordinary};
    if (plan.ending != Ending::refusals) return ordinary_student(random, plan);
    return fated_student(plan, nth < fates.size() ? fates[nth] : Fate::ordinary);
}

} // namespace

std::vector<std::string> district_villages(const storage::Database& database, std::string_view district) {
    std::vector<std::string> codes;
    auto row = database.query(select_villages, district);
    while (row.step())
        codes.push_back(row.get<std::string>(0));
    return codes;
}

std::vector<institutions::InstitutionId> found_centres(storage::Transaction& tx,
                                                       const std::vector<Centre>& centres) {
    std::vector<institutions::InstitutionId> ids;
    for (const Centre& centre : centres) {
        institutions::Institution institution;
        institution.kind = centre.kind;
        institution.site = centre.site;
        institution.name_km = centre.name.km;
        institution.name = centre.name.latin;
        institution.village_code = centre.village_code;
        ids.push_back(must(institutions::add_institution(tx, institution)));
    }
    return ids;
}

RunningClass open_class(storage::Transaction& tx, const ClassPlan& plan,
                        institutions::InstitutionId institution, People& people) {
    RunningClass running{plan, class_of(plan, institution), {}};
    running.taught.pack = must(programmes::use_pack(tx, plan.programme));
    running.taught.educators = {must(staff::add_educator(tx, people.educator(institution, plan.first_day)))};
    running.taught.id = must(classes::open_class(tx, running.taught));
    running.taught = classes::load_class(tx.database(), running.taught.id);
    const auto ages = programmes::load_pack(tx.database(), running.taught.pack).ages;
    classes::Enroller enroller{tx, running.taught.id};
    for (std::size_t nth = 0; nth < static_cast<std::size_t>(plan.learners); ++nth) {
        Student student = make_student(tx.database().random(), plan, nth);
        const auto learner = must(learners::register_in_bulk(tx, people.learner(ages, tx.today())));
        student.enrolment = must(enroller.enrol(learner, student.first_day)).id;
        running.students.push_back(student);
    }
    tx.audit("sample.enrol", "enrolment", running.taught.uid,
             R"({"learners":)" + std::to_string(plan.learners) + "}");
    return running;
}

void take_in_others(const storage::Database& database, RunningClass& running) {
    for (const classes::ClassLearner& learner : classes::enrolments_in(database, running.taught.id)) {
        const auto known =
            std::find_if(running.students.begin(), running.students.end(),
                         [&](const Student& student) { return student.enrolment == learner.enrolment.id; });
        if (known != running.students.end()) continue;
        Student student;
        student.enrolment = learner.enrolment.id;
        student.first_day = learner.enrolment.first_day;
        running.students.push_back(student);
    }
}

} // namespace demo
