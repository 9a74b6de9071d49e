// SPDX-License-Identifier: GPL-3.0-or-later
// Srok's colours, once for a light desktop and once for a dark one. Every pair of text and ground that is
// used has a contrast of at least 4.5 (tests/widgets/palette_test.cpp).
#pragma once

#include "core/rgb.hpp"

namespace widgets {

struct Palette {
    core::Rgb ink, muted; // text, and text that stands back
    core::Rgb faint;      // what is drawn and not read: the picture of an empty list
    core::Rgb line;       // hairlines
    core::Rgb paper, ground;
    core::Rgb selected, hover; // a row that is chosen, a flat button under the pointer
    core::Rgb navy, navy_text, navy_hover;
    core::Rgb accent; // figures and bars
    // Buttons that lead on, with white letters; and where they are not allowed.
    core::Rgb primary, primary_hover, primary_pressed, primary_off, primary_off_text;
    core::Rgb danger, danger_hover, danger_pressed, danger_off, danger_off_text;
    core::Rgb good, good_tint;
    core::Rgb warning, warning_tint;
    core::Rgb bad, bad_tint;
    core::Rgb info, info_tint;
    core::Rgb closed_tint;
};

inline constexpr Palette light_palette{
    .ink = core::rgb(0x1c2533),
    .muted = core::rgb(0x5b6778),
    .faint = core::rgb(0xa9b8ce),
    .line = core::rgb(0xdfe3ea),
    .paper = core::rgb(0xffffff),
    .ground = core::rgb(0xf5f6f9),
    .selected = core::rgb(0xd3e3f8),
    .hover = core::rgb(0xe4e9f1),
    .navy = core::rgb(0x142c50),
    .navy_text = core::rgb(0xd5deec),
    .navy_hover = core::rgb(0x1f3d69),
    .accent = core::rgb(0x1f62b5),
    .primary = core::rgb(0x1f62b5),
    .primary_hover = core::rgb(0x2568bd),
    .primary_pressed = core::rgb(0x174b8c),
    .primary_off = core::rgb(0xdde5f0),
    .primary_off_text = core::rgb(0x5b6778),
    .danger = core::rgb(0xa81f1f),
    .danger_hover = core::rgb(0xc02a2a),
    .danger_pressed = core::rgb(0x861818),
    .danger_off = core::rgb(0xf3e2e2),
    .danger_off_text = core::rgb(0x76585a),
    .good = core::rgb(0x1b6b3a),
    .good_tint = core::rgb(0xdff2e4),
    .warning = core::rgb(0x854d00),
    .warning_tint = core::rgb(0xffefcc),
    .bad = core::rgb(0xa81f1f),
    .bad_tint = core::rgb(0xfcdfdd),
    .info = core::rgb(0x1c559c),
    .info_tint = core::rgb(0xdce9fa),
    .closed_tint = core::rgb(0xeceef2),
};

inline constexpr Palette dark_palette{
    .ink = core::rgb(0xe6eaf0),
    .muted = core::rgb(0xa7b1c0),
    .faint = core::rgb(0x6b7a90),
    .line = core::rgb(0x3a4350),
    .paper = core::rgb(0x1f252d),
    .ground = core::rgb(0x171b21),
    .selected = core::rgb(0x26456f),
    .hover = core::rgb(0x2b333e),
    .navy = core::rgb(0x0f1d33),
    .navy_text = core::rgb(0xd5deec),
    .navy_hover = core::rgb(0x1f3d69),
    .accent = core::rgb(0x7db3f5),
    .primary = core::rgb(0x2466b8),
    .primary_hover = core::rgb(0x2c70c4),
    .primary_pressed = core::rgb(0x1c5299),
    .primary_off = core::rgb(0x2a3442),
    .primary_off_text = core::rgb(0xa7b1c0),
    .danger = core::rgb(0xb53030),
    .danger_hover = core::rgb(0xc23a3a),
    .danger_pressed = core::rgb(0x8f2323),
    .danger_off = core::rgb(0x3d2a2b),
    .danger_off_text = core::rgb(0xc9a9a9),
    .good = core::rgb(0x7fd29b),
    .good_tint = core::rgb(0x17351f),
    .warning = core::rgb(0xf0bd62),
    .warning_tint = core::rgb(0x3a2c0c),
    .bad = core::rgb(0xf59a92),
    .bad_tint = core::rgb(0x451d1c),
    .info = core::rgb(0x8fbdf5),
    .info_tint = core::rgb(0x17304f),
    .closed_tint = core::rgb(0x2a313b),
};

// The one in use. Windows already made keep their colours: build them again.
const Palette& palette();

} // namespace widgets
