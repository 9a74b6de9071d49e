// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/svg_values.hpp"

#include <boost/test/unit_test.hpp>

using namespace documents;

namespace {

bool near(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

// Where the transform takes the point 1, 2.
std::pair<double, double> moved(std::string_view transform) {
    const auto matrix = parse_transform(transform);
    BOOST_REQUIRE(matrix.has_value());
    double x = 1, y = 2;
    cairo_matrix_transform_point(&*matrix, &x, &y);
    return {x, y};
}

} // namespace

BOOST_AUTO_TEST_SUITE(svg_values)

BOOST_AUTO_TEST_CASE(numbers_are_read_however_they_are_parted) {
    const std::vector<double> expected{1, -2.5, 0.5, 3e2, -4};
    for (const char* text : {"1 -2.5 .5 3e2 -4", "1,-2.5,.5,3e2,-4", " 1-2.5 +.5\n3E2-4 "})
        BOOST_TEST(parse_numbers(text).value() == expected, boost::test_tools::per_element());
    BOOST_TEST(parse_numbers("").value().empty());
    for (const char* text : {"x", "1 x", "1,,2", "--1", "1e999", "nan", "inf"})
        BOOST_TEST(!parse_numbers(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(lengths_know_their_units) {
    BOOST_TEST(parse_length("12").value() == 12);
    BOOST_TEST(parse_length("12px").value() == 12);
    BOOST_TEST(near(parse_length("25.4mm").value(), 96));
    BOOST_TEST(near(parse_length("2.54 cm").value(), 96));
    BOOST_TEST(near(parse_length("72pt").value(), 96));
    for (const char* text : {"", "em", "2em", "50%", "12 13"})
        BOOST_TEST(!parse_length(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(fractions_stay_between_nothing_and_all) {
    BOOST_TEST(parse_fraction("0.25").value() == 0.25);
    BOOST_TEST(parse_fraction("25%").value() == 0.25);
    BOOST_TEST(parse_fraction("-3").value() == 0);
    BOOST_TEST(parse_fraction("7").value() == 1);
    BOOST_TEST(!parse_fraction("half").has_value());
}

BOOST_AUTO_TEST_CASE(colours_are_read_in_every_form_inkscape_writes) {
    const Colour red{1, 0, 0, 1};
    for (const char* text : {"#f00", "#FF0000", "red", "rgb(255,0,0)", "rgb(100%, 0%, 0%)", " red "})
        BOOST_TEST((parse_colour(text) == red), text);
    for (const char* text :
         {"", "#ff", "#ff00zz", "#ff00000", "reddish", "rgb(1,2)", "rgb(1,2,3,4)", "hsl(0,0,0)"})
        BOOST_TEST(!parse_colour(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(transforms_apply_from_the_last_to_the_first) {
    BOOST_TEST((moved("translate(10,20) scale(2)") == std::pair(12.0, 24.0)));
    BOOST_TEST((moved("scale(2),translate(10 20)") == std::pair(22.0, 44.0)));
    BOOST_TEST((moved("matrix(1 0 0 1 5 6)") == std::pair(6.0, 8.0)));
    BOOST_TEST((moved("") == std::pair(1.0, 2.0)));
    BOOST_TEST((moved("translate(3)") == std::pair(4.0, 2.0)));
    BOOST_TEST((moved("scale(2 3)") == std::pair(2.0, 6.0)));
    const auto [x, y] = moved("rotate(90, 1, 1)");
    BOOST_TEST((near(x, 0) && near(y, 1)));
    const auto [skewed_x, same_y] = moved("skewX(45)");
    BOOST_TEST((near(skewed_x, 3) && same_y == 2));
    for (const char* text : {"translate", "translate(", "rotate(1 2)", "turn(1)", "scale(a)", "scale(1 2 3)"})
        BOOST_TEST(!parse_transform(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(declarations_are_pairs_in_their_order) {
    const auto pairs = parse_declarations(" fill : red;stroke:none;; -inkscape-x:y ;rubbish");
    BOOST_REQUIRE(pairs.size() == 3U);
    BOOST_TEST(pairs[0].first == "fill");
    BOOST_TEST(pairs[0].second == "red");
    BOOST_TEST(pairs[2].first == "-inkscape-x");
}

BOOST_AUTO_TEST_SUITE_END()
