// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/month_office.hpp"

#include "assessment/score_store.hpp"
#include "attendance/mark_store.hpp"
#include "classes/class_store.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/test_office.hpp"
#include "programmes/pack_store.hpp"

#include <array>

namespace test {
namespace {

template<typename T>
void must(const core::Expected<T>& done) {
    if (!done) throw std::logic_error(done.error().code);
}

core::Sex sex_of(std::uint64_t number) {
    return number % 2 == 0 ? core::Sex::female : core::Sex::male;
}

} // namespace

MonthOffice::MonthOffice(std::string_view area_code, std::uint64_t seed)
    : OfficeWorld([&](storage::Environment world) {
        random = core::SeededRandom{seed};
        clock.set(2026y / 1 / 5);
        return new_office(world, area_code);
    }) {
    centre = change([](storage::Transaction& tx) {
        institutions::Institution one;
        one.kind = institutions::Kind::clc;
        one.name_km = "មជ្ឈមណ្ឌលតាពូង";
        return institutions::add_institution(tx, one).value();
    });
}

classes::ClassId MonthOffice::open_class(const std::string& name_km, std::string_view programme) {
    return change([&](storage::Transaction& tx) {
        classes::Class one;
        one.name_km = name_km;
        one.pack = programmes::use_pack(tx, programme).value();
        one.institution = centre;
        one.first_day = 2025y / 11 / 3;
        one.last_day = 2026y / 4 / 30;
        one.weekdays = classes::Weekdays::from_text("12345").value();
        one.session_minutes = 120;
        return classes::open_class(tx, one).value();
    });
}

learners::LearnerId MonthOffice::add(const learners::Learner& learner) {
    return change([&](storage::Transaction& tx) { return register_learner(tx, learner).value(); });
}

learners::LearnerId MonthOffice::add(const std::string& name_km, core::Sex sex, std::string_view born) {
    learners::Learner one;
    one.name_km = name_km;
    one.sex = sex;
    one.born = core::partial_date_from_text(born);
    return add(one);
}

classes::EnrolmentId MonthOffice::enrol(classes::ClassId in, learners::LearnerId who, core::Day from) {
    return change([&](storage::Transaction& tx) { return classes::enrol(tx, in, who, from).value().id; });
}

void MonthOffice::leave(classes::EnrolmentId id, core::Day last_day, classes::LeavingReason reason) {
    change([&](storage::Transaction& tx) { must(classes::leave(tx, id, last_day, reason)); });
}

void MonthOffice::take_december(classes::ClassId in) {
    change([&](storage::Transaction& tx) {
        attendance::take_days(tx, in, {core::first_day(december), core::last_day(december)});
        tx.audit("test", "class_day", std::nullopt, "{}");
    });
}

void MonthOffice::mark(classes::EnrolmentId id, core::Day day, char letter) {
    change([&](storage::Transaction& tx) {
        must(attendance::set_mark(tx, id, day, attendance::mark_from_letter(letter).value()));
    });
}

void MonthOffice::fill() {
    const auto first = open_class("អក្ខរកម្ម ក");
    const auto second = open_class("អក្ខរកម្ម ខ");
    const auto primary = open_class("សមមូល ក", "primary-equivalency");
    learners::Learner poor;
    poor.name_km = "ចាន់ ធីតា";
    poor.sex = core::Sex::female;
    poor.born = core::partial_date_from_text("2009-06-01"); // 16 at the month's end
    poor.equity_level = learners::EquityLevel::very_poor;
    poor.ethnicity = "ចាម";
    poor.washington.seeing = learners::Difficulty::a_lot;
    const auto thida = add(poor);
    const auto sok = add("សុខ ដារ៉ា", core::Sex::male, "1985");
    const auto mom = add("មុំ សុភា", core::Sex::female, "1979-01-31");
    const auto rith = add("រិទ្ធ វណ្ណា", core::Sex::male, "2001");
    const auto srey = add("ស្រី នាង", core::Sex::female, "2015-12-31"); // 10 on the month's last day
    const auto gone = add("ណារី ចន្ថា", core::Sex::female, "1990");
    const auto fresh = add("លី ហៃ", core::Sex::male, "~1966");
    learners::Learner unknown;
    unknown.name = "Keo Nop";
    unknown.sex = core::Sex::male;
    const auto keo = add(unknown);
    const auto thida_first = enrol(first, thida);
    enrol(first, sok);
    enrol(first, mom);
    enrol(second, rith);
    enrol(primary, srey);
    const auto left = enrol(second, gone);
    enrol(second, fresh, 2025y / 12 / 8);
    enrol(primary, keo);
    enrol(primary, thida, 2025y / 12 / 15); // in two programmes
    for (const auto in : {first, second, primary})
        take_december(in);
    mark(thida_first, 2025y / 12 / 2, 'P');
    mark(thida_first, 2025y / 12 / 3, 'A');
    mark(thida_first, 2025y / 12 / 4, 'a');
    leave(left, 2025y / 12 / 12, classes::LeavingReason::work);
}

void MonthOffice::fill_randomly(std::uint64_t seed) {
    core::SeededRandom dice{seed};
    constexpr std::array<const char*, 3> ethnicities = {"ខ្មែរ", "ចាម", "ព្នង"};
    std::vector<classes::ClassId> classes;
    for (std::uint64_t at = 0; at < 1 + dice.below(3); ++at)
        classes.push_back(open_class("ថ្នាក់ " + std::to_string(at),
                                     dice.below(2) == 0 ? "literacy" : "primary-equivalency"));
    for (std::uint64_t at = 0; at < dice.below(25); ++at) {
        learners::Learner one;
        one.name_km = "អ្នកសិក្សា " + std::to_string(at);
        one.sex = sex_of(dice.below(2));
        if (dice.below(5) != 0)
            one.born = core::PartialDate::of_year(std::chrono::year{1950 + static_cast<int>(dice.below(70))});
        if (dice.below(2) == 0) one.ethnicity = ethnicities.at(dice.below(3));
        if (dice.below(4) == 0) one.equity_level = learners::EquityLevel::poor;
        if (dice.below(2) == 0)
            one.washington.hearing = learners::Difficulty{1 + static_cast<int>(dice.below(4))};
        const auto who = add(one);
        for (const auto in : classes) {
            if (dice.below(2) == 0) continue;
            const auto enrolment =
                enrol(in, who, std::chrono::sys_days{2025y / 11 / 3} + std::chrono::days{dice.below(55)});
            if (dice.below(4) == 0)
                leave(enrolment, 2025y / 12 / 31, static_cast<classes::LeavingReason>(dice.below(7)));
        }
    }
    for (const auto in : classes)
        if (dice.below(3) != 0) take_december(in);
}

returns::BuildOutcome MonthOffice::build(const std::filesystem::path& out,
                                         const returns::ReturnPeriod& period, const std::string& reason) {
    auto outcome = returns::build_return(
        database, {"sokha"}, {.period = period, .out = out, .passphrase = {}, .reason = reason}, progress);
    if (!outcome) throw std::logic_error(outcome.error().code);
    return std::move(*outcome);
}

} // namespace test
