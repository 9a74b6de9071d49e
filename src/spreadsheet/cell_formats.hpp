// SPDX-License-Identifier: GPL-3.0-or-later
// The looks of written cells, made once in a workbook.
#pragma once

#include "spreadsheet/writer.hpp"

#include <xlsxwriter.h>

#include <array>
#include <cstddef>

namespace spreadsheet {

inline constexpr const char* body_font = "Khmer OS Battambang";
inline constexpr const char* title_font = "Khmer OS Muol Light";

class CellFormats {
  public:
    explicit CellFormats(lxw_workbook* workbook);
    lxw_format* of(Style style) const { return m_formats[static_cast<std::size_t>(style)]; }
    lxw_format* highlight(Highlight::Colour colour) const {
        return m_colours[static_cast<std::size_t>(colour)];
    }

  private:
    std::array<lxw_format*, static_cast<std::size_t>(Style::key) + 1> m_formats{};
    std::array<lxw_format*, static_cast<std::size_t>(Highlight::Colour::good) + 1> m_colours{};
};

} // namespace spreadsheet
