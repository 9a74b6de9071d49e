// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/small_class.hpp"

#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/test_office.hpp"
#include "programmes/pack_store.hpp"

#include <array>
#include <stdexcept>

namespace test {
namespace {

constexpr std::array subjects{"reading", "dictation", "mathematics", "life-skills"};

// Marks of 8.00, but for the subjects named.
struct Pupil {
    const char* name_km;
    const char* name;
    core::Sex sex;
    int absences;
    std::map<std::string, std::optional<assessment::Score>> other;
};

classes::ClassId make_class(storage::Transaction& tx, const std::string& centre_km,
                            const std::string& name_km) {
    institutions::Institution centre;
    centre.name_km = centre_km;
    classes::Class opened;
    opened.name_km = name_km;
    opened.pack = programmes::use_pack(tx, "literacy").value();
    opened.institution = institutions::add_institution(tx, centre).value();
    opened.first_day = november(3);
    opened.last_day = november(28);
    opened.weekdays = classes::Weekdays::from_text("12345").value();
    opened.session_minutes = 120;
    return classes::open_class(tx, opened).value();
}

void enrol(storage::Transaction& tx, classes::ClassId in, const Pupil& pupil) {
    learners::Learner learner;
    learner.name_km = pupil.name_km;
    learner.name = pupil.name;
    learner.sex = pupil.sex;
    learner.born = core::partial_date_from_text("1995-03-12");
    const auto id = learners::register_learner(tx, learner).value();
    const auto enrolled = classes::enrol(tx, in, id, november(3)).value().id;
    for (int i = 0; i < pupil.absences; ++i)
        attendance::set_mark(tx, enrolled, november(10 + static_cast<unsigned>(i)), attendance::Mark::absent)
            .value();
    for (const char* subject : subjects) {
        const auto other = pupil.other.find(subject);
        const auto score = other == pupil.other.end() ? assessment::Score::of(800) : other->second;
        if (score && !assessment::set_score(tx, enrolled, {"S1", subject}, score))
            throw std::logic_error("score refused");
    }
}

} // namespace

SmallClass::SmallClass()
    : OfficeWorld([](storage::Environment world) { return new_office(world); }) {
    clock.set(core::Day{std::chrono::year{2025} / 12 / 1});
    storage::Transaction tx(database, {});
    class_id = make_class(tx, "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង", "អក្ខរកម្ម ក");
    const auto low = assessment::Score::of(150);
    enrol(tx, class_id, {"កែវ មុំ", "KEO MOM", core::Sex::female, 1, {}});
    enrol(tx, class_id, {"ចាន់ ដារ៉ា", "CHAN DARA", core::Sex::male, 5, {}});
    enrol(tx, class_id, {"សុខ ធារី", "SOK THEARY", core::Sex::female, 0, {{"mathematics", std::nullopt}}});
    enrol(tx, class_id,
          {"ហេង វណ្ណៈ",
           "HENG VANNAK",
           core::Sex::male,
           0,
           {{"reading", low}, {"dictation", low}, {"mathematics", low}}});
    attendance::take_days(tx, class_id, {november(1), november(30)});
    tx.audit("test.days", "class_day", std::nullopt, "{}");
    tx.commit();
}

void SmallClass::close() {
    storage::Transaction tx(database, {});
    if (!classes::close_class(tx, class_id, core::Day{std::chrono::year{2025} / 12 / 1}))
        throw std::logic_error("the class does not close");
    tx.commit();
}

classes::ClassId SmallClass::add_closed_class(const std::string& name_km) {
    storage::Transaction tx(database, {});
    const auto id = make_class(tx, "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ ជ្រោយ", name_km);
    enrol(tx, id, {"នួន ស្រីលក្ខណ៍", "NUON SREYLEAK", core::Sex::female, 0, {}});
    enrol(tx, id, {"ឈឹម បូរី", "CHHIM BOREY", core::Sex::male, 9, {}});
    attendance::take_days(tx, id, {november(1), november(30)});
    tx.audit("test.days", "class_day", std::nullopt, "{}");
    if (!classes::close_class(tx, id, core::Day{std::chrono::year{2025} / 12 / 1}))
        throw std::logic_error("the class does not close");
    tx.commit();
    return id;
}

void SmallClass::enrol_another(const std::string& name) {
    storage::Transaction tx(database, {});
    learners::Learner learner;
    learner.name = name;
    learner.sex = core::Sex::female;
    const auto id = learners::register_learner(tx, learner).value();
    classes::enrol(tx, class_id, id, november(3)).value();
    tx.commit();
}

void SmallClass::make_eligible(std::string_view name) {
    storage::Transaction tx(database, {});
    for (const char* subject : subjects)
        if (!assessment::set_score(tx, enrolment_of(name), {"S1", subject}, assessment::Score::of(1000)))
            throw std::logic_error("score refused");
    tx.commit();
}

classes::EnrolmentId SmallClass::enrolment_of(std::string_view name) const {
    for (const classes::ClassLearner& learner : classes::enrolments_in(database, class_id))
        if (learner.name == name) return learner.enrolment.id;
    throw std::logic_error("nobody of that name");
}

} // namespace test
