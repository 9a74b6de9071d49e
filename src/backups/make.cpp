// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/make.hpp"

#include "backups/hasher.hpp"
#include "backups/progress_part.hpp"
#include "backups/sealed_stream.hpp"
#include "office/office_store.hpp"
#include "storage/file_header.hpp"
#include "storage/migration.hpp"

#include <sodium.h>

#include <algorithm>
#include <functional>

namespace backups {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t block_size = std::size_t{256} << 10U;

// The verified copy, gone again with this.
class Scratch {
  public:
    Scratch(const storage::Database& database, const fs::path& destination)
        : m_file(folder_of(database) / destination.filename()) {
        m_file += ".copying";
    }
    ~Scratch() {
        std::error_code ignored;
        fs::remove(m_file, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const fs::path& file() const { return m_file; }

  private:
    static fs::path folder_of(const storage::Database& database) {
        return database.path().empty() ? fs::temp_directory_path()
                                       : fs::absolute(database.path()).parent_path();
    }
    fs::path m_file;
};

void each_block(InFile& in, std::uint64_t size, core::Progress& progress,
                const std::function<void(std::span<const std::byte>)>& take) {
    std::vector<std::byte> block(block_size);
    std::uint64_t done = 0;
    for (;;) {
        if (progress.cancelled()) throw core::WorldFailure(core::Error{"cancelled"});
        const std::size_t got = in.read(block);
        if (got == 0) return;
        take(std::span<const std::byte>{block}.first(got));
        progress.report(static_cast<std::int64_t>(done += got), static_cast<std::int64_t>(size));
    }
}

core::WorldFailure not_kept(const fs::path& file, std::optional<std::uint64_t> byte) {
    core::Place place{.file = storage::file_text(file)};
    place.byte = byte;
    return core::WorldFailure(core::Error{"backup.not-kept"}.at(std::move(place)));
}

// Everything of one backup on its way.
struct Backup {
    Disk& disk;
    fs::path plain; // the verified copy
    fs::path part;
    Header header;
    StreamKey stream_key{};
    std::vector<std::byte> head{}; // of a sealed one, as written
    bool sealed = false;

    void write(core::Progress& progress) const {
        const auto in = disk.open(plain);
        const auto out = disk.create(part);
        if (sealed) {
            out->write(head);
            SealedWriter stream(*out, stream_key, head);
            each_block(*in, header.plain_bytes, progress, [&](auto block) { stream.write(block); });
            stream.finish();
        } else {
            each_block(*in, header.plain_bytes, progress, [&](auto block) { out->write(block); });
        }
        out->finish();
    }

    // From the medium: what it holds must be the copy, to the last byte.
    void prove(core::Progress& progress) const {
        const auto in = disk.open(part);
        Hasher hasher;
        const auto take = [&](std::span<const std::byte> block) { hasher.add(block); };
        if (sealed) {
            try {
                const auto read = read_header(*in, part);
                if (!read || read->bytes != head) throw not_kept(part, 0);
                SealedReader stream(*in, part, stream_key, head);
                for (auto block = stream.read(); !block.empty(); block = stream.read()) {
                    if (progress.cancelled()) throw core::WorldFailure(core::Error{"cancelled"});
                    take(block);
                    progress.report(static_cast<std::int64_t>(hasher.size()),
                                    static_cast<std::int64_t>(header.plain_bytes));
                }
            } catch (const core::WorldFailure& failure) {
                if (failure.error().code != "backup.damaged") throw;
                throw not_kept(part, failure.error().place.byte);
            }
        } else {
            each_block(*in, header.plain_bytes, progress, take);
        }
        if (hasher.size() != header.plain_bytes || hasher.result() != header.plain_digest)
            throw not_kept(part, std::nullopt);
    }
};

void wipe(StreamKey& key) {
    sodium_memzero(key.data(), key.size());
}

// What the copy says of itself, and its bytes.
Header describe(const fs::path& copy, const storage::Database& original, core::Moment made_at, Disk& disk) {
    const auto database =
        storage::Database::open(copy, storage::Access::read_only, {original.clock(), original.random()});
    const office::Office office = office::load_office(database);
    Header header;
    header.office = office.uid;
    header.area_code = office.area_code;
    header.institution_code = office.institution_code.value_or("");
    header.generation = office.generation;
    header.made_at = made_at;
    header.schema = storage::newest_schema();
    header.audit_rows = database.value<std::int64_t>("SELECT max(seq) FROM audit").value_or(0);
    if (auto key = office::find_backup_key(database)) {
        // Never in the clear because the key cannot be read.
        if (key->seals.empty()) throw core::WorldFailure(core::Error{"key.damaged"});
        header.key = *std::move(key);
    }
    const auto in = disk.open(copy);
    Hasher hasher;
    core::NoProgress silent;
    each_block(*in, 0, silent, [&](auto block) { hasher.add(block); });
    header.plain_bytes = hasher.size();
    header.plain_digest = hasher.result();
    return header;
}

} // namespace

core::Expected<void> may_replace(const storage::Database& database, const fs::path& destination,
                                 storage::Environment environment) {
    std::error_code ignored;
    if (!fs::exists(destination, ignored)) return {};
    if (fs::equivalent(database.path(), destination, ignored))
        return core::fail(core::Error{"backup.same-file"}.at({.file = storage::file_text(destination)}));
    const core::Uid mine = office::load_office(database).uid;
    const core::Error other =
        core::Error{"backup.other-office"}.at({.file = storage::file_text(destination)});
    try {
        if (const auto sealed = load_header(destination)) {
            if (sealed->office != mine) return core::fail(other);
            return {};
        } else if (sealed.error().code != "backup.not-a-backup") {
            return core::fail(sealed.error());
        }
        storage::refuse_foreign_file(destination);
        const auto there = storage::Database::open(destination, storage::Access::read_only, environment);
        if (office::load_office(there).uid != mine) return core::fail(other);
    } catch (const core::WorldFailure& failure) {
        if (failure.error().code != "file.damaged" && failure.error().code != "backup.damaged") throw;
    }
    return {};
}

void copy_bytes(const fs::path& from, const fs::path& to, core::Progress& progress, Disk& disk) {
    const auto size = fs::file_size(from);
    Hasher written;
    {
        ProgressPart writing(progress, 0, 2);
        const auto in = disk.open(from);
        const auto out = disk.create(to);
        each_block(*in, size, writing, [&](std::span<const std::byte> block) {
            written.add(block);
            out->write(block);
        });
        out->finish();
    }
    ProgressPart proving(progress, 1, 2);
    Hasher read;
    each_block(*disk.open(to), size, proving, [&](std::span<const std::byte> block) { read.add(block); });
    if (read.size() != written.size() || read.result() != written.result()) throw not_kept(to, std::nullopt);
}

Made make_backup(const storage::Database& database, const fs::path& destination, core::Progress& progress,
                 Disk& disk) {
    const Scratch scratch(database, destination);
    const core::Moment made_at = database.clock().now();
    ProgressPart copying(progress, 0, 3);
    database.back_up(scratch.file(), copying);
    Backup backup{disk, scratch.file(), destination,
                  describe(scratch.file(), database, made_at, real_disk())};
    backup.part += ".part";
    backup.sealed = !backup.header.key.seals.empty();
    if (backup.sealed) {
        database.random().fill(backup.stream_key);
        backup.header.sealed_stream_key = seal_stream_key(backup.stream_key, backup.header.key.public_key);
        backup.head = encode(backup.header);
    }
    Made made{destination, made_at, backup.header.generation, backup.header.audit_rows};
    made.digest = backup.header.plain_digest;
    made.sealed = backup.sealed;
    try {
        ProgressPart writing(progress, 1, 3);
        backup.write(writing);
        ProgressPart proving(progress, 2, 3);
        backup.prove(proving);
        made.bytes = fs::file_size(backup.part);
        disk.rename(backup.part, destination);
    } catch (...) {
        wipe(backup.stream_key);
        disk.remove(backup.part);
        throw;
    }
    wipe(backup.stream_key);
    made.proven_at = database.clock().now();
    return made;
}

} // namespace backups
