// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fold.hpp"

#include "core/fold_script.hpp"
#include "core/numerals.hpp"
#include "core/utf8.hpp"

namespace core {
namespace {

bool is_between(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

// What stands inside a word without ending it: invisible characters, combining accents, apostrophes.
bool is_inside_word(char32_t c) {
    return is_between(c, 0x200B, 0x200F) || is_between(c, 0x2060, 0x2064) || c == 0xFEFF || c == 0xAD ||
           is_between(c, 0x300, 0x36F) || c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC ||
           is_between(c, 0xFE00, 0xFE0F);
}

// Spaces, punctuation and symbols of every kind that a name may hold.
bool is_between_words(char32_t c) {
    return c < 0xC0 || c == 0xD7 || c == 0xF7 || is_between(c, 0x17D4, 0x17DC) ||
           is_between(c, 0x17F0, 0x19FF) || is_between(c, 0x2000, 0x2BFF) || is_between(c, 0x3000, 0x303F) ||
           is_between(c, 0xFF00, 0xFF0F) || is_between(c, 0xFF1A, 0xFF20) || c == replacement_character;
}

class Folder {
  public:
    void add(std::string_view text) {
        for (char32_t c : code_points(text))
            add(c);
    }

    std::string whole() {
        end_word();
        end_khmer();
        return std::move(m_key);
    }

    std::string so_far() {
        if (!m_word.empty()) fold_latin_start(m_word, m_key);
        m_word.clear();
        if (!m_khmer.empty()) m_key += to_utf8(fold_khmer_start(m_khmer));
        m_khmer.clear();
        return std::move(m_key);
    }

  private:
    void add(char32_t c) {
        if (is_khmer_letter(c)) {
            end_word();
            m_khmer += c;
        } else if (is_inside_word(c)) {
            return;
        } else if (const char letter = latin_letter(c)) {
            end_khmer();
            m_word += letter;
        } else if (const auto digit = digit_value(c)) {
            end_word();
            end_khmer();
            m_key += static_cast<char>('0' + *digit);
        } else if (is_between_words(c)) {
            // Khmer is written with and without spaces: they do not end its run.
            end_word();
        } else {
            end_word();
            end_khmer();
            append_utf8(m_key, c);
        }
    }

    void end_word() {
        if (!m_word.empty()) fold_latin_word(m_word, m_key);
        m_word.clear();
    }

    void end_khmer() {
        if (!m_khmer.empty()) m_key += to_utf8(fold_khmer_run(m_khmer));
        m_khmer.clear();
    }

    std::string m_key;
    std::string m_word;     // the Latin word being read, a-z
    std::u32string m_khmer; // the Khmer run being read
};

} // namespace

std::string fold_name(std::string_view text) {
    Folder folder;
    folder.add(text);
    return folder.whole();
}

std::string query_fold(std::string_view typed) {
    Folder folder;
    folder.add(typed);
    return folder.so_far();
}

} // namespace core
