// SPDX-License-Identifier: GPL-3.0-or-later
// The grid of a month's register or of a score sheet: learners down, days or subjects across, one cell one
// mark. Rooms derive a RegisterTable; the grid draws it, takes the keys and lets screen readers walk it.
#pragma once

#include "core/cell_block.hpp"
#include "widgets/theme.hpp"

#include <wx/grid.h>

#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace widgets {

struct GridCell {
    int row = 0;
    int column = 0;
};

class RegisterTable {
  public:
    virtual ~RegisterTable() = default;
    virtual int rows() const = 0;
    virtual int columns() const = 0;
    virtual wxString row_label(int row) const = 0;
    virtual wxString column_label(int column) const = 0;
    // The column's name when read aloud ("Wednesday 17 December"); by default its label.
    virtual wxString column_spoken(int column) const { return column_label(column); }
    virtual wxString value(int row, int column) const = 0;
    // What a screen reader says of a row and of a cell, what the clipboard takes of the cell, and what its
    // editor begins with.
    virtual wxString row_spoken(int row) const { return row_label(row); }
    virtual wxString spoken(int row, int column) const { return value(row, column); }
    virtual wxString copied(int row, int column) const { return value(row, column); }
    virtual wxString edit_text(int row, int column) const { return value(row, column); }
    virtual Tone tone(int row, int column) const = 0;
    virtual int column_width(int column) const = 0; // design pixels
    // Cells that hold words begin at the left; marks stand in the middle.
    virtual bool words() const { return false; }

    // A key of text was typed on the cell. True when it was taken: the cursor then moves on.
    virtual bool type(int row, int column, wxChar key) = 0;
    // Delete or Backspace; true when the cell changed.
    virtual bool clear(int row, int column) = 0;
    // The same for every cell of a selection at once; the cursor stays.
    virtual bool type_all(const std::vector<GridCell>&, wxChar) { return false; }
    virtual bool clear_all(const std::vector<GridCell>&) { return false; }
    // Whether whoever writes the cells calls values_changed or row_changed.
    virtual bool tells_changes() const { return false; }
    // How far the arrows go with Ctrl, and where End goes.
    virtual std::optional<GridCell> stride() const { return std::nullopt; }
    virtual int end_column() const { return columns() - 1; }
    // For cells that are typed as a whole (scores): may the editor open, and what it ended with. A refused
    // text leaves the cell as it was.
    virtual bool editable(int, int) const { return false; }
    virtual bool commit(int, int, const wxString&) { return false; }
};

class RegisterGrid : public wxGrid {
  public:
    enum class Advance { none, down, right };
    RegisterGrid(wxWindow* parent, std::string_view id, const wxString& spoken, Advance advance);
    ~RegisterGrid() override;

    // Shows `table`, which must outlive its showing; null shows nothing.
    void show_table(RegisterTable* table);
    // The same table has other values (not another shape).
    void values_changed();
    // The same where only one row has.
    void row_changed(int row);
    void set_row_label_width(int design_pixels);
    // Where the cursor goes after a mark and on Enter, instead of the way given at the beginning.
    using Next = std::function<GridCell(GridCell from)>;
    void on_advance(Next next) { m_next = std::move(next); }
    // The cells of the selection, row by row; the one under the cursor where nothing is selected.
    std::vector<GridCell> selected_cells() const;
    // The smallest block around the selection, for the clipboard.
    core::CellBlock copied_cells() const;
    // After a mark was typed or cleared, with the cell.
    void on_change(std::function<void(int row, int column)> changed) { m_changed = std::move(changed); }
    // What a screen reader says for a row and a column.
    wxString row_spoken(int row) const;
    wxString column_spoken(int column) const;
    wxString cell_spoken(int row, int column) const;

  private:
    class Adapter;
    void take_key(wxKeyEvent& event);
    void take_command(wxKeyEvent& event);
    bool jump(int key);
    void clear_selection();
    void move_on();
    void changed(int row, int column);
    Adapter* m_adapter; // owned by wxGrid
    Advance m_advance;
    Next m_next;
    std::optional<GridCell> m_edited; // while its editor is open
    std::function<void(int, int)> m_changed;
};

} // namespace widgets
