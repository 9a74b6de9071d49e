// SPDX-License-Identifier: GPL-3.0-or-later
// The one painter of charts: the same drawing on the screen, on the printer and in a PDF. What a chart says
// is told by lightness, pattern and words, never by colour alone, so that a black printer loses nothing.
#pragma once

#include "core/chart.hpp"
#include "core/clock.hpp"
#include "core/expected.hpp"
#include "core/rgb.hpp"
#include "documents/fonts.hpp"
#include "documents/page.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace documents {

// The colours it is drawn in; by itself those of paper.
struct ChartLook {
    core::Rgb paper = core::rgb(0xffffff);
    core::Rgb ink = core::rgb(0x1c2533);
    core::Rgb muted = core::rgb(0x4b5563);
    core::Rgb axis = core::rgb(0x7d8794);
    core::Rgb whole = core::rgb(0xd3dff0); // light, with a rim
    core::Rgb part = core::rgb(0x1f4f8f);  // dark
    core::Rgb line = core::rgb(0x85390a);  // what is to be reached
};

// Where a category stands on the drawing, in points.
struct ChartBox {
    double x = 0, y = 0, width = 0, height = 0;
};

struct DrawnChart {
    Page page;
    std::vector<ChartBox> boxes; // as many as categories
};

// As high as the chart likes to be when it is that many points wide.
double chart_height(const core::Chart& chart, double width, const Fonts& fonts);

// Error: document.no-glyph {character, text}.
core::Expected<DrawnChart> draw_chart(const core::Chart& chart, Size size, const ChartLook& look,
                                      const Fonts& fonts);

// Charts on A4, one below the other over as many pages as they need, under the office's name and a title.
struct ChartPaper {
    std::string office;
    std::string title;
    std::vector<core::Chart> charts;
    bool sample = false;
};
core::Expected<std::vector<Page>> lay_out(const ChartPaper& paper, const Fonts& fonts);

// The same as .pdf, whole or not at all. Errors: file.kind {kinds} where the name ends otherwise; those of
// lay_out(). WorldFailure file.write.
core::Expected<void> write_chart_paper(const std::filesystem::path& path, const ChartPaper& paper,
                                       const Fonts& fonts, core::Moment made_at);

} // namespace documents
