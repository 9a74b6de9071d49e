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
};

class Template {
  public:
    // Reads the file and records its artwork once. Errors, all at the byte of the element where one is to
    // blame: template.not-svg {reason}; template.unsupported {what: "element mask" | "attribute filter" |
    // "fill red("}; template.missing-reference {id}; template.unknown-font {family}; document.no-glyph
    // {character, text}.
    static core::Expected<Template> parse(std::string_view svg, const Fonts& fonts);

    // The names between {{ }} in the order they first appear.
    const std::vector<std::string>& placeholders() const;

    // Errors: template.unknown-placeholder {name}; document.no-glyph {character, text};
    // document.text-too-long {text} when it would have to shrink below two fifths; those of decode_image()
    // and make_qr().
    core::Expected<Page> fill(const Filling& filling) const;

  private:
    struct Parts;
    std::shared_ptr<const Parts> m_parts;
};

// The templates that come with the program. An unknown name is our bug.
//
// "certificate-completion", A4 landscape, with a code and a photo, takes
//   administration_km   "រដ្ឋបាលស្រុកថ្មគោល"; office_km; institution_km       the block at the left
//   title_km, title_en                                    what it is: "វិញ្ញាបនបត្របញ្ចប់ការសិក្សា"
//   name_km, name_latin; sex_km, sex_en; born_km, born_en; birthplace_km, birthplace_en
//   programme_km, programme_en; period_km, period_en; result_km, result_en
//   serial                                                as printed, "0202-2026-000001-X"
//   copy_km, copy_en; copy_day_km, copy_day_en            "ទុតិយតា" and "DUPLICATE" on a duplicate, which one
//                                                         and of which day
//   replaces_km, replaces_en                              the serial it replaces, with its words
//   lunar_line, place_day_line, day_en                    above the signature; text or dotted blanks
//   signer_role_km, signer_role_en; signer_name_km, signer_name_latin
// All but title_km, one of the names, programme_km and serial may be empty.
std::string_view shipped_template(std::string_view name);

} // namespace documents
