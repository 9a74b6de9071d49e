// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/template_line.hpp"

#include "documents/svg_values.hpp"

#include <algorithm>
#include <cmath>

namespace documents {

namespace {

// Text shrunk below this share of its size would be a line nobody can read.
constexpr double smallest = 0.4;
constexpr int deepest = 16;

double length(const pugi::xml_node& element, const char* name, double otherwise, Problems& problems) {
    const pugi::xml_attribute attribute = element.attribute(name);
    if (!attribute) return otherwise;
    const auto value = parse_length(attribute.value());
    if (!value) problems.unsupported(element, std::string(name) + " " + attribute.value());
    return value.value_or(otherwise);
}

class LineReader {
  public:
    LineReader(const pugi::xml_node& text, const Style& style, const cairo_matrix_t& place,
               Problems& problems)
        : m_text(text)
        , m_place(place)
        , m_problems(problems) {
        begin_line(text);
        read(text, style, {0});
    }

    std::vector<TemplateLine> take() {
        std::erase_if(m_lines, [](const TemplateLine& line) {
            return std::all_of(line.spans.begin(), line.spans.end(), [](const LineSpan& span) {
                return span.pieces.size() == 1 && !span.pieces[0].placeholder &&
                       trimmed(span.pieces[0].text).empty();
            });
        });
        return std::move(m_lines);
    }

  private:
    // Where `element` says nothing, its <text> does.
    void begin_line(const pugi::xml_node& element) {
        TemplateLine line;
        line.place = m_place;
        const auto inherited = [&](const char* name, double otherwise) {
            return length(element, name, length(m_text, name, otherwise, m_problems), m_problems);
        };
        line.at = {inherited("x", 0), inherited("y", 0)};
        line.width = inherited("data-width", 0);
        line.max_lines = std::max(1, static_cast<int>(inherited("data-lines", 1)));
        line.units.resize(1);
        line.byte = static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(0, m_text.offset_debug()));
        line.element = described(m_text);
        m_lines.push_back(std::move(line));
    }

    void read(const pugi::xml_node& parent, const Style& style, const std::vector<std::size_t>& units) {
        for (const pugi::xml_node& child : parent.children()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
                add_span(child.value(), style, units);
            else if (child.type() == pugi::node_element)
                read_element(child, style, units);
        }
    }

    void read_element(const pugi::xml_node& child, const Style& inherited,
                      const std::vector<std::size_t>& units) {
        if (std::string_view(child.name()) != "tspan") {
            m_problems.unsupported(child, "element " + std::string(child.name()) + " in text");
            return;
        }
        const Style style = read_style(child, inherited, m_problems);
        if (!style.displayed || !style.visible) return;
        if (++m_depth > deepest)
            m_problems.unsupported(child, "tspan this deep");
        else
            read_tspan(child, style, units);
        --m_depth;
    }

    void read_tspan(const pugi::xml_node& child, const Style& style, const std::vector<std::size_t>& units) {
        if (style.opacity < 1) m_problems.unsupported(child, "opacity of tspan");
        const bool own_place = child.attribute("x") || child.attribute("y") ||
                               std::string_view(child.attribute("sodipodi:role").value()) == "line";
        if (own_place) {
            begin_line(child);
            read(child, style, {0});
            begin_line(m_text);
        } else {
            std::vector<std::size_t> inner = units;
            inner.push_back(m_lines.back().units.size());
            m_lines.back().units.emplace_back();
            read(child, style, inner);
        }
    }

    void add_span(std::string_view text, const Style& style, const std::vector<std::size_t>& units) {
        LineSpan span{split_placeholders(text), style, units};
        for (const Piece& piece : span.pieces)
            if (piece.placeholder)
                for (const std::size_t unit : units)
                    m_lines.back().units[unit].push_back(piece.text);
        if (style.fill.kind == PaintSource::Kind::gradient || style.stroke.kind != PaintSource::Kind::none)
            m_problems.unsupported(m_text, "gradient or stroke of text");
        if (!span.pieces.empty()) m_lines.back().spans.push_back(std::move(span));
    }

    pugi::xml_node m_text;
    cairo_matrix_t m_place;
    Problems& m_problems;
    std::vector<TemplateLine> m_lines;
    int m_depth = 0;
};

using Value = core::Expected<std::string_view>;

Value value_of(const std::string& name, const Filling& filling) {
    const auto found = filling.values.find(name);
    if (found == filling.values.end())
        return core::fail(core::Error{"template.unknown-placeholder"}.with("name", name));
    return found->second;
}

// Which units are left out: those with placeholders, none of which has a value.
core::Expected<std::vector<bool>> empty_units(const TemplateLine& line, const Filling& filling) {
    std::vector<bool> empty;
    for (const auto& names : line.units) {
        bool any = names.empty();
        for (const std::string& name : names) {
            const Value value = value_of(name, filling);
            if (!value) return core::fail(value.error());
            any = any || !trimmed(*value).empty();
        }
        empty.push_back(!any);
    }
    return empty;
}

struct StyledText {
    std::string text;
    const Style* style;
    // Printed on the paper already: it takes its room and is not drawn.
    bool on_paper = false;
};

// On pre-printed paper fixed words and values go apart; in a paragraph, whose rows break anywhere, only where
// it is all of one kind.
void add_filled(const LineSpan& span, bool paragraph, const Filling& filling,
                std::vector<StyledText>& texts) {
    const bool value_in_it = std::any_of(span.pieces.begin(), span.pieces.end(),
                                         [](const Piece& piece) { return piece.placeholder; });
    StyledText whole{{}, &span.style, filling.pre_printed && !value_in_it};
    for (const Piece& piece : span.pieces) {
        const std::string words =
            piece.placeholder ? std::string(*value_of(piece.text, filling)) : piece.text;
        if (filling.pre_printed && !paragraph)
            texts.push_back({words, &span.style, !piece.placeholder});
        else
            whole.text += words;
    }
    if (!filling.pre_printed || paragraph) texts.push_back(std::move(whole));
}

Colour colour_of(const Style& style) {
    Colour colour = style.fill.colour;
    colour.alpha = style.fill.kind == PaintSource::Kind::none ? 0 : style.fill_opacity;
    return colour;
}

bool blank_at(const std::string& text, bool end) {
    return !text.empty() && trimmed({end ? &text.back() : text.data(), 1}).empty();
}

// The spans behind one another from x = 0, at full size; and how wide they are together.
core::Expected<double> shape_spans(const std::vector<StyledText>& texts, const Fonts& fonts,
                                   std::vector<TextSpan>& spans) {
    double pen = 0;
    bool blank_before = false;
    for (const auto& [text, style, on_paper] : texts) {
        if (style->letter_spacing != 0 && has_khmer(text))
            return core::fail(core::Error{"template.unsupported"}.with("what", "letter-spacing of Khmer"));
        auto shaped = shape(text, style->typeface, fonts, style->letter_spacing / style->font_size);
        if (!shaped) return core::fail(shaped.error());
        if (shaped->words.empty()) {
            blank_before = true;
            continue;
        }
        if (pen > 0 && (blank_before || blank_at(text, false)))
            pen += blank_width(style->typeface, fonts) * style->font_size;
        const double width = shaped->width * style->font_size;
        if (!on_paper) spans.push_back({std::move(*shaped), pen, style->font_size, colour_of(*style)});
        pen += width;
        blank_before = blank_at(text, true);
    }
    return pen;
}

TextMark placed(const TemplateLine& line, Anchor anchor, double row_offset, double width,
                std::vector<TextSpan> spans) {
    const double shift = anchor == Anchor::middle ? width / 2 : anchor == Anchor::end ? width : 0;
    TextMark mark{line.place, std::move(spans)};
    cairo_matrix_translate(&mark.place, line.at.x - shift, line.at.y + row_offset);
    return mark;
}

core::Error too_long(const std::vector<StyledText>& texts) {
    std::string all;
    for (const StyledText& one : texts)
        all += one.text;
    return core::Error{"document.text-too-long"}.with("text", std::string(trimmed(all)));
}

// A paragraph of one style in at most `max_lines` rows, as large as it can be.
core::Expected<SetLine> set_paragraph(const TemplateLine& line, const StyledText& text, const Fonts& fonts) {
    for (double scale = 1; scale >= smallest; scale *= 0.96) {
        const double size = text.style->font_size * scale;
        auto rows = shape_lines(text.text, text.style->typeface, fonts, line.width / size);
        if (!rows) return core::fail(rows.error());
        if (rows->size() > static_cast<std::size_t>(line.max_lines)) continue;
        SetLine set;
        set.scale = scale;
        set.row_distance = size * text.style->line_height;
        for (ShapedText& row : *rows) {
            const double width = row.width * size;
            set.width = std::max(set.width, width);
            std::vector<TextSpan> spans;
            if (!text.on_paper) spans.push_back({std::move(row), 0, size, colour_of(*text.style)});
            set.rows.push_back(placed(line, text.style->anchor,
                                      set.row_distance * static_cast<double>(set.rows.size()), width,
                                      std::move(spans)));
        }
        return set;
    }
    return core::fail(too_long({text}));
}

} // namespace

std::vector<Piece> split_placeholders(std::string_view text) {
    std::vector<Piece> pieces;
    while (!text.empty()) {
        const std::size_t open = text.find("{{");
        const std::size_t close = open == std::string_view::npos ? open : text.find("}}", open);
        if (close == std::string_view::npos) {
            pieces.push_back({false, std::string(text)});
            break;
        }
        if (open > 0) pieces.push_back({false, std::string(text.substr(0, open))});
        pieces.push_back({true, std::string(trimmed(text.substr(open + 2, close - open - 2)))});
        text.remove_prefix(close + 2);
    }
    return pieces;
}

std::vector<TemplateLine> read_lines(const pugi::xml_node& text, const Style& style,
                                     const cairo_matrix_t& place, Problems& problems) {
    return LineReader(text, style, place, problems).take();
}

core::Expected<SetLine> set_line(const TemplateLine& line, const Filling& filling, const Fonts& fonts) {
    const auto empty = empty_units(line, filling);
    if (!empty) return core::fail(empty.error());
    std::vector<StyledText> texts;
    for (const LineSpan& span : line.spans)
        if (std::none_of(span.units.begin(), span.units.end(),
                         [&](std::size_t unit) { return (*empty)[unit]; }))
            add_filled(span, line.max_lines > 1, filling, texts);

    std::vector<TextSpan> spans;
    const auto natural = shape_spans(texts, fonts, spans);
    if (!natural) return core::fail(natural.error());
    if (*natural <= 0) return SetLine{};
    const double scale = line.width > 0 && *natural > line.width ? line.width / *natural : 1;
    if (scale < 1 && line.max_lines > 1 && texts.size() == 1) return set_paragraph(line, texts[0], fonts);
    if (scale < smallest) return core::fail(too_long(texts));
    for (TextSpan& span : spans) {
        span.x *= scale;
        span.size *= scale;
    }
    SetLine set;
    set.scale = scale;
    set.width = *natural * scale;
    set.rows.push_back(placed(line, texts[0].style->anchor, 0, set.width, std::move(spans)));
    return set;
}

} // namespace documents
