// SPDX-License-Identifier: GPL-3.0-or-later
// A list of data: native, accessible, virtual. Rows are asked for by number when they are drawn, and attached
// a few thousand at a time, because the native view's cost grows with attached rows.
#pragma once

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
    static constexpr std::size_t rows_a_page = 2000;

    enum class Selection { one, many };
    DataList(wxWindow* parent, std::string_view id, const wxString& spoken, std::vector<Column> columns,
             Selection selection = Selection::one);
    ~DataList() override;

    // Shows `count` rows; the first page is attached, "Show more" attaches the next.
    void set_rows(std::size_t count, CellOf cell);
    // What stands there instead of no rows at all: why, and what to do.
    void say_when_empty(const wxString& sentence);
    // Row `row` changed its cells.
    void row_changed(std::size_t row);

    std::optional<std::size_t> selected() const; // the one with the cursor
    std::vector<std::size_t> selection() const;
    void select(std::size_t row);
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
    void on_select(std::function<void()> changed);
    // A click on a sortable heading: the caller orders its rows and sets them again.
    void on_sort(std::function<void(std::size_t column, bool ascending)> sort);

    void focus_list();

  private:
    class Model;
    void attach(std::size_t count);
    void share_width();

    std::vector<Column> m_columns;
    Model* m_model; // counted by the control
    wxDataViewCtrl* m_view;
    wxPanel* m_footer;
    wxStaticText* m_footer_text;
    wxPanel* m_nothing;
    wxStaticText* m_nothing_text;
    std::size_t m_count = 0;
    int m_shared_width = 0;
    bool m_quiet = false;
};

} // namespace widgets
