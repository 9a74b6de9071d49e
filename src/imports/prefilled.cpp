// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/prefilled.hpp"

#include "classes/class_store.hpp"
#include "imports/called_row.hpp"
#include "office/office_store.hpp"

#include <algorithm>

namespace imports {
namespace {

using What = sheets::ColumnKey::What;

constexpr std::uint32_t rows_searched = 40;

std::optional<sheets::Kind> sheet_kind(Kind kind) {
    switch (kind) {
    case Kind::learners:
        return sheets::Kind::learners;
    case Kind::attendance:
        return sheets::Kind::attendance;
    case Kind::scores:
        return sheets::Kind::scores;
    case Kind::institutions:
    case Kind::classes:
        break;
    }
    return std::nullopt;
}

Field field_of(What what) {
    switch (what) {
    case What::number:
        return Field::number;
    case What::row_number:
        return Field::row_number;
    case What::name_km:
        return Field::name_km;
    case What::name:
        return Field::name;
    case What::sex:
        return Field::sex;
    case What::born:
        return Field::born;
    case What::village:
        return Field::village;
    case What::commune:
        return Field::commune;
    case What::phone:
        return Field::phone;
    case What::guardian:
        return Field::guardian;
    case What::note:
        return Field::note;
    case What::with_permission:
        return Field::with_permission;
    case What::without_permission:
        return Field::without_permission;
    case What::day:
        return Field::day;
    case What::subject:
        return Field::subject;
    }
    return Field::note;
}

// Nothing for a subject that the programme does not have.
std::optional<Column> column_of(const sheets::FoundKey::Column& keyed,
                                const std::vector<SubjectHeadings>& subjects) {
    Column column{keyed.column, field_of(keyed.key.what), keyed.key.index};
    if (keyed.key.what != What::subject) return column;
    const auto named = std::find_if(subjects.begin(), subjects.end(), [&](const SubjectHeadings& subject) {
        return std::find(subject.names.begin(), subject.names.end(), keyed.key.subject) !=
               subject.names.end();
    });
    if (named == subjects.end()) return std::nullopt;
    column.index = static_cast<std::uint32_t>(named - subjects.begin());
    return column;
}

// The rows of headings: where the hidden column is headed, else where the others are.
std::optional<Layout> headings_of(const spreadsheet::Table& table, Kind kind, const Vocabulary& vocabulary,
                                  const std::vector<SubjectHeadings>& subjects, const sheets::FoundKey& found,
                                  spreadsheet::DateSystem dates) {
    for (std::uint32_t row = found.at.row + 1; row < found.at.row + rows_searched; ++row) {
        if (vocabulary.heading(kind, table.text(row, found.at.column)) != Field::number) continue;
        const auto* merged = table.facts().merged_at({row, found.at.column});
        return Layout{row, (merged != nullptr ? merged->last.row : row) + 1, {}, {}, {}};
    }
    auto layout = find_layout(table, kind, vocabulary, subjects, dates);
    if (!layout) return std::nullopt;
    return *std::move(layout);
}

// What stands above the headings, but for the key.
std::vector<std::string> titles_above(const FoundSheet& found) {
    std::vector<std::string> titles;
    for (std::size_t nth = 0; nth < found.table.size(); ++nth) {
        const spreadsheet::Row row = found.table.row(nth);
        if (row.index >= found.layout.header_row.value_or(found.layout.first_row)) break;
        for (const spreadsheet::Cell& cell : row.cells)
            if (!sheets::is_key(cell.text)) titles.emplace_back(cell.text);
    }
    return titles;
}

core::Error title_differs(std::string title, std::string key) {
    return core::Error{"sheet.title-differs"}.with("title", std::move(title)).with("key", std::move(key));
}

} // namespace

core::Expected<std::optional<KeyedSheet>> find_keyed(spreadsheet::Workbook& workbook, Kind kind,
                                                     const std::optional<std::string>& wanted) {
    std::optional<sheets::Kind> other;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        const spreadsheet::SheetInfo& sheet = workbook.sheets()[i];
        if (wanted ? sheet.name != *wanted : sheet.visibility != spreadsheet::Visibility::visible) continue;
        const auto table = workbook.load(i, [](std::uint32_t row) { return row < rows_searched; });
        if (!table) return core::fail(table.error());
        auto found = sheets::find_key(*table);
        if (!found) {
            core::Error error = found.error();
            error.place.sheet = sheet.name;
            return core::fail(std::move(error));
        }
        if (!*found) continue;
        if ((*found)->key.kind == sheet_kind(kind)) return KeyedSheet{i, **std::move(found)};
        other = (*found)->key.kind;
    }
    if (!other) return std::nullopt;
    return core::fail(core::Error{"sheet.other-kind"}
                          .with("is", std::string{sheets::to_text(*other)})
                          .with("asked", std::string{to_text(kind)}));
}

core::Expected<classes::ClassId> class_of(const storage::Database& database, const sheets::Key& key,
                                          const Request& request) {
    if (office::load_office(database).uid != key.office_uid)
        return core::fail(core::Error{"sheet.other-office"}.with("office", key.office_name));
    const auto id = classes::find_by_uid(database, key.class_uid);
    if (!id) return core::fail(core::Error{"sheet.class-unknown"}.with("class", key.class_name));
    if (request.class_id && request.class_id != id) {
        const auto asked = classes::find_class(database, *request.class_id);
        return core::fail(
            core::Error{"sheet.other-class"}
                .with("class", classes::load_class(database, *id).name_km)
                .with("asked",
                      asked ? asked->name_km : std::to_string(static_cast<std::int64_t>(*request.class_id))));
    }
    return *id;
}

core::Expected<Layout> keyed_layout(const spreadsheet::Table& table, Kind kind, const Vocabulary& vocabulary,
                                    const std::vector<SubjectHeadings>& subjects,
                                    const sheets::FoundKey& found, spreadsheet::DateSystem dates) {
    auto layout = headings_of(table, kind, vocabulary, subjects, found, dates);
    if (!layout) return core::fail(core::Error{"header.missing"});
    layout->columns.clear();
    for (const sheets::FoundKey::Column& keyed : found.columns)
        if (const auto column = column_of(keyed, subjects)) layout->columns.push_back(*column);
    std::sort(layout->columns.begin(), layout->columns.end(),
              [](const Column& a, const Column& b) { return a.column < b.column; });
    take_in_called(table, kind, vocabulary, *layout);
    return *std::move(layout);
}

core::Expected<core::Month> month_of(const sheets::Key& key, const FoundSheet& found,
                                     const Vocabulary& vocabulary, const Taught& taught) {
    const auto month = core::month_from_iso(key.period);
    if (!month) return core::fail(core::Error{"sheet.key-damaged"});
    const auto said = month_in(titles_above(found), vocabulary, taught);
    if (said && *said != *month) return core::fail(title_differs(core::to_iso(*said), key.period));
    return *month;
}

core::Expected<std::string> period_of(const sheets::Key& key, const FoundSheet& found,
                                      const programmes::Pack& pack) {
    const auto* period = programmes::find_period(pack, key.period);
    if (period == nullptr || !period->takes_marks())
        return core::fail(core::Error{"period.unknown"}.with("period", key.period));
    const auto said = period_in(titles_above(found), pack);
    const auto* other = said ? programmes::find_period(pack, *said) : nullptr;
    if (other != nullptr && other != period)
        return core::fail(title_differs(other->name.km, period->name.km));
    return key.period;
}

} // namespace imports
