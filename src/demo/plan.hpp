// SPDX-License-Identifier: GPL-3.0-or-later
// What a sample office holds, before anybody is invented: its centres and the classes of the year November
// 2025 to August 2026, whatever today is.
#pragma once

#include "core/date.hpp"
#include "demo/names.hpp"
#include "institutions/institution.hpp"

#include <string>
#include <vector>

namespace demo {

struct Centre {
    institutions::Kind kind = institutions::Kind::clc;
    std::optional<institutions::Site> site{};
    std::string village_code{};
    Name name{};
    Name short_name{}; // in the names of its classes
};

// How far a class has come by the end of the year.
enum class Ending {
    open,
    refusals, // closed, and holds learners refused for each reason there is
    approved, // the award list is approved, nothing issued
    issued,
};

struct ClassPlan {
    std::size_t centre = 0;
    std::string programme{};
    Name name{};
    core::Day first_day{};
    core::Day last_day{};
    std::string weekdays{};
    int session_minutes = 120;
    int learners = 0;
    Ending ending = Ending::open;
};

struct Plan {
    std::vector<Centre> centres;
    std::vector<ClassPlan> classes;
};

// 12 centres and 40 classes for 1,000 learners, and in that proportion; never fewer than four classes, so
// that each ending is there.
Plan make_plan(int learners);

} // namespace demo
