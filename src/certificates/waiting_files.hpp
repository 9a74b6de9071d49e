// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of issued certificates that have not come to the disk: the power went, or the stick was pulled. The
// register knows what they say, so they are written from it.
#pragma once

#include "certificates/register_store.hpp"
#include "core/progress.hpp"
#include "documents/fonts.hpp"

#include <filesystem>
#include <span>
#include <vector>

namespace certificates {

// With the certificate, in its transaction. `page` is 0 in a file of its own, else its page from 1.
void expect_file(storage::Transaction& tx, CertificateId id, const std::filesystem::path& file,
                 std::int64_t page);
// Their files stand.
void files_stand(storage::Database& database, std::span<const CertificateId> ids);

struct WaitingFile {
    std::filesystem::path file;
    bool of_several = false;
    std::vector<RegisterEntry> certificates; // in the order of its pages
};
std::vector<WaitingFile> load_waiting_files(const storage::Database& database);

// All certificates of `entries`, a page each, as they were issued. Errors: of FrozenPages. "cancelled".
core::Expected<void> write_pages(std::ostream& out, const storage::Database& database,
                                 std::span<const RegisterEntry> entries, const documents::Fonts& fonts,
                                 core::Progress& progress);

// Writes each at its place, or into `folder` where one is given, and forgets it; the paths. Nothing is
// counted: it is the first print. Errors: those of write_pages. WorldFailure file.write, folder.write;
// file.exists where another file stands at its place. What was written before stays written.
core::Expected<std::vector<std::filesystem::path>> finish_files(storage::Database& database,
                                                                const documents::Fonts& fonts,
                                                                const std::filesystem::path& folder,
                                                                core::Progress& progress);

} // namespace certificates
