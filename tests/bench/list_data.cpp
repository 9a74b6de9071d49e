// SPDX-License-Identifier: GPL-3.0-or-later
#include "list_data.hpp"

#include <array>
#include <vector>

namespace bench {
namespace {

constexpr std::uint32_t made_rows = 1000;

constexpr std::array families{"សុខ", "ចាន់", "គឹម", "ហេង", "លឹម", "ឈួន", "អ៊ុក", "ម៉ៅ", "ស៊ុន", "ព្រំ", "ញឹម"};
constexpr std::array given{"ស្រីនាង", "វិបុល",  "ច័ន្ទដារ៉ា", "សុភា",  "កល្យាណ", "ធារី", "ភក្តី",
                           "រតនា",  "មករា", "បុប្ផា",    "សំណាង", "ដារា",  "ពិសិដ្ឋ"};
constexpr std::array latin{"SOK", "CHAN", "KIM", "HENG", "LIM", "CHHUON",
                           "OUK", "MAO",  "SUN", "PRUM", "NHIM"};

Value text(std::string value) {
    return {Kind::text, std::move(value)};
}

Value number(std::uint32_t hundredths) {
    const std::string cents = std::to_string(100 + hundredths % 100).substr(1);
    return {Kind::number, std::to_string(hundredths / 100) + '.' + cents, hundredths / 100.0};
}

Value made(std::uint32_t row, std::uint32_t column) {
    // Strides of primes, so that columns do not repeat together.
    const std::uint32_t mixed = row * 7919 + column * 104'729;
    switch (column) {
    case 0:
        return text("0202-" + std::to_string(100'000 + mixed % 899'999));
    case 1:
        return text(std::string{families[mixed % families.size()]} + ' ' + given[mixed % given.size()]);
    case 2:
        return text(std::string{latin[mixed % latin.size()]} + ' ' + std::to_string(mixed % 97));
    case 3:
        return text(mixed % 2 ? "ស" : "ប");
    case 4:
        return {Kind::date, {}, 25'000.0 + mixed % 18'000};
    case 5:
        return text("0202" + std::to_string(1000 + mixed % 200));
    case 6:
        return text("ភូមិ" + std::string{given[(mixed / 3) % given.size()]});
    case 7:
        return text("0" + std::to_string(10'000'000 + mixed % 89'999'999));
    default:
        return column % 3 == 0 ? text(mixed % 5 ? "ច" : "អវត្តមាន") : number(mixed % 10'000);
    }
}

} // namespace

const Value& list_value(std::uint32_t row, std::uint32_t column) {
    static const std::vector<Value> all = [] {
        std::vector<Value> values;
        for (std::uint32_t r = 0; r < made_rows; ++r)
            for (std::uint32_t c = 0; c < list_columns; ++c)
                values.push_back(made(r, c));
        return values;
    }();
    return all[row % made_rows * list_columns + column];
}

std::string list_heading(std::uint32_t column) {
    return "ជួរឈរ " + std::to_string(column + 1);
}

} // namespace bench
