// SPDX-License-Identifier: GPL-3.0-or-later
// A result in the words of the screen.
#pragma once

#include "assessment/results.hpp"
#include "widgets/theme.hpp"

#include <wx/string.h>

namespace assessment {

// What the result means where the programme says so, else pass or fail.
wxString result_label(const Result& result);
widgets::Tone result_tone(const Result& result);

} // namespace assessment
