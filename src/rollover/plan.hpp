// SPDX-License-Identifier: GPL-3.0-or-later
// What rolling a year over would do: for each learner what becomes of them and where they go, and the classes
// of the next year. Made from what was gathered and what a person chose otherwise; pure.
#pragma once

#include "core/expected.hpp"
#include "rollover/decision.hpp"
#include "rollover/year_end.hpp"

#include <map>
#include <vector>

namespace rollover {

// A class of the next year: the one that follows `from` at the same level, or at the level above.
struct NextKey {
    classes::ClassId from{};
    bool above = false;
    friend auto operator<=>(const NextKey&, const NextKey&) = default;
};

// What a person chose otherwise than the rules.
struct Choices {
    struct Chosen {
        Decision decision = Decision::repeat;
        std::string reason{};
    };
    std::map<classes::EnrolmentId, Chosen> learners{};
    struct Names {
        std::string km{};
        std::string latin{};
    };
    std::map<NextKey, Names> names{};
    std::vector<NextKey> opened_empty{}; // though nobody goes into them
};

struct Line {
    std::size_t from = 0; // index of the year's classes
    std::size_t at = 0;   // index of its learners
    Ruling by_rule{};
    Decision decision = Decision::repeat;
    std::string reason{}; // why not as the rules say; empty where it is
    bool may_promote = false;
    std::optional<std::size_t> into{}; // index of the next classes
};

struct NextClass {
    NextKey key{};
    classes::Class made{}; // as it will be opened; with its id once it is
    std::string programme{};
    // Index of the year's class whose educators and schedule it has; nothing of one opened before.
    std::optional<std::size_t> like{};
    std::int64_t going = 0;
    bool opened_empty = false;
    // Before; and the places it gets because more go into it.
    std::optional<int> capacity_before{};

    bool opened_before() const { return !like; }
    bool comes() const { return going > 0 || opened_empty; }
};

struct Plan {
    std::vector<Line> lines{};
    std::vector<NextClass> next{};

    std::int64_t count(Decision decision) const;
};

// Errors, each with {learner} or {class}: rollover.learner-unknown, rollover.no-reason,
// rollover.no-level-above {class}; class.name-missing.
core::Expected<Plan> make_plan(const YearEnd& end, const Choices& choices);

} // namespace rollover
