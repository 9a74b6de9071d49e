// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/register_chain.hpp"

#include "certificates/code.hpp"
#include "certificates/linked_fields.hpp"
#include "certificates/register_store.hpp"
#include "certificates/stock_journal.hpp"

#include <unordered_map>

namespace certificates {
namespace {

using office::Digest;

// Of an event of `copy` duplicates so far, the document that was made with it.
constexpr std::string_view select_events = R"sql(
SELECT e.id, e.certificate_id, e.at, e.actor, e.verb, coalesce(e.reason, ''), coalesce(c.serial, ''), c.uid,
       coalesce(b.office_code || '-' || b.year || '-' || c.number, ''), coalesce(c.code, ''),
       coalesce(c.issued_on, ''), coalesce(c.template, ''), c.template_digest, coalesce(o.serial, ''), l.hash,
       (SELECT count(*) FROM certificate_event d
        WHERE d.certificate_id = e.certificate_id AND d.verb = 'duplicate' AND d.id <= e.id)
FROM certificate_event e LEFT JOIN certificate c ON c.id = e.certificate_id
     LEFT JOIN serial_block b ON b.id = c.block_id LEFT JOIN certificate o ON o.id = c.replaces
     LEFT JOIN certificate_link l ON l.event_id = e.id
WHERE e.id > ?1 ORDER BY e.id)sql";

constexpr std::string_view select_words = R"sql(
SELECT place, words FROM certificate_word WHERE certificate_id = ?1 ORDER BY place)sql";

constexpr std::string_view has_words = "SELECT 1 FROM certificate_word WHERE certificate_id = ?1 LIMIT 1";

constexpr std::string_view select_document = R"sql(
SELECT digest, pdf, made_at FROM certificate_document WHERE certificate_id = ?1 AND copy = ?2)sql";

constexpr std::string_view select_audit = R"sql(
SELECT a.verb, a.actor, a.uid, c.change
FROM audit a LEFT JOIN audit_change c ON c.seq = a.seq WHERE a.entity = 'certificate' ORDER BY a.seq)sql";

constexpr std::string_view select_states = R"sql(
SELECT c.id, c.serial, c.state, (SELECT count(*) FROM certificate_document d WHERE d.certificate_id = c.id),
       coalesce(c.code, c.issued_on, c.template, c.template_digest, c.enrolment_id, c.replaces) IS NULL,
       coalesce((SELECT c.number BETWEEN b.first_number AND b.last_number FROM serial_block b
                 WHERE b.id = c.block_id), 0)
FROM certificate c ORDER BY c.id)sql";

constexpr std::string_view stray_link = R"sql(
SELECT 1 FROM certificate_link WHERE event_id NOT IN (SELECT id FROM certificate_event) LIMIT 1)sql";

core::Error altered(std::string serial, const char* what) {
    return core::Error{"register.altered"}.with("serial", std::move(serial)).with("what", what);
}

struct LinkedEvent {
    std::int64_t id = 0;
    std::int64_t certificate = 0;
    std::string verb;
    std::string serial;
    std::string code;
    std::string actor;
    std::optional<core::Uid> uid;
    std::optional<Digest> template_digest;
    std::optional<Digest> link;
    std::int64_t duplicates = 0;
    LinkedFields fields;

    bool makes_a_document() const { return verb == "issue" || verb == "duplicate"; }
    std::int64_t copy() const { return verb == "duplicate" ? duplicates : 0; }
};

LinkedEvent read_event(const storage::Statement& row) {
    LinkedEvent event;
    event.id = row.get<std::int64_t>(0);
    event.certificate = row.get<std::int64_t>(1);
    event.actor = row.get<std::string>(3);
    event.verb = row.get<std::string>(4);
    event.serial = row.get<std::string>(6);
    event.uid = row.get<std::optional<core::Uid>>(7);
    event.code = row.get<std::string>(9);
    event.template_digest = row.get<std::optional<Digest>>(12);
    event.link = row.get<std::optional<Digest>>(14);
    event.duplicates = row.get<std::int64_t>(15);
    // The event; and with the first, all that was issued.
    for (const int column : {2, 3, 4, 5, 6, 8, 9})
        event.fields.add(row.get<std::string_view>(column));
    if (event.uid) event.fields.add(event.uid->bytes);
    if (event.verb != "issue") return event;
    for (const int column : {10, 11, 13})
        event.fields.add(row.get<std::string_view>(column));
    if (event.template_digest) event.fields.add(*event.template_digest);
    return event;
}

struct KeptDocument {
    Digest digest{};
    std::string made_at;
    bool is_what_it_says = false;
};

std::optional<KeptDocument> load_document(const storage::Database& database, const LinkedEvent& event) {
    storage::Statement row = database.query(select_document, event.certificate, event.copy());
    if (!row.step()) return std::nullopt;
    const auto digest = row.get<Digest>(0);
    return KeptDocument{digest, row.get<std::string>(2),
                        office::digest(row.get<std::span<const std::byte>>(1)) == digest};
}

Digest hash_event(const storage::Database& database, LinkedEvent& event, const Digest& before,
                  const std::optional<KeptDocument>& document) {
    if (document) {
        event.fields.add(document->digest);
        event.fields.add(document->made_at);
    }
    if (event.verb == "issue") {
        storage::Statement words = database.query(select_words, event.certificate);
        while (words.step())
            for (const int column : {0, 1})
                event.fields.add(words.get<std::string_view>(column));
    }
    event.fields.add(before);
    return event.fields.digest();
}

std::optional<State> state_after(std::string_view verb) {
    if (verb == "reserve") return State::reserved;
    if (verb == "issue") return State::issued;
    if (verb == "spoil") return State::spoiled;
    if (verb == "void") return State::void_;
    if (verb == "replace") return State::replaced;
    if (verb == "lose") return State::lost;
    return std::nullopt; // a reprint or a duplicate leaves it as it is
}

// Walks the events of the register and of the audit side by side.
class Examination {
  public:
    explicit Examination(const storage::Database& database)
        : m_database(database)
        , m_audit(database.query(select_audit)) {}

    std::optional<core::Error> look_at(LinkedEvent& event) {
        if (!event.uid) return altered(event.serial, "certificate");
        if (!m_audit.step()) return altered(event.serial, "audit");
        if (m_audit.get<std::string_view>(0) != "certificate." + event.verb ||
            m_audit.get<std::string_view>(1) != event.actor ||
            m_audit.get<std::optional<core::Uid>>(2) != event.uid)
            return altered(event.serial, "audit");
        std::optional<KeptDocument> document;
        if (event.makes_a_document()) {
            document = load_document(m_database, event);
            if (!document || !document->is_what_it_says) return altered(event.serial, "document");
            ++m_documents[event.certificate];
        }
        if (const auto state = state_after(event.verb)) m_states[event.certificate] = *state;
        if (auto wrong = look_at_issue(event)) return wrong;
        return look_at_link(event, document);
    }

    // What the events do not explain.
    std::optional<core::Error> look_at_rest() {
        storage::Statement rows = m_database.query(select_states);
        while (rows.step()) {
            const auto id = rows.get<std::int64_t>(0);
            const auto found = m_states.find(id);
            if (found == m_states.end()) return altered(rows.get<std::string>(1), "event");
            if (rows.get<std::string_view>(2) != to_text(found->second))
                return altered(rows.get<std::string>(1), "state");
            if (rows.get<std::int64_t>(3) != m_documents[id])
                return altered(rows.get<std::string>(1), "document");
            // Of a number that nothing was issued under nothing else is said.
            const bool unused = found->second == State::spoiled || found->second == State::lost;
            if ((unused && !rows.get<bool>(4)) || !rows.get<bool>(5))
                return altered(rows.get<std::string>(1), "entry");
        }
        if (m_audit.step()) return altered("", "event");
        if (m_database.value<int>(stray_link)) return altered("", "link");
        return std::nullopt;
    }

  private:
    std::optional<core::Error> look_at_issue(const LinkedEvent& event) const {
        if (event.verb != "issue") return std::nullopt;
        const auto code = decode(event.code);
        if (!code || code->payload.serial != event.serial) return altered(event.serial, "code");
        const auto source = m_database.value<std::string>(
            "SELECT source FROM document_template WHERE digest = ?1", event.template_digest);
        // Of one that was issued before words were kept the template was not kept either.
        const bool expected = m_database.value<int>(has_words, event.certificate).has_value();
        if (source ? office::digest(*source) != event.template_digest : expected)
            return altered(event.serial, "template");
        return std::nullopt;
    }

    std::optional<core::Error> look_at_link(LinkedEvent& event, const std::optional<KeptDocument>& document) {
        // A chain that begins later covers what came before it; one that began goes on.
        if (!event.link) {
            const bool told =
                m_audit.get<std::optional<std::string>>(3).value_or("").find("\"link\"") != std::string::npos;
            if (m_begun || told) return altered(event.serial, "link");
            return std::nullopt;
        }
        m_begun = true;
        const Digest link = hash_event(m_database, event, m_before, document);
        if (link != *event.link) return altered(event.serial, "entry");
        // Its row of the audit says the same, where erasure left it its words.
        const auto change = m_audit.get<std::optional<std::string>>(3);
        if (change && change->find("\"link\"") != std::string::npos &&
            change->find(office::to_text(link)) == std::string::npos)
            return altered(event.serial, "audit");
        m_before = link;
        return std::nullopt;
    }

    const storage::Database& m_database;
    storage::Statement m_audit;
    std::unordered_map<std::int64_t, State> m_states;
    std::unordered_map<std::int64_t, std::int64_t> m_documents;
    Digest m_before{};
    bool m_begun = false;
};

} // namespace

Digest register_head(const storage::Database& database) {
    return database.value<Digest>("SELECT hash FROM certificate_link ORDER BY event_id DESC LIMIT 1")
        .value_or(Digest{});
}

Digest link_event(storage::Transaction& tx) {
    const storage::Database& database = tx.database();
    Digest link = register_head(database);
    std::vector<LinkedEvent> events;
    {
        storage::Statement rows = database.query(
            select_events,
            database.value<std::int64_t>("SELECT coalesce(max(event_id), 0) FROM certificate_link"));
        while (rows.step())
            events.push_back(read_event(rows));
    }
    for (LinkedEvent& event : events) {
        std::optional<KeptDocument> document;
        if (event.makes_a_document()) document = load_document(database, event);
        link = hash_event(database, event, link, document);
        tx.run("INSERT INTO certificate_link (event_id, hash) VALUES (?1, ?2)", event.id, link);
    }
    return link;
}

std::optional<core::Error> register_damage(const storage::Database& database, core::Progress& progress) {
    const auto total = database.value<std::int64_t>("SELECT count(*) FROM certificate_event").value_or(0);
    std::int64_t done = 0;
    Examination examination(database);
    storage::Statement rows = database.query(select_events, std::int64_t{0});
    while (rows.step()) {
        progress.report(done++, total);
        if (progress.cancelled()) return std::nullopt;
        LinkedEvent event = read_event(rows);
        if (auto wrong = examination.look_at(event)) return wrong;
    }
    if (auto wrong = examination.look_at_rest()) return wrong;
    return journal_damage(database);
}

} // namespace certificates
