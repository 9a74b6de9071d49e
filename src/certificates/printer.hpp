// SPDX-License-Identifier: GPL-3.0-or-later
// A class's certificates as pages: what each says, in the template of the class's programme.
#pragma once

#include "certificates/award.hpp"
#include "certificates/issue.hpp"
#include "templates/paper.hpp"
#include "templates/template_store.hpp"

namespace certificates {

class Printer {
  public:
    // The database and the fonts must outlive it.
    Printer(const storage::Database& database, AwardContext context, const documents::Fonts& fonts);

    const AwardContext& context() const { return m_context; }
    // The office's own template for the programme, or the program's.
    const templates::Current& look() const { return m_look; }

    documents::Filling filling(const Candidate& candidate, const CertificatePayload& payload,
                               const std::string& code) const;
    // As it looks on paper, whole. Errors: those of the template.
    core::Expected<documents::Page> page(const documents::Filling& filling) const;

    struct Printed {
        std::string code;
        Words words; // what stands in the template's places, no others
        std::string pdf;
    };
    // The document as it is handed out, signed. `replaces` is the serial whose place it takes, or empty.
    core::Expected<Printed> print(const Candidate& candidate, const CertificatePayload& payload,
                                  const office::SigningKey& key, std::string_view replaces = {}) const;

  private:
    const storage::Database& m_database;
    AwardContext m_context;
    templates::Current m_look;
    templates::PaperSettings m_paper;
    core::Expected<documents::Template> m_template;
};

// The longest real names of the class and of the office, each as a page that would be issued: what a template
// must have room for.
std::vector<templates::Trial> longest_pages(const storage::Database& database, classes::ClassId class_id,
                                            const documents::Fonts& fonts);

// Those pages with the longest names first, and once more with the longest names of the office.
std::vector<templates::Trial> with_longest_names(std::vector<templates::Trial> pages,
                                                 const storage::Database& database);

// Without its id, which the register gives.
Issued issued_to(const Candidate& candidate, const CertificatePayload& payload,
                 const Printer::Printed& printed);

} // namespace certificates
