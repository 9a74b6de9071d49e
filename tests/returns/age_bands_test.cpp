// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/age_bands.hpp"

#include <boost/test/unit_test.hpp>

namespace {

std::string key_of(int age) {
    const auto at = returns::band_of(returns::age_bands(), age);
    return at ? returns::age_bands().bands[*at].key : "none";
}

std::string fault(std::string_view text) {
    const auto read = returns::parse_age_bands(text);
    return read ? "good" : std::string{read.error().fact("reason")};
}

} // namespace

BOOST_AUTO_TEST_SUITE(age_bands)

BOOST_AUTO_TEST_CASE(every_age_stands_in_one_band) {
    BOOST_TEST(key_of(0) == "0-14");
    BOOST_TEST(key_of(14) == "0-14");
    BOOST_TEST(key_of(15) == "15-17");
    BOOST_TEST(key_of(24) == "18-24");
    BOOST_TEST(key_of(45) == "35-45");
    BOOST_TEST(key_of(46) == "46+");
    BOOST_TEST(key_of(99) == "46+");
    BOOST_TEST(key_of(-1) == "none");
}

BOOST_AUTO_TEST_CASE(the_bands_that_come_with_the_program_have_words_and_a_version) {
    BOOST_TEST(!returns::age_bands().version.empty());
    for (const returns::AgeBand& band : returns::age_bands().bands) {
        BOOST_TEST(!band.name.km.empty());
        BOOST_TEST(!band.name.en.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_list_with_a_gap_or_without_an_end_is_refused) {
    BOOST_TEST(fault("version\t1\n0-4\t0\t4\tក\tA\n5+\t5\t\tខ\tB\n") == "good");
    BOOST_TEST(fault("version\t1\n0-4\t0\t4\tក\tA\n6+\t6\t\tខ\tB\n") == "gap");
    BOOST_TEST(fault("version\t1\n0-4\t0\t4\tក\tA\n") == "incomplete");
    BOOST_TEST(fault("0+\t0\t\tក\tA\n") == "incomplete");
    BOOST_TEST(fault("version\t1\n0-4\t0\tfour\tក\tA\n") == "fields");
    BOOST_TEST(fault("version\t1\n4-0\t4\t0\tក\tA\n") == "fields");
}

BOOST_AUTO_TEST_SUITE_END()
