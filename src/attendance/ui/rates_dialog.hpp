// SPDX-License-Identifier: GPL-3.0-or-later
// Attendance rates by class, month, sex, institution or district: figures beside a chart.
#pragma once

#include "core/date.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace attendance {

// From the school year of `month` to choose from.
void show_rates(wxWindow* parent, const office::Session& session, core::Month month);

} // namespace attendance
