// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/school_months.hpp"

#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <algorithm>

namespace attendance {

SchoolMonths school_months(core::Month month, core::Day today) {
    const Period year = school_year(core::first_day(month));
    const auto number = [](core::Day day) { return widgets::number(static_cast<int>(day.year())); };
    SchoolMonths all;
    all.periods.push_back(year);
    // TRANSLATORS: a school year, as 2025-2026; both are years.
    all.names.push_back(widgets::fill(_("School year {1}-{2}"), {number(year.first), number(year.last)}));
    const core::Month last = std::min(std::max(month, core::month_of(today)), core::month_of(year.last));
    for (core::Month one = core::month_of(year.first); one <= last; one += std::chrono::months{1}) {
        if (one == month) all.chosen = static_cast<int>(all.periods.size());
        all.periods.push_back(whole_month(one));
        all.names.push_back(widgets::shown(one));
    }
    return all;
}

} // namespace attendance
