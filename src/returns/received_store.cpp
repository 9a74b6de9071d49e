// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/received_store.hpp"

#include "office/office_store.hpp"
#include "storage/change.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace returns {
namespace {

#define RECEIVED_COLUMNS                                                                                     \
    "id, digest, verdict, office_code, period, version, key_id, sample, generation, audit_rows, audit_head," \
    " file_name, received_at, state, decided_at, reason"

constexpr std::string_view select_all =
    "SELECT " RECEIVED_COLUMNS " FROM received_return ORDER BY period, office_code, version, id";
constexpr std::string_view select_one = "SELECT " RECEIVED_COLUMNS " FROM received_return WHERE id = ?1";
constexpr std::string_view select_verified =
    "SELECT " RECEIVED_COLUMNS " FROM received_return"
    " WHERE office_code = ?1 AND verdict = 'verified' ORDER BY period, version, id";

constexpr std::string_view select_by_digest = "SELECT id FROM received_return WHERE digest = ?1";
constexpr std::string_view select_content = "SELECT content FROM received_return WHERE id = ?1";
constexpr std::string_view select_cells = "SELECT cells FROM received_return WHERE id = ?1";
constexpr std::string_view select_answers = "SELECT answers FROM received_return WHERE id = ?1";

constexpr std::string_view insert_received = R"sql(
INSERT INTO received_return (digest, verdict, uid, office_code, period, version, key_id, sample, generation,
                             audit_rows, audit_head, content, cells, answers, file_name, received_at, state)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, 'received'))sql";

constexpr std::string_view select_pinned = "SELECT public_key FROM pinned_key WHERE office_code = ?1";
constexpr std::string_view insert_pinned = R"sql(
INSERT INTO pinned_key (office_code, key_id, public_key, pinned_at) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view update_state = R"sql(
UPDATE received_return SET state = ?2, decided_at = ?3, reason = ?4 WHERE id = ?1)sql";

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

// Of a verified return its content's; of any other its file's bytes, so that nothing else stands in its
// place.
office::Digest digest_of_file(const CheckedFile& file, const std::filesystem::path& path) {
    if (file.verdict == FileVerdict::verified) return file.digest;
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return office::digest(bytes.str());
}

std::string name_of(const std::filesystem::path& path) {
    const std::u8string name = path.filename().u8string();
    return {name.begin(), name.end()};
}

core::Place place_of(const std::filesystem::path& path) {
    core::Place place;
    place.file = name_of(path);
    return place;
}

// A file that was read, before anything is written.
struct Arrival {
    std::filesystem::path path;
    CheckedReturn checked;
    ReceivedReturn described;
};

std::optional<core::Error> not_for_us(const office::Office& ours, const CheckedFile& file) {
    if (file.canonical == nullptr) return std::nullopt;
    const ReturnHead& head = file.canonical->head;
    const bool below = head.office.size() > ours.area_code.size() && head.office.starts_with(ours.area_code);
    if (!below)
        return core::Error{"return.not-ours"}.with("office", head.office).with("ours", ours.area_code);
    if (head.layout == province_layout) return core::Error{"return.not-a-month"}.with("layout", head.layout);
    return std::nullopt;
}

core::Expected<Arrival> read_arrival(const storage::Database& database, const office::Office& ours,
                                     const std::filesystem::path& path) {
    auto checked = check_return(database, path);
    if (!checked) {
        core::Error error = checked.error();
        if (error.place.file.empty()) error.place.file = name_of(path);
        return core::fail(std::move(error));
    }
    if (auto refusal = not_for_us(ours, checked->file))
        return core::fail(std::move(*refusal).at(place_of(path)));
    Arrival arrival{path, std::move(*checked), {}};
    arrival.described = described(arrival.checked.file);
    arrival.described.digest = digest_of_file(arrival.checked.file, path);
    arrival.described.file_name = name_of(path);
    // Only what is kept stays in memory: the text as it was packed, and its head.
    if (auto& canonical = arrival.checked.file.canonical) {
        canonical->values = {};
        canonical->text = {};
    }
    return arrival;
}

class Receiving {
  public:
    explicit Receiving(storage::Transaction& tx)
        : m_tx(tx) {}

    Receipt take(Arrival& arrival) {
        judge_again(arrival);
        const ReceivedReturn& one = arrival.described;
        Receipt receipt;
        receipt.file = arrival.path;
        receipt.verdict = one.verdict;
        receipt.office = one.office;
        receipt.period = one.period;
        receipt.version = one.version;
        receipt.signer_known = arrival.checked.signer_known;
        receipt.cells = arrival.checked.file.cells;
        receipt.findings = std::move(arrival.checked.findings);
        if (const auto known = m_tx.database().value<ReceivedId>(select_by_digest, one.digest)) {
            receipt.id = *known;
            receipt.order = Order::same;
            return receipt;
        }
        if (!one.office.empty()) receipt.order = order_of(one.version, earlier(one));
        receipt.id = keep(arrival);
        return receipt;
    }

  private:
    // A file of the same call may have pinned another key since this one was read.
    void judge_again(Arrival& arrival) {
        CheckedFile& file = arrival.checked.file;
        if (file.canonical == nullptr || file.canonical->head.sample) return;
        const auto pinned = pinned_key(m_tx.database(), file.canonical->head.office);
        if (!pinned) return;
        arrival.checked.signer_known = *pinned == file.key;
        if (*pinned == file.key) return;
        file.verdict = arrival.described.verdict = FileVerdict::wrong_key;
        arrival.described.digest = digest_of_file(file, arrival.path);
    }

    std::vector<ReceivedReturn> earlier(const ReceivedReturn& one) const {
        auto all = verified_of(m_tx.database(), one.office);
        std::erase_if(all, [&](const ReceivedReturn& other) { return other.period != one.period; });
        return all;
    }

    ReceivedId keep(const Arrival& arrival) {
        const ReceivedReturn& one = arrival.described;
        const CheckedFile& file = arrival.checked.file;
        const bool is_signed = file.canonical != nullptr;
        const auto when_signed = [&](auto value) { return is_signed ? std::optional{value} : std::nullopt; };
        const auto content = std::as_bytes(std::span{file.content});
        const auto id = m_tx.insert<ReceivedId>(
            insert_received, one.digest, to_text(one.verdict),
            is_signed ? std::optional{file.canonical->head.uid} : std::nullopt, when_signed(one.office),
            when_signed(one.period), when_signed(one.version),
            one.key ? std::optional{one.key->bytes} : std::nullopt, one.sample, when_signed(one.generation),
            when_signed(one.audit_rows), when_signed(one.audit_head), when_signed(content),
            cell_lines(file.cells), answer_lines(file.answers), one.file_name, m_tx.now());
        if (one.verdict == FileVerdict::verified && !one.sample) pin(one.office, file.key);
        m_tx.audit("return.receive", "received_return",
                   is_signed ? std::optional{file.canonical->head.uid} : std::nullopt,
                   storage::change_json({{"file", std::nullopt, one.file_name},
                                         {"digest", std::nullopt, office::to_text(one.digest)},
                                         {"verdict", std::nullopt, std::string{to_text(one.verdict)}}}));
        return id;
    }

    void pin(const std::string& office, const office::PublicKey& key) {
        if (pinned_key(m_tx.database(), office)) return;
        m_tx.run(insert_pinned, office, office::key_id(key).bytes, key.bytes, m_tx.now());
        m_tx.audit("key.pin", "pinned_key", std::nullopt,
                   storage::change_json({{office, std::nullopt, office::to_text(key)}}));
    }

    storage::Transaction& m_tx;
};

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

std::int64_t blocking(const Canonical& content) {
    const auto findings = findings_in(content);
    return std::count_if(findings.begin(), findings.end(),
                         [](const Finding& finding) { return finding.weight == Weight::block; });
}

} // namespace

core::Expected<std::vector<Receipt>> receive(storage::Database& database, storage::Actor actor,
                                             std::span<const std::filesystem::path> files,
                                             core::Progress& progress) {
    const office::Office ours = office::load_office(database);
    std::vector<Arrival> arrivals;
    for (const std::filesystem::path& path : files) {
        auto arrival = read_arrival(database, ours, path);
        if (!arrival) return core::fail(arrival.error());
        arrivals.push_back(std::move(*arrival));
        progress.report(static_cast<std::int64_t>(arrivals.size()), static_cast<std::int64_t>(files.size()));
    }
    storage::Transaction tx(database, std::move(actor));
    Receiving receiving(tx);
    std::vector<Receipt> receipts;
    for (Arrival& arrival : arrivals)
        receipts.push_back(receiving.take(arrival));
    tx.commit();
    return receipts;
}

core::Expected<void> accept(storage::Transaction& tx, ReceivedId id) {
    const auto one = find_received(tx.database(), id);
    if (!one) return core::fail(unknown(id));
    if (one->verdict != FileVerdict::verified)
        return core::fail(
            core::Error{"return.not-acceptable"}.with("verdict", std::string{to_text(one->verdict)}));
    if (one->sample && !office::load_office(tx.database()).in_set_up()) return core::fail({"sample.key"});
    if (one->state == ReceivedState::accepted) return {};
    if (const auto blocks = blocking(*load_content(tx.database(), id)); blocks > 0)
        return core::fail(core::Error{"return.blocked"}.with("count", std::to_string(blocks)));
    if (const auto before = tx.database().value<ReceivedId>(select_accepted, one->office, one->period)) {
        const auto replaced = find_received(tx.database(), *before);
        if (replaced->version > one->version)
            return core::fail(
                core::Error{"return.older"}.with("accepted", std::to_string(replaced->version)));
        decide(tx, *replaced, ReceivedState::replaced, {}, "return.replace");
    }
    decide(tx, *one, ReceivedState::accepted, {}, "return.accept");
    return {};
}

core::Expected<void> reject(storage::Transaction& tx, ReceivedId id, const std::string& reason) {
    const auto one = find_received(tx.database(), id);
    if (!one) return core::fail(unknown(id));
    if (reason.empty()) return core::fail({"return.no-reason"});
    decide(tx, *one, ReceivedState::rejected, reason, "return.reject");
    return {};
}

std::optional<ReceivedReturn> find_received(const storage::Database& database, ReceivedId id) {
    auto row = database.query(select_one, id);
    if (!row.step()) return std::nullopt;
    return read_row(row);
}

std::vector<ReceivedReturn> list_received(const storage::Database& database) {
    return read_all(database.query(select_all));
}

std::vector<ReceivedReturn> verified_of(const storage::Database& database, const std::string& office) {
    return read_all(database.query(select_verified, office));
}

std::unique_ptr<Canonical> load_content(const storage::Database& database, ReceivedId id) {
    auto row = database.query(select_content, id);
    row.step();
    const auto packed = row.get<std::span<const std::byte>>(0);
    auto content = read_canonical({reinterpret_cast<const char*>(packed.data()), packed.size()});
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

std::optional<office::PublicKey> pinned_key(const storage::Database& database, const std::string& office) {
    const auto bytes = database.value<std::array<std::byte, 32>>(select_pinned, office);
    return bytes ? std::optional{office::PublicKey{*bytes}} : std::nullopt;
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
    one.key = office::key_id(file.key);
    one.sample = head.sample;
    one.generation = head.generation;
    one.audit_rows = head.audit_rows;
    one.audit_head = head.audit_head;
    return one;
}

} // namespace returns
