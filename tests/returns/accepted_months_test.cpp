// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/mark_store.hpp"
#include "returns/accepted_months.hpp"
#include "returns/explanation_store.hpp"
#include "returns/gather.hpp"
#include "returns/own_status.hpp"
#include "returns/province_office.hpp"
#include "returns/receipt_store.hpp"
#include "storage/who_may_all.hpp"

#include <boost/test/unit_test.hpp>

using namespace std::chrono_literals;
using returns::ReturnPeriod;

namespace {

// A district whose December was accepted.
struct AcceptedDecember {
    test::MonthOffice district{"0202", 1};
    test::ProvinceOffice province;
    ReturnPeriod december{test::december};
    ReturnPeriod semester = ReturnPeriod::from_text("2025-2026-S1").value();
    std::filesystem::path file = district.folder / "semester.xlsx";

    AcceptedDecember() {
        district.fill();
        const auto sent = district.folder / "v1.xlsx";
        const auto receipt = district.folder / "receipt.xlsx";
        district.build(sent);
        const auto id = province.receive(sent);
        BOOST_REQUIRE(province.accept(id) == "");
        province.receipt(id, receipt);
        const auto taken =
            returns::take_receipt(district.database, test::who_may_all("sokha"), receipt, district.progress);
        BOOST_REQUIRE(taken.has_value());
    }
    std::vector<returns::MonthDifference> differences(const ReturnPeriod& of) {
        return returns::accepted_months_that_differ(district.database, of, district.progress);
    }
    std::optional<returns::Finding> finding(const ReturnPeriod& of) {
        const auto layout = returns::layout_for(district.database, of).value();
        for (const auto& one :
             returns::gather(district.database, of, layout, district.progress).content.findings)
            if (one.what.code == "months.differ") return one;
        return std::nullopt;
    }
    void one_more_in_december() {
        district.change([&](storage::Transaction& tx) {
            return returns::correct_period(tx, december, "អ្នកសិក្សាម្នាក់ត្រូវបានភ្លេច");
        });
        district.enrol(classes::ClassId{1}, district.add("ភ្លេច សុខា", core::Sex::female), 2025y / 12 / 8);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(accepted_months, AcceptedDecember)

BOOST_AUTO_TEST_CASE(while_the_registers_say_what_was_accepted_nothing_is_listed) {
    BOOST_TEST(differences(semester).empty());
    BOOST_TEST(!finding(semester).has_value());
    BOOST_REQUIRE(district.build(file, semester).built.has_value());
    BOOST_TEST(!returns::check_file(file).value().sheets.contains("months"));
}

BOOST_AUTO_TEST_CASE(what_a_correction_changed_is_listed_by_month_group_and_figure) {
    const auto said = returns::built_content(district.database, "2025-12", 1);
    const std::string was = said->text_at("figures", "learners", "all.total");
    const std::string is = std::to_string(std::stoi(was) + 1);
    one_more_in_december();
    const auto found = finding(semester);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST((found->weight == returns::Weight::explain));
    BOOST_TEST(found->what.fact("period") == "2025-12");
    BOOST_TEST(found->what.fact("count") == std::to_string(differences(semester).size()));
    BOOST_REQUIRE(district.build(file, semester).built.has_value());
    const auto checked = returns::check_file(file).value();
    BOOST_TEST(to_text(checked.verdict) == "verified");
    const auto value = [&](std::string_view row, std::string_view column) {
        return checked.canonical->text_at("months", row, column);
    };
    BOOST_TEST(value("2025-12", "figure") == "December 2025");
    BOOST_TEST(value("2025-12/all/learners", "was.total") == was);
    BOOST_TEST(value("2025-12/all/learners", "is.total") == is);
    BOOST_TEST(value("2025-12/literacy/new", "figure-en") == "New in the month");
    BOOST_TEST(value("2025-12/all/at-start", "was.total") == ""); // as it was
    BOOST_TEST(checked.place_of(found->about).cell == "B5");
    // A month's own return is told otherwise: the board says that it changed.
    BOOST_TEST(!finding(december).has_value());
    BOOST_TEST(!finding(ReturnPeriod{2026y / 1}).has_value());
    BOOST_TEST(finding(ReturnPeriod::from_text("2025-2026").value()).has_value());
}

BOOST_AUTO_TEST_CASE(built_and_accepted_again_the_month_differs_no_more) {
    one_more_in_december();
    const auto second = district.folder / "v2.xlsx";
    district.build(second, december);
    const auto id = province.receive(second);
    BOOST_REQUIRE(province.accept(id) == "");
    const auto receipt = district.folder / "receipt2.xlsx";
    province.receipt(id, receipt);
    BOOST_REQUIRE(
        returns::take_receipt(district.database, test::who_may_all("sokha"), receipt, district.progress)
            .has_value());
    BOOST_TEST(differences(semester).empty());
}

BOOST_AUTO_TEST_SUITE_END()
