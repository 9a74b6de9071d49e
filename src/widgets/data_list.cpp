// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data_list.hpp"

#include "widgets/accessible.hpp"
#include "widgets/text.hpp"

#include <wx/app.h>
#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

// The end of a text that is too long, from a blank on: cut elsewhere, Khmer would show marks without their
// letter.
wxString end_of(wxString text, const wxWindow& window, int room) {
    const wxString cut = wx("… ");
    while (window.GetTextExtent(text).x > room) {
        const auto blank = text.find(' ', text.StartsWith(cut) ? cut.length() : 0);
        if (blank == wxString::npos) break;
        text = cut + text.Mid(blank + 1);
    }
    return text;
}

} // namespace

class DataList::Model final : public wxDataViewVirtualListModel {
  public:
    explicit Model(const DataList& list)
        : m_list(list)
        , m_columns(static_cast<unsigned>(list.m_columns.size())) {}

    void show(std::size_t count, CellOf cell) {
        m_cell = std::move(cell);
        m_paging = Paging(count);
        attach();
    }
    const Paging& paging() const { return m_paging; }
    void grow() {
        m_paging.grow();
        attach();
    }
    bool reach(std::size_t row) {
        const std::size_t before = m_paging.attached();
        const bool there = m_paging.reach(row);
        if (m_paging.attached() != before) attach();
        return there;
    }

    unsigned GetColumnCount() const override { return m_columns; }
    wxString GetColumnType(unsigned) const override { return "string"; }
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
        wxString text = m_cell ? m_cell(row, column).text : wxString();
        if (m_list.m_columns[column].keeps_end)
            text = end_of(text, *m_list.m_view,
                          m_list.m_view->GetColumn(column)->GetWidth() - m_list.FromDIP(space::page));
        value = text;
    }
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override {
        const Tone tone = m_cell ? m_cell(row, column).tone : Tone::plain;
        if (tone == Tone::plain) return false;
        attr.SetColour(ink_of(tone));
        return true;
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }
    wxString text(std::size_t row, std::size_t column) const {
        return m_cell ? m_cell(row, column).text : wxString();
    }

  private:
    void attach() { Reset(static_cast<unsigned>(m_paging.attached())); }

    const DataList& m_list;
    unsigned m_columns;
    CellOf m_cell;
    Paging m_paging;
};

DataList::DataList(wxWindow* parent, std::string_view id, const wxString& spoken, std::vector<Column> columns,
                   Selection selection)
    : wxPanel(parent)
    , m_columns(std::move(columns))
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
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto align = m_columns[i].right ? wxALIGN_RIGHT : wxALIGN_LEFT;
        auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, align);
        renderer->EnableEllipsize(wxELLIPSIZE_END);
        const int flags = wxDATAVIEW_COL_RESIZABLE | (m_columns[i].sortable ? wxDATAVIEW_COL_SORTABLE : 0);
        m_view->AppendColumn(new wxDataViewColumn(m_columns[i].title, renderer, static_cast<unsigned>(i),
                                                  FromDIP(m_columns[i].width), align, flags));
    }
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
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'C')
            copy_selection();
        else
            event.Skip();
    });
}

DataList::~DataList() = default;

void DataList::share_width() {
    int spare = m_view->GetClientSize().x - FromDIP(20);
    int growing = 0;
    for (const Column& column : m_columns) {
        spare -= FromDIP(column.width);
        growing += column.grows ? 1 : 0;
    }
    if (growing == 0 || m_view->GetClientSize().x == m_shared_width) return;
    m_shared_width = m_view->GetClientSize().x;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].grows)
            m_view->GetColumn(static_cast<unsigned>(i))
                ->SetWidth(FromDIP(m_columns[i].width) + std::max(0, spare) / growing);
}

void DataList::set_rows(std::size_t count, CellOf cell) {
    m_model->show(count, std::move(cell));
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
    m_nothing_text->Wrap(FromDIP(420));
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
    if (row < m_model->GetCount()) m_model->RowChanged(static_cast<unsigned>(row));
}

void DataList::rows_read(std::size_t first) {
    const wxDataViewItem top = m_view->GetTopItem();
    // The last row in sight may be seen in part.
    const auto in_sight = static_cast<std::size_t>(std::max(m_view->GetCountPerPage(), 0)) + 1;
    if (top.IsOk() && first <= m_model->GetRow(top) + in_sight) m_view->Refresh();
}

std::optional<std::size_t> DataList::selected() const {
    if (m_view->GetSelectedItemsCount() != 1) return std::nullopt;
    return m_model->GetRow(m_view->GetSelection());
}

std::vector<std::size_t> DataList::selection() const {
    wxDataViewItemArray items;
    m_view->GetSelections(items);
    std::vector<std::size_t> rows;
    for (const wxDataViewItem& item : items)
        rows.push_back(m_model->GetRow(item));
    std::sort(rows.begin(), rows.end());
    return rows;
}

void DataList::select(std::size_t row) {
    if (!m_model->reach(row)) return;
    tell_attached();
    const bool quiet = std::exchange(m_quiet, true);
    m_view->UnselectAll();
    move_list_cursor(*m_view, static_cast<unsigned>(row));
    m_view->EnsureVisible(m_model->GetItem(static_cast<unsigned>(row)));
    m_quiet = quiet;
    // A view that is not on the screen yet says nothing of a selection, and one that is says it twice.
    if (m_selected && !m_quiet) m_selected();
}

void DataList::select_rows(const std::vector<std::size_t>& rows) {
    wxDataViewItemArray items;
    for (const std::size_t row : rows)
        if (row < attached()) items.Add(m_model->GetItem(static_cast<unsigned>(row)));
    m_view->SetSelections(items);
}

void DataList::select_all() {
    m_view->SelectAll();
}

void DataList::on_open(std::function<void(std::size_t)> open) {
    m_view->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this, open = std::move(open)](wxDataViewEvent& event) {
        if (event.GetItem().IsOk()) open(m_model->GetRow(event.GetItem()));
    });
}

void DataList::on_select(std::function<void()> changed) {
    m_selected = std::move(changed);
    m_view->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
        event.Skip();
        if (!m_quiet) m_selected();
    });
}

void DataList::on_sort(std::function<void(std::size_t, bool)> sort) {
    m_view->Bind(wxEVT_DATAVIEW_COLUMN_SORTED, [this, sort = std::move(sort)](wxDataViewEvent& event) {
        const wxDataViewColumn* column = event.GetDataViewColumn();
        // Rows are not set anew while the view is still telling.
        if (column)
            CallAfter(
                [sort, at = column->GetModelColumn(), up = column->IsSortOrderAscending()] { sort(at, up); });
    });
}

void DataList::forget_sort() {
    for (unsigned i = 0; i < m_view->GetColumnCount(); ++i)
        if (m_view->GetColumn(i)->IsSortKey()) m_view->GetColumn(i)->UnsetAsSortKey();
}

void DataList::copy_selection() const {
    wxString lines;
    for (const std::size_t row : selection()) {
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            wxString cell = m_model->text(row, column);
            // What would end the cell or the line early.
            cell.Replace("\t", " ");
            cell.Replace("\n", " ");
            lines += (column == 0 ? wxString() : wxString("\t")) + cell;
        }
        lines += "\n";
    }
    if (lines.empty() || !wxTheClipboard->Open()) return;
    wxTheClipboard->SetData(new wxTextDataObject(lines));
    wxTheClipboard->Close();
}

void DataList::focus_list() {
    m_view->SetFocus();
    if (m_model->paging().count() > 0 && m_view->GetSelectedItemsCount() == 0) select(0);
}

} // namespace widgets
