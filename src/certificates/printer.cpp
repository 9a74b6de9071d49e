// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/printer.hpp"

#include "documents/pdf.hpp"
#include "learners/learner_store.hpp"
#include "office/gazetteer_store.hpp"

#include <fmt/format.h>

namespace certificates {
namespace {

Birthplace birthplace_of(const storage::Database& database, const Candidate& candidate, core::Day on) {
    const auto learner = learners::load_learner(database, candidate.learner.enrolment.learner);
    if (!learner.birthplace_code) return {learner.birthplace_text.value_or(""), ""};
    const auto line = office::area_line(database, *learner.birthplace_code, on);
    return {office::place_km(line), office::place_en(line)};
}

} // namespace

Printer::Printer(const storage::Database& database, AwardContext context, const documents::Fonts& fonts)
    : m_database(database)
    , m_context(std::move(context))
    , m_template(documents::Template::parse(template_source(), fonts)) {}

std::string_view Printer::template_source() const {
    return documents::shipped_template(template_name());
}

documents::Filling Printer::filling(const Candidate& candidate, const CertificatePayload& payload,
                                    const std::string& code) const {
    return filling_of(m_context, candidate, birthplace_of(m_database, candidate, m_context.issued), payload,
                      code);
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
    const auto drawn = page(filled);
    if (!drawn) return core::fail(drawn.error());
    printed.pdf = documents::to_pdf(std::span{&*drawn, 1},
                                    {payload.serial, m_context.office.name_km, m_database.clock().now()});
    printed.words = std::move(filled.values);
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
