// SPDX-License-Identifier: GPL-3.0-or-later
// The page where a class's month is taken, as on the paper register.
#pragma once

#include "classes/class.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <functional>

namespace attendance {

// Makes the sheets that centres fill in, beginning with this class and month.
using MakeRegisters = std::function<void(widgets::Page*, classes::ClassId, core::Month)>;

// Its id is "attendance"; it opens "12", the class's id, or "12 2025-12" with the month.
widgets::PageEntry register_page(office::Session& session, MakeRegisters sheets);

} // namespace attendance
