// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/serial_block.hpp"

#include "certificates/code.hpp"
#include "core/check_digit.hpp"
#include "core/tidy.hpp"
#include "office/restoration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace certificates {
namespace {

using storage::Database;
using storage::Transaction;

constexpr std::int64_t most_reserved = 10'000;

constexpr std::array<std::string_view, 3> origins = {"own", "province", "parcel"};

constexpr std::string_view select_office = "SELECT area_code FROM office WHERE id = 1";

constexpr std::string_view select_blocks = R"sql(
SELECT id, office_code, year, first_number, last_number, next_number, origin, held_by, closed_at,
       last_number - next_number + 1
       - (SELECT count(*) FROM certificate c WHERE c.block_id = b.id AND c.number >= b.next_number)
FROM serial_block b WHERE ?1 IS NULL OR id = ?1 ORDER BY office_code, year, first_number)sql";

constexpr std::string_view insert_block = R"sql(
INSERT INTO serial_block (office_code, year, first_number, last_number, next_number, origin)
VALUES (?1, ?2, ?3, ?4, ?3, ?5))sql";

constexpr std::string_view journalled_as = R"sql(
SELECT 1 FROM stock_journal WHERE entity = 'serial_block' AND row_id = ?1 AND verb = ?2)sql";

// A piece of a block, alike in everything else.
constexpr std::string_view insert_piece = R"sql(
INSERT INTO serial_block (office_code, year, first_number, last_number, next_number, origin, held_by, closed_at)
SELECT office_code, year, ?2, ?3, min(max(?4, ?2), ?3 + 1), origin, held_by, closed_at
FROM serial_block WHERE id = ?1)sql";

constexpr std::string_view shrink_block = R"sql(
UPDATE serial_block SET first_number = ?2, last_number = ?3, next_number = min(max(next_number, ?2), ?3 + 1)
WHERE id = ?1)sql";

constexpr std::string_view repoint_numbers = R"sql(
UPDATE certificate SET block_id = ?2 WHERE block_id = ?1 AND number BETWEEN ?3 AND ?4)sql";

constexpr std::string_view number_in_register = R"sql(
SELECT 1 FROM certificate WHERE block_id = ?1 AND number = ?2)sql";

// From the first blank number on, those that a person marked as spoiled or lost.
constexpr std::string_view select_marked = R"sql(
SELECT number FROM certificate WHERE block_id = ?1 AND number >= ?2 ORDER BY number)sql";

// What other offices' chapters tell of serials of an office and year.
constexpr std::string_view select_told = R"sql(
SELECT serial, code FROM past_certificate WHERE serial >= ?1 AND serial < ?2 ORDER BY serial)sql";

core::Error about(const char* code, std::string_view office, int year) {
    return core::Error{code}.with("office", std::string{office}).with("year", std::to_string(year));
}

core::Error about_range(const char* code, const IncomingBlock& block, std::int64_t first, std::int64_t last) {
    return core::Error{code}
        .with("first", number_text(block.office, block.year, first))
        .with("last", number_text(block.office, block.year, last));
}

std::string office_of(const Database& database) {
    return database.value<std::string>(select_office).value();
}

int year_of(core::Day day) {
    return static_cast<int>(day.year());
}

bool is_of(const SerialBlock& block, std::string_view office, int year) {
    return block.office == office && block.year == year;
}

std::vector<SerialBlock> blocks_of(const Database& database, std::string_view office, int year) {
    std::vector<SerialBlock> blocks = load_blocks(database);
    std::erase_if(blocks, [&](const SerialBlock& block) { return !is_of(block, office, year); });
    return blocks;
}

// The number itself, or the first after it that does not stand in the register.
std::int64_t blank_from(const Database& database, BlockId id, std::int64_t number) {
    while (database.value<int>(number_in_register, id, number))
        ++number;
    return number;
}

// Cuts [first, last] out of a block that holds it: the id of the row that is it. The numbers' rows in the
// register go with their number. Only `next` may lie in it, no number given.
BlockId carve(Transaction& tx, const SerialBlock& block, std::int64_t first, std::int64_t last) {
    const bool head = first > block.first;
    const bool tail = last < block.last;
    if (!head && !tail) return block.id;
    // The row stays where the numbers given are; a row's numbers shrink before others take them.
    tx.run(shrink_block, block.id, head ? block.first : last + 1, head ? first - 1 : block.last);
    journal(tx, Stock::serial_block, static_cast<std::int64_t>(block.id), "cut");
    const auto add = [&](std::int64_t from, std::int64_t to) {
        const auto id = tx.insert<BlockId>(insert_piece, block.id, from, to, block.next);
        tx.run(repoint_numbers, block.id, id, from, to);
        return id;
    };
    const BlockId piece = add(first, last);
    if (head && tail)
        journal(tx, Stock::serial_block, static_cast<std::int64_t>(add(last + 1, block.last)), "cut");
    return piece;
}

// A blank number that another office's word says was issued.
std::optional<core::Error> told_as_issued(const Database& database, const IncomingBlock& incoming) {
    storage::Statement rows =
        database.query(select_told, number_text(incoming.office, incoming.year, incoming.first),
                       number_text(incoming.office, incoming.year, incoming.last) + "~");
    if (!rows.step()) return std::nullopt;
    const auto code = decode(rows.get<std::string>(1));
    return core::Error{"serial.block-used"}
        .with("serial", rows.get<std::string>(0))
        .with("name", code ? code->payload.name_km : std::string{});
}

// The first of the numbers that is used or stands in another block than the office's own.
std::optional<core::Error> overlap(const Database& database, const IncomingBlock& incoming) {
    for (const SerialBlock& block : blocks_of(database, incoming.office, incoming.year)) {
        const std::int64_t first = std::max(block.first, incoming.first);
        const std::int64_t last = std::min(block.last, incoming.last);
        if (first > last) continue;
        if (block.origin != Origin::own || block.held_by)
            return about_range("serial.block-overlap", incoming, first, last);
        if (block.next > first)
            return about_range("serial.block-overlap", incoming, first, std::min(last, block.next - 1));
        storage::Statement marked = database.query(select_marked, block.id, first);
        if (marked.step() && marked.get<std::int64_t>(0) <= last)
            return about_range("serial.block-overlap", incoming, marked.get<std::int64_t>(0),
                               marked.get<std::int64_t>(0));
    }
    return std::nullopt;
}

// An institution has no numbers of its own: they would be its district's.
void open_own(Transaction& tx, const std::string& office, int year) {
    const Database& database = tx.database();
    if (!blocks_of(database, office, year).empty()) return;
    if (database.value<std::string>("SELECT level FROM office WHERE id = 1") == "institution") return;
    // A file that was lost may have opened the year, and given its first numbers.
    const std::int64_t first =
        1 +
        office::numbers_in_a_life * office::lost_lives(database, core::Day{std::chrono::year{year} / 1 / 1});
    if (first > largest_number) return;
    journal_found(tx, Stock::serial_block);
    const auto id =
        tx.insert<std::int64_t>(insert_block, office, year, first, largest_number, to_text(Origin::own));
    journal(tx, Stock::serial_block, id, "open");
}

constexpr std::string_view after_restoring = "restored";

// None of its numbers from the next one on is given any more.
void lose(Transaction& tx, BlockId id) {
    tx.run("UPDATE serial_block SET closed_at = ?2 WHERE id = ?1", id, tx.now());
    journal(tx, Stock::serial_block, static_cast<std::int64_t>(id), "lose", after_restoring);
}

void close_own(Transaction& tx, const IncomingBlock& incoming) {
    for (const SerialBlock& block : blocks_of(tx.database(), incoming.office, incoming.year)) {
        if (block.origin != Origin::own || !block.gives()) continue;
        tx.run("UPDATE serial_block SET closed_at = ?2 WHERE id = ?1", block.id, tx.now());
        journal(tx, Stock::serial_block, static_cast<std::int64_t>(block.id), "close");
    }
}

} // namespace

std::string_view to_text(Origin origin) {
    return origins[static_cast<std::size_t>(origin)];
}

std::string number_text(std::string_view office, int year, std::int64_t number) {
    return fmt::format("{}-{:04}-{:06}", office, year, number);
}

std::vector<SerialBlock> load_blocks(const Database& database) {
    std::vector<SerialBlock> blocks;
    storage::Statement row = database.query(select_blocks, std::nullopt);
    while (row.step()) {
        SerialBlock block{row.get<BlockId>(0),      row.get<std::string>(1),  row.get<int>(2),
                          row.get<std::int64_t>(3), row.get<std::int64_t>(4), row.get<std::int64_t>(5)};
        const auto origin = std::find(origins.begin(), origins.end(), row.get<std::string_view>(6));
        if (origin != origins.end()) block.origin = static_cast<Origin>(origin - origins.begin());
        block.held_by = row.get<std::optional<institutions::InstitutionId>>(7);
        block.closed_at = row.get<std::optional<core::Moment>>(8);
        block.left = row.get<std::int64_t>(9);
        blocks.push_back(std::move(block));
    }
    return blocks;
}

std::optional<SerialBlock> find_block(const Database& database, BlockId id) {
    for (SerialBlock& block : load_blocks(database))
        if (block.id == id) return std::move(block);
    return std::nullopt;
}

bool has_numbers(const Database& database, std::string_view office, int year, std::int64_t first,
                 std::int64_t last) {
    std::int64_t here = 0;
    for (const SerialBlock& block : blocks_of(database, office, year))
        here += std::max<std::int64_t>(0, std::min(block.last, last) - std::max(block.first, first) + 1);
    return here == last - first + 1;
}

core::Expected<Serial> take_serial(Transaction& tx, core::Day today) {
    const Database& database = tx.database();
    const std::string office = office_of(database);
    const int year = year_of(today);
    open_own(tx, office, year);
    for (const SerialBlock& block : blocks_of(database, office, year)) {
        if (!block.gives() || block.left == 0) continue;
        Serial serial;
        serial.block = static_cast<std::int64_t>(block.id);
        serial.number = blank_from(database, block.id, block.next);
        serial.text = core::with_check_character(number_text(office, year, serial.number));
        tx.run("UPDATE serial_block SET next_number = ?2 WHERE id = ?1", block.id, serial.number + 1);
        return serial;
    }
    return core::fail(about("serial.none-left", office, year));
}

void pass_marked(Transaction& tx, BlockId id) {
    const auto block = find_block(tx.database(), id);
    tx.run("UPDATE serial_block SET next_number = ?2 WHERE id = ?1", id,
           blank_from(tx.database(), id, block.value().next));
}

core::Expected<std::int64_t> take_block(Transaction& tx, const IncomingBlock& incoming) {
    const Database& database = tx.database();
    if (incoming.first < 1 || incoming.last < incoming.first || incoming.last > largest_number)
        return core::fail(about_range("serial.block-range", incoming, incoming.first, incoming.last));
    if (const auto last = office::last_restoration(database);
        last && incoming.given && *incoming.given < last->restored_at)
        return core::fail(
            about_range("serial.block-before-restore", incoming, incoming.first, incoming.last));
    if (auto overlapping = overlap(database, incoming)) return core::fail(*std::move(overlapping));
    if (auto used = told_as_issued(database, incoming)) return core::fail(*std::move(used));
    journal_found(tx, Stock::serial_block);
    close_own(tx, incoming);
    std::int64_t taken = 0;
    const auto take = [&](std::int64_t id) {
        tx.run("UPDATE serial_block SET origin = ?2, closed_at = NULL WHERE id = ?1", id,
               to_text(incoming.origin));
        journal(tx, Stock::serial_block, id, "take");
        if (taken == 0) taken = id;
    };
    // Out of the office's own blocks where they hold the numbers; the others are new.
    std::int64_t at = incoming.first;
    const auto add_until = [&](std::int64_t end) {
        if (at < end)
            take(tx.insert<std::int64_t>(insert_block, incoming.office, incoming.year, at, end - 1,
                                         to_text(incoming.origin)));
    };
    for (const SerialBlock& own : blocks_of(database, incoming.office, incoming.year)) {
        const std::int64_t first = std::max(own.first, at);
        const std::int64_t last = std::min(own.last, incoming.last);
        if (first > last) continue;
        add_until(first);
        take(static_cast<std::int64_t>(carve(tx, own, first, last)));
        at = last + 1;
    }
    add_until(incoming.last + 1);
    return taken;
}

core::Expected<SerialBlock> reserve_block(Transaction& tx, institutions::InstitutionId institution,
                                          std::int64_t count) {
    const Database& database = tx.database();
    if (count < 1 || count > most_reserved)
        return core::fail(core::Error{"serial.count"}.with("count", std::to_string(count)));
    const std::string office = office_of(database);
    const int year = year_of(tx.today());
    open_own(tx, office, year);
    journal_found(tx, Stock::serial_block);
    for (const SerialBlock& block : blocks_of(database, office, year)) {
        if (!block.gives()) continue;
        std::int64_t first = block.next;
        storage::Statement marked = database.query(select_marked, block.id, block.next);
        while (marked.step() && marked.get<std::int64_t>(0) < first + count)
            first = marked.get<std::int64_t>(0) + 1;
        if (first + count - 1 > block.last) continue;
        const BlockId id = carve(tx, block, first, first + count - 1);
        tx.run("UPDATE serial_block SET held_by = ?2 WHERE id = ?1", id, institution);
        journal(tx, Stock::serial_block, static_cast<std::int64_t>(id), "reserve");
        return find_block(database, id).value();
    }
    return core::fail(about("serial.none-left", office, year));
}

core::Expected<void> release_block(Transaction& tx, BlockId id, std::string_view reason) {
    const Database& database = tx.database();
    const auto block = find_block(database, id);
    if (!block) return core::fail(core::Error{"serial.block-unknown"});
    const auto about_block = [&](core::Error error) {
        return core::fail(std::move(error)
                              .with("first", number_text(block->office, block->year, block->first))
                              .with("last", number_text(block->office, block->year, block->last)));
    };
    if (!block->held_by) return about_block(core::Error{"serial.block-not-held"});
    const std::string why = core::tidy(reason);
    if (why.empty()) return about_block(core::Error{"serial.no-reason"});
    tx.run("UPDATE serial_block SET held_by = NULL WHERE id = ?1", id);
    journal(tx, Stock::serial_block, static_cast<std::int64_t>(id), "release", why);
    if (database.value<int>(journalled_as, id, "doubt")) lose(tx, id);
    return {};
}

std::int64_t lose_unknown_numbers(Transaction& tx, std::int64_t lives) {
    journal_found(tx, Stock::serial_block);
    std::int64_t lost = 0;
    for (const SerialBlock& block : load_blocks(tx.database())) {
        if (block.closed_at || block.next > block.last) continue;
        if (block.held_by) {
            journal(tx, Stock::serial_block, static_cast<std::int64_t>(block.id), "doubt", after_restoring);
            continue;
        }
        const std::int64_t last =
            block.origin == Origin::own
                ? std::min(block.last, block.next + lives * office::numbers_in_a_life - 1)
                : block.last;
        lose(tx, carve(tx, block, block.next, last));
        lost += last - block.next + 1;
    }
    return lost;
}

bool lost_by_restoring(const Database& database, const SerialBlock& block) {
    return block.closed_at && database.value<int>(journalled_as, block.id, "lose").has_value();
}

std::optional<NumbersLeft> numbers_left(const Database& database) {
    NumbersLeft numbers{office_of(database), year_of(database.clock().today())};
    bool any = false;
    for (const SerialBlock& block : blocks_of(database, numbers.office, numbers.year)) {
        any = true;
        if (!block.gives()) continue;
        numbers.left += block.left;
        numbers.of += block.last - block.first + 1;
    }
    return any ? std::optional{numbers} : std::nullopt;
}

std::optional<core::Error> few_left(const Database& database) {
    const auto numbers = numbers_left(database);
    if (!numbers || numbers->left * 10 >= numbers->of) return std::nullopt;
    return about("serial.few-left", numbers->office, numbers->year)
        .with("left", std::to_string(numbers->left))
        .with("of", std::to_string(numbers->of));
}

} // namespace certificates
