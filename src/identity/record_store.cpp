// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/record_store.hpp"

#include "core/phone.hpp"
#include "identity/transfer_gather.hpp"
#include "identity/transfer_store.hpp"
#include "office/contact.hpp"
#include "office/gazetteer_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace identity {
namespace {

// Of the newest class; of a learner without one, of any programme.
std::optional<programmes::Signer> signer_of(const storage::Database& database,
                                            const RecordOfLearning& record) {
    const auto packs = programmes::current_packs(database);
    const std::string wanted = record.classes.empty() ? "" : record.classes.back().programme;
    auto found = std::find_if(packs.begin(), packs.end(),
                              [&](const auto& one) { return one.pack.programme == wanted; });
    // A programme without a paper of its own: as for a learner without a class.
    if (found == packs.end() || found->pack.award.signers.empty()) found = packs.begin();
    if (found == packs.end() || found->pack.award.signers.empty()) return std::nullopt;
    return found->pack.award.signers.front();
}

} // namespace

RecordOfLearning load_record(const storage::Database& database, learners::LearnerId learner) {
    const Chapter own = gather_chapter(database, learner, office::current_key(database).public_key);
    std::vector<Chapter> past;
    for (SignedChapter& one : load_past(database, learner))
        past.push_back(std::move(one.chapter));
    return record_of(own, past);
}

RecordIssuer load_issuer(const storage::Database& database, const RecordOfLearning& record) {
    const office::Office office = office::load_office(database);
    const office::Area area = office::load_area(database, office);
    RecordIssuer issuer;
    issuer.office_lines = {office::administration_km(area), office.name_km};
    issuer.office_code = office.area_code;
    issuer.place = area.name_km;
    issuer.issued = database.clock().now();
    issuer.sample = office.sample;
    issuer.phone = core::shown_phone(office::office_phone(database));
    if (const auto signer = signer_of(database, record)) {
        issuer.signer_role = signer->role.km;
        issuer.signer_name = office::setting(database, "signer." + signer->key + ".name_km").value_or("");
    }
    return issuer;
}

core::Expected<PrintedRecord> print_record(storage::Transaction& tx, learners::LearnerId learner,
                                           const office::SigningKey& key, const documents::Fonts& fonts) {
    const RecordOfLearning record = load_record(tx.database(), learner);
    const RecordIssuer issuer = load_issuer(tx.database(), record);
    const RecordPaper paper = record_paper(record, issuer, key);
    auto pages = documents::lay_out(paper.sheet, fonts);
    if (!pages) return core::fail(pages.error());
    const documents::PdfFacts facts = record_facts(paper, issuer);
    std::string pdf = documents::to_pdf(*pages, facts);
    tx.audit("record.print", "learner", record.person.uid,
             fmt::format(R"({{"record":"{}","pdf":"{}"}})", office::to_text(digest_of(record)),
                         office::to_text(office::digest(pdf))));
    return PrintedRecord{std::move(pdf), paper.code, *std::move(pages), facts};
}

} // namespace identity
