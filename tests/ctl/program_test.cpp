// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

BOOST_FIXTURE_TEST_SUITE(program, test::Prompt)

BOOST_AUTO_TEST_CASE(lunar_dates_come_in_the_pinned_form) {
    const auto typed = ask({"lunar", "2025-12-17", "2026-04-14"});
    BOOST_TEST(typed.exit == 0);
    const ctl::Json dates = typed.json();
    BOOST_REQUIRE(dates.size() == 2U);
    BOOST_TEST(dates[0] == ctl::Json::parse(R"({"date":"2025-12-17",
                   "line":"ថ្ងៃពុធ ១២រោច ខែមិគសិរ ឆ្នាំម្សាញ់ សប្តស័ក ព.ស.២៥៦៩","weekday":"ពុធ","day":12,
                   "phase":"រោច","month":"មិគសិរ","animal":"ម្សាញ់","sak":"សប្តស័ក","be":2569})"));
}

BOOST_AUTO_TEST_CASE(one_bad_date_among_good_ones_gives_the_error_alone) {
    const auto typed = ask({"lunar", "2025-12-17", "2025-02-30"});
    BOOST_TEST(typed.exit == 2);
    BOOST_TEST(typed.error() == "date.not-iso");
    BOOST_TEST(ask({"lunar", "1899-12-31"}).error() == "date.outside");
}

BOOST_AUTO_TEST_CASE(wrong_use_is_named_with_exit_two) {
    BOOST_TEST(ask({}).error() == "usage.missing");
    BOOST_TEST(ask({"lunar"}).error() == "usage.missing");
    BOOST_TEST(ask({"lunra", "2025-12-17"}).error() == "usage.unknown-word");
    BOOST_TEST(ask({"--lang", "km", "lunra"}).error() == "usage.unknown-word");
    BOOST_TEST(ask({"lunar", "2025-12-17", "--colour"}).error() == "usage.unexpected");
    BOOST_TEST(ask({"--lang", "fr", "lunar", "2025-12-17"}).error() == "usage.value");
    BOOST_TEST(ask({"lunar", "\xFF\xFE"}).error() == "usage.not-utf8");
    BOOST_TEST(ask({"lunra"}).exit == 2);
}

BOOST_AUTO_TEST_CASE(without_json_an_error_stands_on_stderr_and_stdout_is_empty) {
    const auto typed = type({"lunar", "yesterday"});
    BOOST_TEST(typed.exit == 2);
    BOOST_TEST(typed.out.empty());
    BOOST_TEST(typed.err.find("date.not-iso") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(options_of_all_words_may_stand_before_or_after_the_word) {
    BOOST_TEST(type({"--json", "lunar", "2025-12-17"}).out == type({"lunar", "2025-12-17", "--json"}).out);
}

BOOST_AUTO_TEST_CASE(help_lists_the_words_that_exist) {
    const auto typed = type({"--help"});
    BOOST_TEST(typed.exit == 0);
    BOOST_TEST(typed.out.find("lunar") != std::string::npos);
    BOOST_TEST(typed.out.find("exchange") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
