// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/transfer_file.hpp"

#include "documents/file.hpp"
#include "identity/transfer_json.hpp"
#include "identity/transfer_lines.hpp"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <set>
#include <stdexcept>

namespace identity {
namespace {

constexpr std::string_view magic = "SROK-TRANSFER 2\n";
// The format before recognitions, which is read as well.
constexpr std::string_view former_magic = "SROK-TRANSFER 1\n";
constexpr std::string_view magic_word = "SROK-TRANSFER ";
constexpr std::size_t frame_at = magic.size() + sizeof(office::Digest);
constexpr int pack_level = 12;
constexpr int largest_window = 24; // 16 MiB, as a power of two
constexpr std::size_t free_text = 100 * 1024;
constexpr std::size_t largest_ratio = 100;

std::string_view chars(const office::Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

core::Error damaged(const char* what, std::uint64_t byte) {
    return core::Error{"transfer.damaged"}.with("what", what).at({.byte = byte});
}

core::Error altered(std::string what, std::int64_t row) {
    return core::Error{"transfer.altered"}.with("what", std::move(what)).at({.row = row});
}

core::Error too_large(std::size_t maximum) {
    return core::Error{"transfer.too-large"}.with("maximum", std::to_string(maximum >> 20U));
}

struct ContextRelease {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// One frame and nothing after it, within the limits; the size a frame states is not believed. Places are
// bytes from `offset` on.
core::Expected<std::string> inflate(std::string_view frame, std::uint64_t offset) {
    const std::unique_ptr<ZSTD_DCtx, ContextRelease> context(ZSTD_createDCtx());
    if (!context) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, largest_window);
    std::string text;
    std::array<char, 64 * 1024> piece{};
    ZSTD_inBuffer in{frame.data(), frame.size(), 0};
    std::size_t left = 1;
    while (left != 0) {
        ZSTD_outBuffer out{piece.data(), piece.size(), 0};
        const std::size_t before = in.pos;
        left = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(left) != 0) return core::fail(damaged("compression", offset + in.pos));
        text.append(piece.data(), out.pos);
        if (text.size() > largest_text) return core::fail(too_large(largest_text));
        if (text.size() > free_text && text.size() / largest_ratio > frame.size())
            return core::fail(too_large(largest_text));
        if (left != 0 && out.pos == 0 && in.pos == before)
            return core::fail(damaged("compression", offset + in.pos)); // cut off
    }
    if (in.pos != frame.size()) return core::fail(damaged("compression", offset + in.pos));
    return text;
}

// Each line without its line feed; nothing when the last one has none or there are too many.
std::optional<std::vector<std::string_view>> split(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos || lines.size() == most_lines) return std::nullopt;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return lines;
}

office::Digest line_hash(std::string_view line) {
    return office::digest(std::string{line} + '\n');
}

std::string chapter_message(const office::Digest& digest) {
    return "SROK-CHAPTER:" + std::string{chars(digest)};
}

std::string book_message(std::string_view first_line, const std::vector<office::Digest>& digests) {
    std::string content = std::string{first_line} + '\n';
    for (const office::Digest& digest : digests)
        content += chars(digest);
    return "SROK-TRANSFER:" + std::string{chars(office::digest(content))};
}

// What the seal and the last line both are: a list of digests and a signature.
struct Seal {
    std::vector<office::Digest> digests;
    office::Signature signature;
};

std::string seal_line(const char* name, const char* list, const std::vector<office::Digest>& digests,
                      const office::Signature& signature) {
    Json json = Json::object();
    json[name][list] = Json::array();
    for (const office::Digest& digest : digests)
        json[name][list].push_back(office::to_text(digest));
    json[name]["signature"] = office::to_text(signature);
    return json.dump();
}

std::optional<Seal> read_seal(std::string_view text, const char* name, const char* list) {
    const auto line = read_line(text);
    if (!line || line->name != name) return std::nullopt;
    std::optional<core::Error> failure;
    const Json json = Json::parse(line->raw);
    JsonObject object(json, name, failure);
    Seal seal;
    for (const Json& item : object.items(list, most_lines)) {
        const auto* digits = item.get_ptr<const std::string*>();
        if (digits == nullptr || !from_hex(*digits, seal.digests.emplace_back())) return std::nullopt;
    }
    seal.signature.bytes = object.bytes<64>("signature");
    object.done();
    if (failure) return std::nullopt;
    return seal;
}

office::Digest digest_of(const std::vector<office::Digest>& hashes) {
    std::string all;
    for (const office::Digest& hash : hashes)
        all += chars(hash);
    return office::digest(all);
}

bool is_seal(std::string_view line) {
    return line.starts_with("{\"seal\":");
}

// The chapter's key as its first line gives it.
std::optional<office::PublicKey> key_of(std::string_view text) {
    const auto line = read_line(text);
    if (!line || line->name != "chapter") return std::nullopt;
    const Json json = Json::parse(line->raw);
    if (!json.is_object() || !json.contains("key")) return std::nullopt;
    const auto* digits = json["key"].get_ptr<const std::string*>();
    return digits == nullptr ? std::nullopt : office::public_key_from_text(*digits);
}

// `lines` are the chapter's with its seal; `first_row` is the row of the first of them.
core::Expected<SignedChapter> read_signed(const std::vector<std::string_view>& lines,
                                          std::int64_t first_row) {
    const auto last_row = first_row + static_cast<std::int64_t>(lines.size()) - 1;
    const auto seal = read_seal(lines.back(), "seal", "lines");
    if (!seal) return core::fail(altered("seal", last_row));
    const std::vector<std::string_view> content(lines.begin(), lines.end() - 1);
    for (std::size_t i = 0; i < content.size(); ++i)
        if (i >= seal->digests.size() || line_hash(content[i]) != seal->digests[i])
            return core::fail(altered(describe_line(content[i]), first_row + static_cast<std::int64_t>(i)));
    if (content.empty() || content.size() != seal->digests.size())
        return core::fail(altered("seal", last_row));
    SignedChapter one;
    one.digest = digest_of(seal->digests);
    const auto key = key_of(content.front());
    if (!key) return core::fail(altered("chapter", first_row));
    if (!office::verify(*key, chapter_message(one.digest), seal->signature))
        return core::fail(altered("seal", last_row));
    auto chapter = read_chapter(content, first_row);
    if (!chapter) return core::fail(chapter.error());
    one.chapter = *std::move(chapter);
    for (const std::string_view line : lines)
        one.text.append(line).append("\n");
    return one;
}

struct Head {
    core::Moment written{};
    std::size_t chapters = 0;
};

std::optional<Head> read_head(std::string_view text) {
    const auto line = read_line(text);
    if (!line || line->name != "book") return std::nullopt;
    std::optional<core::Error> failure;
    const Json json = Json::parse(line->raw);
    JsonObject object(json, "book", failure);
    Head head;
    head.written = object.moment("written");
    head.chapters = static_cast<std::size_t>(object.whole("chapters", 1, most_chapters));
    object.done();
    if (failure) return std::nullopt;
    return head;
}

core::Expected<void> check_end(const std::vector<std::string_view>& lines, const TransferFile& file) {
    const auto row = static_cast<std::int64_t>(lines.size());
    std::vector<office::Digest> digests;
    std::set<std::pair<core::Uid, core::Uid>> known;
    for (const SignedChapter& one : file.chapters) {
        digests.push_back(one.digest);
        if (!known.emplace(one.chapter.office.uid, one.chapter.person.uid).second)
            return core::fail(altered("chapter", row));
    }
    const auto end = read_seal(lines.back(), "end", "chapters");
    if (!end || end->digests != digests ||
        !office::verify(file.sender().key, book_message(lines.front(), digests), end->signature))
        return core::fail(altered("end", row));
    return {};
}

core::Expected<TransferFile> read_text(std::string_view text) {
    const auto lines = split(text);
    if (!lines || lines->empty()) return core::fail(damaged("lines", frame_at));
    const auto head = read_head(lines->front());
    if (!head) return core::fail(altered("book", 1));
    TransferFile file;
    file.written = head->written;
    std::vector<std::string_view> open;
    std::int64_t row = 2;
    for (std::size_t at = 1; at < lines->size(); ++at) {
        open.push_back((*lines)[at]);
        if (!is_seal(open.back())) continue;
        if (file.chapters.size() == head->chapters) return core::fail(altered("book", 1));
        auto one = read_signed(open, row);
        if (!one) return core::fail(one.error());
        row += static_cast<std::int64_t>(open.size());
        file.chapters.push_back(*std::move(one));
        open.clear();
    }
    if (file.chapters.size() != head->chapters) return core::fail(altered("book", 1));
    if (open.size() != 1) return core::fail(altered("end", row));
    if (auto ended = check_end(*lines, file); !ended) return core::fail(ended.error());
    return file;
}

bool tells_of_recognition(const TransferFile& file) {
    return std::any_of(file.chapters.begin(), file.chapters.end(),
                       [](const SignedChapter& one) { return !one.chapter.recognitions.empty(); });
}

core::Error not_ours(std::string_view bytes) {
    unsigned version = 0;
    if (bytes.starts_with(magic_word)) {
        const char* const end = bytes.data() + bytes.size();
        const auto [stop, problem] = std::from_chars(bytes.data() + magic_word.size(), end, version);
        if (problem == std::errc{} && stop != end && *stop == '\n' && version > 2)
            return core::Error{"transfer.newer"}.with("version", std::to_string(version));
        return damaged("digest", 0);
    }
    return core::Error{"transfer.not-srok"};
}

} // namespace

SignedChapter sign_chapter(const Chapter& chapter, const office::SigningKey& key) {
    SignedChapter one;
    one.chapter = chapter;
    std::vector<office::Digest> hashes;
    for (const std::string& line : lines_of(chapter)) {
        hashes.push_back(line_hash(line));
        one.text.append(line).append("\n");
    }
    one.digest = digest_of(hashes);
    one.text.append(seal_line("seal", "lines", hashes, key.sign(chapter_message(one.digest)))).append("\n");
    return one;
}

std::string write_transfer(const std::vector<SignedChapter>& chapters, core::Moment written,
                           const office::SigningKey& key) {
    Json book = Json::object();
    book["book"] = {{"chapters", chapters.size()}, {"written", core::to_iso(written)}};
    const std::string first = book.dump();
    std::string text = first + '\n';
    std::vector<office::Digest> digests;
    for (const SignedChapter& one : chapters) {
        digests.push_back(one.digest);
        text += one.text;
    }
    text.append(seal_line("end", "chapters", digests, key.sign(book_message(first, digests)))).append("\n");
    const std::string frame = pack(text);
    std::string bytes{magic};
    bytes.append(chars(office::digest(frame))).append(frame);
    return bytes;
}

core::Expected<TransferFile> read_transfer(std::string_view bytes) {
    if (bytes.size() > largest_file) return core::fail(too_large(largest_file));
    const bool former = bytes.starts_with(former_magic);
    if (!former && !bytes.starts_with(magic)) return core::fail(not_ours(bytes));
    if (bytes.size() <= frame_at) return core::fail(damaged("digest", bytes.size()));
    const std::string_view frame = bytes.substr(frame_at);
    const bool whole = bytes.substr(magic.size(), sizeof(office::Digest)) == chars(office::digest(frame));
    // Also where the bytes are not whole: the line that is wrong says more than that something is.
    const auto text = inflate(frame, frame_at);
    if (!text) return core::fail(text.error());
    auto file = read_text(*text);
    if (!file) return core::fail(file.error());
    if (former && tells_of_recognition(*file))
        return core::fail(core::Error{"transfer.line"}.with("what", "recognition"));
    if (!whole) return core::fail(damaged("digest", magic.size()));
    file->digest = office::digest(bytes);
    return file;
}

core::Expected<TransferFile> read_transfer_file(const std::filesystem::path& path) {
    const std::u8string name = path.u8string();
    const auto in_file = [&](core::Error error) {
        error.place.file = {name.begin(), name.end()};
        return core::fail(std::move(error));
    };
    const auto bytes = documents::read_file(path, largest_file);
    if (!bytes)
        return in_file(bytes.error().code == "file.too-large" ? too_large(largest_file) : bytes.error());
    auto file = read_transfer(*bytes);
    if (!file) return in_file(file.error());
    return file;
}

core::Expected<SignedChapter> read_signed_chapter(std::string_view text) {
    const auto lines = split(text);
    if (!lines || lines->empty()) return core::fail(damaged("lines", 0));
    return read_signed(*lines, 1);
}

std::string pack(std::string_view text) {
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size =
        ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), pack_level);
    if (ZSTD_isError(size) != 0) throw std::logic_error(ZSTD_getErrorName(size));
    packed.resize(size);
    return packed;
}

std::optional<std::string> unpack(std::string_view packed) {
    auto text = inflate(packed, 0);
    if (!text) return std::nullopt;
    return *std::move(text);
}

} // namespace identity
