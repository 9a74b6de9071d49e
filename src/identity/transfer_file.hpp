// SPDX-License-Identifier: GPL-3.0-or-later
// The file a learner's past travels in, NAME.srokt: one chapter by each office that taught the learner, each
// signed by that office, so that nobody who hands a chapter on can change it.
//
// For whoever writes another reader:
//   bytes  0..15   "SROK-TRANSFER 2" and a line feed; a later format has another number. A file of format 1
//   is
//                  the same without recognitions, and is read too
//   bytes 16..47   BLAKE2b-256 (RFC 7693) of all the bytes that follow
//   bytes 48..     one zstd frame (RFC 8878), window of 16 MiB at most, nothing after it: the text
// The text is UTF-8 in lines ended by one line feed. A line is a JSON object (RFC 8259) with one member,
// whose name says what it is. It is canonical: no blanks, members in the order of their names' bytes, each
// once, whole numbers only, nothing escaped but ", \ and control characters. A reader refuses any other
// spelling and any member it does not know.
//   {"book":{"chapters":N,"written":"2026-05-04T03:02:01.000Z"}}          the first line
//   N chapters, the sender's own first, no two of one office and learner:
//     {"chapter":{code,key,name,name_km,sample,uid,written}}     the office: the code of its area ("0202"; an
//                         institution's own after a slash), public key (hex), uid; sample true: worth nothing
//     {"person":{number,uid,fields:{…},village_words,birthplace_words}}     the columns of the table learner
//     {"photo":"…"}                                               a JPEG in base64, where there is one
//     {"pack":{digest,source}}                 a programme's rules (TOML) and BLAKE2b-256 of them, each once
//     {"enrolment":{uid,class,institution,pack,first_day,last_day,reason,months,scores,rank,figures}}
//                         months: a letter a day, days '.' no school day, 'N' did not meet, 'T' taken, '-'
//                         not taken, marks as the register's (P A L p a, '.' none); scores in hundredths;
//                         figures are the days counted, days present, rate and hours as exact fractions [n,d]
//     {"recognition":{uid,pack,level,day,units:["…"],evidence:["…"],assessors:["…","…"],remark}}     prior
//                         learning that stands: keys of the pack's units, what was seen, who assessed it
//     {"certificate":{uid,enrolment,serial,state,code,issued_on,…}}       code: the signed payload as printed
//     {"document":{serial,copy,made_at,pdf}}   the bytes handed out in base64, after their certificate
//     {"seal":{"lines":["…",…],"signature":"…"}}     BLAKE2b-256 (hex) of each line of the chapter, line feed
//                         included, and Ed25519 (RFC 8032) by the chapter's key over "SROK-CHAPTER:" and the
//                         BLAKE2b-256 of those hashes' bytes one after another: that is the chapter's digest
//   {"end":{"chapters":["…",…],"signature":"…"}}     the last line: the digests in order, and Ed25519 by the
//                         first chapter's key over "SROK-TRANSFER:" and the BLAKE2b-256 of the first line
//                         with its line feed and the digests' bytes
// Units that results earned are not told: they follow from scores, days and pack (units/earned.hpp), and a
// reader works them out.
// A key only says who could have written; that it is that office's is for the reader to know (a pinned key).
// A changed line is named by its hash, whatever else was changed with it.
#pragma once

#include "identity/transfer_chapter.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace identity {

// No larger file is read, and no text past the second, nor one of more than 100 times its file past 100 KiB.
inline constexpr std::size_t largest_file = std::size_t{32} << 20U;
inline constexpr std::size_t largest_text = std::size_t{64} << 20U;
inline constexpr std::size_t most_chapters = 50;

// A chapter with its lines as they were signed.
struct SignedChapter {
    Chapter chapter;
    office::Digest digest{};
    std::string text; // every line, the seal too
};

SignedChapter sign_chapter(const Chapter& chapter, const office::SigningKey& key);

// The file's bytes: the sender's own chapter first, signed by `key`.
std::string write_transfer(const std::vector<SignedChapter>& chapters, core::Moment written,
                           const office::SigningKey& key);

struct TransferFile {
    core::Moment written{};
    office::Digest digest{}; // of the bytes
    std::vector<SignedChapter> chapters;
    const Chapter& sender() const { return chapters.front().chapter; }
};

// Errors, none of which reads past the limits; the place is a byte of the file or a row of its text:
//   transfer.not-srok      not a transfer file
//   transfer.newer         {version}
//   transfer.too-large     {maximum}
//   transfer.damaged       {what: "digest" | "compression" | "lines"} at the byte: cut, or changed as bytes
//   transfer.altered       {what} at the row: this line is not the one that was signed
//   transfer.line, transfer.field, transfer.figures     signed, but not as the format has it
core::Expected<TransferFile> read_transfer(std::string_view bytes);

// The same from disk. Error: file.not-found.
core::Expected<TransferFile> read_transfer_file(const std::filesystem::path& path);

// One chapter's text as it was kept, checked again. Errors as read_transfer.
core::Expected<SignedChapter> read_signed_chapter(std::string_view text);

// zstd, for keeping a chapter; unpack gives nothing for what pack() did not make.
std::string pack(std::string_view text);
std::optional<std::string> unpack(std::string_view packed);

} // namespace identity
