// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/percent_chart.hpp"

#include "widgets/accessible.hpp"
#include "widgets/text.hpp"

#include <wx/control.h>
#include <wx/dcbuffer.h>
#include <wx/translation.h>

#include <algorithm>

namespace widgets {

namespace {

constexpr int whole = 10'000;

} // namespace

PercentChart::PercentChart(wxWindow* parent, std::string_view id, int line)
    : wxPanel(parent)
    , m_id(id)
    , m_line(line) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, &PercentChart::paint, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        Refresh();
    });
}

void PercentChart::show(const wxString& title, std::vector<PercentBar> bars) {
    m_title = title;
    m_bars = std::move(bars);
    wxString spoken = title;
    for (const PercentBar& bar : m_bars)
        spoken += "; " + bar.label + ": " + bar.words;
    name_control(*this, m_id, spoken);
    InvalidateBestSize();
    SetMinSize(GetBestSize());
    Refresh();
}

int PercentChart::line_height() const {
    return row_height(*this) + FromDIP(2);
}

wxSize PercentChart::DoGetBestClientSize() const {
    const int lines = static_cast<int>(m_bars.size()) + 2; // the title, and the line's own words
    return {FromDIP(360), lines * line_height() + 3 * FromDIP(space::medium)};
}

void PercentChart::paint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(colour::paper));
    dc.Clear();
    const int margin = FromDIP(space::medium);
    const wxSize size = GetClientSize();
    dc.SetFont(strong_font(*this));
    dc.SetTextForeground(colour::ink);
    dc.DrawText(wxControl::Ellipsize(m_title, dc, wxELLIPSIZE_END, size.x - 2 * margin), margin, margin);
    dc.SetFont(GetFont());
    if (m_bars.empty()) return;

    // Names take what the longest needs, up to two fifths; the figures what they need, the bars the rest.
    int names = 0, figures = 0;
    for (const PercentBar& bar : m_bars) {
        names = std::max(names, dc.GetTextExtent(bar.label).x);
        figures = std::max(figures, dc.GetTextExtent(bar.words).x);
    }
    names = std::min(names, size.x * 2 / 5);
    const int left = margin + names + FromDIP(space::small);
    const int room = std::max(FromDIP(40), size.x - left - figures - FromDIP(space::small) - margin);
    const auto reach = [&](int share) { return std::clamp(share, 0, whole) * room / whole; };
    const int top = margin + 2 * line_height();
    int y = top;
    dc.SetPen(*wxTRANSPARENT_PEN);
    for (const PercentBar& bar : m_bars) {
        const int text_y = y + (line_height() - dc.GetTextExtent(bar.label).y) / 2;
        dc.SetTextForeground(colour::ink);
        dc.DrawText(wxControl::Ellipsize(bar.label, dc, wxELLIPSIZE_END, names), margin, text_y);
        const int thickness = line_height() - FromDIP(14);
        const bool low = bar.share && *bar.share < m_line;
        dc.SetBrush(wxBrush(colour::closed_tint));
        dc.DrawRectangle(left, y + FromDIP(7), room, thickness);
        if (bar.share) {
            dc.SetBrush(wxBrush(low ? colour::bad : colour::accent));
            dc.DrawRectangle(left, y + FromDIP(7), reach(*bar.share), thickness);
        }
        dc.SetTextForeground(low ? colour::bad : colour::muted);
        dc.DrawText(bar.words, left + room + FromDIP(space::small), text_y);
        y += line_height();
    }
    const int line = left + reach(m_line);
    dc.SetPen(wxPen(colour::warning, FromDIP(2)));
    dc.DrawLine(line, top, line, y);
    dc.SetTextForeground(colour::warning);
    const wxString words = wxString::Format("%d %%", m_line / 100);
    const wxSize extent = dc.GetTextExtent(words);
    dc.DrawText(words, line - extent.x / 2, top - extent.y);
}

} // namespace widgets
