// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/code_reader.hpp"
#include "documents/page_content.hpp"
#include "documents/paper.hpp"
#include "documents/template.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using documents::Filling;
using documents::Template;

namespace {

Template parsed(std::string_view elements) {
    auto result = Template::parse(paper::svg(elements), paper::fonts());
    BOOST_TEST_INFO((result ? std::string() : result.error().code));
    BOOST_REQUIRE(result.has_value());
    return *result;
}

core::Error refused(std::string_view elements) {
    const auto result = Template::parse(paper::svg(elements), paper::fonts());
    return result ? core::Error{"nothing"} : result.error();
}

std::string blamed(std::string_view elements) {
    return std::string(refused(elements).fact("what"));
}

documents::Page page_of(const Template& form, const Filling& filling) {
    const auto page = form.fill(filling);
    BOOST_TEST_INFO((page ? std::string() : page.error().code));
    BOOST_REQUIRE(page.has_value());
    return *page;
}

std::vector<std::string> lines_of(const Template& form, const Filling& filling) {
    const std::vector<documents::Page> pages{page_of(form, filling)};
    return paper::text_lines(documents::to_pdf(pages, paper::facts()), "-raw");
}

std::vector<std::string> lines_of(std::string_view elements, const Filling& filling) {
    return lines_of(parsed(elements), filling);
}

// Black where the page is dark, in a box of points.
bool inked(const documents::Page& page, documents::Rectangle box) {
    const documents::Image image = page.render(static_cast<int>(page.size().width));
    for (int y = static_cast<int>(box.y); y < static_cast<int>(box.y + box.height); ++y)
        for (int x = static_cast<int>(box.x); x < static_cast<int>(box.x + box.width); ++x)
            if (image.rgb[3 * static_cast<std::size_t>(y * image.width + x)] < 128) return true;
    return false;
}

std::string small_photo() {
    documents::Image image{30, 40, {}};
    for (int i = 0; i < 30 * 40; ++i)
        image.rgb.insert(image.rgb.end(), {20, 90, 20});
    return documents::encode_png(image);
}

// All that "certificate-completion" takes, each with a value.
Filling certificate() {
    Filling filling;
    filling.values = {{"administration_km", "រដ្ឋបាលស្រុកថ្មគោល"},
                      {"office_km", "ការិយាល័យអប់រំ យុវជន និងកីឡា"},
                      {"institution_km", "មជ្ឈមណ្ឌលសិក្សាសហគមន៍តាពូង"},
                      {"title_km", "វិញ្ញាបនបត្របញ្ចប់ការសិក្សា"},
                      {"title_en", "CERTIFICATE OF COMPLETION"},
                      {"name_km", "កែវ ស៊ីណា"},
                      {"name_latin", "KEO SINA"},
                      {"sex_km", "ស្រី"},
                      {"sex_en", "Female"},
                      {"born_km", "នៅថ្ងៃទី១២ ខែមីនា ឆ្នាំ២០០៤"},
                      {"born_en", "on 12 March 2004"},
                      {"birthplace_km", "ភូមិតាពូង ឃុំតាពូង ស្រុកថ្មគោល ខេត្តបាត់ដំបង"},
                      {"birthplace_en", "Ta Pung village, Thma Koul district, Battambang province"},
                      {"programme_km", "កម្មវិធីអក្ខរកម្មមុខងារ"},
                      {"programme_en", "the Functional Literacy Programme"},
                      {"period_km", "ពីថ្ងៃទី៣ ខែវិច្ឆិកា ឆ្នាំ២០២៥ ដល់ថ្ងៃទី៣០ ខែមេសា ឆ្នាំ២០២៦"},
                      {"period_en", "from 3 November 2025 to 30 April 2026"},
                      {"result_km", "មធ្យមភាគ ៨,២៥ និទ្ទេស ល្អណាស់"},
                      {"result_en", "average 8.25, grade B"},
                      {"serial", "0202-2026-000001-X"},
                      {"office_phone", "012 345 678"},
                      {"copy_km", "ទុតិយតា"},
                      {"copy_en", "DUPLICATE"},
                      {"copy_day_km", "លើកទី១ ថ្ងៃទី១៥ ខែធ្នូ ឆ្នាំ២០២៦"},
                      {"copy_day_en", "No. 1, 15 December 2026"},
                      {"replaces_km", "ជំនួសលេខ 0202-2026-000009-X"},
                      {"replaces_en", "Replaces 0202-2026-000009-X"},
                      {"lunar_line", "ថ្ងៃអង្គារ ១កើត ខែអាសាឍ ឆ្នាំមមី អដ្ឋស័ក ព.ស.២៥៧០"},
                      {"place_day_line", "ថ្មគោល, ថ្ងៃទី៣០ ខែមិថុនា ឆ្នាំ២០២៦"},
                      {"day_en", "Thma Koul, 30 June 2026"},
                      {"signer_role_km", "ប្រធានការិយាល័យ"},
                      {"signer_role_en", "Head of the District Office of Education"},
                      {"signer_name_km", "ហេង សុវណ្ណ"},
                      {"signer_name_latin", "HENG SOVANN"}};
    for (const char* name :
         {"signer_acting_km", "signer_acting_en", "signer2_lunar_line", "signer2_place_day_line",
          "signer2_day_en", "signer2_role_km", "signer2_role_en", "signer2_acting_km", "signer2_acting_en",
          "signer2_name_km", "signer2_name_latin"})
        filling.values.emplace(name, "");
    filling.code = "SROK1:" + std::string(400, 'A') + " %*+-./:";
    return filling;
}

Template shipped() {
    auto form = Template::parse(documents::shipped_template("certificate-completion"), paper::fonts());
    BOOST_REQUIRE(form.has_value());
    return *form;
}

} // namespace

BOOST_AUTO_TEST_SUITE(svg_template)

BOOST_AUTO_TEST_CASE(placeholders_are_filled_after_parsing, *paper::needs_readers()) {
    Filling filling;
    filling.values = {{"name", "A < B & \"C\" </text> {{x}}"}, {"no", "១២"}};
    const auto lines = lines_of(R"(<text x="10" y="20" font-size="9">លេខ {{ no }} {{name}}</text>)", filling);
    const std::vector<std::string> expected{R"(លេខ ១២ A < B & "C" </text> {{x}})"};
    BOOST_TEST(lines == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(placeholders_are_listed_once_in_their_order) {
    const auto form = parsed(R"(<text>{{b}} {{a}}<tspan x="1" y="2">{{b}} {{ c }}</tspan></text>)");
    const std::vector<std::string> expected{"b", "a", "c"};
    BOOST_TEST(form.placeholders() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_unknown_placeholder_is_named) {
    const auto page = parsed("<text>{{nmae_km}}</text>").fill({});
    BOOST_REQUIRE(!page.has_value());
    BOOST_TEST(page.error().code == "template.unknown-placeholder");
    BOOST_TEST(page.error().fact("name") == "nmae_km");
}

BOOST_AUTO_TEST_CASE(artwork_that_cannot_be_drawn_is_named_with_its_place) {
    BOOST_TEST(blamed("<foreignObject/>") == "element foreignObject");
    BOOST_TEST(blamed("<image href='a.png'/>") == "image outside the file");
    BOOST_TEST(blamed("<g filter='url(#a)'/>") == "attribute filter url(#a)");
    BOOST_TEST(blamed("<rect style='fill:red;mix-blend-mode:multiply'/>") ==
               "attribute mix-blend-mode multiply");
    BOOST_TEST(blamed("<rect fill='tartan'/>") == "fill tartan");
    BOOST_TEST(blamed("<path d='M1 1 Q'/>") == "d");
    BOOST_TEST(blamed("<rect width='50%'/>") == "width 50%");
    BOOST_TEST(blamed("<g transform='turn(3)'/>") == "transform");
    BOOST_TEST(blamed("<text rotate='3'>a</text>") == "attribute rotate 3");
    BOOST_TEST(blamed("<text><textPath>a</textPath></text>") == "element textPath in text");
    BOOST_TEST(blamed("<text font-weight='bold'>a</text>") == "attribute font-weight bold");
    BOOST_TEST(blamed("<text stroke='red'>a</text>") == "gradient or stroke of text");
    BOOST_TEST(blamed("<style>text{fill:red}</style>") == "element style");
    BOOST_TEST(blamed("<rect data-role='stamp'/>") == "box stamp");
    BOOST_TEST(blamed("<g data-role='liens'/>") == "group liens");
    BOOST_TEST(blamed("<rect data-role='qr' transform='rotate(3)'/>") == "turned box");
    BOOST_TEST(blamed("<rect data-role='qr'/><rect data-role='qr'/>") == "second box qr");
    const std::string two = "<circle r='3'/><video/>";
    BOOST_TEST(refused(two).place.byte.value_or(0) == paper::svg(two).find("video"));
}

BOOST_AUTO_TEST_CASE(what_is_referred_to_must_be_there) {
    BOOST_TEST(refused("<use href='#leaf'/>").code == "template.missing-reference");
    BOOST_TEST(refused("<rect fill='url(#gold)' width='3' height='3'/>").fact("id") == "gold");
    BOOST_TEST(refused("<g clip-path='url(#edge)'/>").fact("id") == "edge");
}

BOOST_AUTO_TEST_CASE(a_font_we_do_not_have_is_named) {
    BOOST_TEST(refused("<text font-family=\"'Comic Sans MS', sans-serif\">a</text>").code ==
               "template.unknown-font");
    BOOST_TEST(refused("<text font-family='Arial'>a</text>").fact("family") == "Arial");
}

BOOST_AUTO_TEST_CASE(what_is_no_svg_is_named) {
    for (const char* text : {"", "hello", "<svg", "<html/>", "<svg><g></svg>"}) {
        const auto result = Template::parse(text, paper::fonts());
        BOOST_REQUIRE(!result.has_value());
        BOOST_TEST(result.error().code == "template.not-svg", text);
    }
}

BOOST_AUTO_TEST_CASE(files_that_never_end_are_refused_quickly) {
    BOOST_TEST(blamed("<g id='a'><use href='#a'/></g>") == "element within itself");
    BOOST_TEST(blamed("<defs><linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/></defs>"
                      "<rect width='3' height='3' fill='url(#a)'/>") == "gradient that refers to itself");
    std::string laughs = "<defs><g id='a0'><rect/></g>";
    for (int i = 1; i < 12; ++i) {
        laughs += "<g id='a" + std::to_string(i) + "'>";
        for (int n = 0; n < 10; ++n)
            laughs += "<use href='#a" + std::to_string(i - 1) + "'/>";
        laughs += "</g>";
    }
    BOOST_TEST(blamed(laughs + "</defs><use href='#a11'/>") == "number of elements");
    std::string deep, deep_text = "<text>";
    for (int i = 0; i < 5000; ++i) {
        deep += "<g>";
        deep_text += "<tspan x='1'>";
    }
    std::string up, up_text;
    for (int i = 0; i < 5000; ++i) {
        up += "</g>";
        up_text += "</tspan>";
    }
    BOOST_TEST(blamed(deep + up) == "element within itself");
    BOOST_TEST(blamed(deep_text + "a" + up_text + "</text>") == "tspan this deep");
}

// As Inkscape 1.2 saves a text with two lines and a style of its own.
BOOST_AUTO_TEST_CASE(what_inkscape_writes_is_read, *paper::needs_readers()) {
    Filling filling;
    filling.values = {{"name", "កែវ ស៊ីណា"}};
    const auto lines = lines_of(R"(
        <sodipodi:namedview id="base"/><metadata id="m"><rdf/></metadata><defs id="defs1"/>
        <g inkscape:groupmode="layer" id="layer1" style="display:inline">
        <text xml:space="preserve" id="text1" x="10" y="20"
           style="font-style:normal;font-variant:normal;font-weight:normal;font-stretch:normal;font-size:10.5833px;
                  line-height:1.25;font-family:'Khmer OS Battambang';-inkscape-font-specification:'Khmer OS Battambang';
                  text-align:center;text-anchor:start;letter-spacing:0px;word-spacing:0px;fill:#000000;
                  fill-opacity:1;stroke:none;stroke-width:0.264583"><tspan
             sodipodi:role="line" id="tspan1" x="10" y="20" style="stroke-width:0.264583">ឈ្មោះ <tspan
               style="font-family:'Khmer OS Muol Light';fill:#123a6b">{{name}}</tspan></tspan><tspan
             sodipodi:role="line" x="10" y="40" style="stroke-width:0.264583">Second line</tspan></text></g>)",
                                filling);
    const std::vector<std::string> expected{"ឈ្មោះ កែវ ស៊ីណា", "Second line"};
    BOOST_TEST(lines == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_line_without_values_is_left_out_with_its_words, *paper::needs_readers()) {
    Filling filling;
    filling.values = {{"a", ""}, {"b", " "}, {"c", "ស្រី"}, {"d", ""}};
    const auto lines = lines_of(R"(
        <text y="10">fixed</text><text y="20">left out {{a}}, {{b}}</text>
        <text y="30"><tspan>sex {{c}} </tspan><tspan>born {{d}} </tspan><tspan>end</tspan></text>
        <text y="50">kept {{c}}{{d}}</text>)",
                                filling);
    const std::vector<std::string> expected{"fixed", "sex ស្រី end", "kept ស្រី"};
    BOOST_TEST(lines == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_long_line_shrinks_to_its_width_until_it_could_not_be_read) {
    const auto form = parsed(R"(<text x="10" y="50" font-size="20" data-width="80">{{name}}</text>)");
    Filling filling;
    filling.values["name"] = "OOOOOO";
    BOOST_TEST(inked(page_of(form, filling), {75, 30, 14, 25}));
    BOOST_TEST(!inked(page_of(form, filling), {91, 0, 100, 99}));
    filling.values["name"] = std::string(80, 'O');
    const auto page = form.fill(filling);
    BOOST_REQUIRE(!page.has_value());
    BOOST_TEST(page.error().code == "document.text-too-long");
    BOOST_TEST(page.error().fact("text") == filling.values["name"]);
}

BOOST_AUTO_TEST_CASE(a_paragraph_breaks_before_it_shrinks, *paper::needs_readers()) {
    const auto form =
        parsed(R"(<text x="5" y="20" font-size="10" data-width="190" data-lines="3">{{words}}</text>)");
    Filling filling;
    filling.values["words"] = "វិញ្ញាបនបត្រនេះ ចេញឱ្យសាមីខ្លួនយកទៅប្រើប្រាស់តាមការដែលអាចប្រើបាន។";
    const auto lines = lines_of(form, filling);
    BOOST_TEST(lines.size() == 2U);
    filling.values["words"] = "short";
    BOOST_TEST(lines_of(form, filling).size() == 1U);
}

BOOST_AUTO_TEST_CASE(anchors_put_the_line_left_middle_or_right) {
    const auto at = [](const char* anchor) {
        return page_of(parsed(std::string("<text x='100' y='50' font-size='20' text-anchor='") + anchor +
                              "'>OOO</text>"),
                       {});
    };
    BOOST_TEST(!inked(at("start"), {0, 0, 99, 100}));
    BOOST_TEST(!inked(at("end"), {101, 0, 99, 100}));
    BOOST_TEST(inked(at("middle"), {80, 30, 18, 25}));
    BOOST_TEST(inked(at("middle"), {102, 30, 18, 25}));
}

BOOST_AUTO_TEST_CASE(khmer_is_never_letter_spaced, *paper::needs_readers()) {
    const auto form = parsed("<text y='20' letter-spacing='1'>{{title}}</text>");
    Filling filling;
    filling.values["title"] = "CERTIFICATE OF MERIT";
    BOOST_TEST(paper::holds(lines_of(form, filling), "CERTIFICATE OF MERIT"));
    filling.values["title"] = "ប័ណ្ណសរសើរ";
    BOOST_TEST(form.fill(filling).error().fact("what") == "letter-spacing of Khmer");
}

BOOST_AUTO_TEST_CASE(lines_of_a_group_close_up_around_their_middle) {
    const auto form = parsed(R"(<g data-role="lines" font-size="8">
        <text x="5" y="20">OOO {{a}}</text><text x="5" y="40">{{b}}</text><text x="5" y="60">OOO {{c}}</text></g>)");
    Filling filling;
    filling.values = {{"a", "O"}, {"b", "O"}, {"c", "O"}};
    BOOST_TEST(inked(page_of(form, filling), {5, 13, 30, 8}));
    BOOST_TEST(inked(page_of(form, filling), {5, 53, 30, 8}));
    filling.values["b"] = "";
    // 20 apart still, in the middle of where the three stood: 30 and 50.
    BOOST_TEST(!inked(page_of(form, filling), {5, 10, 30, 12}));
    BOOST_TEST(inked(page_of(form, filling), {5, 23, 30, 8}));
    BOOST_TEST(inked(page_of(form, filling), {5, 43, 30, 8}));
    filling.values["a"] = filling.values["c"] = "";
    BOOST_TEST(!inked(page_of(form, filling), {0, 0, 200, 100}));
}

BOOST_AUTO_TEST_CASE(the_photo_takes_the_place_of_what_stands_for_it, *paper::needs_readers()) {
    const auto form = parsed(R"(<g data-role="no-photo"><rect x="10" y="10" width="4" height="40"/>
        <text x="20" y="40">photo here</text></g><rect data-role="photo" x="10" y="10" width="60" height="40"/>)");
    Filling filling;
    BOOST_TEST(paper::holds(lines_of(form, filling), "photo here"));
    filling.photo = small_photo();
    BOOST_TEST(lines_of(form, filling).empty());
    const documents::Image image = page_of(form, filling).render(200);
    const std::size_t middle = 3 * (30 * 200 + 40);
    BOOST_TEST(std::abs(image.rgb[middle] - 20) < 8);
    BOOST_TEST(std::abs(image.rgb[middle + 1] - 90) < 8);
    BOOST_TEST(image.rgb[3 * (30 * 200 + 75)] == 255);
    filling.photo = "GIF89a";
    BOOST_TEST(form.fill(filling).error().code == "image.not-png-or-jpeg");
}

BOOST_AUTO_TEST_CASE(the_shipped_certificate_takes_what_its_header_says_and_no_more) {
    std::vector<std::string> expected;
    for (const auto& [name, value] : certificate().values)
        expected.push_back(name);
    auto names = shipped().placeholders();
    std::sort(names.begin(), names.end());
    BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(poppler_reads_every_line_of_the_shipped_certificate, *paper::needs_readers()) {
    const Filling filling = certificate();
    const std::vector<documents::Page> pages{page_of(shipped(), filling)};
    const std::string pdf = documents::to_pdf(pages, paper::facts());
    for (const char* mode : {"", "-raw"}) {
        const auto lines = paper::text_lines(pdf, mode);
        for (const auto& [name, value] : filling.values) {
            const bool found = std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
                return line.find(value) != std::string::npos;
            });
            BOOST_TEST(found, mode << " " << name);
        }
        BOOST_TEST(paper::holds(lines, "ព្រះរាជាណាចក្រកម្ពុជា"));
        BOOST_TEST(paper::holds(lines, "ជាតិ សាសនា ព្រះមហាក្សត្រ"));
        BOOST_TEST(
            paper::holds(lines, "ភេទ ស្រី កើតនៅថ្ងៃទី១២ ខែមីនា ឆ្នាំ២០០៤ នៅភូមិតាពូង ឃុំតាពូង ស្រុកថ្មគោល ខេត្តបាត់ដំបង"));
    }
}

BOOST_AUTO_TEST_CASE(the_shipped_certificate_holds_long_names_and_no_facts_at_all, *paper::needs_readers()) {
    Filling filling = certificate();
    filling.values["name_km"] = "ព្រះបាទនរោត្តម សិរីវឌ្ឍនៈរតនៈច័ន្ទសុភមង្គលវិសុទ្ធិ";
    filling.values["name_latin"] = "NORODOM SEREYVATHANAK RATANAK CHANSOPHEAKMONGKUL VISOTH";
    filling.values["programme_km"] += " " + filling.values["programme_km"];
    BOOST_TEST(paper::holds(lines_of(shipped(), filling), filling.values["name_km"]));
    for (auto& [name, value] : filling.values)
        if (name != "title_km" && name != "name_km" && name != "programme_km" && name != "serial")
            value.clear();
    filling.code.clear();
    const auto lines = lines_of(shipped(), filling);
    BOOST_TEST(paper::holds(lines, filling.values["name_km"]));
    BOOST_TEST(!paper::holds(lines, "ភេទ"));
}

BOOST_AUTO_TEST_CASE(a_sample_says_so_and_its_code_is_still_read, *paper::needs_readers()) {
    Filling filling = certificate();
    filling.sample = true;
    const auto page = page_of(shipped(), filling);
    const std::vector<documents::Page> pages{page};
    const auto lines = paper::text_lines(documents::to_pdf(pages, paper::facts()), "-raw");
    std::string all;
    for (const std::string& line : lines)
        all += line;
    BOOST_TEST(all.find("SAMPLE") != std::string::npos);
    // At 150 dots an inch, as a cheap scanner sees it.
    const auto codes = documents::read_qr_codes(page.render(1754));
    BOOST_REQUIRE(codes.size() == 1U);
    BOOST_TEST(codes[0] == filling.code);
}

BOOST_AUTO_TEST_CASE(pages_share_their_artwork_and_their_fonts) {
    const Template form = shipped();
    std::vector<documents::Page> pages;
    std::vector<std::string> pdfs;
    for (int i = 0; i < 9; ++i) {
        Filling filling = certificate();
        filling.values["serial"] = "0202-2026-00000" + std::to_string(i) + "-X";
        filling.code[6] = static_cast<char>('A' + i);
        pages.push_back(page_of(form, filling));
        if (i == 0 || i == 8) pdfs.push_back(documents::to_pdf(pages, paper::facts()));
    }
    const auto count = [](const std::string& pdf, std::string_view part) {
        int found = 0;
        for (std::size_t at = pdf.find(part); at != std::string::npos; at = pdf.find(part, at + 1))
            ++found;
        return found;
    };
    BOOST_TEST(count(pdfs[0], "/Subtype /Form") == count(pdfs[1], "/Subtype /Form"));
    BOOST_TEST(count(pdfs[0], "/FontFile2") == count(pdfs[1], "/FontFile2"));
    BOOST_TEST((pdfs[1].size() - pdfs[0].size()) / 8 < 8000U);
}

BOOST_AUTO_TEST_CASE(the_same_filling_gives_the_same_bytes) {
    Filling filling = certificate();
    filling.photo = small_photo();
    const std::vector<documents::Page> one{page_of(shipped(), filling)}, two{page_of(shipped(), filling)};
    BOOST_TEST(documents::to_pdf(one, paper::facts()) == documents::to_pdf(two, paper::facts()));
    filling.values["serial"] = "0202-2026-000002-V";
    const std::vector<documents::Page> three{page_of(shipped(), filling)};
    BOOST_TEST(documents::to_pdf(one, paper::facts()) != documents::to_pdf(three, paper::facts()));
}

BOOST_AUTO_TEST_CASE(on_pre_printed_paper_only_values_code_and_photo_are_printed_and_where_they_would_be,
                     *paper::needs_readers()) {
    Filling filling = certificate();
    const documents::Page whole = page_of(shipped(), filling);
    filling.pre_printed = true;
    const documents::Page values = page_of(shipped(), filling);
    const auto lines = paper::text_lines(documents::to_pdf(std::vector{values}, paper::facts()), "-raw");
    BOOST_TEST(paper::holds(lines, "កែវ ស៊ីណា"));
    BOOST_TEST(!paper::holds(lines, "ព្រះរាជាណាចក្រកម្ពុជា"));
    BOOST_TEST(!paper::holds(lines, "This is to certify that"));
    BOOST_TEST(values.codes() == whole.codes());
    const documents::Image all = whole.render(1200), some = values.render(1200);
    int inked_pixels = 0, elsewhere = 0;
    for (std::size_t at = 0; at < some.rgb.size(); at += 3)
        if (some.rgb[at] < 100 && some.rgb[at + 1] < 100) {
            ++inked_pixels;
            elsewhere += all.rgb[at] > 160 ? 1 : 0;
        }
    BOOST_TEST(inked_pixels > 5000);
    BOOST_TEST(elsewhere == 0);
}

BOOST_AUTO_TEST_CASE(print_is_moved_by_points_to_the_right_and_down) {
    const Template form = parsed(R"(<text x="20" y="40" font-size="20">{{a}}</text>)");
    Filling filling;
    filling.values = {{"a", "ម"}};
    BOOST_TEST(inked(page_of(form, filling), {20, 22, 30, 26}));
    filling.right = 100;
    filling.down = 40;
    BOOST_TEST(!inked(page_of(form, filling), {20, 22, 30, 26}));
    BOOST_TEST(inked(page_of(form, filling), {120, 62, 30, 26}));
}

BOOST_AUTO_TEST_CASE(a_words_place_is_found_in_the_source) {
    BOOST_TEST(documents::find_placeholder("<text>{{a}} {{ name }}</text>", "name").value() == 12U);
    BOOST_TEST(!documents::find_placeholder("<text>{{names}} name</text>", "name").has_value());
    BOOST_TEST(!documents::find_placeholder("{{{{", "name").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
