// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/paper_words.hpp"

#include "core/numerals.hpp"

#include <fmt/format.h>

#include <string_view>

namespace certificates {

// Made by the build.
std::string_view resource(std::string_view path);

const attendance::Words& register_words() {
    static const auto shipped = attendance::Words::shipped(resource("certificates/words.txt"));
    return shipped;
}

std::string khmer(std::int64_t number) {
    return core::to_khmer_digits(std::to_string(number));
}

std::string khmer(core::Day day) {
    return core::to_khmer_digits(fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(day.day()),
                                             static_cast<unsigned>(day.month()),
                                             static_cast<int>(day.year())));
}

} // namespace certificates
