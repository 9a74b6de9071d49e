// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/issue_work.hpp"

#include "certificates/frozen_page.hpp"
#include "certificates/issue_files.hpp"
#include "documents/ui/program_fonts.hpp"
#include "widgets/text.hpp"

namespace certificates {

core::Expected<Issued> replace_into(office::Session& session, const std::string& serial,
                                    const std::string& reason, const std::filesystem::path& file) {
    const auto key = office::signing_key(session);
    if (!key) return core::fail(key.error());
    storage::Transaction tx(session.database, session.actor);
    auto issued = replace(tx, serial, reason, *key, documents::load_program_fonts());
    if (!issued) return issued;
    commit_with_file(tx, file, issued->pdf);
    return issued;
}

core::Expected<IssuedPapers> issue_papers(office::Session& session,
                                          const std::vector<classes::ClassId>& classes,
                                          const std::filesystem::path& to, core::Progress& progress) {
    const auto key = office::signing_key(session);
    if (!key) return core::fail(key.error());
    const auto issued = issue_into(session.database, session.actor, classes, *key,
                                   documents::load_program_fonts(), to, progress);
    if (!issued) return core::fail(issued.error());
    IssuedPapers papers{{}, issued->waiting};
    for (const ClassIssued& one : issued->classes) {
        if (issued->files.empty() && one.result.nobody) return core::fail(*one.result.nobody);
        for (const Issued& each : one.result.issued)
            papers.files.push_back({each.serial, each.name, issued->files[papers.files.size()]});
    }
    return papers;
}

core::Expected<std::vector<documents::Page>> issued_pages(const storage::Database& database,
                                                          const std::vector<std::string>& serials,
                                                          core::Progress& progress) {
    const documents::Fonts fonts = documents::load_program_fonts();
    FrozenPages frozen(database, fonts);
    std::vector<documents::Page> pages;
    for (const std::string& serial : serials) {
        progress.report(static_cast<std::int64_t>(pages.size()), static_cast<std::int64_t>(serials.size()));
        if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
        const auto entry = find_issued(database, serial);
        if (!entry) return core::fail(entry.error());
        auto page = frozen.page(*entry);
        if (!page) return core::fail(page.error());
        pages.push_back(*std::move(page));
    }
    return pages;
}

} // namespace certificates
