// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/pdf.hpp"

#include "core/error.hpp"
#include "documents/page_content.hpp"

#include <cairo-pdf.h>

#include <algorithm>
#include <ostream>
#include <sstream>

namespace documents {

namespace {

cairo_status_t write_to_stream(void* stream, const unsigned char* data, unsigned length) {
    auto& out = *static_cast<std::ostream*>(stream);
    out.write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(length));
    return out ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

// cairo writes keywords of printable ASCII as they are, as one PDF string; no character of Base45 means
// anything in one, or is this.
constexpr char code_end = ';';
constexpr std::string_view keywords_begin = "/Keywords (";

} // namespace

struct PdfWriter::Document {
    Surface surface;
    cairo_t* context = nullptr;
    std::string codes;
    ~Document() { cairo_destroy(context); }

    void set(cairo_pdf_metadata_t what, const std::string& text) const {
        if (!text.empty()) cairo_pdf_surface_set_metadata(surface.get(), what, text.c_str());
    }
};

PdfWriter::PdfWriter(std::ostream& out, const PdfFacts& facts)
    : m_document(std::make_unique<Document>()) {
    m_document->surface.reset(
        cairo_pdf_surface_create_for_stream(&write_to_stream, &out, a4_portrait.width, a4_portrait.height));
    // 1.5 is the first that may say which text a word's glyphs stand for.
    cairo_pdf_surface_restrict_to_version(m_document->surface.get(), CAIRO_PDF_VERSION_1_5);
    m_document->set(CAIRO_PDF_METADATA_TITLE, facts.title);
    m_document->set(CAIRO_PDF_METADATA_AUTHOR, facts.author);
    m_document->set(CAIRO_PDF_METADATA_CREATOR, "Srok");
    // cairo reads whole seconds only.
    const auto second = std::chrono::floor<std::chrono::seconds>(facts.created);
    m_document->set(CAIRO_PDF_METADATA_CREATE_DATE, core::to_iso(second).substr(0, 19) + "Z");
    m_document->context = cairo_create(m_document->surface.get());
}

PdfWriter::~PdfWriter() = default;

void PdfWriter::add(const Page& page) {
    cairo_pdf_surface_set_size(m_document->surface.get(), page.size().width, page.size().height);
    page.draw(m_document->context);
    cairo_show_page(m_document->context);
    for (const std::string& code : page.codes())
        m_document->codes += code + code_end;
}

void PdfWriter::finish() {
    m_document->set(CAIRO_PDF_METADATA_KEYWORDS, m_document->codes);
    cairo_surface_finish(m_document->surface.get());
    const cairo_status_t status = cairo_surface_status(m_document->surface.get());
    const cairo_status_t drawing = cairo_status(m_document->context);
    for (const cairo_status_t problem : {status, drawing})
        if (problem != CAIRO_STATUS_SUCCESS)
            throw core::WorldFailure(
                core::Error{"pdf.not-written"}.with("reason", cairo_status_to_string(problem)));
}

std::string to_pdf(std::span<const Page> pages, const PdfFacts& facts) {
    std::ostringstream out;
    PdfWriter writer(out, facts);
    for (const Page& page : pages)
        writer.add(page);
    writer.finish();
    return std::move(out).str();
}

std::vector<std::string> find_codes_in_pdf(std::string_view pdf, std::string_view prefix) {
    std::vector<std::string> codes;
    const std::size_t begin = pdf.rfind(keywords_begin);
    if (begin == std::string_view::npos) return codes;
    pdf.remove_prefix(begin + keywords_begin.size());
    pdf = pdf.substr(0, pdf.find(')'));
    while (!pdf.empty()) {
        const std::string_view line = pdf.substr(0, pdf.find(code_end));
        pdf.remove_prefix(std::min(pdf.size(), line.size() + 1));
        if (line.starts_with(prefix)) codes.emplace_back(line);
    }
    return codes;
}

} // namespace documents
