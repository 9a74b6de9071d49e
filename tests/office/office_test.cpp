// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/gazetteer_file.hpp"
#include "office/office.hpp"

#include <boost/test/unit_test.hpp>

namespace {

const office::Area& area(std::string_view code) {
    const office::Area* found = office::find_area(office::shipped_gazetteer(), code);
    BOOST_REQUIRE(found != nullptr);
    return *found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(office)

BOOST_AUTO_TEST_CASE(an_office_is_named_after_its_area_in_khmer) {
    BOOST_TEST(::office::default_name_km(area("0202")) == "ការិយាល័យអប់រំ យុវជន និងកីឡា ស្រុកថ្មគោល");
    BOOST_TEST(::office::default_name_km(area("0203")) == "ការិយាល័យអប់រំ យុវជន និងកីឡា ក្រុងបាត់ដំបង");
    BOOST_TEST(::office::default_name_km(area("1201")) == "ការិយាល័យអប់រំ យុវជន និងកីឡា ខណ្ឌចំការមន");
    BOOST_TEST(::office::default_name_km(area("02")) == "មន្ទីរអប់រំ យុវជន និងកីឡាខេត្តបាត់ដំបង");
    BOOST_TEST(::office::default_name_km(area("12")) == "មន្ទីរអប់រំ យុវជន និងកីឡារាជធានីភ្នំពេញ");
    BOOST_TEST(::office::administration_km(area("0202")) == "រដ្ឋបាលស្រុកថ្មគោល");
}

BOOST_AUTO_TEST_CASE(an_office_is_named_after_its_area_in_english) {
    BOOST_TEST(::office::default_name(area("0202")) ==
               "Thma Koul District Office of Education, Youth and Sport");
    BOOST_TEST(::office::default_name(area("0203")) ==
               "Battambang Municipal Office of Education, Youth and Sport");
    BOOST_TEST(::office::default_name(area("1201")).starts_with("Khan "));
    BOOST_TEST(::office::default_name(area("02")) ==
               "Battambang Provincial Department of Education, Youth and Sport");
    BOOST_TEST(::office::default_name(area("12")) ==
               "Phnom Penh Capital Department of Education, Youth and Sport");
}

BOOST_AUTO_TEST_CASE(levels_have_one_spelling) {
    for (const auto level :
         {::office::Level::province, ::office::Level::district, ::office::Level::institution})
        BOOST_TEST((::office::level_from_text(::office::to_text(level)) == level));
    BOOST_TEST(!::office::level_from_text("commune").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
