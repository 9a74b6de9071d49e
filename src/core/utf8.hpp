// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 as code points: reading, writing, and naming the first byte that is not UTF-8.
#pragma once

#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace core {

inline constexpr char32_t replacement_character = U'\uFFFD';

// One code point and the bytes it took (1 to 4).
struct Decoded {
    char32_t code_point = replacement_character;
    std::size_t size = 1;
    bool valid = false;
};

// The code point at `at`, which must be inside `text`. Where the bytes are not UTF-8 (cut, overlong, a
// surrogate, past U+10FFFF) it is one byte of U+FFFD, not valid, so that reading always moves on.
Decoded decode_utf8(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t code_point);
std::string to_utf8(std::u32string_view code_points);
std::u32string to_utf32(std::string_view text);

// The byte where `text` stops being UTF-8, or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);
inline bool is_utf8(std::string_view text) {
    return !first_invalid_utf8(text);
}

// for (char32_t c : core::code_points(text))
class CodePoints {
  public:
    class iterator {
      public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = char32_t;
        using difference_type = std::ptrdiff_t;
        using pointer = const char32_t*;
        using reference = char32_t;

        iterator() = default;
        iterator(std::string_view text, std::size_t at)
            : m_text(text)
            , m_at(at) {}
        char32_t operator*() const { return decode_utf8(m_text, m_at).code_point; }
        iterator& operator++() {
            m_at += decode_utf8(m_text, m_at).size;
            return *this;
        }
        iterator operator++(int) {
            iterator before = *this;
            ++*this;
            return before;
        }
        // The byte offset in the text.
        std::size_t offset() const { return m_at; }
        friend bool operator==(const iterator& a, const iterator& b) { return a.m_at == b.m_at; }

      private:
        std::string_view m_text;
        std::size_t m_at = 0;
    };

    explicit CodePoints(std::string_view text)
        : m_text(text) {}
    iterator begin() const { return {m_text, 0}; }
    iterator end() const { return {m_text, m_text.size()}; }

  private:
    std::string_view m_text;
};

inline CodePoints code_points(std::string_view text) {
    return CodePoints{text};
}
// A temporary would be gone before the loop begins.
template<std::same_as<std::string> Temporary>
CodePoints code_points(Temporary&&) = delete;

} // namespace core
