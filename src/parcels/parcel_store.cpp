// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/parcel_store.hpp"

#include "certificates/serial_block.hpp"
#include "institutions/institution_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "parcels/gather.hpp"
#include "parcels/partner.hpp"
#include "parcels/take.hpp"
#include "storage/change.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace parcels {
namespace {

constexpr std::string_view insert_parcel = R"sql(
INSERT INTO parcel (way, direction, institution_uid, sequence, answers, headteacher, digest, file_name, actor, at, fresh,
                    changed, refused)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13))sql";

constexpr std::string_view next_sequence = R"sql(
SELECT max(coalesce(max(sequence), 0), ?3 * (SELECT generation - 1 FROM office WHERE id = 1)) + 1 FROM parcel
WHERE way = ?1 AND institution_uid = ?2)sql";

// A file that was lost may have sent more than its backup knows of: who took those takes none with a lower
// number.
constexpr std::int64_t parcels_in_a_life = 1000;

constexpr std::string_view select_last_taken = R"sql(
SELECT institution_uid, sequence, digest FROM parcel WHERE way = 'out' AND direction = 'taken'
ORDER BY sequence DESC LIMIT 1)sql";

constexpr std::string_view select_parcels = R"sql(
SELECT p.way, p.direction = 'sent', coalesce(i.name_km, ''), p.sequence, p.answers, p.headteacher, p.file_name, p.actor,
       p.at, p.fresh, p.changed, p.refused
FROM parcel p LEFT JOIN institution i ON i.uid = p.institution_uid ORDER BY p.id DESC)sql";

struct Done {
    std::int64_t fresh = 0;
    std::int64_t changed = 0;
    std::int64_t refused = 0;
};

void keep(storage::Transaction& tx, const Head& head, const office::Digest& digest, bool sent,
          const std::string& file_name, const Done& done) {
    const auto answers = head.way == Way::back ? std::optional{head.answers} : std::nullopt;
    tx.run(insert_parcel, to_text(head.way), sent ? "sent" : "taken", head.institution, head.sequence,
           answers, head.headteacher, digest, file_name, tx.actor().name, tx.now(), done.fresh, done.changed,
           done.refused);
    const std::string verb = sent ? (head.way == Way::out ? "parcel.out" : "parcel.back") : "parcel.in";
    tx.audit(verb, "parcel", head.institution,
             fmt::format(R"({{"way":"{}","sequence":{},"digest":"{}","new":{},"changed":{},"refused":{}}})",
                         to_text(head.way), head.sequence, office::to_text(digest), done.fresh, done.changed,
                         done.refused));
}

Sender sender_of(const office::Office& office, const office::SigningKey& key) {
    Sender sender{office.uid, office.area_code, office.name_km, office.name, key.public_key()};
    if (office.institution_code) sender.code += "/" + *office.institution_code;
    return sender;
}

// Learners on the way to an award: still in a class that goes out.
std::int64_t awards_possible(const Content& content) {
    return std::count_if(content.enrolments.begin(), content.enrolments.end(),
                         [](const ToldEnrolment& one) { return !one.last_day; });
}

std::vector<certificates::SerialBlock> held_blocks(const storage::Database& database,
                                                   institutions::InstitutionId id, int year) {
    auto blocks = certificates::load_blocks(database);
    std::erase_if(blocks, [&](const certificates::SerialBlock& one) {
        return one.held_by != id || one.year != year || one.closed_at;
    });
    return blocks;
}

// Those the institution holds, and more where it has fewer than it needs.
core::Expected<void> add_blocks(storage::Transaction& tx, institutions::InstitutionId id, std::int64_t wanted,
                                Content& content) {
    const int year = static_cast<int>(tx.today().year());
    std::int64_t left = 0;
    for (const certificates::SerialBlock& one : held_blocks(tx.database(), id, year))
        left += one.left;
    if (left < wanted)
        if (auto more = certificates::reserve_block(tx, id, wanted - left); !more)
            return core::fail(more.error());
    for (const certificates::SerialBlock& one : held_blocks(tx.database(), id, year))
        content.blocks.push_back({one.office, one.year, one.first, one.last});
    return {};
}

Sent finish(storage::Transaction& tx, const Head& head, const Content& content, const office::SigningKey& key,
            const std::string& file_name) {
    Written written = write_parcel(head, content, key);
    keep(tx, head, written.digest, true, file_name, {});
    return {.bytes = std::move(written.bytes),
            .head = head,
            .classes = content.taught.size(),
            .learners = content.learners.size(),
            .lists = content.lists.size(),
            .certificates = content.issued.size(),
            .blocks = content.blocks};
}

} // namespace

core::Expected<Sent> send_out(storage::Transaction& tx, const Wanted& wanted, const office::SigningKey& key,
                              const std::string& file_name) {
    const storage::Database& database = tx.database();
    const office::Office office = office::load_office(database);
    if (office.level == office::Level::institution) return core::fail(core::Error{"parcel.from-institution"});
    const auto first = institutions::load_institution(database, wanted.institutions.front());
    Content content = gather_for(database, wanted.institutions);
    if (content.taught.empty())
        return core::fail(core::Error{"parcel.no-class"}.with("institution", first.name_km));
    if (auto added = add_blocks(tx, first.id, wanted.numbers.value_or(awards_possible(content)), content);
        !added)
        return core::fail(added.error());
    const Head head{
        .way = Way::out,
        .sender = sender_of(office, key),
        .institution = first.uid,
        .institution_code = first.code.value_or(""),
        .institution_km = first.name_km,
        .headteacher = wanted.headteacher,
        .sequence = database.value<std::int64_t>(next_sequence, "out", first.uid, parcels_in_a_life).value(),
        .written = tx.now(),
        .sample = office.sample};
    return finish(tx, head, content, key, file_name);
}

core::Expected<Sent> send_back(storage::Transaction& tx, const office::SigningKey& key,
                               const std::string& file_name) {
    const storage::Database& database = tx.database();
    const office::Office office = office::load_office(database);
    Head head{
        .way = Way::back, .sender = sender_of(office, key), .written = tx.now(), .sample = office.sample};
    {
        storage::Statement last = database.query(select_last_taken);
        if (office.level != office::Level::institution || !last.step())
            return core::fail(core::Error{"parcel.none-taken"});
        head.institution = last.get<core::Uid>(0);
        head.answers = last.get<std::int64_t>(1);
        head.answers_digest = last.get<office::Digest>(2);
    }
    if (const auto here = institutions::find_by_uid(database, head.institution)) {
        head.institution_km = here->name_km;
        head.institution_code = here->code.value_or("");
    }
    head.sequence =
        database.value<std::int64_t>(next_sequence, "back", head.institution, parcels_in_a_life).value();
    return finish(tx, head, gather_answers(database), key, file_name);
}

core::Expected<void> take_parcel(storage::Transaction& tx, const Plan& plan, const std::string& file_name) {
    if (plan.taken_before) return {};
    const Head& head = plan.parcel.head;
    const bool out = head.way == Way::out;
    if (auto taken = out ? take_rows(tx, plan) : take_answers(tx, plan); !taken) return taken;
    know_partner(tx, {.uid = out ? head.sender.uid : head.institution,
                      .district = out,
                      .office_code = head.sender.code.substr(0, head.sender.code.find('/')),
                      .name_km = out ? head.sender.name_km : head.institution_km,
                      .key = head.sender.key,
                      .sample = head.sample});
    keep(tx, head, plan.parcel.digest, false, file_name,
         {plan.count(Verdict::fresh), plan.count(Verdict::changed), plan.count(Verdict::refused)});
    return {};
}

std::vector<ParcelRow> list_parcels(const storage::Database& database) {
    std::vector<ParcelRow> all;
    storage::Statement row = database.query(select_parcels);
    while (row.step())
        all.push_back({.way = way_from_text(row.get<std::string_view>(0)).value(),
                       .sent = row.get<bool>(1),
                       .institution_km = row.get<std::string>(2),
                       .sequence = row.get<std::int64_t>(3),
                       .answers = row.get<std::optional<std::int64_t>>(4),
                       .headteacher = row.get<std::string>(5),
                       .file_name = row.get<std::string>(6),
                       .actor = row.get<std::string>(7),
                       .at = row.get<core::Moment>(8),
                       .fresh = row.get<std::int64_t>(9),
                       .changed = row.get<std::int64_t>(10),
                       .refused = row.get<std::int64_t>(11)});
    return all;
}

} // namespace parcels
