// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/svg_art.hpp"

#include "documents/svg_gradient.hpp"
#include "documents/svg_image.hpp"
#include "documents/svg_path.hpp"
#include "documents/svg_values.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace documents {

namespace {

constexpr std::string_view no_photo = "no-photo";

// Hostile or mistaken files may use themselves; no drawing of a person is this deep.
constexpr int deepest = 64;
constexpr int most_elements = 100'000;

struct ContextRelease {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Context = std::unique_ptr<cairo_t, ContextRelease>;

// The current transformation and clip, restored at the end of the scope.
class Saved {
  public:
    explicit Saved(cairo_t* cr)
        : m_context(cr) {
        cairo_save(cr);
    }
    ~Saved() { cairo_restore(m_context); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

  private:
    cairo_t* m_context;
};

void add_path(cairo_t* cr, const std::vector<PathStep>& steps) {
    for (const PathStep& step : steps) {
        switch (step.kind) {
        case PathStep::Kind::move:
            cairo_move_to(cr, step.to.x, step.to.y);
            break;
        case PathStep::Kind::line:
            cairo_line_to(cr, step.to.x, step.to.y);
            break;
        case PathStep::Kind::curve:
            cairo_curve_to(cr, step.control1.x, step.control1.y, step.control2.x, step.control2.y, step.to.x,
                           step.to.y);
            break;
        case PathStep::Kind::close:
            cairo_close_path(cr);
            break;
        }
    }
}

class Painter {
  public:
    // Where `without_photo` is null, what belongs there is not drawn.
    Painter(const pugi::xml_node& svg, cairo_t* always, cairo_t* without_photo, Placements& placements,
            Problems& problems)
        : m_root(svg)
        , m_placements(placements)
        , m_problems(problems)
        , m_cr(always)
        , m_without_photo(without_photo) {}

    void paint_root(Size page) {
        const auto box = parse_numbers(m_root.attribute("viewBox").as_string());
        if (box && box->size() == 4 && (*box)[2] > 0 && (*box)[3] > 0) {
            // As preserveAspectRatio's default: as large as fits, in the middle.
            const double scale = std::min(page.width / (*box)[2], page.height / (*box)[3]);
            cairo_translate(m_cr, (page.width - scale * (*box)[2]) / 2,
                            (page.height - scale * (*box)[3]) / 2);
            cairo_scale(m_cr, scale, scale);
            cairo_translate(m_cr, -(*box)[0], -(*box)[1]);
        } else if (m_root.attribute("viewBox")) {
            m_problems.unsupported(m_root, "viewBox");
        } else {
            cairo_scale(m_cr, 0.75, 0.75);
        }
        paint_children(m_root, read_style(m_root, {}, m_problems));
    }

  private:
    void paint_children(const pugi::xml_node& parent, const Style& style) {
        for (const pugi::xml_node& child : parent.children())
            if (child.type() == pugi::node_element) paint(child, style);
    }

    // What has a place in the file and none on the page.
    bool passed_over(const pugi::xml_node& element) const {
        static constexpr std::array<std::string_view, 7> names{
            "defs", "title", "desc", "metadata", "clipPath", "linearGradient", "radialGradient"};
        const std::string_view name = element.name();
        const bool empty_style = name == "style" && trimmed(element.child_value()).empty();
        return empty_style || name.find(':') != std::string_view::npos ||
               std::find(names.begin(), names.end(), name) != names.end();
    }

    static bool is_drawn(std::string_view name) {
        static constexpr std::array<std::string_view, 11> names{
            "g", "use", "text", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image"};
        return std::find(names.begin(), names.end(), name) != names.end();
    }

    void paint(const pugi::xml_node& element, const Style& inherited) {
        if (passed_over(element)) return;
        if (!is_drawn(element.name())) {
            m_problems.unsupported(element, "element " + std::string(element.name()));
            return;
        }
        if (++m_depth > deepest || ++m_painted > most_elements) {
            m_problems.unsupported(element,
                                   m_depth > deepest ? "element within itself" : "number of elements");
        } else {
            const Style style = read_style(element, inherited, m_problems);
            if (style.displayed) paint_placed(element, style);
        }
        --m_depth;
    }

    void paint_placed(const pugi::xml_node& element, const Style& style) {
        const Saved saved(m_cr);
        const double opacity_around = std::exchange(m_opacity, m_opacity * style.opacity);
        const bool clipped_around = std::exchange(m_clipped, m_clipped || !style.clip_path.empty());
        apply_transform(m_cr, element);
        if (!style.clip_path.empty()) clip(element, style.clip_path);
        if (style.opacity < 1) cairo_push_group(m_cr);
        paint_contents(element, style);
        if (style.opacity < 1) {
            cairo_pop_group_to_source(m_cr);
            cairo_paint_with_alpha(m_cr, style.opacity);
        }
        m_opacity = opacity_around;
        m_clipped = clipped_around;
    }

    // Texts are drawn later, above all artwork: they take their groups' opacity with them.
    void place_text(const pugi::xml_node& text, Style style) {
        cairo_matrix_t place;
        cairo_get_matrix(m_cr, &place);
        if (m_clipped) m_problems.unsupported(text, "clip-path of text");
        style.fill_opacity *= m_opacity;
        if (style.visible) m_placements.text(text, style, place);
    }

    void paint_contents(const pugi::xml_node& element, const Style& style) {
        const std::string_view name = element.name();
        const std::string_view role = element.attribute("data-role").value();
        if (name == "g") {
            paint_group(element, style, role);
        } else if (name == "text") {
            place_text(element, style);
        } else if (name == "use") {
            paint_use(element, style);
        } else if (name == "image") {
            if (style.visible) paint_image(element);
        } else if (name == "rect" && !role.empty()) {
            place_box(element);
        } else if (const auto steps = shape_of(element)) {
            if (style.visible) paint_shape(element, *steps, style);
        }
    }

    void paint_group(const pugi::xml_node& group, const Style& style, std::string_view role) {
        if (!role.empty()) m_placements.begin_group(group);
        if (role != no_photo)
            paint_children(group, style);
        else if (m_without_photo)
            paint_without_photo(group, style);
        if (!role.empty()) m_placements.end_group(group);
    }

    void paint_without_photo(const pugi::xml_node& group, const Style& style) {
        cairo_matrix_t matrix;
        cairo_get_matrix(m_cr, &matrix);
        cairo_t* outer = std::exchange(m_cr, m_without_photo);
        {
            const Saved saved(m_cr);
            cairo_set_matrix(m_cr, &matrix);
            paint_children(group, style);
        }
        m_cr = outer;
    }

    void paint_use(const pugi::xml_node& use, const Style& style) {
        const pugi::xml_node target = find_by_id(m_root, href_of(use), use, m_problems);
        cairo_translate(m_cr, length(use, "x"), length(use, "y"));
        if (target && std::string_view(target.name()) == "text")
            m_problems.unsupported(use, "use of text");
        else if (target)
            paint(target, style);
    }

    void paint_image(const pugi::xml_node& element) {
        const auto image = read_embedded_image(element);
        if (!image) {
            m_problems.add(element, image.error());
            return;
        }
        const double width = length(element, "width", image->width),
                     height = length(element, "height", image->height);
        // As preserveAspectRatio's default: as large as fits, in the middle.
        const double scale = std::min(width / image->width, height / image->height);
        const Surface surface = surface_of(*image);
        cairo_translate(m_cr, length(element, "x") + (width - scale * image->width) / 2,
                        length(element, "y") + (height - scale * image->height) / 2);
        cairo_scale(m_cr, scale, scale);
        cairo_set_source_surface(m_cr, surface.get(), 0, 0);
        // Its edge is an edge, however much it is enlarged.
        cairo_pattern_set_extend(cairo_get_source(m_cr), CAIRO_EXTEND_PAD);
        cairo_rectangle(m_cr, 0, 0, image->width, image->height);
        cairo_fill(m_cr);
    }

    void place_box(const pugi::xml_node& rect) {
        cairo_matrix_t m;
        cairo_get_matrix(m_cr, &m);
        if (m.xy != 0 || m.yx != 0 || m.xx <= 0 || m.yy <= 0) m_problems.unsupported(rect, "turned box");
        double x = length(rect, "x"), y = length(rect, "y");
        cairo_matrix_transform_point(&m, &x, &y);
        m_placements.box(rect, {x, y, length(rect, "width") * m.xx, length(rect, "height") * m.yy});
    }

    void apply_transform(cairo_t* cr, const pugi::xml_node& element) {
        const auto matrix = parse_transform(element.attribute("transform").value());
        if (!matrix) m_problems.unsupported(element, "transform");
        // A matrix that flattens everything draws nothing; cairo would stop drawing for good.
        cairo_matrix_t inverse = matrix.value_or(cairo_matrix_t{1, 0, 0, 1, 0, 0});
        if (!matrix || cairo_matrix_invert(&inverse) == CAIRO_STATUS_SUCCESS) {
            if (matrix) cairo_transform(cr, &*matrix);
        } else {
            cairo_rectangle(cr, 0, 0, 0, 0);
            cairo_clip(cr);
        }
    }

    void clip(const pugi::xml_node& user, const std::string& id) {
        const pugi::xml_node clip_path = find_by_id(m_root, id, user, m_problems);
        if (!clip_path) return;
        if (std::string_view(clip_path.attribute("clipPathUnits").as_string("userSpaceOnUse")) !=
            "userSpaceOnUse")
            m_problems.unsupported(clip_path, "clipPathUnits");
        cairo_fill_rule_t rule = CAIRO_FILL_RULE_WINDING;
        cairo_new_path(m_cr);
        cairo_matrix_t outer;
        cairo_get_matrix(m_cr, &outer);
        apply_transform(m_cr, clip_path);
        for (const pugi::xml_node& shape : clip_path.children()) {
            if (shape.type() != pugi::node_element || passed_over(shape)) continue;
            rule = read_style(shape, {}, m_problems).clip_rule;
            cairo_matrix_t inner;
            cairo_get_matrix(m_cr, &inner);
            apply_transform(m_cr, shape);
            if (const auto steps = shape_of(shape)) add_path(m_cr, *steps);
            cairo_set_matrix(m_cr, &inner);
        }
        cairo_set_matrix(m_cr, &outer);
        cairo_set_fill_rule(m_cr, rule);
        cairo_clip(m_cr);
    }

    double length(const pugi::xml_node& element, const char* name, double otherwise = 0) {
        const pugi::xml_attribute attribute = element.attribute(name);
        if (!attribute) return otherwise;
        const auto value = parse_length(attribute.value());
        if (!value) m_problems.unsupported(element, std::string(name) + " " + attribute.value());
        return value.value_or(otherwise);
    }

    std::optional<std::vector<PathStep>> shape_of(const pugi::xml_node& e) {
        const std::string_view name = e.name();
        if (name == "path") return checked(e, "d", parse_path(e.attribute("d").value()));
        if (name == "rect") {
            const double rx = length(e, "rx", length(e, "ry")), ry = length(e, "ry", rx);
            return rectangle_path({length(e, "x"), length(e, "y")}, length(e, "width"), length(e, "height"),
                                  rx, ry);
        }
        if (name == "circle" || name == "ellipse") {
            const double rx = length(e, "rx", length(e, "r")), ry = length(e, "ry", length(e, "r"));
            return ellipse_path({length(e, "cx"), length(e, "cy")}, rx, ry);
        }
        if (name == "line") {
            PathBuilder line;
            line.move({length(e, "x1"), length(e, "y1")});
            line.line({length(e, "x2"), length(e, "y2")});
            return line.take();
        }
        if (name == "polyline" || name == "polygon") {
            // The points of either are those of a path of lines.
            const std::string d = "M" + std::string(e.attribute("points").value());
            return checked(e, "points", parse_path(name == "polygon" ? d + "z" : d));
        }
        m_problems.unsupported(e, "element " + std::string(name));
        return std::nullopt;
    }

    std::optional<std::vector<PathStep>> checked(const pugi::xml_node& element, const char* attribute,
                                                 std::optional<std::vector<PathStep>> steps) {
        if (!steps) m_problems.unsupported(element, attribute);
        return steps;
    }

    // False where there is nothing to paint with.
    bool set_source(const pugi::xml_node& element, const PaintSource& source, double alpha) {
        if (source.kind == PaintSource::Kind::none) return false;
        if (source.kind == PaintSource::Kind::colour) {
            const Colour& c = source.colour;
            cairo_set_source_rgba(m_cr, c.red, c.green, c.blue, alpha);
            return true;
        }
        const pugi::xml_node server = find_by_id(m_root, source.id, element, m_problems);
        const std::string_view kind = server.name();
        if (!server) return false;
        if (kind != "linearGradient" && kind != "radialGradient") {
            m_problems.unsupported(server, "element " + std::string(kind));
            return false;
        }
        double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
        cairo_path_extents(m_cr, &x1, &y1, &x2, &y2);
        const Pattern pattern = make_gradient(server, m_root, {x1, y1, x2 - x1, y2 - y1}, alpha, m_problems);
        if (pattern) cairo_set_source(m_cr, pattern.get());
        return pattern != nullptr;
    }

    void paint_shape(const pugi::xml_node& element, const std::vector<PathStep>& steps, const Style& style) {
        cairo_new_path(m_cr);
        add_path(m_cr, steps);
        cairo_set_fill_rule(m_cr, style.fill_rule);
        if (set_source(element, style.fill, style.fill_opacity)) cairo_fill_preserve(m_cr);
        cairo_set_line_width(m_cr, style.stroke_width);
        cairo_set_line_cap(m_cr, style.cap);
        cairo_set_line_join(m_cr, style.join);
        cairo_set_miter_limit(m_cr, style.miter_limit);
        cairo_set_dash(m_cr, style.dashes.data(), static_cast<int>(style.dashes.size()), style.dash_offset);
        if (set_source(element, style.stroke, style.stroke_opacity)) cairo_stroke_preserve(m_cr);
        cairo_new_path(m_cr);
    }

    pugi::xml_node m_root;
    Placements& m_placements;
    Problems& m_problems;
    cairo_t* m_cr;
    cairo_t* m_without_photo;
    int m_depth = 0;
    int m_painted = 0;
    double m_opacity = 1;
    bool m_clipped = false;
};

class NoPlacements final : public Placements {
  public:
    void text(const pugi::xml_node&, const Style&, const cairo_matrix_t&) override {}
    void box(const pugi::xml_node&, const Rectangle&) override {}
    void begin_group(const pugi::xml_node&) override {}
    void end_group(const pugi::xml_node&) override {}
};

Surface recording_of(Size page) {
    const cairo_rectangle_t extents{0, 0, page.width, page.height};
    return Surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
}

} // namespace

Size page_size(const pugi::xml_node& svg, Problems& problems) {
    if (!svg.attribute("width") || !svg.attribute("height")) return a4_landscape;
    const auto width = parse_length(svg.attribute("width").value());
    const auto height = parse_length(svg.attribute("height").value());
    constexpr double largest = 14400 / 0.75; // points a PDF page may measure
    if (!width || !height || *width <= 0 || *height <= 0 || *width > largest || *height > largest) {
        problems.unsupported(svg, "page size");
        return a4_landscape;
    }
    return {*width * 0.75, *height * 0.75};
}

Artwork::Artwork(std::shared_ptr<const pugi::xml_document> document, Size page, Placements& placements,
                 Problems& problems)
    : m_document(std::move(document))
    , m_page(page)
    , m_always(recording_of(page))
    , m_without_photo(recording_of(page)) {
    const Context always(cairo_create(m_always.get()));
    const Context without_photo(cairo_create(m_without_photo.get()));
    Painter(m_document->child("svg"), always.get(), without_photo.get(), placements, problems)
        .paint_root(page);
}

void Artwork::draw(cairo_t* context, bool with_photo) const {
    // cairo scales a recording for a picture through whole pixels, which blurs it: a picture is painted
    // afresh.
    if (cairo_surface_get_type(cairo_get_group_target(context)) == CAIRO_SURFACE_TYPE_IMAGE) {
        NoPlacements nothing;
        Problems seen_before;
        const Saved saved(context);
        Painter(m_document->child("svg"), context, with_photo ? nullptr : context, nothing, seen_before)
            .paint_root(m_page);
        return;
    }
    for (const Surface* recording : {&m_always, with_photo ? nullptr : &m_without_photo}) {
        if (!recording) continue;
        cairo_set_source_surface(context, recording->get(), 0, 0);
        cairo_paint(context);
    }
}

} // namespace documents
