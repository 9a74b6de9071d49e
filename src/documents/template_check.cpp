// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/svg_values.hpp"
#include "documents/template.hpp"
#include "documents/template_parts.hpp"

#include <algorithm>

namespace documents {

namespace {

// Below two thirds of its size a line looks like a mistake beside its neighbours.
constexpr double small = 2.0 / 3;
// Points that a text may stand over an edge: the room beside a glyph.
constexpr double tolerance = 1;

std::string words_of(const SetLine& set) {
    std::string text;
    for (const TextMark& row : set.rows)
        for (const TextSpan& span : row.spans)
            for (const ShapedWord& word : span.text.words)
                text += (text.empty() ? "" : " ") + word.text;
    return text;
}

// On the page. A line stands on its baseline: most of it above, Khmer's subscripts below.
Rectangle box_of(const TextMark& row) {
    double width = 0, size = 0;
    for (const TextSpan& span : row.spans) {
        width = std::max(width, span.x + span.text.width * span.size);
        size = std::max(size, span.size);
    }
    double left = 0, top = -size, right = width, bottom = 0.35 * size;
    cairo_matrix_transform_point(&row.place, &left, &top);
    cairo_matrix_transform_point(&row.place, &right, &bottom);
    return {std::min(left, right), std::min(top, bottom), std::abs(right - left), std::abs(bottom - top)};
}

bool overlap(const Rectangle& a, const Rectangle& b) {
    return a.x + tolerance < b.x + b.width && b.x + tolerance < a.x + a.width &&
           a.y + tolerance < b.y + b.height && b.y + tolerance < a.y + a.height;
}

class Complaints {
  public:
    Complaints(const Template::Parts& parts, std::vector<core::Error>& all)
        : m_parts(parts)
        , m_all(all) {}

    void add(const TemplateLine& line, core::Error error) {
        error.place.byte = line.byte;
        m_all.push_back(std::move(error.with("element", line.element)));
    }

    void look_at(const TemplateLine& line, const SetLine& set) {
        if (set.rows.empty()) return;
        const auto about = [&](const char* code) { return core::Error{code}.with("text", words_of(set)); };
        if (set.scale < small)
            add(line,
                about("template.small").with("percent", std::to_string(static_cast<int>(set.scale * 100))));
        for (const TextMark& row : set.rows) {
            const Rectangle box = box_of(row);
            if (box.x < -tolerance || box.y < -tolerance ||
                box.x + box.width > m_parts.size.width + tolerance ||
                box.y + box.height > m_parts.size.height + tolerance)
                return add(line, about("template.outside-page"));
            if (m_parts.code_box && overlap(box, *m_parts.code_box))
                return add(line, about("template.over-box").with("box", "qr"));
            if (m_parts.photo_box && !line.only_without_photo && overlap(box, *m_parts.photo_box))
                return add(line, about("template.over-box").with("box", "photo"));
        }
    }

  private:
    const Template::Parts& m_parts;
    std::vector<core::Error>& m_all;
};

} // namespace

std::vector<core::Error> Template::complaints(const Filling& filling) const {
    std::vector<core::Error> all;
    Complaints complaints(*m_parts, all);
    std::vector<SetLine> set;
    for (const TemplateLine& line : m_parts->lines) {
        auto one = set_line(line, filling, m_parts->fonts);
        if (!one) complaints.add(line, one.error());
        set.push_back(one ? std::move(*one) : SetLine{});
    }
    close_up_groups(m_parts->lines, m_parts->group_count, set);
    for (std::size_t at = 0; at < set.size(); ++at)
        complaints.look_at(m_parts->lines[at], set[at]);
    return all;
}

} // namespace documents
