// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data_list.hpp"

#include "widgets/accessible.hpp"
#include "widgets/clipboard.hpp"
#include "widgets/data_list_model.hpp"
#include "widgets/list_columns.hpp"
#include "widgets/list_menu.hpp"
#include "widgets/memory.hpp"
#include "widgets/page.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/app.h>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

#include <algorithm>
#include <utility>

namespace widgets {

DataList::DataList(wxWindow* parent, std::string_view id, const wxString& spoken, std::vector<Column> columns,
                   Selection selection)
    : wxPanel(parent)
    , m_id(id)
    , m_spoken(spoken)
    , m_columns(std::move(columns))
    , m_shown(columns_from_text(remembered("columns/" + m_id), m_columns.size()))
    , m_model(new Model(*this))
    , m_view(new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                (selection == Selection::many ? wxDV_MULTIPLE : wxDV_SINGLE) |
                                    wxDV_ROW_LINES | wxBORDER_NONE))
    , m_nothing(new wxPanel(this))
    , m_nothing_text(new wxStaticText(m_nothing, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                      wxALIGN_CENTRE_HORIZONTAL)) {
    SetBackgroundColour(colour::line);
    // GTK complains of scroll bars that have no room while the window is being laid out.
    m_view->SetMinSize(FromDIP(wxSize(80, 80)));
    m_view->AssociateModel(m_model);
    m_model->DecRef();
    m_view->SetRowHeight(row_height(*this) + FromDIP(2));
    add_columns();
    name_control(*m_view, id, spoken);
    dress(*m_view, Part::list);

    auto* footer = new wxPanel(this);
    footer->SetBackgroundColour(colour::paper);
    m_footer_text = new wxStaticText(footer, wxID_ANY, wxString());
    m_footer_text->SetForegroundColour(colour::muted);
    m_more = new wxButton(footer, wxID_ANY, _("Show more"));
    name_control(*m_more, std::string(id) + ".more", _("Show more"));
    dress(*m_more, Part::flat_button);
    m_more->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        m_model->grow();
        tell_attached();
    });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_footer_text, 1, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::medium));
    row->Add(m_more, 0, wxALL, FromDIP(space::hair));
    footer->SetSizer(row);
    footer->Hide();

    m_nothing->SetBackgroundColour(colour::paper);
    m_nothing_text->SetForegroundColour(colour::muted);
    auto* middle = new wxBoxSizer(wxVERTICAL);
    middle->AddStretchSpacer(1);
    middle->Add(m_nothing_text, 0, wxALIGN_CENTRE | wxALL, FromDIP(space::medium));
    middle->AddStretchSpacer(2);
    m_nothing->SetSizer(middle);
    m_nothing->Hide();

    auto* frame = new wxBoxSizer(wxVERTICAL);
    frame->Add(m_nothing, 1, wxEXPAND | wxALL, 1);
    frame->Add(m_view, 1, wxEXPAND | wxALL, 1);
    frame->Add(footer, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, 1);
    SetSizer(frame);
    m_view->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { share_width(); });
    });
    // A screen reader selects without a key or a click: buttons that depend on it must still hear of it.
    m_view->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [](wxDataViewEvent& event) {
        event.Skip();
        wxWakeUpIdle();
    });
    m_view->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        if (m_open && event.GetItem().IsOk()) m_open(m_model->row_of(event.GetItem()));
    });
    m_view->Bind(wxEVT_DATAVIEW_COLUMN_SORTED, [this](wxDataViewEvent& event) {
        const wxDataViewColumn* column = event.GetDataViewColumn();
        if (!column) return;
        // Rows are not set anew while the view is still telling.
        CallAfter([this, at = column->GetModelColumn(), up = column->IsSortOrderAscending()] {
            if (m_ask_order)
                m_ask_order(at, up);
            else
                set_sort(at, up);
        });
    });
    bind_menu();
}

DataList::~DataList() = default;

void DataList::add_columns() {
    m_view->ClearColumns();
    for (const std::size_t i : m_shown) {
        const Column& column = m_columns[i];
        const auto align = column.right ? wxALIGN_RIGHT : wxALIGN_LEFT;
        auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, align);
        renderer->EnableEllipsize(wxELLIPSIZE_END);
        const int flags = wxDATAVIEW_COL_RESIZABLE | (may_sort(i) ? wxDATAVIEW_COL_SORTABLE : 0);
        m_view->AppendColumn(new wxDataViewColumn(column.title, renderer, static_cast<unsigned>(i),
                                                  first_width(column), align, flags));
    }
}

void DataList::bind_menu() {
    add_copy_command(m_commands, [this] { return this; });
    add_list_commands(m_commands, [this] { return this; });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int code = event.GetKeyCode();
        if (code == WXK_MENU || code == WXK_WINDOWS_MENU || (code == WXK_F10 && event.ShiftDown()))
            CallAfter([this] { show_list_menu(*this, m_commands, below_chosen()); });
        else if (!m_commands.run(event))
            event.Skip();
    });
    // Once the click is over: what it chose is chosen by then.
    const auto at_pointer = [this](wxDataViewEvent&) {
        CallAfter([this] { show_list_menu(*this, m_commands, ScreenToClient(wxGetMousePosition())); });
    };
    m_view->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, at_pointer);
    m_view->Bind(wxEVT_DATAVIEW_COLUMN_HEADER_RIGHT_CLICK, at_pointer);
}

wxPoint DataList::below_chosen() const {
    if (m_view->GetSelectedItemsCount() != 1) return FromDIP(wxPoint(space::page, space::page));
    const wxRect row = m_view->GetItemRect(m_view->GetSelection());
    return ScreenToClient(m_view->ClientToScreen(row.GetBottomLeft()));
}

int DataList::first_width(const Column& column) const {
    // A heading that is cut says nothing.
    return std::max(text_room(*this, column.width), GetTextExtent(column.title).x + FromDIP(space::page));
}

// Khmer digits are wider than the Latin ones that the widths are made for: a day that is cut says nothing.
void DataList::widen_figures() {
    constexpr std::size_t looked_at = 12;
    if (digits() != Digits::khmer) return;
    for (std::size_t at = 0; at < m_shown.size(); ++at) {
        const auto cells = texts_of(m_shown[at], std::min(count(), looked_at));
        if (kind_of_cells(cells) == CellKind::text) continue;
        auto* column = m_view->GetColumn(static_cast<unsigned>(at));
        int widest = column->GetWidth();
        for (const std::string& cell : cells)
            widest = std::max(widest, GetTextExtent(wx(cell)).x + FromDIP(space::page));
        if (widest > column->GetWidth()) column->SetWidth(widest);
    }
}

int DataList::width_of(std::size_t column) const {
    const auto found = std::find(m_shown.begin(), m_shown.end(), column);
    if (found == m_shown.end()) return first_width(m_columns[column]);
    return m_view->GetColumn(static_cast<unsigned>(found - m_shown.begin()))->GetWidth();
}

void DataList::share_width() {
    int spare = m_view->GetClientSize().x - FromDIP(20);
    int growing = 0;
    for (const std::size_t i : m_shown) {
        spare -= first_width(m_columns[i]);
        growing += m_columns[i].grows ? 1 : 0;
    }
    if (growing == 0 || m_view->GetClientSize().x == m_shared_width) return;
    m_shared_width = m_view->GetClientSize().x;
    for (std::size_t at = 0; at < m_shown.size(); ++at) {
        const Column& column = m_columns[m_shown[at]];
        if (column.grows)
            m_view->GetColumn(static_cast<unsigned>(at))
                ->SetWidth(first_width(column) + std::max(0, spare) / growing);
    }
}

void DataList::set_rows(std::size_t count, CellOf cell) {
    m_model->show(count, std::move(cell));
    if (m_sorted) {
        if (count > most_sorted)
            forget_sort();
        else
            sort_rows();
    }
    m_model->attach();
    widen_figures();
    tell_attached();
    const bool nothing = count == 0 && !m_nothing_text->GetLabelText().empty();
    if (m_nothing->IsShown() != nothing) {
        m_nothing->Show(nothing);
        m_view->Show(!nothing);
        Layout();
    }
}

void DataList::say_when_empty(const wxString& sentence) {
    m_nothing_text->SetLabelText(sentence);
    m_nothing_text->Wrap(text_room(*this, 420));
    m_nothing->Layout();
}

std::size_t DataList::attached() const {
    return m_model->paging().attached();
}

void DataList::tell_attached() {
    const Paging& paging = m_model->paging();
    const bool part = !paging.whole();
    if (part) {
        const wxString shown = number(static_cast<long long>(paging.attached()));
        const wxString all = number(static_cast<long long>(paging.count()));
        m_footer_text->SetLabelText(
            paging.may_grow()
                // TRANSLATORS: how many rows of a long list are on the screen; both are numbers.
                ? fill(_("Showing the first {1} of {2}"), {shown, all})
                // TRANSLATORS: of a list too long to scroll through; both are numbers.
                : fill(_("Showing the first {1} of {2}. Narrow the search to see the others."),
                       {shown, all}));
    }
    wxWindow* footer = m_footer_text->GetParent();
    if (footer->IsShown() != part || m_more->IsShown() != paging.may_grow()) {
        footer->Show(part);
        m_more->Show(paging.may_grow());
        Layout();
    }
    footer->Layout();
}

void DataList::row_changed(std::size_t row) {
    const std::size_t place = m_model->place_of(row);
    if (place < m_model->GetCount()) m_model->RowChanged(static_cast<unsigned>(place));
}

void DataList::rows_read(std::size_t first) {
    const wxDataViewItem top = m_view->GetTopItem();
    // The last row in sight may be seen in part.
    const auto in_sight = static_cast<std::size_t>(std::max(m_view->GetCountPerPage(), 0)) + 1;
    if (top.IsOk() && first <= m_model->GetRow(top) + in_sight) m_view->Refresh();
}

std::optional<std::size_t> DataList::selected() const {
    if (m_view->GetSelectedItemsCount() != 1) return std::nullopt;
    return m_model->row_of(m_view->GetSelection());
}

std::vector<std::size_t> DataList::chosen_places() const {
    wxDataViewItemArray items;
    m_view->GetSelections(items);
    std::vector<std::size_t> places;
    for (const wxDataViewItem& item : items)
        places.push_back(m_model->GetRow(item));
    std::sort(places.begin(), places.end());
    return places;
}

std::vector<std::size_t> DataList::selection() const {
    std::vector<std::size_t> rows = chosen_places();
    for (std::size_t& row : rows)
        row = m_model->row_at(row);
    std::sort(rows.begin(), rows.end());
    return rows;
}

void DataList::select(std::size_t row) {
    const std::size_t place = m_model->place_of(row);
    if (!m_model->reach(place)) return;
    tell_attached();
    const bool quiet = std::exchange(m_quiet, true);
    m_view->UnselectAll();
    move_list_cursor(*m_view, static_cast<unsigned>(place));
    m_view->EnsureVisible(m_model->GetItem(static_cast<unsigned>(place)));
    m_quiet = quiet;
    // A view that is not on the screen yet says nothing of a selection, and one that is says it twice.
    if (m_selected && !m_quiet) m_selected();
}

void DataList::select_rows(const std::vector<std::size_t>& rows) {
    wxDataViewItemArray items;
    for (const std::size_t row : rows) {
        const std::size_t place = m_model->place_of(row);
        if (place < attached()) items.Add(m_model->GetItem(static_cast<unsigned>(place)));
    }
    m_view->SetSelections(items);
}

void DataList::select_all() {
    m_view->SelectAll();
}

void DataList::on_open(std::function<void(std::size_t)> open) {
    m_open = std::move(open);
}

void DataList::on_select(std::function<void()> changed) {
    m_selected = std::move(changed);
    m_view->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
        event.Skip();
        if (!m_quiet) m_selected();
    });
}

bool DataList::may_sort(std::size_t column) const {
    if (m_ask_order) return m_columns[column].sortable;
    return !m_keeps_order;
}

void DataList::on_sort(std::function<void(std::size_t, bool)> sort) {
    m_ask_order = std::move(sort);
    add_columns();
}

void DataList::keep_order() {
    m_keeps_order = true;
    add_columns();
}

void DataList::sort_by(std::size_t column, bool ascending) {
    if (!may_sort(column)) return;
    const auto found = std::find(m_shown.begin(), m_shown.end(), column);
    if (found != m_shown.end())
        m_view->GetColumn(static_cast<unsigned>(found - m_shown.begin()))->SetSortOrder(ascending);
    if (m_ask_order)
        m_ask_order(column, ascending);
    else
        set_sort(column, ascending);
}

void DataList::forget_sort() {
    for (unsigned i = 0; i < m_view->GetColumnCount(); ++i)
        if (m_view->GetColumn(i)->IsSortKey()) m_view->GetColumn(i)->UnsetAsSortKey();
    if (m_sorted) set_sort(std::nullopt, true);
}

void DataList::set_sort(std::optional<std::size_t> column, bool ascending) {
    m_sorted = column;
    m_ascending = ascending;
    if (m_sorted && count() > most_sorted) return forget_sort();
    // Who was chosen stays chosen, and hears nothing of it.
    const auto one = selected();
    const auto chosen = selection();
    sort_rows();
    quietly([&] {
        m_model->attach();
        if (one)
            select(*one);
        else if (!chosen.empty())
            select_rows(chosen);
    });
}

std::vector<std::string> DataList::texts_of(std::size_t column, std::size_t rows) const {
    std::vector<std::string> texts;
    texts.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row)
        texts.push_back(utf8(m_model->text(row, column)));
    return texts;
}

void DataList::sort_rows() {
    std::vector<std::size_t> order;
    if (m_sorted) {
        const std::size_t moving = count() - std::min(m_kept_last, count());
        order = order_of_cells(texts_of(*m_sorted, moving), m_ascending);
        for (std::size_t row = moving; row < count(); ++row)
            order.push_back(row);
    }
    m_model->arrange(std::move(order));
}

std::optional<std::size_t> DataList::below(std::size_t row) const {
    const std::size_t place = m_model->place_of(row) + 1;
    return place < count() ? std::optional(m_model->row_at(place)) : std::nullopt;
}

std::size_t DataList::count() const {
    return m_model->paging().count();
}

void DataList::show_columns(std::vector<std::size_t> shown) {
    if (shown == m_shown) return;
    const auto one = selected();
    const auto chosen = selection();
    m_shown = std::move(shown);
    remember("columns/" + m_id, m_shown == all_columns(m_columns.size())
                                    ? std::string{}
                                    : columns_text(m_shown, m_columns.size()));
    add_columns();
    m_shared_width = 0;
    share_width();
    if (m_sorted) {
        const auto found = std::find(m_shown.begin(), m_shown.end(), *m_sorted);
        if (found == m_shown.end())
            set_sort(std::nullopt, true);
        else
            m_view->GetColumn(static_cast<unsigned>(found - m_shown.begin()))->SetSortOrder(m_ascending);
    }
    quietly([&] {
        if (one)
            select(*one);
        else if (!chosen.empty())
            select_rows(chosen);
    });
}

SeenList DataList::seen() const {
    SeenList seen;
    seen.id = m_id;
    const auto add_title = [&](const wxString& title) {
        const std::string text = utf8(title);
        if (!text.empty() && std::find(seen.titles.begin(), seen.titles.end(), text) == seen.titles.end())
            seen.titles.push_back(text);
    };
    const Page* page = nullptr;
    for (const wxWindow* window = this; window && !page; window = window->GetParent())
        page = dynamic_cast<const Page*>(window);
    const auto* top = wxGetTopLevelParent(const_cast<DataList*>(this));
    add_title(page ? page->title() : top ? top->GetLabel() : wxString());
    add_title(m_spoken);
    if (page) add_title(page->subtitle());
    for (const std::size_t column : m_shown)
        seen.columns.push_back(
            {utf8(m_columns[column].title), m_columns[column].width, m_columns[column].right});
    const auto in_sight = [shown = m_shown](std::vector<std::vector<std::string>> rows) {
        for (auto& row : rows) {
            std::vector<std::string> cells;
            for (const std::size_t column : shown)
                cells.push_back(column < row.size() ? row[column] : std::string{});
            row = std::move(cells);
        }
        return rows;
    };
    if (m_make_reader) {
        seen.rows = [in_sight, read = m_make_reader()](core::Progress& progress) {
            return in_sight(read(progress));
        };
        return seen;
    }
    // Its cells are the window's own and are asked for here, on its thread.
    std::vector<std::vector<std::string>> rows(count());
    for (std::size_t place = 0; place < rows.size(); ++place)
        for (const std::size_t column : m_shown)
            rows[place].push_back(utf8(m_model->text(m_model->row_at(place), column)));
    seen.rows = [rows = std::move(rows)](core::Progress&) { return rows; };
    return seen;
}

void DataList::copy_selection() const {
    core::CellBlock block;
    for (const std::size_t place : chosen_places()) {
        auto& cells = block.emplace_back();
        for (const std::size_t column : m_shown)
            cells.push_back(plain(utf8(m_model->text(m_model->row_at(place), column))));
    }
    if (!block.empty()) copy_cells(block);
}

void DataList::focus_list() {
    // An empty list takes no keyboard, and without it no key would reach a dialog: its way out gets it.
    if (auto* dialog = dynamic_cast<wxDialog*>(wxGetTopLevelParent(this)); dialog && count() == 0)
        if (wxWindow* out = last_button(*dialog)) return out->SetFocus();
    m_view->SetFocus();
    if (count() > 0 && m_view->GetSelectedItemsCount() == 0) select(m_model->row_at(0));
}

} // namespace widgets
