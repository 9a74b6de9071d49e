// SPDX-License-Identifier: GPL-3.0-or-later
// Issuing with the papers: the numbers and their PDFs come together, or neither does.
#pragma once

#include "certificates/issue.hpp"
#include "certificates/paper_stock.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace certificates {

struct IssuedFiles {
    IssueResult result;
    // SERIAL.pdf in the folder, in the order of result.issued.
    std::vector<std::filesystem::path> files;
};

// issue_class() in one transaction of its own, with each document written into `folder`, which is made when
// it is not there. Whatever stops it on the way (a full disk, a folder that cannot be written, Cancel), no
// number is given and no file or folder stays behind. `paper` is the pre-printed form of the first one, the
// others follow it. Errors: those of issue_class and of print_on; "cancelled". WorldFailure: file.write;
// file.exists when a document would take another file's place.
core::Expected<IssuedFiles> issue_into(storage::Database& database, storage::Actor actor,
                                       classes::ClassId class_id, const office::SigningKey& key,
                                       const documents::Fonts& fonts, const std::filesystem::path& folder,
                                       core::Progress& progress,
                                       const std::optional<SheetRange>& paper = std::nullopt);

// Writes one document and commits what made it: neither without the other. WorldFailure file.write, and those
// of committing.
void commit_with_file(storage::Transaction& tx, const std::filesystem::path& file, std::string_view bytes);

} // namespace certificates
