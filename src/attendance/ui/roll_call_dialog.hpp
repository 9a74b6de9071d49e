// SPDX-License-Identifier: GPL-3.0-or-later
// The roll call of one day as a plain list, every line readable by a screen reader: a key sets the mark of
// the learner and goes to the next.
#pragma once

#include "attendance/register.hpp"
#include "attendance/sitting.hpp"
#include "office/ui/session.hpp"

class wxWindow;

namespace attendance {

// Each mark is written as it is typed. The day is a school day that has come; `shown` follows what is
// written.
void call_roll(wxWindow* parent, const office::Session& session, Sitting& sitting, const Letters& letters,
               Register& shown, core::Day day);

} // namespace attendance
