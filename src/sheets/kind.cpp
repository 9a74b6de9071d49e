// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/kind.hpp"

#include <algorithm>
#include <array>

namespace sheets {
namespace {

constexpr std::array<std::string_view, 3> names = {"learners", "attendance", "scores"};

} // namespace

std::string_view to_text(Kind kind) {
    return names[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kind_from_text(std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Kind>(found - names.begin());
}

} // namespace sheets
