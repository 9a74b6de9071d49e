// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.hpp"
#include "documents/page_content.hpp"
#include "documents/paper.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>

namespace {

// Signs over the last letter, subscripts, robat, both sets of digits, Latin with signs, brackets.
const std::vector<std::string> lines{
    "ព្រះរាជាណាចក្រកម្ពុជា",
    "ជាតិ សាសនា ព្រះមហាក្សត្រ",
    "ការិយាល័យអប់រំ យុវជន និងកីឡា",
    "ស្ត្រីម្នាក់ឈ្មោះ ហ៊ុន ស្រីពៅ អាយុ ២៣ ឆ្នាំ",
    "ធម៌ កម៌ ប្រុងប្រយ័ត្ន ឱវាទ ឧត្តម ឥឡូវ ព័ត៌មាន",
    "លេខ៖ 0202-2026-000001-K (ទុតិយតា)",
    "ថ្ងៃពុធ ១២រោច ខែមិគសិរ ឆ្នាំម្សាញ់ សប្តស័ក ព.ស.២៥៦៩",
    "ថ្មគោល, ថ្ងៃទី១៧ ខែធ្នូ ឆ្នាំ២០២៥",
    "SOK Nguyễn-Văn O'Brien <b> & 50%",
    "មធ្យមភាគ ៨,២៥ និទ្ទេស ល្អណាស់",
    "ញញឹម ញ៉ាំ កញ្ញា វិញ្ញាបនបត្រ ប៉ុន្តែ អ៊ុំ",
};

documents::Page page_of(const std::vector<std::string>& texts, documents::Typeface typeface) {
    auto content = std::make_shared<documents::PageContent>();
    content->size = documents::a4_portrait;
    double y = 60;
    for (const std::string& text : texts) {
        auto line = documents::shape(text, typeface, paper::fonts());
        BOOST_REQUIRE(line.has_value());
        content->marks.emplace_back(documents::text_at(50, y, std::move(*line), 14));
        y += 40;
    }
    content->codes = {"SROK1:ABC %*+-./: 12", "OTHER:X"};
    return documents::Page(std::move(content));
}

std::string pdf_of(documents::Typeface typeface) {
    const std::vector<documents::Page> pages{page_of(lines, typeface)};
    return documents::to_pdf(pages, paper::facts());
}

} // namespace

BOOST_AUTO_TEST_SUITE(pdf)

BOOST_AUTO_TEST_CASE(poppler_reads_every_line_exactly, *paper::needs_readers()) {
    for (const auto typeface :
         {documents::Typeface::heading, documents::Typeface::body, documents::Typeface::list}) {
        const std::string bytes = pdf_of(typeface);
        for (const char* mode : {"", "-raw", "-layout"})
            BOOST_TEST(paper::text_lines(bytes, mode) == lines, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(the_same_pages_and_facts_give_the_same_bytes) {
    BOOST_TEST(pdf_of(documents::Typeface::body) == pdf_of(documents::Typeface::body));
}

BOOST_AUTO_TEST_CASE(the_creation_date_is_the_one_it_was_given) {
    const std::string bytes = pdf_of(documents::Typeface::body);
    BOOST_TEST(bytes.find("/CreationDate (20260630020304") != std::string::npos);
    BOOST_TEST(bytes.find("/ModDate") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(codes_on_the_pages_are_found_in_the_bytes) {
    const std::vector<documents::Page> pages{page_of({"a"}, documents::Typeface::body),
                                             page_of({"b"}, documents::Typeface::body)};
    const std::string bytes = documents::to_pdf(pages, paper::facts());
    const std::vector<std::string> expected{"SROK1:ABC %*+-./: 12", "SROK1:ABC %*+-./: 12"};
    BOOST_TEST(documents::find_codes_in_pdf(bytes, "SROK1:") == expected, boost::test_tools::per_element());
    BOOST_TEST(documents::find_codes_in_pdf("%PDF-1.5\n", "SROK1:").empty());
    BOOST_TEST(documents::find_codes_in_pdf("%PDF-1.5\n/Keywords (SROK1:cut", "SROK1:").size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_stream_that_takes_no_more_is_a_failure_of_the_world) {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    documents::PdfWriter writer(out, paper::facts());
    writer.add(page_of(lines, documents::Typeface::body));
    BOOST_CHECK_EXCEPTION(writer.finish(), core::WorldFailure, [](const core::WorldFailure& failure) {
        return failure.error().code == "pdf.not-written";
    });
}

BOOST_AUTO_TEST_CASE(fonts_are_embedded_as_subsets_and_pages_keep_their_size, *paper::needs_readers()) {
    const paper::Folder folder;
    paper::write(folder / "a.pdf", pdf_of(documents::Typeface::heading));
    paper::run("pdffonts '" + (folder / "a.pdf").string() + "' > '" + (folder / "fonts").string() + "'");
    const std::string listed = paper::read(folder / "fonts");
    BOOST_TEST(listed.find("+KhmerOSMuolLight") != std::string::npos);
    BOOST_TEST(listed.find("no  ") == std::string::npos);
    paper::run("pdfinfo '" + (folder / "a.pdf").string() + "' > '" + (folder / "info").string() + "'");
    BOOST_TEST(paper::read(folder / "info").find("595.276 x 841.89 pts (A4)") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
