// SPDX-License-Identifier: GPL-3.0-or-later
#include "statements/statement_store.hpp"

#include "core/check_digit.hpp"
#include "core/numerals.hpp"
#include "office/restoration.hpp"
#include "storage/change.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <span>

namespace statements {
namespace {

constexpr std::string_view select_entries = R"sql(
SELECT s.id, s.number, s.kind, c.id, c.name_km, c.name, e.learner_id, s.name_km, s.name, s.issued_on,
       (SELECT count(*) FROM statement_event v WHERE v.statement_id = s.id AND v.verb = 'reprint')
FROM statement s JOIN enrolment e ON e.id = s.enrolment_id JOIN class c ON c.id = e.class_id)sql";

constexpr std::string_view select_newest = R"sql(
SELECT number FROM statement WHERE kind = ?1 AND enrolment_id = ?2 ORDER BY id DESC LIMIT 1)sql";

constexpr std::string_view select_last = R"sql(
SELECT max(nth) FROM statement WHERE office_code = ?1 AND year = ?2 AND kind = ?3)sql";

constexpr std::string_view insert_statement = R"sql(
INSERT INTO statement (uid, number, kind, office_code, year, nth, enrolment_id, issued_on, name_km, name, template,
                       template_digest, pdf, digest)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14))sql";

constexpr std::string_view insert_event = R"sql(
INSERT INTO statement_event (statement_id, at, actor, verb, reason) VALUES (?1, ?2, ?3, ?4, ?5))sql";

// No office gives more of one kind in a year.
constexpr std::int64_t statements_in_a_life = 10'000;

Entry read_entry(const storage::Statement& row) {
    Entry entry;
    entry.id = row.get<StatementId>(0);
    entry.number = row.get<std::string>(1);
    entry.kind = kind_from_text(row.get<std::string>(2)).value_or(Document::attendance);
    entry.class_id = row.get<classes::ClassId>(3);
    entry.class_km = row.get<std::string>(4);
    entry.class_name = row.get<std::string>(5);
    entry.learner = row.get<learners::LearnerId>(6);
    entry.name_km = row.get<std::string>(7);
    entry.name = row.get<std::string>(8);
    entry.issued_on = row.get<core::Day>(9);
    entry.reprints = row.get<std::int64_t>(10);
    return entry;
}

// Letters and digits alone, in capitals.
std::string bare(std::string_view typed) {
    std::string text;
    for (const char c : core::to_latin_digits(typed))
        if (std::isalnum(static_cast<unsigned char>(c)))
            text += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

void record(storage::Transaction& tx, StatementId id, std::string_view verb,
            std::optional<std::string> reason, std::string_view number) {
    tx.run(insert_event, id, tx.now(), tx.actor().name, verb, reason);
    const auto uid = tx.database().value<core::Uid>("SELECT uid FROM statement WHERE id = ?1", id);
    tx.audit("statement." + std::string{verb}, "statement", uid,
             fmt::format(R"({{"number":{},"reason":{}}})", storage::json_quoted(number),
                         storage::json_quoted(reason.value_or(""))));
}

} // namespace

std::vector<Entry> load_statements(const storage::Database& database) {
    std::vector<Entry> entries;
    storage::Statement rows = database.query(std::string{select_entries} + " ORDER BY s.id DESC");
    while (rows.step())
        entries.push_back(read_entry(rows));
    return entries;
}

core::Expected<Entry> find_statement(const storage::Database& database, std::string_view number) {
    storage::Statement row =
        database.query(std::string{select_entries} + " WHERE replace(s.number, '-', '') = ?1", bare(number));
    if (!row.step()) return core::fail(core::Error{"statement.unknown"}.with("number", std::string{number}));
    return read_entry(row);
}

std::optional<std::string> find_number(const storage::Database& database, Document kind,
                                       classes::EnrolmentId enrolment) {
    return database.value<std::string>(select_newest, templates::kind_of(kind).key, enrolment);
}

Number next_number(storage::Transaction& tx, Document kind, const std::string& office, core::Day today) {
    Number number{office, static_cast<int>(today.year()), 0, {}};
    const std::int64_t last =
        tx.database()
            .value<std::int64_t>(select_last, office, number.year, templates::kind_of(kind).key)
            .value_or(0);
    // A file that was lost may have given the first numbers of the year.
    const core::Day year_began{std::chrono::year{number.year} / 1 / 1};
    number.nth = std::max(last, statements_in_a_life * office::lost_lives(tx.database(), year_began)) + 1;
    number.text = core::with_check_character(
        fmt::format("{}-{:04}-{}{:05}", office, number.year, letter_of(kind), number.nth));
    return number;
}

void keep(storage::Transaction& tx, const Made& made) {
    const auto bytes = std::as_bytes(std::span{made.pdf});
    const auto look = templates::keep_source(tx, made.template_name, made.template_source);
    const auto id = tx.insert<StatementId>(
        insert_statement, tx.new_uid(), made.number.text, templates::kind_of(made.kind).key,
        made.number.office, made.number.year, made.number.nth, made.enrolment, tx.today(), made.name_km,
        made.name, made.template_name, look, bytes, office::digest(bytes));
    record(tx, id, "issue", std::nullopt, made.number.text);
}

core::Expected<std::string> reprint(storage::Transaction& tx, std::string_view number,
                                    std::string_view reason) {
    const auto entry = find_statement(tx.database(), number);
    if (!entry) return core::fail(entry.error());
    if (reason.find_first_not_of(' ') == std::string_view::npos)
        return core::fail(core::Error{"statement.no-reason"}.with("number", entry->number));
    storage::Statement row =
        tx.database().query("SELECT pdf, digest FROM statement WHERE id = ?1", entry->id);
    row.step();
    const auto pdf = row.get<storage::Blob>(0);
    if (office::digest(pdf) != row.get<office::Digest>(1))
        return core::fail(core::Error{"statement.altered"}.with("number", entry->number));
    record(tx, entry->id, "reprint", std::string{reason}, entry->number);
    return std::string{reinterpret_cast<const char*>(pdf.data()), pdf.size()};
}

std::vector<core::Error> altered_statements(const storage::Database& database) {
    std::vector<core::Error> findings;
    storage::Statement rows = database.query("SELECT number, pdf, digest FROM statement ORDER BY id");
    while (rows.step())
        if (office::digest(rows.get<storage::Blob>(1)) != rows.get<office::Digest>(2))
            findings.push_back(core::Error{"statement.altered"}.with("number", rows.get<std::string>(0)));
    return findings;
}

void repoint(storage::Transaction& tx, classes::EnrolmentId from, classes::EnrolmentId to) {
    tx.run("UPDATE statement SET enrolment_id = ?2 WHERE enrolment_id = ?1", from, to);
}

} // namespace statements
