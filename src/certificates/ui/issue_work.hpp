// SPDX-License-Identifier: GPL-3.0-or-later
// The background half of issuing: the certificates of a class, and their files in a folder, all or none.
#pragma once

#include "certificates/issue.hpp"

namespace certificates {

// The fonts, and their folders, that documents are set in, from where this program was installed.
// WorldFailure as Fonts::load.
documents::Fonts load_fonts();

std::vector<std::filesystem::path> document_fonts();

// replace() in set-up, with its paper: neither without the other. Errors: its own. WorldFailure file.write.
core::Expected<Issued> replace_into(storage::Database& database, const storage::Actor& actor,
                                    const std::string& serial, const std::string& reason,
                                    const std::filesystem::path& file);

struct IssuedFile {
    std::string serial;
    std::string name;
    std::filesystem::path file;
};

// issue_into() in set-up, where the key has no passphrase. Errors: its own, and why nobody was issued for.
core::Expected<std::vector<IssuedFile>> issue_papers(storage::Database& database, const storage::Actor& actor,
                                                     classes::ClassId class_id,
                                                     const std::filesystem::path& folder,
                                                     core::Progress& progress);

} // namespace certificates
