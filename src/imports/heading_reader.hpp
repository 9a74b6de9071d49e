// SPDX-License-Identifier: GPL-3.0-or-later
// What one heading, or a heading over two rows, says its column holds.
#pragma once

#include "imports/layout.hpp"

#include <map>

namespace imports {

class HeadingReader {
  public:
    HeadingReader(Kind kind, const Vocabulary& vocabulary, const std::vector<SubjectHeadings>& subjects);

    bool is_sex(std::string_view text) const { return m_vocabulary.meaning("sex", text).has_value(); }
    std::optional<Column> read(std::uint32_t column, std::string_view text) const;
    // A heading over two rows: the words together, else the lower ones, unless the upper ones make them
    // something else (ភូមិ below ទីកន្លែងកំណើត is where one was born, ឈ្មោះ below ឪពុក is the father's).
    std::optional<Column> read(std::uint32_t column, std::string_view upper, std::string_view lower) const;

  private:
    // Only what the words say as a whole: "អំណាន (១០)" is one, a phrase among others is not.
    std::optional<Column> read_whole(std::uint32_t column, std::string_view text) const;
    std::optional<std::uint32_t> day_of(std::string_view text) const;
    bool names_days(std::string_view word) const;
    std::optional<Column> half_of_day(std::uint32_t column, std::string_view upper,
                                      std::string_view lower) const;
    std::optional<Column> half_of_day(std::uint32_t column, std::string_view text) const;

    Kind m_kind;
    const Vocabulary& m_vocabulary;
    std::map<std::string, std::uint32_t, std::less<>> m_subjects;
};

// "1=M, 2=F" or "ប្រុស ១ ស្រី ២": each number with the sex beside it, or nothing.
std::vector<std::pair<std::string, std::string>> sex_numbers_in(const Vocabulary& vocabulary,
                                                                std::string_view text);

} // namespace imports
