// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

namespace {

struct Clerk : test::Prompt {
    std::string office = new_office("a.srok");
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(letter_words, Clerk)

BOOST_AUTO_TEST_CASE(a_letter_of_the_office_is_set_listed_and_removed) {
    BOOST_TEST(ask({"letters", office, "list"}).json()["letters"].empty());
    BOOST_TEST(ask({"letters", office, "set", "ឈ", "P"}).json()["mark"] == "permission");
    BOOST_TEST(ask({"letters", office, "set", "x", "A/2"}).exit == 0);
    const ctl::Json all = ask({"letters", office, "list"}).json()["letters"];
    BOOST_REQUIRE(all.size() == 2U);
    BOOST_TEST(all[0]["letter"] == "x");
    BOOST_TEST(all[0]["mark"] == "half-absent");
    BOOST_TEST(all[1]["letter"] == "ឈ");
    BOOST_TEST(type({"letters", office, "list"}).out == "x\thalf-absent\nឈ\tpermission\n");
    BOOST_TEST(ask({"letters", office, "remove", "ឈ"}).exit == 0);
    BOOST_TEST(ask({"letters", office, "list"}).json()["letters"].size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_is_no_letter_or_no_mark_is_refused) {
    const auto none = ask({"letters", office, "remove", "ឈ"});
    BOOST_TEST(none.exit == 2);
    BOOST_TEST(none.error() == "attendance.letter-none");
    BOOST_TEST(ask({"letters", office, "set", "x", "Q"}).error() == "attendance.unknown-letter");
    BOOST_TEST(ask({"letters", office, "set", " ", "A"}).error() == "attendance.letter-empty");
    BOOST_TEST(ask({"letters", office, "set", "x", "A"}).exit == 0);
}

BOOST_AUTO_TEST_SUITE_END()
