// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/finding_list.hpp"

#include "returns/difference.hpp"
#include "returns/return_workbook.hpp"
#include "returns/ui/return_labels.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <map>

namespace returns {

namespace {

std::vector<widgets::Column> finding_columns(bool with_place) {
    std::vector<widgets::Column> all{{.title = _("Weight"), .width = 116}};
    if (with_place) all.push_back({.title = _("Place"), .width = 150});
    all.push_back({.title = _("Finding"), .width = 260, .grows = true});
    return all;
}

wxString value_or_dash(const std::string& value) {
    return value.empty() ? widgets::wx("–") : widgets::wx(value);
}

// TRANSLATORS: a cell that was changed: {1} what stood there, {2} what stands there now; a dash for an empty
// cell.
wxString was_and_is(const std::string& was, const std::string& is) {
    return widgets::fill(_("was {1}, is {2}"), {value_or_dash(was), value_or_dash(is)});
}

wxString sheet_word(std::string_view sheet) {
    if (sheet == sheet_keys::figures) return _("Figures");
    if (sheet == sheet_keys::attendance) return _("Attendance");
    if (sheet == sheet_keys::results) return _("Results");
    if (sheet == sheet_keys::learners) return _("Learners");
    return widgets::wx(sheet);
}

// A figure of the whole office, of everyone or of the women; the programmes' columns add up to it.
bool of_the_office(const ValueKey& key) {
    return key.sheet == sheet_keys::figures && (key.column == "all.total" || key.column == "all.female");
}

} // namespace

FindingLine line_of(const office::Session& session, const Finding& finding, const core::Place& place) {
    FindingLine line{{weight_word(finding.weight), weight_tone(finding.weight)},
                     place_words(place),
                     session.sentence(finding.what),
                     finding.about};
    if (finding.explanation.empty()) return line;
    // TRANSLATORS: the weight of a finding in a return that had to be explained, and is.
    if (finding.weight == Weight::explain) line.kind = {_("Explained"), widgets::Tone::good};
    // TRANSLATORS: {1} is what the office wrote about a finding.
    line.text += " " + widgets::fill(_("The office writes: {1}"), {widgets::wx(finding.explanation)});
    return line;
}

FindingLine line_of(const EditedCell& cell) {
    return {{verdict_word(FileVerdict::edited), widgets::Tone::bad},
            place_words({.sheet = cell.sheet, .cell = cell.cell}),
            was_and_is(cell.was, cell.is),
            {}};
}

std::vector<FindingLine> lines_of_changes(const office::Session& session, const Canonical& content) {
    // TRANSLATORS: a value that is other in this version of a return than in the one before.
    const widgets::Cell kind{_("Changed"), widgets::Tone::info};
    const bool khmer = session.language == widgets::Language::khmer;
    std::vector<FindingLine> lines;
    std::map<std::string, long long> others;
    for (const Change& change : changes_in(content)) {
        if (change.key.sheet == sheet_keys::findings) continue;
        if (!of_the_office(change.key)) {
            ++others[change.key.sheet];
            continue;
        }
        const std::string label =
            content.text_at(change.key.sheet, change.key.row, khmer ? "label" : "label-en");
        const bool female = change.key.column == "all.female";
        lines.push_back({kind, sheet_word(change.key.sheet),
                         widgets::wx(label) + ", " + (female ? _("Female") : _("Total")) + ": " +
                             was_and_is(change.was, change.is),
                         change.key});
    }
    for (const auto& [sheet, count] : others)
        // TRANSLATORS: how many values of a sheet are other than in the version before.
        lines.push_back(
            {kind, sheet_word(sheet), widgets::fill(_("{1} values"), {widgets::number(count)}), {}});
    return lines;
}

std::vector<FindingLine> lines_of(const office::Session& session, const std::vector<EditedCell>& cells,
                                  const std::vector<CheckedReturn::Placed>& findings) {
    std::vector<FindingLine> lines;
    for (const EditedCell& cell : cells)
        lines.push_back(line_of(cell));
    for (const auto& placed : findings)
        lines.push_back(line_of(session, placed.finding, placed.place));
    return lines;
}

FindingList::FindingList(wxWindow* parent, std::string_view id, const wxString& spoken, bool with_place)
    : DataList(parent, id, spoken, finding_columns(with_place))
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
