// SPDX-License-Identifier: GPL-3.0-or-later
// A list of data: native, accessible, virtual. Rows are asked for by number when they are drawn, and attached
// a few thousand at a time and never more than a few thousand (paging.hpp), because the native view's cost
// grows with attached rows. Ctrl+C copies the chosen rows as lines of a table.
#pragma once

#include "widgets/paging.hpp"
#include "widgets/theme.hpp"

#include <wx/panel.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

class wxDataViewCtrl;
class wxStaticText;
class wxButton;

namespace widgets {

struct Column {
    wxString title;
    int width;          // design pixels
    bool right = false; // numbers stand at the right
    bool sortable = false;
    bool grows = false;     // shares what the window is wider than the columns
    bool keeps_end = false; // texts differ at their end: where too long, words are left out before it
};

struct Cell {
    wxString text;
    Tone tone = Tone::plain;
};

class DataList : public wxPanel {
  public:
    // Called on the UI thread for rows in sight only; must be quick.
    using CellOf = std::function<Cell(std::size_t row, std::size_t column)>;
    static constexpr std::size_t rows_a_page = Paging::page;

    enum class Selection { one, many };
    DataList(wxWindow* parent, std::string_view id, const wxString& spoken, std::vector<Column> columns,
             Selection selection = Selection::one);
    ~DataList() override;

    // Shows `count` rows; the first page is attached, "Show more" attaches the next, up to Paging::most.
    void set_rows(std::size_t count, CellOf cell);
    // What stands there instead of no rows at all: why, and what to do.
    void say_when_empty(const wxString& sentence);
    // Row `row` changed its cells.
    void row_changed(std::size_t row);
    // The rows from `first` on have cells now: drawn anew only where one of them is in sight.
    void rows_read(std::size_t first);

    // How many of the rows the view holds.
    std::size_t attached() const;
    std::optional<std::size_t> selected() const; // the one with the cursor
    std::vector<std::size_t> selection() const;
    // Does nothing for a row past the last that can be attached. on_select's listener hears of it once.
    void select(std::size_t row);
    // Those of the rows that are attached.
    void select_rows(const std::vector<std::size_t>& rows);
    void select_all();
    // Runs `work` without telling on_select's listener of the selections it makes on the way.
    template<typename Work>
    void quietly(Work work) {
        m_quiet = true;
        work();
        m_quiet = false;
    }

    // Enter or a double click on a row.
    void on_open(std::function<void(std::size_t row)> open);
    // At most one listener.
    void on_select(std::function<void()> changed);
    // A click on a sortable heading: the caller orders its rows and sets them again.
    void on_sort(std::function<void(std::size_t column, bool ascending)> sort);
    // Takes the arrow off the heading: the rows are in their own order.
    void forget_sort();
    // The chosen rows to the clipboard, cells apart by tabs; a spreadsheet takes them as they are.
    void copy_selection() const;

    void focus_list();

  private:
    class Model;
    void tell_attached();
    void share_width();

    std::vector<Column> m_columns;
    Model* m_model; // counted by the control
    wxDataViewCtrl* m_view;
    wxStaticText* m_footer_text; // in the footer, beside m_more
    wxButton* m_more;
    wxPanel* m_nothing;
    wxStaticText* m_nothing_text;
    int m_shared_width = 0;
    bool m_quiet = false;
    std::function<void()> m_selected;
};

} // namespace widgets
