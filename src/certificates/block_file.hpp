// SPDX-License-Identifier: GPL-3.0-or-later
// The file by which a province gives an office serial numbers, NAME.srokb: text that a person can read,
// signed by the province.
//
//   SROK-BLOCK 1                  a later format has another number
//   uid 0192f0c1-7a3e-7c11-b1a2-0123456789ab
//   from 02                       the province
//   to 0202                       the office
//   year 2026
//   first 000001
//   last 000500
//   given 2026-05-04T03:02:01.000Z
//   sample no                     yes: worth nothing
//   key …                         Ed25519, 64 hexadecimal digits
//   signature …                   by that key (RFC 8032) over "SROK-BLOCK:" and the BLAKE2b-256 (RFC 7693) of
//   all lines
//                                 before, line feeds included
// Every line ends by one line feed; no other spelling is read.
#pragma once

#include "core/clock.hpp"
#include "core/expected.hpp"
#include "core/uid.hpp"
#include "office/digest.hpp"
#include "office/signing.hpp"
#include "storage/transaction.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace certificates {

struct BlockFile {
    core::Uid uid{};
    std::string from;
    std::string to;
    int year = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    core::Moment given{};
    bool sample = false;
    office::PublicKey key;
    office::Digest digest{}; // of the file's bytes

    friend bool operator==(const BlockFile&, const BlockFile&) = default;
};

// The file's bytes; `key` and `digest` follow from the signature.
std::string write_block_file(const BlockFile& block, const office::SigningKey& key);

// Errors: block-file.not-srok; block-file.newer {version}; block-file.altered: not what was signed.
core::Expected<BlockFile> read_block_file(std::string_view bytes);
// The same from disk. Error: file.not-found.
core::Expected<BlockFile> load_block_file(const std::filesystem::path& path);

// At a province: the next `count` numbers of the year that it gave nobody, for an office of its area; `first`
// where a person says at which number they begin. Kept, so that no number is given twice; journalled. `key`
// signs. Errors: block-file.not-a-province; area.unknown {code}; block-file.other-province {office};
// serial.count {count}; serial.block-range {first, last}; serial.block-overlap {first, last}: given before.
struct BlockWish {
    std::string office;
    int year = 0;
    std::int64_t count = 0;
    std::optional<std::int64_t> first{};
};
struct GivenBlock {
    BlockFile block;
    std::string bytes;
};
core::Expected<GivenBlock> give_block(storage::Transaction& tx, const BlockWish& wish,
                                      const office::SigningKey& key);

// At the office it is for; a province whose key was not known is known by it from now on, unless it is a
// sample. Nothing is written when it was taken before. Errors: block-file.wrong-office {office};
// block-file.other-province {office}: it is not this office's province; block-file.wrong-key {office};
// block-file.sample {office}: a sample's, and this office is past set-up; those of take_block.
struct TakenBlock {
    bool same = false; // taken before
    std::int64_t block = 0;
};
core::Expected<TakenBlock> take_block_file(storage::Transaction& tx, const BlockFile& file);

// What was given and taken, newest first.
struct KeptBlockFile {
    bool given = false;
    std::string from;
    std::string to;
    int year = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    core::Moment given_at{};
    bool sample = false;
};
std::vector<KeptBlockFile> load_block_files(const storage::Database& database);

} // namespace certificates
