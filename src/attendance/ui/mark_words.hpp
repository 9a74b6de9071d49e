// SPDX-License-Identifier: GPL-3.0-or-later
// A mark as people read it: its letter in a cell, and its words.
#pragma once

#include "attendance/mark.hpp"

#include <wx/string.h>

#include <array>

namespace attendance {

// All of them, in the order in which they are offered.
inline constexpr std::array all_marks = {Mark::none, Mark::permission,      Mark::absent,
                                         Mark::late, Mark::half_permission, Mark::half_absent};

// The letter, by the language of the screen: ច អ យ or P A L, with ½ for half a day; empty for none.
wxString shown(Mark mark);

// "Absent with permission"; none is "Present".
wxString in_words(Mark mark);

} // namespace attendance
