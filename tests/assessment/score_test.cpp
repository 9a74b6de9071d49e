// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/score.hpp"

#include <boost/test/unit_test.hpp>

using assessment::read_score;
using assessment::Score;
using State = Score::State;

namespace {

constexpr assessment::Hundredths ten = 1000;

bool reads_as(std::string_view typed, const std::optional<Score>& score) {
    const auto read = read_score(typed, ten);
    return read.has_value() && *read == score;
}

void check_refused(std::string_view typed, std::string_view code) {
    BOOST_TEST_CONTEXT(typed) {
        const auto read = read_score(typed, ten);
        BOOST_REQUIRE(!read);
        BOOST_TEST(read.error().code == code);
        BOOST_TEST(read.error().fact("text") == typed);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(score)

BOOST_AUTO_TEST_CASE(a_mark_is_read_in_any_digits_with_a_point_or_a_comma) {
    for (const char* typed : {"7.5", "7,50", "៧,៥", "៧.៥០", " 7.5 ", "7.50", "\u200B៧,៥"})
        BOOST_TEST_CONTEXT(typed) BOOST_TEST(reads_as(typed, Score::of(750)));
    BOOST_TEST(reads_as("៨,២៥", Score::of(825)));
    BOOST_TEST(reads_as("0", Score::of(0)));
    BOOST_TEST(reads_as("10", Score::of(1000)));
    BOOST_TEST(reads_as("6.3099999999999996", Score::of(631)));
}

BOOST_AUTO_TEST_CASE(a_blank_is_no_mark_and_absent_is_not_zero) {
    BOOST_TEST(reads_as("", std::nullopt));
    BOOST_TEST(reads_as(" \u200B", std::nullopt));
    for (const char* typed : {"អវត្តមាន", "អវត្ដមាន", "អម", "Absent", "A", "a"})
        BOOST_TEST_CONTEXT(typed) BOOST_TEST(reads_as(typed, Score{State::absent}));
    BOOST_TEST(reads_as("exempt", Score{State::exempt}));
    BOOST_TEST(reads_as("លួច ចម្លង", Score{State::cheating}));
}

BOOST_AUTO_TEST_CASE(what_is_no_mark_of_the_subject_is_refused_by_name) {
    check_refused("12", "mark.over-maximum");
    check_refused("10.01", "mark.over-maximum");
    check_refused("99999999999999999999", "mark.over-maximum");
    check_refused("-1", "mark.negative");
    check_refused("7.125", "mark.too-precise");
    check_refused("seven", "mark.unreadable");
    check_refused("1,234.5", "mark.unreadable");
    BOOST_TEST(read_score("12", ten).error().fact("maximum") == "10.00");
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back) {
    for (const Score& score :
         {Score::of(0), Score::of(725), Score{State::absent}, Score{State::exempt}, Score{State::cheating}}) {
        BOOST_TEST(reads_as(assessment::format_score(score), score));
        BOOST_TEST((assessment::state_from_text(assessment::to_text(score.state)) == score.state));
    }
}

BOOST_AUTO_TEST_SUITE_END()
