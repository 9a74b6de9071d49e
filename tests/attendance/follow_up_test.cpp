// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/follow_up.hpp"
#include "attendance/mark_store.hpp"
#include "attendance/random_office.hpp"
#include "attendance/sample_class.hpp"

#include <boost/test/unit_test.hpp>

using attendance::Mark;
using attendance::Period;
using attendance::Scope;
using core::Day;
using core::Ratio;
using storage::Transaction;
using test::RandomOffice;
using namespace std::chrono_literals;

namespace {

constexpr Period december{2025y / 12 / 1, 2025y / 12 / 31};
constexpr Period year{2025y / 11 / 1, 2026y / 10 / 31};

// Today is Wednesday 17 December 2025.
struct Fixture : test::SampleClass {
    core::NoProgress silent;

    void mark(std::size_t learner, Day day, Mark mark) {
        BOOST_REQUIRE(change(
            [&](Transaction& tx) { return attendance::set_mark(tx, enrolments[learner], day, mark); }));
    }
    void take(Period period) {
        change([&](Transaction& tx) {
            attendance::take_days(tx, class_id, period);
            tx.audit("import", "class_day", std::nullopt, "{}");
        });
    }
    Scope scope(Period period = december) const { return {.period = period, .open_only = true}; }
};

// A list's rows as texts that can be compared: learner or class, and the figures.
using Lines = std::multiset<std::string>;

std::string text(std::int64_t number) {
    return std::to_string(number);
}
std::string text(Ratio ratio) {
    return text(ratio.numerator()) + "/" + text(ratio.denominator());
}
std::string text(classes::EnrolmentId id) {
    return text(static_cast<std::int64_t>(id));
}

// All of this counts day by day what a list says.
struct Paper {
    const RandomOffice& office;
    Day today = 2025y / 12 / 17;

    // Days of the stay within the period that count, in order.
    std::vector<Day> counted(const RandomOffice::Stay& stay, Period period) const {
        std::vector<Day> days;
        for (Day day = period.first; day <= period.last; day = test::later(day, 1))
            if (office.counts(stay, day)) days.push_back(day);
        return days;
    }

    Lines not_recorded(Period period) const {
        Lines lines;
        for (const auto& in : office.classes) {
            std::string days;
            for (Day day = period.first; day <= std::min(period.last, today); day = test::later(day, 1))
                if (office.school_day(in, day) && !in.taken.contains(day)) days += " " + core::to_iso(day);
            if (in.open && !days.empty()) lines.insert(text(static_cast<std::int64_t>(in.id)) + days);
        }
        return lines;
    }

    Lines below(Period period) const {
        Lines lines;
        for (const auto& stay : office.stays) {
            const auto days = counted(stay, period);
            std::int64_t present = 0;
            for (const Day day : days)
                present += office.worth(stay, day);
            const auto taken = static_cast<std::int64_t>(days.size());
            if (office.classes[stay.in].open && present * 100 < taken * 80 * 1000)
                lines.insert(text(stay.id) + " " + text(Ratio{present, taken * 1000}));
        }
        return lines;
    }

    Lines in_a_row(Period period, std::size_t least) const {
        Lines lines;
        for (const auto& stay : office.stays) {
            if (!office.classes[stay.in].open) continue;
            std::vector<Day> run;
            const auto end = [&] {
                if (run.size() >= least && run.front() <= period.last && run.back() >= period.first)
                    lines.insert(text(stay.id) + " " + core::to_iso(run.front()) + " " +
                                 core::to_iso(run.back()) + " " +
                                 text(static_cast<std::int64_t>(run.size())));
                run.clear();
            };
            for (const Day day : counted(stay, {2025y / 1 / 1, 2026y / 12 / 31})) {
                const Mark mark = office.mark(stay, day);
                if (mark == Mark::absent || mark == Mark::permission)
                    run.push_back(day);
                else
                    end();
            }
            end();
        }
        return lines;
    }

    // Learner and programme; more than one stay adds up.
    Lines over_limits(Period period) const {
        std::map<std::pair<std::int64_t, std::string>, std::pair<std::int64_t, std::int64_t>> sums;
        std::map<std::pair<std::int64_t, std::string>, const RandomOffice::Stay*> newest;
        for (const auto& stay : office.stays) {
            const auto& in = office.classes[stay.in];
            const std::pair key{stay.learner, in.programme};
            for (const Day day : counted(stay, period)) {
                const Mark mark = office.mark(stay, day);
                const bool permission = mark == Mark::permission || mark == Mark::half_permission;
                (permission ? sums[key].first : sums[key].second) += 1000 - office.worth(stay, day);
            }
            if (stay.mistake || in.first > period.last || in.last < period.first || stay.from > period.last ||
                (stay.until && *stay.until < period.first))
                continue;
            if (!newest[key] || newest[key]->from <= stay.from) newest[key] = &stay;
        }
        Lines lines;
        for (const auto& [key, sum] : sums) {
            const auto& in = office.classes[newest[key]->in];
            if (in.open && (sum.first > in.most_permission * 1000 || sum.second > in.most_absent * 1000))
                lines.insert(text(key.first) + " " + key.second + " " + text(Ratio{sum.first, 1000}) + " " +
                             text(Ratio{sum.second, 1000}));
        }
        return lines;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(follow_up, Fixture)

BOOST_AUTO_TEST_CASE(every_list_equals_a_plain_recount_of_any_office) {
    std::size_t missing = 0, low = 0, long_ones = 0, over = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed)
        for (const Period period : {december, Period{2025y / 11 / 10, 2025y / 11 / 28}, year})
            BOOST_TEST_CONTEXT("seed " << seed << " from " << core::to_iso(period.first)) {
                const RandomOffice office{seed};
                const Paper paper{office};
                const auto& file = office.database;
                Lines found;
                for (const auto& row : attendance::find_not_recorded(file, scope(period), silent)) {
                    std::string days;
                    for (const Day day : row.days)
                        days += " " + core::to_iso(day);
                    found.insert(text(static_cast<std::int64_t>(row.in.id)) + days);
                }
                BOOST_TEST((found == paper.not_recorded(period)));
                missing += found.size();
                found.clear();
                for (const auto& row : attendance::find_low_rates(file, scope(period), silent))
                    found.insert(text(row.learner.enrolment.id) + " " + text(row.rate));
                BOOST_TEST((found == paper.below(period)));
                low += found.size();
                for (const int least : {2, 3, 5}) {
                    found.clear();
                    for (const auto& row : attendance::find_long_absences(file, scope(period), least, silent))
                        found.insert(text(row.learner.enrolment.id) + " " + core::to_iso(row.run.first) +
                                     " " + core::to_iso(row.run.last) + " " + text(row.run.days));
                    BOOST_TEST((found == paper.in_a_row(period, static_cast<std::size_t>(least))));
                    long_ones += found.size();
                }
                found.clear();
                for (const auto& row : attendance::find_over_limits(file, scope(period), silent)) {
                    const bool strict = row.most_absent == 3;
                    found.insert(text(static_cast<std::int64_t>(row.learner.enrolment.learner)) +
                                 (strict ? " strict " : " literacy ") + text(row.permission) + " " +
                                 text(row.absent));
                }
                BOOST_TEST((found == paper.over_limits(period)));
                over += found.size();
            }
    // Lists that hold something.
    BOOST_TEST(missing > 20U);
    BOOST_TEST(low > 20U);
    BOOST_TEST(long_ones > 20U);
    BOOST_TEST(over > 10U);
}

BOOST_AUTO_TEST_CASE(the_minimum_is_the_programmes_and_to_reach_it_is_enough) {
    take({2025y / 12 / 1, 2025y / 12 / 5});
    mark(0, 2025y / 12 / 1, Mark::absent);
    mark(1, 2025y / 12 / 1, Mark::absent);
    mark(1, 2025y / 12 / 2, Mark::permission);
    mark(2, 2025y / 12 / 1, Mark::absent);
    mark(2, 2025y / 12 / 2, Mark::absent);
    mark(2, 2025y / 12 / 3, Mark::absent);
    const auto low = attendance::find_low_rates(database, scope(), silent);
    BOOST_REQUIRE(low.size() == 2U);                            // 4 of 5 days are 80 %
    BOOST_TEST((low[0].learner.enrolment.id == enrolments[2])); // lowest first
    BOOST_TEST((low[0].minimum == Ratio{4, 5}));
    BOOST_TEST((low[1].rate == Ratio{3, 5}));
    BOOST_TEST(low[1].in.name_km == "អក្ខរកម្ម ក");
    BOOST_TEST(low[1].in.institution_km == "ជ្រៃ");
}

BOOST_AUTO_TEST_CASE(a_closed_class_is_listed_only_when_it_is_asked_for) {
    take({2025y / 12 / 1, 2025y / 12 / 5});
    mark(0, 2025y / 12 / 1, Mark::absent);
    mark(0, 2025y / 12 / 2, Mark::absent);
    set_status("closed");
    BOOST_TEST(attendance::find_low_rates(database, scope(), silent).empty());
    BOOST_TEST(attendance::find_not_recorded(database, scope(), silent).empty());
    Scope asked = scope();
    asked.in = class_id;
    BOOST_TEST(attendance::find_low_rates(database, asked, silent).size() == 1U);
    BOOST_TEST(attendance::find_not_recorded(database, asked, silent).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_limit_is_passed_by_more_days_than_it_says) {
    take({2025y / 11 / 3, 2025y / 12 / 17});
    // 20 school days of November are as many as the programme allows.
    for (Day day = 2025y / 11 / 3; day <= Day{2025y / 11 / 28}; day = test::later(day, 1))
        if (core::iso_weekday(day) <= 5) mark(0, day, Mark::absent);
    BOOST_TEST(attendance::find_over_limits(database, scope(year), silent).empty());
    mark(0, 2025y / 12 / 1, Mark::half_absent);
    const auto over = attendance::find_over_limits(database, scope(year), silent);
    BOOST_REQUIRE(over.size() == 1U);
    BOOST_TEST((over[0].absent == Ratio{41, 2}));
    BOOST_TEST((over[0].permission == Ratio{0}));
    BOOST_TEST(over[0].most_absent.value() == 20);
    BOOST_TEST(over[0].most_permission.value() == 60);
}

BOOST_AUTO_TEST_CASE(an_absence_that_began_before_the_month_is_counted_whole) {
    take({2025y / 11 / 24, 2025y / 12 / 5});
    for (const Day day : {Day{2025y / 11 / 27}, Day{2025y / 11 / 28}, Day{2025y / 12 / 1}})
        mark(0, day, Mark::permission);
    const auto found = attendance::find_long_absences(database, scope(), 3, silent);
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST((found[0].run.first == 2025y / 11 / 27));
    BOOST_TEST(found[0].run.days == 3);
    BOOST_TEST(attendance::find_long_absences(database, scope(), 4, silent).empty());
    BOOST_TEST(attendance::find_long_absences(database, scope({2025y / 12 / 2, 2025y / 12 / 31}), 3, silent)
                   .empty());
}

BOOST_AUTO_TEST_SUITE_END()
