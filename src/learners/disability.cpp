// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/disability.hpp"

#include "core/fold.hpp"
#include "core/tidy.hpp"

#include <algorithm>

namespace learners {

bool WashingtonGroup::asked() const {
    const auto all = answers();
    return std::any_of(all.begin(), all.end(), [](const auto& answer) { return answer.has_value(); });
}

bool WashingtonGroup::has_disability() const {
    const auto all = answers();
    return std::any_of(all.begin(), all.end(),
                       [](const auto& answer) { return answer && *answer >= Difficulty::a_lot; });
}

std::optional<std::string> stated_disability(std::string_view cell) {
    static constexpr std::array<std::string_view, 11> none = {
        "គ្មាន", "គ្មានពិការភាព", "មិនមាន", "មិនពិការ", "ទេ", "អត់", "ធម្មតា", "no", "none", "n/a", "0"};
    std::string text = core::tidy(cell);
    const std::string folded = core::fold_name(text);
    // A dash folds to nothing.
    const bool denied = folded.empty() || std::any_of(none.begin(), none.end(), [&](std::string_view word) {
                            return core::fold_name(word) == folded;
                        });
    if (denied) return std::nullopt;
    return text;
}

} // namespace learners
