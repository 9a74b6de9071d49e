// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/comparison.hpp"
#include "returns/province_office.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace std::chrono_literals;
using returns::Beside;

namespace {

constexpr core::Month november = 2025y / 11;

// Thma Koul's November and two Decembers; the Decembers of two other districts.
struct Sent {
    test::MonthOffice thma_koul{"0202", 1};
    test::MonthOffice second{"0203", 2};
    test::MonthOffice third{"0204", 3};
    std::filesystem::path before = thma_koul.folder / "november.xlsx";
    std::filesystem::path v1 = thma_koul.folder / "v1.xlsx";
    std::filesystem::path v2 = thma_koul.folder / "v2.xlsx";
    std::filesystem::path other = thma_koul.folder / "other.xlsx";
    std::filesystem::path another = thma_koul.folder / "another.xlsx";

    Sent() {
        thma_koul.fill(); // 8 learners in December, 4 of them women; 7 in November
        thma_koul.build(before, returns::ReturnPeriod{november});
        thma_koul.build(v1);
        thma_koul.enrol(classes::ClassId{1}, thma_koul.add("ហ៊ុន ស្រីម៉ៅ", core::Sex::female), 2025y / 12 / 30);
        thma_koul.build(v2);
        enrol(second, 4);
        second.build(other);
        enrol(third, 7);
        third.build(another);
    }

  private:
    static void enrol(test::MonthOffice& district, int learners) {
        const auto in = district.open_class("អក្ខរកម្ម");
        for (int at = 0; at < learners; ++at)
            district.enrol(in, district.add("អ្នកសិក្សា " + std::to_string(at), core::Sex::male));
    }
};

Sent& sent() {
    static Sent made;
    return made;
}

struct Compared : test::ProvinceOffice {
    returns::Comparison compare(returns::ReceivedId id) const {
        auto found = returns::compare(database, id);
        if (!found) throw std::logic_error(found.error().code);
        return std::move(*found);
    }
    static returns::ComparedRow row(const returns::Comparison& comparison, std::string_view key) {
        return *std::find_if(comparison.rows.begin(), comparison.rows.end(),
                             [&](const auto& one) { return one.key == key; });
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(comparison, Compared)

BOOST_AUTO_TEST_CASE(a_return_stands_beside_its_last_version_last_month_and_the_mean_of_its_neighbours) {
    receive({sent().before, sent().v1, sent().other, sent().another});
    const auto comparison = compare(receive(sent().v2));
    BOOST_TEST(comparison.last_version->version == 1);
    BOOST_TEST(comparison.last_period->period == "2025-11");
    BOOST_TEST(!comparison.last_year.has_value());
    BOOST_TEST(comparison.neighbours == 2U);
    const auto learners = row(comparison, "learners").total;
    BOOST_TEST(returns::figure_text(learners.value) == "9");
    BOOST_TEST(returns::figure_text(learners.other(Beside::last_version)) == "8");
    BOOST_TEST(learners.difference_text(Beside::last_version) == "+1");
    BOOST_TEST(returns::figure_text(learners.other(Beside::last_period)) == "7");
    BOOST_TEST(learners.difference_text(Beside::last_period) == "+2");
    BOOST_TEST(returns::figure_text(learners.other(Beside::neighbours)) == "5.5");
    BOOST_TEST(learners.difference_text(Beside::neighbours) == "+3.5");
    BOOST_TEST(learners.difference_text(Beside::last_year) == "");
    const auto women = row(comparison, "learners").female;
    BOOST_TEST(women.difference_text(Beside::last_version) == "+1");
    BOOST_TEST(returns::figure_text(women.other(Beside::neighbours)) == "0");
}

BOOST_AUTO_TEST_CASE(rows_stand_as_in_the_sheet_and_have_its_words) {
    const auto comparison = compare(receive(sent().v1));
    BOOST_REQUIRE(comparison.rows.size() > 10U);
    BOOST_TEST(comparison.rows[0].key == "classes");
    BOOST_TEST(comparison.rows[1].key == "learners");
    BOOST_TEST(comparison.rows[1].label == "Learners in the month");
    BOOST_TEST(!comparison.last_version.has_value());
    BOOST_TEST(comparison.neighbours == 0U);
    for (const auto& one : comparison.rows)
        BOOST_TEST(one.total.difference_text(Beside::neighbours) == "");
}

BOOST_AUTO_TEST_CASE(a_neighbours_accepted_version_counts_and_what_was_sent_back_does_not) {
    const auto id = receive(sent().v1);
    const auto other = receive(sent().other);
    receive(sent().another);
    reject(other, "ខ្វះ");
    const auto comparison = compare(id);
    BOOST_TEST(comparison.neighbours == 1U);
    BOOST_TEST(returns::figure_text(row(comparison, "learners").total.other(Beside::neighbours)) == "7");
}

BOOST_AUTO_TEST_CASE(the_last_version_is_one_that_was_not_sent_back_where_there_is_one) {
    const auto first = receive(sent().v1);
    reject(first, "ខ្វះម្នាក់");
    const auto comparison = compare(receive(sent().v2));
    BOOST_TEST((comparison.last_version->id == first)); // there is no other
}

BOOST_AUTO_TEST_CASE(figures_are_written_without_needless_zeros) {
    BOOST_TEST(returns::figure_text(7'870'000) == "787");
    BOOST_TEST(returns::figure_text(862'500) == "86.25");
    BOOST_TEST(returns::figure_text(-1) == "-0.0001");
    BOOST_TEST(returns::figure_text(0) == "0");
    BOOST_TEST(returns::figure_text(std::nullopt) == "");
}

BOOST_AUTO_TEST_CASE(there_is_nothing_to_compare_in_a_return_that_is_not_there) {
    BOOST_TEST(test::code_of(returns::compare(database, returns::ReceivedId{3})) == "return.unknown");
}

BOOST_AUTO_TEST_SUITE_END()
