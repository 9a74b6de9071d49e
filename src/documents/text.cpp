// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/text.hpp"

#include "core/utf8.hpp"
#include "documents/face.hpp"
#include "documents/line_break.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace documents {

namespace {

constexpr char32_t zero_width_space = 0x200B;
constexpr double smallest_gap = 0.2;

bool is_blank(char32_t c) {
    return c <= 0x20 || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_khmer(char32_t c) {
    return (c >= 0x1780 && c <= 0x17FF) || (c >= 0x19E0 && c <= 0x19FF);
}

hb_script_t script_of(char32_t c) {
    return is_khmer(c) ? HB_SCRIPT_KHMER : hb_unicode_script(hb_unicode_funcs_get_default(), c);
}

bool belongs_to_neighbour(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

// Characters of one word that one face draws under one script's rules.
struct Item {
    std::shared_ptr<const Face> face;
    hb_script_t script = HB_SCRIPT_COMMON;
    std::u32string characters;
};

std::shared_ptr<const Face> face_for(char32_t c, Typeface wanted, const Fonts& fonts) {
    for (const Typeface typeface : {wanted, Typeface::body, Typeface::list, Typeface::heading})
        if (fonts.face(typeface)->covers(c)) return fonts.face(typeface);
    return nullptr;
}

core::Expected<std::vector<Item>> itemise(std::u32string_view word, Typeface wanted, const Fonts& fonts) {
    std::vector<Item> items;
    for (const char32_t c : word) {
        const hb_script_t script = script_of(c);
        // A sign stays with its letter: what joins them is in the letter's font.
        const bool joins = !items.empty() && belongs_to_neighbour(script) && items.back().face->covers(c);
        const auto face = joins ? items.back().face : face_for(c, wanted, fonts);
        if (!face)
            return core::fail(core::Error{"document.no-glyph"}
                                  .with("character", fmt::format("U+{:04X}", static_cast<unsigned>(c)))
                                  .with("text", core::to_utf8(word)));
        // Digits or a bracket at the head take the script of what follows.
        if (!items.empty() && items.back().face == face && belongs_to_neighbour(items.back().script))
            items.back().script = belongs_to_neighbour(script) ? items.back().script : script;
        const bool same_item = !items.empty() && items.back().face == face &&
                               (belongs_to_neighbour(script) || items.back().script == script);
        if (!same_item) items.push_back({face, script, {}});
        items.back().characters += c;
    }
    return items;
}

struct BufferRelease {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

// Adds the item's glyphs behind `pen`, which moves on.
void shape_item(const Item& item, double spacing, double& pen, std::vector<Glyph>& glyphs) {
    thread_local const std::unique_ptr<hb_buffer_t, BufferRelease> buffer(hb_buffer_create());
    hb_buffer_clear_contents(buffer.get());
    std::vector<std::uint32_t> points(item.characters.begin(), item.characters.end());
    hb_buffer_add_codepoints(buffer.get(), points.data(), static_cast<int>(points.size()), 0,
                             static_cast<int>(points.size()));
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), belongs_to_neighbour(item.script) ? HB_SCRIPT_LATIN : item.script);
    static const hb_language_t khmer = hb_language_from_string("km", -1);
    hb_buffer_set_language(buffer.get(), khmer);
    hb_shape(item.face->shaping(), buffer.get(), nullptr, 0);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const double em = item.face->units_per_em();
    for (unsigned i = 0; i < count; ++i) {
        glyphs.push_back({infos[i].codepoint, pen + places[i].x_offset / em, -places[i].y_offset / em});
        pen += places[i].x_advance / em + spacing;
    }
}

core::Expected<void> shape_word(std::u32string_view word, Typeface wanted, const Fonts& fonts, double spacing,
                                ShapedText& line) {
    const auto items = itemise(word, wanted, fonts);
    if (!items) return core::fail(items.error());
    bool first = true;
    for (const Item& item : *items) {
        if (first || line.words.back().face != item.face) line.words.push_back({item.face, {}, {}});
        first = false;
        line.words.back().text += core::to_utf8(item.characters);
        shape_item(item, spacing, line.width, line.words.back().glyphs);
    }
    return {};
}

std::vector<std::u32string> words_of(std::string_view text) {
    std::vector<std::u32string> words;
    bool inside = false;
    for (const char32_t c : core::code_points(text)) {
        if (c == zero_width_space) continue;
        if (is_blank(c)) {
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        inside = true;
        words.back() += c;
    }
    return words;
}

// Takes from `text` the longest head that fits and ends at one of `ends`; nothing when not even the first
// does.
core::Expected<std::optional<ShapedText>> take_line(std::string_view& text,
                                                    const std::vector<std::size_t>& ends, Typeface typeface,
                                                    const Fonts& fonts, double width) {
    std::optional<ShapedText> best;
    std::size_t taken = 0;
    for (const std::size_t end : ends) {
        auto line = shape(text.substr(0, end), typeface, fonts);
        if (!line) return core::fail(line.error());
        if (line->width > width) break;
        best = std::move(*line);
        taken = end;
    }
    text.remove_prefix(taken);
    return best;
}

// Where the last word's ink may end: a sign over the last letter has a width of its own in the font, though
// it does not move the pen. Readers of PDF see a blank only where one is left free beyond it.
double reach(const ShapedText& line) {
    double end = 0;
    const ShapedWord& word = line.words.back();
    for (const Glyph& glyph : word.glyphs) {
        const double advance = hb_font_get_glyph_h_advance(word.face->shaping(), glyph.index);
        end = std::max(end, glyph.x + advance / word.face->units_per_em());
    }
    return end;
}

} // namespace

core::Expected<ShapedText> shape(std::string_view text, Typeface typeface, const Fonts& fonts,
                                 double spacing) {
    ShapedText line;
    for (const std::u32string& word : words_of(text)) {
        if (!line.words.empty())
            line.width =
                std::max(line.width + blank_width(typeface, fonts) + spacing, reach(line) + smallest_gap);
        if (const auto done = shape_word(word, typeface, fonts, spacing, line); !done)
            return core::fail(done.error());
    }
    if (!line.words.empty()) line.width -= spacing;
    return line;
}

core::Expected<std::vector<ShapedText>> shape_lines(std::string_view text, Typeface typeface,
                                                    const Fonts& fonts, double width) {
    auto whole = shape(text, typeface, fonts);
    if (!whole) return core::fail(whole.error());
    std::vector<ShapedText> lines;
    if (whole->width <= width) {
        lines.push_back(std::move(*whole));
        return lines;
    }
    while (!text.empty()) {
        auto line = take_line(text, line_break_offsets(text), typeface, fonts, width);
        if (line && !*line) line = take_line(text, cluster_break_offsets(text), typeface, fonts, width);
        // Not even one letter fits: the column is absurd, yet every letter must be printed.
        if (line && !*line)
            line = take_line(text, {cluster_break_offsets(text).front()}, typeface, fonts, 1e9);
        if (!line) return core::fail(line.error());
        lines.push_back(std::move(**line));
    }
    return lines;
}

double blank_width(Typeface typeface, const Fonts& fonts) {
    const Face& face = *fonts.face(typeface);
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(face.shaping(), ' ', &glyph)) return 0.25;
    return hb_font_get_glyph_h_advance(face.shaping(), glyph) / face.units_per_em();
}

bool has_khmer(std::string_view text) {
    for (const char32_t c : core::code_points(text))
        if (is_khmer(c)) return true;
    return false;
}

} // namespace documents
