// SPDX-License-Identifier: GPL-3.0-or-later
// A few figures as bars beside their names, each with the part of it that is women; readable without colour
// and said in words to a screen reader.
#pragma once

#include "widgets/theme.hpp"

#include <wx/panel.h>

#include <string_view>
#include <vector>

namespace widgets {

struct Bar {
    wxString label;
    long long value = 0;
    long long female = 0;
};

class BarChart : public wxPanel {
  public:
    BarChart(wxWindow* parent, std::string_view id, const wxString& title, std::vector<Bar> bars);

  protected:
    wxSize DoGetBestClientSize() const override;

  private:
    void paint(wxPaintEvent& event);
    int line_height() const;
    wxString m_title;
    std::vector<Bar> m_bars;
};

} // namespace widgets
