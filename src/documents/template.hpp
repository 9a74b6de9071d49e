// SPDX-License-Identifier: GPL-3.0-or-later
// A document's look as an SVG that an officer can edit in Inkscape, and the pages made by filling it.
//
// Artwork may use: g, use, path, rect, circle, ellipse, line, polyline, polygon, defs, linearGradient,
// radialGradient, clipPath, image (PNG or JPEG inside the file); transform; fill, stroke, opacity and their
// kin, as attributes or in `style`. Comments, metadata and elements of other namespaces (Inkscape's own) are
// passed over. All else is an error that names it: a page must never silently come out without a part of its
// artwork.
//
// Text stands above the artwork, in one of the families of fonts.hpp:
//   {{name}}        is replaced by the value of that name; a line all of whose placeholders are empty is left
//                   out, its fixed words too, and so is a <tspan> within a line
//   <tspan>         without x and y changes font, size or colour within the line; with them, or with
//                   sodipodi:role="line", it begins a line of its own
//   data-width="W"  shrinks a line that is wider than W user units
//   data-lines="N"  breaks it into up to N lines of that width before shrinking; line-height (default 1.5)
//   letter-spacing  for text without Khmer only
// Boxes: <rect data-role="qr"> and <rect data-role="photo"> say where the code and the photo are drawn and
// are not drawn themselves; <g data-role="no-photo"> is drawn only where there is no photo. <g
// data-role="lines"> closes up when lines in it are left out, or moves apart when rows are added: its texts
// share the height, the middle stays.
//
// A template and its pages belong to one thread at a time.
#pragma once

#include "core/expected.hpp"
#include "documents/fonts.hpp"
#include "documents/page.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

// What one page is filled with. Empty values are allowed; names the template does not use are not looked at.
struct Filling {
    std::map<std::string, std::string, std::less<>> values;
    // A JPEG or PNG file's bytes, or empty.
    std::string photo;
    // The text of the QR code, or empty.
    std::string code;
    // Prints គំរូ SAMPLE across the page, whatever the template.
    bool sample = false;
    // The paper bears the artwork and the fixed words already: only values, photo and code are drawn, where
    // they stand in the template, moved by so many points to the right and down.
    bool pre_printed = false;
    double right = 0;
    double down = 0;
};

// A place for a picture, in millimetres.
struct BoxSize {
    double width = 0;
    double height = 0;
};

class Template {
  public:
    // Reads the file and records its artwork once. Errors, all at the byte of the element where one is to
    // blame: template.not-svg {reason}; template.unsupported {what: "element mask" | "attribute filter" |
    // "fill red("}; template.missing-reference {id}; template.unknown-font {family}; document.no-glyph
    // {character, text}.
    static core::Expected<Template> parse(std::string_view svg, const Fonts& fonts);
    // The same, with everything that is wrong in `problems`; nothing where there was anything.
    static std::optional<Template> inspect(std::string_view svg, const Fonts& fonts,
                                           std::vector<core::Error>& problems);

    // The names between {{ }} in the order they first appear.
    const std::vector<std::string>& placeholders() const;

    // A second box of the same kind is a problem of parse().
    std::optional<BoxSize> code_box() const;
    std::optional<BoxSize> photo_box() const;
    Size size() const;

    // Errors: template.unknown-placeholder {name}; document.no-glyph {character, text};
    // document.text-too-long {text} when it would have to shrink below two fifths; those of decode_image()
    // and make_qr().
    core::Expected<Page> fill(const Filling& filling) const;

    // Everything that stands in the way of these values looking right, each with {text, element} at its byte:
    // what fill() refuses, and template.outside-page {text} where a text leaves the page, template.over-box
    // {text, box} where it runs over the code or the photo, template.small {text, percent} where it is shrunk
    // below two thirds.
    std::vector<core::Error> complaints(const Filling& filling) const;

    struct Parts;

  private:
    std::shared_ptr<const Parts> m_parts;
};

// The byte of the first {{name}} in an SVG's text, or nothing.
std::optional<std::size_t> find_placeholder(std::string_view svg, std::string_view name);

// The templates that come with the program: what each takes is told in templates/document.hpp. An unknown
// name is our bug.
std::string_view shipped_template(std::string_view name);

} // namespace documents
