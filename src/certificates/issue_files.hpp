// SPDX-License-Identifier: GPL-3.0-or-later
// Issuing with the papers: the numbers and their PDFs come together, or neither does.
#pragma once

#include "certificates/issue.hpp"
#include "certificates/paper_stock.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace certificates {

struct ClassIssued {
    classes::ClassId id{};
    // The documents themselves are in the files.
    IssueResult result;
};

struct IssuedFiles {
    std::vector<ClassIssued> classes; // as they were given
    // One for each certificate, in the order of their numbers: a file of its own, or the one of all.
    std::vector<std::filesystem::path> files;
    // The certificates are issued, but not every file could take its place; finish_files() writes them.
    std::optional<core::Error> waiting;
};

// issue_class() for one class or several, in one transaction of its own, with the documents written to `to`:
// a folder, made when it is not there, that gets SERIAL.pdf for each; or NAME.pdf that holds them all, a page
// each. Whatever stops it on the way (a full disk, a folder that cannot be written, Cancel, a kill), no
// number is given and no file or folder stays; from the commit on every number has its file, now or by
// finish_files(). Nothing is written where nobody is issued for. `paper` is the pre-printed form of the first
// one, the others follow it. Errors: those of issue_class and of print_on; "cancelled".
// WorldFailure: file.write; file.exists when a document would take another file's place.
core::Expected<IssuedFiles> issue_into(storage::Database& database, storage::Actor actor,
                                       const std::vector<classes::ClassId>& classes,
                                       const office::SigningKey& key, const documents::Fonts& fonts,
                                       const std::filesystem::path& to, core::Progress& progress,
                                       const std::optional<SheetRange>& paper = std::nullopt);

// Writes one document and commits what made it. Until the commit nothing stands at its place, and what stood
// there stays; a kill right after it leaves only the commit. WorldFailure file.write, and those of
// committing.
void commit_with_file(storage::Transaction& tx, const std::filesystem::path& file, std::string_view bytes);

} // namespace certificates
