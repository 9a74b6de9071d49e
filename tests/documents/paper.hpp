// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of documents share: the fonts, an SVG around some elements, and other people's readers.
#pragma once

#include "documents/fonts.hpp"
#include "documents/page.hpp"
#include "documents/pdf.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace paper {

const documents::Fonts& fonts();

// Removed, with what is in it, at the end.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    // `name` is UTF-8, whatever the system takes a narrow name for.
    std::filesystem::path operator/(std::string_view name) const {
        return m_path / std::u8string(name.begin(), name.end());
    }

  private:
    std::filesystem::path m_path;
};

std::string read(const std::filesystem::path& file);
void write(const std::filesystem::path& file, std::string_view bytes);

// 200 x 100 points, in user units of a point.
std::string svg(std::string_view elements);

documents::PdfFacts facts();

// The lines that pdftotext finds, without the blank ones and the blanks around them; `mode` is "", "-raw" or
// "-layout".
std::vector<std::string> text_lines(const std::string& pdf, const std::string& mode = "");

bool holds(const std::vector<std::string>& lines, std::string_view line);

// For a test that has Debian's poppler or librsvg read what we drew: left out on Windows, which has none of
// them. That the pages drawn there are these is shown by tests/windows/equal_test.py.
boost::unit_test::precondition needs_readers();

// Runs a program of the tests' packages, its words quoted by the caller; the test fails where it fails.
void run(const std::string& command);

} // namespace paper
