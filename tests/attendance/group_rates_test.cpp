// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the registers of an office hold, its rates by any group are those that a person counts day by day.
#include "attendance/group_rates.hpp"
#include "attendance/random_office.hpp"

#include <boost/test/unit_test.hpp>

using attendance::Mark;
using attendance::Period;
using attendance::RateBy;
using core::Day;
using test::RandomOffice;
using namespace std::chrono_literals;

namespace {

// A row as counted with a finger.
struct Counted {
    std::set<std::int64_t> learners;
    int taken = 0, permission = 0, absent = 0, late = 0, half_permission = 0, half_absent = 0;
    std::int64_t thousandths = 0;

    void add_learner(const RandomOffice::Stay& stay) { learners.insert(stay.learner); }
    void add_day(const RandomOffice& office, const RandomOffice::Stay& stay, Day day) {
        const Mark mark = office.mark(stay, day);
        ++taken;
        permission += mark == Mark::permission;
        absent += mark == Mark::absent;
        late += mark == Mark::late;
        half_permission += mark == Mark::half_permission;
        half_absent += mark == Mark::half_absent;
        thousandths += office.worth(stay, day);
    }
};

struct Row {
    Counted all, female;
};

std::string key_of(const RandomOffice& office, const RandomOffice::Stay& stay, RateBy by, Day day) {
    const auto& in = office.classes[stay.in];
    switch (by) {
    case RateBy::school_class:
        return std::to_string(static_cast<std::int64_t>(in.id));
    case RateBy::month:
        return core::to_iso(core::month_of(day));
    case RateBy::sex:
        return stay.woman ? "f" : "m";
    case RateBy::institution:
        return std::to_string(static_cast<std::int64_t>(in.institution));
    case RateBy::district:
        break;
    }
    return in.district;
}

using InScope = std::function<bool(const RandomOffice::PaperClass&)>;

std::map<std::string, Row> recount(const RandomOffice& office, RateBy by, Period period,
                                   const InScope& in_scope) {
    std::map<std::string, Row> rows;
    for (const auto& stay : office.stays) {
        const auto& in = office.classes[stay.in];
        if (!in_scope(in)) continue;
        for (Day day = std::max(period.first, in.first); day <= std::min(period.last, in.last);
             day = test::later(day, 1)) {
            if (!office.in_class(stay, day)) continue;
            for (const std::string& key : {key_of(office, stay, by, day), std::string{"total"}})
                for (Counted* one : {&rows[key].all, stay.woman ? &rows[key].female : nullptr}) {
                    if (one == nullptr) continue;
                    one->add_learner(stay);
                    if (office.counts(stay, day)) one->add_day(office, stay, day);
                }
        }
    }
    return rows;
}

void compare(const attendance::Attended& found, const Counted& counted) {
    BOOST_TEST(found.learners == static_cast<std::int64_t>(counted.learners.size()));
    BOOST_TEST(found.tally.taken == counted.taken);
    BOOST_TEST(found.tally.permission == counted.permission);
    BOOST_TEST(found.tally.absent == counted.absent);
    BOOST_TEST(found.tally.late == counted.late);
    BOOST_TEST(found.tally.half_permission == counted.half_permission);
    BOOST_TEST(found.tally.half_absent == counted.half_absent);
    BOOST_TEST(found.rate().has_value() == (counted.taken > 0));
    if (counted.taken > 0)
        BOOST_TEST((*found.rate() == core::Ratio{counted.thousandths, std::int64_t{1000} * counted.taken}));
}

void compare(const RandomOffice& office, RateBy by, const attendance::Scope& scope, const InScope& in_scope) {
    core::NoProgress silent;
    const auto found = attendance::load_group_rates(office.database, scope, by, silent);
    auto rows = recount(office, by, scope.period, in_scope);
    for (const auto& group : found.rows)
        BOOST_TEST_CONTEXT("row " << group.key) {
            compare(group.all, rows[group.key].all);
            compare(group.female, rows[group.key].female);
            rows[group.key].all.learners.insert(-1); // seen
        }
    compare(found.total.all, rows["total"].all);
    compare(found.total.female, rows["total"].female);
    for (const auto& [key, row] : rows)
        BOOST_TEST((key == "total" || row.all.learners.contains(-1)), key << " is missing");
}

constexpr Period whole{2025y / 10 / 1, 2026y / 9 / 30};

} // namespace

BOOST_AUTO_TEST_SUITE(group_rates)

BOOST_AUTO_TEST_CASE(rates_by_any_group_equal_a_plain_recount_of_any_office) {
    std::set<std::int64_t> totals;
    for (std::uint64_t seed = 1; seed <= 15; ++seed) {
        const RandomOffice office{seed};
        for (const RateBy by :
             {RateBy::school_class, RateBy::month, RateBy::sex, RateBy::institution, RateBy::district})
            for (const Period period :
                 {whole, Period{2025y / 11 / 1, 2025y / 11 / 30}, Period{2025y / 11 / 12, 2025y / 12 / 10},
                  Period{2025y / 12 / 3, 2025y / 12 / 3}})
                BOOST_TEST_CONTEXT("seed " << seed << " by " << attendance::rate_by_words.text(by) << " from "
                                           << core::to_iso(period.first)) {
                    compare(office, by, {.period = period}, [](const auto&) { return true; });
                }
        core::NoProgress silent;
        totals.insert(attendance::load_group_rates(office.database, {.period = whole}, RateBy::sex, silent)
                          .total.all.present);
    }
    BOOST_TEST(totals.size() > 10U); // offices that differ
}

BOOST_AUTO_TEST_CASE(a_scope_counts_its_own_classes_and_no_other) {
    for (std::uint64_t seed = 20; seed < 25; ++seed) {
        const RandomOffice office{seed};
        const auto& one = office.classes.front();
        compare(office, RateBy::month, {.period = whole, .in = one.id},
                [&](const auto& in) { return in.id == one.id; });
        compare(office, RateBy::school_class, {.period = whole, .institution = one.institution},
                [&](const auto& in) { return in.institution == one.institution; });
        compare(office, RateBy::sex, {.period = whole, .open_only = true},
                [](const auto& in) { return in.open; });
    }
}

BOOST_AUTO_TEST_CASE(districts_are_named_and_an_institution_without_a_village_stands_apart) {
    core::NoProgress silent;
    std::set<std::string> names;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const RandomOffice office{seed};
        for (const auto& group :
             attendance::load_group_rates(office.database, {.period = whole}, RateBy::district, silent).rows)
            names.insert(group.key + " " + group.name_km);
    }
    BOOST_TEST((names == std::set<std::string>{" ", "0202 ស្រុកB", "0203 ស្រុកE"}));
}

BOOST_AUTO_TEST_CASE(counting_stops_when_it_is_cancelled) {
    struct Impatient final : core::Progress {
        void report(std::int64_t, std::int64_t) override {}
        bool cancelled() const override { return true; }
    } impatient;
    const RandomOffice office{1};
    BOOST_CHECK_EXCEPTION(
        attendance::load_group_rates(office.database, {.period = whole}, RateBy::sex, impatient),
        core::WorldFailure,
        [](const core::WorldFailure& failure) { return failure.error().code == "cancelled"; });
}

BOOST_AUTO_TEST_SUITE_END()
