// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as a PDF: the same pages and facts give the same bytes, and its text can be searched and copied
// exactly.
#pragma once

#include "core/clock.hpp"
#include "documents/page.hpp"

#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

struct PdfFacts {
    std::string title;
    std::string author;
    // CreationDate: the issue instant, never the present, so that a reprint is byte-identical.
    core::Moment created{};
};

// Writes pages as they come: memory does not grow with their number. The codes on the pages are kept in the
// document's keywords too, where find_codes_in_pdf() sees them without drawing the page.
class PdfWriter {
  public:
    // `out` must outlive the writer.
    PdfWriter(std::ostream& out, const PdfFacts& facts);
    ~PdfWriter();
    PdfWriter(const PdfWriter&) = delete;
    PdfWriter& operator=(const PdfWriter&) = delete;

    void add(const Page& page);
    // Must be called; throws WorldFailure pdf.not-written when `out` took no more bytes.
    void finish();

  private:
    struct Document;
    std::unique_ptr<Document> m_document;
};

std::string to_pdf(std::span<const Page> pages, const PdfFacts& facts);

// The texts that begin with `prefix` among the codes of a PDF that PdfWriter wrote; none when it is
// another's.
std::vector<std::string> find_codes_in_pdf(std::string_view pdf, std::string_view prefix);

} // namespace documents
