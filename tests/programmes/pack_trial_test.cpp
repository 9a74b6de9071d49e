// SPDX-License-Identifier: GPL-3.0-or-later
// "What if eight days in ten were not asked for?"
#include "programmes/pack_store.hpp"
#include "programmes/pack_trial.hpp"
#include "storage/office_world.hpp"

#include <boost/test/unit_test.hpp>

using programmes::with_rule;

namespace {

struct Trial : test::OfficeWorld {
    programmes::Pack pack = programmes::find_current_pack(database, "literacy").value().pack;
    programmes::Pack tried(std::string_view rule, std::string_view value) {
        return with_rule(pack, rule, value).value();
    }
    std::string refused(std::string_view rule, std::string_view value) {
        const auto result = with_rule(pack, rule, value);
        BOOST_REQUIRE(!result);
        BOOST_TEST(!result.error().place.row.has_value());
        return result.error().code;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(pack_trial, Trial)

BOOST_AUTO_TEST_CASE(one_rule_is_otherwise_and_all_others_are_as_they_were) {
    programmes::Pack expected = pack;
    expected.attendance.minimum_percent = 7000;
    BOOST_TEST((tried("attendance.minimum-percent", "70") == expected));
    expected = pack;
    expected.averaging.pass_minimum = 450;
    BOOST_TEST((tried("averaging.pass-minimum", "4.50") == expected));
    BOOST_TEST(
        (tried("averaging.rounding", "truncate").averaging.rounding == programmes::Rounding::truncate));
}

BOOST_AUTO_TEST_CASE(an_item_of_a_list_is_called_by_its_key_and_a_grade_by_its_letter) {
    const std::string unit = pack.units.at(0).key;
    BOOST_TEST(tried("unit." + unit + ".minimum", "4").units.at(0).minimum == 400);
    BOOST_TEST(tried("band.A.minimum", "8.50").bands.at(0).minimum == 850);
    BOOST_TEST(refused("unit.swimming.minimum", "4") == "pack.unknown-reference");
}

BOOST_AUTO_TEST_CASE(a_rule_that_was_not_there_comes_and_an_empty_value_takes_it_out) {
    const programmes::Pack asked = tried("attendance.minimum-hours", "120");
    BOOST_TEST(asked.attendance.minimum_hours.value_or(0) == 120);
    BOOST_TEST(
        !with_rule(asked, "attendance.minimum-hours", "").value().attendance.minimum_hours.has_value());
}

BOOST_AUTO_TEST_CASE(what_the_file_would_be_refused_for_is_refused_here) {
    BOOST_TEST(refused("attendance.least", "70") == "pack.unknown-key");
    BOOST_TEST(refused("attendance.minimum-percent", "seventy") == "pack.wrong-type");
    BOOST_TEST(refused("attendance.minimum-percent", "170") == "pack.out-of-range");
    BOOST_TEST(refused("programme", "") == "pack.missing");
    BOOST_TEST(refused("name.km.deeper", "x") == "pack.unknown-reference");
}

BOOST_AUTO_TEST_SUITE_END()
