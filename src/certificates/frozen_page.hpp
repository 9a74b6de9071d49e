// SPDX-License-Identifier: GPL-3.0-or-later
// An issued certificate as a page once more: what it said then, on the template it was printed with,
// whatever the learner, the class or the template says by now.
#pragma once

#include "certificates/register_store.hpp"
#include "documents/template.hpp"

#include <functional>

namespace certificates {

// A template is read once for all the certificates that were printed with it.
class FrozenPages {
  public:
    // Both must outlive it.
    FrozenPages(const storage::Database& database, const documents::Fonts& fonts)
        : m_database(database)
        , m_fonts(fonts) {}

    // `add` may put in words of this copy alone. Errors: certificate.no-words {serial} for one issued before
    // its words were kept; those of the template.
    core::Expected<documents::Page> page(const RegisterEntry& entry,
                                         const std::function<void(documents::Filling&)>& add = {});

  private:
    core::Expected<void> read_template(std::string source);

    const storage::Database& m_database;
    const documents::Fonts& m_fonts;
    std::string m_source;
    std::optional<documents::Template> m_template; // of m_source
};

} // namespace certificates
