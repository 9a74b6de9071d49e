// SPDX-License-Identifier: GPL-3.0-or-later
// A class's certificates as pages: what each says, in the template of the class's programme.
#pragma once

#include "certificates/award.hpp"
#include "certificates/issue.hpp"

namespace certificates {

class Printer {
  public:
    // The database and the fonts must outlive it.
    Printer(const storage::Database& database, AwardContext context, const documents::Fonts& fonts);

    const AwardContext& context() const { return m_context; }
    const std::string& template_name() const { return m_context.pack.award.template_name; }
    std::string_view template_source() const;

    documents::Filling filling(const Candidate& candidate, const CertificatePayload& payload,
                               const std::string& code) const;
    // Errors: those of the template.
    core::Expected<documents::Page> page(const documents::Filling& filling) const;

    struct Printed {
        std::string code;
        Words words; // what stands in the template's places
        std::string pdf;
    };
    // The document as it is handed out, signed. `replaces` is the serial whose place it takes, or empty.
    core::Expected<Printed> print(const Candidate& candidate, const CertificatePayload& payload,
                                  const office::SigningKey& key, std::string_view replaces = {}) const;

  private:
    const storage::Database& m_database;
    AwardContext m_context;
    core::Expected<documents::Template> m_template;
};

// Without its id, which the register gives.
Issued issued_to(const Candidate& candidate, const CertificatePayload& payload,
                 const Printer::Printed& printed);

} // namespace certificates
