// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/waiting_files.hpp"

#include "certificates/frozen_page.hpp"
#include "documents/pdf.hpp"
#include "documents/staged_files.hpp"
#include "office/office_store.hpp"
#include "storage/draft_write.hpp"

#include <fstream>
#include <sstream>

namespace certificates {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view insert_file = R"sql(
INSERT INTO draft_certificate_file (certificate_id, file, page) VALUES (?1, ?2, ?3))sql";

constexpr std::string_view delete_file = "DELETE FROM draft_certificate_file WHERE certificate_id = ?1";

constexpr std::string_view select_files = R"sql(
SELECT f.file, f.page, c.serial FROM draft_certificate_file f JOIN certificate c ON c.id = f.certificate_id
ORDER BY f.file, f.page, c.serial)sql";

constexpr std::string_view select_issued_at = R"sql(
SELECT made_at FROM certificate_document WHERE certificate_id = ?1 AND copy = 0)sql";

std::string text_of(const fs::path& path) {
    const auto name = path.u8string();
    return {name.begin(), name.end()};
}

fs::path path_from(const std::string& text) {
    return fs::path{std::u8string{text.begin(), text.end()}};
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

// The file came to its place before the power went.
bool stands(const WaitingFile& waiting, const fs::path& place, const std::string& bytes) {
    std::error_code failed;
    if (!fs::is_regular_file(place, failed)) return false;
    const std::string there = bytes_of(place);
    if (!waiting.of_several) return there == bytes;
    std::vector<std::string> codes;
    for (const RegisterEntry& entry : waiting.certificates)
        codes.push_back(entry.code);
    return documents::find_codes_in_pdf(there, code_prefix) == codes;
}

std::vector<CertificateId> ids_of(const WaitingFile& waiting) {
    std::vector<CertificateId> ids;
    for (const RegisterEntry& entry : waiting.certificates)
        ids.push_back(entry.id);
    return ids;
}

} // namespace

void expect_file(storage::Transaction& tx, CertificateId id, const fs::path& file, std::int64_t page) {
    tx.run(insert_file, id, text_of(fs::absolute(file)), page);
}

void files_stand(storage::Database& database, std::span<const CertificateId> ids) {
    storage::DraftWrite draft(database);
    for (const CertificateId id : ids)
        draft.run(delete_file, id);
    draft.commit();
}

std::vector<WaitingFile> load_waiting_files(const storage::Database& database) {
    std::vector<WaitingFile> waiting;
    storage::Statement rows = database.query(select_files);
    while (rows.step()) {
        const fs::path file = path_from(rows.get<std::string>(0));
        if (waiting.empty() || waiting.back().file != file)
            waiting.push_back({file, rows.get<std::int64_t>(1) > 0, {}});
        if (auto entry = find_certificate(database, rows.get<std::string>(2)))
            waiting.back().certificates.push_back(*std::move(entry));
    }
    return waiting;
}

core::Expected<void> write_pages(std::ostream& out, const storage::Database& database,
                                 std::span<const RegisterEntry> entries, const documents::Fonts& fonts,
                                 core::Progress& progress) {
    if (entries.empty()) return {};
    // The same certificates are the same bytes whenever they are written.
    const auto made_at = database.value<core::Moment>(select_issued_at, entries.back().id);
    documents::PdfWriter pdf(out, {entries.front().serial + " - " + entries.back().serial,
                                   office::load_office(database).name_km, made_at.value_or(core::Moment{})});
    FrozenPages pages(database, fonts);
    std::int64_t done = 0;
    for (const RegisterEntry& entry : entries) {
        progress.report(done++, static_cast<std::int64_t>(entries.size()));
        if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
        const auto page = pages.page(entry);
        if (!page) return core::fail(page.error());
        pdf.add(*page);
    }
    pdf.finish();
    return {};
}

core::Expected<std::vector<fs::path>> finish_files(storage::Database& database, const documents::Fonts& fonts,
                                                   const fs::path& folder, core::Progress& progress) {
    std::vector<fs::path> written;
    for (const WaitingFile& waiting : load_waiting_files(database)) {
        const fs::path place = folder.empty() ? waiting.file : folder / waiting.file.filename();
        std::string bytes;
        if (!waiting.of_several) {
            auto kept = load_document(database, waiting.certificates.front().serial);
            if (!kept) return core::fail(kept.error());
            bytes = *std::move(kept);
        }
        if (!stands(waiting, place, bytes)) {
            documents::StagedFiles staged;
            staged.make_folder(place.parent_path());
            core::Expected<void> drawn;
            staged.stage(place, [&](std::ostream& out) {
                if (waiting.of_several)
                    drawn = write_pages(out, database, waiting.certificates, fonts, progress);
                else
                    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
            });
            if (!drawn) return core::fail(drawn.error());
            staged.put_in_place();
        }
        files_stand(database, ids_of(waiting));
        written.push_back(place);
    }
    return written;
}

} // namespace certificates
