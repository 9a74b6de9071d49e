// SPDX-License-Identifier: GPL-3.0-or-later
// A centre has no names yet, the office counts its rooms and its money: what is declared is told with its
// source, added up apart, and never mixed with what the registers count.
#include "institutions/institution_store.hpp"
#include "office/office_store.hpp"
#include "office/period_lock.hpp"
#include "office/test_office.hpp"
#include "returns/content_reader.hpp"
#include "returns/declared_store.hpp"
#include "returns/layout_file.hpp"
#include "returns/layout_store.hpp"
#include "returns/month_office.hpp"
#include "returns/province_workbook.hpp"
#include "returns/receive.hpp"
#include "returns/reporting_periods.hpp"
#include "returns/status.hpp"

#include <boost/test/unit_test.hpp>

using namespace std::chrono_literals;
using returns::DeclaredFigure;

namespace {

struct Declaring : test::MonthOffice {
    returns::ReturnPeriod period{test::december};
    returns::Layout layout = returns::current_layout(database, "month").value().layout;
    std::filesystem::path file = folder / "0202_2025-12_v1.xlsx";

    DeclaredFigure paper_list(std::int64_t total = 24, std::int64_t female = 13) const {
        return {.figure = "learners",
                .institution = centre,
                .total = total,
                .female = female,
                .source = "បញ្ជីក្រដាសរបស់មណ្ឌល",
                .source_day = 2025y / 12 / 20,
                .declared_by = "លឹម សុភា"};
    }
    DeclaredFigure rooms(std::int64_t total) const {
        return {.figure = "rooms",
                .total = total,
                .source = "ការរាប់ផ្ទាល់",
                .source_day = 2025y / 12 / 1,
                .declared_by = "លឹម សុភា"};
    }
    core::Expected<returns::DeclaredId> declare(const DeclaredFigure& one) {
        storage::Transaction tx(database, {});
        auto done = returns::declare(tx, period, layout, one);
        if (done) tx.commit();
        return done;
    }
    std::string refused(const DeclaredFigure& one) { return declare(one).error().code; }
    std::string value(std::string_view row, std::string_view column) const {
        return returns::check_file(file).value().canonical->text_at("declared", row, column);
    }
    std::string at_centre() const {
        return "learners/" + core::to_text(institutions::load_institution(database, centre).uid);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(declared, Declaring)

BOOST_AUTO_TEST_CASE(what_was_declared_stands_in_the_return_with_its_source_and_apart) {
    fill();
    const auto before = build(file).built;
    BOOST_REQUIRE(before.has_value());
    const std::string learners =
        returns::check_file(file).value().canonical->text_at("figures", "learners", "all.total");
    BOOST_REQUIRE(declare(paper_list()).has_value());
    BOOST_REQUIRE(declare(rooms(6)).has_value());
    const auto built = build(file, period, "មណ្ឌលបានប្រកាស");
    BOOST_TEST(built.built->version == before->version + 1);
    BOOST_TEST(value(at_centre(), "total") == "24");
    BOOST_TEST(value(at_centre(), "female") == "13");
    BOOST_TEST(value(at_centre(), "source") == "បញ្ជីក្រដាសរបស់មណ្ឌល");
    BOOST_TEST(value(at_centre(), "source-day") == "2025-12-20");
    BOOST_TEST(value(at_centre(), "declared-by") == "លឹម សុភា");
    BOOST_TEST(value("rooms/office", "total") == "6");
    BOOST_TEST(value("sum:learners", "total") == "24");
    // The counted figures know nothing of it.
    const auto checked = returns::check_file(file).value();
    BOOST_TEST(checked.canonical->text_at("figures", "learners", "all.total") == learners);
    BOOST_TEST(checked.canonical->text_at("cover", "declared", "value") == "24  (ស្រី 13)");
    const auto read = returns::read_content(*checked.canonical, layout).value();
    BOOST_TEST(read.declared.size() == 2U);
    BOOST_TEST(read.declared_beside("learners").female == 13);
    BOOST_TEST(read.declared_of("rooms").total == 6);
}

BOOST_AUTO_TEST_CASE(a_centre_that_has_registers_too_is_asked_about) {
    fill();
    BOOST_REQUIRE(declare(paper_list()).has_value());
    const auto built = build(file);
    const bool asked = std::any_of(built.findings.begin(), built.findings.end(), [](const auto& placed) {
        return placed.finding.what.code == "declared.beside-registers" &&
               placed.finding.weight == returns::Weight::hint;
    });
    BOOST_TEST(asked);
    BOOST_TEST(built.built.has_value());
}

BOOST_AUTO_TEST_CASE(the_period_before_is_a_start_and_overwrites_nothing) {
    const auto as_before = [&](const returns::ReturnPeriod& of) {
        storage::Transaction tx(database, {});
        auto copied = returns::declare_as_before(tx, of, layout);
        if (copied) tx.commit();
        return copied;
    };
    const returns::ReturnPeriod january{std::chrono::year{2026} / 1};
    BOOST_TEST(as_before(january).error().code == "declared.none-before");
    BOOST_REQUIRE(declare(paper_list()).has_value());
    BOOST_REQUIRE(declare(rooms(6)).has_value());
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(returns::declare(tx, january, layout, rooms(7)).has_value());
        tx.commit();
    }
    BOOST_TEST(as_before(january).value() == 1U);
    const auto all = returns::list_declared(database, "2026-01");
    BOOST_REQUIRE(all.size() == 2U);
    BOOST_TEST(all[0].total == 24);
    BOOST_TEST(all[0].female.value() == 13);
    BOOST_TEST(all[0].source == "បញ្ជីក្រដាសរបស់មណ្ឌល");
    BOOST_TEST((all[0].source_day == core::Day{2025y / 12 / 20})); // it is an old source, and shows as one
    BOOST_TEST(all[1].total == 7);
    BOOST_TEST(as_before(january).error().fact("period") == "2025-12");
    storage::Transaction tx(database, {});
    office::shut_period(tx, "2026-02", january.last_day(), january.last_day(), "receipt");
    const returns::ReturnPeriod february{std::chrono::year{2026} / 2};
    BOOST_TEST(returns::declare_as_before(tx, february, layout).error().code == "period.locked");
}

BOOST_AUTO_TEST_CASE(declaring_again_replaces_and_the_same_again_is_no_change) {
    const auto first = declare(paper_list());
    BOOST_TEST((declare(paper_list(30, 15)).value() == first.value()));
    const auto rows = [&] { return database.value<std::int64_t>("SELECT count(*) FROM audit").value(); };
    const auto audited = rows();
    BOOST_TEST((declare(paper_list(30, 15)).value() == first.value()));
    BOOST_TEST(rows() == audited);
    const auto all = returns::list_declared(database, "2025-12");
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST(all.front().total == 30);
    BOOST_TEST(returns::list_declared(database, "2025-11").empty());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_refused_by_name_and_leaves_nothing) {
    const auto with = [&](auto change) {
        DeclaredFigure one = paper_list();
        change(one);
        return refused(one);
    };
    BOOST_TEST(with([](auto& one) { one.figure = "elephants"; }) == "declared.unknown");
    BOOST_TEST(with([](auto& one) { one.institution = institutions::InstitutionId{999}; }) ==
               "institution.unknown");
    BOOST_TEST(with([](auto& one) { one.total = -1; }) == "declared.out-of-range");
    BOOST_TEST(with([](auto& one) { one.female.reset(); }) == "declared.no-female");
    BOOST_TEST(with([](auto& one) { one.female = 25; }) == "declared.female");
    BOOST_TEST(with([](auto& one) { one.source = "  "; }) == "declared.no-source");
    BOOST_TEST(with([](auto& one) { one.declared_by.clear(); }) == "declared.no-person");
    BOOST_TEST(with([](auto& one) { one.source_day = 2026y / 2 / 1; }) == "declared.day");
    BOOST_TEST(with([](auto& one) { one.source = std::string(1001, 'a'); }) == "written.too-long");
    DeclaredFigure women_of_rooms = rooms(6);
    women_of_rooms.female = 1;
    BOOST_TEST(refused(women_of_rooms) == "declared.not-people");
    BOOST_TEST(returns::list_declared(database, "2025-12").empty());
}

BOOST_AUTO_TEST_CASE(an_accepted_month_takes_no_declaration_until_it_is_opened) {
    const auto kept = declare(paper_list());
    {
        storage::Transaction tx(database, {});
        office::shut_period(tx, "2025-12", period.first_day(), period.last_day(), "receipt");
        tx.commit();
    }
    BOOST_TEST(refused(rooms(6)) == "period.locked");
    {
        storage::Transaction tx(database, {});
        BOOST_TEST(returns::take_back_declared(tx, kept.value()).error().code == "period.locked");
    }
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(office::open_for_correction(tx, "2025-12", "ភ្លេចបន្ទប់").has_value());
        tx.commit();
    }
    BOOST_TEST(declare(rooms(6)).has_value());
    storage::Transaction tx(database, {});
    BOOST_TEST(returns::take_back_declared(tx, kept.value()).has_value());
    BOOST_TEST(returns::take_back_declared(tx, kept.value()).error().code == "declared.not-there");
    tx.commit();
    BOOST_TEST(returns::list_declared(database, "2025-12").size() == 1U);
}

// By the time a semester is reported its months are accepted.
BOOST_AUTO_TEST_CASE(a_semester_is_declared_when_its_months_are_shut) {
    {
        storage::Transaction tx(database, {});
        office::shut_period(tx, "2025-12", period.first_day(), period.last_day(), "receipt");
        tx.commit();
    }
    const auto semester = returns::ReturnPeriod::from_text("2025-2026-S1").value();
    storage::Transaction tx(database, {});
    BOOST_TEST(returns::declare(tx, semester, layout, rooms(6)).has_value());
    tx.commit();
}

BOOST_AUTO_TEST_CASE(what_another_layout_does_not_know_is_never_left_out_silently) {
    fill();
    BOOST_REQUIRE(declare(rooms(6)).has_value());
    std::string toml = returns::layout_source(database, "month").value();
    toml.replace(toml.find("2026-1"), 6, "wells-1");
    toml += "\n[[declared]]\nkey = \"wells\"\nname = { km = \"អណ្តូង\", en = \"Wells\" }\nunit = \"number\"\n";
    storage::Transaction tx(database, {});
    BOOST_REQUIRE(returns::use_own_layout(tx, toml, "own.toml").has_value());
    tx.commit();
    const auto built = build(file);
    BOOST_TEST(!built.built.has_value());
    BOOST_TEST(std::any_of(built.findings.begin(), built.findings.end(), [](const auto& placed) {
        return placed.finding.what.code == "declared.not-in-layout";
    }));
}

BOOST_AUTO_TEST_CASE(an_office_without_a_class_reports_what_was_declared) {
    BOOST_TEST(returns::periods_to_report(database, layout).empty());
    BOOST_REQUIRE(declare(paper_list()).has_value());
    const auto periods = returns::periods_to_report(database, layout);
    BOOST_REQUIRE(!periods.empty());
    BOOST_TEST(returns::period_due(database, periods).to_text() == "2025-12");
    BOOST_TEST(build(file).built.has_value());
    BOOST_TEST(value(at_centre(), "total") == "24");
}

BOOST_AUTO_TEST_CASE(a_layout_says_what_can_be_declared_in_place_of_the_usual) {
    const std::string toml = returns::layout_source(database, "month").value();
    const auto own = returns::parse_layout(
        toml +
            "\n[[declared]]\nkey = \"wells\"\nname = { km = \"អណ្តូង\", en = \"Wells\" }\nunit = \"number\"\n",
        "own.toml");
    BOOST_REQUIRE(own.has_value());
    BOOST_TEST(own->declarable.size() == 1U);
    BOOST_TEST(own->declared("wells") != nullptr);
    BOOST_TEST(layout.declared("rooms") != nullptr);
    const auto wrong = [&](const std::string& more) {
        return returns::parse_layout(toml + "\n[[declared]]\n" + more, "own.toml").error().code;
    };
    const std::string name = "name = { km = \"ក\", en = \"A\" }\n";
    BOOST_TEST(wrong("key = \"a\"\n" + name) == "layout.missing");
    BOOST_TEST(wrong("key = \"a b\"\nunit = \"number\"\n" + name) == "layout.unknown-word");
    BOOST_TEST(wrong("key = \"a\"\nunit = \"people\"\nbeside = \"elephants\"\n" + name) ==
               "layout.unknown-reference");
    BOOST_TEST(wrong("key = \"a\"\nunit = \"number\"\n" + name +
                     "[[declared]]\nkey = \"a\"\nunit = \"riel\"\n" + name) == "layout.repeated");
}

BOOST_AUTO_TEST_CASE(a_province_sees_how_much_comes_from_registers_and_adds_the_declared_up_apart) {
    fill(); // eight learners
    BOOST_REQUIRE(declare(paper_list(24, 13)).has_value());
    DeclaredFigure income = rooms(1'250'000);
    income.figure = "income";
    BOOST_REQUIRE(declare(income).has_value());
    build(file);

    test::World world;
    world.clock.set(2026y / 1 / 6);
    storage::Database province = test::new_office(world.environment, "02");
    const std::vector<std::filesystem::path> files = {file};
    BOOST_REQUIRE(returns::receive(province, {}, files, progress).has_value());
    for (const returns::PeriodStatus& one : returns::load_status(province).periods)
        if (one.period == "2025-12")
            for (const returns::OfficeStatus& office : one.offices)
                if (office.code == "0202")
                    BOOST_TEST(returns::share_from_registers(office.newest->learners).value() == 25);
    {
        storage::Transaction tx(province, {});
        BOOST_REQUIRE(returns::accept(tx, returns::ReceivedId{1}).has_value());
        tx.commit();
    }
    const auto workbook = folder / "02.xlsx";
    const auto put_together = [&](bool publishable) {
        BOOST_REQUIRE(returns::consolidate(province, {}, {.period = period, .out = workbook},
                                           {false, publishable}, progress)
                          .has_value());
        return std::move(returns::check_file(workbook).value().canonical);
    };
    const auto made = put_together(false);
    BOOST_TEST(made->text_at("declared", "0202", "registers.total") == "8");
    BOOST_TEST(made->text_at("declared", "0202", "share") == "25");
    BOOST_TEST(made->text_at("declared", "0202", "learners.female") == "13");
    BOOST_TEST(made->text_at("declared", "all", "income.total") == "1250000");
    BOOST_TEST(made->text_at("districts", "all", "learners.total") == "8");
    // What no register stands behind is not published.
    BOOST_TEST(put_together(true)->text_at("declared", "0202", "registers.total").empty());
}

BOOST_AUTO_TEST_SUITE_END()
