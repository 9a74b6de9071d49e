// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/code.hpp"

#include "certificates/base45.hpp"
#include "core/utf8.hpp"

#include <cbor.h>

#include <array>
#include <cassert>
#include <charconv>
#include <cstdint>
#include <map>
#include <variant>

namespace certificates {

namespace {

enum Key : std::uint64_t {
    key_id,
    serial,
    name_km,
    name_latin,
    sex,
    born,
    programme,
    programme_name,
    result,
    issued,
    office_code,
    sample,
    kind,
    content,
    earned,
};

constexpr std::array<std::string_view, 6> kinds = {"certificate", "record",     "provisional",
                                                   "partial",     "attendance", "transcript"};

std::optional<CodeKind> kind_from_text(std::string_view text) {
    // A certificate's code has no kind.
    for (std::size_t i = 1; i < kinds.size(); ++i)
        if (kinds[i] == text) return static_cast<CodeKind>(i);
    return std::nullopt;
}

// QR version 40 at level M holds 3,391 alphanumeric characters; nothing longer can have come from paper.
constexpr std::size_t max_text = 3391;
constexpr std::size_t signature_size = sizeof(office::Signature);

std::string_view chars(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// One entry's value: text, bytes, or true.
struct Octets {
    std::string bytes;
};
using Value = std::variant<std::string, Octets, bool>;
using Entries = std::map<std::uint64_t, Value>;

// libcbor's encoders write the shortest head, which is the deterministic one.
template<auto encode_head, typename Number>
void append_head(std::string& out, Number number) {
    std::array<unsigned char, 9> head{};
    const std::size_t size = encode_head(number, head.data(), head.size());
    out.append(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(size));
}

std::string to_cbor(const Entries& entries) {
    std::string out;
    append_head<cbor_encode_map_start>(out, entries.size());
    for (const auto& [key, value] : entries) {
        append_head<cbor_encode_uint>(out, key);
        if (const auto* text = std::get_if<std::string>(&value)) {
            append_head<cbor_encode_string_start>(out, text->size());
            out += *text;
        } else if (const auto* octets = std::get_if<Octets>(&value)) {
            append_head<cbor_encode_bytestring_start>(out, octets->bytes.size());
            out += octets->bytes;
        } else {
            append_head<cbor_encode_bool>(out, std::get<bool>(value));
        }
    }
    return out;
}

// The item that libcbor has just seen; nothing for kinds a code never holds.
struct Item {
    std::optional<std::uint64_t> number;
    std::optional<std::size_t> map_size;
    std::optional<Value> value;
};

cbor_callbacks item_callbacks() {
    cbor_callbacks calls = cbor_empty_callbacks;
    calls.uint8 = [](void* item, std::uint8_t n) { static_cast<Item*>(item)->number = n; };
    calls.map_start = [](void* item, std::size_t n) { static_cast<Item*>(item)->map_size = n; };
    calls.boolean = [](void* item, bool b) { static_cast<Item*>(item)->value = b; };
    calls.string = [](void* item, cbor_data data, std::size_t n) {
        static_cast<Item*>(item)->value = std::string(data, data + n);
    };
    calls.byte_string = [](void* item, cbor_data data, std::size_t n) {
        static_cast<Item*>(item)->value = Octets{std::string(data, data + n)};
    };
    return calls;
}

// Takes one item off the front; an empty Item where there is none.
Item take(std::string_view& bytes) {
    static const cbor_callbacks calls = item_callbacks();
    Item item;
    const auto seen =
        cbor_stream_decode(reinterpret_cast<cbor_data>(bytes.data()), bytes.size(), &calls, &item);
    if (seen.status != CBOR_DECODER_FINISHED) return {};
    bytes.remove_prefix(seen.read);
    return item;
}

// Nothing is allocated by a count in the bytes: entries are taken while they come.
std::optional<Entries> from_cbor(std::string_view bytes) {
    const Item head = take(bytes);
    if (!head.map_size || *head.map_size > earned + 1) return std::nullopt;
    Entries entries;
    for (std::size_t i = 0; i < *head.map_size; ++i) {
        const Item key = take(bytes);
        Item item = take(bytes);
        if (!key.number || !item.value) return std::nullopt;
        if (!entries.emplace(*key.number, std::move(*item.value)).second) return std::nullopt;
    }
    if (!bytes.empty()) return std::nullopt;
    return entries;
}

std::string payload_bytes(const CertificatePayload& payload, const office::KeyId& key) {
    Entries entries;
    const auto put = [&](Key at, const std::string& text) {
        if (!text.empty()) entries.emplace(at, text);
    };
    entries.emplace(key_id, Octets{std::string(chars(key.bytes))});
    put(serial, payload.serial);
    put(name_km, payload.name_km);
    put(name_latin, payload.name_latin);
    put(sex, payload.sex);
    if (payload.born) put(born, core::to_text(*payload.born));
    put(programme, payload.programme);
    put(programme_name, payload.programme_name);
    put(result, payload.result);
    put(issued, core::to_iso(payload.issued));
    put(office_code, payload.office);
    if (payload.sample) entries.emplace(sample, true);
    if (payload.kind != CodeKind::certificate) put(kind, std::string{to_text(payload.kind)});
    if (payload.content) {
        entries.emplace(content, Octets{std::string(chars(*payload.content))});
        put(earned, payload.earned);
    }
    return to_cbor(entries);
}

bool printable(std::string_view text) {
    if (text.empty() || !core::is_utf8(text)) return false;
    for (const char32_t c : core::code_points(text))
        if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;
    return true;
}

core::Error damaged(std::string part) {
    return core::Error{"code.damaged"}.with("part", std::move(part));
}

// Whether the text under a key is one that key may hold; puts it into its place.
bool read_text(std::uint64_t key, const std::string& text, CertificatePayload& payload) {
    if (!printable(text)) return false;
    switch (key) {
    case serial:
        payload.serial = text;
        return true;
    case name_km:
        payload.name_km = text;
        return true;
    case name_latin:
        payload.name_latin = text;
        return true;
    case sex:
        payload.sex = text;
        return text == "f" || text == "m";
    case born:
        payload.born = core::partial_date_from_text(text);
        return payload.born.has_value();
    case programme:
        payload.programme = text;
        return true;
    case programme_name:
        payload.programme_name = text;
        return true;
    case result:
        payload.result = text;
        return true;
    case issued: {
        const auto day = core::day_from_iso(text);
        payload.issued = day.value_or(core::Day{});
        return day.has_value();
    }
    case office_code:
        payload.office = text;
        return true;
    case kind: {
        const auto known = kind_from_text(text);
        payload.kind = known.value_or(CodeKind::certificate);
        return known.has_value();
    }
    case earned:
        payload.earned = text;
        return true;
    default:
        return false;
    }
}

bool read_octets(std::uint64_t key, const std::string& bytes, DecodedCode& code) {
    const auto copy = [&](auto& into) {
        if (bytes.size() != into.size()) return false;
        bytes.copy(reinterpret_cast<char*>(into.data()), into.size());
        return true;
    };
    if (key == key_id) return copy(code.key.bytes);
    return key == content && copy(code.payload.content.emplace());
}

// The keys that only the other kinds of document have.
bool mixed(const Entries& entries, const CertificatePayload& payload) {
    for (const Key key : {content, earned})
        if (entries.contains(key) != payload.of_a_learner()) return true;
    for (const Key key : {programme, programme_name, result})
        if (payload.of_a_learner() && entries.contains(key)) return true;
    return false;
}

core::Expected<void> read_entries(const Entries& entries, DecodedCode& code) {
    for (const auto& [key, value] : entries) {
        bool good = false;
        if (const auto* octets = std::get_if<Octets>(&value)) {
            good = read_octets(key, octets->bytes, code);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            good = read_text(key, *text, code.payload);
        } else {
            good = key == sample && std::get<bool>(value);
            code.payload.sample = good;
        }
        if (!good) return core::fail(damaged("key " + std::to_string(key)));
    }
    if (mixed(entries, code.payload)) return core::fail(damaged("key 12"));
    for (const Key key :
         {key_id, serial, issued, office_code, code.payload.of_a_learner() ? content : programme})
        if (!entries.contains(key)) return core::fail(damaged("key " + std::to_string(key)));
    if (!entries.contains(name_km) && !entries.contains(name_latin)) return core::fail(damaged("key 2"));
    return {};
}

core::Error no_code(std::string_view text) {
    // "SROK2:" is a certificate of a later program, not rubbish.
    constexpr std::string_view name = "SROK";
    unsigned version = 0;
    if (text.starts_with(name)) {
        const char* end = text.data() + text.size();
        const auto [stop, problem] = std::from_chars(text.data() + name.size(), end, version);
        if (problem == std::errc{} && stop != end && *stop == ':' && version > 1)
            return core::Error{"code.newer"}.with("version", std::to_string(version));
    }
    return {"code.not-srok"};
}

} // namespace

bool is_code_text(std::string_view text) {
    return text.starts_with(code_prefix) || no_code(text).code == "code.newer";
}

std::string_view to_text(CodeKind document) {
    return kinds[static_cast<std::size_t>(document)];
}

std::string encode(const CertificatePayload& payload, const office::SigningKey& key) {
    const std::string bytes = payload_bytes(payload, key.id());
    const office::Signature signature = key.sign(std::string(code_prefix) + bytes);
    std::string text = std::string(code_prefix) + to_base45(bytes + std::string(chars(signature.bytes)));
    assert(decode(text).has_value());
    return text;
}

core::Expected<DecodedCode> decode(std::string_view text) {
    if (!text.starts_with(code_prefix)) return core::fail(no_code(text));
    if (text.size() > max_text) return core::fail(damaged("length"));
    const auto bytes = from_base45(text.substr(code_prefix.size()));
    if (!bytes) return core::fail(damaged("base45"));
    if (bytes->size() <= signature_size) return core::fail(damaged("length"));

    DecodedCode code;
    const std::size_t payload_size = bytes->size() - signature_size;
    bytes->copy(reinterpret_cast<char*>(code.signature.bytes.data()), signature_size, payload_size);
    const auto entries = from_cbor(std::string_view(*bytes).substr(0, payload_size));
    if (!entries) return core::fail(damaged("cbor"));
    if (const auto read = read_entries(*entries, code); !read) return core::fail(read.error());
    // What we would not have written ourselves has a second spelling, and a certificate has one.
    const std::string canonical = payload_bytes(code.payload, code.key);
    if (bytes->compare(0, payload_size, canonical) != 0) return core::fail(damaged("cbor"));
    code.signed_bytes = std::string(code_prefix) + canonical;
    return code;
}

bool verify_signature(const DecodedCode& code, const office::PublicKey& key) {
    return office::key_id(key) == code.key && office::verify(key, code.signed_bytes, code.signature);
}

} // namespace certificates
