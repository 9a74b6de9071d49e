// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerals.hpp"
#include "imports/lines.hpp"

#include <array>

namespace imports {
namespace {

enum class Counts : std::uint8_t { unsaid, total, female, male, other };

// A number of the line with the words before it.
struct Number {
    std::string before;
    std::int64_t value = 0;
    Counts column = Counts::unsaid;
};

struct Text {
    std::vector<Number> numbers;
    std::string after;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Marks, scores and their totals are no count of people.
bool counts_people(Field field) {
    switch (field) {
    case Field::day:
    case Field::subject:
    case Field::with_permission:
    case Field::without_permission:
    case Field::total_absent:
    case Field::present:
    case Field::total:
    case Field::average:
    case Field::rank:
    case Field::age:
        return false;
    default:
        return true;
    }
}

const Column* column_at(const Layout& layout, std::uint32_t at) {
    for (const Column& column : layout.columns)
        if (column.column == at) return &column;
    return nullptr;
}

// The words of one cell often speak of the number in the next.
Text read_text(const spreadsheet::Row& row, const Layout& layout) {
    Text text;
    std::string words;
    for (const spreadsheet::Cell& cell : row.cells) {
        const Column* column = column_at(layout, cell.column);
        if (column != nullptr && !counts_people(column->field)) continue;
        const std::string latin = core::to_latin_digits(cell.text);
        for (std::size_t i = 0; i < latin.size();) {
            std::size_t end = i;
            while (end < latin.size() && is_digit(latin[end]))
                ++end;
            if (end == i) {
                words += latin[i++];
                continue;
            }
            Number number{std::move(words)};
            words.clear();
            number.value = core::read_integer(std::string_view{latin}.substr(i, end - i)).value_or(-1);
            if (column != nullptr && column->field == Field::sex_f) number.column = Counts::female;
            if (column != nullptr && column->field == Field::sex_m) number.column = Counts::male;
            text.numbers.push_back(std::move(number));
            i = end;
        }
        words += ' ';
    }
    text.after = std::move(words);
    return text;
}

// The last word that says whom a number counts.
Counts counted_by(const Vocabulary& vocabulary, std::string_view words) {
    if (const auto brief = vocabulary.meaning("closing_short", words))
        return *brief == "female" ? Counts::female : Counts::male;
    const std::string key = word_key(words);
    Counts best = Counts::unsaid;
    std::size_t best_end = 0;
    // "female" ends where "male" does; the first asked wins.
    for (const auto& [meaning, counts] : {std::pair{"female", Counts::female},
                                          {"male", Counts::male},
                                          {"other", Counts::other},
                                          {"line", Counts::total}})
        if (const auto end = vocabulary.last_end_of("closing", meaning, key); end && *end > best_end) {
            best = counts;
            best_end = *end;
        }
    return best;
}

} // namespace

void HeadCount::add(bool is_female) {
    ++total;
    female += is_female ? 1 : 0;
}

bool ClosingLine::agrees_with(const HeadCount& counted) const {
    return (!total || *total == counted.total) && (!female || *female == counted.female) &&
           (!male || *male == counted.total - counted.female);
}

ClosingLine read_closing(const spreadsheet::Row& row, const Layout& layout, const Vocabulary& vocabulary) {
    ClosingLine line;
    if (row.cells.empty()) return line;
    line.cell = spreadsheet::cell_name(row.index, row.cells.front().column);
    const Text text = read_text(row, layout);
    // "Total 30 (14F)": the words follow their numbers when the last of them does.
    const bool words_follow = [&] {
        const Counts last = counted_by(vocabulary, text.after);
        return last == Counts::female || last == Counts::male;
    }();
    const auto set = [](std::optional<std::int64_t>& into, std::int64_t value) {
        if (!into) into = value;
    };
    for (std::size_t i = 0; i < text.numbers.size(); ++i) {
        const Number& number = text.numbers[i];
        Counts counts = number.column;
        if (counts == Counts::unsaid && words_follow)
            counts =
                counted_by(vocabulary, i + 1 < text.numbers.size() ? text.numbers[i + 1].before : text.after);
        if (counts == Counts::unsaid) counts = counted_by(vocabulary, number.before);
        if (counts == Counts::female) set(line.female, number.value);
        if (counts == Counts::male) set(line.male, number.value);
        if (counts == Counts::total || counts == Counts::unsaid) set(line.total, number.value);
    }
    return line;
}

} // namespace imports
