// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/titles.hpp"

#include <boost/test/unit_test.hpp>

namespace {

std::string month(const std::vector<std::string>& titles) {
    const imports::Vocabulary vocabulary;
    const imports::Taught taught{core::Day{std::chrono::year{2025} / 11 / 3},
                                 core::Day{std::chrono::year{2026} / 4 / 30}};
    const auto found = imports::month_in(titles, vocabulary, taught);
    return found ? core::to_iso(*found) : found.error().code;
}

} // namespace

BOOST_AUTO_TEST_SUITE(month_title)

BOOST_AUTO_TEST_CASE(a_month_is_found_however_the_title_writes_it) {
    for (const char* title : {"អវត្តមានប្រចាំខែធ្នូ ឆ្នាំ២០២៥", "ខែ ធ្នូ ឆ្នាំ ២០២៥", "ប្រចាំខែ ១២ ឆ្នាំ ២០២៥", "ធ្នូ ២០២៥",
                              "ធ្នូឆ្នាំ២០២៥", "Month: December 2025", "Dec 2025", "12/2025",
                              "attendance-2025-12.xlsx", "att_2025_12.csv", "register 12-2025.xlsx"})
        BOOST_TEST(month({title}) == "2025-12", title);
}

BOOST_AUTO_TEST_CASE(a_school_year_a_buddhist_year_and_no_year_are_settled_by_when_the_class_is_taught) {
    BOOST_TEST(month({"ខែធ្នូ ឆ្នាំសិក្សា ២០២៥-២០២៦"}) == "2025-12");
    BOOST_TEST(month({"ខែកុម្ភៈ ឆ្នាំសិក្សា ២០២៥-២០២៦"}) == "2026-02");
    BOOST_TEST(month({"ខែធ្នូ ព.ស.២៥៦៩"}) == "2025-12");
    BOOST_TEST(month({"ខែមករា"}) == "2026-01");
    BOOST_TEST(month({"ខែ", "មករា"}) == "2026-01");
    BOOST_TEST(month({"ខែកក្កដា"}) == "month.missing");
}

BOOST_AUTO_TEST_CASE(the_day_of_signing_gives_way_to_the_month_of_the_register) {
    BOOST_TEST(month({"តាពូង ថ្ងៃទី០៥ ខែមករា ឆ្នាំ២០២៦", "ខែធ្នូ ឆ្នាំ២០២៥"}) == "2025-12");
    BOOST_TEST(month({"05/01/2026", "Sheet1"}) == "2026-01");
}

BOOST_AUTO_TEST_CASE(numbers_of_other_things_are_no_month) {
    BOOST_TEST(month({"បញ្ជីវត្តមាន", "អក្ខរកម្ម ក", "list 2.csv"}) == "month.missing");
    BOOST_TEST(month({"ទូរសព្ទ 012 345 678"}) == "month.missing");
}

BOOST_AUTO_TEST_SUITE_END()
