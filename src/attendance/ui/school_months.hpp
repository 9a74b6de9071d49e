// SPDX-License-Identifier: GPL-3.0-or-later
// The months of a school year and the year itself, as a choice offers them.
#pragma once

#include "attendance/period.hpp"

#include <wx/string.h>

#include <vector>

namespace attendance {

struct SchoolMonths {
    std::vector<Period> periods; // the whole year first
    std::vector<wxString> names;
    int chosen = 0; // the month asked for
};

// Of the year that `month` lies in, as far as the month of `today` or that month, whichever is later.
SchoolMonths school_months(core::Month month, core::Day today);

} // namespace attendance
