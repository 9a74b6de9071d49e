// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs of this sitting in a window of their own: what runs and how far, what ran, what came of it and
// where its file lies.
#pragma once

class wxWindow;

namespace widgets {

// Opens it over `parent`, or brings it to the front; it stays open while jobs run and end.
void show_jobs(wxWindow* parent);

} // namespace widgets
