// SPDX-License-Identifier: GPL-3.0-or-later
// Text is read on its ground by people with poor eyes and on poor screens: WCAG 2.1 asks a contrast of 4.5
// (AA), and 3 of what is drawn.
#include "widgets/palette.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <vector>

using core::contrast;
using core::Rgb;
using widgets::Palette;

namespace {

constexpr double readable = 4.5;

struct Pair {
    const char* name;
    Rgb text;
    Rgb ground;
};

// Every text on every ground that a window puts it on.
std::vector<Pair> pairs(const Palette& p) {
    const Rgb white = core::rgb(0xffffff);
    return {{"ink on paper", p.ink, p.paper},
            {"ink on ground", p.ink, p.ground},
            {"ink on a chosen row", p.ink, p.selected},
            {"ink under the pointer", p.ink, p.hover},
            {"ink on closed", p.ink, p.closed_tint},
            {"ink on info", p.ink, p.info_tint},
            {"ink on warning", p.ink, p.warning_tint},
            {"ink on bad", p.ink, p.bad_tint},
            {"ink on good", p.ink, p.good_tint},
            {"muted on paper", p.muted, p.paper},
            {"muted on ground", p.muted, p.ground},
            {"muted on closed", p.muted, p.closed_tint},
            {"sidebar", p.navy_text, p.navy},
            {"sidebar under the pointer", white, p.navy_hover},
            {"the chosen page", white, p.primary},
            {"accent on paper", p.accent, p.paper},
            {"accent on ground", p.accent, p.ground},
            {"primary button", white, p.primary},
            {"primary under the pointer", white, p.primary_hover},
            {"primary pressed", white, p.primary_pressed},
            {"primary not allowed", p.primary_off_text, p.primary_off},
            {"danger button", white, p.danger},
            {"danger under the pointer", white, p.danger_hover},
            {"danger not allowed", p.danger_off_text, p.danger_off},
            {"good on paper", p.good, p.paper},
            {"good on its tint", p.good, p.good_tint},
            {"warning on paper", p.warning, p.paper},
            {"warning on its tint", p.warning, p.warning_tint},
            {"bad on paper", p.bad, p.paper},
            {"bad on its tint", p.bad, p.bad_tint},
            {"info on paper", p.info, p.paper},
            {"info on its tint", p.info, p.info_tint}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(palette)

BOOST_AUTO_TEST_CASE(contrast_is_that_of_the_guideline) {
    BOOST_TEST(contrast(core::rgb(0x000000), core::rgb(0xffffff)) == 21.0,
               boost::test_tools::tolerance(1e-9));
    BOOST_TEST(contrast(core::rgb(0x777777), core::rgb(0xffffff)) == 4.48,
               boost::test_tools::tolerance(0.001));
    BOOST_TEST(contrast(core::rgb(0x1f62b5), core::rgb(0x1f62b5)) == 1.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(every_text_is_readable_on_its_ground_in_the_light) {
    for (const Pair& one : pairs(widgets::light_palette))
        BOOST_TEST(contrast(one.text, one.ground) >= readable, one.name);
}

BOOST_AUTO_TEST_CASE(every_text_is_readable_on_its_ground_in_the_dark) {
    for (const Pair& one : pairs(widgets::dark_palette))
        BOOST_TEST(contrast(one.text, one.ground) >= readable, one.name);
}

BOOST_AUTO_TEST_CASE(the_dark_is_dark_and_the_light_light) {
    BOOST_TEST(core::luminance(widgets::light_palette.paper) > 0.9);
    BOOST_TEST(core::luminance(widgets::dark_palette.paper) < 0.05);
    // A card is told from what it lies on by its rim and by its lightness.
    for (const Palette* one : {&widgets::light_palette, &widgets::dark_palette}) {
        BOOST_TEST(contrast(one->paper, one->ground) > 1.04);
        BOOST_TEST(contrast(one->line, one->paper) > 1.25);
    }
}

BOOST_AUTO_TEST_CASE(a_weaker_grey_would_be_seen) {
    Palette weak = widgets::light_palette;
    weak.muted = core::rgb(0x8a94a3);
    const auto all = pairs(weak);
    BOOST_TEST(std::count_if(all.begin(), all.end(),
                             [](const Pair& one) { return contrast(one.text, one.ground) < readable; }) == 3);
}

BOOST_AUTO_TEST_SUITE_END()
