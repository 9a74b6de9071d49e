// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/office_store.hpp"
#include "office/test_office.hpp"
#include "returns/layout_store.hpp"
#include "returns/masking.hpp"
#include "returns/month_office.hpp"
#include "returns/province_workbook.hpp"
#include "returns/receive.hpp"
#include "returns/sent_learners.hpp"
#include "storage/cancel_at.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

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
        thma_koul.build(before, returns::ReturnPeriod{november});
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
    returns::Consolidated consolidate(bool provisional = false, bool publishable = false) {
        auto made =
            returns::consolidate(database, {}, {.period = returns::ReturnPeriod{test::december}, .out = file},
                                 {provisional, publishable}, progress);
        if (!made) throw std::logic_error(made.error().code);
        return std::move(*made);
    }
    std::string value(std::string_view sheet, std::string_view row, std::string_view column) const {
        return returns::check_file(file).value().canonical->text_at(sheet, row, column);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(province, Province)

// The province opens a figure down to the lines that were sent: as many as the figure says, in each programme
// and in all.
BOOST_AUTO_TEST_CASE(a_figure_is_opened_to_the_learner_lines_that_it_counts) {
    const auto content = returns::load_content(database, ReceivedId{1});
    const auto layout = returns::find_layout(database, content->head.layout).value();
    std::size_t opened = 0;
    for (const std::string group : {"all", "literacy", "primary"})
        for (const char* figure : {"learners", "at-start", "new", "left", "left:work", "at-end", "age:25-34",
                                   "age:unknown", "disability:yes", "equity:1", "ethnicity:not-stated"}) {
            const auto lines = returns::lines_behind(database, ReceivedId{1}, figure, group);
            BOOST_REQUIRE(lines.has_value());
            std::set<std::string> people;
            for (const returns::SentLine& one : *lines)
                people.insert(one.number);
            const std::string told = content->text_at("figures", figure, group + ".total");
            BOOST_TEST(std::to_string(people.size()) == (told.empty() ? "0" : told),
                       figure << " of " << group);
            opened += people.size();
        }
    BOOST_TEST(opened > 30U); // or it would prove nothing
    const auto left = returns::lines_behind(database, ReceivedId{1}, "left").value();
    BOOST_REQUIRE(left.size() == 1U);
    BOOST_TEST(!left.front().until.empty());
    const auto refused = [&](ReceivedId id, const char* figure) {
        return returns::lines_behind(database, id, figure).error().code;
    };
    BOOST_TEST(refused(ReceivedId{1}, "awarded") == "return.no-lines");
    BOOST_TEST(refused(ReceivedId{1}, "days:rate") == "return.no-lines");
    BOOST_TEST(refused(ReceivedId{1}, "elephants") == "return.no-lines");
    BOOST_TEST(refused(ReceivedId{99}, "learners") == "return.unknown");
}

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
    BOOST_TEST(value("movement", "0203", "left:moved.total") == "1");
    BOOST_TEST(value("movement", "all", "left:moved.total") == "1");
    BOOST_TEST(value("movement", "all", "left:work.total") == "2");
    BOOST_TEST(value("age", "all", "age:15-17.female") == "2");
    BOOST_TEST(value("equity", "all", "equity:1.total") == "2");
    BOOST_TEST(value("programmes", "all", "literacy.total") == "12");
    BOOST_TEST(value("ethnicity", "0202/ethnicity:ចាម", "learners.total") == "1");
    BOOST_TEST(value("ethnicity", "all/ethnicity:ចាម", "learners.female") == "2");
}

BOOST_AUTO_TEST_CASE(the_province_is_the_sum_of_what_it_counts) {
    accept(1);
    accept(2);
    const auto made = consolidate();
    returns::Figures sum;
    for (const returns::DistrictContent& one : made.province.districts)
        sum += one.content.all();
    BOOST_TEST((sum == made.province.total.all()));
    BOOST_TEST(returns::broken_sums(made.province.total.main()->plan, sum).empty());
}

BOOST_AUTO_TEST_CASE(an_indicator_stands_with_what_it_is_a_share_of) {
    accept(1);
    accept(2);
    consolidate();
    BOOST_TEST(value("indicators", "all", "women.part") == "8");
    BOOST_TEST(value("indicators", "all", "women.of") == "16");
    BOOST_TEST(value("indicators", "all", "women.percent") == "50");
    BOOST_TEST(value("indicators", "0202", "equity.part") == "1");
    BOOST_TEST(value("indicators", "0202", "equity.of") == "8");
    BOOST_TEST(value("indicators", "0202", "equity.percent") == "12.5");
    BOOST_TEST(value("indicators", "0204", "women.of") == "");
}

BOOST_AUTO_TEST_CASE(the_quality_of_a_districts_data_says_what_to_mend) {
    accept(1);
    const auto made = consolidate();
    const auto& district = made.province.districts.at(1);
    BOOST_REQUIRE(district.code == "0202");
    // All days recorded 40; 7 of 8 ages 20; 1 of 8 asked 15; 1 of 8 stated 10; nothing to explain.
    BOOST_REQUIRE(district.quality.score.has_value());
    BOOST_TEST(*district.quality.score == 71); // 40 + 17.5 + 1.875 + 1.25 of 85
    BOOST_TEST(value("quality", "0202", "score") == "71");
}

BOOST_AUTO_TEST_CASE(in_the_publishable_edition_nobody_can_be_told_by_a_figure) {
    accept(1);
    accept(2);
    const auto open = consolidate();
    const auto made = consolidate(false, true);
    BOOST_TEST(made.built.version == 1); // an edition has versions of its own
    BOOST_TEST(made.built.period == "2025-12-publishable");
    BOOST_TEST(value("districts", "0202", "learners.total") == "8");
    BOOST_TEST(value("districts", "0202", "learners.female") == "<5");
    BOOST_TEST(value("districts", "all", "learners.female") == "8");
    BOOST_TEST(value("equity", "0202", "equity:1.total") == "<5");
    BOOST_TEST(value("equity", "all", "equity:1.total") == "<5");
    BOOST_TEST(value("quality", "0202", "score") == "");
    // No count of 1 to 4 people stands anywhere, and none but one is hidden beside a shown sum.
    const auto checked = returns::check_file(file).value();
    for (const auto& [key, raw] : checked.canonical->values) {
        const auto parts = returns::split_key(key);
        const bool people = parts.column.ends_with(".total") || parts.column.ends_with(".female");
        const bool classes = parts.column.starts_with("classes");
        if (raw.type != returns::ValueType::number || !people || classes || parts.sheet == "attendance")
            continue;
        const std::string text = returns::Canonical::plain(raw);
        BOOST_TEST((text == "0" || text.size() > 1 || text[0] >= '5'),
                   parts.sheet << " " << parts.row << " " << parts.column << " " << text);
    }
    BOOST_TEST(open.province.total.all().count("equity:1").total == 2);
}

BOOST_AUTO_TEST_CASE(a_hidden_number_cannot_be_worked_out_from_its_sum) {
    returns::ProvinceContent province;
    const returns::Layout layout = returns::shipped_layouts().front();
    const auto sheet = [&](int total, int female) {
        returns::FilledSheet filled{*layout.sheet("figures"), {}, {}, {}};
        filled.all.counts["learners"] = {total, female};
        return filled;
    };
    province.total.layout = layout;
    province.total.sheets = {sheet(33, 20)};
    for (const int total : {3, 10, 20}) {
        returns::DistrictContent one;
        one.content.sheets = {sheet(total, total == 3 ? 0 : total / 2)};
        province.districts.push_back(one);
    }
    returns::mask_small_groups(province);
    const auto shown = [&](std::size_t at) {
        return province.districts[at].content.sheets[0].all.count("learners").total;
    };
    BOOST_TEST(shown(0) == returns::hidden);
    BOOST_TEST(shown(1) == returns::hidden); // else 33 - 10 - 20 would tell it
    BOOST_TEST(shown(2) == 20);
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
    for (const returns::DistrictContent& one : made.province.districts)
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
    const auto made =
        returns::consolidate(districts().thma_koul.database, {},
                             {.period = returns::ReturnPeriod{test::december}, .out = file}, {}, progress);
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
            return returns::consolidate(database, {},
                                        {.period = returns::ReturnPeriod{test::december}, .out = file}, {},
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
