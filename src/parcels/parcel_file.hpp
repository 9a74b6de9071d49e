// SPDX-License-Identifier: GPL-3.0-or-later
// A parcel, NAME.srokp: what a district hands to one institution, or an institution gives back, signed.
//
// For whoever writes another reader:
//   bytes  0..15   "SROK-PARCEL 1" and blanks up to a line feed, the sixteenth byte
//   bytes 16..47   BLAKE2b-256 (RFC 7693) of all the bytes that follow
//   bytes 48..     one zstd frame (RFC 8878), nothing after it: the text
// The text is UTF-8 in lines ended by one line feed; a line is canonical JSON as in a transfer
// (identity/transfer_file.hpp): one object with one member, whose name says what it is.
//   {"parcel":{way,sender:{uid,code,key,…},institution,sequence,written,…}}     the first line. way "out" or
//                         "back"; one that goes back has answers and answers_digest: the sequence and the
//                         digest of the parcel it answers
//   rows, each after those it names by uid: pack, institution, educator, holiday, signer, class, learner,
//                         enrolment, list, block, template, certificate       (row_json.cpp, award_json.cpp)
//   {"seal":{"lines":["…",…],"signature":"…"}}     the last line: BLAKE2b-256 (hex) of each line before it,
//   line
//                         feed included, and Ed25519 by the sender's key over "SROK-PARCEL:" and the
//                         BLAKE2b-256 of those hashes' bytes one after another: that is the parcel's digest
// A key only says who could have written; that it is that office's is for the reader to know
// (parcel_store.hpp).
#pragma once

#include "parcels/lines.hpp"

#include <filesystem>

namespace parcels {

// No larger file is read.
inline constexpr std::size_t largest_file = std::size_t{64} << 20U;

struct Parcel {
    Head head{};
    Content content{};
    office::Digest digest{}; // what is signed
};

// The file's bytes, signed by `key`, which is the head's; and its digest.
struct Written {
    std::string bytes{};
    office::Digest digest{};
};
Written write_parcel(const Head& head, const Content& content, const office::SigningKey& key);

// Errors, none of which reads past the limits; the place is a byte of the file or a row of its text:
//   parcel.not-srok      not a parcel
//   parcel.newer         {version}
//   parcel.too-large     {megabytes}
//   parcel.damaged       cut, or changed as bytes
//   parcel.altered       {what} at the row: this line is not the one that was signed
//   parcel.line, parcel.field     signed, but not as the format has it
core::Expected<Parcel> read_parcel(std::string_view bytes);

// The same from disk. Error: file.not-found.
core::Expected<Parcel> read_parcel_file(const std::filesystem::path& path);

} // namespace parcels
