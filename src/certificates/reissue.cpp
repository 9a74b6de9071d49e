// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/frozen_page.hpp"
#include "certificates/issue.hpp"
#include "certificates/printer.hpp"
#include "core/lunar_date.hpp"
#include "core/numerals.hpp"
#include "documents/pdf.hpp"
#include "office/office_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace certificates {
namespace {

// They are other on every document, and say nothing of the learner; each signer has date lines.
bool is_of_the_paper(std::string_view place) {
    constexpr std::array<std::string_view, 4> once = {"serial", "office_phone", "replaces_km", "replaces_en"};
    constexpr std::array<std::string_view, 3> dates = {"lunar_line", "place_day_line", "day_en"};
    return std::find(once.begin(), once.end(), place) != once.end() ||
           std::any_of(dates.begin(), dates.end(), [&](auto end) { return place.ends_with(end); });
}

core::Error about(const char* code, std::string_view serial) {
    return core::Error{code}.with("serial", std::string{serial});
}

// What both documents have a place for, as far as it is of the learner.
Words comparable(const Words& words, std::string_view one_source, std::string_view other_source) {
    Words kept;
    for (const auto& [place, text] : words)
        if (!text.empty() && !is_of_the_paper(place) && documents::find_placeholder(one_source, place) &&
            documents::find_placeholder(other_source, place))
            kept.emplace(place, text);
    return kept;
}

// Whether the new document says what the old one said. Of an old one without words only its code is known.
bool says_the_same(const storage::Database& database, const RegisterEntry& old,
                   const CertificatePayload& payload, const Words& words, std::string_view source) {
    if (const auto frozen = load_frozen(database, old.id))
        return comparable(frozen->words, frozen->template_source, source) ==
               comparable(words, frozen->template_source, source);
    const auto decoded = decode(old.code);
    if (!decoded) return false;
    CertificatePayload was = decoded->payload;
    was.serial = payload.serial;
    was.issued = payload.issued;
    return was == payload;
}

core::Expected<Candidate> candidate_of(const storage::Database& database, const RegisterEntry& old) {
    if (old.enrolment) {
        const auto enrolment = classes::load_enrolment(database, *old.enrolment);
        for (Candidate& candidate : load_candidates(database, enrolment.in))
            if (candidate.learner.enrolment.id == enrolment.id) return std::move(candidate);
    }
    return core::fail(about("certificate.no-learner", old.serial));
}

} // namespace

core::Expected<Issued> replace(storage::Transaction& tx, std::string_view serial, std::string_view reason,
                               const office::SigningKey& key, const documents::Fonts& fonts) {
    const storage::Database& database = tx.database();
    if (auto given = check_reason(serial, reason); !given) return core::fail(given.error());
    const auto old = find_issued(database, serial);
    if (!old) return core::fail(old.error());
    auto candidate = candidate_of(database, *old);
    if (!candidate) return core::fail(candidate.error());
    // It rests on what the old one was issued on, whatever is known by now.
    candidate->units = award_units_of(database, old->id);
    const Printer printer(database, load_award_context(database, candidate->learner.enrolment.in), fonts);
    const auto next = take_serial(tx, printer.context().issued);
    if (!next) return core::fail(next.error());
    const CertificatePayload payload = payload_of(printer.context(), *candidate, next->text);
    auto printed = printer.print(*candidate, payload, key, old->serial);
    if (!printed) return core::fail(printed.error());
    if (says_the_same(database, *old, payload, printed->words, printer.look().source))
        return core::fail(about("certificate.same", serial));
    Issued issued = issued_to(*candidate, payload, *printed);
    issued.id = keep_replacement(tx,
                                 {*next, candidate->learner.enrolment.id, printed->code, printer.look().name,
                                  printer.look().source, std::move(printed->words), std::move(printed->pdf)},
                                 *old, reason);
    keep_award_units(tx, issued.id, candidate->units);
    return issued;
}

core::Expected<Duplicate> duplicate(storage::Transaction& tx, std::string_view serial,
                                    const documents::Fonts& fonts) {
    const storage::Database& database = tx.database();
    const auto entry = find_issued(database, serial);
    if (!entry) return core::fail(entry.error());
    Duplicate made{.copy = entry->duplicates + 1, .pdf = {}};
    const auto mark = [&](documents::Filling& filling) {
        filling.values["copy_km"] = "ទុតិយតា";
        filling.values["copy_en"] = "DUPLICATE";
        filling.values["copy_day_km"] = fmt::format(
            "លើកទី{} {}", core::to_khmer_digits(std::to_string(made.copy)), core::gregorian_line(tx.today()));
        filling.values["copy_day_en"] = fmt::format("No. {}, {}", made.copy, day_en(tx.today()));
    };
    const auto page = FrozenPages(database, fonts).page(*entry, mark);
    if (!page) return core::fail(page.error());
    made.pdf = documents::to_pdf(std::span{&*page, 1},
                                 {entry->serial, office::load_office(database).name_km, tx.now()});
    keep_duplicate(tx, *entry, made.copy, made.pdf);
    return made;
}

} // namespace certificates
