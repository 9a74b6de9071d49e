// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/register_grid.hpp"

#include "widgets/accessible.hpp"
#include "widgets/text.hpp"

#include <wx/dcclient.h>
#include <wx/settings.h>

#include <algorithm>

namespace widgets {

namespace {
constexpr std::size_t tone_count = 7;
}

// wxGrid's view of a RegisterTable. One attribute a tone, shared by all cells.
class RegisterGrid::Adapter final : public wxGridTableBase {
  public:
    ~Adapter() override {
        for (wxGridCellAttr* attr : m_attrs)
            attr->DecRef();
    }
    Adapter() {
        for (std::size_t i = 0; i < tone_count; ++i) {
            const auto tone = static_cast<Tone>(i);
            m_attrs[i] = new wxGridCellAttr;
            m_attrs[i]->SetTextColour(ink_of(tone));
            m_attrs[i]->SetBackgroundColour(tint_of(tone));
            m_attrs[i]->SetAlignment(wxALIGN_CENTRE, wxALIGN_CENTRE);
        }
    }

    int GetNumberRows() override { return table ? table->rows() : 0; }
    int GetNumberCols() override { return table ? table->columns() : 0; }
    wxString GetValue(int row, int column) override {
        const auto& edited = grid->m_edited;
        const bool here = edited && edited->row == row && edited->column == column;
        return here ? table->edit_text(row, column) : table->value(row, column);
    }
    void SetValue(int row, int column, const wxString& text) override {
        if (table->commit(row, column, text)) grid->changed(row, column);
    }
    bool IsEmptyCell(int row, int column) override { return GetValue(row, column).empty(); }
    wxString GetRowLabelValue(int row) override {
        if (!table) return {};
        // A blank keeps the name off the edge: wxGrid draws labels without a margin, and cuts without a mark.
        wxClientDC dc(grid->GetGridRowLabelWindow());
        dc.SetFont(grid->GetLabelFont());
        return " " + wxControl::Ellipsize(table->row_label(row), dc, wxELLIPSIZE_END,
                                          grid->GetRowLabelSize() - grid->FromDIP(space::small));
    }
    wxString GetColLabelValue(int column) override {
        return table ? table->column_label(column) : wxString();
    }
    bool CanHaveAttributes() override { return true; }
    wxGridCellAttr* GetAttr(int row, int column, wxGridCellAttr::wxAttrKind) override {
        if (!table) return nullptr;
        wxGridCellAttr* attr = m_attrs[static_cast<std::size_t>(table->tone(row, column))];
        attr->SetAlignment(table->words() ? wxALIGN_LEFT : wxALIGN_CENTRE, wxALIGN_CENTRE);
        attr->IncRef();
        return attr;
    }

    RegisterTable* table = nullptr;
    RegisterGrid* grid = nullptr;

  private:
    std::array<wxGridCellAttr*, tone_count> m_attrs{};
};

RegisterGrid::RegisterGrid(wxWindow* parent, std::string_view id, const wxString& spoken, Advance advance)
    : wxGrid(parent, wxID_ANY)
    , m_adapter(new Adapter)
    , m_advance(advance) {
    m_adapter->grid = this;
    SetTable(m_adapter, true);
    const int row = row_height(*this);
    SetDefaultRowSize(row);
    SetColLabelSize(row + FromDIP(4));
    SetRowLabelAlignment(wxALIGN_LEFT, wxALIGN_CENTRE);
    SetDefaultCellFont(GetFont());
    SetLabelFont(GetFont());
    SetLabelBackgroundColour(colour::ground);
    SetLabelTextColour(colour::ink);
    SetGridLineColour(colour::line);
    SetCellHighlightColour(colour::accent);
    SetCellHighlightPenWidth(2);
    SetCellHighlightROPenWidth(2);
    SetSelectionBackground(colour::info_tint);
    SetSelectionForeground(colour::ink);
    SetDefaultCellBackgroundColour(colour::paper);
    DisableDragRowSize();
    DisableDragColSize();
    DisableDragGridSize();
    UseNativeColHeader(false);
    SetTabBehaviour(wxGrid::Tab_Leave);
    make_grid_accessible(*this, id, spoken);
    GetGridWindow()->Bind(wxEVT_CHAR, &RegisterGrid::take_key, this);
    GetGridWindow()->Bind(wxEVT_KEY_DOWN, &RegisterGrid::take_command, this);
    Bind(wxEVT_GRID_EDITOR_SHOWN, [this](wxGridEvent& event) {
        if (!m_adapter->table || !m_adapter->table->editable(event.GetRow(), event.GetCol()))
            event.Veto();
        else
            m_edited = {event.GetRow(), event.GetCol()};
    });
    Bind(wxEVT_GRID_EDITOR_HIDDEN, [this](wxGridEvent& event) {
        event.Skip();
        m_edited.reset();
    });
}

RegisterGrid::~RegisterGrid() = default;

void RegisterGrid::show_table(RegisterTable* table) {
    // wxGrid counts rows and columns itself and must be told the difference.
    const int old_rows = GetNumberRows();
    const int old_columns = GetNumberCols();
    BeginBatch();
    m_adapter->table = nullptr;
    if (old_rows > 0) {
        wxGridTableMessage gone(m_adapter, wxGRIDTABLE_NOTIFY_ROWS_DELETED, 0, old_rows);
        ProcessTableMessage(gone);
    }
    if (old_columns > 0) {
        wxGridTableMessage gone(m_adapter, wxGRIDTABLE_NOTIFY_COLS_DELETED, 0, old_columns);
        ProcessTableMessage(gone);
    }
    m_adapter->table = table;
    if (table) {
        wxGridTableMessage columns(m_adapter, wxGRIDTABLE_NOTIFY_COLS_APPENDED, table->columns());
        ProcessTableMessage(columns);
        wxGridTableMessage rows(m_adapter, wxGRIDTABLE_NOTIFY_ROWS_APPENDED, table->rows());
        ProcessTableMessage(rows);
        for (int column = 0; column < table->columns(); ++column)
            SetColSize(column, text_room(*this, table->column_width(column)));
        if (table->rows() > 0 && table->columns() > 0) SetGridCursor(0, 0);
    }
    EndBatch();
    ForceRefresh();
}

void RegisterGrid::values_changed() {
    ForceRefresh();
}

void RegisterGrid::row_changed(int row) {
    RefreshBlock(row, 0, row, GetNumberCols() - 1);
    GetGridRowLabelWindow()->Refresh();
}

void RegisterGrid::set_row_label_width(int design_pixels) {
    SetRowLabelSize(text_room(*this, design_pixels));
}

wxString RegisterGrid::row_spoken(int row) const {
    return m_adapter->table ? m_adapter->table->row_spoken(row) : wxString();
}

wxString RegisterGrid::column_spoken(int column) const {
    return m_adapter->table ? m_adapter->table->column_spoken(column) : wxString();
}

wxString RegisterGrid::cell_spoken(int row, int column) const {
    return m_adapter->table ? m_adapter->table->spoken(row, column) : wxString();
}

std::vector<GridCell> RegisterGrid::selected_cells() const {
    std::vector<GridCell> cells;
    for (const wxGridBlockCoords& block : GetSelectedBlocks())
        for (int row = block.GetTopRow(); row <= block.GetBottomRow(); ++row)
            for (int column = block.GetLeftCol(); column <= block.GetRightCol(); ++column)
                cells.push_back({row, column});
    if (cells.empty() && GetGridCursorRow() >= 0) cells.push_back({GetGridCursorRow(), GetGridCursorCol()});
    return cells;
}

core::CellBlock RegisterGrid::copied_cells() const {
    const std::vector<GridCell> cells = selected_cells();
    if (!m_adapter->table || cells.empty()) return {};
    GridCell first = cells.front();
    GridCell last = cells.front();
    for (const GridCell& cell : cells) {
        first = {std::min(first.row, cell.row), std::min(first.column, cell.column)};
        last = {std::max(last.row, cell.row), std::max(last.column, cell.column)};
    }
    core::CellBlock block;
    for (int row = first.row; row <= last.row; ++row) {
        auto& line = block.emplace_back();
        for (int column = first.column; column <= last.column; ++column)
            line.push_back(plain(utf8(m_adapter->table->copied(row, column))));
    }
    return block;
}

void RegisterGrid::take_key(wxKeyEvent& event) {
    const wxChar key = event.GetUnicodeKey();
    const int row = GetGridCursorRow();
    const int column = GetGridCursorCol();
    const bool text = key > WXK_SPACE && key != WXK_DELETE && !event.HasModifiers();
    if (!m_adapter->table || row < 0 || !text || IsCellEditControlShown()) return event.Skip();
    // A table that fills no ranges takes the key in the cell under the cursor.
    if (const auto cells = selected_cells(); cells.size() > 1 && m_adapter->table->type_all(cells, key))
        return changed(row, column);
    if (!m_adapter->table->type(row, column, key)) return event.Skip();
    changed(row, column);
    move_on();
}

void RegisterGrid::take_command(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (!m_adapter->table || GetGridCursorRow() < 0 || IsCellEditControlShown()) return event.Skip();
    if (key == WXK_DELETE || key == WXK_BACK || key == WXK_NUMPAD_DELETE) return clear_selection();
    const bool enter = key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
    if (enter && m_next && !event.HasAnyModifiers()) return move_on();
    if ((key == WXK_END || key == WXK_NUMPAD_END) && !event.HasAnyModifiers()) {
        ClearSelection();
        return GoToCell(GetGridCursorRow(), m_adapter->table->end_column());
    }
    if (event.GetModifiers() == wxMOD_CONTROL && key == 'A') return SelectAll();
    if (event.GetModifiers() == wxMOD_CONTROL && jump(key)) return;
    event.Skip();
}

bool RegisterGrid::jump(int key) {
    const auto stride = m_adapter->table->stride();
    if (!stride) return false;
    const auto go = [this](int down, int across) {
        ClearSelection();
        GoToCell(std::clamp(GetGridCursorRow() + down, 0, m_adapter->table->rows() - 1),
                 std::clamp(GetGridCursorCol() + across, 0, m_adapter->table->end_column()));
        return true;
    };
    switch (key) {
    case WXK_UP:
        return go(-stride->row, 0);
    case WXK_DOWN:
        return go(stride->row, 0);
    case WXK_LEFT:
        return go(0, -stride->column);
    case WXK_RIGHT:
        return go(0, stride->column);
    default:
        return false;
    }
}

void RegisterGrid::clear_selection() {
    const int row = GetGridCursorRow();
    const int column = GetGridCursorCol();
    const auto cells = selected_cells();
    const bool all = cells.size() > 1 && m_adapter->table->clear_all(cells);
    if (all || m_adapter->table->clear(row, column)) changed(row, column);
}

void RegisterGrid::move_on() {
    if (m_next) {
        const GridCell to = m_next({GetGridCursorRow(), GetGridCursorCol()});
        ClearSelection();
        GoToCell(to.row, to.column);
        return;
    }
    if (m_advance == Advance::down) MoveCursorDown(false);
    if (m_advance == Advance::right) MoveCursorRight(false);
}

void RegisterGrid::changed(int row, int column) {
    // What a cell moves besides itself only its table knows; where that does not say, all is drawn again.
    if (!m_adapter->table->tells_changes()) ForceRefresh();
    if (m_changed) m_changed(row, column);
    announce(*this, cell_spoken(row, column));
}

} // namespace widgets
