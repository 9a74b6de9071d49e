// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/old_book.hpp"

#include "core/fold.hpp"
#include "core/numerals.hpp"
#include "core/text_problem.hpp"
#include "core/tidy.hpp"

#include <algorithm>

namespace certificates {
namespace {

constexpr int first_year = 1950;

constexpr std::string_view select_entries = R"sql(
SELECT id, number, year, name_km, name, sex, born, programme, issued_on, page, remark, source FROM book_entry
WHERE (?1 IS NULL OR number_key = ?1) AND (?2 IS NULL OR year = ?2) AND (?3 IS NULL OR id = ?3))sql";

constexpr std::string_view insert_entry = R"sql(
INSERT INTO book_entry (number, number_key, year, name_km, name, sex, born, programme, issued_on, page, remark, source)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12))sql";

constexpr std::string_view update_entry = R"sql(
UPDATE book_entry SET number = ?2, number_key = ?3, year = ?4, name_km = ?5, name = ?6, sex = ?7, born = ?8,
                      programme = ?9, issued_on = ?10, page = ?11, remark = ?12
WHERE id = ?1)sql";

// The journal keeps a row's columns in their order: number, its key, year …
constexpr std::string_view select_history = R"sql(
SELECT row_id, content ->> 0, content ->> 2, content ->> 3, content ->> 4, content ->> 5, content ->> 6, content ->> 7,
       content ->> 8, content ->> 9, content ->> 10, content ->> 11, at, actor, verb, reason
FROM stock_journal WHERE entity = 'book_entry' AND row_id = ?1 ORDER BY id)sql";

BookEntry read_row(const storage::Statement& row) {
    BookEntry entry;
    entry.id = row.get<std::int64_t>(0);
    entry.number = row.get<std::string>(1);
    entry.year = row.get<int>(2);
    entry.name_km = row.get<std::string>(3);
    entry.name = row.get<std::string>(4);
    if (const auto sex = row.get<std::optional<std::string>>(5)) entry.sex = core::sex_from_text(*sex);
    if (const auto born = row.get<std::optional<std::string>>(6))
        entry.born = core::partial_date_from_text(*born);
    entry.programme = row.get<std::string>(7);
    entry.issued_on = row.get<std::optional<core::Day>>(8);
    entry.page = row.get<std::string>(9);
    entry.remark = row.get<std::string>(10);
    entry.source = row.get<std::string>(11);
    return entry;
}

std::optional<std::string> sex_text(const BookEntry& entry) {
    if (!entry.sex) return std::nullopt;
    return std::string{core::to_text(*entry.sex)};
}

std::optional<std::string> born_text(const BookEntry& entry) {
    if (!entry.born) return std::nullopt;
    return core::to_text(*entry.born);
}

std::vector<BookEntry> entries(const storage::Database& database, const std::optional<std::string>& key,
                               std::optional<int> year, std::optional<std::int64_t> id, const char* order) {
    std::vector<BookEntry> all;
    storage::Statement row = database.query(std::string{select_entries} + order, key, year, id);
    while (row.step())
        all.push_back(read_row(row));
    return all;
}

const std::string& name_of(const BookEntry& entry) {
    return entry.name_km.empty() ? entry.name : entry.name_km;
}

// The entry tidied, where no other has its number and year.
core::Expected<BookEntry> check_with_others(const storage::Database& database, const BookEntry& entry,
                                            core::Day today) {
    auto checked = check_entry(entry, today);
    if (!checked) return checked;
    const auto other = find_book_entry(database, checked->number, checked->year);
    if (other && other->id != entry.id)
        return core::fail(core::Error{"book.number-taken"}
                              .with("number", other->number)
                              .with("year", std::to_string(other->year))
                              .with("name", name_of(*other)));
    return checked;
}

} // namespace

std::string book_key(std::string_view number) {
    std::string key;
    for (const char c : core::to_latin_digits(core::tidy(number))) {
        if (c == ' ') continue;
        key += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return key;
}

core::Expected<BookEntry> check_entry(BookEntry entry, core::Day today) {
    for (std::string* text :
         {&entry.number, &entry.name_km, &entry.name, &entry.programme, &entry.page, &entry.remark}) {
        *text = core::tidy(*text);
        if (const auto problem = core::text_problem(*text))
            return core::fail(core::Error{std::string{*problem}}.with("text", *text));
    }
    if (book_key(entry.number).empty()) return core::fail(core::Error{"book.number-missing"});
    if (name_of(entry).empty()) return core::fail(core::Error{"book.name-missing"});
    if (entry.year == 0 && entry.issued_on) entry.year = static_cast<int>(entry.issued_on->year());
    if (entry.year < first_year || entry.year > static_cast<int>(today.year()))
        return core::fail(core::Error{"book.year"}.with("year", std::to_string(entry.year)));
    if (entry.issued_on && static_cast<int>(entry.issued_on->year()) != entry.year)
        return core::fail(core::Error{"book.day"}
                              .with("day", core::to_iso(*entry.issued_on))
                              .with("year", std::to_string(entry.year)));
    return entry;
}

std::optional<BookEntry> find_book_entry(const storage::Database& database, std::string_view number,
                                         int year) {
    auto found = entries(database, book_key(number), year, std::nullopt, "");
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<BookEntry> find_book_entry(const storage::Database& database, std::int64_t id) {
    auto found = entries(database, std::nullopt, std::nullopt, id, "");
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<BookEntry> find_book_entries(const storage::Database& database, std::string_view number) {
    return entries(database, book_key(number), std::nullopt, std::nullopt, " ORDER BY year DESC");
}

std::vector<BookEntry> search_book(const storage::Database& database, std::string_view typed) {
    auto all = entries(database, std::nullopt, std::nullopt, std::nullopt, " ORDER BY year, number_key");
    const std::string number = book_key(typed);
    if (number.empty()) return all;
    const std::string name = core::query_fold(typed);
    std::erase_if(all, [&](const BookEntry& entry) {
        return book_key(entry.number).find(number) == std::string::npos &&
               (name.empty() || (core::fold_name(entry.name_km).find(name) == std::string::npos &&
                                 core::fold_name(entry.name).find(name) == std::string::npos));
    });
    return all;
}

core::Expected<std::int64_t> add_book_entry(storage::Transaction& tx, const BookEntry& entry) {
    const auto checked = check_with_others(tx.database(), entry, tx.today());
    if (!checked) return core::fail(checked.error());
    const auto id = tx.insert<std::int64_t>(
        insert_entry, checked->number, book_key(checked->number), checked->year, checked->name_km,
        checked->name, sex_text(*checked), born_text(*checked), checked->programme, checked->issued_on,
        checked->page, checked->remark, checked->source);
    journal(tx, Stock::book_entry, id, checked->source.empty() ? "type" : "import");
    return id;
}

core::Expected<void> correct_book_entry(storage::Transaction& tx, const BookEntry& entry,
                                        std::string_view reason) {
    const std::string why = core::tidy(reason);
    if (why.empty()) return core::fail(core::Error{"book.no-reason"});
    const auto was = find_book_entry(tx.database(), entry.id);
    if (!was) return core::fail(core::Error{"book.entry-unknown"});
    auto checked = check_with_others(tx.database(), entry, tx.today());
    if (!checked) return core::fail(checked.error());
    checked->source = was->source;
    if (*checked == *was) return core::fail(core::Error{"book.unchanged"}.with("number", was->number));
    tx.run(update_entry, entry.id, checked->number, book_key(checked->number), checked->year,
           checked->name_km, checked->name, sex_text(*checked), born_text(*checked), checked->programme,
           checked->issued_on, checked->page, checked->remark);
    journal(tx, Stock::book_entry, entry.id, "correct", why);
    return {};
}

std::vector<BookChange> book_history(const storage::Database& database, std::int64_t id) {
    std::vector<BookChange> changes;
    storage::Statement row = database.query(select_history, id);
    while (row.step())
        changes.push_back({row.get<core::Moment>(12), row.get<std::string>(13), row.get<std::string>(14),
                           row.get<std::string>(15), read_row(row)});
    return changes;
}

} // namespace certificates
