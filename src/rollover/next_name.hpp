// SPDX-License-Identifier: GPL-3.0-or-later
// What a class is called a year later: the years and the level's number in its name go up, all else stays.
#pragma once

#include "core/school_year.hpp"
#include "programmes/pack.hpp"

#include <string>
#include <string_view>

namespace rollover {

// "Grade 1 A 2025-2026" at the level above is "Grade 2 A 2026-2027", in the digits in which it is written.
// `from` and `to` are levels of one programme, the same one for a class that keeps its level.
std::string next_name(std::string_view name, core::SchoolYear year, const programmes::Wording& from,
                      const programmes::Wording& to);

} // namespace rollover
