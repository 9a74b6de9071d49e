// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/reading.hpp"

#include "imports/prefilled.hpp"

#include <algorithm>
#include <tuple>

namespace imports {
namespace {

using spreadsheet::Table;

constexpr std::uint32_t rows_searched = 40;
// The eye sees the headings and a screenful of people.
constexpr std::uint32_t rows_below_headings = 12;
constexpr std::uint32_t least_rows_shown = 24;

// Reading a large sheet can be told and stopped.
core::Expected<Table> load(spreadsheet::Workbook& workbook, std::size_t sheet, core::Progress& progress) {
    auto table = workbook.load(sheet, [&](std::uint32_t row) {
        if (row % 512 == 0) progress.report(row, 0);
        return !progress.cancelled();
    });
    if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
    return table;
}

// The remembered layout whose headings begin in this row.
const RememberedLayout* known_at(const Table& table, Kind kind, const Vocabulary& vocabulary,
                                 const std::vector<RememberedLayout>& known, std::uint32_t row) {
    for (const std::uint32_t rows : {2U, 1U}) {
        const HeadingKeys headings = heading_keys(table, vocabulary, row, rows);
        if (headings.tell_nothing()) continue;
        const office::Digest digest = digest_of(kind, headings);
        for (const RememberedLayout& layout : known)
            if (layout.heading_rows == rows && layout.digest == digest) return &layout;
    }
    return nullptr;
}

Layout layout_of(const RememberedLayout& remembered, const Table& table, const Vocabulary& vocabulary,
                 const std::vector<SubjectHeadings>& subjects, std::uint32_t row) {
    const HeadingKeys headings = heading_keys(table, vocabulary, row, remembered.heading_rows);
    Layout layout{row, row + remembered.heading_rows, {}, {}, {}};
    for (const RememberedLayout::Place& place : remembered.places) {
        if (place.nth >= headings.columns.size()) continue;
        Column column{headings.columns[place.nth], place.meaning.field, place.meaning.index,
                      place.meaning.part};
        if (column.field == Field::subject) {
            const auto named = std::find_if(subjects.begin(), subjects.end(), [&](const SubjectHeadings& s) {
                return std::find(s.names.begin(), s.names.end(), place.subject) != s.names.end();
            });
            if (named == subjects.end()) continue;
            column.index = static_cast<std::uint32_t>(named - subjects.begin());
        }
        layout.columns.push_back(column);
    }
    return layout;
}

struct Candidate {
    FoundSheet found;
    bool readable = false;
    bool remembered = false;
    bool named_as_remembered = false;

    bool better_than(const Candidate& other) const {
        const auto rank = [](const Candidate& c) {
            return std::tuple{c.found.key.has_value(), c.remembered, c.named_as_remembered, c.readable,
                              c.found.layout.columns.size()};
        };
        return rank(*this) > rank(other);
    }
};

void recall(Candidate& candidate, Kind kind, const Vocabulary& vocabulary,
            const std::vector<SubjectHeadings>& subjects, const std::vector<RememberedLayout>& known) {
    const Table& table = candidate.found.table;
    for (std::size_t nth = 0; nth < std::min<std::size_t>(table.size(), rows_searched); ++nth) {
        const std::uint32_t row = table.row(nth).index;
        const RememberedLayout* layout = known_at(table, kind, vocabulary, known, row);
        if (layout == nullptr) continue;
        candidate.found.layout = layout_of(*layout, table, vocabulary, subjects, row);
        candidate.remembered = true;
        candidate.named_as_remembered = layout->sheet == candidate.found.name;
        return;
    }
}

// A list has one column of either meaning; a whole day is both its halves.
bool takes_place_of(const Meaning& meaning, const Meaning& other) {
    if (meaning.field != other.field || meaning.index != other.index || may_repeat(meaning.field))
        return false;
    return meaning.part == other.part || meaning.part == Part::whole || other.part == Part::whole;
}

void correct(Layout& layout, const std::map<std::uint32_t, std::optional<Meaning>>& columns) {
    for (const auto& [at, meaning] : columns) {
        std::erase_if(layout.columns, [&, at = at, meaning = meaning](const Column& c) {
            return c.column == at || (meaning && takes_place_of(*meaning, c.meaning()));
        });
        if (meaning) layout.columns.push_back({at, meaning->field, meaning->index, meaning->part});
    }
    std::sort(layout.columns.begin(), layout.columns.end(),
              [](const Column& a, const Column& b) { return a.column < b.column; });
}

std::string heading_of(const Table& table, const Layout& layout, std::uint32_t column) {
    std::string heading;
    for (std::uint32_t row = layout.header_row.value_or(0); layout.header_row && row < layout.first_row;
         ++row) {
        const std::string_view text = table.text(row, column);
        if (!heading.empty() && !text.empty()) heading += ' ';
        heading += text;
    }
    return heading;
}

std::vector<Meaning> meanings_of(Kind kind, const Vocabulary& vocabulary, const Layout& layout,
                                 std::size_t subjects) {
    std::vector<Meaning> meanings;
    for (const Field field : vocabulary.fields_of(kind))
        meanings.push_back({field, 0});
    const bool sessions = std::any_of(layout.columns.begin(), layout.columns.end(),
                                      [](const Column& c) { return c.part != Part::whole; });
    for (std::uint32_t day = 1; kind == Kind::attendance && day <= 31; ++day) {
        meanings.push_back({Field::day, day});
        if (!sessions) continue;
        meanings.push_back({Field::day, day, Part::morning});
        meanings.push_back({Field::day, day, Part::afternoon});
    }
    for (std::uint32_t subject = 0; subject < subjects; ++subject)
        meanings.push_back({Field::subject, subject});
    return meanings;
}

} // namespace

core::Expected<FoundList> find_list(spreadsheet::Workbook& workbook, Kind kind, const Vocabulary& vocabulary,
                                    const std::vector<SubjectHeadings>& subjects,
                                    const std::vector<RememberedLayout>& known, const Correction& correction,
                                    const std::optional<KeyedSheet>& keyed, core::Progress& progress) {
    if (correction.sheet && !workbook.find_sheet(*correction.sheet))
        return core::fail(core::Error{"sheet.not-found"}.with("sheet", *correction.sheet));
    const spreadsheet::DateSystem dates = workbook.date_system();
    std::optional<Candidate> best;
    std::vector<std::string> lists;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        const spreadsheet::SheetInfo& sheet = workbook.sheets()[i];
        const bool wanted = correction.sheet ? sheet.name == *correction.sheet
                                             : sheet.visibility == spreadsheet::Visibility::visible;
        if (!wanted) continue;
        auto table = load(workbook, i, progress);
        if (!table) return core::fail(table.error());
        Candidate candidate{FoundSheet{i, sheet.name, std::move(*table), {}}};
        const Table& cells = candidate.found.table;
        if (keyed && keyed->sheet == i) candidate.found.key = keyed->found;
        if (correction.header_row)
            candidate.found.layout =
                layout_at(cells, kind, vocabulary, subjects, *correction.header_row, dates);
        else if (candidate.found.key)
            candidate.found.layout =
                keyed_layout(cells, kind, vocabulary, subjects, *candidate.found.key, dates)
                    .value_or(Layout{});
        else if (!correction.forget)
            recall(candidate, kind, vocabulary, subjects, known);
        if (!correction.header_row && !candidate.found.key && !candidate.remembered)
            candidate.found.layout = find_layout(cells, kind, vocabulary, subjects, dates).value_or(Layout{});
        if (correction.sheet) correct(candidate.found.layout, correction.columns);
        read_beside_columns(cells, vocabulary, dates, candidate.found.layout);
        candidate.readable = tells_enough(kind, candidate.found.layout.columns);
        if (!correction.sheet && candidate.readable && holds_list(cells, candidate.found.layout))
            lists.push_back(sheet.name);
        if (!best || candidate.better_than(*best)) best = std::move(candidate);
    }
    if (!best) return core::fail(core::Error{"header.missing"});
    std::erase(lists, best->found.name);
    best->found.others = std::move(lists);
    return FoundList{std::move(best->found), best->readable, best->remembered};
}

ListReading describe(const FoundList& list, const spreadsheet::Workbook& workbook, Kind kind,
                     const Vocabulary& vocabulary, const std::vector<SubjectHeadings>& subjects) {
    const Table& table = list.found.table;
    const Layout& layout = list.found.layout;
    ListReading reading;
    for (const spreadsheet::SheetInfo& sheet : workbook.sheets())
        reading.sheets.push_back(sheet.name);
    for (const SubjectHeadings& subject : subjects)
        reading.subjects.push_back(subject.names.front());
    reading.meanings = meanings_of(kind, vocabulary, layout, subjects.size());
    reading.sheet = list.found.name;
    reading.header_row = layout.header_row;
    reading.first_row = layout.first_row;
    reading.remembered = list.remembered;
    reading.prefilled = list.found.key.has_value();
    if (!list.readable) reading.problem = core::Error{"header.missing"};
    for (std::uint32_t column = 0; column < table.facts().columns; ++column) {
        ListReading::ReadColumn read{column, heading_of(table, layout, column)};
        for (const Column& known : layout.columns)
            if (known.column == column) read.meaning = known.meaning();
        reading.columns.push_back(std::move(read));
    }
    for (std::size_t nth = 0; nth < table.size(); ++nth) {
        const spreadsheet::Row row = table.row(nth);
        if (row.index >= std::max(layout.first_row + rows_below_headings, least_rows_shown)) break;
        ListReading::SampleRow sample{row.index, {}};
        sample.cells.resize(table.facts().columns);
        for (const KeptCell& cell : keep(row))
            sample.cells[cell.column] = as_typed(cell, workbook.date_system());
        reading.sample.push_back(std::move(sample));
    }
    return reading;
}

} // namespace imports
