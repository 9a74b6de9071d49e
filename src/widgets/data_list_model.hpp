// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a DataList as the toolkit's view asks for them. Inside data_list.cpp only.
#pragma once

#include "widgets/data_list.hpp"
#include "widgets/text.hpp"

#include <wx/dataview.h>

#include <utility>
#include <vector>

namespace widgets {

// The end of a text that is too long, from a blank on: cut elsewhere, Khmer would show marks without their
// letter.
inline wxString end_of(wxString text, const wxWindow& window, int room) {
    const wxString cut = wx("… ");
    while (window.GetTextExtent(text).x > room) {
        const auto blank = text.find(' ', text.StartsWith(cut) ? cut.length() : 0);
        if (blank == wxString::npos) break;
        text = cut + text.Mid(blank + 1);
    }
    return text;
}

class DataList::Model final : public wxDataViewVirtualListModel {
  public:
    explicit Model(const DataList& list)
        : m_list(list)
        , m_columns(static_cast<unsigned>(list.m_columns.size())) {}

    void show(std::size_t count, CellOf cell) {
        m_cell = std::move(cell);
        m_paging = Paging(count);
        m_order.clear();
        m_places.clear();
    }
    // Row order[place] stands at `place`; empty for the rows' own order.
    void arrange(std::vector<std::size_t> order) {
        m_order = std::move(order);
        m_places.assign(m_order.size(), 0);
        for (std::size_t place = 0; place < m_order.size(); ++place)
            m_places[m_order[place]] = place;
    }
    std::size_t row_at(std::size_t place) const { return place < m_order.size() ? m_order[place] : place; }
    std::size_t place_of(std::size_t row) const { return row < m_places.size() ? m_places[row] : row; }
    std::size_t row_of(const wxDataViewItem& item) const { return row_at(GetRow(item)); }
    const Paging& paging() const { return m_paging; }
    void grow() {
        m_paging.grow();
        attach();
    }
    bool reach(std::size_t place) {
        const std::size_t before = m_paging.attached();
        const bool there = m_paging.reach(place);
        if (m_paging.attached() != before) attach();
        return there;
    }

    unsigned GetColumnCount() const override { return m_columns; }
    wxString GetColumnType(unsigned) const override { return "string"; }
    void GetValueByRow(wxVariant& value, unsigned place, unsigned column) const override {
        wxString shown = text(row_at(place), column);
        if (m_list.m_columns[column].keeps_end)
            shown = end_of(shown, *m_list.m_view, m_list.width_of(column) - m_list.FromDIP(space::page));
        value = shown;
    }
    bool GetAttrByRow(unsigned place, unsigned column, wxDataViewItemAttr& attr) const override {
        const Tone tone = m_cell ? m_cell(row_at(place), column).tone : Tone::plain;
        if (tone == Tone::plain) return false;
        attr.SetColour(ink_of(tone));
        return true;
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }
    wxString text(std::size_t row, std::size_t column) const {
        if (!m_cell) return {};
        const wxString shown = m_cell(row, column).text;
        return m_list.m_columns[column].right ? figure(shown) : shown;
    }
    void attach() { Reset(static_cast<unsigned>(m_paging.attached())); }

  private:
    const DataList& m_list;
    unsigned m_columns;
    CellOf m_cell;
    Paging m_paging;
    std::vector<std::size_t> m_order;
    std::vector<std::size_t> m_places;
};

} // namespace widgets
