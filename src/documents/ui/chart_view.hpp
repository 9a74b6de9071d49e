// SPDX-License-Identifier: GPL-3.0-or-later
// A chart on the screen, drawn by the painter that also draws it on paper, walked with the arrow keys and
// said in words to a screen reader.
#pragma once

#include "core/chart.hpp"
#include "widgets/theme.hpp"

#include <wx/bitmap.h>
#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

class ChartView : public wxPanel {
  public:
    ChartView(wxWindow* parent, std::string_view id);

    // `open` is told the category that was clicked, or chosen with Enter; empty: the chart leads nowhere and
    // the keyboard passes it by.
    void show(core::Chart chart, std::function<void(std::size_t category)> open = {});
    const core::Chart& chart() const { return m_chart; }

    bool AcceptsFocus() const override { return m_open != nullptr; }
    bool AcceptsFocusFromKeyboard() const override { return m_open != nullptr; }

  protected:
    wxSize DoGetBestClientSize() const override;

  private:
    // The bitmap for the size that the control has, drawn anew where it does not fit.
    void draw();
    void paint(wxPaintEvent& event);
    void key(wxKeyEvent& event);
    void step(int by);
    void tell();
    std::optional<std::size_t> category_at(const wxPoint& point) const;

    std::string m_id;
    core::Chart m_chart;
    std::function<void(std::size_t)> m_open;
    wxBitmap m_bitmap;
    std::vector<wxRect> m_places; // of the categories, in the control's pixels
    std::optional<std::size_t> m_chosen;
    wxString m_trouble; // in place of a drawing that cannot be made
};

} // namespace documents
