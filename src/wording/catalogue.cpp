// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <optional>

namespace wording {
namespace {

constexpr std::uint32_t magic = 0x950412DE;
constexpr std::uint32_t magic_swapped = 0xDE120495;
constexpr char context_end = '\x04';

core::Error damaged(std::string why, std::uint64_t byte) {
    return core::Error{"catalogue.damaged"}.with("why", std::move(why)).at({.byte = byte});
}

// 32-bit words of the file, in the byte order its first word shows.
class Words {
  public:
    static std::optional<Words> of(std::string_view bytes) {
        Words words{bytes, false};
        if (words.at(0) == magic) return words;
        if (words.at(0) == magic_swapped) return Words{bytes, true};
        return std::nullopt;
    }

    // Nothing past the end.
    std::optional<std::uint32_t> at(std::uint64_t byte) const {
        if (byte + 4 > m_bytes.size()) return std::nullopt;
        std::uint32_t value = 0;
        for (std::uint64_t i = 0; i < 4; ++i) {
            const auto from = static_cast<std::size_t>(byte + (m_big ? i : 3 - i));
            value = (value << 8U) | static_cast<unsigned char>(m_bytes[from]);
        }
        return value;
    }

  private:
    Words(std::string_view bytes, bool big)
        : m_bytes(bytes)
        , m_big(big) {}

    std::string_view m_bytes;
    bool m_big;
};

struct Range {
    std::size_t from = 0;
    std::size_t size = 0;
};

// The string that the table's row at `byte` points to, which must end in the file and with a NUL.
core::Expected<Range> string_at(std::string_view bytes, const Words& words, std::uint64_t byte) {
    const auto size = words.at(byte);
    const auto from = words.at(byte + 4);
    if (!size || !from) return core::fail(damaged("table", byte));
    const std::uint64_t end = std::uint64_t{*from} + *size;
    if (end >= bytes.size() || bytes[static_cast<std::size_t>(end)] != '\0')
        return core::fail(damaged("string", byte));
    const Range range{*from, *size};
    if (const auto wrong = core::first_invalid_utf8(bytes.substr(range.from, range.size)))
        return core::fail(damaged("not UTF-8", range.from + *wrong));
    return range;
}

} // namespace

core::Expected<Catalogue> Catalogue::from_mo(std::string_view bytes) {
    const auto words = Words::of(bytes);
    if (!words) return core::fail(damaged("magic", 0));
    const auto revision = words->at(4);
    const auto count = words->at(8);
    const auto ids = words->at(12);
    const auto texts = words->at(16);
    if (!revision || !count || !ids || !texts) return core::fail(damaged("header", bytes.size()));
    if (*revision >> 16U > 1) return core::fail(damaged("revision", 4));
    // Each entry has eight bytes in each table, so a count that lies cannot ask for more memory than the
    // file.
    if (*count > bytes.size() / 8) return core::fail(damaged("count", 8));

    Catalogue catalogue;
    catalogue.m_entries.reserve(*count);
    for (std::uint64_t i = 0; i < *count; ++i) {
        const auto id = string_at(bytes, *words, *ids + i * 8);
        if (!id) return core::fail(id.error());
        const auto text = string_at(bytes, *words, *texts + i * 8);
        if (!text) return core::fail(text.error());
        catalogue.m_entries.push_back({id->from, id->size, text->from, text->size});
    }
    catalogue.m_bytes = bytes;
    std::stable_sort(catalogue.m_entries.begin(), catalogue.m_entries.end(),
                     [&](const Entry& a, const Entry& b) { return catalogue.id_of(a) < catalogue.id_of(b); });
    return catalogue;
}

std::string_view Catalogue::id_of(const Entry& entry) const {
    // A plural entry's id is both English forms; the first one names it.
    const auto id = std::string_view{m_bytes}.substr(entry.id, entry.id_size);
    return id.substr(0, id.find('\0'));
}

std::string_view Catalogue::find(std::string_view id) const {
    const auto at =
        std::lower_bound(m_entries.begin(), m_entries.end(), id,
                         [&](const Entry& e, std::string_view wanted) { return id_of(e) < wanted; });
    if (at == m_entries.end() || id_of(*at) != id) return {};
    return std::string_view{m_bytes}.substr(at->text, at->text_size);
}

std::string_view Catalogue::text(std::string_view english) const {
    // The empty id is the catalogue's own header.
    const auto forms = english.empty() ? std::string_view{} : find(english);
    return forms.empty() ? english : forms.substr(0, forms.find('\0'));
}

std::string_view Catalogue::text(std::string_view context, std::string_view english) const {
    const auto forms = find(std::string{context} + context_end + std::string{english});
    return forms.empty() ? english : forms.substr(0, forms.find('\0'));
}

std::string_view Catalogue::plural(std::string_view one, std::string_view many, std::uint64_t count) const {
    const auto forms = find(one);
    if (forms.empty()) return count == 1 ? one : many;
    const std::size_t first_end = forms.find('\0');
    if (count == 1 || first_end == std::string_view::npos) return forms.substr(0, first_end);
    const auto second = forms.substr(first_end + 1);
    return second.substr(0, second.find('\0'));
}

} // namespace wording
