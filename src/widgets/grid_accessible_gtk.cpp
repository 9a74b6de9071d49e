// SPDX-License-Identifier: GPL-3.0-or-later
// wxGrid paints its own cells, so a screen reader sees four empty panels. Here the grid's window gets an ATK
// table whose cells are made when asked for.
//
// Three GObject types' worth of glue, in GTK's own idiom: the C casts and macros are GObject's, the rest is
// ours.
#include "widgets/accessible.hpp"
#include "widgets/notice_gtk.hpp"
#include "widgets/register_grid.hpp"
#include "widgets/text.hpp"

#include <wx/grid.h>

#include <atk/atk.h>
#include <gtk/gtk-a11y.h>
#include <gtk/gtk.h>
#include <string>
#include <unordered_map>

// GObject's macros cast in the C way.
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wconversion"

namespace widgets {
namespace {

struct TableReader;

struct CellReader {
    AtkObject parent;
    TableReader* table; // null once the grid is gone
    int row;
    int column;
    std::string* name; // ATK wants the text to outlive the call
    std::string* description;
};
struct CellReaderClass {
    AtkObjectClass parent_class;
};

struct TableReader {
    GtkWidgetAccessible parent;
    wxGrid* grid; // null once the grid is gone
    std::unordered_map<int, CellReader*>* cells;
    std::string* label;
};
struct TableReaderClass {
    GtkWidgetAccessibleClass parent_class;
};

int rows(const TableReader* table) {
    return table->grid ? table->grid->GetNumberRows() : 0;
}
int columns(const TableReader* table) {
    return table->grid ? table->grid->GetNumberCols() : 0;
}
wxString column_name(const TableReader* table, int column) {
    const auto* own = dynamic_cast<const RegisterGrid*>(table->grid);
    return own ? own->column_spoken(column) : table->grid->GetColLabelValue(column);
}
wxString row_name(const TableReader* table, int row) {
    const auto* own = dynamic_cast<const RegisterGrid*>(table->grid);
    return own ? own->row_spoken(row) : table->grid->GetRowLabelValue(row);
}
wxString cell_value(const TableReader* table, int row, int column) {
    const auto* own = dynamic_cast<const RegisterGrid*>(table->grid);
    return own ? own->cell_spoken(row, column) : table->grid->GetCellValue(row, column);
}
bool alive(const CellReader* cell) {
    return cell->table && cell->row < rows(cell->table) && cell->column < columns(cell->table);
}

// --- one cell ---------------------------------------------------------------------------------------------

void cell_component(AtkComponentIface* iface);
G_DEFINE_TYPE_WITH_CODE(CellReader, cell_reader, ATK_TYPE_OBJECT,
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_COMPONENT, cell_component))

CellReader* as_cell(gpointer object) {
    return static_cast<CellReader*>(object);
}

const char* cell_name(AtkObject* object) {
    CellReader* cell = as_cell(object);
    *cell->name = alive(cell) ? utf8(cell_value(cell->table, cell->row, cell->column)) : std::string();
    return cell->name->c_str();
}

const char* cell_description(AtkObject* object) {
    CellReader* cell = as_cell(object);
    *cell->description =
        alive(cell) ? utf8(row_name(cell->table, cell->row) + ", " + column_name(cell->table, cell->column))
                    : std::string();
    return cell->description->c_str();
}

AtkObject* cell_parent(AtkObject* object) {
    return ATK_OBJECT(as_cell(object)->table);
}

int cell_index(AtkObject* object) {
    const CellReader* cell = as_cell(object);
    return alive(cell) ? cell->row * columns(cell->table) + cell->column : -1;
}

AtkStateSet* cell_states(AtkObject* object) {
    const CellReader* cell = as_cell(object);
    AtkStateSet* states = atk_state_set_new();
    if (!alive(cell)) {
        atk_state_set_add_state(states, ATK_STATE_DEFUNCT);
        return states;
    }
    for (const AtkStateType state : {ATK_STATE_ENABLED, ATK_STATE_SENSITIVE, ATK_STATE_FOCUSABLE,
                                     ATK_STATE_SELECTABLE, ATK_STATE_TRANSIENT})
        atk_state_set_add_state(states, state);
    wxGrid* grid = cell->table->grid;
    if (grid->IsShownOnScreen()) {
        atk_state_set_add_state(states, ATK_STATE_VISIBLE);
        if (grid->IsVisible(cell->row, cell->column, false))
            atk_state_set_add_state(states, ATK_STATE_SHOWING);
    }
    if (grid->GetGridCursorRow() == cell->row && grid->GetGridCursorCol() == cell->column) {
        atk_state_set_add_state(states, ATK_STATE_SELECTED);
        if (grid->GetGridWindow()->HasFocus()) atk_state_set_add_state(states, ATK_STATE_FOCUSED);
    }
    return states;
}

void cell_extents(AtkComponent* component, int* x, int* y, int* width, int* height,
                  AtkCoordType relative_to) {
    const CellReader* cell = as_cell(component);
    *x = *y = *width = *height = 0;
    if (!alive(cell)) return;
    wxGrid* grid = cell->table->grid;
    const wxRect box = grid->CellToRect(cell->row, cell->column);
    int left = 0;
    int top = 0;
    grid->CalcGridWindowScrolledPosition(box.x, box.y, &left, &top, nullptr);
    wxPoint at = grid->GetGridWindow()->ClientToScreen(wxPoint(left, top));
    if (relative_to == ATK_XY_WINDOW) at -= wxGetTopLevelParent(grid)->GetScreenPosition();
    *x = at.x;
    *y = at.y;
    *width = box.width;
    *height = box.height;
}

gboolean cell_grab_focus(AtkComponent* component) {
    const CellReader* cell = as_cell(component);
    if (!alive(cell)) return FALSE;
    cell->table->grid->SetFocus();
    cell->table->grid->GoToCell(cell->row, cell->column);
    return TRUE;
}

void cell_component(AtkComponentIface* iface) {
    iface->get_extents = cell_extents;
    iface->grab_focus = cell_grab_focus;
}

void cell_finalize(GObject* object) {
    delete as_cell(object)->name;
    delete as_cell(object)->description;
    G_OBJECT_CLASS(cell_reader_parent_class)->finalize(object);
}

void cell_reader_init(CellReader* cell) {
    cell->name = new std::string;
    cell->description = new std::string;
    ATK_OBJECT(cell)->role = ATK_ROLE_TABLE_CELL;
}

void cell_reader_class_init(CellReaderClass* type) {
    G_OBJECT_CLASS(type)->finalize = cell_finalize;
    auto* atk = ATK_OBJECT_CLASS(type);
    atk->get_name = cell_name;
    atk->get_description = cell_description;
    atk->get_parent = cell_parent;
    atk->get_index_in_parent = cell_index;
    atk->ref_state_set = cell_states;
}

// --- the table --------------------------------------------------------------------------------------------

void reader_table(AtkTableIface* iface);
G_DEFINE_TYPE_WITH_CODE(TableReader, table_reader, GTK_TYPE_WIDGET_ACCESSIBLE,
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_TABLE, reader_table))

TableReader* as_table(gpointer object) {
    return static_cast<TableReader*>(object);
}

CellReader* cell_at(TableReader* table, int row, int column) {
    if (row < 0 || column < 0 || row >= rows(table) || column >= columns(table)) return nullptr;
    CellReader*& cell = (*table->cells)[row * columns(table) + column];
    if (!cell || cell->row != row || cell->column != column) {
        // The grid changed its shape since: the old cell says that it is gone.
        if (cell) {
            cell->table = nullptr;
            g_object_unref(cell);
        }
        cell = as_cell(g_object_new(cell_reader_get_type(), nullptr));
        cell->table = table;
        cell->row = row;
        cell->column = column;
    }
    return cell;
}

AtkObject* ref_cell(AtkTable* object, int row, int column) {
    CellReader* cell = cell_at(as_table(object), row, column);
    return cell ? ATK_OBJECT(g_object_ref(cell)) : nullptr;
}

int one_cell_wide(AtkTable*, int, int) {
    return 1;
}

void reader_table(AtkTableIface* iface) {
    iface->ref_at = ref_cell;
    iface->get_n_rows = [](AtkTable* t) { return rows(as_table(t)); };
    iface->get_n_columns = [](AtkTable* t) { return columns(as_table(t)); };
    iface->get_index_at = [](AtkTable* t, int row, int column) {
        return row * columns(as_table(t)) + column;
    };
    iface->get_row_at_index = [](AtkTable* t, int i) {
        return columns(as_table(t)) ? i / columns(as_table(t)) : -1;
    };
    iface->get_column_at_index = [](AtkTable* t, int i) {
        return columns(as_table(t)) ? i % columns(as_table(t)) : -1;
    };
    iface->get_column_description = [](AtkTable* t, int column) {
        *as_table(t)->label = column < columns(as_table(t)) ? utf8(column_name(as_table(t), column)) : "";
        return as_table(t)->label->c_str();
    };
    iface->get_row_description = [](AtkTable* t, int row) {
        *as_table(t)->label = row < rows(as_table(t)) ? utf8(row_name(as_table(t), row)) : "";
        return as_table(t)->label->c_str();
    };
    iface->get_column_extent_at = one_cell_wide;
    iface->get_row_extent_at = one_cell_wide;
}

int table_children(AtkObject* object) {
    return rows(as_table(object)) * columns(as_table(object));
}

AtkObject* table_child(AtkObject* object, int index) {
    const int across = columns(as_table(object));
    return across ? ref_cell(ATK_TABLE(object), index / across, index % across) : nullptr;
}

AtkStateSet* table_states(AtkObject* object) {
    AtkStateSet* states = ATK_OBJECT_CLASS(table_reader_parent_class)->ref_state_set(object);
    atk_state_set_add_state(states, ATK_STATE_MANAGES_DESCENDANTS);
    return states;
}

void table_finalize(GObject* object) {
    TableReader* table = as_table(object);
    for (const auto& [index, cell] : *table->cells) {
        cell->table = nullptr;
        g_object_unref(cell);
    }
    delete table->cells;
    delete table->label;
    G_OBJECT_CLASS(table_reader_parent_class)->finalize(object);
}

void table_reader_init(TableReader* table) {
    table->cells = new std::unordered_map<int, CellReader*>;
    table->label = new std::string;
}

void table_reader_class_init(TableReaderClass* type) {
    G_OBJECT_CLASS(type)->finalize = table_finalize;
    auto* atk = ATK_OBJECT_CLASS(type);
    atk->get_n_children = table_children;
    atk->ref_child = table_child;
    atk->ref_state_set = table_states;
}

// --- tying the table to the grid's window -----------------------------------------------------------------

GQuark reader_of_widget() {
    static const GQuark quark = g_quark_from_static_string("srok-reader");
    return quark;
}

AtkObject* (*toolkit_reader)(GtkWidget*) = nullptr;

AtkObject* reader_or_toolkits(GtkWidget* widget) {
    if (auto* own = g_object_get_qdata(G_OBJECT(widget), reader_of_widget())) return ATK_OBJECT(own);
    return toolkit_reader(widget);
}

void announce_cursor(TableReader* table) {
    if (!table->grid) return;
    CellReader* cell = cell_at(table, table->grid->GetGridCursorRow(), table->grid->GetGridCursorCol());
    if (!cell) return;
    g_signal_emit_by_name(table, "active-descendant-changed", cell);
    atk_object_notify_state_change(ATK_OBJECT(cell), ATK_STATE_FOCUSED, TRUE);
}

} // namespace

void make_grid_accessible(wxGrid& grid, std::string_view id, const wxString& spoken) {
    grid.SetName(wx(id));
    GtkWidget* widget = grid.GetGridWindow()->GetHandle();
    auto* table = as_table(g_object_new(table_reader_get_type(), "widget", widget, nullptr));
    table->grid = &grid;
    atk_object_initialize(ATK_OBJECT(table), widget);
    atk_object_set_role(ATK_OBJECT(table), ATK_ROLE_TABLE);
    atk_object_set_name(ATK_OBJECT(table), spoken.utf8_str());
    atk_object_set_accessible_id(ATK_OBJECT(table), std::string(id).c_str());

    // GTK 3 asks a widget's class for its reader, and wx has one class for all its windows: that slot is
    // changed once, and answers as before for every window without a table.
    GtkWidgetClass* type = GTK_WIDGET_GET_CLASS(widget);
    if (!toolkit_reader) toolkit_reader = std::exchange(type->get_accessible, reader_or_toolkits);
    g_object_set_qdata_full(G_OBJECT(widget), reader_of_widget(), table, g_object_unref);

    // The closures hold a reference: the widget may let go of the table before the grid's last event.
    std::shared_ptr<TableReader> held(as_table(g_object_ref(table)),
                                      [](TableReader* t) { g_object_unref(t); });
    grid.Bind(wxEVT_GRID_SELECT_CELL, [held](wxGridEvent& event) {
        event.Skip();
        // The cursor moves after this event.
        if (held->grid) held->grid->CallAfter([held] { announce_cursor(held.get()); });
    });
    grid.Bind(wxEVT_DESTROY, [held, &grid](wxWindowDestroyEvent& event) {
        event.Skip();
        if (event.GetEventObject() == &grid) held->grid = nullptr;
    });
}

void announce(wxGrid& grid, const wxString& text) {
    GtkWidget* widget = grid.GetGridWindow()->GetHandle();
    auto* reader = g_object_get_qdata(G_OBJECT(widget), reader_of_widget());
    if (reader) say(*ATK_OBJECT(reader), text);
}

} // namespace widgets
