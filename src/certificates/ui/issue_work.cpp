// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/issue_work.hpp"

#include "office/key_store.hpp"
#include "widgets/text.hpp"

#include <wx/stdpaths.h>

namespace certificates {

namespace {

// Files that go again unless they are kept.
class FreshFiles {
  public:
    FreshFiles() = default;
    FreshFiles(const FreshFiles&) = delete;
    FreshFiles& operator=(const FreshFiles&) = delete;
    ~FreshFiles() {
        std::error_code ignored;
        for (const std::filesystem::path& file : m_files)
            std::filesystem::remove(file, ignored);
    }
    void write(const std::filesystem::path& file, std::string_view bytes) {
        write_document(file, bytes);
        m_files.push_back(file);
    }
    void keep() { m_files.clear(); }

  private:
    std::vector<std::filesystem::path> m_files;
};

} // namespace

documents::Fonts load_fonts() {
    const auto program = widgets::path_of(wxStandardPaths::Get().GetExecutablePath());
    return documents::Fonts::load(documents::font_folders(program.parent_path()));
}

core::Expected<std::vector<IssuedFile>> issue_into(storage::Database& database, const storage::Actor& actor,
                                                   classes::ClassId class_id,
                                                   const std::filesystem::path& folder,
                                                   core::Progress& progress) {
    const auto key = office::open_signing_key(database);
    if (!key) return core::fail(key.error());
    const documents::Fonts fonts = load_fonts();
    FreshFiles fresh;
    storage::Transaction tx(database, actor);
    const auto result = issue_class(tx, class_id, *key, fonts, progress);
    if (!result) return core::fail(result.error());
    if (result->nobody) return core::fail(*result->nobody);
    std::vector<IssuedFile> files;
    for (const Issued& one : result->issued) {
        if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
        files.push_back({one.serial, one.name, folder / (one.serial + ".pdf")});
        fresh.write(files.back().file, one.pdf);
    }
    tx.commit();
    fresh.keep();
    return files;
}

} // namespace certificates
