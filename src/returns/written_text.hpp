// SPDX-License-Identifier: GPL-3.0-or-later
// What a person writes into a return or a receipt: an explanation, a remark, a reason.
#pragma once

#include "core/expected.hpp"
#include "core/tidy.hpp"

#include <string>
#include <string_view>

namespace returns {

// In letters; it must fit a cell that a person reads.
inline constexpr std::size_t longest_written_text = 1000;

// Tidied. Error: written.too-long {most, letters}.
inline core::Expected<std::string> written_text(std::string_view typed) {
    std::string text = core::tidy(typed);
    std::size_t letters = 0;
    for (const char byte : text)
        letters += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; // not the inside of a character
    if (letters <= longest_written_text) return text;
    return core::fail(core::Error{"written.too-long"}
                          .with("most", std::to_string(longest_written_text))
                          .with("letters", std::to_string(letters)));
}

} // namespace returns
