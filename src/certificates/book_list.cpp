// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/book_list.hpp"

#include "core/date_text.hpp"
#include "core/numerals.hpp"
#include "core/resource.hpp"
#include "core/tidy.hpp"
#include "spreadsheet/reader.hpp"
#include "spreadsheet/simple_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <sstream>

namespace certificates {

// Made by the build.
std::string_view resource(std::string_view path);

namespace {

constexpr std::array<std::string_view, 3> verdicts = {"accept", "same", "refuse"};
constexpr std::uint32_t most_header_rows = 30;

// A field of an entry by the column that holds it.
using Columns = std::map<std::string, std::uint32_t, std::less<>>;

// "Date of birth:" is "dateofbirth".
std::string heading_key(std::string_view text) {
    std::string key;
    for (const char c : core::tidy(text)) {
        if (c == ' ' || c == '.' || c == ':' || c == '/' || c == '-') continue;
        key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return key;
}

// Field and words of a line of the resource, apart by tabs.
const std::map<std::string, std::string, std::less<>>& heading_words() {
    static const auto words = [] {
        std::map<std::string, std::string, std::less<>> all;
        std::istringstream text{std::string{resource("certificates/book-headings.txt")}};
        for (std::string line; std::getline(text, line);) {
            if (line.empty() || line.front() == '#') continue;
            std::istringstream parts{line};
            std::string field;
            std::getline(parts, field, '\t');
            for (std::string word; std::getline(parts, word, '\t');)
                all.emplace(heading_key(word), field);
        }
        return all;
    }();
    return words;
}

// Nothing where the row names no number and no name.
std::optional<Columns> columns_of(const spreadsheet::Row& row) {
    Columns columns;
    for (const spreadsheet::Cell& cell : row.cells) {
        const auto found = heading_words().find(heading_key(cell.text));
        if (found != heading_words().end()) columns.emplace(found->second, cell.column);
    }
    if (!columns.contains("number") || !(columns.contains("name_km") || columns.contains("name")))
        return std::nullopt;
    return columns;
}

// Reads the cells of a row; keeps the first that cannot be read.
class RowReader {
  public:
    RowReader(const spreadsheet::Row& row, const Columns& columns, core::DateSystem system, core::Day today)
        : m_row(row)
        , m_columns(columns)
        , m_system(system)
        , m_today(today) {}

    std::string text(std::string_view field) {
        const spreadsheet::Cell* cell = find(field);
        return cell == nullptr ? std::string{} : std::string{cell->text};
    }
    int year(std::string_view field) {
        const std::string typed = text(field);
        if (core::tidy(typed).empty()) return 0;
        const auto value = core::read_integer(typed);
        if (value && *value > 0 && *value < 10'000) return static_cast<int>(*value);
        fail(field, core::Error{"book.year"}.with("year", typed));
        return 0;
    }
    std::optional<core::Sex> sex(std::string_view field) {
        const std::string word = heading_key(text(field));
        if (word.empty()) return std::nullopt;
        for (const char* female : {"f", "female", "ស្រី", "ស", "នារី"})
            if (word == female) return core::Sex::female;
        for (const char* male : {"m", "male", "ប្រុស", "ប", "បុរស"})
            if (word == male) return core::Sex::male;
        fail(field, core::Error{"book.sex"}.with("text", text(field)));
        return std::nullopt;
    }
    std::optional<core::PartialDate> date(std::string_view field) {
        const spreadsheet::Cell* cell = find(field);
        if (cell == nullptr || core::tidy(cell->text).empty()) return std::nullopt;
        double number = 0;
        const bool is_number =
            cell->kind == spreadsheet::CellKind::number &&
            std::from_chars(cell->text.data(), cell->text.data() + cell->text.size(), number).ec ==
                std::errc{};
        const auto read = is_number ? core::read_date_number(number, m_system, m_today)
                                    : core::read_date(cell->text, m_today);
        if (read) return read->date;
        fail(field, read.error());
        return std::nullopt;
    }
    std::optional<core::Day> day(std::string_view field) {
        const auto date_read = date(field);
        if (!date_read) return std::nullopt;
        const std::string iso = core::to_text(*date_read);
        if (const auto day = core::day_from_iso(iso)) return day;
        fail(field, core::Error{"date.incomplete"}.with("text", text(field)));
        return std::nullopt;
    }
    core::Place place(std::string_view field) const {
        const auto column = m_columns.find(field);
        return {.cell = column == m_columns.end() ? "" : spreadsheet::cell_name(m_row.index, column->second)};
    }
    const std::optional<core::Error>& failure() const { return m_failure; }

  private:
    const spreadsheet::Cell* find(std::string_view field) {
        const auto column = m_columns.find(field);
        const spreadsheet::Cell* cell = column == m_columns.end() ? nullptr : m_row.find(column->second);
        if (cell != nullptr && cell->formula) fail(field, core::Error{"cell.formula"});
        return cell;
    }
    void fail(std::string_view field, core::Error error) {
        error.place = place(field);
        if (!m_failure) m_failure = std::move(error);
    }

    const spreadsheet::Row& m_row;
    const Columns& m_columns;
    core::DateSystem m_system;
    core::Day m_today;
    std::optional<core::Error> m_failure;
};

bool says_the_same(const BookEntry& one, const BookEntry& other) {
    return one.name_km == other.name_km && one.name == other.name && one.programme == other.programme &&
           one.issued_on == other.issued_on;
}

class Judge {
  public:
    Judge(const storage::Database& database, core::DateSystem system)
        : m_database(database)
        , m_system(system)
        , m_today(database.clock().today()) {}

    BookRow judge(const spreadsheet::Row& row, const Columns& columns, const std::string& file) {
        BookRow judged;
        judged.row = row.index + 1;
        for (const spreadsheet::Cell& cell : row.cells) {
            judged.cells.resize(cell.column + 1);
            judged.cells[cell.column] = cell.text;
        }
        RowReader reader(row, columns, m_system, m_today);
        BookEntry& entry = judged.entry;
        entry.number = reader.text("number");
        entry.year = reader.year("year");
        entry.name_km = reader.text("name_km");
        entry.name = reader.text("name");
        entry.sex = reader.sex("sex");
        entry.born = reader.date("born");
        entry.programme = reader.text("programme");
        entry.issued_on = reader.day("issued_on");
        entry.page = reader.text("page");
        entry.remark = reader.text("remark");
        entry.source = file;
        judged.reason = reader.failure();
        if (!judged.reason) judge_entry(judged, reader);
        return judged;
    }

  private:
    void judge_entry(BookRow& judged, const RowReader& reader) {
        auto checked = check_entry(judged.entry, m_today);
        if (!checked) {
            judged.reason = checked.error();
            judged.reason->place = reader.place(place_of(checked.error().code));
            return;
        }
        judged.entry = *std::move(checked);
        const BookEntry& entry = judged.entry;
        const auto taken = [&](const BookEntry& other) {
            judged.reason = core::Error{"book.number-taken"}
                                .with("number", other.number)
                                .with("year", std::to_string(other.year))
                                .with("name", other.name_km.empty() ? other.name : other.name_km)
                                .at(reader.place("number"));
        };
        if (const auto before = find_book_entry(m_database, entry.number, entry.year)) {
            if (says_the_same(*before, entry))
                judged.verdict = BookVerdict::same;
            else
                taken(*before);
            return;
        }
        const auto [above, fresh] = m_seen.emplace(std::pair{book_key(entry.number), entry.year}, entry);
        if (fresh)
            judged.verdict = BookVerdict::accept;
        else
            taken(above->second);
    }

    static std::string_view place_of(std::string_view code) {
        if (code == "book.name-missing") return "name_km";
        if (code == "book.year") return "year";
        if (code == "book.day") return "issued_on";
        return "number";
    }

    const storage::Database& m_database;
    core::DateSystem m_system;
    core::Day m_today;
    std::map<std::pair<std::string, int>, BookEntry> m_seen;
};

bool is_empty(const spreadsheet::Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const spreadsheet::Cell& cell) { return core::tidy(cell.text).empty(); });
}

} // namespace

std::string_view to_text(BookVerdict verdict) {
    return verdicts[static_cast<std::size_t>(verdict)];
}

std::size_t BookList::count(BookVerdict verdict) const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const BookRow& row) { return row.verdict == verdict; }));
}

core::Expected<BookList> read_book_list(const storage::Database& database, const std::filesystem::path& path,
                                        core::Progress& progress) {
    auto workbook = spreadsheet::open_workbook(path);
    if (!workbook) return core::fail(workbook.error());
    BookList list;
    const auto name = path.filename().u8string();
    list.file.assign(name.begin(), name.end());
    Judge judge(database, workbook->date_system() == spreadsheet::DateSystem::from_1904
                              ? core::DateSystem::from_1904
                              : core::DateSystem::from_1900);
    for (std::size_t sheet = 0; sheet < workbook->sheets().size() && list.headings.empty(); ++sheet) {
        if (workbook->sheets()[sheet].visibility != spreadsheet::Visibility::visible) continue;
        std::optional<Columns> columns;
        const auto read = workbook->read(sheet, [&](const spreadsheet::Row& row) {
            progress.report(row.index, 0);
            if (progress.cancelled()) return false;
            if (columns) {
                if (!is_empty(row)) list.rows.push_back(judge.judge(row, *columns, list.file));
                return true;
            }
            columns = columns_of(row);
            if (!columns) return row.index < most_header_rows;
            list.header_row = row.index + 1;
            for (const spreadsheet::Cell& cell : row.cells) {
                list.headings.resize(cell.column + 1);
                list.headings[cell.column] = cell.text;
            }
            return true;
        });
        if (!read) return core::fail(read.error());
        if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
    }
    if (list.headings.empty()) return core::fail(core::Error{"book.no-headings"});
    return list;
}

core::Expected<std::int64_t> take_book_list(storage::Transaction& tx, const BookList& list) {
    std::int64_t taken = 0;
    for (const BookRow& row : list.rows) {
        if (row.verdict != BookVerdict::accept) continue;
        const auto added = add_book_entry(tx, row.entry);
        if (!added) return core::fail(added.error());
        ++taken;
    }
    return taken;
}

void write_book_rejects(const std::filesystem::path& path, const BookList& list,
                        const std::vector<std::string>& reasons, core::Moment made_at) {
    spreadsheet::SimpleTable table;
    table.sheet = "rejects";
    for (const std::string& heading : list.headings)
        table.columns.push_back({heading, 18});
    // Behind their own columns, so that the mended list is read as it is.
    table.columns.push_back({"!", 70, spreadsheet::Style::wrapped});
    std::size_t at = 0;
    for (const BookRow& row : list.rows) {
        if (row.verdict != BookVerdict::refuse) continue;
        std::vector<std::string> cells = row.cells;
        cells.resize(list.headings.size());
        cells.push_back(at < reasons.size() ? reasons[at] : std::string{});
        ++at;
        table.rows.push_back(std::move(cells));
    }
    spreadsheet::write_table(path, table, {list.file, list.file, made_at});
}

} // namespace certificates
