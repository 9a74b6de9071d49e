// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/prior_learner.hpp"

#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/test_office.hpp"
#include "programmes/pack_store.hpp"

#include <stdexcept>

namespace test {
namespace {

constexpr core::Day november(unsigned day) {
    return core::Day{std::chrono::year{2025} / 11 / std::chrono::day{day}};
}

} // namespace

PriorLearner::PriorLearner()
    : OfficeWorld([](storage::Environment world) { return new_office(world); }) {
    clock.set(core::Day{std::chrono::year{2025} / 12 / 1});
    class_id = open_class("សមមូល ក");
    mom = change([](storage::Transaction& tx) {
        learners::Learner learner;
        learner.name_km = "កែវ មុំ";
        learner.name = "KEO MOM";
        learner.sex = core::Sex::female;
        learner.born = core::partial_date_from_text("1995-03-12");
        return learners::register_learner(tx, learner).value();
    });
    enrolled = enrol(class_id, mom);
    score(enrolled, "academic", 800);
}

classes::ClassId PriorLearner::open_class(const std::string& name_km, const std::string& programme) {
    return change([&](storage::Transaction& tx) {
        institutions::Institution centre;
        centre.name_km = "មជ្ឈមណ្ឌល " + name_km;
        classes::Class opened;
        opened.name_km = name_km;
        opened.pack = programmes::use_pack(tx, programme).value();
        opened.institution = institutions::add_institution(tx, centre).value();
        opened.first_day = november(3);
        opened.last_day = november(28);
        opened.weekdays = classes::Weekdays::from_text("12345").value();
        opened.session_minutes = 120;
        const auto id = classes::open_class(tx, opened).value();
        attendance::take_days(tx, id, {november(1), november(30)});
        return id;
    });
}

classes::EnrolmentId PriorLearner::enrol(classes::ClassId in, learners::LearnerId learner) {
    return change(
        [&](storage::Transaction& tx) { return classes::enrol(tx, in, learner, november(3)).value().id; });
}

void PriorLearner::score(classes::EnrolmentId enrolment, const std::string& unit, std::int64_t hundredths) {
    change([&](storage::Transaction& tx) {
        const auto in = classes::load_enrolment(database, enrolment).in;
        const auto pack = classes::load_rules(database, classes::load_class(database, in));
        for (const std::string& subject : programmes::find_unit(pack, unit)->subjects)
            for (const programmes::Period& period : pack.periods)
                if (period.takes_marks() && !programmes::is_retest(pack, period.key) &&
                    !assessment::set_score(tx, enrolment, {period.key, subject},
                                           assessment::Score::of(hundredths)))
                    throw std::logic_error("score refused");
        return true;
    });
}

void PriorLearner::close(classes::ClassId in) {
    const bool closed = change([&](storage::Transaction& tx) {
        return classes::close_class(tx, in, core::Day{std::chrono::year{2025} / 12 / 1}).has_value();
    });
    if (!closed) throw std::logic_error("the class does not close");
}

units::Recognition PriorLearner::life_skills() const {
    return {.learner = mom,
            .programme = "primary-equivalency",
            .units = {"life-skills"},
            .evidence = {"វិញ្ញាបនបត្រកាត់ដេរ"},
            .assessors = {{std::nullopt, "សុខ វណ្ណា"}, {std::nullopt, "ចាន់ សុផល"}},
            .day = november(20)};
}

core::Expected<units::RecognitionId> PriorLearner::recognise(const units::Recognition& wanted) {
    storage::Transaction tx(database, {"sokha"});
    auto id = units::recognise(tx, wanted);
    if (id) tx.commit();
    return id;
}

} // namespace test
