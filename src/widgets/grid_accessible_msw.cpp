// SPDX-License-Identifier: GPL-3.0-or-later
// wxGrid paints its own cells, so a screen reader sees an empty panel. Here the grid's window answers
// Microsoft Active Accessibility as a table whose cells are its children, counted row by row from 1.
#include "widgets/accessible.hpp"
#include "widgets/accessible_msw.hpp"
#include "widgets/register_grid.hpp"
#include "widgets/text.hpp"

#include <wx/access.h>
#include <wx/grid.h>

namespace widgets {

namespace {

class GridAccount final : public wxAccessible {
  public:
    GridAccount(wxGrid& grid, wxString spoken)
        : wxAccessible(grid.GetGridWindow())
        , m_grid(grid)
        , m_spoken(std::move(spoken)) {}

    wxAccStatus GetChildCount(int* count) override {
        *count = cells() + 1; // the last one is what was announced
        return wxACC_OK;
    }

    wxAccStatus GetChild(int child, wxAccessible** account) override {
        *account = child == wxACC_SELF ? this : nullptr; // cells have no account of their own
        return wxACC_OK;
    }

    wxAccStatus GetName(int child, wxString* name) override {
        if (child == wxACC_SELF)
            *name = m_spoken;
        else if (child == announcement())
            *name = m_announced;
        else if (is_cell(child))
            *name = value_of(row_of(child), column_of(child));
        else
            return wxACC_INVALID_ARG;
        return wxACC_OK;
    }

    wxAccStatus GetDescription(int child, wxString* description) override {
        if (child == wxACC_SELF) {
            *description = fill(_("{1} rows, {2} columns"),
                                {number(m_grid.GetNumberRows()), number(m_grid.GetNumberCols())});
            return wxACC_OK;
        }
        if (!is_cell(child)) return wxACC_NOT_IMPLEMENTED;
        const int row = row_of(child);
        const int column = column_of(child);
        const auto* own = dynamic_cast<const RegisterGrid*>(&m_grid);
        *description = own ? own->row_spoken(row) + ", " + own->column_spoken(column)
                           : m_grid.GetRowLabelValue(row) + ", " + m_grid.GetColLabelValue(column);
        return wxACC_OK;
    }

    wxAccStatus GetRole(int child, wxAccRole* role) override {
        *role = child == wxACC_SELF       ? wxROLE_SYSTEM_TABLE
                : child == announcement() ? wxROLE_SYSTEM_ALERT
                                          : wxROLE_SYSTEM_CELL;
        return wxACC_OK;
    }

    wxAccStatus GetState(int child, long* state) override {
        *state = wxACC_STATE_SYSTEM_FOCUSABLE;
        if (is_cell(child)) {
            *state |= wxACC_STATE_SYSTEM_SELECTABLE;
            if (!m_grid.IsVisible(row_of(child), column_of(child), false))
                *state |= wxACC_STATE_SYSTEM_OFFSCREEN;
            if (child == current()) {
                *state |= wxACC_STATE_SYSTEM_SELECTED;
                if (m_grid.GetGridWindow()->HasFocus()) *state |= wxACC_STATE_SYSTEM_FOCUSED;
            }
        }
        return wxACC_OK;
    }

    wxAccStatus GetFocus(int* child, wxAccessible** account) override {
        *account = nullptr;
        *child = current();
        return wxACC_OK;
    }

    wxAccStatus GetLocation(wxRect& box, int child) override {
        if (!is_cell(child)) return wxACC_NOT_IMPLEMENTED;
        const wxRect cell = m_grid.CellToRect(row_of(child), column_of(child));
        int left = 0;
        int top = 0;
        m_grid.CalcGridWindowScrolledPosition(cell.x, cell.y, &left, &top, nullptr);
        box = wxRect(m_grid.GetGridWindow()->ClientToScreen(wxPoint(left, top)), cell.GetSize());
        return wxACC_OK;
    }

    wxAccStatus HitTest(const wxPoint& at, int* child, wxAccessible** account) override {
        *account = nullptr;
        const wxPoint inside = m_grid.GetGridWindow()->ScreenToClient(at);
        int x = 0;
        int y = 0;
        m_grid.CalcGridWindowUnscrolledPosition(inside.x, inside.y, &x, &y, nullptr);
        const wxGridCellCoords cell = m_grid.XYToCell(x, y);
        *child = cell == wxGridNoCellCoords ? wxACC_SELF : child_at(cell.GetRow(), cell.GetCol());
        return wxACC_OK;
    }

    wxAccStatus DoDefaultAction(int child) override {
        if (!is_cell(child)) return wxACC_NOT_SUPPORTED;
        m_grid.SetFocus();
        m_grid.GoToCell(row_of(child), column_of(child));
        return wxACC_OK;
    }

    void tell_cursor() {
        NotifyEvent(wxACC_EVENT_OBJECT_FOCUS, m_grid.GetGridWindow(), wxOBJID_CLIENT, current());
    }

    void tell(const wxString& text) {
        m_announced = text;
        NotifyEvent(wxACC_EVENT_SYSTEM_ALERT, m_grid.GetGridWindow(), wxOBJID_CLIENT, announcement());
    }

  private:
    int cells() const { return m_grid.GetNumberRows() * m_grid.GetNumberCols(); }
    int announcement() const { return cells() + 1; }
    bool is_cell(int child) const { return child > 0 && child <= cells(); }
    int row_of(int child) const { return (child - 1) / m_grid.GetNumberCols(); }
    int column_of(int child) const { return (child - 1) % m_grid.GetNumberCols(); }
    int child_at(int row, int column) const { return row * m_grid.GetNumberCols() + column + 1; }
    int current() const {
        const int row = m_grid.GetGridCursorRow();
        const int column = m_grid.GetGridCursorCol();
        return row < 0 || column < 0 ? wxACC_SELF : child_at(row, column);
    }
    wxString value_of(int row, int column) const {
        const auto* own = dynamic_cast<const RegisterGrid*>(&m_grid);
        return own ? own->cell_spoken(row, column) : m_grid.GetCellValue(row, column);
    }

    wxGrid& m_grid;
    wxString m_spoken;
    wxString m_announced;
};

} // namespace

void make_grid_accessible(wxGrid& grid, std::string_view id, const wxString& spoken) {
    grid.SetName(wx(id));
    platform::show_id(*grid.GetGridWindow(), wx(id));
    auto* account = new GridAccount(grid, spoken); // owned by the grid's window
    grid.GetGridWindow()->SetAccessible(account);
    grid.Bind(wxEVT_GRID_SELECT_CELL, [&grid](wxGridEvent& event) {
        event.Skip();
        // The cursor moves after this event.
        grid.CallAfter([&grid] {
            if (auto* told = dynamic_cast<GridAccount*>(grid.GetGridWindow()->GetAccessible()))
                told->tell_cursor();
        });
    });
}

void announce(wxGrid& grid, const wxString& text) {
    auto* account = dynamic_cast<GridAccount*>(grid.GetGridWindow()->GetAccessible());
    if (account && !text.empty()) account->tell(text);
}

} // namespace widgets
