// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/page.hpp"

#include "documents/face.hpp"
#include "documents/page_content.hpp"
#include "documents/svg_art.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace documents {

namespace {

void set_colour(cairo_t* cr, const Colour& colour) {
    cairo_set_source_rgba(cr, colour.red, colour.green, colour.blue, colour.alpha);
}

void draw_word(cairo_t* cr, const ShapedWord& word, double x, double size) {
    thread_local std::vector<cairo_glyph_t> glyphs;
    glyphs.clear();
    for (const Glyph& glyph : word.glyphs)
        glyphs.push_back({glyph.index, x + glyph.x * size, glyph.y * size});
    const cairo_text_cluster_t whole{static_cast<int>(word.text.size()), static_cast<int>(glyphs.size())};
    cairo_set_font_face(cr, word.face->drawing());
    cairo_set_font_size(cr, size);
    cairo_show_text_glyphs(cr, word.text.data(), static_cast<int>(word.text.size()), glyphs.data(),
                           static_cast<int>(glyphs.size()), &whole, 1, cairo_text_cluster_flags_t{});
}

// One rectangle for each run of dark modules, a module measuring one.
void fill_modules(cairo_t* cr, const QrCode& code) {
    for (int y = 0; y < code.size; ++y)
        for (int x = 0; x < code.size; ++x)
            if (code.dark(x, y)) {
                const int start = x;
                while (x + 1 < code.size && code.dark(x + 1, y))
                    ++x;
                cairo_rectangle(cr, start, y, x + 1 - start, 1);
            }
    cairo_fill(cr);
}

// The same as a stencil of single bits, a tenth of the bytes of a thousand rectangles in a PDF. A module is
// several bits wide, for readers of PDF that smooth what they enlarge.
void stamp_modules(cairo_t* cr, const QrCode& code) {
    constexpr int bits = 4;
    const Surface stencil(cairo_image_surface_create(CAIRO_FORMAT_A1, code.size * bits, code.size * bits));
    cairo_t* drawing = cairo_create(stencil.get());
    cairo_set_antialias(drawing, CAIRO_ANTIALIAS_NONE);
    cairo_scale(drawing, bits, bits);
    fill_modules(drawing, code);
    cairo_destroy(drawing);
    cairo_scale(cr, 1.0 / bits, 1.0 / bits);
    cairo_pattern_t* mask = cairo_pattern_create_for_surface(stencil.get());
    cairo_pattern_set_filter(mask, CAIRO_FILTER_NEAREST);
    cairo_mask(cr, mask);
    cairo_pattern_destroy(mask);
}

struct Drawing {
    cairo_t* cr;

    void operator()(const ArtMark& mark) const { mark.art->draw(cr, mark.with_photo); }

    void operator()(const FillMark& fill) const {
        set_colour(cr, fill.colour);
        cairo_rectangle(cr, fill.box.x, fill.box.y, fill.box.width, fill.box.height);
        cairo_fill(cr);
    }

    void operator()(const RuleMark& rule) const {
        set_colour(cr, rule.colour);
        cairo_set_line_width(cr, rule.width);
        cairo_move_to(cr, rule.x1, rule.y1);
        cairo_line_to(cr, rule.x2, rule.y2);
        cairo_stroke(cr);
    }

    void operator()(const TextMark& line) const {
        cairo_transform(cr, &line.place);
        for (const TextSpan& span : line.spans) {
            set_colour(cr, span.colour);
            for (const ShapedWord& word : span.text.words)
                draw_word(cr, word, span.x, span.size);
        }
    }

    void operator()(const QrMark& mark) const {
        const double side = std::min(mark.box.width, mark.box.height);
        cairo_translate(cr, mark.box.x + (mark.box.width - side) / 2,
                        mark.box.y + (mark.box.height - side) / 2);
        (*this)(FillMark{{0, 0, side, side}, {1, 1, 1, 1}});
        const double module = side / (mark.code.size + 2 * quiet_zone);
        cairo_scale(cr, module, module);
        cairo_translate(cr, quiet_zone, quiet_zone);
        set_colour(cr, {});
        if (cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_PDF)
            stamp_modules(cr, mark.code);
        else
            fill_modules(cr, mark.code);
    }

    void operator()(const PhotoMark& photo) const;
};

void Drawing::operator()(const PhotoMark& photo) const {
    const Surface surface = surface_of(photo.image);
    // cairo frees the copy when the surface goes; a PDF takes these bytes as they are.
    auto* jpeg = new std::string(photo.jpeg);
    if (cairo_surface_set_mime_data(
            surface.get(), CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(jpeg->data()),
            static_cast<unsigned long>(jpeg->size()),
            [](void* bytes) { delete static_cast<std::string*>(bytes); }, jpeg) != CAIRO_STATUS_SUCCESS)
        delete jpeg;
    const double scale = std::max(photo.box.width / photo.image.width, photo.box.height / photo.image.height);
    cairo_rectangle(cr, photo.box.x, photo.box.y, photo.box.width, photo.box.height);
    cairo_clip(cr);
    cairo_translate(cr, photo.box.x + (photo.box.width - photo.image.width * scale) / 2,
                    photo.box.y + (photo.box.height - photo.image.height * scale) / 2);
    cairo_scale(cr, scale, scale);
    cairo_set_source_surface(cr, surface.get(), 0, 0);
    cairo_paint(cr);
}

Image image_of(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    Image image;
    image.width = cairo_image_surface_get_width(surface);
    image.height = cairo_image_surface_get_height(surface);
    image.rgb.reserve(3 * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    const unsigned char* rows = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, rows + y * std::ptrdiff_t{stride} + x * 4, sizeof pixel);
            for (const int shift : {16, 8, 0})
                image.rgb.push_back(static_cast<std::uint8_t>(pixel >> shift));
        }
    return image;
}

} // namespace

Surface surface_of(const Image& image) {
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height));
    unsigned char* rows = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const std::uint8_t* from =
                &image.rgb[3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                static_cast<std::size_t>(x))];
            const std::uint32_t pixel = static_cast<std::uint32_t>(from[0] << 16 | from[1] << 8 | from[2]);
            std::memcpy(rows + y * std::ptrdiff_t{stride} + x * 4, &pixel, sizeof pixel);
        }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

Page::Page(std::shared_ptr<const PageContent> content)
    : m_content(std::move(content)) {}

Size Page::size() const {
    return m_content->size;
}

const std::vector<std::string>& Page::codes() const {
    return m_content->codes;
}

void Page::draw(cairo_t* context) const {
    for (const Mark& mark : m_content->marks) {
        cairo_save(context);
        cairo_translate(context, m_content->moved.right, m_content->moved.down);
        std::visit(Drawing{context}, mark);
        cairo_restore(context);
    }
}

Image Page::render(int width) const {
    const double scale = width / size().width;
    const int height = static_cast<int>(std::lround(size().height * scale));
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    cairo_t* cr = cairo_create(surface.get());
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, scale, scale);
    draw(cr);
    cairo_destroy(cr);
    return image_of(surface.get());
}

TextMark text_at(double x, double y, ShapedText text, double size, Colour colour) {
    TextMark mark;
    cairo_matrix_init_translate(&mark.place, x, y);
    mark.spans.push_back({std::move(text), 0, size, colour});
    return mark;
}

Mark sample_overprint(Size page, const Fonts& fonts) {
    // Both words are in every face: the fonts we ship cover them, which the tests hold.
    ShapedText words = *shape("គំរូ SAMPLE", Typeface::heading, fonts);
    const double diagonal = std::hypot(page.width, page.height);
    const double size = 0.62 * diagonal / words.width;
    TextMark mark;
    cairo_matrix_init_translate(&mark.place, page.width / 2, page.height / 2);
    cairo_matrix_rotate(&mark.place, -std::atan2(page.height, page.width));
    cairo_matrix_translate(&mark.place, -words.width * size / 2, size * 0.3);
    mark.spans.push_back({std::move(words), 0, size, {0.75, 0.1, 0.1, 0.16}});
    return mark;
}

} // namespace documents
