// SPDX-License-Identifier: GPL-3.0-or-later
// The window library's large headers, compiled once for widgets, every *_ui and app.
#pragma once

#include <wx/bmpbndl.h>
#include <wx/dataview.h>
#include <wx/grid.h>
#include <wx/simplebook.h>
#include <wx/statline.h>
#include <wx/wx.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
