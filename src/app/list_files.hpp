// SPDX-License-Identifier: GPL-3.0-or-later
// A list of any window as a workbook and on paper, exactly as it is seen; and where windows remember what a
// person chose.
#pragma once

#include "core/error.hpp"
#include "widgets/job_panel.hpp"

#include <wx/string.h>

#include <functional>
#include <string>

namespace app {

// What the lists ask of the program while an office is open.
struct ListDesk {
    std::function<std::string()> office; // whose lists they are
    std::function<widgets::JobPanel&()> jobs;
    std::function<wxString(const core::Error&)> sentence;
};

// For all windows, until close_list_desk(): lists are neither printed nor saved without an office.
void open_list_desk(ListDesk desk);
void close_list_desk();

// In the preferences of this computer.
void install_memory();

} // namespace app
