// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/typesetter.hpp"

#include "documents/line_break.hpp"

#include <algorithm>
#include <numbers>

namespace documents {

namespace {

double indent(Align align, double room) {
    return align == Align::left ? 0 : align == Align::right ? room : room / 2;
}

} // namespace

ShapedText Typesetter::shaped(std::string_view text, Typeface typeface) {
    auto line = shape(text, typeface, m_fonts);
    if (line) return std::move(*line);
    if (!m_error) m_error = line.error();
    return {};
}

std::vector<ShapedText> Typesetter::rows(std::string_view text, const Lettering& lettering, double width) {
    auto lines = shape_lines(text, lettering.typeface, m_fonts, width / lettering.size);
    if (lines) return std::move(*lines);
    if (!m_error) m_error = lines.error();
    return {};
}

void Typesetter::put(PageContent& page, std::vector<ShapedText> rows, const Lettering& lettering, double x,
                     double top, double width) {
    double baseline = top + lettering.ascent();
    for (ShapedText& row : rows) {
        const double left = x + indent(lettering.align, width - row.width * lettering.size);
        if (!row.words.empty())
            page.marks.emplace_back(text_at(left, baseline, std::move(row), lettering.size));
        baseline += lettering.row_distance();
    }
}

double Typesetter::put(PageContent& page, std::string_view text, const Lettering& lettering, double x,
                       double top, double width) {
    auto lines = rows(text, lettering, width);
    const double height = lettering.row_distance() * static_cast<double>(lines.size());
    put(page, std::move(lines), lettering, x, top, width);
    return height;
}

void Typesetter::put_fitted(PageContent& page, std::string_view text, const Lettering& lettering, double x,
                            double top, double width) {
    ShapedText line = shaped(text, lettering.typeface);
    if (line.words.empty()) return;
    const double size = std::min(lettering.size, width / line.width);
    const double left = x + indent(lettering.align, width - line.width * size);
    page.marks.emplace_back(text_at(left, top + lettering.ascent(), std::move(line), size));
}

void Typesetter::put_upright(PageContent& page, std::string_view text, const Lettering& lettering, double x,
                             double bottom) {
    TextMark mark =
        text_at(x + lettering.size * 0.33, bottom, shaped(text, lettering.typeface), lettering.size);
    cairo_matrix_rotate(&mark.place, -std::numbers::pi / 2);
    page.marks.emplace_back(std::move(mark));
}

double Typesetter::width_of(std::string_view text, const Lettering& lettering) {
    return shaped(text, lettering.typeface).width * lettering.size;
}

double Typesetter::widest_word(std::string_view text, const Lettering& lettering) {
    double widest = 0;
    std::size_t begin = 0;
    for (const std::size_t end : line_break_offsets(text)) {
        widest = std::max(widest, width_of(text.substr(begin, end - begin), lettering));
        begin = end;
    }
    return widest;
}

} // namespace documents
