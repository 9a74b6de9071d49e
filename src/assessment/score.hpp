// SPDX-License-Identifier: GPL-3.0-or-later
// One mark of a score sheet, and how clerks write it.
#pragma once

#include "core/expected.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assessment {

using Hundredths = std::int64_t;

struct Score {
    enum class State {
        mark,
        absent,   // was not there: no mark, which is not zero
        exempt,   // the subject does not count for this learner
        cheating, // the paper was annulled: counts as zero
    };
    State state = State::mark;
    // Of a mark: 750 is 7.50. Zero in every other state.
    Hundredths hundredths = 0;

    static Score of(Hundredths hundredths) { return {State::mark, hundredths}; }
    friend auto operator<=>(const Score&, const Score&) = default;
};

// The words of score.state in SQL.
std::string_view to_text(Score::State state);
std::optional<Score::State> state_from_text(std::string_view text);

// A cell as typed or imported; blank is no score. Khmer or Latin digits, a point or a comma; the words for
// absent (អវត្តមាន, អម, absent, a), exempt (លើកលែង) and cheating (លួចចម្លង). `maximum` is the subject's, `step`
// the programme's: 25 where marks go by quarter points. Errors: mark.over-maximum {text, maximum},
// mark.negative {text}, mark.too-precise {text}, mark.step {text, step}, mark.unreadable {text}.
core::Expected<std::optional<Score>> read_score(std::string_view typed, Hundredths maximum,
                                                Hundredths step = 1);

// A mark that is there and a whole number of steps; every other state is.
bool on_step(const Score& score, Hundredths step);

// What read_score reads back: "7.50", "អវត្តមាន" …
std::string format_score(const Score& score);

} // namespace assessment
