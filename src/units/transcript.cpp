// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/transcript.hpp"

#include "documents/pdf.hpp"
#include "learners/learner_store.hpp"
#include "office/digest.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"
#include "units/earned_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace units {
namespace {

// Of the newest unit's programme; where that gives no paper, of any that does.
std::optional<programmes::Signer> signer_of(const storage::Database& database,
                                            const std::vector<EarnedUnit>& units) {
    const auto packs = programmes::current_packs(database);
    const auto signs = [](const programmes::CurrentPack& one) { return !one.pack.award.signers.empty(); };
    auto found = std::find_if(packs.begin(), packs.end(), [&](const programmes::CurrentPack& one) {
        return signs(one) && !units.empty() && one.pack.programme == units.back().programme;
    });
    if (found == packs.end()) found = std::find_if(packs.begin(), packs.end(), signs);
    return found == packs.end() ? std::nullopt : std::optional{found->pack.award.signers.front()};
}

} // namespace

Transcript load_transcript(const storage::Database& database, learners::LearnerId learner) {
    const office::Office office = office::load_office(database);
    const office::Area area = office::load_area(database, office);
    Transcript transcript;
    transcript.office_lines = {office::administration_km(area), office.name_km};
    transcript.office = {office.name_km, office.name};
    transcript.office_code = office.area_code;
    transcript.place = area.name_km;
    transcript.learner = learners::load_learner(database, learner);
    transcript.units = load_earned(database, learner);
    for (KeptRecognition& kept : recognitions_of(database, learner))
        if (!kept.withdrawal) transcript.recognitions.push_back(std::move(kept));
    if (const auto signer = signer_of(database, transcript.units)) {
        transcript.signer_role = signer->role;
        transcript.signer_name = office::setting(database, "signer." + signer->key + ".name_km").value_or("");
    }
    transcript.made_at = database.clock().now();
    transcript.sample = office.sample;
    return transcript;
}

core::Expected<TranscriptPaper> print_transcript(storage::Transaction& tx, const Transcript& transcript,
                                                 const std::string& code, const documents::Fonts& fonts) {
    if (transcript.units.empty()) return core::fail(core::Error{"transcript.nothing"});
    documents::Sheet sheet = transcript_sheet(transcript);
    sheet.code = code;
    auto pages = documents::lay_out(sheet, fonts);
    if (!pages) return core::fail(pages.error());
    const documents::PdfFacts facts{
        .title = sheet.footer, .author = transcript.office.km, .created = transcript.made_at};
    std::string pdf = documents::to_pdf(*pages, facts);
    tx.audit("transcript.print", "learner", transcript.learner.uid,
             fmt::format(R"({{"units":{},"pdf":"{}"}})", transcript.units.size(),
                         office::to_text(office::digest(pdf))));
    return TranscriptPaper{std::move(pdf), *std::move(pages), facts};
}

} // namespace units
