// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/printer.hpp"

#include "documents/pdf.hpp"
#include "learners/learner_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace certificates {
Printer::Printer(const storage::Database& database, AwardContext context, const documents::Fonts& fonts)
    : m_database(database)
    , m_context(std::move(context))
    , m_look(templates::current_template(database, templates::Document::completion, m_context.pack.programme))
    , m_paper(templates::load_paper(database, templates::Document::completion))
    , m_template(documents::Template::parse(m_look.source, fonts)) {}

documents::Filling Printer::filling(const Candidate& candidate, const CertificatePayload& payload,
                                    const std::string& code) const {
    const learners::LearnerId learner = candidate.learner.enrolment.learner;
    documents::Filling filling =
        filling_of(m_context, candidate, birthplace_of(m_database, learner, m_context.issued), payload, code);
    templates::add_signers(filling, m_database, m_context.pack.award.signers, m_context.area,
                           m_context.issued, m_paper);
    if (m_template && m_template->photo_box())
        filling.photo = learners::find_photo(m_database, learner).value_or("");
    return filling;
}

core::Expected<documents::Page> Printer::page(const documents::Filling& filling) const {
    if (!m_template) return core::fail(m_template.error());
    return m_template->fill(filling);
}

core::Expected<Printer::Printed> Printer::print(const Candidate& candidate, const CertificatePayload& payload,
                                                const office::SigningKey& key,
                                                std::string_view replaces) const {
    Printed printed;
    printed.code = encode(payload, key);
    documents::Filling filled = filling(candidate, payload, printed.code);
    if (!replaces.empty()) {
        filled.values["replaces_km"] = fmt::format("ជំនួសវិញ្ញាបនបត្រលេខ {}", replaces);
        filled.values["replaces_en"] = fmt::format("in place of certificate {}", replaces);
    }
    templates::prepare(filled, m_database, templates::Document::completion);
    const auto drawn = page(filled);
    if (!drawn) return core::fail(drawn.error());
    printed.pdf = documents::to_pdf(std::span{&*drawn, 1},
                                    {payload.serial, m_context.office.name_km, m_database.clock().now()});
    const auto& places = m_template->placeholders();
    for (auto& [place, words] : filled.values)
        if (std::find(places.begin(), places.end(), place) != places.end())
            printed.words.emplace(place, std::move(words));
    return printed;
}

Issued issued_to(const Candidate& candidate, const CertificatePayload& payload,
                 const Printer::Printed& printed) {
    const classes::ClassLearner& learner = candidate.learner;
    return {{},
            payload.serial,
            learner.enrolment.learner,
            printed.code,
            learner.name_km.empty() ? learner.name : learner.name_km,
            printed.pdf};
}

} // namespace certificates
