// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/receipt_store.hpp"

#include "core/words.hpp"
#include "office/known_keys.hpp"
#include "office/office_store.hpp"
#include "office/period_lock.hpp"
#include "storage/change.hpp"

#include <algorithm>
#include <stdexcept>

namespace returns {
namespace {

constexpr core::Words<ReceiptPlace, 3> places{{"newest", "same", "older"}};

constexpr std::string_view select_receipts = R"sql(
SELECT id, uid, period, version, number, file_verdict, ruling, digest, decided_by, decided_at, reason FROM return_receipt
WHERE ?1 IS NULL OR period = ?1 ORDER BY period, decided_at, number, id)sql";

constexpr std::string_view select_remarks = R"sql(
SELECT sheet, row_key, column_key, place, text FROM return_receipt_remark WHERE receipt_id = ?1 ORDER BY ordinal)sql";

constexpr std::string_view insert_receipt = R"sql(
INSERT INTO return_receipt (uid, period, version, number, file_verdict, ruling, digest, decided_by, decided_at, reason,
                            office_code, content, signature, key_id, file_name, taken_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16))sql";

constexpr std::string_view insert_remark = R"sql(
INSERT INTO return_receipt_remark (receipt_id, ordinal, sheet, row_key, column_key, place, text)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7))sql";

constexpr std::string_view select_built = R"sql(
SELECT 1 FROM built_return WHERE period = ?1 AND version = ?2 AND digest = ?3)sql";

// The sheet's name and the cell, as one text.
std::string place_line(const Remark& remark) {
    return escape(remark.sheet_name) + '\t' + remark.cell;
}

void read_place(Remark& remark, std::string_view line) {
    const auto tab = line.find('\t');
    remark.sheet_name = unescape(line.substr(0, tab));
    if (tab != std::string_view::npos) remark.cell = line.substr(tab + 1);
}

std::vector<Decision> read_decisions(const storage::Database& database,
                                     const std::optional<std::string>& period) {
    const std::string ours = office::load_office(database).area_code;
    std::vector<Decision> decisions;
    auto row = database.query(select_receipts, period);
    while (row.step()) {
        Decision& one = decisions.emplace_back();
        one.uid = row.get<core::Uid>(1);
        one.office = ours;
        one.period = row.get<std::string>(2);
        one.version = row.get<std::int64_t>(3);
        one.number = row.get<std::int64_t>(4);
        one.file = verdict_from_text(row.get<std::string_view>(5)).value();
        one.ruling = ruling_from_text(row.get<std::string_view>(6)).value();
        one.digest = row.get<office::Digest>(7);
        one.by = row.get<std::string>(8);
        one.at = row.get<core::Moment>(9);
        one.reason = row.get<std::string>(10);
        auto remark = database.query(select_remarks, row.get<std::int64_t>(0));
        while (remark.step()) {
            Remark& said = one.remarks.emplace_back();
            said.about = {remark.get<std::string>(0), remark.get<std::string>(1), remark.get<std::string>(2)};
            read_place(said, remark.get<std::string_view>(3));
            said.text = remark.get<std::string>(4);
        }
    }
    return decisions;
}

core::Expected<void> check_sender(const office::Office& ours, const CheckedFile& file) {
    const ReturnHead& head = file.canonical->head;
    if (ours.level == office::Level::province) return core::fail({"receipt.level"});
    if (head.layout != receipt_layout)
        return core::fail(core::Error{"receipt.not-a-receipt"}.with("layout", head.layout));
    const bool above = head.office.size() < ours.area_code.size() && ours.area_code.starts_with(head.office);
    if (!above)
        return core::fail(
            core::Error{"receipt.not-our-province"}.with("from", head.office).with("ours", ours.area_code));
    return {};
}

core::Expected<void> check_return_of(const storage::Database& database, const office::Office& ours,
                                     const Decision& decision) {
    if (decision.office != ours.area_code)
        return core::fail(
            core::Error{"receipt.not-ours"}.with("office", decision.office).with("ours", ours.area_code));
    if (!database.value<int>(select_built, decision.period, decision.version, decision.digest))
        return core::fail(core::Error{"receipt.unknown-return"}
                              .with("period", decision.period)
                              .with("version", std::to_string(decision.version)));
    return {};
}

// Whether the key is the province's as far as it is known here; nothing where another one is.
bool judge_key(const storage::Database& database, const CheckedFile& file, TakenReceipt& taken) {
    if (file.canonical->head.sample) return true;
    const auto known = office::known_keys(database, file.canonical->head.office);
    taken.signer_known =
        std::any_of(known.begin(), known.end(), [&](const auto& one) { return one.key == file.key; });
    if (known.empty() || taken.signer_known) return true;
    taken.verdict = FileVerdict::wrong_key;
    return false;
}

void keep(storage::Transaction& tx, const CheckedFile& file, const Decision& decision,
          const std::string& name) {
    const auto id =
        tx.insert(insert_receipt, decision.uid, decision.period, decision.version, decision.number,
                  to_text(decision.file), to_text(decision.ruling), decision.digest, decision.by, decision.at,
                  decision.reason, file.canonical->head.office, std::as_bytes(std::span{file.content}),
                  file.signature.bytes, office::key_id(file.key).bytes, name, tx.now());
    std::int64_t ordinal = 0;
    for (const Remark& remark : decision.remarks)
        tx.run(insert_remark, id, ++ordinal, remark.about.sheet, remark.about.row, remark.about.column,
               place_line(remark), remark.text);
    std::vector<storage::FieldChange> told = {{"period", std::nullopt, decision.period},
                                              {"version", std::nullopt, std::to_string(decision.version)},
                                              {"ruling", std::nullopt, std::string{to_text(decision.ruling)}},
                                              {"digest", std::nullopt, office::to_text(file.digest)}};
    if (!decision.reason.empty()) told.push_back({"reason", std::nullopt, decision.reason});
    tx.audit("return.receipt", "return_receipt", decision.uid, storage::change_json(told));
}

// The period's days are shut while a version counts, whatever order the receipts came in.
void shut_or_free(storage::Transaction& tx, const std::string& period) {
    const auto decisions = read_decisions(tx.database(), period);
    const Decision* accepted = accepted_of(decisions);
    if (accepted == nullptr) return office::free_period(tx, period);
    const auto days = ReturnPeriod::from_text(period).value();
    office::shut_period(tx, period, days.first_day(), days.last_day(), core::to_text(accepted->uid));
}

void must(const core::Expected<void>& done) {
    if (!done) throw std::logic_error(done.error().code);
}

// The rounds are those of the last decision of all.
bool take_rounds(storage::Transaction& tx, const ReceiptContent& receipt) {
    for (const Decision& one : read_decisions(tx.database(), std::nullopt))
        if (one.at > receipt.decision.at) return false;
    const auto before = list_rounds(tx.database());
    if (receipt.rounds.empty() || receipt.rounds == before) return false;
    for (const Round& one : before)
        if (std::none_of(receipt.rounds.begin(), receipt.rounds.end(),
                         [&](const Round& other) { return other.kind == one.kind; }))
            must(remove_round(tx, one.kind));
    for (const Round& one : receipt.rounds)
        must(set_round(tx, one)); // it was read within its limits
    return true;
}

} // namespace

std::string_view to_text(ReceiptPlace place) {
    return places.text(place);
}

core::Expected<TakenReceipt> take_receipt(storage::Database& database, storage::Actor actor,
                                          const std::filesystem::path& path, core::Progress& progress) {
    const office::Office ours = office::load_office(database);
    auto file = check_file(path, progress);
    if (!file) return core::fail(file.error());
    const auto in_file = [&path](core::Error error) {
        const std::u8string text = path.u8string();
        if (error.place.file.empty()) error.place.file = {text.begin(), text.end()};
        return core::fail(std::move(error));
    };
    TakenReceipt taken{.verdict = file->verdict, .damage = file->damage, .cells = file->cells};
    if (file->canonical == nullptr) return taken;
    if (auto fits = check_sender(ours, *file); !fits) return in_file(fits.error());
    taken.signer = file->canonical->head.office;
    if (!judge_key(database, *file, taken) || taken.verdict != FileVerdict::verified) return taken;
    const auto receipt = read_receipt(*file->canonical);
    if (!receipt) return in_file(receipt.error());
    const bool sample = file->canonical->head.sample;
    if (sample && !ours.in_set_up()) return core::fail({"sample.key"});
    taken.decision = receipt->decision;
    const auto known = read_decisions(database, receipt->decision.period);
    if (std::any_of(known.begin(), known.end(),
                    [&](const Decision& one) { return one.uid == taken.decision->uid; })) {
        taken.order = ReceiptPlace::same;
        return taken;
    }
    if (auto fits = check_return_of(database, ours, receipt->decision); !fits)
        return core::fail(fits.error());
    taken.order = std::any_of(known.begin(), known.end(),
                              [&](const Decision& one) { return later(one, receipt->decision); })
                      ? ReceiptPlace::older
                      : ReceiptPlace::newest;
    storage::Transaction tx(database, std::move(actor));
    const std::u8string name = path.filename().u8string();
    keep(tx, *file, receipt->decision, {name.begin(), name.end()});
    if (!sample) office::pin_key(tx, taken.signer, file->key);
    shut_or_free(tx, receipt->decision.period);
    taken.new_rounds = take_rounds(tx, *receipt);
    tx.commit();
    return taken;
}

std::vector<Decision> decisions_taken(const storage::Database& database) {
    return read_decisions(database, std::nullopt);
}

} // namespace returns
