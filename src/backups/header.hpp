// SPDX-License-Identifier: GPL-3.0-or-later
// What stands at the head of a backup, NAME.srokbak, readable without any passphrase. All numbers are
// little-endian.
//
//   8  "SROKBAK\n"
//   2  format (1); a later one has another number and the same first 14 bytes
//   4  n, the length of what follows up to the digest, at most 64 KiB
//   n  office uid (16); area code, institution code (each a length byte and its text); generation (4);
//      the moment of the content, milliseconds since 1970 UTC (8); schema (4); rows of the audit (8);
//      length (8) and BLAKE2b-256 (32) of the office file within;
//      public key (32, Ed25519); how many sealed copies of its secret (1), each: kind (1: 1 passphrase,
//      2 recovery code) and 101 bytes as office/sealed_key.hpp has them;
//      the stream's key, sealed to the public key's X25519 form (80, crypto_box_seal)
//  32  BLAKE2b-256 of all before
//  24  crypto_secretstream_xchacha20poly1305 header
//      chunks of 64 KiB of the zstd-compressed office file, each 17 bytes longer when sealed, the last one
//      shorter and marked final. All before the 24 bytes is the first chunk's additional data.
#pragma once

#include "backups/disk.hpp"
#include "core/clock.hpp"
#include "core/expected.hpp"
#include "core/uid.hpp"
#include "office/backup_key.hpp"
#include "office/digest.hpp"

#include <array>
#include <string>
#include <vector>

namespace backups {

using StreamKey = std::array<std::byte, 32>;

struct Header {
    core::Uid office{};
    std::string area_code;
    std::string institution_code; // of an institution's file
    int generation = 1;
    core::Moment made_at{};
    int schema = 0;
    std::int64_t audit_rows = 0;
    std::uint64_t plain_bytes = 0;
    office::Digest plain_digest{};
    office::BackupKey key;
    std::array<std::byte, 80> sealed_stream_key{};
};

// With the digest at its end.
std::vector<std::byte> encode(const Header& header);

struct ReadHeader {
    Header header;
    std::vector<std::byte> bytes; // as they stand in the file
};

// Errors: backup.not-a-backup; backup.newer {has, knows}. WorldFailure backup.damaged {byte} where it was
// altered or cut off.
core::Expected<ReadHeader> read_header(InFile& file, const std::filesystem::path& name);
core::Expected<Header> load_header(const std::filesystem::path& file, Disk& disk = real_disk());

// backup.damaged at a byte of the file.
core::WorldFailure damaged_at(const std::filesystem::path& file, std::uint64_t byte);

} // namespace backups
