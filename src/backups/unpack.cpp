// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/unpack.hpp"

#include "backups/hasher.hpp"
#include "backups/make.hpp"
#include "backups/sealed_stream.hpp"
#include "core/random.hpp"
#include "office/office_store.hpp"
#include "office/recovery_code.hpp"
#include "storage/file_header.hpp"
#include "storage/plain_facts.hpp"

#include <sodium.h>

namespace backups {
namespace {

namespace fs = std::filesystem;

core::Error about(const char* code, const fs::path& file) {
    return core::Error{code}.at({.file = storage::file_text(file)});
}

// A plain copy may be of an older schema: only what every schema has is read.
core::Expected<Told> look_at_plain(const fs::path& backup) {
    try {
        storage::refuse_foreign_file(backup);
    } catch (const core::WorldFailure& failure) {
        if (failure.error().code != "file.not-ours") throw;
        return core::fail(about("backup.not-a-backup", backup));
    }
    const storage::PlainFacts facts = storage::plain_facts(backup);
    Told told;
    told.header.office = facts.office;
    told.header.area_code = facts.area_code;
    told.header.institution_code = facts.institution_code;
    told.header.generation = facts.generation;
    told.header.schema = facts.schema;
    told.header.audit_rows = facts.audit_rows;
    told.header.made_at = facts.newest;
    return told;
}

core::Expected<StreamKey> open_stream_key(const fs::path& backup, const Header& header,
                                          std::string_view secret) {
    const std::string code = office::plain_recovery_code(secret);
    for (const office::BackupSeal& seal : header.key.seals) {
        const bool by_code = seal.kind == office::SealKind::recovery;
        const auto key = office::unseal(seal.key, by_code ? std::string_view{code} : secret);
        if (!key && key.error().code == "key.wrong-passphrase") continue;
        if (!key) throw damaged_at(backup, 0);
        auto stream = unseal_stream_key(header.sealed_stream_key, *key);
        if (!stream) throw damaged_at(backup, 0);
        return *stream;
    }
    return core::fail(about("backup.wrong-passphrase", backup));
}

void unseal_into(const fs::path& backup, const Header& header, SealedReader& stream, OutFile& out,
                 core::Progress& progress) {
    Hasher hasher;
    for (auto block = stream.read(); !block.empty(); block = stream.read()) {
        if (progress.cancelled()) throw core::WorldFailure(core::Error{"cancelled"});
        hasher.add(block);
        if (hasher.size() > header.plain_bytes) break;
        out.write(block);
        progress.report(static_cast<std::int64_t>(hasher.size()),
                        static_cast<std::int64_t>(header.plain_bytes));
    }
    if (hasher.size() != header.plain_bytes || hasher.result() != header.plain_digest)
        throw damaged_at(backup, 0);
    out.finish();
}

core::Expected<void> unpack_sealed(const fs::path& backup, std::string_view secret, const fs::path& to,
                                   core::Progress& progress) {
    const auto in = real_disk().open(backup);
    const auto read = read_header(*in, backup);
    if (!read) return core::fail(read.error());
    auto key = open_stream_key(backup, read->header, secret);
    if (!key) return core::fail(key.error());
    SealedReader stream(*in, backup, *key, read->bytes);
    sodium_memzero(key->data(), key->size());
    const auto out = real_disk().create(to);
    unseal_into(backup, read->header, stream, *out, progress);
    return {};
}

} // namespace

core::Expected<Told> look_at(const fs::path& backup) {
    std::error_code ignored;
    if (!fs::is_regular_file(backup, ignored)) throw core::WorldFailure(about("file.missing", backup));
    const auto header = load_header(backup);
    if (header) return Told{*header, true};
    if (header.error().code != "backup.not-a-backup") return core::fail(header.error());
    return look_at_plain(backup);
}

core::Expected<void> check_secret(const fs::path& backup, std::string_view secret) {
    const auto told = look_at(backup);
    if (!told) return core::fail(told.error());
    if (!told->sealed) return {};
    auto key = open_stream_key(backup, told->header, secret);
    if (!key) return core::fail(key.error());
    sodium_memzero(key->data(), key->size());
    return {};
}

core::Expected<Told> unpack(const fs::path& backup, std::string_view secret, const fs::path& destination,
                            core::Progress& progress) {
    auto told = look_at(backup);
    if (!told) return told;
    try {
        if (told->sealed) {
            if (auto done = unpack_sealed(backup, secret, destination, progress); !done) {
                real_disk().remove(destination);
                return core::fail(done.error());
            }
        } else {
            copy_bytes(backup, destination, progress);
        }
    } catch (...) {
        real_disk().remove(destination);
        throw;
    }
    return told;
}

} // namespace backups
