// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/compare_list.hpp"

#include "returns/return_workbook.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

namespace returns {

namespace {

using widgets::Tone;

constexpr std::size_t first_other = 3; // after the figure, its total and its women

std::vector<widgets::Column> compared_columns() {
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

bool is_unsigned(const std::optional<ReceivedReturn>& one) {
    return one && one->verdict == FileVerdict::unsigned_file;
}

} // namespace

CompareList::CompareList(wxWindow* parent, const office::Session& session)
    : DataList(parent, "returns.compared", _("Side by side"), compared_columns())
    , m_session(session) {
    keep_order(); // rows stand under the heading of their group
    say_when_empty(_("Nobody vouches for the figures of this file: there is nothing to set side by side."));
}

void CompareList::show(Comparison comparison) {
    m_comparison = std::move(comparison);
    const Comparison& shown = m_comparison;
    m_marked = is_unsigned(shown.one) || is_unsigned(shown.last_version) || is_unsigned(shown.last_period) ||
               is_unsigned(shown.last_year);
    const std::size_t first = m_marked ? 1 : 0;
    set_rows(shown.rows.size() + first, [this, first](std::size_t row, std::size_t column) {
        return row < first ? mark(column) : cell(m_comparison.rows[row - first], column);
    });
}

void CompareList::clear() {
    show({});
}

std::optional<ValueKey> CompareList::selected_key() const {
    const auto row = selected();
    const std::size_t first = m_marked ? 1 : 0;
    if (!row || *row < first || *row - first >= m_comparison.rows.size()) return std::nullopt;
    return ValueKey{std::string{sheet_keys::figures}, m_comparison.rows[*row - first].key, "all.total"};
}

// Over the figures that nobody signed.
widgets::Cell CompareList::mark(std::size_t column) const {
    if (column == 0) return {_("Signature"), Tone::muted};
    if (column % 2 == 0) return {};
    bool marked = is_unsigned(m_comparison.one);
    if (column >= first_other) {
        const Beside beside = all_beside.at((column - first_other) / 2);
        marked = beside == Beside::last_version  ? is_unsigned(m_comparison.last_version)
                 : beside == Beside::last_period ? is_unsigned(m_comparison.last_period)
                 : beside == Beside::last_year   ? is_unsigned(m_comparison.last_year)
                                                 : false;
    }
    return {marked ? _("Not signed") : wxString(), Tone::warning};
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
