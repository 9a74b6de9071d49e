// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/received_store.hpp"

#include "office/office_store.hpp"
#include "returns/cell_places.hpp"
#include "returns/decision_store.hpp"
#include "returns/written_text.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace returns {
namespace {

// All, or the one of that id (?1), or the verified ones of an office (?2).
constexpr std::string_view select_received = R"sql(
SELECT id, digest, verdict, office_code, period, version, key_id, sample, generation, audit_rows, audit_head, file_name,
       received_at, state, decided_at, reason, unexplained,
       learners, declared_learners
FROM received_return
WHERE (?1 IS NULL OR id = ?1) AND (?2 IS NULL OR (office_code = ?2 AND verdict = 'verified'))
ORDER BY period, office_code, version, id)sql";

constexpr std::string_view select_by_digest = "SELECT id FROM received_return WHERE digest = ?1";
constexpr std::string_view select_content = "SELECT content FROM received_return WHERE id = ?1";
constexpr std::string_view select_cells = "SELECT cells FROM received_return WHERE id = ?1";
constexpr std::string_view select_answers = "SELECT answers FROM received_return WHERE id = ?1";

constexpr std::string_view insert_received = R"sql(
INSERT INTO received_return (digest, verdict, uid, office_code, period, version, key_id, sample, generation,
                             audit_rows, audit_head, content, cells, answers, file_name, received_at, state,
                             unexplained, places, learners, declared_learners)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21))sql";

constexpr std::string_view update_state = R"sql(
UPDATE received_return SET state = ?2, decided_at = ?3, reason = ?4 WHERE id = ?1)sql";

constexpr std::string_view update_reading = R"sql(
UPDATE received_return
SET uid = ?2, office_code = ?3, period = ?4, version = ?5, content = ?6, unexplained = ?7, places = ?8, state = ?9,
    decided_at = NULL, reason = NULL
WHERE id = ?1)sql";

constexpr std::string_view select_waiting = R"sql(
SELECT id FROM received_return
WHERE office_code = ?1 AND period = ?2 AND state = 'received' AND verdict IN ('verified', 'unsigned')
ORDER BY version, id)sql";

constexpr std::string_view select_accepted = R"sql(
SELECT id FROM received_return WHERE office_code = ?1 AND period = ?2 AND state = 'accepted')sql";

ReceivedReturn read_row(const storage::Statement& row) {
    ReceivedReturn one;
    one.id = row.get<ReceivedId>(0);
    one.digest = row.get<office::Digest>(1);
    one.verdict = verdict_from_text(row.get<std::string_view>(2)).value();
    one.office = row.get<std::optional<std::string>>(3).value_or("");
    one.period = row.get<std::optional<std::string>>(4).value_or("");
    one.version = row.get<std::optional<std::int64_t>>(5).value_or(0);
    if (!row.is_null(6)) one.key = office::KeyId{row.get<std::array<std::byte, 8>>(6)};
    one.sample = row.get<bool>(7);
    one.generation = row.get<std::optional<std::int64_t>>(8).value_or(0);
    one.audit_rows = row.get<std::optional<std::int64_t>>(9).value_or(0);
    one.audit_head = row.get<std::optional<std::string>>(10).value_or("");
    one.file_name = row.get<std::string>(11);
    one.received_at = row.get<core::Moment>(12);
    one.state = received_state_from_text(row.get<std::string_view>(13)).value();
    one.decided_at = row.get<std::optional<core::Moment>>(14);
    one.reason = row.get<std::optional<std::string>>(15).value_or("");
    one.unexplained = row.get<std::optional<std::int64_t>>(16).value_or(0);
    if (!row.is_null(17)) one.learners = {row.get<std::int64_t>(17), row.get<std::int64_t>(18)};
    return one;
}

std::vector<ReceivedReturn> read_all(storage::Statement row) {
    std::vector<ReceivedReturn> all;
    while (row.step())
        all.push_back(read_row(row));
    return all;
}

// Lines of fields, as `cells` and `answers` keep them.
std::string joined(std::initializer_list<std::string_view> fields) {
    std::string line;
    for (const std::string_view field : fields)
        line += (line.empty() ? "" : "\t") + escape(field);
    return line + '\n';
}

std::vector<std::vector<std::string>> lines_of(std::string_view text) {
    std::vector<std::vector<std::string>> lines;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        auto& fields = lines.emplace_back();
        for (std::size_t tab = 0; tab != std::string_view::npos;) {
            tab = line.find('\t');
            fields.push_back(unescape(line.substr(0, tab)));
            if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
        }
        fields.resize(4);
    }
    return lines;
}

std::string cell_lines(const std::vector<EditedCell>& cells) {
    std::string text;
    for (const EditedCell& cell : cells)
        text += joined({cell.sheet.empty() ? "?" : cell.sheet, cell.cell, cell.was, cell.is});
    return text;
}

std::string answer_lines(const std::vector<Answer>& answers) {
    std::string text;
    for (const Answer& answer : answers)
        text += joined({answer.key.sheet, answer.key.row, answer.key.column, answer.text});
    return text;
}

core::Error unknown(ReceivedId id) {
    return core::Error{"return.unknown"}.with("id", std::to_string(static_cast<std::int64_t>(id)));
}

void decide(storage::Transaction& tx, const ReceivedReturn& one, ReceivedState state,
            const std::string& reason, std::string_view verb) {
    tx.run(update_state, one.id, to_text(state), tx.now(),
           reason.empty() ? std::nullopt : std::optional{reason});
    std::vector<storage::FieldChange> changes = {
        {"state", std::string{to_text(one.state)}, std::string{to_text(state)}},
        {"digest", std::nullopt, office::to_text(one.digest)}};
    if (!reason.empty()) changes.push_back({"reason", std::nullopt, reason});
    tx.audit(verb, "received_return", std::nullopt, storage::change_json(changes));
}

std::optional<ReceivedReturn> find_accepted(const storage::Database& database, const ReceivedReturn& like) {
    const auto id = database.value<ReceivedId>(select_accepted, like.office, like.period);
    return id ? find_received(database, *id) : std::nullopt;
}

bool is_superseded(const storage::Database& database, const ReceivedReturn& one) {
    if (!may_count(one)) return false;
    const auto accepted = find_accepted(database, one);
    return accepted && outranks(*accepted, one);
}

std::vector<ReceivedId> waiting_before(const storage::Database& database, const ReceivedReturn& one) {
    std::vector<ReceivedId> waiting;
    auto row = database.query(select_waiting, one.office, one.period);
    while (row.step()) {
        const auto id = row.get<ReceivedId>(0);
        if (outranks(one, find_received(database, id).value())) waiting.push_back(id);
    }
    return waiting;
}

std::int64_t blocking(const storage::Database& database, const Canonical& content) {
    const auto findings = findings_in(database, content);
    return std::count_if(findings.begin(), findings.end(),
                         [](const Finding& finding) { return finding.weight == Weight::block; });
}

} // namespace

std::optional<ReceivedId> find_by_digest(const storage::Database& database, const office::Digest& digest) {
    return database.value<ReceivedId>(select_by_digest, digest);
}

ReceivedId keep_received(storage::Transaction& tx, const ReceivedReturn& one, const CheckedFile& file) {
    const bool has_content = file.canonical != nullptr;
    const auto when_told = [&](auto value) { return has_content ? std::optional{value} : std::nullopt; };
    const auto uid = has_content ? std::optional{file.canonical->head.uid} : std::nullopt;
    const auto content = std::as_bytes(std::span{file.content});
    const std::string places = has_content ? CellPlaces(file.sheets).packed() : std::string{};
    const auto place_bytes = std::as_bytes(std::span{places});
    const ReceivedState state =
        has_content && is_superseded(tx.database(), one) ? ReceivedState::replaced : ReceivedState::received;
    const auto id = tx.insert<ReceivedId>(
        insert_received, one.digest, to_text(one.verdict), uid, when_told(one.office), when_told(one.period),
        when_told(one.version), one.key ? std::optional{one.key->bytes} : std::nullopt, one.sample,
        when_told(one.generation), when_told(one.audit_rows), when_told(one.audit_head), when_told(content),
        cell_lines(file.cells), answer_lines(file.answers), one.file_name, tx.now(), to_text(state),
        when_told(one.unexplained), when_told(place_bytes),
        one.learners ? std::optional{one.learners->counted} : std::nullopt,
        one.learners ? std::optional{one.learners->declared} : std::nullopt);
    tx.audit("return.receive", "received_return", uid,
             storage::change_json({{"file", std::nullopt, one.file_name},
                                   {"digest", std::nullopt, office::to_text(one.digest)},
                                   {"verdict", std::nullopt, std::string{to_text(one.verdict)}}}));
    return id;
}

void keep_reading(storage::Transaction& tx, ReceivedId id, const ReceivedReturn& one,
                  const CheckedFile& file) {
    const std::string places = CellPlaces(file.sheets).packed();
    const ReceivedState state =
        is_superseded(tx.database(), one) ? ReceivedState::replaced : ReceivedState::received;
    tx.run(update_reading, id, file.canonical->head.uid, one.office, one.period, one.version,
           std::as_bytes(std::span{file.content}), one.unexplained, std::as_bytes(std::span{places}),
           to_text(state));
    tx.audit("return.read-as", "received_return", file.canonical->head.uid,
             storage::change_json({{"office", std::nullopt, one.office},
                                   {"period", std::nullopt, one.period},
                                   {"version", std::nullopt, std::to_string(one.version)},
                                   {"digest", std::nullopt, office::to_text(one.digest)}}));
}

core::Expected<void> accept(storage::Transaction& tx, ReceivedId id) {
    const auto one = find_received(tx.database(), id);
    if (!one) return core::fail(unknown(id));
    if (!may_count(*one))
        return core::fail(
            core::Error{"return.not-acceptable"}.with("verdict", std::string{to_text(one->verdict)}));
    if (one->sample && !office::load_office(tx.database()).in_set_up()) return core::fail({"sample.key"});
    if (one->state == ReceivedState::accepted) return {};
    if (const auto blocks = blocking(tx.database(), *load_content(tx.database(), id)); blocks > 0)
        return core::fail(core::Error{"return.blocked"}
                              .with("count", std::to_string(blocks))
                              .with("verdict", std::string{to_text(one->verdict)}));
    if (const auto before = find_accepted(tx.database(), *one)) {
        if (before->verdict == FileVerdict::verified && one->verdict != FileVerdict::verified)
            return core::fail(
                core::Error{"return.signed-counts"}.with("accepted", std::to_string(before->version)));
        if (outranks(*before, *one))
            return core::fail(core::Error{"return.older"}.with("accepted", std::to_string(before->version)));
        decide(tx, *before, ReceivedState::replaced, {}, "return.replace");
    }
    for (const ReceivedId waiting : waiting_before(tx.database(), *one))
        decide(tx, find_received(tx.database(), waiting).value(), ReceivedState::replaced, {},
               "return.replace");
    decide(tx, *one, ReceivedState::accepted, {}, "return.accept");
    keep_decision(tx, *one, Ruling::accepted, {});
    return {};
}

core::Expected<void> reject(storage::Transaction& tx, ReceivedId id, const std::string& reason) {
    const auto one = find_received(tx.database(), id);
    if (!one) return core::fail(unknown(id));
    const auto why = written_text(reason);
    if (!why) return core::fail(why.error());
    if (why->empty()) return core::fail({"return.no-reason"});
    decide(tx, *one, ReceivedState::rejected, *why, "return.reject");
    keep_decision(tx, *one, Ruling::rejected, *why);
    return {};
}

std::optional<ReceivedReturn> find_received(const storage::Database& database, ReceivedId id) {
    auto row = database.query(select_received, id, std::nullopt);
    if (!row.step()) return std::nullopt;
    return read_row(row);
}

std::vector<ReceivedReturn> list_received(const storage::Database& database) {
    return read_all(database.query(select_received, std::nullopt, std::nullopt));
}

std::vector<ReceivedReturn> verified_of(const storage::Database& database, const std::string& office) {
    return read_all(database.query(select_received, std::nullopt, office));
}

std::unique_ptr<Canonical> load_content(const storage::Database& database, ReceivedId id) {
    auto row = database.query(select_content, id);
    row.step();
    const auto packed = row.get<std::span<const std::byte>>(0);
    auto content = read_canonical({reinterpret_cast<const char*>(packed.data()), packed.size()}, own_memory);
    if (!content) throw core::WorldFailure{core::Error{"file.damaged"}.with("which", "received_return")};
    return std::move(*content);
}

std::vector<EditedCell> edited_cells(const storage::Database& database, ReceivedId id) {
    std::vector<EditedCell> cells;
    for (auto& line : lines_of(database.value<std::string>(select_cells, id).value_or("")))
        cells.push_back({std::move(line[0]), std::move(line[1]), std::move(line[2]), std::move(line[3])});
    return cells;
}

std::vector<Answer> answers_of(const storage::Database& database, ReceivedId id) {
    std::vector<Answer> answers;
    for (auto& line : lines_of(database.value<std::string>(select_answers, id).value_or("")))
        answers.push_back({{std::move(line[0]), std::move(line[1]), std::move(line[2])}, std::move(line[3])});
    return answers;
}

ReceivedReturn described(const CheckedFile& file) {
    ReceivedReturn one;
    one.verdict = file.verdict;
    one.digest = file.digest;
    if (file.canonical == nullptr) return one;
    const ReturnHead& head = file.canonical->head;
    one.office = head.office;
    one.period = head.period;
    one.version = head.version;
    if (!head.by_map) one.key = office::key_id(file.key);
    one.sample = head.sample;
    one.generation = head.generation;
    one.audit_rows = head.audit_rows;
    one.audit_head = head.audit_head;
    return one;
}

} // namespace returns
