// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/transcript_code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace certificates {
namespace {

// Fields apart by tabs, lines by line feeds, as the paper is read: titles, facts, sections with their rows.
std::string all_it_says(const documents::Sheet& sheet) {
    std::string text;
    const auto line = [&](const std::vector<std::string>& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i)
            text += (i == 0 ? "" : "\t") + fields[i];
        text += '\n';
    };
    line(sheet.titles);
    for (const documents::SheetFact& fact : sheet.facts)
        line({fact.label, fact.value});
    for (const documents::Section& section : sheet.sections) {
        line({section.title});
        for (const auto& row : section.rows)
            line(row);
    }
    return text;
}

// "3 units: literacy 2, skills 1", the programmes in the order in which the first unit of each was earned.
std::string in_short(const std::vector<units::EarnedUnit>& earned) {
    std::vector<std::pair<std::string, int>> counts;
    for (const units::EarnedUnit& unit : earned) {
        const auto found = std::find_if(counts.begin(), counts.end(),
                                        [&](const auto& one) { return one.first == unit.programme; });
        if (found == counts.end())
            counts.emplace_back(unit.programme, 1);
        else
            ++found->second;
    }
    std::string text = fmt::format("{} unit{}", earned.size(), earned.size() == 1 ? "" : "s");
    for (const auto& [programme, count] : counts)
        text += fmt::format("{} {} {}", &programme == &counts.front().first ? ":" : ",", programme, count);
    return text;
}

} // namespace

CertificatePayload payload_of(const units::Transcript& transcript) {
    CertificatePayload payload;
    payload.kind = CodeKind::transcript;
    payload.serial = transcript.learner.number;
    payload.name_km = transcript.learner.name_km;
    payload.name_latin = transcript.learner.name;
    if (transcript.learner.sex) payload.sex = core::to_text(*transcript.learner.sex);
    payload.born = transcript.learner.born;
    payload.issued = core::day_in_cambodia(transcript.made_at);
    payload.office = transcript.office_code;
    payload.sample = transcript.sample;
    payload.content = office::digest(all_it_says(units::transcript_sheet(transcript)));
    payload.earned = in_short(transcript.units);
    return payload;
}

core::Expected<PrintedTranscript> print_transcript(storage::Transaction& tx, learners::LearnerId learner,
                                                   const office::SigningKey& key,
                                                   const documents::Fonts& fonts) {
    const units::Transcript transcript = units::load_transcript(tx.database(), learner);
    std::string code = encode(payload_of(transcript), key);
    auto paper = units::print_transcript(tx, transcript, code, fonts);
    if (!paper) return core::fail(paper.error());
    return PrintedTranscript{*std::move(paper), std::move(code)};
}

} // namespace certificates
