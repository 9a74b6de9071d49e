// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bar_chart.hpp"

#include "widgets/accessible.hpp"
#include "widgets/text.hpp"

#include <wx/control.h>
#include <wx/dcbuffer.h>
#include <wx/translation.h>

#include <algorithm>

namespace widgets {

namespace {

// TRANSLATORS: a bar of a chart: {1} how many people, {2} of whom women.
wxString words_of(const Bar& bar) {
    return fill(_("{1}, {2} female"), {number(bar.value), number(bar.female)});
}

} // namespace

BarChart::BarChart(wxWindow* parent, std::string_view id, const wxString& title, std::vector<Bar> bars)
    : wxPanel(parent)
    , m_title(title)
    , m_bars(std::move(bars)) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    wxString spoken = title;
    for (const Bar& bar : m_bars)
        spoken += "; " + bar.label + ": " + words_of(bar);
    name_control(*this, id, spoken);
    Bind(wxEVT_PAINT, &BarChart::paint, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        Refresh();
    });
}

int BarChart::line_height() const {
    return row_height(*this) + FromDIP(2);
}

wxSize BarChart::DoGetBestClientSize() const {
    const int lines = static_cast<int>(m_bars.size()) + 1;
    return {FromDIP(360), lines * line_height() + 3 * FromDIP(space::medium)};
}

void BarChart::paint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(colour::paper));
    dc.Clear();
    const int margin = FromDIP(space::medium);
    const wxSize size = GetClientSize();
    dc.SetFont(strong_font(*this));
    dc.SetTextForeground(colour::ink);
    dc.DrawText(m_title, margin, margin);
    dc.SetFont(GetFont());

    long long most = 1;
    for (const Bar& bar : m_bars)
        most = std::max(most, bar.value);
    // Names take what the longest needs, up to a half; the words at the right what they need, the bars the
    // rest.
    int longest = 0;
    for (const Bar& bar : m_bars)
        longest = std::max(longest, dc.GetTextExtent(bar.label).x);
    const int names = std::min(longest + margin + FromDIP(space::small), size.x / 2);
    const int figures = FromDIP(120);
    const int room = std::max(FromDIP(20), size.x - names - figures - 3 * margin);
    int y = margin + line_height() + FromDIP(space::small);
    for (const Bar& bar : m_bars) {
        const int thickness = line_height() - FromDIP(14);
        const int text_y = y + (line_height() - dc.GetTextExtent(bar.label).y) / 2;
        dc.SetTextForeground(colour::ink);
        dc.DrawText(wxControl::Ellipsize(bar.label, dc, wxELLIPSIZE_END, names - margin), margin, text_y);
        const auto width = [&](long long value) { return static_cast<int>(value * room / most); };
        dc.SetPen(*wxTRANSPARENT_PEN);
        dc.SetBrush(wxBrush(colour::info_tint));
        dc.DrawRectangle(names + margin, y + FromDIP(7), width(bar.value), thickness);
        dc.SetBrush(wxBrush(colour::accent));
        dc.DrawRectangle(names + margin, y + FromDIP(7), width(bar.female), thickness);
        dc.SetTextForeground(colour::muted);
        dc.DrawText(words_of(bar), names + margin + width(bar.value) + FromDIP(space::small), text_y);
        y += line_height();
    }
}

} // namespace widgets
