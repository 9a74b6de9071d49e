// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/schedule.hpp"

#include "backups/progress_part.hpp"
#include "backups/rotation.hpp"
#include "backups/unpack.hpp"
#include "office/office_store.hpp"
#include "storage/file_header.hpp"

#include <fmt/chrono.h>

#include <algorithm>

namespace backups {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours cambodia{7};
constexpr std::string_view time_pattern = "-0000-00-00-000000"; // of an automatic name, behind the office's

bool automatic(const fs::path& file) {
    const std::string stem = storage::file_text(file.stem());
    if (stem.size() <= time_pattern.size()) return false;
    const std::string_view time = std::string_view{stem}.substr(stem.size() - time_pattern.size());
    return std::equal(time.begin(), time.end(), time_pattern.begin(), [](char c, char pattern) {
        return pattern == '0' ? c >= '0' && c <= '9' : c == pattern;
    });
}

struct Found {
    fs::path file;
    Content content;
};

// Automatic backups of this office in a folder: sealed ones by their head, plain ones by the file's list.
std::vector<Found> automatic_backups(const fs::path& folder, const core::Uid& office,
                                     const std::vector<KeptBackup>& kept) {
    std::vector<Found> found;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        const fs::path& file = entry.path();
        if (!automatic(file)) continue;
        if (file.extension() == sealed_extension) {
            try {
                const auto header = load_header(file);
                if (header && header->office == office)
                    found.push_back({file, {header->generation, header->audit_rows, header->made_at}});
            } catch (const core::WorldFailure&) {
                // Damaged: a person's to look at.
            }
            continue;
        }
        const auto row = std::find_if(kept.begin(), kept.end(), [&](const KeptBackup& one) {
            std::error_code ignored;
            return !one.removed_at && !one.made.sealed && fs::equivalent(one.made.file, file, ignored) &&
                   fs::file_size(file, ignored) == one.made.bytes;
        });
        if (row != kept.end())
            found.push_back({file, {row->made.generation, row->made.audit_rows, row->made.made_at}});
    }
    return found;
}

void rotate(const fs::path& folder, const core::Uid& office, const std::vector<KeptBackup>& kept,
            const Made& newest, std::vector<fs::path>& removed, Disk& disk) {
    std::vector<Found> found = automatic_backups(folder, office, kept);
    std::error_code ignored;
    // A plain one is not on the list yet.
    if (!newest.sealed)
        found.push_back({newest.file, {newest.generation, newest.audit_rows, newest.made_at}});
    std::vector<Content> contents;
    for (const Found& one : found)
        contents.push_back(one.content);
    for (const std::size_t at : superseded(contents)) {
        if (fs::equivalent(found[at].file, newest.file, ignored)) continue;
        disk.remove(found[at].file);
        if (!fs::exists(found[at].file, ignored)) removed.push_back(found[at].file);
    }
}

// Nobody has written it for an hour: what is being made just now is younger.
bool lies_there(const fs::path& file) {
    constexpr std::chrono::hours age{1};
    std::error_code unknown;
    const auto written = fs::last_write_time(file, unknown);
    return !unknown && fs::file_time_type::clock::now() - written > age;
}

// What a backup that was killed left behind: half a copy, in the clear, or half a backup.
void sweep(const fs::path& folder, std::string_view suffix, Disk& disk) {
    std::error_code failed;
    std::vector<fs::path> left;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        const fs::path whole = entry.path().parent_path() / entry.path().stem();
        const bool ours = entry.path().extension() == suffix && automatic(whole) &&
                          (whole.extension() == sealed_extension || whole.extension() == plain_extension);
        if (ours && lies_there(entry.path())) left.push_back(entry.path());
    }
    for (const fs::path& file : left)
        disk.remove(file);
}

// What a restoring over this office that was killed left beside it, in the clear.
void sweep_restoring(const fs::path& office, Disk& disk) {
    for (const char* suffix : {".restoring", ".restoring-wal", ".restoring-shm"}) {
        fs::path file = office;
        file += suffix;
        if (lies_there(file)) disk.remove(file);
    }
}

void make_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (!fs::is_directory(folder))
        throw core::WorldFailure(core::Error{"folder.write"}.at({.file = storage::file_text(folder)}));
}

} // namespace

fs::path automatic_name(const storage::Database& database, const fs::path& folder) {
    const auto here = std::chrono::floor<std::chrono::seconds>(database.clock().now() + cambodia);
    fs::path name = database.path().stem();
    name += fmt::format("-{:%Y-%m-%d-%H%M%S}{}", here,
                        office::has_backup_key(database) ? sealed_extension : plain_extension);
    return folder / name;
}

bool due_at_closing(const storage::Database& database) {
    return !office::load_office(database).sample && changed_since_backup(database);
}

bool due_today(const storage::Database& database) {
    if (!due_at_closing(database)) return false;
    const auto last = last_proven(database);
    return !last || core::day_in_cambodia(*last) != database.clock().today();
}

Made copy_backup(const Made& made, const fs::path& destination, core::Progress& progress, Disk& disk) {
    fs::path part = destination;
    part += ".part";
    Made copy = made;
    copy.file = destination;
    try {
        copy_bytes(made.file, part, progress, disk);
        disk.rename(part, destination);
    } catch (...) {
        disk.remove(part);
        throw;
    }
    return copy;
}

Round back_up_now(const storage::Database& database, core::Progress& progress, Disk& disk) {
    const Places places = load_places(database);
    const core::Uid office = office::load_office(database).uid;
    const auto kept = load_backups(database);
    make_folder(places.folder);
    sweep(fs::absolute(database.path()).parent_path(), ".copying", disk);
    sweep(fs::absolute(database.path()).parent_path(), ".rehearsing", disk);
    sweep_restoring(fs::absolute(database.path()), disk);
    sweep(places.folder, ".part", disk);
    std::error_code ignored;
    const bool twice = places.second && fs::is_directory(*places.second, ignored);
    Round round;
    {
        ProgressPart part(progress, 0, twice ? 2 : 1);
        round.made = make_backup(database, automatic_name(database, places.folder), part, disk);
    }
    rotate(places.folder, office, kept, round.made, round.removed, disk);
    if (!twice) return round;
    try {
        sweep(*places.second, ".part", disk);
        ProgressPart part(progress, 1, 2);
        const fs::path there = *places.second / round.made.file.filename();
        round.second = copy_backup(round.made, there, part, disk);
        rotate(*places.second, office, kept, *round.second, round.removed, disk);
    } catch (const core::WorldFailure& failure) {
        if (failure.error().code == "cancelled") throw;
        round.second_failed = failure.error();
    }
    return round;
}

void note_round(storage::Transaction& tx, const Round& round, Why why) {
    note_backup(tx, round.made, why);
    if (round.second) note_backup(tx, *round.second, why);
    for (const fs::path& file : round.removed)
        note_removed(tx, file);
}

std::optional<fs::path> newest_backup_beside(const fs::path& office_file) {
    const fs::path file = fs::absolute(office_file);
    const std::string begins = storage::file_text(file.stem()) + "-";
    std::optional<Found> newest;
    for (const fs::path& folder :
         {file.parent_path(), fs::path{fs::path{file}.replace_extension() += "-backups"}}) {
        std::error_code failed;
        for (const auto& entry : fs::directory_iterator(folder, failed)) {
            const fs::path& one = entry.path();
            const bool ours = one.extension() == sealed_extension || one.extension() == plain_extension;
            if (!ours || !storage::file_text(one.filename()).starts_with(begins)) continue;
            try {
                const auto told = look_at(one);
                if (!told) continue;
                const Content content{told->header.generation, told->header.audit_rows, told->header.made_at};
                if (!newest || content > newest->content) newest = Found{one, content};
            } catch (const core::WorldFailure&) {
                // Damaged itself.
            }
        }
    }
    return newest ? std::optional{newest->file} : std::nullopt;
}

std::optional<core::Error> clock_doubt(const storage::Database& database) {
    const auto newest = database.value<core::Moment>("SELECT max(at) FROM audit");
    if (!newest) return std::nullopt;
    const core::Moment now = database.clock().now();
    const auto error = [&](const char* code) {
        return core::Error{code}
            .with("now", core::to_iso(core::day_in_cambodia(now)))
            .with("newest", core::to_iso(core::day_in_cambodia(*newest)));
    };
    if (now + std::chrono::days{1} < *newest) return error("clock.behind");
    if (now > *newest + std::chrono::days{366}) return error("clock.ahead");
    return std::nullopt;
}

} // namespace backups
