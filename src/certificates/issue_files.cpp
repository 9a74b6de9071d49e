// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/issue_files.hpp"

#include "certificates/waiting_files.hpp"
#include "documents/staged_files.hpp"

#include <algorithm>
#include <ostream>

namespace certificates {
namespace {

namespace fs = std::filesystem;

// Several jobs, each of which counts from nothing, as one.
class StepProgress final : public core::Progress {
  public:
    StepProgress(core::Progress& whole, std::size_t step, std::size_t steps)
        : m_whole(whole)
        , m_step(static_cast<std::int64_t>(step))
        , m_steps(static_cast<std::int64_t>(steps)) {}
    void report(std::int64_t done, std::int64_t total) override {
        if (m_steps == 1) return m_whole.report(done, total);
        const std::int64_t part = total > 0 ? done * hundred / total : 0;
        m_whole.report((m_step * hundred + part) / m_steps, hundred);
    }
    bool cancelled() const override { return m_whole.cancelled(); }

  private:
    static constexpr std::int64_t hundred = 100;
    core::Progress& m_whole;
    std::int64_t m_step;
    std::int64_t m_steps;
};

bool is_one_file(const fs::path& to) {
    std::u8string ending = to.extension().u8string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char8_t c) {
        return c >= u8'A' && c <= u8'Z' ? static_cast<char8_t>(c - u8'A' + u8'a') : c;
    });
    return ending == u8".pdf";
}

std::vector<std::string> serials_of(const IssuedFiles& issued) {
    std::vector<std::string> serials;
    for (const ClassIssued& one : issued.classes)
        for (const Issued& each : one.result.issued)
            serials.push_back(each.serial);
    return serials;
}

class Papers {
  public:
    Papers(storage::Transaction& tx, fs::path to)
        : m_tx(tx)
        , m_to(std::move(to))
        , m_one_file(is_one_file(m_to)) {}

    void add(Issued& issued) {
        m_ids.push_back(issued.id);
        if (m_one_file) {
            m_entries.push_back(*find_certificate(m_tx.database(), issued.serial));
        } else {
            if (m_files.empty()) m_staged.make_folder(m_to);
            m_staged.stage(m_to / (issued.serial + ".pdf"), issued.pdf);
        }
        m_files.push_back(m_one_file ? m_to : m_to / (issued.serial + ".pdf"));
        expect_file(m_tx, issued.id, m_files.back(), static_cast<std::int64_t>(m_entries.size()));
        issued.pdf.clear();
    }

    // What only the last certificate makes whole.
    core::Expected<void> close(const documents::Fonts& fonts, core::Progress& progress) {
        if (!m_one_file || m_entries.empty()) return {};
        core::Expected<void> drawn;
        m_staged.make_folder(m_to.parent_path());
        m_staged.stage(m_to, [&](std::ostream& out) {
            drawn = write_pages(out, m_tx.database(), m_entries, fonts, progress);
        });
        return drawn;
    }

    // After the commit. What went wrong, if anything did: they stay waiting.
    std::optional<core::Error> put_in_place() {
        try {
            m_staged.put_in_place();
            files_stand(m_tx.database(), m_ids);
        } catch (const core::WorldFailure& failure) {
            return failure.error();
        }
        return std::nullopt;
    }

    const std::vector<fs::path>& files() const { return m_files; }

  private:
    storage::Transaction& m_tx;
    fs::path m_to;
    bool m_one_file;
    documents::StagedFiles m_staged;
    std::vector<CertificateId> m_ids;
    std::vector<fs::path> m_files;
    std::vector<RegisterEntry> m_entries; // of the one file
};

} // namespace

core::Expected<IssuedFiles> issue_into(storage::Database& database, storage::Actor actor,
                                       const std::vector<classes::ClassId>& classes,
                                       const office::SigningKey& key, const documents::Fonts& fonts,
                                       const fs::path& to, core::Progress& progress,
                                       const std::optional<SheetRange>& paper) {
    IssuedFiles issued;
    storage::Transaction tx(database, std::move(actor));
    Papers papers(tx, to);
    // Drawing them once more for the one file is a step too.
    const std::size_t steps = classes.size() + (is_one_file(to) ? 1 : 0);
    for (const classes::ClassId id : classes) {
        StepProgress step(progress, issued.classes.size(), steps);
        auto result = issue_class(tx, id, key, fonts, step);
        if (!result) return core::fail(result.error());
        for (Issued& one : result->issued) {
            if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
            papers.add(one);
        }
        issued.classes.push_back({id, *std::move(result)});
    }
    if (papers.files().empty()) return issued;
    if (paper)
        if (auto used = print_on(tx, *paper, serials_of(issued)); !used) return core::fail(used.error());
    StepProgress last(progress, classes.size(), steps);
    if (auto closed = papers.close(fonts, last); !closed) return core::fail(closed.error());
    if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
    tx.commit();
    issued.waiting = papers.put_in_place();
    issued.files = papers.files();
    return issued;
}

void commit_with_file(storage::Transaction& tx, const fs::path& file, std::string_view bytes) {
    documents::StagedFiles staged;
    staged.stage_over(file, bytes);
    tx.commit();
    staged.put_in_place();
}

} // namespace certificates
