// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/chart.hpp"

#include "documents/chart_drawing.hpp"
#include "documents/file.hpp"
#include "documents/pdf.hpp"

#include <algorithm>
#include <cmath>

namespace documents {

namespace {

constexpr double margin = 42;
constexpr double between = 14;
constexpr Lettering office_lettering{Typeface::body, 10, Align::left};
constexpr Lettering heading_lettering{Typeface::heading, 13, Align::left};

struct Placed {
    std::vector<ChartBox> boxes;
    std::optional<core::Error> error;
};

// Onto a page, on the look's own ground.
Placed place(PageContent& page, double x, double y, Size size, const core::Chart& chart,
             const ChartLook& look, const Fonts& fonts) {
    const auto part = [](std::uint8_t value) { return value / 255.0; };
    page.marks.emplace_back(FillMark{{x, y, size.width, size.height},
                                     {part(look.paper.red), part(look.paper.green), part(look.paper.blue)}});
    ChartDrawing drawing(page, x, y, chart, size.width, look, fonts);
    const double head = drawing.draw_head();
    drawing.draw_plot(head, std::max(size.height - ChartDrawing::pad, head + 40));
    return {std::move(drawing.boxes()), drawing.first_error()};
}

} // namespace

double chart_height(const core::Chart& chart, double width, const Fonts& fonts) {
    PageContent nowhere;
    const ChartLook look;
    ChartDrawing drawing(nowhere, 0, 0, chart, width, look, fonts);
    const double head = drawing.draw_head();
    return std::ceil(head + drawing.plot_height() + ChartDrawing::pad);
}

core::Expected<DrawnChart> draw_chart(const core::Chart& chart, Size size, const ChartLook& look,
                                      const Fonts& fonts) {
    auto page = std::make_shared<PageContent>();
    page->size = size;
    Placed placed = place(*page, 0, 0, size, chart, look, fonts);
    if (placed.error) return core::fail(*placed.error);
    return DrawnChart{Page(std::move(page)), std::move(placed.boxes)};
}

core::Expected<std::vector<Page>> lay_out(const ChartPaper& paper, const Fonts& fonts) {
    const double width = a4_portrait.width - 2 * margin;
    Typesetter setter(fonts);
    std::vector<std::shared_ptr<PageContent>> pages;
    double y = 0;
    const auto next_page = [&] {
        pages.push_back(std::make_shared<PageContent>());
        pages.back()->size = a4_portrait;
        y = margin;
    };
    next_page();
    y += setter.put(*pages.back(), paper.office, office_lettering, margin, y, width);
    y += setter.put(*pages.back(), paper.title, heading_lettering, margin, y, width) + between / 2;
    if (setter.first_error()) return core::fail(*setter.first_error());
    for (const core::Chart& chart : paper.charts) {
        const double height = std::min(chart_height(chart, width, fonts), a4_portrait.height - 2 * margin);
        if (y + height > a4_portrait.height - margin) next_page();
        const Placed placed = place(*pages.back(), margin, y, {width, height}, chart, {}, fonts);
        if (placed.error) return core::fail(*placed.error);
        y += height + between;
    }
    std::vector<Page> finished;
    for (auto& page : pages) {
        if (paper.sample) page->marks.push_back(sample_overprint(page->size, fonts));
        finished.emplace_back(std::move(page));
    }
    return finished;
}

core::Expected<void> write_chart_paper(const std::filesystem::path& path, const ChartPaper& paper,
                                       const Fonts& fonts, core::Moment made_at) {
    if (path.extension() != ".pdf") return core::fail(core::Error{"file.kind"}.with("kinds", ".pdf"));
    const auto pages = lay_out(paper, fonts);
    if (!pages) return core::fail(pages.error());
    write_file(path, to_pdf(*pages, {.title = paper.title, .author = paper.office, .created = made_at}));
    return {};
}

} // namespace documents
