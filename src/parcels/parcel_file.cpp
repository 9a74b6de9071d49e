// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/parcel_file.hpp"

#include "documents/file.hpp"
#include "identity/transfer_file.hpp"
#include "identity/transfer_json.hpp"

#include <algorithm>

namespace parcels {
namespace {

using identity::Json;
using identity::JsonObject;

constexpr std::string_view magic = "SROK-PARCEL 1  \n";
constexpr std::string_view magic_word = "SROK-PARCEL ";
constexpr std::size_t frame_at = magic.size() + sizeof(office::Digest);

std::string_view chars(const office::Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

core::Error damaged(std::uint64_t byte) {
    return core::Error{"parcel.damaged"}.at({.byte = byte});
}

core::Error altered(std::string what, std::int64_t row) {
    return core::Error{"parcel.altered"}.with("what", std::move(what)).at({.row = row});
}

core::Error too_large() {
    return core::Error{"parcel.too-large"}.with("megabytes", std::to_string(largest_file >> 20U));
}

office::Digest line_hash(std::string_view line) {
    return office::digest(std::string{line} + '\n');
}

std::string message(const office::Digest& digest) {
    return "SROK-PARCEL:" + std::string{chars(digest)};
}

office::Digest digest_of(const std::vector<office::Digest>& hashes) {
    std::string all;
    for (const office::Digest& hash : hashes)
        all += chars(hash);
    return office::digest(all);
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

struct Seal {
    std::vector<office::Digest> hashes;
    office::Signature signature;
};

// The seal of a large parcel is longer than a transfer's line may be.
std::optional<Seal> read_seal(std::string_view line) {
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object() || json.size() != 1 || !json.contains("seal") ||
        json.dump() != line)
        return std::nullopt;
    std::optional<core::Error> failure;
    const Json& told = json["seal"];
    JsonObject object(told, "seal", failure);
    Seal seal;
    for (const Json& item : object.items("lines", most_lines)) {
        const auto* digits = item.get_ptr<const std::string*>();
        if (digits == nullptr || !identity::from_hex(*digits, seal.hashes.emplace_back()))
            return std::nullopt;
    }
    seal.signature.bytes = object.bytes<64>("signature");
    object.done();
    if (failure) return std::nullopt;
    return seal;
}

// The sender's key as the first line gives it, before anything else of it is believed.
std::optional<office::PublicKey> key_of(std::string_view line) {
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object() || !json.contains("parcel")) return std::nullopt;
    const Json& head = json["parcel"];
    if (!head.is_object() || !head.contains("sender") || !head["sender"].is_object() ||
        !head["sender"].contains("key"))
        return std::nullopt;
    const auto* digits = head["sender"]["key"].get_ptr<const std::string*>();
    return digits == nullptr ? std::nullopt : office::public_key_from_text(*digits);
}

core::Expected<Parcel> read_text(std::string_view text) {
    const auto lines = split(text);
    if (!lines || lines->size() < 2) return core::fail(damaged(frame_at));
    const auto last_row = static_cast<std::int64_t>(lines->size());
    const auto seal = read_seal(lines->back());
    if (!seal) return core::fail(altered("seal", last_row));
    const std::vector<std::string_view> rows(lines->begin(), lines->end() - 1);
    for (std::size_t at = 0; at < rows.size(); ++at)
        if (at >= seal->hashes.size() || line_hash(rows[at]) != seal->hashes[at])
            return core::fail(altered(describe_line(rows[at]), static_cast<std::int64_t>(at) + 1));
    if (rows.size() != seal->hashes.size()) return core::fail(altered("seal", last_row));
    Parcel parcel;
    parcel.digest = digest_of(seal->hashes);
    const auto key = key_of(rows.front());
    if (!key) return core::fail(altered("parcel", 1));
    if (!office::verify(*key, message(parcel.digest), seal->signature))
        return core::fail(altered("seal", last_row));
    auto told = read_lines(rows);
    if (!told) return core::fail(told.error());
    parcel.head = std::move(told->head);
    parcel.content = std::move(told->content);
    return parcel;
}

core::Expected<Parcel> in_file(const std::filesystem::path& path, core::Expected<Parcel> parcel) {
    if (parcel) return parcel;
    const auto name = path.filename().u8string();
    core::Error error = std::move(parcel).error();
    error.place.file = {name.begin(), name.end()};
    return core::fail(std::move(error));
}

} // namespace

Written write_parcel(const Head& head, const Content& content, const office::SigningKey& key) {
    std::string text;
    std::vector<office::Digest> hashes;
    Json seal{{"seal", {{"lines", Json::array()}}}};
    for (const std::string& line : lines_of(head, content)) {
        hashes.push_back(line_hash(line));
        seal["seal"]["lines"].push_back(office::to_text(hashes.back()));
        text.append(line).append("\n");
    }
    Written written{{}, digest_of(hashes)};
    seal["seal"]["signature"] = office::to_text(key.sign(message(written.digest)));
    text.append(seal.dump()).append("\n");
    const std::string frame = identity::pack(text);
    written.bytes = std::string{magic} + std::string{chars(office::digest(frame))} + frame;
    return written;
}

core::Expected<Parcel> read_parcel(std::string_view bytes) {
    if (!bytes.starts_with(magic)) {
        if (!bytes.starts_with(magic_word)) return core::fail(core::Error{"parcel.not-srok"});
        const std::string_view rest = bytes.substr(magic_word.size(), magic.size() - magic_word.size());
        const std::string version{rest.substr(0, rest.find_first_not_of("0123456789"))};
        // A byte that is wrong in the first line is no newer format.
        if (version.empty() || version == "1") return core::fail(core::Error{"parcel.not-srok"});
        return core::fail(core::Error{"parcel.newer"}.with("version", version));
    }
    if (bytes.size() > largest_file) return core::fail(too_large());
    if (bytes.size() < frame_at) return core::fail(damaged(bytes.size()));
    const std::string_view frame = bytes.substr(frame_at);
    if (bytes.substr(magic.size(), sizeof(office::Digest)) != chars(office::digest(frame)))
        return core::fail(damaged(magic.size()));
    const auto text = identity::unpack(frame);
    if (!text) return core::fail(damaged(frame_at));
    return read_text(*text);
}

core::Expected<Parcel> read_parcel_file(const std::filesystem::path& path) {
    const auto bytes = documents::read_file(path, largest_file);
    if (!bytes)
        return in_file(path,
                       core::fail(bytes.error().code == "file.too-large" ? too_large() : bytes.error()));
    return in_file(path, read_parcel(*bytes));
}

} // namespace parcels
