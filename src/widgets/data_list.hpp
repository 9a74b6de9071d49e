// SPDX-License-Identifier: GPL-3.0-or-later
// A list of data: native, accessible, virtual. Rows are asked for by number when they are drawn, and attached
// a few thousand at a time and never more than a few thousand (paging.hpp), because the native view's cost
// grows with attached rows. What every list can do stands in list_menu.hpp: it is sorted by a click on a
// heading, its columns are chosen, it is copied, printed and saved as a workbook.
#pragma once

#include "widgets/command.hpp"
#include "widgets/list_gate.hpp"
#include "widgets/paging.hpp"
#include "widgets/theme.hpp"

#include <wx/panel.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class wxDataViewCtrl;
class wxStaticText;
class wxButton;

namespace widgets {

struct Column {
    wxString title;
    int width;              // design pixels
    bool right = false;     // numbers stand at the right
    bool sortable = false;  // only where on_sort() is asked for the order; else every column is
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
    bool opens() const { return static_cast<bool>(m_open); }
    void open(std::size_t row) const {
        if (m_open) m_open(row);
    }
    // At most one listener.
    void on_select(std::function<void()> changed);

    // A click on a heading sorts the list by what the column shows, as list_order.hpp has it; rows keep their
    // numbers. That is for lists whose cells are all at hand; of more rows than `most_sorted` none is sorted.
    static constexpr std::size_t most_sorted = 20'000;
    // The list orders its rows itself when a sortable heading is clicked, and sets them again.
    void on_sort(std::function<void(std::size_t column, bool ascending)> sort);
    // Its rows mean something by where they stand: no heading sorts them.
    void keep_order();
    // The last rows that are set stay at the foot: totals.
    void keep_last(std::size_t rows) { m_kept_last = rows; }
    // As a click on the heading does; sorts nothing where no heading may.
    void sort_by(std::size_t column, bool ascending);
    // The rows are in their own order again, and no heading has an arrow.
    void forget_sort();
    std::optional<std::size_t> sorted_by() const { return m_sorted; }
    bool may_sort(std::size_t column) const;
    // The row that stands under this one.
    std::optional<std::size_t> below(std::size_t row) const;

    std::size_t count() const;
    const std::vector<Column>& columns() const { return m_columns; }
    // The columns that stand there, from the left, by their place in columns(); remembered by the list's id.
    const std::vector<std::size_t>& shown_columns() const { return m_shown; }
    void show_columns(std::vector<std::size_t> shown);
    // Where the cells of set_rows() are not all at hand: gives a reader of every row and column, which runs
    // away from the windows.
    using RowReader = std::function<std::vector<std::vector<std::string>>(core::Progress&)>;
    void read_whole_by(std::function<RowReader()> make) { m_make_reader = std::move(make); }
    // The list as it is seen, to be printed or saved.
    SeenList seen() const;

    // The chosen rows to the clipboard as they are seen, cells apart by tabs; a spreadsheet takes them so.
    void copy_selection() const;

    void focus_list();

  private:
    class Model;
    void tell_attached();
    void share_width();
    void add_columns();
    void bind_menu();
    int first_width(const Column& column) const;
    void widen_figures();
    int width_of(std::size_t column) const;
    wxPoint below_chosen() const;
    void sort_rows();
    void set_sort(std::optional<std::size_t> column, bool ascending);
    std::vector<std::size_t> chosen_places() const;
    std::vector<std::string> texts_of(std::size_t column, std::size_t rows) const;

    std::string m_id;
    wxString m_spoken;
    std::vector<Column> m_columns;
    std::vector<std::size_t> m_shown;
    Model* m_model; // counted by the control
    wxDataViewCtrl* m_view;
    wxStaticText* m_footer_text; // in the footer, beside m_more
    wxButton* m_more;
    wxPanel* m_nothing;
    wxStaticText* m_nothing_text;
    int m_shared_width = 0;
    bool m_quiet = false;
    std::function<void()> m_selected;
    std::function<void(std::size_t)> m_open;
    std::function<void(std::size_t, bool)> m_ask_order;
    std::function<RowReader()> m_make_reader;
    bool m_keeps_order = false;
    std::size_t m_kept_last = 0;
    std::optional<std::size_t> m_sorted;
    bool m_ascending = true;
    CommandList m_commands;
};

} // namespace widgets
