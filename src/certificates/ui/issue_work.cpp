// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/issue_work.hpp"

#include "certificates/issue_files.hpp"
#include "office/key_store.hpp"
#include "widgets/text.hpp"

#include <wx/stdpaths.h>

namespace certificates {

std::vector<std::filesystem::path> document_fonts() {
    const auto program = widgets::path_of(wxStandardPaths::Get().GetExecutablePath());
    return documents::font_folders(program.parent_path());
}

documents::Fonts load_fonts() {
    return documents::Fonts::load(document_fonts());
}

core::Expected<Issued> replace_into(storage::Database& database, const storage::Actor& actor,
                                    const std::string& serial, const std::string& reason,
                                    const std::filesystem::path& file) {
    const auto key = office::open_signing_key(database);
    if (!key) return core::fail(key.error());
    storage::Transaction tx(database, actor);
    auto issued = replace(tx, serial, reason, *key, load_fonts());
    if (!issued) return issued;
    commit_with_file(tx, file, issued->pdf);
    return issued;
}

core::Expected<std::vector<IssuedFile>> issue_papers(storage::Database& database, const storage::Actor& actor,
                                                     classes::ClassId class_id,
                                                     const std::filesystem::path& folder,
                                                     core::Progress& progress) {
    const auto key = office::open_signing_key(database);
    if (!key) return core::fail(key.error());
    const auto issued = issue_into(database, actor, class_id, *key, load_fonts(), folder, progress);
    if (!issued) return core::fail(issued.error());
    if (issued->result.nobody) return core::fail(*issued->result.nobody);
    std::vector<IssuedFile> files;
    for (std::size_t at = 0; at < issued->files.size(); ++at) {
        const Issued& one = issued->result.issued[at];
        files.push_back({one.serial, one.name, issued->files[at]});
    }
    return files;
}

} // namespace certificates
