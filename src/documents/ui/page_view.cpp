// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ui/page_view.hpp"

#include "widgets/theme.hpp"

#include <wx/dcbuffer.h>
#include <wx/image.h>
#include <wx/settings.h>

#include <algorithm>

namespace documents {

namespace {

using widgets::space::medium;

constexpr int least_width = 200;
constexpr int most_width = 3000;
constexpr double points_an_inch = 72;
constexpr double dots_an_inch = 96;

} // namespace

PageView::PageView(wxWindow* parent)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxHSCROLL | wxVSCROLL | wxWANTS_CHARS) {
    SetBackgroundColour(widgets::colour::closed_tint);
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(FromDIP(16), FromDIP(16));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fit_in();
        Refresh();
    });
}

void PageView::show(const Page& page) {
    const bool first = !m_page;
    const int width = m_bitmap.IsOk() ? m_bitmap.GetWidth() : 0;
    m_page = page;
    m_bitmap = wxBitmap();
    Scroll(0, 0);
    if (m_fit == Fit::none && !first)
        draw_at(width);
    else
        fit_in();
}

void PageView::fit(Fit fit) {
    m_fit = fit;
    fit_in();
}

void PageView::fit_in() {
    if (!m_page || m_fit == Fit::none) return;
    const int bar = m_fit == Fit::width ? wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this) : 0;
    const wxSize room = GetSize() - FromDIP(wxSize(2 * medium, 2 * medium));
    const Size size = m_page->size();
    const double across = std::max(0, room.x - bar) / size.width;
    draw_at(static_cast<int>(size.width *
                             (m_fit == Fit::width ? across : std::min(across, room.y / size.height))));
}

void PageView::zoom(double factor) {
    if (!m_bitmap.IsOk()) return;
    m_fit = Fit::none;
    draw_at(static_cast<int>(m_bitmap.GetWidth() * factor));
}

bool PageView::scroll_by_window(bool down) {
    int step = 0;
    int across = 0;
    GetScrollPixelsPerUnit(&across, &step);
    const wxPoint before = GetViewStart();
    const int window = step > 0 ? GetClientSize().y / step : 0;
    Scroll(-1, std::max(0, before.y + (down ? window : -window)));
    return GetViewStart().y != before.y;
}

int PageView::percent() const {
    if (!m_page || !m_bitmap.IsOk()) return 0;
    const double full = FromDIP(1) * m_page->size().width / points_an_inch * dots_an_inch;
    return static_cast<int>(m_bitmap.GetWidth() * 100 / full + 0.5);
}

void PageView::draw_at(int width) {
    width = std::clamp(width, FromDIP(least_width), FromDIP(most_width));
    if (m_bitmap.IsOk() && m_bitmap.GetWidth() == width) return;
    const Image drawn = m_page->render(width);
    // wxImage wants to free what it is given, the vector too: it gets a copy.
    wxImage image(drawn.width, drawn.height, false);
    std::copy(drawn.rgb.begin(), drawn.rgb.end(), image.GetData());
    m_bitmap = wxBitmap(image);
    SetVirtualSize(m_fit == Fit::whole ? wxSize(1, 1)
                                       : m_bitmap.GetSize() + FromDIP(wxSize(2 * medium, 2 * medium)));
    Refresh();
    if (m_zoomed) m_zoomed();
}

void PageView::paint() {
    wxAutoBufferedPaintDC dc(this);
    DoPrepareDC(dc);
    dc.SetBackground(GetBackgroundColour());
    dc.Clear();
    if (!m_bitmap.IsOk()) return;
    const wxSize room = GetSize();
    const wxPoint corner(std::max(FromDIP(medium), (room.x - m_bitmap.GetWidth()) / 2),
                         std::max(FromDIP(medium), (room.y - m_bitmap.GetHeight()) / 2));
    dc.DrawBitmap(m_bitmap, corner);
    dc.SetPen(wxPen(widgets::colour::line));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(wxRect(corner, m_bitmap.GetSize()).Inflate(1));
}

} // namespace documents
