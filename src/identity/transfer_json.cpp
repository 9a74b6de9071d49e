// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/transfer_json.hpp"

#include "core/utf8.hpp"

namespace identity {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view digits = "0123456789abcdef";
// Far past any school year, and small enough that sums of them stay exact.
constexpr std::int64_t largest_term = 1'000'000'000;

const Json nothing = Json::object();
const Json no_items = Json::array();

unsigned octet(char c) {
    return static_cast<unsigned char>(c);
}

// Lines of one text are parted by a line feed (identity numbers) and a tab; nothing else that cannot be seen.
bool readable(std::string_view text) {
    for (const char c : text)
        if (octet(c) < 0x20 && c != '\n' && c != '\t') return false;
    return core::is_utf8(text);
}

} // namespace

std::string base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::string_view three = bytes.substr(at, 3);
        unsigned bits = 0;
        for (std::size_t i = 0; i < 3; ++i)
            bits = bits << 8U | (i < three.size() ? octet(three[i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            text += i <= three.size() ? letters[bits >> (18 - 6 * i) & 63U] : '=';
    }
    return text;
}

std::optional<std::string> from_base64(std::string_view text, std::size_t most) {
    if (text.size() % 4 != 0 || text.size() / 4 * 3 > most + 2) return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t at = 0; at < text.size(); at += 4) {
        unsigned bits = 0;
        std::size_t known = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const std::size_t value = letters.find(text[at + i]);
            if (value != std::string_view::npos && known == i) ++known;
            bits = bits << 6U | (value == std::string_view::npos ? 0U : static_cast<unsigned>(value));
        }
        for (std::size_t i = 0; i + 1 < known; ++i)
            bytes += static_cast<char>(bits >> (16 - 8 * i) & 255U);
    }
    // One content has one spelling.
    if (bytes.size() > most || base64(bytes) != text) return std::nullopt;
    return bytes;
}

std::string hex(std::span<const std::byte> bytes) {
    std::string text;
    for (const std::byte b : bytes) {
        text += digits[std::to_integer<unsigned>(b >> 4)];
        text += digits[std::to_integer<unsigned>(b & std::byte{15})];
    }
    return text;
}

bool from_hex(std::string_view text, std::span<std::byte> into) {
    if (text.size() != into.size() * 2) return false;
    for (std::size_t i = 0; i < into.size(); ++i) {
        const std::size_t high = digits.find(text[2 * i]), low = digits.find(text[2 * i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return false;
        into[i] = static_cast<std::byte>(high << 4U | low);
    }
    return true;
}

JsonObject::JsonObject(const Json& json, std::string path, std::optional<core::Error>& error)
    : m_json(json.is_object() ? json : nothing)
    , m_path(std::move(path))
    , m_error(error) {
    if (!json.is_object() && !m_error) m_error = core::Error{"transfer.field"}.with("field", m_path);
}

void JsonObject::fail(const char* name) {
    if (!m_error) m_error = core::Error{"transfer.field"}.with("field", path(name));
}

void JsonObject::done() {
    for (const auto& [name, value] : m_json.items())
        if (!m_asked.contains(name)) fail(name.c_str());
}

const Json* JsonObject::find(const char* name) {
    m_asked.insert(name);
    const auto found = m_json.find(name);
    return found == m_json.end() ? nullptr : &*found;
}

std::string JsonObject::text(const char* name, std::size_t most) {
    std::string value = optional_text(name, most);
    if (value.empty()) fail(name);
    return value;
}

std::string JsonObject::optional_text(const char* name, std::size_t most) {
    const Json* found = find(name);
    if (found == nullptr) return {};
    const auto* value = found->get_ptr<const std::string*>();
    if (value == nullptr || value->empty() || value->size() > most || !readable(*value)) {
        fail(name);
        return {};
    }
    return *value;
}

std::int64_t JsonObject::whole(const char* name, std::int64_t from, std::int64_t to) {
    const auto value = optional_whole(name, from, to);
    if (!value) fail(name);
    return value.value_or(from);
}

std::optional<std::int64_t> JsonObject::optional_whole(const char* name, std::int64_t from, std::int64_t to) {
    const Json* found = find(name);
    if (found == nullptr) return std::nullopt;
    const bool fits =
        found->is_number_unsigned() ? found->get<std::uint64_t>() <= INT64_MAX : found->is_number_integer();
    const std::int64_t value = fits ? found->get<std::int64_t>() : 0;
    if (!fits || value < from || value > to) {
        fail(name);
        return std::nullopt;
    }
    return value;
}

bool JsonObject::yes(const char* name) {
    const Json* found = find(name);
    if (found == nullptr) return false;
    if (!found->is_boolean() || !found->get<bool>()) fail(name);
    return true;
}

core::Uid JsonObject::uid(const char* name) {
    const auto value = core::uid_from_text(text(name, 36));
    if (!value) fail(name);
    return value.value_or(core::Uid{});
}

core::Day JsonObject::day(const char* name) {
    const auto value = optional_day(name);
    if (!value) fail(name);
    return value.value_or(core::Day{std::chrono::year{2000} / 1 / 1});
}

std::optional<core::Day> JsonObject::optional_day(const char* name) {
    const std::string value = optional_text(name, 10);
    if (value.empty()) return std::nullopt;
    const auto day = core::day_from_iso(value);
    if (!day) fail(name);
    return day;
}

core::Moment JsonObject::moment(const char* name) {
    const auto value = core::moment_from_iso(text(name, 24));
    if (!value) fail(name);
    return value.value_or(core::Moment{});
}

core::Ratio JsonObject::ratio(const char* name) {
    const auto value = optional_ratio(name);
    if (!value) fail(name);
    return value.value_or(core::Ratio{});
}

std::optional<core::Ratio> JsonObject::optional_ratio(const char* name) {
    const Json* found = find(name);
    if (found == nullptr) return std::nullopt;
    const auto term = [](const Json& json, std::int64_t least) -> std::optional<std::int64_t> {
        if (!json.is_number_unsigned() || json.get<std::uint64_t>() > largest_term) return std::nullopt;
        const auto value = json.get<std::int64_t>();
        return value < least ? std::nullopt : std::optional{value};
    };
    if (found->is_array() && found->size() == 2) {
        const auto numerator = term((*found)[0], 0), denominator = term((*found)[1], 1);
        if (numerator && denominator) {
            const core::Ratio ratio{*numerator, *denominator};
            if (ratio.numerator() == *numerator && ratio.denominator() == *denominator) return ratio;
        }
    }
    fail(name);
    return std::nullopt;
}

std::vector<std::string> JsonObject::texts(const char* name, std::size_t most, std::size_t longest) {
    std::vector<std::string> list;
    for (const Json& item : items(name, most)) {
        const auto* text = item.get_ptr<const std::string*>();
        if (text == nullptr || text->empty() || text->size() > longest || !readable(*text))
            fail(name);
        else
            list.push_back(*text);
    }
    return list;
}

const Json& JsonObject::items(const char* name, std::size_t most) {
    const Json* found = find(name);
    if (found != nullptr && found->is_array() && found->size() <= most) return *found;
    fail(name);
    return no_items;
}

const Json& JsonObject::object(const char* name) {
    const Json* found = find(name);
    if (found != nullptr && found->is_object()) return *found;
    fail(name);
    return nothing;
}

} // namespace identity
