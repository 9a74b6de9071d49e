// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ui/chart_view.hpp"

#include "documents/chart.hpp"
#include "documents/ui/program_fonts.hpp"
#include "widgets/accessible.hpp"
#include "widgets/palette.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/dcbuffer.h>
#include <wx/image.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace documents {

namespace {

constexpr double points_a_pixel = 0.75; // a design pixel is 1/96 of an inch, a point 1/72

// A chart's letters grow with the window's.
double points_a_pixel_of(const wxWindow& window) {
    return points_a_pixel / widgets::text_scale(window);
}

ChartLook look() {
    if (!widgets::is_dark()) return {};
    const widgets::Palette& in_use = widgets::palette();
    // In the dark the part is the lighter one: what stands out is read first.
    return {.paper = in_use.paper,
            .ink = in_use.ink,
            .muted = in_use.muted,
            .axis = core::rgb(0x6b7a90),
            .whole = core::rgb(0x33445c),
            .part = in_use.accent,
            .line = in_use.warning};
}

wxBitmap bitmap_of(const Image& image) {
    wxImage copy(image.width, image.height, false);
    std::memcpy(copy.GetData(), image.rgb.data(), image.rgb.size());
    return wxBitmap(copy);
}

} // namespace

ChartView::ChartView(wxWindow* parent, std::string_view id)
    : wxPanel(parent)
    , m_id(id) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, &ChartView::paint, this);
    Bind(wxEVT_KEY_DOWN, &ChartView::key, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        Refresh();
    });
    Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        if (!m_chosen && !m_chart.categories.empty()) step(0);
        Refresh();
    });
    Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        m_chosen.reset();
        tell();
        Refresh();
    });
    Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        const auto at = category_at(event.GetPosition());
        // What is opened may take this chart away.
        if (at && m_open) CallAfter([open = m_open, at = *at] { open(at); });
    });
    Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
        event.Skip();
        const auto at = category_at(event.GetPosition());
        const wxString words = at ? widgets::wx(m_chart.sentence(*at)) : wxString();
        if (words != GetToolTipText()) SetToolTip(words);
    });
}

void ChartView::show(core::Chart chart, std::function<void(std::size_t)> open) {
    m_chart = std::move(chart);
    m_chart.khmer_digits = widgets::digits() == widgets::Digits::khmer;
    m_open = std::move(open);
    m_chosen.reset();
    m_bitmap = wxBitmap();
    m_places.clear();
    SetCursor(m_open ? wxCURSOR_HAND : wxCURSOR_DEFAULT);
    tell();
    InvalidateBestSize();
    SetMinSize(GetBestSize());
    Refresh();
}

wxSize ChartView::DoGetBestClientSize() const {
    const int width = std::max(GetClientSize().x, FromDIP(360));
    const double points = ToDIP(width) * points_a_pixel_of(*this);
    const double height = chart_height(m_chart, points, screen_fonts());
    return {FromDIP(360), FromDIP(static_cast<int>(std::ceil(height / points_a_pixel_of(*this))))};
}

void ChartView::tell() {
    widgets::name_control(*this, m_id,
                          widgets::wx(m_chosen ? m_chart.sentence(*m_chosen) : m_chart.in_words()));
}

std::optional<std::size_t> ChartView::category_at(const wxPoint& point) const {
    for (std::size_t at = 0; at < m_places.size(); ++at)
        if (m_places[at].Contains(point)) return at;
    return std::nullopt;
}

void ChartView::step(int by) {
    const auto count = static_cast<int>(m_chart.categories.size());
    if (count == 0) return;
    const int now = m_chosen ? static_cast<int>(*m_chosen) + by : 0;
    m_chosen = static_cast<std::size_t>(std::clamp(now, 0, count - 1));
    tell();
    Refresh();
}

void ChartView::key(wxKeyEvent& event) {
    if (!m_open) return event.Skip();
    switch (event.GetKeyCode()) {
    case WXK_DOWN:
    case WXK_RIGHT:
        return step(1);
    case WXK_UP:
    case WXK_LEFT:
        return step(-1);
    case WXK_HOME:
        m_chosen.reset();
        return step(0);
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
    case WXK_SPACE:
        if (m_chosen) CallAfter([open = m_open, at = *m_chosen] { open(at); });
        return;
    default:
        event.Skip();
    }
}

void ChartView::draw() {
    const wxSize size = GetClientSize();
    if (size.x < 2 || size.y < 2 || (m_bitmap.IsOk() && m_bitmap.GetSize() == size)) return;
    const double each = points_a_pixel_of(*this);
    const Size points{ToDIP(size.x) * each, ToDIP(size.y) * each};
    const auto drawn = draw_chart(m_chart, points, look(), screen_fonts());
    m_places.clear();
    m_trouble = wxString();
    if (!drawn) {
        // A letter that our fonts lack; the toolkit's own may have it.
        m_trouble = widgets::wx(m_chart.in_words());
        m_bitmap = wxBitmap();
        return;
    }
    m_bitmap = bitmap_of(drawn->page.render(size.x));
    if (m_bitmap.GetSize() != size) m_bitmap = m_bitmap.GetSubBitmap(wxRect(m_bitmap.GetSize()));
    const double scale = size.x / points.width;
    const auto pixels = [&](double value) { return static_cast<int>(std::lround(value * scale)); };
    for (const ChartBox& box : drawn->boxes)
        m_places.emplace_back(pixels(box.x), pixels(box.y), pixels(box.width), pixels(box.height));
}

void ChartView::paint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(widgets::colour::paper));
    dc.Clear();
    draw();
    if (!m_trouble.empty()) {
        dc.SetTextForeground(widgets::colour::ink);
        dc.SetFont(GetFont());
        const int margin = FromDIP(widgets::space::medium);
        dc.DrawText(widgets::wrapped(m_trouble, GetClientSize().x - 2 * margin,
                                     [&](const wxString& line) { return dc.GetTextExtent(line).x; }),
                    margin, margin);
        return;
    }
    if (m_bitmap.IsOk()) dc.DrawBitmap(m_bitmap, 0, 0);
    if (HasFocus() && m_chosen && *m_chosen < m_places.size()) {
        dc.SetBrush(*wxTRANSPARENT_BRUSH);
        dc.SetPen(wxPen(widgets::colour::accent, FromDIP(2)));
        dc.DrawRectangle(m_places[*m_chosen]);
    }
}

} // namespace documents
