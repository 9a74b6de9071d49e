// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/decision_store.hpp"

#include "returns/received_store.hpp"
#include "returns/written_text.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace returns {
namespace {

constexpr std::string_view select_next_number = R"sql(
SELECT count(*) + 1 FROM return_decision d JOIN received_return r ON r.id = d.received_id
WHERE r.office_code IS ?1 AND r.period IS ?2)sql";

constexpr std::string_view insert_decision = R"sql(
INSERT INTO return_decision (uid, received_id, number, ruling, digest, actor, decided_at, reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))sql";

constexpr std::string_view settle_remarks = R"sql(
UPDATE return_remark SET decision_id = ?2 WHERE received_id = ?1 AND decision_id IS NULL)sql";

constexpr std::string_view select_last = R"sql(
SELECT id, uid, number, ruling, digest, actor, decided_at, reason FROM return_decision
WHERE received_id = ?1 ORDER BY number DESC, id DESC LIMIT 1)sql";

// Those of a decision (?2), or those that wait for one.
constexpr std::string_view select_remarks = R"sql(
SELECT sheet, row_key, column_key, text FROM return_remark
WHERE received_id = ?1 AND decision_id IS ?2 ORDER BY id)sql";

constexpr std::string_view insert_remark = R"sql(
INSERT INTO return_remark (received_id, sheet, row_key, column_key, place, text)
VALUES (?1, ?2, ?3, ?4, ?5, ?6))sql";

constexpr std::string_view delete_remark = R"sql(
DELETE FROM return_remark
WHERE received_id = ?1 AND decision_id IS NULL AND sheet = ?2 AND row_key = ?3 AND column_key = ?4)sql";

constexpr std::string_view select_places = "SELECT places FROM received_return WHERE id = ?1";

std::vector<Remark> read_remarks(const storage::Database& database, ReceivedId id,
                                 std::optional<std::int64_t> decision) {
    std::vector<Remark> remarks;
    auto row = database.query(select_remarks, id, decision);
    while (row.step())
        remarks.push_back(
            {.about = {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)},
             .text = row.get<std::string>(3)});
    if (remarks.empty()) return remarks;
    const CellPlaces places = places_of(database, id);
    for (Remark& remark : remarks) {
        auto place = places.place_of(remark.about);
        remark.sheet_name = std::move(place.sheet);
        remark.cell = std::move(place.cell);
    }
    return remarks;
}

core::Error no_place(std::string place) {
    return core::Error{"remark.no-place"}.with("place", std::move(place));
}

// Whether the signed text has a value in that row, and in that column where one is named.
bool has_row(const Canonical& content, const ValueKey& about) {
    if (!about.column.empty() && content.find(about.sheet, about.row, about.column) != nullptr) return true;
    const std::string start = escape(about.sheet) + '\t' + escape(about.row) + '\t';
    return std::any_of(content.values.begin(), content.values.end(),
                       [&](const auto& value) { return value.first.starts_with(start); });
}

} // namespace

void keep_decision(storage::Transaction& tx, const ReceivedReturn& one, Ruling ruling,
                   const std::string& reason) {
    const auto or_null = [](const std::string& text) {
        return text.empty() ? std::nullopt : std::optional{text};
    };
    std::optional<office::Digest> digest;
    if (one.verdict == FileVerdict::verified)
        digest = one.digest;
    else if (one.version > 0)
        digest = digest_of(*load_content(tx.database(), one.id));
    const auto number =
        tx.database().value<std::int64_t>(select_next_number, or_null(one.office), or_null(one.period));
    const auto id = tx.insert(insert_decision, tx.new_uid(), one.id, number.value_or(1), to_text(ruling),
                              digest, tx.actor().name, tx.now(), reason);
    tx.run(settle_remarks, one.id, id);
}

std::optional<Decision> last_decision(const storage::Database& database, ReceivedId id) {
    const auto one = find_received(database, id);
    auto row = database.query(select_last, id);
    if (!one || !row.step()) return std::nullopt;
    Decision decision;
    decision.uid = row.get<core::Uid>(1);
    decision.office = one->office;
    decision.period = one->period;
    decision.version = one->version;
    decision.file = one->verdict;
    decision.number = row.get<std::int64_t>(2);
    decision.ruling = ruling_from_text(row.get<std::string_view>(3)).value();
    decision.digest = row.get<std::optional<office::Digest>>(4).value_or(office::Digest{});
    decision.by = row.get<std::string>(5);
    decision.at = row.get<core::Moment>(6);
    decision.reason = row.get<std::string>(7);
    decision.remarks = read_remarks(database, id, row.get<std::int64_t>(0));
    return decision;
}

std::vector<Remark> waiting_remarks(const storage::Database& database, ReceivedId id) {
    return read_remarks(database, id, std::nullopt);
}

std::vector<Remark> remarks_on(const storage::Database& database, ReceivedId id) {
    auto remarks = waiting_remarks(database, id);
    if (!remarks.empty()) return remarks;
    const auto decision = last_decision(database, id);
    return decision ? decision->remarks : remarks;
}

core::Expected<void> remark_on(storage::Transaction& tx, ReceivedId id, const ValueKey& about,
                               const std::string& text) {
    const auto one = find_received(tx.database(), id);
    if (!one)
        return core::fail(
            core::Error{"return.unknown"}.with("id", std::to_string(static_cast<std::int64_t>(id))));
    const auto is = written_text(text);
    if (!is) return core::fail(is.error());
    Remark remark{.about = about, .text = *is};
    const auto place = places_of(tx.database(), id).place_of(about);
    remark.sheet_name = place.sheet;
    remark.cell = place.cell;
    if (one->version == 0 || !has_row(*load_content(tx.database(), id), about))
        return core::fail(no_place(place_text(remark)));
    tx.run(delete_remark, id, about.sheet, about.row, about.column);
    if (!is->empty())
        tx.run(insert_remark, id, about.sheet, about.row, about.column, place_text(remark), *is);
    tx.audit("return.remark", "return_remark", std::nullopt,
             storage::change_json(
                 {{"digest", std::nullopt, office::to_text(one->digest)},
                  {place_text(remark), std::nullopt, is->empty() ? std::nullopt : std::optional{*is}}}));
    return {};
}

core::Expected<TypedRemark> read_remark(const storage::Database& database, ReceivedId id,
                                        const std::string& typed) {
    const auto sheet_end = typed.find('!');
    const auto place_end = sheet_end == std::string::npos ? sheet_end : typed.find('=', sheet_end);
    if (place_end == std::string::npos)
        return core::fail(core::Error{"remark.unreadable"}.with("text", typed));
    std::string sheet = typed.substr(0, sheet_end);
    const std::string cell = typed.substr(sheet_end + 1, place_end - sheet_end - 1);
    TypedRemark remark{{}, typed.substr(place_end + 1)};
    if (written_text(remark.text).value_or("x").empty())
        return core::fail(core::Error{"remark.unreadable"}.with("text", typed));
    if (auto key = places_of(database, id).key_at(sheet, cell)) {
        remark.about = std::move(*key);
        return remark;
    }
    const auto slash = cell.rfind('/');
    remark.about = {std::move(sheet), cell.substr(0, slash),
                    slash == std::string::npos ? std::string{} : cell.substr(slash + 1)};
    return remark;
}

CellPlaces places_of(const storage::Database& database, ReceivedId id) {
    auto row = database.query(select_places, id);
    if (!row.step() || row.is_null(0)) return {};
    const auto bytes = row.get<std::span<const std::byte>>(0);
    return CellPlaces::unpacked({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

} // namespace returns
