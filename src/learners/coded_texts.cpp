// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/coded_texts.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <emmintrin.h> // SSE2: part of every x86-64
#include <limits>
#include <stdexcept>

namespace learners {
namespace {

constexpr char32_t khmer_first = 0x1780;
constexpr char32_t khmer_last = 0x17FF;
constexpr char escape = '\x02';

// Positions are looked at 64 at a time: one bit each.
constexpr std::size_t block = 64;

// Bit i: at[i] is `first` and at[i + apart] is `second`.
std::uint64_t candidates_in_block(const char* at, __m128i first, std::size_t apart, __m128i second) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < block; i += 16) {
        const auto load = [&](const char* from) {
            return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + i));
        };
        const __m128i equal =
            _mm_and_si128(_mm_cmpeq_epi8(load(at), first), _mm_cmpeq_epi8(load(at + apart), second));
        bits |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(equal))) << i;
    }
    return bits;
}

} // namespace

void Marks::set_all() {
    std::fill(m_words.begin(), m_words.end(), ~std::uint64_t{0});
    if (m_size % 64 != 0) m_words.back() = (std::uint64_t{1} << m_size % 64) - 1;
}

void Marks::remove(const Marks& others) {
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= ~others.m_words[i];
}

std::int64_t Marks::count() const {
    std::int64_t total = 0;
    for (std::uint64_t word : m_words)
        total += std::popcount(word);
    return total;
}

std::vector<std::size_t> Marks::first(std::size_t limit) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_words.size() && found.size() < limit; ++i)
        for (std::uint64_t word = m_words[i]; word != 0 && found.size() < limit; word &= word - 1)
            found.push_back(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
    return found;
}

void append_code(std::string& code, std::string_view text) {
    for (char32_t c : core::code_points(text)) {
        if (c >= khmer_first && c <= khmer_last) {
            code += static_cast<char>(0x80 | (c & 0x7F));
        } else if (c >= 0x20 && c < 0x7F) {
            code += static_cast<char>(c);
        } else {
            // The rest is so rare that its length does not matter.
            code += escape;
            for (int shift = 20; shift >= 0; shift -= 4)
                code += static_cast<char>(0x10 | (c >> shift & 0xF));
        }
    }
}

// The two letters of a text that are rarest everywhere: looking for them first leaves the fewest places to
// compare in full. `first` stands before `second` unless there is only one.
struct CodedTexts::Anchors {
    std::size_t first = 0;
    std::size_t second = 0;
};

CodedTexts::CodedTexts()
    : m_text(block, '\0')
    , m_starts(1, 0)
    , m_frequency(256, 0) {}

void CodedTexts::add(std::string_view code) {
    const std::size_t start = m_starts.back();
    if (start + code.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("more text than a search index holds");
    m_text.resize(start);
    m_text += code;
    m_text.append(block, '\0');
    m_starts.push_back(static_cast<std::uint32_t>(start + code.size()));
    for (char c : code)
        ++m_frequency[static_cast<unsigned char>(c)];
}

std::string_view CodedTexts::text(std::size_t index) const {
    return std::string_view{m_text}.substr(m_starts[index], m_starts[index + 1] - m_starts[index]);
}

CodedTexts::Anchors CodedTexts::rarest_letters(std::string_view part) const {
    const auto rarer = [&](std::size_t a, std::size_t b) {
        return m_frequency[static_cast<unsigned char>(part[a])] <
               m_frequency[static_cast<unsigned char>(part[b])];
    };
    std::size_t rarest = 0;
    for (std::size_t i = 1; i < part.size(); ++i)
        if (rarer(i, rarest)) rarest = i;
    std::size_t next = rarest == 0 ? part.size() - 1 : 0;
    for (std::size_t i = 0; i < part.size(); ++i)
        if (i != rarest && rarer(i, next)) next = i;
    return {std::min(rarest, next), std::max(rarest, next)};
}

void CodedTexts::mark_holding(std::string_view part, Marks& marks) const {
    assert(!part.empty());
    const std::size_t end = m_starts.back();
    if (part.size() > end) return;
    const Anchors anchors = rarest_letters(part);
    const __m128i first = _mm_set1_epi8(part[anchors.first]);
    const __m128i second = _mm_set1_epi8(part[anchors.second]);
    const std::size_t apart = anchors.second - anchors.first;
    const std::size_t last = end - part.size(); // where the last match could begin
    const bool anchors_are_all = part.size() <= 2;
    const auto matches = [&](std::size_t at) {
        return anchors_are_all || std::memcmp(m_text.data() + at, part.data(), part.size()) == 0;
    };

    std::size_t index = 0;   // the text that was looked at last
    std::size_t settled = 0; // nothing more to find before here
    for (std::size_t at = 0; at <= last; at += block) {
        if (settled >= at + block) continue;
        std::uint64_t bits = candidates_in_block(m_text.data() + at + anchors.first, first, apart, second);
        if (settled > at) bits &= ~std::uint64_t{0} << (settled - at);
        while (bits != 0) {
            const std::size_t match = at + static_cast<std::size_t>(std::countr_zero(bits));
            bits &= bits - 1;
            if (match > last || !matches(match)) continue;
            while (m_starts[index + 1] <= match)
                ++index;
            marks.set(index);
            settled = m_starts[index + 1];
            if (settled >= at + block) break;
            bits &= ~std::uint64_t{0} << (settled - at);
        }
    }
}

std::size_t CodedTexts::bytes() const {
    return m_text.capacity() + m_starts.capacity() * sizeof(m_starts[0]);
}

void CodedTexts::shrink() {
    m_text.shrink_to_fit();
    m_starts.shrink_to_fit();
}

} // namespace learners
