// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restore.hpp"

#include "backups/generations.hpp"
#include "backups/invariants.hpp"
#include "backups/progress_part.hpp"
#include "certificates/register_store.hpp"
#include "certificates/serial_block.hpp"
#include "learners/learner_list.hpp"
#include "learners/learner_number.hpp"
#include "office/office_store.hpp"
#include "office/restoration.hpp"
#include "storage/file_header.hpp"
#include "storage/file_lock.hpp"
#include "storage/plain_facts.hpp"

#include <fmt/chrono.h>

namespace backups {
namespace {

namespace fs = std::filesystem;

fs::path with(fs::path file, std::string_view suffix) {
    return file += suffix;
}

void remove_all_of(const fs::path& file) {
    for (const char* suffix : {"", "-wal", "-shm", "-journal", ".lock"})
        real_disk().remove(with(file, suffix));
}

// The file that is being restored, gone again unless it took its place.
class Candidate {
  public:
    explicit Candidate(fs::path file)
        : m_file(std::move(file)) {
        remove_all_of(m_file);
    }
    ~Candidate() {
        remove_all_of(m_file);
        // What a migration kept of it.
        std::error_code failed;
        const std::string copies = storage::file_text(m_file.filename()) + ".before-";
        for (const auto& entry : fs::directory_iterator(m_file.parent_path(), failed))
            if (storage::file_text(entry.path().filename()).starts_with(copies))
                real_disk().remove(entry.path());
    }
    Candidate(const Candidate&) = delete;
    Candidate& operator=(const Candidate&) = delete;
    const fs::path& file() const { return m_file; }

  private:
    fs::path m_file;
};

std::string day_of(core::Moment moment) {
    return core::to_iso(core::day_in_cambodia(moment));
}

std::optional<core::Error> clock_refusal(const Header& header, const core::Clock& clock) {
    if (clock.now() >= header.made_at) return std::nullopt;
    return core::Error{"clock.behind"}
        .with("now", day_of(clock.now()))
        .with("newest", day_of(header.made_at));
}

// What stands where the file is to stand, as far as it can be read.
struct Standing {
    bool there = false;
    std::optional<storage::PlainFacts> facts{};
};

core::Expected<Standing> look_at_target(const fs::path& target) {
    Standing standing;
    std::error_code ignored;
    standing.there = fs::exists(target, ignored);
    if (!standing.there) return standing;
    const auto lost = core::Error{"file.would-be-lost"}.at({.file = storage::file_text(target)});
    if (!fs::is_regular_file(target, ignored)) return core::fail(lost);
    try {
        standing.facts = storage::plain_facts(target);
    } catch (const core::WorldFailure& failure) {
        const std::string& code = failure.error().code;
        if (code == "file.not-ours") return core::fail(lost);
        if (code != "file.damaged" && code != "file.newer") throw;
    }
    return standing;
}

std::optional<core::Error> target_refusal(const RestoreOrder& order, const Header& header,
                                          const Standing& standing) {
    if (!standing.there) return std::nullopt;
    const core::Place place{.file = storage::file_text(order.target)};
    std::error_code ignored;
    if (fs::equivalent(order.backup, order.target, ignored)) return core::Error{"backup.same-file"}.at(place);
    if (standing.facts && standing.facts->office != header.office)
        return core::Error{"backup.other-office"}.at(place);
    if (order.replace) return std::nullopt;
    core::Error refused = core::Error{"restore.would-replace"}.at(place).with("made", day_of(header.made_at));
    if (!standing.facts) return std::move(refused).with("newest", "?").with("newer", "unknown");
    const bool newer = std::pair{standing.facts->generation, standing.facts->audit_rows} >
                       std::pair{header.generation, header.audit_rows};
    return std::move(refused)
        .with("newest", day_of(standing.facts->newest))
        .with("newer", newer ? "yes" : "no");
}

// The candidate becomes an office of its own generation. Opening it brings it up to date.
void begin_generation(storage::Database& database, int generation, core::Moment made_at,
                      const storage::Actor& actor, Restored& restored) {
    const int before = office::load_office(database).generation;
    storage::Transaction tx(database, actor);
    office::note_restoration(tx, generation, made_at);
    restored.generation = generation;
    restored.lost_serials = certificates::lose_unknown_numbers(tx, generation - before);
    restored.lost_learner_numbers = learners::lose_unknown_numbers(tx, generation - before);
    tx.commit();
}

// The office file that stands there under another name, with its log, which belongs to it.
fs::path put_aside(const fs::path& target, core::Moment now) {
    const auto second = std::chrono::floor<std::chrono::seconds>(now);
    const fs::path named = with(target, fmt::format(".before-restore-{:%Y%m%d-%H%M%S}", second));
    std::error_code failed;
    // One that was kept aside before stays.
    fs::path aside = named;
    for (int nth = 2; fs::exists(aside, failed); ++nth)
        aside = with(named, fmt::format("-{}", nth));
    // A second name first: then there is an office file under its own name at every moment.
    fs::create_hard_link(target, aside, failed);
    if (failed) real_disk().rename(target, aside);
    if (fs::exists(with(target, "-wal"), failed))
        real_disk().rename(with(target, "-wal"), with(aside, "-wal"));
    real_disk().remove(with(target, "-shm"));
    return aside;
}

void refuse_missing_folder(const fs::path& file) {
    if (!fs::is_directory(fs::absolute(file).parent_path()))
        throw core::WorldFailure(core::Error{"folder.missing"}.at({.file = storage::file_text(file)}));
}

struct Checked {
    Told told;
    Standing standing;
};

core::Expected<Checked> check_order(const RestoreOrder& order, storage::Environment environment) {
    auto told = look_at(order.backup);
    if (!told) return core::fail(told.error());
    refuse_missing_folder(order.target);
    if (auto refused = clock_refusal(told->header, environment.clock)) return core::fail(*std::move(refused));
    auto standing = look_at_target(order.target);
    if (!standing) return core::fail(standing.error());
    if (auto refused = target_refusal(order, told->header, *standing)) return core::fail(*std::move(refused));
    return Checked{*std::move(told), *std::move(standing)};
}

} // namespace

core::Expected<void> check_target(const RestoreOrder& order, storage::Environment environment) {
    const auto checked = check_order(order, environment);
    if (!checked) return core::fail(checked.error());
    return {};
}

core::Expected<Restored> restore(const RestoreOrder& order, storage::Environment environment,
                                 const storage::Actor& actor, core::Progress& progress) {
    auto checked = check_order(order, environment);
    if (!checked) return core::fail(checked.error());
    auto& [told, standing] = *checked;
    const storage::FileLock lock(order.target);
    const Candidate candidate(with(fs::absolute(order.target), ".restoring"));
    Restored restored;
    {
        ProgressPart unpacking(progress, 0, 2);
        if (auto unpacked = unpack(order.backup, order.secret, candidate.file(), unpacking); !unpacked)
            return core::fail(unpacked.error());
    }
    {
        auto database = storage::Database::open(candidate.file(), storage::Access::read_write, environment);
        if (const auto damage = database.damage(); !damage.empty()) throw core::WorldFailure(damage.front());
        const fs::path here = fs::absolute(order.target);
        std::vector<fs::path> folders{fs::absolute(order.backup).parent_path(), here.parent_path()};
        folders.push_back(fs::path{here}.replace_extension() += "-backups");
        const int least = std::max(office::load_office(database).generation,
                                   standing.facts ? standing.facts->generation : 1);
        const int last = last_known_generation(told.header.office, least, folders);
        begin_generation(database, last + 1, told.header.made_at, actor, restored);
    }
    // Closed, it is one file; what stayed in its log would be lost.
    if (std::error_code none; fs::exists(with(candidate.file(), "-wal"), none))
        throw disk_failure("file.write", candidate.file());
    if (progress.cancelled()) throw core::WorldFailure(core::Error{"cancelled"});
    // Told before it stands: a restoring that was cut off here has used up its generation.
    leave_note(order.backup, told.header.office, restored.generation);
    if (standing.there) restored.kept_aside = put_aside(order.target, environment.clock.now());
    real_disk().rename(candidate.file(), order.target);
    progress.report(1, 1);
    restored.told = std::move(told);
    return restored;
}

core::Expected<Rehearsed> rehearse(const fs::path& backup, std::string_view secret, const fs::path& folder,
                                   storage::Environment environment, const storage::Actor& actor,
                                   core::Progress& progress) {
    const auto began = std::chrono::steady_clock::now();
    auto told = look_at(backup);
    if (!told) return core::fail(told.error());
    if (auto refused = clock_refusal(told->header, environment.clock)) return core::fail(*std::move(refused));
    const Candidate candidate(fs::absolute(folder) / with(backup.filename(), ".rehearsing"));
    {
        ProgressPart unpacking(progress, 0, 2);
        if (auto unpacked = unpack(backup, secret, candidate.file(), unpacking); !unpacked)
            return core::fail(unpacked.error());
    }
    Rehearsed rehearsed;
    {
        ProgressPart checking(progress, 1, 2);
        auto database = storage::Database::open(candidate.file(), storage::Access::read_write, environment);
        Restored restored;
        begin_generation(database, office::load_office(database).generation + 1, told->header.made_at, actor,
                         restored);
        rehearsed.findings = findings_in(database, checking);
        rehearsed.rehearsal.learners = learners::count_learners(database);
        rehearsed.rehearsal.certificates =
            static_cast<std::int64_t>(certificates::load_register(database).size());
    }
    rehearsed.rehearsal.at = environment.clock.now();
    rehearsed.rehearsal.file = backup;
    rehearsed.rehearsal.made_at = told->header.made_at;
    rehearsed.rehearsal.findings = static_cast<std::int64_t>(rehearsed.findings.size());
    rehearsed.rehearsal.took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    rehearsed.told = *std::move(told);
    return rehearsed;
}

} // namespace backups
