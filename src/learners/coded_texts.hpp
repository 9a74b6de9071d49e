// SPDX-License-Identifier: GPL-3.0-or-later
// Many short texts in one piece of memory, one byte a letter, and the scan that says which of them hold
// another.
//
// A Khmer code point is one byte (0x80 to 0xFF), a printable ASCII character itself, any other code point an
// escape of seven bytes that no byte of another letter can be part of: so a text holds another exactly when
// their codes do, and a Khmer name takes a third of its UTF-8.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace learners {

// A set of texts by their index.
class Marks {
  public:
    explicit Marks(std::size_t size)
        : m_size(size)
        , m_words((size + 63) / 64) {}
    void set(std::size_t index) { m_words[index / 64] |= std::uint64_t{1} << index % 64; }
    void set_all();
    bool test(std::size_t index) const { return (m_words[index / 64] >> index % 64 & 1) != 0; }
    void remove(const Marks& others);
    // Keeps those of which keep(index) is true.
    template<typename Keep>
    void keep_if(Keep keep) {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1)
                if (!keep(i * 64 + static_cast<std::size_t>(std::countr_zero(word))))
                    m_words[i] &= ~(word & -word);
    }
    std::int64_t count() const;
    // The first `limit` of them, ascending.
    std::vector<std::size_t> first(std::size_t limit) const;

  private:
    std::size_t m_size;
    std::vector<std::uint64_t> m_words;
};

// Adds the code of a text in UTF-8.
void append_code(std::string& code, std::string_view text);

// Ends a field, so that nothing is found across two of them.
inline void end_field(std::string& code) {
    code += '\x01';
}

// Whether one text holds another, both coded.
inline bool holds(std::string_view code, std::string_view part) {
    return code.find(part) != std::string_view::npos;
}

class CodedTexts {
  public:
    CodedTexts();
    std::size_t size() const { return m_starts.size() - 1; }
    // Coded fields, each ended.
    void add(std::string_view code);
    std::string_view text(std::size_t index) const;
    // Marks the texts that hold `part`, which is coded and not empty.
    void mark_holding(std::string_view part, Marks& marks) const;
    std::size_t bytes() const;
    void shrink();

  private:
    struct Anchors;
    Anchors rarest_letters(std::string_view part) const;

    std::string m_text; // with slack at the end, so that whole blocks can be loaded
    std::vector<std::uint32_t> m_starts;
    std::vector<std::uint32_t> m_frequency; // of each byte
};

} // namespace learners
