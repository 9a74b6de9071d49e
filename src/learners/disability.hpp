// SPDX-License-Identifier: GPL-3.0-or-later
// Disability by the six questions of the Washington Group Short Set, and what lists say instead.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace learners {

// "Do you have difficulty …?" no; some; a lot; cannot do at all.
enum class Difficulty { none = 1, some = 2, a_lot = 3, cannot = 4 };

// Nothing: not asked.
struct WashingtonGroup {
    std::optional<Difficulty> seeing{};
    std::optional<Difficulty> hearing{};
    std::optional<Difficulty> walking{};
    std::optional<Difficulty> remembering{};
    std::optional<Difficulty> self_care{};
    std::optional<Difficulty> communicating{};

    std::array<std::optional<Difficulty>, 6> answers() const {
        return {seeing, hearing, walking, remembering, self_care, communicating};
    }
    bool asked() const;
    // The group's usual cut-off: a lot of difficulty, or worse, in at least one domain.
    bool has_disability() const;
    friend bool operator==(const WashingtonGroup&, const WashingtonGroup&) = default;
};

// What a list's column says of a disability: the text, or nothing where it says in any of the usual ways that
// there is none (គ្មាន, ទេ, no, -, 0).
std::optional<std::string> stated_disability(std::string_view cell);

} // namespace learners
