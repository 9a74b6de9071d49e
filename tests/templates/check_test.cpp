// SPDX-License-Identifier: GPL-3.0-or-later
// An officer changed a template in Inkscape: what is wrong with it is told before anybody is handed a page.
#include "templates/check.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <set>

using templates::Document;

namespace {

const documents::Fonts& fonts() {
    static const auto loaded = documents::Fonts::load(documents::font_folders({}));
    return loaded;
}

std::string shipped(Document document) {
    return std::string{documents::shipped_template(templates::shipped_name(document, "literacy"))};
}

std::string replaced(std::string text, std::string_view was, std::string_view is) {
    const std::size_t at = text.find(was);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, was);
    return text.replace(at, was.size(), is);
}

std::vector<core::Error> problems(std::string_view svg, Document document = Document::completion,
                                  const std::vector<templates::Trial>& trials = {}) {
    return templates::check(svg, document, fonts(), trials);
}

const core::Error* find(const std::vector<core::Error>& all, std::string_view code) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.code == code; });
    return found == all.end() ? nullptr : &*found;
}

std::string codes(const std::vector<core::Error>& all) {
    std::string text;
    for (const core::Error& one : all)
        text += one.code + " " + std::string{one.fact("what")} + std::string{one.fact("text")} + "\n";
    return text;
}

std::int64_t line_of(std::string_view svg, std::string_view part) {
    return 1 + std::count(svg.begin(), svg.begin() + static_cast<std::ptrdiff_t>(svg.find(part)), '\n');
}

} // namespace

BOOST_AUTO_TEST_SUITE(check)

BOOST_AUTO_TEST_CASE(the_programs_own_templates_are_good_and_have_room_for_their_examples) {
    for (const templates::DocumentKind& kind : templates::document_kinds())
        for (const char* programme : {"literacy", "primary-equivalency", "skills", "of our own"}) {
            const auto svg = documents::shipped_template(templates::shipped_name(kind.document, programme));
            BOOST_TEST(codes(problems(svg, kind.document)) == "", kind.key << " of " << programme);
        }
}

BOOST_AUTO_TEST_CASE(a_place_is_told_once_and_every_needed_one_has_an_example) {
    for (const templates::DocumentKind& kind : templates::document_kinds()) {
        std::set<std::string_view> names;
        for (const templates::Place& place : templates::places_of(kind.document)) {
            BOOST_TEST(names.insert(place.name).second, place.name);
            BOOST_TEST((!place.needed || !place.example.empty()), place.name);
        }
        BOOST_TEST((templates::document_from_text(kind.key) == kind.document));
    }
    BOOST_TEST(!templates::document_from_text("diploma").has_value());
}

BOOST_AUTO_TEST_CASE(a_mistyped_name_is_told_with_its_line) {
    const std::string svg = replaced(shipped(Document::completion), "{{name_latin}}", "{{name_letin}}");
    const auto all = problems(svg);
    const core::Error* unknown = find(all, "template.unknown-placeholder");
    BOOST_REQUIRE(unknown);
    BOOST_TEST(unknown->fact("name") == "name_letin");
    BOOST_TEST(unknown->place.row.value() == line_of(svg, "{{name_letin}}"));
    const core::Error* missing = find(all, "template.missing-placeholder");
    BOOST_REQUIRE(missing);
    BOOST_TEST(missing->fact("name") == "name_latin");
    BOOST_TEST(templates::in_the_way(*missing));
}

BOOST_AUTO_TEST_CASE(a_name_of_another_document_is_unknown_here) {
    BOOST_TEST(find(problems(shipped(Document::attendance), Document::completion),
                    "template.unknown-placeholder") != nullptr);
}

BOOST_AUTO_TEST_CASE(everything_that_cannot_be_drawn_is_told_at_once_with_line_and_element) {
    const std::string svg = replaced(shipped(Document::completion), "</svg>",
                                     "<foreignObject id=\"note\"/>\n<rect id=\"shade\" filter=\"url(#x)\"/>\n"
                                     "<text font-family=\"Comic Sans MS\">x</text></svg>");
    const auto all = problems(svg);
    BOOST_REQUIRE(all.size() == 3U);
    BOOST_TEST(all[0].code == "template.unsupported");
    BOOST_TEST(all[0].fact("element") == "foreignObject#note");
    BOOST_TEST(all[0].place.row.value() == line_of(svg, "foreignObject"));
    BOOST_TEST(all[1].fact("what") == "attribute filter url(#x)");
    BOOST_TEST(all[1].place.row.value() == line_of(svg, "shade"));
    BOOST_TEST(all[2].code == "template.unknown-font");
    BOOST_TEST(all[2].fact("family") == "Comic Sans MS");
    // And the slip in a name with it.
    const auto both = problems(replaced(svg, "{{sex_en}}", "{{ sexe }}"));
    BOOST_REQUIRE(both.size() == 4U);
    BOOST_TEST(both[3].fact("name") == "sexe");
}

BOOST_AUTO_TEST_CASE(a_code_too_small_for_a_phone_and_a_photo_of_another_size_are_told) {
    const std::string own = shipped(Document::completion);
    const std::size_t qr = own.find("<rect data-role=\"qr\"");
    BOOST_REQUIRE(qr != std::string::npos);
    const std::size_t end = own.find("/>", qr);
    const auto with = [&](const std::string& box) {
        return problems(own.substr(0, qr) + box + own.substr(end + 2));
    };
    BOOST_TEST(find(with(""), "template.no-code-box") != nullptr);
    const auto small = with("<rect data-role=\"qr\" x=\"71\" y=\"150\" width=\"20\" height=\"24\"/>");
    BOOST_REQUIRE(find(small, "template.code-too-small"));
    BOOST_TEST(find(small, "template.code-too-small")->fact("millimetres") == "20.0");
    BOOST_TEST(find(with("<rect data-role=\"qr\" x=\"71\" y=\"150\" width=\"22\" height=\"22\"/>"),
                    "template.code-too-small") == nullptr);
    const std::size_t photo = own.find("<rect data-role=\"photo\"");
    const std::size_t after = own.find("/>", photo);
    const auto square = problems(
        own.substr(0, photo) + "<rect data-role=\"photo\" x=\"26\" y=\"127.5\" width=\"30\" height=\"30\"/>" +
        own.substr(after + 2));
    BOOST_REQUIRE(find(square, "template.photo-size"));
    BOOST_TEST(find(square, "template.photo-size")->fact("width") == "30");
}

BOOST_AUTO_TEST_CASE(a_page_that_is_not_a4_is_told) {
    const auto all = problems(replaced(shipped(Document::completion), "width=\"297mm\"", "width=\"279mm\""));
    BOOST_TEST(find(all, "template.not-a4") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_name_too_long_for_its_place_is_told_with_whose_it_is_and_others_pass) {
    templates::Trial common{"កែវ មុំ", templates::example_of(Document::completion)};
    templates::Trial longest = common;
    longest.who = "the longest";
    std::string name;
    for (int i = 0; i < 30; ++i)
        name += "ស្រីពេជ្រច័ន្ទ";
    longest.filling.values["name_km"] = name;
    BOOST_TEST(codes(problems(shipped(Document::completion), Document::completion, {common})) == "");
    const auto all = problems(shipped(Document::completion), Document::completion, {common, longest});
    const core::Error* told = find(all, "document.text-too-long");
    BOOST_REQUIRE(told);
    BOOST_TEST(told->fact("who") == "the longest");
    BOOST_TEST(told->place.row.value() == line_of(shipped(Document::completion), "{{name_km}}"));
}

BOOST_AUTO_TEST_CASE(a_line_shrunk_much_is_told_and_stands_in_nobodys_way) {
    templates::Trial trial{"long", templates::example_of(Document::completion)};
    const std::string name = trial.filling.values["name_km"];
    trial.filling.values["name_km"] = name + " " + name + " " + name + " " + name;
    const auto all = problems(shipped(Document::completion), Document::completion, {trial});
    const core::Error* small = find(all, "template.small");
    BOOST_REQUIRE_MESSAGE(small, codes(all));
    BOOST_TEST(!templates::in_the_way(*small));
}

BOOST_AUTO_TEST_CASE(text_over_the_code_or_past_the_edge_is_told) {
    const std::string svg = replaced(shipped(Document::completion), "</svg>",
                                     "<text x=\"290\" y=\"100\" font-size=\"5\">{{serial}}</text></svg>");
    BOOST_TEST(find(problems(svg), "template.outside-page") != nullptr);
    const std::string own = shipped(Document::completion);
    const std::size_t qr = own.find("<rect data-role=\"qr\"");
    const auto number = [&](const std::string& name) {
        const std::size_t at = own.find(name + "=\"", qr) + name.size() + 2;
        return own.substr(at, own.find('"', at) - at);
    };
    const std::string over =
        replaced(own, "</svg>",
                 "<text x=\"" + number("x") + "\" y=\"" + std::to_string(std::stod(number("y")) + 8) +
                     "\" font-size=\"4\">{{serial}}</text></svg>");
    const auto all = problems(over);
    BOOST_REQUIRE(find(all, "template.over-box"));
    BOOST_TEST(find(all, "template.over-box")->fact("box") == "qr");
}

// Whatever bytes stand in the file, the check answers.
BOOST_AUTO_TEST_CASE(any_file_is_answered) {
    const std::string own = shipped(Document::attendance);
    std::mt19937 random(26);
    int refused = 0;
    for (int i = 0; i < 150; ++i) {
        std::string svg = own;
        for (int changes = 0; changes < 3; ++changes) {
            const std::size_t at = random() % svg.size();
            switch (random() % 3) {
            case 0:
                svg[at] = static_cast<char>(random() % 128);
                break;
            case 1:
                svg.erase(at, random() % 40);
                break;
            default:
                svg.insert(at, svg.substr(random() % svg.size(), random() % 60));
            }
        }
        for (const core::Error& problem : problems(svg, Document::attendance)) {
            BOOST_TEST(!problem.code.empty());
            if (problem.place.row)
                BOOST_TEST(*problem.place.row <= std::count(svg.begin(), svg.end(), '\n') + 1);
            ++refused;
        }
    }
    BOOST_TEST(refused > 0);
}

BOOST_AUTO_TEST_SUITE_END()
