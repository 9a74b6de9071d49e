// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/small_school.hpp"

#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/test_office.hpp"
#include "programmes/pack_store.hpp"
#include "staff/educator_store.hpp"

#include <algorithm>
#include <stdexcept>

namespace test {
namespace {

using namespace std::chrono_literals;

constexpr core::Day first_day = 2025y / 11 / 3;
constexpr core::Day last_day = 2026y / 2 / 27;

void must(const core::Expected<void>& done) {
    if (!done) throw std::logic_error(done.error().code);
}

} // namespace

SmallSchool::SmallSchool()
    : OfficeWorld([](storage::Environment world) { return new_office(world); }) {
    clock.set(core::Day{2026y / 9 / 1});
    change([this](storage::Transaction& tx) {
        institutions::Institution one;
        one.kind = institutions::Kind::school;
        one.name_km = "សាលាតាពូង";
        school = add_institution(tx, one).value();
        one.kind = institutions::Kind::site;
        one.site = institutions::Site::pagoda;
        one.name_km = "វត្តតាពូង";
        pagoda = add_institution(tx, one).value();
        staff::Educator educator;
        educator.name_km = "ខៀវ សុភ័ក្រ";
        educator.sex = core::Sex::male;
        teacher = add_educator(tx, educator).value();
    });
    first_grade = open("ថ្នាក់ទី១ ក", "Grade 1 A", "primary", "grade-1", school);
    second_grade = open("ថ្នាក់ទី២ ក", "Grade 2 A", "primary", "grade-2", school);
    sixth_grade = open("ថ្នាក់ទី៦ ក", "Grade 6 A", "primary", "grade-6", school);
    literacy = open("អក្ខរកម្ម ២០២៥-២០២៦", "Literacy 2025-2026", "literacy", {}, pagoda);
}

classes::ClassId SmallSchool::open(const std::string& name_km, const std::string& name,
                                   std::string_view programme, std::optional<std::string> level,
                                   institutions::InstitutionId at) {
    return change([&](storage::Transaction& tx) {
        classes::Class one;
        one.name_km = name_km;
        one.name = name;
        one.pack = programmes::use_pack(tx, programme).value();
        one.level = std::move(level);
        one.institution = at;
        one.first_day = first_day;
        one.last_day = last_day;
        one.weekdays = classes::Weekdays::from_text("12345").value();
        one.session_minutes = 240;
        one.educators = {teacher};
        const auto id = open_class(tx, one).value();
        attendance::take_days(tx, id, {first_day, last_day});
        return id;
    });
}

classes::EnrolmentId SmallSchool::add(classes::ClassId in, const std::string& name,
                                      std::optional<int> hundredths) {
    const auto learner = change([&](storage::Transaction& tx) {
        learners::Learner one;
        one.name = name;
        one.sex = core::Sex::female;
        return register_learner(tx, one).value();
    });
    return enrol(in, learner, hundredths);
}

classes::EnrolmentId SmallSchool::enrol(classes::ClassId in, learners::LearnerId learner,
                                        std::optional<int> hundredths) {
    return change([&](storage::Transaction& tx) {
        const auto id = classes::enrol(tx, in, learner, first_day).value().id;
        if (!hundredths) return id;
        const auto pack = load_rules(database, load_class(database, in));
        for (const auto& period : pack.periods)
            for (const auto& subject : pack.subjects)
                if (period.takes_marks() && !programmes::is_retest(pack, period.key))
                    must(assessment::set_score(tx, id, {period.key, subject.key},
                                               assessment::Score::of(*hundredths * subject.maximum / 1000)));
        return id;
    });
}

learners::LearnerId SmallSchool::learner_of(classes::EnrolmentId enrolment) const {
    return classes::load_enrolment(database, enrolment).learner;
}

void SmallSchool::absent_two_months(classes::EnrolmentId enrolment) {
    change([&](storage::Transaction& tx) {
        return attendance::set_marks(tx, enrolment, {2025y / 12 / 1, 2026y / 1 / 31},
                                     attendance::Mark::absent);
    }).value();
}

void SmallSchool::leave(classes::EnrolmentId enrolment, classes::LeavingReason reason) {
    must(change(
        [&](storage::Transaction& tx) { return classes::leave(tx, enrolment, 2025y / 11 / 14, reason); }));
}

void SmallSchool::close(classes::ClassId id) {
    must(change([&](storage::Transaction& tx) { return close_class(tx, id, last_day); }));
}

rollover::Scope SmallSchool::scope() const {
    return {.year = core::SchoolYear::of(first_day)};
}

rollover::YearEnd SmallSchool::end() {
    core::NoProgress nobody;
    return rollover::gather(database, scope(), nobody);
}

rollover::Plan SmallSchool::plan(const rollover::Choices& choices) {
    return rollover::make_plan(end(), choices).value();
}

core::Expected<rollover::Done> SmallSchool::roll_over(const rollover::Choices& choices) {
    return roll_over(scope(), choices);
}

core::Expected<rollover::Done> SmallSchool::roll_over(const rollover::Scope& scope,
                                                      const rollover::Choices& choices) {
    core::NoProgress nobody;
    return change([&](storage::Transaction& tx) { return rollover::roll_over(tx, scope, choices, nobody); });
}

core::Expected<void> SmallSchool::undo(rollover::RolloverId id) {
    return change([&](storage::Transaction& tx) { return rollover::undo_rollover(tx, id); });
}

std::string SmallSchool::fate(const std::string& name, const rollover::Choices& choices) {
    const auto year = end();
    const auto plan = rollover::make_plan(year, choices).value();
    std::string fates;
    for (const rollover::Line& line : plan.lines) {
        if (year.classes[line.from].learners[line.at].learner.name != name) continue;
        fates += (fates.empty() ? "" : "; ") + std::string{to_text(line.decision)};
        if (line.into) fates += " into " + plan.next[*line.into].made.name;
    }
    return fates;
}

std::string SmallSchool::next_year() const {
    std::string all;
    for (const classes::ClassRow& row : classes::list_classes(database)) {
        if (!scope().year.next().holds(row.first_day)) continue;
        all += (all.empty() ? "" : "; ") + row.name + ":";
        for (const auto& one : classes::enrolments_in(database, row.id))
            all += " " + one.name;
    }
    return all;
}

} // namespace test
