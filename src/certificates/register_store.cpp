// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/register_store.hpp"

#include "certificates/register_chain.hpp"
#include "storage/change.hpp"
#include "templates/template_store.hpp"

#include <fmt/format.h>

#include <array>

namespace certificates {
namespace {

constexpr std::array<std::string_view, 6> states = {"reserved", "issued",   "spoiled",
                                                    "void",     "replaced", "lost"};

constexpr std::string_view insert_certificate = R"sql(
INSERT INTO certificate (uid, serial, block_id, number, state, enrolment_id, code, issued_on, template, template_digest,
                         replaces)
VALUES (?1, ?2, ?3, ?4, 'issued', ?5, ?6, ?7, ?8, ?9, ?10))sql";

constexpr std::string_view insert_unused = R"sql(
INSERT INTO certificate (uid, serial, block_id, number, state) VALUES (?1, ?2, ?3, ?4, ?5))sql";

constexpr std::string_view insert_word = R"sql(
INSERT INTO certificate_word (certificate_id, place, words) VALUES (?1, ?2, ?3))sql";

constexpr std::string_view select_template = R"sql(
SELECT t.source FROM certificate c JOIN document_template t ON t.digest = c.template_digest WHERE c.id = ?1)sql";

constexpr std::string_view select_words = R"sql(
SELECT place, words FROM certificate_word WHERE certificate_id = ?1)sql";

constexpr std::string_view insert_document = R"sql(
INSERT INTO certificate_document (certificate_id, copy, pdf, digest, made_at) VALUES (?1, ?2, ?3, ?4, ?5))sql";

constexpr std::string_view select_events = R"sql(
SELECT at, actor, verb, coalesce(reason, '') FROM certificate_event WHERE certificate_id = ?1 ORDER BY id)sql";

constexpr std::string_view insert_event = R"sql(
INSERT INTO certificate_event (certificate_id, at, actor, verb, reason) VALUES (?1, ?2, ?3, ?4, ?5))sql";

constexpr std::string_view select_entries = R"sql(
SELECT c.id, c.serial, c.state, c.enrolment_id, coalesce(c.code, ''), c.issued_on,
       (SELECT count(*) FROM certificate_event e WHERE e.certificate_id = c.id AND e.verb = 'reprint'),
       (SELECT count(*) FROM certificate_document d WHERE d.certificate_id = c.id AND d.copy > 0),
       coalesce(o.serial, ''), coalesce(n.serial, '')
FROM certificate c LEFT JOIN certificate o ON o.id = c.replaces LEFT JOIN certificate n ON n.replaces = c.id)sql";

constexpr std::string_view select_document = R"sql(
SELECT pdf FROM certificate_document WHERE certificate_id = ?1 AND copy = 0)sql";

RegisterEntry read_entry(const storage::Statement& row) {
    RegisterEntry entry;
    entry.id = row.get<CertificateId>(0);
    entry.serial = row.get<std::string>(1);
    entry.state = state_from_text(row.get<std::string_view>(2)).value_or(State::lost);
    entry.enrolment = row.get<std::optional<classes::EnrolmentId>>(3);
    entry.code = row.get<std::string>(4);
    entry.issued_on = row.get<std::optional<core::Day>>(5);
    entry.reprints = row.get<std::int64_t>(6);
    entry.duplicates = row.get<std::int64_t>(7);
    entry.replaces = row.get<std::string>(8);
    entry.replaced_by = row.get<std::string>(9);
    if (const auto decoded = decode(entry.code)) {
        entry.name_km = decoded->payload.name_km;
        entry.name = decoded->payload.name_latin;
    }
    return entry;
}

void record(storage::Transaction& tx, CertificateId id, std::string_view verb,
            std::optional<std::string> reason, std::string_view serial) {
    tx.run(insert_event, id, tx.now(), tx.actor().name, verb, reason);
    const auto uid = tx.database().value<core::Uid>("SELECT uid FROM certificate WHERE id = ?1", id);
    tx.audit("certificate." + std::string{verb}, "certificate", uid,
             fmt::format(R"({{"serial":{},"reason":{},"link":"{}"}})", storage::json_quoted(serial),
                         storage::json_quoted(reason.value_or("")), office::to_text(link_event(tx))));
}

void keep_bytes(storage::Transaction& tx, CertificateId id, std::int64_t copy, std::string_view pdf) {
    const auto bytes = std::as_bytes(std::span{pdf});
    tx.run(insert_document, id, copy, bytes, office::digest(bytes), tx.now());
}

CertificateId keep(storage::Transaction& tx, const IssuedDocument& issued,
                   std::optional<CertificateId> replaces) {
    const office::Digest template_digest =
        templates::keep_source(tx, issued.template_name, issued.template_source);
    const auto id = tx.insert<CertificateId>(
        insert_certificate, tx.new_uid(), issued.serial.text, issued.serial.block, issued.serial.number,
        issued.enrolment, issued.code, tx.today(), issued.template_name, template_digest, replaces);
    for (const auto& [place, words] : issued.words)
        if (!words.empty()) tx.run(insert_word, id, place, words);
    keep_bytes(tx, id, 0, issued.pdf);
    record(tx, id, "issue", std::nullopt, issued.serial.text);
    return id;
}

} // namespace

std::string_view to_text(State state) {
    return states[static_cast<std::size_t>(state)];
}

std::optional<State> state_from_text(std::string_view text) {
    for (std::size_t i = 0; i < states.size(); ++i)
        if (states[i] == text) return static_cast<State>(i);
    return std::nullopt;
}

CertificateId keep_issued(storage::Transaction& tx, const IssuedDocument& issued) {
    return keep(tx, issued, std::nullopt);
}

CertificateId keep_replacement(storage::Transaction& tx, const IssuedDocument& issued,
                               const RegisterEntry& old, std::string_view reason) {
    tx.run("UPDATE certificate SET state = 'replaced' WHERE id = ?1", old.id);
    record(tx, old.id, "replace", std::string{reason}, old.serial);
    return keep(tx, issued, old.id);
}

std::optional<Frozen> load_frozen(const storage::Database& database, CertificateId id) {
    auto source = database.value<std::string>(select_template, id);
    Frozen frozen;
    storage::Statement rows = database.query(select_words, id);
    while (rows.step())
        frozen.words.emplace(rows.get<std::string>(0), rows.get<std::string>(1));
    if (!source || frozen.words.empty()) return std::nullopt;
    frozen.template_source = std::move(*source);
    return frozen;
}

void keep_duplicate(storage::Transaction& tx, const RegisterEntry& entry, std::int64_t copy,
                    std::string_view pdf) {
    keep_bytes(tx, entry.id, copy, pdf);
    record(tx, entry.id, "duplicate", std::nullopt, entry.serial);
}

CertificateId keep_unused(storage::Transaction& tx, const Serial& serial, State state,
                          std::string_view reason) {
    const auto id = tx.insert<CertificateId>(insert_unused, tx.new_uid(), serial.text, serial.block,
                                             serial.number, to_text(state));
    record(tx, id, state == State::spoiled ? "spoil" : "lose", std::string{reason}, serial.text);
    return id;
}

std::vector<Event> events_of(const storage::Database& database, CertificateId id) {
    std::vector<Event> events;
    storage::Statement rows = database.query(select_events, id);
    while (rows.step())
        events.push_back({rows.get<core::Moment>(0), rows.get<std::string>(1), rows.get<std::string>(2),
                          rows.get<std::string>(3)});
    return events;
}

std::optional<RegisterEntry> find_certificate(const storage::Database& database, std::string_view serial) {
    storage::Statement row = database.query(std::string{select_entries} + " WHERE c.serial = ?1", serial);
    if (!row.step()) return std::nullopt;
    return read_entry(row);
}

core::Expected<RegisterEntry> find_issued(const storage::Database& database, std::string_view serial) {
    auto entry = find_certificate(database, serial);
    if (!entry) return core::fail(core::Error{"certificate.unknown"}.with("serial", std::string{serial}));
    if (entry->state != State::issued)
        return core::fail(core::Error{"certificate.not-issued"}
                              .with("serial", std::string{serial})
                              .with("state", std::string{to_text(entry->state)}));
    return *std::move(entry);
}

std::vector<RegisterEntry> serials_holding(const storage::Database& database, std::string_view part,
                                           std::int64_t limit) {
    std::vector<RegisterEntry> entries;
    storage::Statement rows = database.query(std::string{select_entries} +
                                                 " WHERE instr(c.serial, ?1) > 0 ORDER BY c.serial LIMIT ?2",
                                             part, limit);
    while (rows.step())
        entries.push_back(read_entry(rows));
    return entries;
}

std::vector<RegisterEntry> load_register(const storage::Database& database) {
    std::vector<RegisterEntry> entries;
    storage::Statement rows = database.query(std::string{select_entries} + " ORDER BY c.serial");
    while (rows.step())
        entries.push_back(read_entry(rows));
    return entries;
}

core::Expected<void> check_reason(std::string_view serial, std::string_view reason) {
    if (reason.find_first_not_of(' ') != std::string_view::npos) return {};
    return core::fail(core::Error{"certificate.no-reason"}.with("serial", std::string{serial}));
}

core::Expected<std::string> load_document(const storage::Database& database, std::string_view serial) {
    const auto entry = find_certificate(database, serial);
    if (!entry) return core::fail(core::Error{"certificate.unknown"}.with("serial", std::string{serial}));
    const auto pdf = database.value<storage::Blob>(select_document, entry->id);
    if (!pdf) return core::fail(core::Error{"certificate.no-document"}.with("serial", std::string{serial}));
    return std::string{reinterpret_cast<const char*>(pdf->data()), pdf->size()};
}

core::Expected<std::string> reprint(storage::Transaction& tx, std::string_view serial,
                                    std::string_view reason) {
    if (auto given = check_reason(serial, reason); !given) return core::fail(given.error());
    auto pdf = load_document(tx.database(), serial);
    if (pdf) record(tx, find_certificate(tx.database(), serial)->id, "reprint", std::string{reason}, serial);
    return pdf;
}

core::Expected<void> make_void(storage::Transaction& tx, std::string_view serial, std::string_view reason) {
    if (auto given = check_reason(serial, reason); !given) return given;
    const auto entry = find_issued(tx.database(), serial);
    if (!entry) return core::fail(entry.error());
    tx.run("UPDATE certificate SET state = 'void' WHERE id = ?1", entry->id);
    record(tx, entry->id, "void", std::string{reason}, serial);
    return {};
}

} // namespace certificates
