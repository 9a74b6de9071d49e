// SPDX-License-Identifier: GPL-3.0-or-later
// One font file, open for shaping (HarfBuzz) and for drawing (cairo over FreeType). Inside documents only.
#pragma once

#include <cairo.h>
#include <hb.h>

#include <filesystem>
#include <memory>

namespace documents {

class Face {
  public:
    // Throws WorldFailure font.damaged with the file as its place.
    explicit Face(const std::filesystem::path& file);

    hb_font_t* shaping() const { return m_shaping.get(); }
    cairo_font_face_t* drawing() const { return m_drawing.get(); }
    double units_per_em() const { return m_units_per_em; }
    bool covers(char32_t code_point) const;

  private:
    struct Release {
        void operator()(hb_font_t* font) const { hb_font_destroy(font); }
        void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
    };
    std::unique_ptr<hb_font_t, Release> m_shaping;
    std::unique_ptr<cairo_font_face_t, Release> m_drawing;
    double m_units_per_em = 0;
};

} // namespace documents
