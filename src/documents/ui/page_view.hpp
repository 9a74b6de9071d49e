// SPDX-License-Identifier: GPL-3.0-or-later
// One page on the screen, whole or enlarged.
#pragma once

#include "documents/page.hpp"

#include <wx/bitmap.h>
#include <wx/scrolwin.h>

#include <functional>
#include <optional>

namespace documents {

// In device pixels, drawn anew for each size, with scroll bars when it is larger than its window.
class PageView final : public wxScrolledCanvas {
  public:
    enum class Fit { whole, width, none };

    explicit PageView(wxWindow* parent);

    void show(const Page& page);
    void fit(Fit fit);
    // Times its present size, within bounds.
    void zoom(double factor);
    // A window's height further down or up; false at the page's end.
    bool scroll_by_window(bool down);
    // Of the paper's own size on a screen of 96 dots an inch.
    int percent() const;
    Fit fit() const { return m_fit; }
    // After the size that the page is drawn in changed.
    void on_zoom(std::function<void()> zoomed) { m_zoomed = std::move(zoomed); }

  private:
    void fit_in();
    void draw_at(int width);
    void paint();

    std::optional<Page> m_page;
    wxBitmap m_bitmap;
    Fit m_fit = Fit::whole;
    std::function<void()> m_zoomed;
};

} // namespace documents
