// SPDX-License-Identifier: GPL-3.0-or-later
// Shares of a hundred as bars beside their names, with a line that they should reach; readable without colour
// and said in words to a screen reader.
#pragma once

#include "widgets/theme.hpp"

#include <wx/panel.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace widgets {

struct PercentBar {
    wxString label;
    // In hundredths of a percent; nothing where there is nothing to count.
    std::optional<int> share;
    wxString words; // at the bar's end: "92.50 %"
};

class PercentChart : public wxPanel {
  public:
    // `line` in hundredths of a percent.
    PercentChart(wxWindow* parent, std::string_view id, int line);

    void show(const wxString& title, std::vector<PercentBar> bars);

  protected:
    wxSize DoGetBestClientSize() const override;

  private:
    void paint(wxPaintEvent& event);
    int line_height() const;

    std::string m_id;
    int m_line;
    wxString m_title;
    std::vector<PercentBar> m_bars;
};

} // namespace widgets
