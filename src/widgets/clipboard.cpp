// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/clipboard.hpp"

#include "widgets/text.hpp"

#include <wx/clipbrd.h>

namespace widgets {

core::CellBlock clipboard_cells() {
    wxClipboardLocker open;
    wxTextDataObject data;
    if (!open || !wxTheClipboard->GetData(data)) return {};
    return core::read_cells(utf8(data.GetText()));
}

void copy_cells(const core::CellBlock& block) {
    wxClipboardLocker open;
    if (!open) return;
    wxTheClipboard->SetData(new wxTextDataObject(wx(core::cells_text(block))));
}

} // namespace widgets
