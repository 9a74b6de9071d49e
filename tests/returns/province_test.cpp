// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/office_store.hpp"
#include "office/test_office.hpp"
#include "returns/month_office.hpp"
#include "returns/province_workbook.hpp"
#include "returns/receive.hpp"
#include "storage/cancel_at.hpp"

#include <boost/test/unit_test.hpp>

#include <map>

using namespace std::chrono_literals;
using returns::ReceivedId;

namespace {

constexpr core::Month november = 2025y / 11;

// What three districts sent, made once: two Decembers, and the November of one.
struct Districts {
    test::MonthOffice thma_koul{"0202", 1};
    test::MonthOffice battambang{"0203", 2};
    std::filesystem::path first = thma_koul.folder / "0202_2025-12_v1.xlsx";
    std::filesystem::path before = thma_koul.folder / "0202_2025-11_v1.xlsx";
    std::filesystem::path second = thma_koul.folder / "0203_2025-12_v1.xlsx";

    Districts() {
        thma_koul.fill();
        thma_koul.build(before, november);
        thma_koul.build(first);
        battambang.fill();
        battambang.leave(classes::EnrolmentId{2}, 2025y / 12 / 24, classes::LeavingReason::moved);
        battambang.build(second);
    }
};

Districts& districts() {
    static Districts made;
    return made;
}

struct Province : test::World {
    storage::Database database = test::new_office(environment, "02");
    core::NoProgress progress;
    test::Folder folder;
    std::filesystem::path file = folder / "02.xlsx";

    Province() {
        clock.set(2026y / 1 / 6);
        const std::vector<std::filesystem::path> files = {districts().first, districts().second,
                                                          districts().before};
        BOOST_REQUIRE(returns::receive(database, {}, files, progress).has_value());
    }
    void accept(std::int64_t id) {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(returns::accept(tx, ReceivedId{id}).has_value());
        tx.commit();
    }
    returns::Consolidated consolidate(bool provisional = false) {
        auto made =
            returns::consolidate(database, {}, {.month = test::december, .out = file}, provisional, progress);
        if (!made) throw std::logic_error(made.error().code);
        return std::move(*made);
    }
    std::string value(std::string_view sheet, std::string_view row, std::string_view column) const {
        return returns::check_file(file).value().canonical->text_at(sheet, row, column);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(province, Province)

BOOST_AUTO_TEST_CASE(each_figure_stands_by_district_and_in_all) {
    accept(1);
    accept(2);
    const auto made = consolidate();
    BOOST_TEST(made.province.counted() == 2U);
    BOOST_TEST(to_text(returns::check_file(file).value().verdict) == "verified");
    BOOST_TEST(value("districts", "0202", "learners.total") == "8");
    BOOST_TEST(value("districts", "0203", "learners.total") == "8");
    BOOST_TEST(value("districts", "all", "learners.total") == "16");
    BOOST_TEST(value("districts", "all", "learners.female") == "8");
    BOOST_TEST(value("reasons", "0203", "left:moved.total") == "1");
    BOOST_TEST(value("reasons", "all", "left:moved.total") == "1");
    BOOST_TEST(value("reasons", "all", "left:work.total") == "2");
    BOOST_TEST(value("ages", "all", "age:15-17.female") == "2");
    BOOST_TEST(value("people", "all", "equity:1.total") == "2");
    BOOST_TEST(value("programmes", "all", "literacy.total") == "12");
    BOOST_TEST(value("ethnicities", "0202/ethnicity:ចាម", "learners.total") == "1");
    BOOST_TEST(value("ethnicities", "all/ethnicity:ចាម", "learners.female") == "2");
}

BOOST_AUTO_TEST_CASE(the_province_is_the_sum_of_what_it_counts) {
    accept(1);
    accept(2);
    const auto made = consolidate();
    returns::Figures sum;
    for (const returns::DistrictMonth& one : made.province.districts)
        sum += one.content.all;
    BOOST_TEST((sum == made.province.total.all));
    BOOST_TEST(returns::broken_sums(sum).empty());
}

BOOST_AUTO_TEST_CASE(only_what_was_accepted_counts_unless_provisional_and_then_it_is_said) {
    accept(1);
    const auto strict = consolidate();
    BOOST_TEST(strict.province.counted() == 1U);
    BOOST_TEST(value("districts", "all", "learners.total") == "8");
    BOOST_TEST(value("districts", "0203", "learners.total") == "");
    BOOST_TEST(value("cover", "provisional", "label") == "");
    const auto provisional = consolidate(true);
    BOOST_TEST(provisional.province.counted() == 2U);
    BOOST_TEST(provisional.built.version == 2);
    BOOST_TEST(value("districts", "all", "learners.total") == "16");
    BOOST_TEST(value("cover", "provisional", "label") != "");
}

BOOST_AUTO_TEST_CASE(what_was_sent_back_does_not_count_even_provisionally) {
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(returns::reject(tx, ReceivedId{1}, "ខ្វះថ្នាក់មួយ").has_value());
        tx.commit();
    }
    BOOST_TEST(consolidate(true).province.counted() == 1U);
    BOOST_TEST(value("sent", "0202", "counted") == "");
    BOOST_TEST(value("sent", "0202", "newest") == "1");
}

BOOST_AUTO_TEST_CASE(the_month_before_stands_beside_where_it_was_accepted) {
    accept(1);
    consolidate();
    BOOST_TEST(value("districts", "0202", "before.total") == "");
    accept(3);
    consolidate();
    // One came new in December, and one learner joined a second programme.
    BOOST_TEST(value("districts", "0202", "before.total") == "7");
    BOOST_TEST(value("districts", "0202", "change") == "1");
    BOOST_TEST(value("districts", "all", "change") == "1");
}

BOOST_AUTO_TEST_CASE(who_has_not_sent_is_named) {
    accept(1);
    const auto made = consolidate();
    std::size_t missing = 0;
    for (const returns::DistrictMonth& one : made.province.districts)
        if (!one.counted) ++missing;
    BOOST_TEST(missing == 13U);
    BOOST_TEST(value("cover", "missing", "value").find("ស្រុកបាណន់") != std::string::npos);
    BOOST_TEST(value("cover", "missing", "value").find("ស្រុកថ្មគោល") == std::string::npos);
    BOOST_TEST(value("sent", "0201", "state").find("Not sent") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(without_a_change_the_workbook_keeps_its_version) {
    accept(1);
    BOOST_TEST(consolidate().is_new);
    clock.set(2026y / 2 / 1);
    const auto again = consolidate();
    BOOST_TEST(!again.is_new);
    BOOST_TEST(again.built.version == 1);
    accept(2);
    const auto next = consolidate();
    BOOST_TEST(next.built.version == 2);
    BOOST_TEST(!next.changes.empty());
}

BOOST_AUTO_TEST_CASE(a_district_does_not_put_returns_together) {
    const auto made = returns::consolidate(districts().thma_koul.database, {},
                                           {.month = test::december, .out = file}, false, progress);
    BOOST_REQUIRE(!made.has_value());
    BOOST_TEST(made.error().code == "return.consolidate-level");
}

BOOST_AUTO_TEST_CASE(a_province_does_not_receive_a_provinces_workbook) {
    accept(1);
    consolidate();
    const std::vector<std::filesystem::path> files = {file};
    const auto receipts = returns::receive(database, {}, files, progress);
    BOOST_REQUIRE(!receipts.has_value());
    BOOST_TEST(receipts.error().code == "return.not-ours");
}

BOOST_AUTO_TEST_CASE(wherever_it_is_cancelled_no_workbook_is_written_and_no_version_is_kept) {
    accept(1);
    accept(2);
    const int times = test::cancel_everywhere(
        [&](core::Progress& cancelled) {
            return returns::consolidate(database, {}, {.month = test::december, .out = file}, false,
                                        cancelled)
                .has_value();
        },
        [&] {
            BOOST_TEST(std::filesystem::is_empty(folder.path));
            BOOST_TEST(returns::list_built(database).empty());
        });
    BOOST_TEST(times > 4);
    BOOST_TEST(std::filesystem::exists(file));
    BOOST_TEST(returns::list_built(database).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
