// SPDX-License-Identifier: GPL-3.0-or-later
// What a province makes of a sheet without a signature: its workbook, its sums, its trend, and the answer.
#include "returns/province_workbook.hpp"
#include "returns/receipt_store.hpp"
#include "returns/receipt_workbook.hpp"
#include "returns/status.hpp"
#include "returns/stranger_office.hpp"

#include <boost/test/unit_test.hpp>

using returns::ReceivedId;
using returns::ReturnPeriod;
using test::bytes_of;
using test::code_of;
using test::district;
using test::Line;
using test::old_sheet;

namespace {

const ReturnPeriod december{test::december};

} // namespace

BOOST_FIXTURE_TEST_SUITE(stranger_province, test::StrangerOffice)

BOOST_AUTO_TEST_CASE(its_receipt_says_what_was_read_and_decided) {
    const auto old = write("old.xlsx", old_sheet());
    map(old);
    const auto taken = take(old);
    BOOST_TEST(accept(taken.id) == "");
    const auto receipt = folder / "receipt.xlsx";
    BOOST_REQUIRE(returns::make_receipt(database, {.id = taken.id, .out = receipt}, progress).has_value());
    const auto said = returns::check_file(receipt).value();
    BOOST_TEST(to_text(said.verdict) == "verified");
    const auto value = [&](std::string_view sheet, std::string_view row, std::string_view column) {
        return said.canonical->text_at(sheet, row, column);
    };
    BOOST_TEST(value("receipt", "ruling", "value") == "accepted");
    BOOST_TEST(value("receipt", "file", "value") == "unsigned");
    BOOST_TEST(value("receipt", "file-name", "value") == "old.xlsx");
    BOOST_TEST(value("receipt", "file-digest", "value") ==
               office::to_text(returns::find_received(database, taken.id)->digest));
    BOOST_TEST(value("read", "figures/learners/all.total", "number") == "40");
    BOOST_TEST(value("read", "figures/learners/all.total", "row-en") == "Learners in the month");
    BOOST_TEST(value("read", "figures/new/literacy.female", "number") == "2");
    BOOST_TEST(value("read", "figures/equity:2/all.total", "number") == ""); // not told
    // Of a file that nobody mapped it is not known which return it is.
    const ReceivedId unread = receive(write("other.xlsx", {{"Rooms", "3"}}));
    BOOST_TEST(reject(unread, "of what?") == "");
    BOOST_TEST(code_of(returns::make_receipt(database, {.id = unread, .out = receipt}, progress)) ==
               "receipt.no-return");
    // A district that has Srok by now built no such return.
    test::MonthOffice office(district, 4);
    BOOST_TEST(code_of(returns::take_receipt(office.database, {}, receipt, progress)) ==
               "receipt.unknown-return");
}

BOOST_AUTO_TEST_CASE(the_provinces_workbook_says_that_nobody_signed) {
    const auto old = write("old.xlsx", old_sheet());
    map(old);
    BOOST_TEST(accept(take(old).id) == "");
    const auto file = folder / "02.xlsx";
    const auto made =
        returns::consolidate(database, {}, {.period = december, .out = file}, {false, false}, progress);
    BOOST_REQUIRE(made.has_value());
    const auto canonical = returns::check_file(file).value();
    const auto value = [&](std::string_view sheet, std::string_view row, std::string_view column) {
        return canonical.canonical->text_at(sheet, row, column);
    };
    BOOST_TEST(value("districts", "0204", "learners.total") == "40");
    BOOST_TEST(value("districts", "all", "learners.total") == "40");
    BOOST_TEST(value("districts", "0204", "classes") == ""); // not told
    BOOST_TEST(value("districts", "all", "classes") == "");  // nobody tells
    BOOST_TEST(value("equity", "all", "equity:2.total") == "");
    BOOST_TEST(value("indicators", "all", "disability.part") == "");
    BOOST_TEST(value("programmes", "all", "literacy.total") == "40");
    BOOST_TEST(value("cover", "classes", "value") == "-");
    BOOST_TEST(value("districts", "0204", "name").ends_with("(គ្មានហត្ថលេខា)"));
    BOOST_TEST(value("sent", "0204", "state").ends_with("Not signed"));
    BOOST_TEST(value("equity", "0204", "equity:2.total") == "");
    BOOST_TEST(value("indicators", "0204", "women.percent") == "55");
    BOOST_TEST(value("indicators", "0204", "disability.part") == "");
    const auto status = returns::load_status(database);
    const auto& board = status.periods.front().offices;
    const auto one =
        std::find_if(board.begin(), board.end(), [](const auto& of) { return of.code == district; });
    BOOST_TEST(to_text(one->standing) == "accepted");
    BOOST_TEST(to_text(one->newest->verdict) == "unsigned");
}

BOOST_AUTO_TEST_CASE(a_provinces_sum_is_of_what_is_told_and_empty_where_nobody_tells) {
    const auto old = write("old.xlsx", old_sheet());
    map(old);
    BOOST_TEST(accept(take(old).id) == "");
    // A signed return of another district tells of everybody: a figure it leaves out is nobody.
    test::MonthOffice office("0202", 4);
    office.fill();
    office.build(folder / "0202.xlsx");
    BOOST_TEST(accept(receive(folder / "0202.xlsx")) == "");
    const auto province = returns::gather_province(database, december, false, progress).value();
    const auto figures_of = [&](std::string_view code) {
        return std::find_if(province.districts.begin(), province.districts.end(),
                            [&](const auto& one) { return one.code == code; })
            ->content.all();
    };
    const auto told = figures_of("0202");
    const auto& all = province.total.all();
    BOOST_TEST(all.classes() == told.classes());
    BOOST_TEST(all.count("learners").total == told.count("learners").total + 40);
    BOOST_TEST(all.count("equity:2").total == told.count("equity:2").total);
    BOOST_TEST(figures_of("0204").count("equity:2").total == returns::not_told);
    for (const auto& [key, count] : all.counts)
        BOOST_TEST((count.total >= 0 && count.female >= 0), key);
    // Of the year before nothing came, and of the next month nothing yet.
    const auto next = returns::gather_province(database, december.before(), false, progress).value();
    BOOST_TEST(next.counted() == 0U);
    BOOST_TEST(next.total.all().count("learners").total == returns::not_told);
    BOOST_TEST(next.total.all().classes() == returns::not_told);
}

BOOST_AUTO_TEST_CASE(the_year_before_stands_in_the_trend) {
    const auto old = write("old.xlsx", old_sheet());
    map(old);
    for (const auto& period : {december, december.before(), december.a_year_before()}) {
        auto lines = old_sheet();
        lines.back()[1] = period == december ? "5" : period == december.before() ? "4" : "3";
        const auto path = write(period.to_text() + ".xlsx", lines);
        BOOST_TEST(accept(take(path, period).id) == "");
    }
    const auto province = returns::gather_province(database, december, false, progress).value();
    std::vector<std::string> periods;
    for (const auto& point : province.trend)
        periods.push_back(point.period.to_text());
    const std::vector<std::string> expected = {"2024-12", "2025-11", "2025-12"};
    BOOST_TEST(periods == expected, boost::test_tools::per_element());
    BOOST_TEST(province.trend.front().all.count("learners").total == 40);
    BOOST_TEST(province.trend.front().all.classes() == returns::not_told);
}

BOOST_AUTO_TEST_SUITE_END()
