// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/paper.hpp"
#include "documents/template.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>

namespace {

documents::Image ours(const std::string& svg, int width) {
    const auto parsed = documents::Template::parse(svg, paper::fonts());
    BOOST_TEST_INFO((parsed ? "" : parsed.error().fact("what")));
    BOOST_REQUIRE(parsed.has_value());
    const auto page = parsed->fill({});
    BOOST_REQUIRE(page.has_value());
    return page->render(width);
}

// librsvg draws the same file: another's reading of the same standard.
documents::Image theirs(const std::string& svg, int width, int height) {
    const paper::Folder folder;
    paper::write(folder / "a.svg", svg);
    paper::run("rsvg-convert -b white -w " + std::to_string(width) + " -h " + std::to_string(height) +
               " -o '" + (folder / "a.png").string() + "' '" + (folder / "a.svg").string() + "'");
    const auto image = documents::decode_image(paper::read(folder / "a.png"));
    BOOST_REQUIRE(image.has_value());
    return *image;
}

// The share of pixels that differ by more than edges may.
double difference(const documents::Image& a, const documents::Image& b) {
    BOOST_REQUIRE_EQUAL(a.width, b.width);
    BOOST_REQUIRE_EQUAL(a.height, b.height);
    std::size_t different = 0;
    for (std::size_t i = 0; i < a.rgb.size(); i += 3) {
        int most = 0;
        for (std::size_t c = i; c < i + 3; ++c)
            most = std::max(most, std::abs(a.rgb[c] - b.rgb[c]));
        different += most > 24;
    }
    return static_cast<double>(different) * 3 / static_cast<double>(a.rgb.size());
}

double difference_to_librsvg(std::string_view elements) {
    const std::string svg = paper::svg(elements);
    return difference(ours(svg, 400), theirs(svg, 400, 200));
}

bool is_blank(const documents::Image& image) {
    return std::all_of(image.rgb.begin(), image.rgb.end(), [](std::uint8_t value) { return value == 255; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(svg_art)

BOOST_AUTO_TEST_CASE(shapes_look_as_librsvg_draws_them, *paper::needs_readers()) {
    BOOST_TEST(difference_to_librsvg(R"svg(
        <rect x="10" y="10" width="50" height="30" rx="8" fill="#123a6b" stroke="olive" stroke-width="0"/>
        <circle cx="100" cy="30" r="20" style="fill:none;stroke:#b08628;stroke-width:3;stroke-dasharray:6,3"/>
        <ellipse cx="160" cy="30" rx="30" ry="12" fill="rgb(200,10,10)" fill-opacity=".5"/>
        <line x1="10" y1="60" x2="60" y2="90" stroke="black" stroke-width="5" stroke-linecap="round"/>
        <polyline points="70,60 90,90 110,60" fill="none" stroke="navy" stroke-width="4" stroke-linejoin="bevel"/>
        <polygon points="120,60 140,90 160,60" fill="teal"/>
        <path d="M170 60a12 8 20 1 1 10 20q5 5 10 0t10-10z" fill="purple" fill-rule="evenodd"/>)svg") <
               0.002);
}

BOOST_AUTO_TEST_CASE(groups_transforms_and_uses_look_as_librsvg_draws_them, *paper::needs_readers()) {
    BOOST_TEST(difference_to_librsvg(R"svg(
        <defs><g id="leaf"><path d="M0 0C5-8 15-8 20 0C15 8 5 8 0 0z"/><circle cx="10" r="3" fill="white"/></g></defs>
        <g transform="translate(60,50)" fill="#7d1a22" opacity=".6">
          <use xlink:href="#leaf"/><use href="#leaf" transform="rotate(60)"/><use href="#leaf" x="10" y="-20"/>
        </g>
        <g transform="matrix(1 .3 -.2 1 120 10)">
          <rect width="40" height="40" stroke="black" stroke-width="2" fill="none"/>
          <use xlink:href="#leaf" transform="translate(20 20) scale(1.5,.5) skewX(20)" fill="green"/>
        </g>)svg") < 0.002);
}

BOOST_AUTO_TEST_CASE(gradients_and_clips_look_as_librsvg_draws_them, *paper::needs_readers()) {
    BOOST_TEST(difference_to_librsvg(R"svg(
        <defs>
          <linearGradient id="stops"><stop offset="0" stop-color="#fff"/><stop offset=".5" style="stop-color:#b08628"/>
            <stop offset="100%" stop-color="#123a6b" stop-opacity=".5"/></linearGradient>
          <linearGradient id="across" xlink:href="#stops"/>
          <linearGradient id="user" xlink:href="#stops" gradientUnits="userSpaceOnUse" x1="60" y1="0" x2="80" y2="0"
            spreadMethod="reflect" gradientTransform="rotate(10)"/>
          <radialGradient id="round" xlink:href="#stops" cx=".4" cy=".4" r=".5"/>
          <clipPath id="hole"><circle cx="160" cy="70" r="20"/><rect x="120" y="60" width="20" height="30"
            transform="rotate(5 130 75)"/></clipPath>
        </defs>
        <rect x="5" y="5" width="45" height="40" fill="url(#across)"/>
        <rect x="55" y="5" width="60" height="40" fill="url(#user)"/>
        <circle cx="150" cy="25" r="22" fill="url(#round)" stroke="url(#across)" stroke-width="4"/>
        <g clip-path="url(#hole)"><rect x="110" y="45" width="90" height="50" fill="url(#across)"/></g>)svg") <
               0.004);
}

BOOST_AUTO_TEST_CASE(the_artwork_of_the_certificate_looks_as_librsvg_draws_it, *paper::needs_readers()) {
    // Without its texts, which librsvg would set otherwise, and its boxes, which are not artwork.
    std::string svg(documents::shipped_template("certificate-completion"));
    for (const std::string name : {"text", "rect data-role"})
        for (std::size_t at = svg.find("<" + name); at != std::string::npos; at = svg.find("<" + name)) {
            const std::string end = name == "text" ? "</text>" : "/>";
            svg.erase(at, svg.find(end, at) + end.size() - at);
        }
    // librsvg rounds a page to whole pixels before it scales it.
    const std::string millimetres = R"(width="297mm" height="210mm")";
    svg.replace(svg.find(millimetres), millimetres.size(), R"(width="1188" height="840")");
    const documents::Image drawn = ours(svg, 1188);
    BOOST_TEST(difference(drawn, theirs(svg, drawn.width, drawn.height)) < 0.004);
}

BOOST_AUTO_TEST_CASE(an_emblem_inside_the_file_looks_as_librsvg_draws_it, *paper::needs_readers()) {
    // Four pixels: red, green, blue, white.
    const std::string png = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEklEQVR42mP4z8DAAMIM/4"
                            "EAAB/uBfvxq7p3AAAAAElFTkSuQmCC";
    BOOST_TEST(difference_to_librsvg("<g transform='scale(10)'><image x='2' y='1' width='8' height='4' "
                                     "xlink:href='data:image/png;base64," +
                                     png + "'/></g>") < 0.05);
}

BOOST_AUTO_TEST_CASE(what_is_hidden_is_not_drawn) {
    BOOST_TEST(is_blank(ours(paper::svg(R"svg(
        <rect width="50" height="50" display="none"/>
        <rect width="50" height="50" visibility="hidden"/>
        <g style="display:none"><circle r="50"/></g>
        <rect width="50" height="50" fill="none"/><rect width="50" height="50" opacity="0"/>
        <rect width="50" height="50" transform="scale(0)"/>)svg"),
                             200)));
}

BOOST_AUTO_TEST_SUITE_END()
