// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/code_reader.hpp"
#include "documents/page_content.hpp"
#include "documents/paper.hpp"

#include <boost/test/unit_test.hpp>

namespace {

const std::string code = "SROK1:" + std::string(380, 'B') + "0 $%*+-./:";

documents::Page page_with(const std::vector<std::string>& texts) {
    auto content = std::make_shared<documents::PageContent>();
    content->size = {400, 400.0 * static_cast<double>(texts.size())};
    double y = 0;
    for (const std::string& text : texts) {
        auto made = documents::make_qr(text);
        BOOST_REQUIRE(made.has_value());
        content->marks.emplace_back(documents::QrMark{{20, y + 20, 360, 360}, std::move(*made)});
        content->codes.push_back(text);
        y += 400;
    }
    return documents::Page(std::move(content));
}

std::string error_of(std::string_view bytes) {
    const auto found = documents::find_codes(bytes, "SROK1:");
    return found ? "none" : found.error().code;
}

} // namespace

BOOST_AUTO_TEST_SUITE(code_reader)

BOOST_AUTO_TEST_CASE(what_is_drawn_is_read_again) {
    for (const std::string& text : {code, std::string("https://example.org/?q=ខ្មែរ"), std::string("0")}) {
        const auto texts = documents::read_qr_codes(page_with({text}).render(800));
        BOOST_REQUIRE(texts.size() == 1U);
        BOOST_TEST(texts[0] == text);
    }
}

BOOST_AUTO_TEST_CASE(a_code_takes_the_alphanumeric_mode_and_level_m) {
    // 366 characters fill version 11, which has 61 modules a side; bytes would need version 15.
    BOOST_TEST(documents::make_qr(std::string(366, 'A'))->size == 61);
    BOOST_TEST(documents::make_qr(std::string(367, 'A'))->size == 65);
    BOOST_TEST(documents::make_qr(std::string(3391, 'A'))->size == 177);
    BOOST_TEST(documents::make_qr(std::string(3392, 'A')).error().code == "qr.too-long");
}

BOOST_AUTO_TEST_CASE(codes_are_found_in_pictures_and_in_our_pdf) {
    const auto page = page_with({"https://example.org", code, code});
    const documents::Image image = page.render(700);
    const std::vector<documents::Page> pages{page};
    for (const std::string& bytes : {documents::encode_png(image), documents::encode_jpeg(image),
                                     documents::to_pdf(pages, paper::facts())}) {
        const auto found = documents::find_codes(bytes, "SROK1:");
        BOOST_REQUIRE(found.has_value());
        BOOST_REQUIRE(found->size() == 1U);
        BOOST_TEST(found->front() == code);
    }
}

BOOST_AUTO_TEST_CASE(a_turned_and_dirty_photograph_is_still_read) {
    documents::Image image = page_with({code}).render(900);
    // A quarter turn, and a spot of ink on the middle.
    documents::Image turned{image.height, image.width, {}};
    for (int y = 0; y < turned.height; ++y)
        for (int x = 0; x < turned.width; ++x) {
            const std::size_t at = 3 * static_cast<std::size_t>((image.height - 1 - x) * image.width + y);
            const bool ink = std::abs(x - 430) < 18 && std::abs(y - 520) < 18;
            for (std::size_t c = 0; c < 3; ++c)
                turned.rgb.push_back(ink ? 0 : image.rgb[at + c]);
        }
    const auto found = documents::find_codes(documents::encode_jpeg(turned), "SROK1:");
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(found->front() == code);
}

BOOST_AUTO_TEST_CASE(a_file_without_a_code_is_named_for_what_it_is) {
    const std::vector<documents::Page> pages{page_with({"https://example.org"})};
    BOOST_TEST(error_of(documents::encode_png(pages[0].render(200))) == "code.not-found");
    BOOST_TEST(
        documents::find_codes(documents::to_pdf(pages, paper::facts()), "SROK1:").error().fact("kind") ==
        "pdf");
    BOOST_TEST(error_of("%PDF-1.7 of another program") == "code.not-found");
    BOOST_TEST(error_of("hello") == "image.not-png-or-jpeg");
    BOOST_TEST(error_of("") == "image.not-png-or-jpeg");
}

BOOST_AUTO_TEST_CASE(files_are_read_by_their_path_and_named_in_errors) {
    const paper::Folder folder;
    const std::vector<documents::Page> pages{page_with({code})};
    paper::write(folder / "វិញ្ញាបនបត្រ.pdf", documents::to_pdf(pages, paper::facts()));
    BOOST_TEST(documents::find_codes_in_file(folder / "វិញ្ញាបនបត្រ.pdf", "SROK1:").value().front() == code);
    const auto missing = documents::find_codes_in_file(folder / "no.png", "SROK1:");
    BOOST_TEST(missing.error().code == "file.not-found");
    BOOST_TEST(missing.error().place.file == (folder / "no.png").string());
    BOOST_TEST(documents::find_codes_in_file(folder / "", "SROK1:").error().code == "file.not-found");
    paper::write(folder / "a.txt", "hello");
    BOOST_TEST(documents::find_codes_in_file(folder / "a.txt", "SROK1:").error().place.file ==
               (folder / "a.txt").string());
}

BOOST_AUTO_TEST_SUITE_END()
