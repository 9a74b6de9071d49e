// SPDX-License-Identifier: GPL-3.0-or-later
// QR codes to be drawn on a page.
#pragma once

#include "core/expected.hpp"

#include <string_view>
#include <vector>

namespace documents {

// `size` x `size` modules, rows from the top, true is dark; without the quiet zone.
struct QrCode {
    int size = 0;
    std::vector<bool> modules;
    bool dark(int x, int y) const { return modules[static_cast<std::size_t>(y * size + x)]; }
};

// Light modules that must stay free on each side (ISO/IEC 18004).
inline constexpr int quiet_zone = 4;

// At error correction level M, the smallest version that holds `text`; text of digits, capitals and "
// $%*+-./:" takes the alphanumeric mode. Error: qr.too-long {length}.
core::Expected<QrCode> make_qr(std::string_view text);

} // namespace documents
