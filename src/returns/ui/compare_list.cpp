// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/compare_list.hpp"

#include "returns/return_workbook.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

namespace returns {

namespace {

using widgets::Tone;

constexpr std::size_t first_other = 3; // after the figure, its total and its women

std::vector<widgets::Column> columns() {
    constexpr int narrow = 62;
    constexpr int wide = 104;
    return {{.title = _("Figure"), .width = 170, .grows = true},
            {.title = _("Total"), .width = narrow, .right = true},
            {.title = _("Female"), .width = narrow, .right = true},
            // TRANSLATORS: headings of a table that sets figures side by side; keep them short.
            {.title = _("Last version"), .width = wide, .right = true},
            {.title = _("Female"), .width = wide - 10, .right = true},
            {.title = _("Last period"), .width = wide, .right = true},
            {.title = _("Female"), .width = wide - 10, .right = true},
            {.title = _("Last year"), .width = wide, .right = true},
            {.title = _("Female"), .width = wide - 10, .right = true},
            // TRANSLATORS: heading: the mean of the other districts of the province.
            {.title = _("Neighbours"), .width = wide, .right = true},
            {.title = _("Female"), .width = wide - 10, .right = true}};
}

} // namespace

CompareList::CompareList(wxWindow* parent, const office::Session& session)
    : DataList(parent, "returns.compared", _("Side by side"), columns())
    , m_session(session) {
    say_when_empty(_("Nobody vouches for the figures of this file: there is nothing to set side by side."));
}

void CompareList::show(Comparison comparison) {
    m_comparison = std::move(comparison);
    set_rows(m_comparison.rows.size(),
             [this](std::size_t row, std::size_t column) { return cell(m_comparison.rows[row], column); });
}

void CompareList::clear() {
    show({});
}

std::optional<ValueKey> CompareList::selected_key() const {
    const auto row = selected();
    if (!row || *row >= m_comparison.rows.size()) return std::nullopt;
    return ValueKey{std::string{sheet_keys::figures}, m_comparison.rows[*row].key, "all.total"};
}

wxString CompareList::selected_name() const {
    const auto row = selected();
    return row ? cell(m_comparison.rows[*row], 0).text : wxString();
}

widgets::Cell CompareList::cell(const ComparedRow& row, std::size_t column) const {
    if (column == 0) {
        const bool khmer = m_session.language == widgets::Language::khmer;
        return {widgets::wx(khmer ? row.label_km : row.label)};
    }
    const ComparedCell& value = column % 2 == 1 ? row.total : row.female;
    if (column < first_other) return {widgets::wx(figure_text(value.value))};
    const Beside beside = all_beside.at((column - first_other) / 2);
    const ComparedFigure& other = value.other(beside);
    if (!other) return {};
    const ComparedFigure by = value.difference(beside);
    const wxString shown = widgets::wx(figure_text(other));
    if (!by || *by == 0) return {shown, Tone::muted};
    // TRANSLATORS: a figure of another return, and by how much this return's is more or less: "786 (+1)".
    return {widgets::fill(_("{1} ({2})"), {shown, widgets::wx(value.difference_text(beside))}), Tone::info};
}

} // namespace returns
