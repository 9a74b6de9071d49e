// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/issue_files.hpp"

#include "documents/file.hpp"
#include "documents/fresh_files.hpp"

namespace certificates {

namespace fs = std::filesystem;

core::Expected<IssuedFiles> issue_into(storage::Database& database, storage::Actor actor,
                                       classes::ClassId class_id, const office::SigningKey& key,
                                       const documents::Fonts& fonts, const fs::path& folder,
                                       core::Progress& progress) {
    documents::FreshFiles fresh;
    storage::Transaction tx(database, std::move(actor));
    auto result = issue_class(tx, class_id, key, fonts, progress);
    if (!result) return core::fail(result.error());
    IssuedFiles issued{std::move(*result), {}};
    if (issued.result.nobody) return issued;
    fresh.make_folder(folder);
    // Files first: a full disk must leave no number issued without its paper.
    for (const Issued& one : issued.result.issued) {
        if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
        issued.files.push_back(folder / (one.serial + ".pdf"));
        fresh.write(issued.files.back(), one.pdf);
    }
    if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
    tx.commit();
    fresh.keep();
    return issued;
}

void commit_with_file(storage::Transaction& tx, const fs::path& file, std::string_view bytes) {
    documents::write_file(file, bytes);
    try {
        tx.commit();
    } catch (...) {
        std::error_code ignored;
        fs::remove(file, ignored);
        throw;
    }
}

} // namespace certificates
