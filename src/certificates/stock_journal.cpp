// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/stock_journal.hpp"

#include "certificates/linked_fields.hpp"
#include "storage/change.hpp"

#include <fmt/format.h>

#include <array>
#include <map>

namespace certificates {
namespace {

struct Table {
    std::string_view name;
    // Of each row its id and all that an entry keeps of it.
    std::string_view rows;
};

// A block's next number is not kept: it moves with every certificate, and the register's own chain and the
// control sheet's gaps hold it.
constexpr std::array<Table, 5> tables = {{
    {"serial_block", R"sql(
SELECT id, json_array(office_code, year, first_number, last_number, origin, held_by, closed_at)
FROM serial_block WHERE ?1 IS NULL OR id = ?1 ORDER BY id)sql"},
    {"block_file", R"sql(
SELECT id, json_array(hex(uid), direction, from_office, office_code, year, first_number, last_number, given_at, sample,
                      hex(digest))
FROM block_file WHERE ?1 IS NULL OR id = ?1 ORDER BY id)sql"},
    {"paper_delivery", R"sql(
SELECT id, json_array(prefix, digits, first_number, last_number, source, received_on)
FROM paper_delivery WHERE ?1 IS NULL OR id = ?1 ORDER BY id)sql"},
    {"paper_sheet", R"sql(
SELECT id, json_array(delivery_id, number, state, certificate_id, remark, day)
FROM paper_sheet WHERE ?1 IS NULL OR id = ?1 ORDER BY id)sql"},
    {"book_entry", R"sql(
SELECT id, json_array(number, number_key, year, name_km, name, sex, born, programme, issued_on, page, remark, source)
FROM book_entry WHERE ?1 IS NULL OR id = ?1 ORDER BY id)sql"},
}};

constexpr std::string_view insert_entry = R"sql(
INSERT INTO stock_journal (at, actor, entity, row_id, verb, reason, content, hash)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))sql";

constexpr std::string_view select_entries = R"sql(
SELECT id, at, actor, entity, row_id, verb, reason, content, hash FROM stock_journal ORDER BY id)sql";

constexpr std::string_view select_events = R"sql(
SELECT at, actor, verb, reason, content FROM stock_journal WHERE entity = ?1 AND row_id = ?2 ORDER BY id)sql";

constexpr std::string_view select_audit = R"sql(
SELECT a.verb, a.actor, c.change FROM audit a LEFT JOIN audit_change c ON c.seq = a.seq
WHERE a.entity IN ('serial_block', 'block_file', 'paper_delivery', 'paper_sheet', 'book_entry') AND a.verb LIKE a.entity || '.%'
ORDER BY a.seq)sql";

const Table& table_of(Stock stock) {
    return tables[static_cast<std::size_t>(stock)];
}

std::string content_of(const storage::Database& database, const Table& table, std::int64_t id) {
    storage::Statement row = database.query(table.rows, id);
    return row.step() ? row.get<std::string>(1) : std::string{};
}

struct Entry {
    std::string at;
    std::string actor;
    std::string entity;
    std::int64_t row = 0;
    std::string verb;
    std::string reason;
    std::string content;

    office::Digest link(const office::Digest& before) const {
        LinkedFields fields;
        for (const std::string* field : {&at, &actor, &entity, &verb, &reason, &content})
            fields.add(*field);
        fields.add(std::to_string(row));
        fields.add(before);
        return fields.digest();
    }
};

core::Error altered(std::string_view entity, std::int64_t row, const char* what) {
    return core::Error{"stock.altered"}
        .with("entity", std::string{entity})
        .with("row", std::to_string(row))
        .with("what", what);
}

// The newest content of each row, by table and id.
using Contents = std::map<std::pair<std::string, std::int64_t>, std::string>;

std::optional<core::Error> look_at_rows(const storage::Database& database, Contents contents) {
    for (const Table& table : tables) {
        const auto first = contents.lower_bound({std::string{table.name}, 0});
        // Of a table whose journal has not begun nothing is told.
        if (first == contents.end() || first->first.first != table.name) continue;
        storage::Statement rows = database.query(table.rows, std::nullopt);
        while (rows.step()) {
            const auto id = rows.get<std::int64_t>(0);
            const auto found = contents.find({std::string{table.name}, id});
            if (found == contents.end() || found->second != rows.get<std::string_view>(1))
                return altered(table.name, id, "row");
            contents.erase(found);
        }
    }
    if (!contents.empty())
        return altered(contents.begin()->first.first, contents.begin()->first.second, "row");
    return std::nullopt;
}

} // namespace

std::string_view to_text(Stock stock) {
    return table_of(stock).name;
}

office::Digest journal_head(const storage::Database& database) {
    return database.value<office::Digest>("SELECT hash FROM stock_journal ORDER BY id DESC LIMIT 1")
        .value_or(office::Digest{});
}

void journal(storage::Transaction& tx, Stock stock, std::int64_t row, std::string_view verb,
             std::string_view reason) {
    const Table& table = table_of(stock);
    const storage::Database& database = tx.database();
    const Entry entry{core::to_iso(tx.now()), tx.actor().name,     std::string{table.name},         row,
                      std::string{verb},      std::string{reason}, content_of(database, table, row)};
    const office::Digest link = entry.link(journal_head(database));
    tx.run(insert_entry, entry.at, entry.actor, entry.entity, row, entry.verb, entry.reason, entry.content,
           link);
    tx.audit(fmt::format("{}.{}", table.name, verb), table.name, std::nullopt,
             fmt::format(R"({{"row":{},"is":{},"reason":{},"link":"{}"}})", row,
                         storage::json_quoted(entry.content), storage::json_quoted(reason),
                         office::to_text(link)));
}

void journal_found(storage::Transaction& tx, Stock stock) {
    const Table& table = table_of(stock);
    const storage::Database& database = tx.database();
    if (database.value<int>("SELECT 1 FROM stock_journal WHERE entity = ?1 LIMIT 1", table.name)) return;
    std::vector<std::int64_t> found;
    {
        storage::Statement rows = database.query(table.rows, std::nullopt);
        while (rows.step())
            found.push_back(rows.get<std::int64_t>(0));
    }
    for (const std::int64_t row : found)
        journal(tx, stock, row, "found");
}

std::vector<StockEvent> stock_events(const storage::Database& database, Stock stock, std::int64_t row) {
    std::vector<StockEvent> events;
    storage::Statement rows = database.query(select_events, to_text(stock), row);
    while (rows.step())
        events.push_back({rows.get<core::Moment>(0), rows.get<std::string>(1), rows.get<std::string>(2),
                          rows.get<std::string>(3), rows.get<std::string>(4)});
    return events;
}

std::optional<core::Error> journal_damage(const storage::Database& database) {
    storage::Statement audit = database.query(select_audit);
    storage::Statement rows = database.query(select_entries);
    office::Digest before{};
    Contents contents;
    while (rows.step()) {
        const Entry entry{rows.get<std::string>(1),  rows.get<std::string>(2), rows.get<std::string>(3),
                          rows.get<std::int64_t>(4), rows.get<std::string>(5), rows.get<std::string>(6),
                          rows.get<std::string>(7)};
        const office::Digest link = entry.link(before);
        if (link != rows.get<office::Digest>(8)) return altered(entry.entity, entry.row, "entry");
        // Its row of the audit says the same, where erasure left it its words.
        if (!audit.step() || audit.get<std::string_view>(0) != entry.entity + "." + entry.verb ||
            audit.get<std::string_view>(1) != entry.actor)
            return altered(entry.entity, entry.row, "audit");
        const auto change = audit.get<std::optional<std::string>>(2);
        if (change && change->find(office::to_text(link)) == std::string::npos)
            return altered(entry.entity, entry.row, "audit");
        contents[{entry.entity, entry.row}] = entry.content;
        before = link;
    }
    if (audit.step()) return altered("", 0, "end");
    return look_at_rows(database, std::move(contents));
}

} // namespace certificates
