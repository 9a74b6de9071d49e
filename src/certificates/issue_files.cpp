// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/issue_files.hpp"

#include "documents/file.hpp"

namespace certificates {
namespace {

namespace fs = std::filesystem;

core::WorldFailure failure(const char* code, const fs::path& path) {
    const auto name = path.u8string();
    return core::WorldFailure(core::Error{code}.at({.file = {name.begin(), name.end()}}));
}

// Files, and the folders made for them, that go again unless they are kept.
class FreshFiles {
  public:
    FreshFiles() = default;
    FreshFiles(const FreshFiles&) = delete;
    FreshFiles& operator=(const FreshFiles&) = delete;
    ~FreshFiles() {
        std::error_code ignored;
        for (auto file = m_made.rbegin(); file != m_made.rend(); ++file)
            fs::remove(*file, ignored);
    }

    void make_folder(const fs::path& folder) {
        std::error_code failed;
        if (folder.empty() || fs::is_directory(folder, failed)) return;
        make_folder(folder.parent_path());
        if (fs::create_directory(folder, failed))
            m_made.push_back(folder);
        else if (!fs::is_directory(folder, failed))
            throw failure("folder.write", folder);
    }

    void write(const fs::path& file, std::string_view bytes) {
        std::error_code failed;
        if (fs::exists(fs::symlink_status(file, failed))) throw failure("file.exists", file);
        documents::write_file(file, bytes);
        m_made.push_back(file);
    }

    void keep() { m_made.clear(); }

  private:
    std::vector<fs::path> m_made; // in the order they were made
};

} // namespace

core::Expected<IssuedFiles> issue_into(storage::Database& database, storage::Actor actor,
                                       classes::ClassId class_id, const office::SigningKey& key,
                                       const documents::Fonts& fonts, const fs::path& folder,
                                       core::Progress& progress, const std::optional<SheetRange>& paper) {
    FreshFiles fresh;
    storage::Transaction tx(database, std::move(actor));
    auto result = issue_class(tx, class_id, key, fonts, progress);
    if (!result) return core::fail(result.error());
    IssuedFiles issued{std::move(*result), {}};
    if (issued.result.nobody) return issued;
    if (paper) {
        std::vector<std::string> serials;
        for (const Issued& one : issued.result.issued)
            serials.push_back(one.serial);
        if (auto used = print_on(tx, *paper, serials); !used) return core::fail(used.error());
    }
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
