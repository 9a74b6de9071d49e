// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/paper_stock.hpp"

#include "core/numerals.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace certificates {
namespace {

using storage::Database;
using storage::Transaction;

constexpr std::int64_t most_sheets = 10'000;
constexpr std::size_t most_digits = 12;
constexpr std::size_t longest_number = 40;

constexpr std::array<std::string_view, 4> states = {"received", "used", "spoiled", "returned"};

constexpr std::string_view insert_delivery = R"sql(
INSERT INTO paper_delivery (prefix, digits, first_number, last_number, source, received_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6))sql";

constexpr std::string_view select_overlap = R"sql(
SELECT max(first_number, ?3), min(last_number, ?4) FROM paper_delivery
WHERE prefix = ?1 AND digits = ?2 AND first_number <= ?4 AND last_number >= ?3 ORDER BY first_number LIMIT 1)sql";

constexpr std::string_view select_sheet = R"sql(
SELECT d.id, s.id, s.state FROM paper_delivery d
LEFT JOIN paper_sheet s ON s.delivery_id = d.id AND s.number = ?3
WHERE d.prefix = ?1 AND d.digits = ?2 AND ?3 BETWEEN d.first_number AND d.last_number)sql";

constexpr std::string_view insert_sheet = R"sql(
INSERT INTO paper_sheet (delivery_id, number, state, certificate_id, remark, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6))sql";

constexpr std::string_view change_sheet = R"sql(
UPDATE paper_sheet SET state = ?2, certificate_id = coalesce(?3, certificate_id), remark = ?4, day = ?5
WHERE id = ?1)sql";

constexpr std::string_view select_deliveries = R"sql(
SELECT id, prefix, digits, first_number, last_number, source, received_on FROM paper_delivery
ORDER BY prefix, digits, first_number)sql";

constexpr std::string_view select_sheets = R"sql(
SELECT s.number, s.state, coalesce(c.serial, ''), s.remark, s.day
FROM paper_sheet s LEFT JOIN certificate c ON c.id = s.certificate_id WHERE s.delivery_id = ?1 ORDER BY s.number)sql";

bool is_blank(std::string_view text) {
    return text.find_first_not_of(' ') == std::string_view::npos;
}

// The number without the blanks around it, in Latin digits and capitals.
std::string canonical(std::string_view typed) {
    std::string text = core::to_latin_digits(typed);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? std::string{}
                                      : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

core::Expected<SheetRange> read_sheet(std::string_view typed) {
    const std::string text = canonical(typed);
    const auto last_other = text.find_last_not_of("0123456789");
    const std::size_t digits_at = last_other == std::string::npos ? 0 : last_other + 1;
    const std::string digits = text.substr(digits_at);
    if (digits.empty() || digits.size() > most_digits || text.size() > longest_number)
        return core::fail(core::Error{"paper.unreadable"}.with("text", std::string{typed}));
    SheetRange sheet;
    sheet.prefix = text.substr(0, digits_at);
    sheet.digits = static_cast<int>(digits.size());
    sheet.first = sheet.last = core::read_integer(digits).value_or(0);
    return sheet;
}

SheetState state_of(std::string_view text) {
    const auto found = std::find(states.begin(), states.end(), text);
    return found == states.end() ? SheetState::received : static_cast<SheetState>(found - states.begin());
}

// What a sheet becomes.
struct Change {
    std::string_view verb;
    SheetState to = SheetState::used;
    std::array<SheetState, 2> from{};
    std::optional<std::int64_t> certificate{};
    std::string_view remark;
    core::Day day{};
};

core::Expected<std::int64_t> change_sheets(Transaction& tx, const SheetRange& sheets, const Change& change) {
    const Database& database = tx.database();
    struct Place {
        std::int64_t delivery = 0;
        std::optional<std::int64_t> row;
    };
    std::vector<Place> places;
    for (std::int64_t number = sheets.first; number <= sheets.last; ++number) {
        storage::Statement row = database.query(select_sheet, sheets.prefix, sheets.digits, number);
        if (!row.step()) return core::fail(core::Error{"paper.unknown"}.with("sheet", sheets.text(number)));
        const SheetState state = state_of(row.get<std::optional<std::string>>(2).value_or("received"));
        if (std::find(change.from.begin(), change.from.end(), state) == change.from.end())
            return core::fail(core::Error{"paper.not-received"}
                                  .with("sheet", sheets.text(number))
                                  .with("state", std::string{to_text(state)}));
        places.push_back({row.get<std::int64_t>(0), row.get<std::optional<std::int64_t>>(1)});
    }
    std::int64_t number = sheets.first;
    for (const Place& place : places) {
        std::int64_t id = place.row.value_or(0);
        if (place.row)
            tx.run(change_sheet, id, to_text(change.to), change.certificate, change.remark, change.day);
        else
            id = tx.insert<std::int64_t>(insert_sheet, place.delivery, number, to_text(change.to),
                                         change.certificate, change.remark, change.day);
        journal(tx, Stock::paper_sheet, id, change.verb, change.remark);
        ++number;
    }
    return sheets.count();
}

bool same(const SheetRow& row, const SheetRow& next) {
    return row.state == next.state && row.serial == next.serial && row.remark == next.remark &&
           row.day == next.day;
}

void add_row(PaperDelivery& delivery, SheetRow row) {
    delivery.counts[static_cast<std::size_t>(row.state)] += row.sheets;
    if (delivery.rows.empty() || !same(delivery.rows.back(), row)) {
        delivery.rows.push_back(std::move(row));
        return;
    }
    delivery.rows.back().last = row.last;
    delivery.rows.back().sheets += row.sheets;
}

void load_rows(const Database& database, std::int64_t id, PaperDelivery& delivery) {
    std::int64_t next = delivery.sheets.first;
    const auto fill_until = [&](std::int64_t end) {
        if (next >= end) return;
        SheetRow row{delivery.sheets.text(next), delivery.sheets.text(end - 1), end - next};
        add_row(delivery, std::move(row));
    };
    storage::Statement sheets = database.query(select_sheets, id);
    while (sheets.step()) {
        const auto number = sheets.get<std::int64_t>(0);
        fill_until(number);
        SheetRow row{delivery.sheets.text(number), delivery.sheets.text(number), 1};
        row.state = state_of(sheets.get<std::string_view>(1));
        row.serial = sheets.get<std::string>(2);
        row.remark = sheets.get<std::string>(3);
        row.day = sheets.get<core::Day>(4);
        add_row(delivery, std::move(row));
        next = number + 1;
    }
    fill_until(delivery.sheets.last + 1);
}

} // namespace

std::string_view to_text(SheetState state) {
    return states[static_cast<std::size_t>(state)];
}

std::string SheetRange::text(std::int64_t number) const {
    return fmt::format("{}{:0{}}", prefix, number, digits);
}

core::Expected<SheetRange> read_sheets(std::string_view first, std::string_view last) {
    auto range = read_sheet(first);
    if (!range || is_blank(last)) return range;
    const auto end = read_sheet(last);
    if (!end) return end;
    if (end->prefix != range->prefix || end->digits != range->digits || end->first < range->first)
        return core::fail(core::Error{"paper.range"}
                              .with("first", range->text(range->first))
                              .with("last", end->text(end->first)));
    range->last = end->first;
    if (range->count() > most_sheets)
        return core::fail(core::Error{"serial.count"}.with("count", std::to_string(range->count())));
    return range;
}

core::Expected<std::int64_t> receive_paper(Transaction& tx, const SheetRange& sheets, std::string_view source,
                                           core::Day day) {
    if (is_blank(source)) return core::fail(core::Error{"paper.no-source"});
    storage::Statement before =
        tx.database().query(select_overlap, sheets.prefix, sheets.digits, sheets.first, sheets.last);
    if (before.step())
        return core::fail(core::Error{"paper.received-already"}
                              .with("first", sheets.text(before.get<std::int64_t>(0)))
                              .with("last", sheets.text(before.get<std::int64_t>(1))));
    const auto id = tx.insert<std::int64_t>(insert_delivery, sheets.prefix, sheets.digits, sheets.first,
                                            sheets.last, source, day);
    journal(tx, Stock::paper_delivery, id, "receive");
    return sheets.count();
}

core::Expected<std::int64_t> use_paper(Transaction& tx, const SheetRange& sheets, std::string_view serial) {
    const auto certificate = tx.database().value<std::int64_t>(
        "SELECT id FROM certificate WHERE serial = ?1 AND code IS NOT NULL", serial);
    if (!certificate)
        return core::fail(core::Error{"certificate.unknown"}.with("serial", std::string{serial}));
    return change_sheets(tx, sheets,
                         {"use",
                          SheetState::used,
                          {SheetState::received, SheetState::received},
                          *certificate,
                          "",
                          tx.today()});
}

core::Expected<void> print_on(Transaction& tx, const SheetRange& sheets,
                              const std::vector<std::string>& serials) {
    SheetRange one = sheets;
    for (const std::string& serial : serials) {
        one.last = one.first;
        if (auto used = use_paper(tx, one, serial); !used) return core::fail(used.error());
        ++one.first;
    }
    return {};
}

core::Expected<std::int64_t> spoil_paper(Transaction& tx, const SheetRange& sheets, std::string_view reason) {
    if (is_blank(reason)) return core::fail(core::Error{"paper.no-reason"});
    return change_sheets(tx, sheets,
                         {"spoil",
                          SheetState::spoiled,
                          {SheetState::received, SheetState::used},
                          std::nullopt,
                          reason,
                          tx.today()});
}

core::Expected<std::int64_t> return_paper(Transaction& tx, const SheetRange& sheets, std::string_view to,
                                          core::Day day) {
    if (is_blank(to)) return core::fail(core::Error{"paper.no-source"});
    return change_sheets(
        tx, sheets,
        {"return", SheetState::returned, {SheetState::received, SheetState::spoiled}, std::nullopt, to, day});
}

std::vector<PaperDelivery> load_paper(const Database& database) {
    std::vector<PaperDelivery> deliveries;
    storage::Statement row = database.query(select_deliveries);
    while (row.step()) {
        PaperDelivery delivery;
        delivery.sheets = {row.get<std::string>(1), row.get<int>(2), row.get<std::int64_t>(3),
                           row.get<std::int64_t>(4)};
        delivery.source = row.get<std::string>(5);
        delivery.received_on = row.get<core::Day>(6);
        load_rows(database, row.get<std::int64_t>(0), delivery);
        deliveries.push_back(std::move(delivery));
    }
    return deliveries;
}

} // namespace certificates
