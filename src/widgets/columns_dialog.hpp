// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of a list are shown, and in which order.
#pragma once

namespace widgets {

class DataList;

// Asks, and shows the list so.
void choose_columns(DataList& list);

} // namespace widgets
