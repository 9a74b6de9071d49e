// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_bytes.hpp"
#include "returns/content_reader.hpp"
#include "returns/gather.hpp"
#include "returns/layout_store.hpp"
#include "returns/month_office.hpp"
#include "returns/workbook_check.hpp"
#include "storage/audit.hpp"
#include "storage/cancel_at.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>

using namespace std::chrono_literals;

namespace {

using test::bytes_of;

struct Building : test::MonthOffice {
    std::filesystem::path file = folder / "return.xlsx";

    returns::CheckedFile check() const { return returns::check_file(file).value(); }
    std::string value(std::string_view sheet, std::string_view row, std::string_view column) const {
        return check().canonical->text_at(sheet, row, column);
    }
    // "total/female" of a figure of all programmes.
    std::string pair(std::string_view figure, const std::string& programme = "all") const {
        const auto checked = check();
        return checked.canonical->text_at("figures", figure, programme + ".total") + "/" +
               checked.canonical->text_at("figures", figure, programme + ".female");
    }
    std::string code_of(core::Month month) {
        const auto outcome = returns::build_return(
            database, {"sokha"}, {.period = returns::ReturnPeriod{month}, .out = file}, progress);
        return outcome ? "built" : outcome.error().code;
    }
    static void check_same(const returns::FilledSheet& said, const returns::FilledSheet& known,
                           const std::string& where) {
        BOOST_TEST((said.all == known.all), where << " " << known.plan.key);
        BOOST_TEST(said.groups.size() == known.groups.size(), where << " " << known.plan.key);
        // A sheet of the disk knows groups by their keys; the order of their names is the office's.
        for (const auto& group : known.groups)
            BOOST_TEST((std::find(said.groups.begin(), said.groups.end(), group) != said.groups.end()),
                       where << " " << known.plan.key << " " << group.key);
    }
    std::size_t audit_rows() const { return storage::audit_entries(database, 10'000).size(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(built_return, Building)

BOOST_AUTO_TEST_CASE(the_figures_are_those_of_the_registers) {
    fill();
    build(file);
    BOOST_TEST(to_text(check().verdict) == "verified");
    BOOST_TEST(pair("learners") == "8/4");
    BOOST_TEST(pair("learners", "literacy") == "6/3");
    BOOST_TEST(pair("learners", "primary-equivalency") == "3/2");
    BOOST_TEST(pair("new") == "1/0");
    BOOST_TEST(pair("new", "primary-equivalency") == "1/1");
    BOOST_TEST(pair("left") == "1/1");
    BOOST_TEST(pair("left:work") == "1/1");
    BOOST_TEST(pair("at-end") == "7/3");
    BOOST_TEST(pair("age:0-14") == "1/1");
    BOOST_TEST(pair("age:15-17") == "1/1");
    BOOST_TEST(pair("age:46+") == "2/1");
    BOOST_TEST(pair("age:unknown") == "1/0");
    BOOST_TEST(pair("disability:yes") == "1/1");
    BOOST_TEST(pair("disability:not-asked") == "7/3");
    BOOST_TEST(pair("equity:1") == "1/1");
    BOOST_TEST(pair("ethnicity:ចាម") == "1/1");
    BOOST_TEST(pair("ethnicity:not-stated") == "7/3");
    BOOST_TEST(value("figures", "classes", "literacy.total") == "2");
}

BOOST_AUTO_TEST_CASE(attendance_counts_present_days_of_taken_ones_each_within_the_enrolment) {
    fill();
    build(file);
    // 23 weekdays of December without the holiday on the 29th: 22. Thida was away for two days and a half,
    // the one who left has 10 days, the new one 17.
    const auto checked = check();
    std::string taken;
    for (const auto& [key, raw] : checked.canonical->values) {
        const auto parts = returns::split_key(key);
        if (parts.sheet == "attendance" && parts.column == "class" &&
            returns::Canonical::plain(raw) == "អក្ខរកម្ម ក")
            taken = parts.row;
    }
    BOOST_REQUIRE(!taken.empty());
    BOOST_TEST(value("attendance", taken, "school-days") == "22");
    BOOST_TEST(value("attendance", taken, "taken-days") == "22");
    BOOST_TEST(value("attendance", taken, "not-recorded") == "0");
    BOOST_TEST(value("attendance", taken, "permission") == "1");
    BOOST_TEST(value("attendance", taken, "absent") == "2");
    BOOST_TEST(value("attendance", taken, "rate.total") == "96.21");  // 63.5 of 66
    BOOST_TEST(value("attendance", taken, "rate.female") == "94.32"); // 41.5 of 44
    // literacy: 3 x 22 + 22 + 10 + 17
    BOOST_TEST(value("figures", "days:taken", "literacy.total") == "115");
    BOOST_TEST(value("figures", "days:present", "literacy.total") == "112.5");
}

BOOST_AUTO_TEST_CASE(the_list_holds_each_stint_under_the_learners_number) {
    fill();
    build(file);
    const auto checked = check();
    std::size_t lines = 0;
    std::size_t again = 0;
    for (const auto& [key, raw] : checked.canonical->values) {
        const auto parts = returns::split_key(key);
        if (parts.sheet != "learners" || parts.column != "class" || parts.row == "heading") continue;
        ++lines;
        if (parts.row.ends_with("/2")) ++again;
    }
    BOOST_TEST(lines == 9U);
    BOOST_TEST(again == 1U);
}

BOOST_AUTO_TEST_CASE(without_a_change_the_same_version_is_written_again_byte_for_byte) {
    fill();
    const auto first = build(file);
    const std::string bytes = bytes_of(file);
    const std::size_t rows = audit_rows();
    clock.set(2026y / 3 / 1);
    const auto second = build(folder / "again.xlsx");
    BOOST_TEST(first.is_new);
    BOOST_TEST(!second.is_new);
    BOOST_TEST(second.built->version == 1);
    BOOST_TEST((bytes_of(folder / "again.xlsx") == bytes));
    BOOST_TEST(audit_rows() == rows);
}

BOOST_AUTO_TEST_CASE(a_change_makes_the_next_version_that_says_what_changed_and_why) {
    fill();
    const auto first = build(file);
    enrol(classes::ClassId{1}, add("ហ៊ុន ស្រីម៉ៅ", core::Sex::female, "2000"), 2025y / 12 / 30);
    const auto second = build(file, returns::ReturnPeriod{test::december}, "ភ្លេចអ្នកសិក្សាម្នាក់");
    BOOST_REQUIRE(second.built);
    BOOST_TEST(second.is_new);
    BOOST_TEST(second.built->version == 2);
    const auto checked = check();
    BOOST_TEST(checked.canonical->head.replaces == office::to_text(first.built->digest));
    BOOST_TEST(checked.canonical->head.reason == "ភ្លេចអ្នកសិក្សាម្នាក់");
    const auto was_is = [&](std::string_view row) -> std::string {
        for (const returns::Change& change : second.changes)
            if (change.key == returns::ValueKey{"figures", std::string{row}, "all.total"})
                return change.was + " -> " + change.is;
        return "";
    };
    BOOST_TEST(was_is("learners") == "8 -> 9");
    BOOST_TEST(was_is("new") == "1 -> 2");
    BOOST_TEST(was_is("left") == "");
    BOOST_TEST((returns::changes_in(*checked.canonical) == second.changes));
    // And the second version is kept like the first.
    BOOST_TEST(!build(file).is_new);
    BOOST_TEST(returns::list_built(database).size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_happens_after_the_month_does_not_change_it) {
    fill();
    build(file);
    leave(classes::EnrolmentId{2}, 2026y / 1 / 2, classes::LeavingReason::moved);
    enrol(classes::ClassId{2}, add("សំ អាត", core::Sex::male), 2026y / 1 / 2);
    BOOST_TEST(!build(file).is_new);
}

BOOST_AUTO_TEST_CASE(days_that_nobody_recorded_are_asked_about_at_their_cell) {
    const auto taught = open_class("អក្ខរកម្ម ក");
    enrol(taught, add("សុខ ដារ៉ា", core::Sex::male));
    const auto outcome = build(file);
    BOOST_REQUIRE(outcome.findings.size() == 1U);
    const auto& [finding, place] = outcome.findings.front();
    BOOST_TEST(finding.what.code == "register.not-recorded");
    BOOST_TEST(finding.what.fact("days") == "22");
    BOOST_TEST(returns::to_text(finding.weight) == "explain");
    BOOST_TEST(place.sheet == "វត្តមាន");
    BOOST_TEST(place.cell == "G5");
}

BOOST_AUTO_TEST_CASE(more_at_the_start_than_the_last_return_had_at_its_end_is_asked_about) {
    fill();
    build(folder / "november.xlsx", returns::ReturnPeriod{2025y / 11});
    const auto asks = [&] {
        std::string found;
        for (const auto& [finding, place] : build(file).findings)
            if (finding.what.code == "figures.last-period")
                found = std::string{finding.what.fact("was")} + " -> " + std::string{finding.what.fact("is")};
        return found;
    };
    BOOST_TEST(asks() == "");
    // Entered late, from a day in November.
    enrol(classes::ClassId{1}, add("ហ៊ុន ស្រីម៉ៅ", core::Sex::female), 2025y / 11 / 20);
    BOOST_TEST(asks() == "7 -> 8");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_built_is_refused_and_nothing_written) {
    BOOST_TEST(code_of(2026y / 2) == "period.ahead");
    BOOST_TEST(!std::filesystem::exists(file));
    test::MonthOffice province("02");
    const auto outcome = returns::build_return(
        province.database, {}, {.period = returns::ReturnPeriod{test::december}, .out = file}, progress);
    BOOST_REQUIRE(!outcome.has_value());
    BOOST_TEST(outcome.error().code == "return.build-level");
    BOOST_TEST(returns::list_built(database).empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_put_there_leaves_a_version_that_is_built_again_alike) {
    fill();
    std::filesystem::create_directory(folder / "taken.xlsx");
    std::filesystem::create_directory(folder / "taken.xlsx" / "0202_2025-12_v1.xlsx");
    std::ofstream(folder / "taken.xlsx" / "0202_2025-12_v1.xlsx" / "in-the-way") << "x";
    BOOST_CHECK_THROW(build(folder / "taken.xlsx"), core::WorldFailure);
    BOOST_TEST(returns::list_built(database).size() == 1U);
    const auto outcome = build(file);
    BOOST_TEST(!outcome.is_new);
    BOOST_TEST(outcome.built->version == 1);
}

BOOST_AUTO_TEST_CASE(what_any_office_builds_reads_back_as_its_registers_have_it) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        test::MonthOffice office("0202", seed);
        office.fill_randomly(seed);
        for (const char* text : {"2025-12", "2025-2026-S1", "2025-2026", "2025-2026-school-year"}) {
            const auto period = returns::ReturnPeriod::from_text(text).value();
            const auto path = office.folder / "r.xlsx";
            office.build(path, period);
            const auto layout = returns::layout_for(office.database, period).value();
            const auto said =
                returns::read_content(*returns::check_file(path).value().canonical, layout).value();
            const auto known = returns::gather(office.database, period, layout, office.progress).content;
            BOOST_REQUIRE(said.sheets.size() == known.sheets.size());
            for (std::size_t at = 0; at < said.sheets.size(); ++at)
                check_same(said.sheets[at], known.sheets[at],
                           std::string{text} + " of " + std::to_string(seed));
        }
    }
}

// The first version, and one that replaces another.
BOOST_AUTO_TEST_CASE(wherever_it_is_cancelled_no_workbook_is_written_and_no_version_is_kept) {
    fill();
    for (const std::size_t versions : {0U, 1U}) {
        const std::size_t audited = audit_rows();
        const std::filesystem::path next = folder / ("next" + std::to_string(versions) + ".xlsx");
        const auto files = [&] {
            return std::distance(std::filesystem::directory_iterator{folder.path}, {});
        };
        const auto there = files();
        const int times = test::cancel_everywhere(
            [&](core::Progress& cancelled) {
                return returns::build_return(database, {"sokha"},
                                             {.period = returns::ReturnPeriod{test::december}, .out = next},
                                             cancelled)
                    .has_value();
            },
            [&] {
                BOOST_TEST(files() == there);
                BOOST_TEST(returns::list_built(database).size() == versions);
                BOOST_TEST(audit_rows() == audited);
            });
        BOOST_TEST(times > 8); // among the classes, the learners, and while it is read again
        BOOST_TEST(std::filesystem::exists(next));
        BOOST_TEST(returns::list_built(database).size() == versions + 1);
        enrol(classes::ClassId{1}, add("ហ៊ុន ស្រីម៉ៅ", core::Sex::female), 2025y / 12 / 30);
    }
}

BOOST_AUTO_TEST_CASE(counting_a_month_tells_how_far_it_is_and_stops_when_asked) {
    fill();
    struct Told final : core::Progress {
        void report(std::int64_t done, std::int64_t total) override { reports.emplace_back(done, total); }
        bool cancelled() const override { return reports.size() == 3; }
        std::vector<std::pair<std::int64_t, std::int64_t>> reports;
    } told;
    const returns::ReturnPeriod december{test::december};
    const auto stopped = [](const core::WorldFailure& failure) {
        return failure.error().code == "cancelled";
    };
    BOOST_CHECK_EXCEPTION(
        returns::gather(database, december, returns::layout_for(database, december).value(), told),
        core::WorldFailure, stopped);
    BOOST_TEST((told.reports == std::vector<std::pair<std::int64_t, std::int64_t>>{{0, 3}, {1, 3}, {2, 3}}));
}

BOOST_AUTO_TEST_SUITE_END()
