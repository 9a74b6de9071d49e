// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/told_certificate.hpp"

#include "certificates/award_units.hpp"
#include "certificates/eligibility.hpp"
#include "certificates/register_chain.hpp"
#include "storage/change.hpp"
#include "templates/template_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace certificates {
namespace {

constexpr std::string_view select_numbers = R"sql(
SELECT c.id, c.uid, c.serial, b.office_code, b.year, c.number, e.uid, coalesce(c.code, ''), c.issued_on,
       coalesce(c.template, ''), c.template_digest, coalesce(r.serial, '')
FROM certificate c
JOIN serial_block b ON b.id = c.block_id
LEFT JOIN enrolment e ON e.id = c.enrolment_id
LEFT JOIN certificate r ON r.id = c.replaces
WHERE c.block_id = ?1 ORDER BY c.serial)sql";

constexpr std::string_view select_events = R"sql(
SELECT at, verb, coalesce(reason, '') FROM certificate_event WHERE certificate_id = ?1 ORDER BY id)sql";

constexpr std::string_view select_words = R"sql(
SELECT place, words FROM certificate_word WHERE certificate_id = ?1)sql";

constexpr std::string_view select_documents = R"sql(
SELECT copy, made_at, pdf FROM certificate_document WHERE certificate_id = ?1 ORDER BY copy)sql";

constexpr std::string_view select_template = "SELECT name, source FROM document_template WHERE digest = ?1";

constexpr std::string_view count_events = R"sql(
SELECT count(*) FROM certificate_event e JOIN certificate c ON c.id = e.certificate_id
WHERE c.uid = ?1 AND e.at = ?2 AND e.verb = ?3)sql";

constexpr std::string_view select_block = R"sql(
SELECT id FROM serial_block
WHERE office_code = ?1 AND year = ?2 AND first_number <= ?3 AND last_number >= ?3)sql";

constexpr std::string_view advance_block = R"sql(
UPDATE serial_block SET next_number = max(next_number, ?2 + 1) WHERE id = ?1)sql";

constexpr std::string_view insert_number = R"sql(
INSERT INTO certificate (uid, serial, block_id, number, state, enrolment_id, code, issued_on, template, template_digest,
                         replaces)
VALUES (?1, ?2, ?3, ?4, ?5, (SELECT id FROM enrolment WHERE uid = ?6), ?7, ?8, ?9, ?10,
        (SELECT id FROM certificate WHERE serial = ?11)))sql";

constexpr std::string_view insert_word = R"sql(
INSERT INTO certificate_word (certificate_id, place, words) VALUES (?1, ?2, ?3))sql";

constexpr std::string_view insert_document = R"sql(
INSERT INTO certificate_document (certificate_id, copy, pdf, digest, made_at) VALUES (?1, ?2, ?3, ?4, ?5))sql";

constexpr std::string_view insert_event = R"sql(
INSERT INTO certificate_event (certificate_id, at, actor, verb, reason) VALUES (?1, ?2, ?3, ?4, ?5))sql";

constexpr std::string_view select_class = R"sql(
SELECT e.class_id, e.id FROM enrolment e WHERE e.uid = ?1)sql";

std::string text_of(const storage::Blob& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

ToldCertificate read_number(const storage::Database& database, const storage::Statement& row) {
    ToldCertificate told;
    const auto id = row.get<CertificateId>(0);
    told.uid = row.get<core::Uid>(1);
    told.serial = row.get<std::string>(2);
    told.office_code = row.get<std::string>(3);
    told.year = row.get<int>(4);
    told.number = row.get<std::int64_t>(5);
    told.enrolment = row.get<std::optional<core::Uid>>(6);
    told.code = row.get<std::string>(7);
    told.issued_on = row.get<std::optional<core::Day>>(8);
    told.template_name = row.get<std::string>(9);
    told.template_digest = row.get<std::optional<office::Digest>>(10);
    told.replaces = row.get<std::string>(11);
    storage::Statement events = database.query(select_events, id);
    while (events.step())
        told.events.push_back(
            {events.get<core::Moment>(0), events.get<std::string>(1), events.get<std::string>(2)});
    storage::Statement words = database.query(select_words, id);
    while (words.step())
        told.words.emplace(words.get<std::string>(0), words.get<std::string>(1));
    storage::Statement documents = database.query(select_documents, id);
    while (documents.step())
        told.documents.push_back({documents.get<std::int64_t>(0), documents.get<core::Moment>(1),
                                  text_of(documents.get<storage::Blob>(2))});
    return told;
}

// The state that an event gives its number; nothing where it leaves it as it is.
std::optional<State> state_after(std::string_view verb) {
    if (verb == "void") return State::void_;
    if (verb == "replace") return State::replaced;
    if (verb == "spoil") return State::spoiled;
    if (verb == "lose") return State::lost;
    return std::nullopt;
}

std::optional<std::string> filled(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

// Writes what is told, one event after the other.
class Taking {
  public:
    Taking(storage::Transaction& tx, const std::string& by)
        : m_tx(tx)
        , m_by(by) {}

    void take(const ToldCertificate& told, std::size_t at) {
        const ToldEvent& event = told.events[at];
        auto id = m_tx.database().value<CertificateId>("SELECT id FROM certificate WHERE uid = ?1", told.uid);
        const bool first = !id;
        if (first) id = insert(told, event);
        if (event.verb == "duplicate") keep_next_copy(*id, told, at);
        if (const auto state = state_after(event.verb); state && !first)
            m_tx.run("UPDATE certificate SET state = ?2 WHERE id = ?1 AND state IN ('reserved', 'issued')",
                     *id, to_text(*state));
        record(*id, told, event);
    }
    std::int64_t inserted() const { return m_inserted; }

  private:
    CertificateId insert(const ToldCertificate& told, const ToldEvent& event) {
        const auto block =
            m_tx.database().value<std::int64_t>(select_block, told.office_code, told.year, told.number);
        const State state =
            state_after(event.verb).value_or(event.verb == "reserve" ? State::reserved : State::issued);
        const auto id = m_tx.insert<CertificateId>(
            insert_number, told.uid, told.serial, block.value(), told.number, to_text(state), told.enrolment,
            filled(told.code), told.issued_on, filled(told.template_name), told.template_digest,
            filled(told.replaces));
        m_tx.run(advance_block, block.value(), told.number);
        for (const auto& [place, words] : told.words)
            m_tx.run(insert_word, id, place, words);
        for (const ToldDocument& document : told.documents)
            if (document.copy == 0) keep(id, document);
        if (told.enrolment) keep_award_units(m_tx, id, units_of(*told.enrolment));
        ++m_inserted;
        return id;
    }

    void keep(CertificateId id, const ToldDocument& document) {
        const auto bytes = std::as_bytes(std::span{document.pdf});
        m_tx.run(insert_document, id, document.copy, bytes, office::digest(bytes), document.made_at);
    }

    // Duplicates are numbered in the order of their events.
    void keep_next_copy(CertificateId id, const ToldCertificate& told, std::size_t at) {
        const auto next =
            m_tx.database()
                .value<std::int64_t>(
                    "SELECT coalesce(max(copy), 0) + 1 FROM certificate_document WHERE certificate_id = ?1",
                    id)
                .value();
        const auto copy =
            std::count_if(told.events.begin(), told.events.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                          [](const ToldEvent& event) { return event.verb == "duplicate"; });
        for (ToldDocument document : told.documents)
            if (document.copy == copy) {
                document.copy = next;
                keep(id, document);
            }
    }

    // As this office sees the award: the institution has no more than one class of its learners.
    std::vector<AwardUnit> units_of(const core::Uid& enrolment) {
        storage::Statement row = m_tx.database().query(select_class, enrolment);
        if (!row.step()) return {};
        const auto class_id = row.get<classes::ClassId>(0);
        const auto id = row.get<classes::EnrolmentId>(1);
        if (!m_classes.contains(class_id))
            m_classes.emplace(class_id, load_candidates(m_tx.database(), class_id));
        for (const Candidate& one : m_classes.at(class_id))
            if (one.learner.enrolment.id == id) return one.units;
        return {};
    }

    void record(CertificateId id, const ToldCertificate& told, const ToldEvent& event) {
        const std::string reason = event.reason.empty() ? m_by : event.reason;
        m_tx.run(insert_event, id, event.at, m_tx.actor().name, event.verb, reason);
        m_tx.audit("certificate." + event.verb, "certificate", told.uid,
                   fmt::format(R"({{"serial":{},"reason":{},"by":{},"link":"{}"}})",
                               storage::json_quoted(told.serial), storage::json_quoted(reason),
                               storage::json_quoted(m_by), office::to_text(link_event(m_tx))));
    }

    storage::Transaction& m_tx;
    const std::string& m_by;
    std::map<classes::ClassId, std::vector<Candidate>> m_classes;
    std::int64_t m_inserted = 0;
};

} // namespace

std::vector<ToldCertificate> told_certificates(const storage::Database& database,
                                               const std::vector<std::int64_t>& blocks) {
    std::vector<ToldCertificate> all;
    for (const std::int64_t block : blocks) {
        storage::Statement rows = database.query(select_numbers, block);
        while (rows.step())
            all.push_back(read_number(database, rows));
    }
    return all;
}

std::vector<ToldTemplate> told_templates(const storage::Database& database,
                                         const std::vector<ToldCertificate>& certificates) {
    std::set<office::Digest> digests;
    for (const ToldCertificate& one : certificates)
        if (one.template_digest) digests.insert(*one.template_digest);
    std::vector<ToldTemplate> templates;
    for (const office::Digest& digest : digests) {
        storage::Statement row = database.query(select_template, digest);
        if (row.step()) templates.push_back({digest, row.get<std::string>(0), row.get<std::string>(1)});
    }
    return templates;
}

std::vector<std::size_t> events_not_here(const storage::Database& database, const ToldCertificate& told) {
    std::vector<std::size_t> fresh;
    std::map<std::pair<core::Moment, std::string>, std::int64_t> here;
    for (std::size_t at = 0; at < told.events.size(); ++at) {
        const ToldEvent& event = told.events[at];
        const auto [found, first] = here.try_emplace({event.at, event.verb}, 0);
        if (first)
            found->second =
                database.value<std::int64_t>(count_events, told.uid, event.at, event.verb).value();
        if (found->second-- <= 0) fresh.push_back(at);
    }
    return fresh;
}

std::int64_t take_told(storage::Transaction& tx, const std::vector<ToldCertificate>& told,
                       const std::vector<ToldTemplate>& templates, const std::string& by) {
    for (const ToldTemplate& one : templates)
        templates::keep_source(tx, one.name, one.source);
    struct Happened {
        const ToldCertificate* certificate;
        std::size_t event;
        core::Moment at() const { return certificate->events[event].at; }
    };
    std::vector<Happened> all;
    for (const ToldCertificate& one : told)
        for (const std::size_t event : events_not_here(tx.database(), one))
            all.push_back({&one, event});
    // What happened in one moment stays in the order of serials: the old one is replaced, then the new
    // issued.
    std::stable_sort(all.begin(), all.end(),
                     [](const Happened& a, const Happened& b) { return a.at() < b.at(); });
    Taking taking(tx, by);
    for (const Happened& one : all)
        taking.take(*one.certificate, one.event);
    return taking.inserted();
}

} // namespace certificates
