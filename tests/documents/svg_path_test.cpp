// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/svg_path.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <string>

using namespace documents;

namespace {

// "M1,2 L3,4 C… Z", rounded to thousandths.
std::string written(const std::vector<PathStep>& steps) {
    std::string text;
    const auto put = [&](Point p) {
        for (const double value : {p.x, p.y}) {
            std::string number = std::to_string(std::round(value * 1000) / 1000);
            number.erase(number.find_last_not_of('0') + 1);
            if (number.back() == '.') number.pop_back();
            text += (number == "-0" ? "0" : number) + " ";
        }
    };
    for (const PathStep& step : steps) {
        text += "MLCZ"[static_cast<int>(step.kind)];
        if (step.kind == PathStep::Kind::curve) {
            put(step.control1);
            put(step.control2);
        }
        if (step.kind != PathStep::Kind::close) put(step.to);
    }
    return text;
}

std::string path(std::string_view d) {
    const auto steps = parse_path(d);
    return steps ? written(*steps) : "none";
}

} // namespace

BOOST_AUTO_TEST_SUITE(svg_path)

BOOST_AUTO_TEST_CASE(lines_in_every_form_are_the_same_lines) {
    const std::string square = "M1 1 L3 1 L3 3 L1 3 Z";
    for (const char* d :
         {"M1 1L3 1L3 3L1 3Z", "m1,1 2,0 0,2 -2,0z", "M1 1H3V3H1Z", "m1 1h2v2h-2z", "M1 1 3 1 3 3 1 3z"})
        BOOST_TEST(path(d) == square, d);
}

BOOST_AUTO_TEST_CASE(after_a_close_the_pen_is_at_the_start_again) {
    BOOST_TEST(path("M1 1h2v2z l1 0") == "M1 1 L3 1 L3 3 ZL2 1 ");
}

BOOST_AUTO_TEST_CASE(smooth_curves_mirror_the_last_control_point) {
    BOOST_TEST(path("M0 0C0 1 2 1 2 0S4-1 4 0") == "M0 0 C0 1 2 1 2 0 C2 -1 4 -1 4 0 ");
    BOOST_TEST(path("M0 0S4 1 4 0") == "M0 0 C0 0 4 1 4 0 ");
    BOOST_TEST(path("M0 0q3 3 6 0t6 0") == "M0 0 C2 2 4 2 6 0 C8 -2 10 -2 12 0 ");
}

BOOST_AUTO_TEST_CASE(arcs_end_where_they_say_and_stay_on_their_ellipse) {
    const auto steps = parse_path("M10 0A10 5 30 1 0 -4 7");
    BOOST_REQUIRE(steps.has_value());
    BOOST_TEST(steps->back().to.x == -4);
    BOOST_TEST(steps->back().to.y == 7);
    // A quarter of a circle, and flags written without blanks.
    BOOST_TEST(path("M1 0A1 1 0 0 1 0 1") == "M1 0 C1 0.552 0.552 1 0 1 ");
    BOOST_TEST(path("M1 0A1 1 0 01 0 1") == path("M1 0a1 1 0 01-1 1"));
    // Radii too small are grown; without radii it is a line; to where it stands it is nothing.
    BOOST_TEST(path("M0 0A1 1 0 0 1 4 0") == path("M0 0A2 2 0 0 1 4 0"));
    BOOST_TEST(path("M0 0A0 1 0 0 1 4 0") == "M0 0 L4 0 ");
    BOOST_TEST(path("M0 0A1 1 0 0 1 0 0") == "M0 0 ");
}

BOOST_AUTO_TEST_CASE(what_is_not_well_formed_is_nothing) {
    for (const char* d :
         {"L1 1", "M", "M1", "M1 1 L2", "M1 1 X2 2", "M1 1 Z 2 2", "1 1", "M1 1 A1 1 0 2 0 3 3"})
        BOOST_TEST(path(d) == "none", d);
    BOOST_TEST(path("") == "");
}

BOOST_AUTO_TEST_CASE(rectangles_and_ellipses_are_outlines_too) {
    BOOST_TEST(written(rectangle_path({1, 2}, 3, 4, 0, 0)) == "M1 2 L4 2 L4 6 L1 6 L1 2 Z");
    const auto ellipse = ellipse_path({0, 0}, 2, 1);
    BOOST_TEST(ellipse.size() == 6U);
    BOOST_TEST(ellipse[0].to.x == 2);
    // Corners rounder than the side is long are half of it.
    BOOST_TEST(written(rectangle_path({0, 0}, 2, 2, 9, 9)) == written(rectangle_path({0, 0}, 2, 2, 1, 1)));
}

BOOST_AUTO_TEST_SUITE_END()
