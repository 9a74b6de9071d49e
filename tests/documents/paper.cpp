// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/paper.hpp"

#include "core/random.hpp"
#include "file_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace paper {

const documents::Fonts& fonts() {
    static const documents::Fonts loaded = documents::Fonts::load(documents::font_folders("."));
    return loaded;
}

Folder::Folder() {
    core::SystemRandom random;
    m_path = std::filesystem::temp_directory_path() / ("srok-documents-" + std::to_string(random.next()));
    std::filesystem::create_directories(m_path);
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string read(const std::filesystem::path& file) {
    BOOST_REQUIRE(std::filesystem::exists(file));
    return test::bytes_of(file);
}

void write(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    BOOST_REQUIRE(out.flush());
}

std::string svg(std::string_view elements) {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink")"
           R"( xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd")"
           R"( width="200pt" height="100pt" viewBox="0 0 200 100">)" +
           std::string(elements) + "</svg>";
}

documents::PdfFacts facts() {
    return {"A test", "Srok", *core::moment_from_iso("2026-06-30T02:03:04.567Z")};
}

boost::unit_test::precondition needs_readers() {
    return boost::unit_test::precondition([](boost::unit_test::test_unit_id) {
        constexpr bool windows = std::filesystem::path::preferred_separator == '\\';
        boost::test_tools::assertion_result here(!windows);
        here.message() << "no poppler and no librsvg here";
        return here;
    });
}

void run(const std::string& command) {
    BOOST_TEST_CONTEXT(command) {
        BOOST_REQUIRE_EQUAL(std::system(command.c_str()), 0);
    }
}

std::vector<std::string> text_lines(const std::string& pdf, const std::string& mode) {
    const Folder folder;
    write(folder / "page.pdf", pdf);
    run("pdftotext -q -enc UTF-8 " + mode + " '" + (folder / "page.pdf").string() + "' '" +
        (folder / "page.txt").string() + "'");
    std::istringstream text(read(folder / "page.txt"));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) {
        const std::size_t begin = line.find_first_not_of(" \f");
        if (begin != std::string::npos)
            lines.push_back(line.substr(begin, line.find_last_not_of(" \f") - begin + 1));
    }
    return lines;
}

bool holds(const std::vector<std::string>& lines, std::string_view line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

} // namespace paper
