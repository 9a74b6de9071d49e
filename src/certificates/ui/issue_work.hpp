// SPDX-License-Identifier: GPL-3.0-or-later
// The background half of issuing: the certificates of a class, and their files in a folder, all or none.
#pragma once

#include "certificates/issue.hpp"
#include "office/ui/session.hpp"

namespace certificates {

// replace() with its paper: neither without the other. Signing is unlocked. Errors: its own. WorldFailure
// file.write.
core::Expected<Issued> replace_into(office::Session& session, const std::string& serial,
                                    const std::string& reason, const std::filesystem::path& file);

struct IssuedFile {
    std::string serial;
    std::string name;
    std::filesystem::path file;
};

struct IssuedPapers {
    std::vector<IssuedFile> files; // in the order of their numbers
    // What kept a file from its place, if anything did.
    std::optional<core::Error> waiting{};
};

// issue_into() once signing is unlocked. Errors: its own, and why nobody was issued for.
core::Expected<IssuedPapers> issue_papers(office::Session& session,
                                          const std::vector<classes::ClassId>& classes,
                                          const std::filesystem::path& to, core::Progress& progress);

// Their pages as they were issued, for the printer. Errors: certificate.unknown, those of FrozenPages;
// "cancelled".
core::Expected<std::vector<documents::Page>> issued_pages(const storage::Database& database,
                                                          const std::vector<std::string>& serials,
                                                          core::Progress& progress);

} // namespace certificates
