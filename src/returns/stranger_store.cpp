// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/stranger_store.hpp"

#include "office/office_store.hpp"

#include <algorithm>

namespace returns {
namespace {

constexpr std::string_view insert_file = R"sql(
INSERT INTO stranger_file (received_id, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING)sql";

constexpr std::string_view select_file = "SELECT bytes FROM stranger_file WHERE received_id = ?1";

constexpr std::string_view select_last_version = R"sql(
SELECT coalesce(max(version), 0) FROM received_return
WHERE office_code = ?1 AND period = ?2 AND verdict = 'unsigned' AND digest <> ?3)sql";

// The lines behind the head: what is read, whenever that was.
std::string_view values_of(const Canonical& content) {
    const std::string_view text = content.text;
    return text.substr(std::min(text.size(), text.find("\n\n")));
}

bool is_same(const storage::Database& database, const ReceivedReturn& before, const ReceivedReturn& one,
             const Canonical& content) {
    return before.office == one.office && before.period == one.period &&
           values_of(*load_content(database, before.id)) == values_of(content);
}

core::Error no_map(const StrangerOrder& order) {
    return core::Error{"stranger.no-map"}.with("office", order.office).with("layout", order.period->layout());
}

Receipt receipt_of(const ReceivedReturn& one, StrangerReturn& read, Order order) {
    Receipt receipt;
    receipt.id = one.id;
    receipt.verdict = one.verdict;
    receipt.office = one.office;
    receipt.period = one.period;
    receipt.version = one.version;
    receipt.order = order;
    receipt.findings = std::move(read.checked.findings);
    return receipt;
}

} // namespace

void keep_stranger_file(storage::Transaction& tx, ReceivedId id, const std::string& bytes) {
    tx.run(insert_file, id, std::as_bytes(std::span{bytes}));
}

std::optional<std::string> stranger_bytes(const storage::Database& database, ReceivedId id) {
    auto row = database.query(select_file, id);
    if (!row.step()) return std::nullopt;
    const auto bytes = row.get<std::span<const std::byte>>(0);
    return std::string{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

core::Expected<Receipt> take_stranger(storage::Transaction& tx, const StrangerFile& file,
                                      const StrangerOrder& asked) {
    const storage::Database& database = tx.database();
    const std::string ours = office::load_office(database).area_code;
    if (asked.office.size() <= ours.size() || !asked.office.starts_with(ours))
        return core::fail(core::Error{"return.not-ours"}.with("office", asked.office).with("ours", ours));
    StrangerOrder order{asked.office, asked.period ? asked.period : next_period(database, asked.office)};
    if (!order.period) return core::fail(core::Error{"stranger.no-period"}.with("office", order.office));
    const auto map = find_map(database, order.office, order.period->layout());
    if (!map) return core::fail(no_map(order));
    const auto workbook = open_stranger(file.bytes, file.name);
    if (!workbook) return core::fail(workbook.error());
    const office::Digest digest = office::digest(file.bytes);
    const auto known = find_by_digest(database, digest);
    const auto before = known ? find_received(database, *known) : std::nullopt;
    const std::string period = order.period->to_text();
    // Read again as the same office's and period's, it stays the version it was.
    const bool stays = before && before->office == order.office && before->period == period;
    const auto last =
        database.value<std::int64_t>(select_last_version, order.office, period, digest).value_or(0);
    const StrangerHead head{stays ? load_content(database, before->id)->head.uid : tx.new_uid(), tx.now(),
                            stays ? before->version : last + 1};
    auto read = read_by_map(database, *workbook, *map, *order.period, head);
    if (!read) return core::fail(read.error());
    ReceivedReturn one = described(read->checked.file);
    one.digest = digest;
    one.file_name = file.name;
    for (const auto& placed : read->checked.findings)
        one.unexplained += placed.finding.weight == Weight::explain;
    if (before && may_count(*before) && is_same(database, *before, one, *read->checked.file.canonical)) {
        one.id = before->id;
        return receipt_of(one, *read, Order::same);
    }
    const bool counted =
        before && (before->state == ReceivedState::accepted || before->state == ReceivedState::replaced);
    if (counted)
        return core::fail(core::Error{"stranger.decided"}.with("version", std::to_string(before->version)));
    if (before) {
        one.id = before->id;
        keep_reading(tx, one.id, one, read->checked.file);
    } else {
        one.id = keep_received(tx, one, read->checked.file);
    }
    keep_stranger_file(tx, one.id, file.bytes);
    keep_last_period(tx, *map, *order.period);
    return receipt_of(one, *read, last == 0 ? Order::first : Order::next);
}

} // namespace returns
