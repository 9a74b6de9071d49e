// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/chart_drawing.hpp"

#include <algorithm>
#include <cmath>

namespace documents {

namespace {

constexpr Lettering title_lettering{Typeface::body, 10.5, Align::left};
constexpr Lettering note_lettering{Typeface::list, 8.5, Align::left};
constexpr Lettering label_lettering{Typeface::body, 9, Align::left};
constexpr Lettering value_lettering{Typeface::list, 9, Align::left};
constexpr double row_height = 21;
constexpr double thickness = 12;
constexpr double legend_height = 16;
constexpr double columns_height = 132; // of the plot, without its labels
constexpr double gap = 6;

Colour colour_of(core::Rgb one) {
    return {one.red / 255.0, one.green / 255.0, one.blue / 255.0};
}

} // namespace

ChartDrawing::ChartDrawing(PageContent& page, double x, double y, const core::Chart& chart, double width,
                           const ChartLook& look, const Fonts& fonts)
    : m_page(page)
    , m_x(x)
    , m_y(y)
    , m_chart(chart)
    , m_width(width)
    , m_look(look)
    , m_setter(fonts) {}

// What stands above the plot; gives the y below it.
double ChartDrawing::draw_head() {
    double y = pad;
    y += text(m_chart.title, title_lettering, pad, y, m_width - 2 * pad, m_look.ink);
    if (!m_chart.note.empty())
        y += text(m_chart.note, note_lettering, pad, y, m_width - 2 * pad, m_look.muted);
    if (m_chart.series.size() > 1 && !m_chart.empty() && m_chart.kind != core::ChartKind::pyramid)
        y = draw_legend(y);
    return y + gap;
}

double ChartDrawing::plot_height() {
    if (m_chart.empty()) return row_height;
    const auto rows = static_cast<double>(m_chart.categories.size());
    switch (m_chart.kind) {
    case core::ChartKind::columns:
        return columns_height + names_height();
    case core::ChartKind::bars:
        return line_room() + rows * row_step();
    case core::ChartKind::pyramid:
        return legend_height + rows * row_step();
    }
    return row_height;
}

void ChartDrawing::draw_plot(double top, double bottom) {
    m_boxes.assign(m_chart.categories.size(), {});
    if (m_chart.empty()) {
        text(m_chart.nothing, label_lettering, pad, top, m_width - 2 * pad, m_look.muted);
        return;
    }
    switch (m_chart.kind) {
    case core::ChartKind::columns:
        return draw_columns(top, bottom);
    case core::ChartKind::bars:
        return draw_bars(top);
    case core::ChartKind::pyramid:
        return draw_pyramid(top);
    }
}

std::optional<std::int64_t> ChartDrawing::value(std::size_t series, std::size_t category) const {
    if (series >= m_chart.series.size()) return std::nullopt;
    const auto& values = m_chart.series[series].values;
    return category < values.size() ? values[category] : std::nullopt;
}
double ChartDrawing::share(std::optional<std::int64_t> value) const {
    return static_cast<double>(std::max<std::int64_t>(value.value_or(0), 0)) /
           static_cast<double>(m_chart.largest());
}
// A single series is drawn dark; a whole with its part is light with the dark part inside.
ChartDrawing::Fill ChartDrawing::fill_of_first(std::size_t category) const {
    if (m_chart.is_low(category)) return Fill::low;
    return m_chart.series.size() > 1 ? Fill::whole : Fill::part;
}

// --- parts ------------------------------------------------------------------------------------------

void ChartDrawing::recolour(std::size_t first, core::Rgb colour) {
    for (std::size_t at = first; at < m_page.marks.size(); ++at)
        if (auto* line = std::get_if<TextMark>(&m_page.marks[at]))
            for (TextSpan& span : line->spans)
                span.colour = colour_of(colour);
}
// In as many rows as it needs; gives their height.
double ChartDrawing::text(std::string_view words, const Lettering& lettering, double x, double y,
                          double width, core::Rgb colour) {
    const std::size_t first = m_page.marks.size();
    const double height = m_setter.put(m_page, words, lettering, m_x + x, m_y + y, width);
    recolour(first, colour);
    return height;
}
void ChartDrawing::fitted(std::string_view words, Lettering lettering, Align align, double x, double y,
                          double width, core::Rgb colour) {
    const std::size_t first = m_page.marks.size();
    lettering.align = align;
    m_setter.put_fitted(m_page, words, lettering, m_x + x, m_y + y, width);
    recolour(first, colour);
}
double ChartDrawing::width_of(std::string_view words, const Lettering& lettering) {
    return words.empty() ? 0 : m_setter.width_of(words, lettering);
}

void ChartDrawing::rule(double x1, double y1, double x2, double y2, double width, core::Rgb colour) {
    m_page.marks.emplace_back(RuleMark{m_x + x1, m_y + y1, m_x + x2, m_y + y2, width, colour_of(colour)});
}
void ChartDrawing::dashed(double x1, double y1, double x2, double y2) {
    const double length = std::hypot(x2 - x1, y2 - y1);
    for (double at = 0; at < length; at += 6) {
        const double from = at / length, to = std::min(at + 3.5, length) / length;
        rule(x1 + (x2 - x1) * from, y1 + (y2 - y1) * from, x1 + (x2 - x1) * to, y1 + (y2 - y1) * to, 1.2,
             m_look.line);
    }
}

void ChartDrawing::fill(const Rectangle& box, core::Rgb colour) {
    m_page.marks.emplace_back(FillMark{{m_x + box.x, m_y + box.y, box.width, box.height}, colour_of(colour)});
}

// Each stroke leans from the foot up to the right; it is cut where it meets the box.
void ChartDrawing::hatch(const Rectangle& box, core::Rgb colour) {
    const double right = box.x + box.width, below = box.y + box.height;
    for (double foot = box.x - box.height; foot < right; foot += 4) {
        const double from = std::max(foot, box.x), to = std::min(foot + box.height, right);
        if (to > from) rule(from, below - (from - foot), to, below - (to - foot), 0.8, colour);
    }
}

void ChartDrawing::block(const Rectangle& box, Fill how) {
    if (box.width < 0.3 || box.height < 0.3) return;
    const double right = box.x + box.width, below = box.y + box.height;
    const core::Rgb rim = how == Fill::low ? m_look.line : m_look.part;
    fill(box, how == Fill::part ? m_look.part : how == Fill::low ? m_look.paper : m_look.whole);
    if (how == Fill::low) hatch(box, rim);
    rule(box.x, box.y, right, box.y, 0.7, rim);
    rule(box.x, below, right, below, 0.7, rim);
    rule(box.x, box.y, box.x, below, 0.7, rim);
    rule(right, box.y, right, below, 0.7, rim);
}

double ChartDrawing::draw_legend(double y) {
    double x = pad;
    for (std::size_t at = 0; at < m_chart.series.size(); ++at) {
        const std::string& name = m_chart.series[at].name;
        block({x, y + 5, 10, 8}, at == 0 ? Fill::whole : Fill::part);
        const double width = width_of(name, note_lettering);
        fitted(name, note_lettering, Align::left, x + 14, y + 1, width, m_look.muted);
        x += 14 + width + 14;
    }
    return y + legend_height;
}

// --- bars -------------------------------------------------------------------------------------------

double ChartDrawing::names_width() {
    double widest = 0;
    for (const std::string& one : m_chart.categories)
        widest = std::max(widest, width_of(one, label_lettering));
    return std::min(widest, m_width * (m_chart.kind == core::ChartKind::pyramid ? 0.3 : 0.4));
}

double ChartDrawing::row_step() {
    if (m_row_step) return *m_row_step;
    const double width = names_width();
    const bool long_names =
        std::any_of(m_chart.categories.begin(), m_chart.categories.end(),
                    [&](const std::string& one) { return width_of(one, label_lettering) > width + 0.01; });
    m_row_step = long_names ? 2 * note_lettering.row_distance() + 2 : row_height;
    return *m_row_step;
}

// Long names take two rows of smaller letters, all alike: what tells centres apart stands at a name's end.
void ChartDrawing::draw_name_beside(const std::string& name, Align align, double x, double y, double width) {
    const double step = row_step();
    if (step == row_height) {
        fitted(name, label_lettering, align, x, y + (step - label_lettering.row_distance()) / 2, width,
               m_look.ink);
        return;
    }
    Lettering lettering = note_lettering;
    lettering.align = align;
    auto rows = m_setter.rows(name, lettering, width);
    const auto count = static_cast<double>(rows.size());
    const double top = y + (step - lettering.row_distance() * std::min(count, 2.0)) / 2;
    if (rows.size() > 2) {
        fitted(name, lettering, align, x, y + (step - lettering.row_distance()) / 2, width, m_look.ink);
        return;
    }
    const std::size_t first = m_page.marks.size();
    m_setter.put(m_page, std::move(rows), lettering, m_x + x, m_y + top, width);
    recolour(first, m_look.ink);
}

void ChartDrawing::draw_bars(double top) {
    double figures = 0;
    for (std::size_t at = 0; at < m_chart.categories.size(); ++at)
        figures = std::max(figures, width_of(m_chart.label(at), value_lettering));
    figures = std::min(figures, m_width * 0.34);
    const double names = names_width(), step = row_step();
    const double left = pad + names + gap;
    const double room = std::max(20.0, m_width - pad - left - figures - gap);
    double y = top + line_room();
    for (std::size_t at = 0; at < m_chart.categories.size(); ++at, y += step) {
        m_boxes[at] = {pad / 2, y, m_width - pad, step};
        const double words = y + (step - label_lettering.row_distance()) / 2;
        draw_name_beside(m_chart.categories[at], Align::left, pad, y, names);
        const double bar = y + (step - thickness) / 2;
        const double length = room * share(value(0, at));
        block({left, bar, length, thickness}, fill_of_first(at));
        if (m_chart.series.size() > 1) block({left, bar, room * share(value(1, at)), thickness}, Fill::part);
        fitted(m_chart.label(at), value_lettering, Align::left, left + length + gap, words,
               m_width - pad - (left + length + gap), m_chart.is_low(at) ? m_look.line : m_look.ink);
    }
    rule(left, top + line_room(), left, y, 0.8, m_look.axis);
    if (m_chart.line) {
        const double x = left + room * share(m_chart.line->at);
        dashed(x, top + line_room(), x, y);
        const double width = width_of(m_chart.line->words, note_lettering);
        fitted(m_chart.line->words, note_lettering, Align::left,
               std::min(x - width / 2, m_width - pad - width), top, width, m_look.line);
    }
}

// --- columns ----------------------------------------------------------------------------------------

// Below the columns: the names in at most two rows each.
double ChartDrawing::names_height() {
    std::size_t rows = 1;
    for (const std::string& one : m_chart.categories)
        rows = std::max(rows, m_setter.rows(one, note_lettering, slot() - 3).size());
    return note_lettering.row_distance() * static_cast<double>(std::min<std::size_t>(rows, 2)) + 3;
}

// Where columns stand close the sign of percent is left to the title and the line.
std::string ChartDrawing::column_label(std::size_t at) {
    static constexpr std::string_view sign = " %";
    std::string text = m_chart.value_text(value(0, at));
    if (text.ends_with(sign) && width_of(text, note_lettering) > slot() - 4)
        text.resize(text.size() - sign.size());
    return text;
}

void ChartDrawing::draw_columns(double top, double bottom) {
    const double base = bottom - names_height();
    const double head = note_lettering.row_distance();
    const double room = std::max(10.0, base - top - head);
    const double width = std::min(slot() * 0.62, 46.0);
    for (std::size_t at = 0; at < m_chart.categories.size(); ++at) {
        const double x = pad + slot() * static_cast<double>(at);
        m_boxes[at] = {x, top, slot(), bottom - top};
        const double left = x + (slot() - width) / 2;
        const double height = room * share(value(0, at));
        block({left, base - height, width, height}, fill_of_first(at));
        if (m_chart.series.size() > 1) {
            const double part = room * share(value(1, at));
            block({left, base - part, width, part}, Fill::part);
        }
        fitted(column_label(at), note_lettering, Align::centre, x + 2, base - height - head, slot() - 4,
               m_chart.is_low(at) ? m_look.line : m_look.ink);
        draw_name_below(m_chart.categories[at], x, base + 2);
    }
    rule(pad, base, m_width - pad, base, 0.8, m_look.axis);
    if (m_chart.line) {
        const double y = base - room * share(m_chart.line->at);
        dashed(pad, y, m_width - pad, y);
        fitted(m_chart.line->words, note_lettering, Align::right, pad, top - head + 4, m_width - 2 * pad,
               m_look.line);
    }
}

void ChartDrawing::draw_name_below(const std::string& name, double x, double y) {
    Lettering lettering = note_lettering;
    lettering.align = Align::centre;
    auto rows = m_setter.rows(name, lettering, slot() - 3);
    if (rows.size() > 2 || width_of(name, lettering) < slot() - 3) {
        fitted(name, lettering, Align::centre, x + 1, y, slot() - 2, m_look.muted);
        return;
    }
    const std::size_t first = m_page.marks.size();
    m_setter.put(m_page, std::move(rows), lettering, m_x + x, m_y + y, slot());
    recolour(first, m_look.muted);
}

// --- pyramid ----------------------------------------------------------------------------------------

// Who stands at which side.
void ChartDrawing::draw_sides(double left, double right, double y) {
    for (std::size_t side = 0; side < m_chart.series.size(); ++side) {
        const std::string& name = m_chart.series[side].name;
        const double width = width_of(name, note_lettering);
        const double x = side == 0 ? left - width : right;
        fitted(name, note_lettering, Align::left, x, y, width, m_look.muted);
        block({side == 0 ? x - 14 : x + width + 4, y + 4, 10, 8}, side == 0 ? Fill::whole : Fill::part);
    }
}

void ChartDrawing::draw_pyramid(double top) {
    double figures = 0;
    for (std::size_t at = 0; at < m_chart.categories.size(); ++at)
        for (const std::size_t side : {0U, 1U})
            figures = std::max(figures, width_of(m_chart.value_text(value(side, at)), value_lettering));
    const double names = names_width(), step = row_step();
    const double room = std::max(10.0, (m_width - names - 2 * gap - 2 * pad) / 2 - figures - gap);
    const double left = (m_width - names) / 2 - gap, right = (m_width + names) / 2 + gap;
    double y = top;
    draw_sides(left, right, y);
    y += legend_height;
    const double first = y;
    for (std::size_t at = 0; at < m_chart.categories.size(); ++at, y += step) {
        m_boxes[at] = {pad / 2, y, m_width - pad, step};
        const double words = y + (step - label_lettering.row_distance()) / 2;
        const double bar = y + (step - thickness) / 2;
        draw_name_beside(m_chart.categories[at], Align::centre, left + gap, y, names);
        const double men = room * share(value(0, at)), women = room * share(value(1, at));
        block({left - men, bar, men, thickness}, Fill::whole);
        block({right, bar, women, thickness}, Fill::part);
        fitted(m_chart.value_text(value(0, at)), value_lettering, Align::right, left - men - gap - figures,
               words, figures, m_look.ink);
        fitted(m_chart.value_text(value(1, at)), value_lettering, Align::left, right + women + gap, words,
               figures, m_look.ink);
    }
    rule(left, first, left, y, 0.8, m_look.axis);
    rule(right, first, right, y, 0.8, m_look.axis);
}

} // namespace documents
