// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/finding_list.hpp"

#include "returns/ui/return_labels.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

namespace returns {

namespace {

std::vector<widgets::Column> columns(bool with_place) {
    std::vector<widgets::Column> all{{.title = _("Weight"), .width = 116}};
    if (with_place) all.push_back({.title = _("Place"), .width = 150});
    all.push_back({.title = _("Finding"), .width = 260, .grows = true});
    return all;
}

wxString value_or_dash(const std::string& value) {
    return value.empty() ? widgets::wx("–") : widgets::wx(value);
}

} // namespace

FindingLine line_of(const office::Session& session, const Finding& finding, const core::Place& place) {
    return {{weight_word(finding.weight), weight_tone(finding.weight)},
            place_words(place),
            session.sentence(finding.what)};
}

FindingLine line_of(const EditedCell& cell) {
    // TRANSLATORS: a cell that was changed after the return was signed: {1} what stood there, {2} what stands
    // there now; a dash for an empty cell.
    const wxString text =
        widgets::fill(_("was {1}, is {2}"), {value_or_dash(cell.was), value_or_dash(cell.is)});
    return {{verdict_word(FileVerdict::edited), widgets::Tone::bad},
            place_words({.sheet = cell.sheet, .cell = cell.cell}),
            text};
}

std::vector<FindingLine> lines_of(const office::Session& session, const std::vector<EditedCell>& cells,
                                  const std::vector<CheckedReturn::Placed>& findings) {
    std::vector<FindingLine> lines;
    for (const EditedCell& cell : cells)
        lines.push_back(line_of(cell));
    for (const auto& [finding, place, explanation] : findings) {
        lines.push_back(line_of(session, finding, place));
        if (!explanation.empty())
            // TRANSLATORS: {1} is what the office wrote about a finding.
            lines.back().text += " " + widgets::fill(_("The office writes: {1}"), {widgets::wx(explanation)});
    }
    return lines;
}

FindingList::FindingList(wxWindow* parent, std::string_view id, const wxString& spoken, bool with_place)
    : DataList(parent, id, spoken, columns(with_place))
    , m_with_place(with_place) {}

void FindingList::show(std::vector<FindingLine> lines) {
    m_lines = std::move(lines);
    set_rows(m_lines.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
        const FindingLine& line = m_lines[row];
        if (column == 0) return line.kind;
        if (column == 1 && m_with_place) return {line.place};
        return {line.text};
    });
}

} // namespace returns
