// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/blank_numbers.hpp"

#include "core/check_digit.hpp"
#include "core/numerals.hpp"

#include <algorithm>
#include <set>

namespace certificates {
namespace {

constexpr std::int64_t most_marked = 10'000;
constexpr std::size_t digits_before_number = 4 + 6; // the year's and the number's

// As on the control sheet, where blank numbers stand without their check character.
core::Expected<std::string> read_number(std::string_view typed) {
    auto serial = core::read_serial(typed);
    if (serial) return serial;
    std::string body;
    for (const char c : core::to_latin_digits(typed)) {
        if (c == ' ' || c == '-') continue;
        if (c < '0' || c > '9') return serial;
        body += c;
    }
    // An office's code has two digits a level.
    if (body.size() <= digits_before_number || body.size() % 2 != 0) return serial;
    return core::read_serial(core::with_check_character(body));
}

core::Error not_blank(const Serial& serial, std::string_view state) {
    return core::Error{"serial.not-blank"}.with("serial", serial.text).with("state", std::string{state});
}

NumberRange range_of(std::string_view serial) {
    // "0202-2026-000012-K"
    const auto check = serial.rfind('-');
    const auto number = serial.rfind('-', check - 1);
    const auto year = serial.rfind('-', number - 1);
    NumberRange range;
    range.office = serial.substr(0, year);
    range.year = static_cast<int>(core::read_integer(serial.substr(year + 1, number - year - 1)).value_or(0));
    range.first = core::read_integer(serial.substr(number + 1, check - number - 1)).value_or(0);
    range.last = range.first;
    return range;
}

// The block of each number of the range, which is blank.
core::Expected<void> check_blank(const std::vector<SerialBlock>& blocks, const storage::Database& database,
                                 const NumberRange& range, std::vector<Serial>& serials) {
    for (std::int64_t number = range.first; number <= range.last; ++number) {
        Serial serial{core::with_check_character(number_text(range.office, range.year, number)), 0, number};
        const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const SerialBlock& one) {
            return one.office == range.office && one.year == range.year && one.first <= number &&
                   number <= one.last;
        });
        if (block == blocks.end())
            return core::fail(core::Error{"serial.outside"}.with("serial", serial.text));
        serial.block = static_cast<std::int64_t>(block->id);
        if (const auto entry = find_certificate(database, serial.text))
            return core::fail(not_blank(serial, to_text(entry->state)));
        if (block->held_by) return core::fail(not_blank(serial, "reserved"));
        if (block->closed_at) return core::fail(not_blank(serial, "closed"));
        if (number < block->next) return core::fail(not_blank(serial, "missing"));
        serials.push_back(std::move(serial));
    }
    return {};
}

} // namespace

core::Expected<NumberRange> read_numbers(std::string_view first, std::string_view last) {
    const auto from = read_number(first);
    if (!from) return core::fail(from.error());
    const auto to = last.empty() ? from : read_number(last);
    if (!to) return core::fail(to.error());
    NumberRange range = range_of(*from);
    const NumberRange end = range_of(*to);
    if (end.office != range.office || end.year != range.year || end.first < range.first)
        return core::fail(core::Error{"serial.range"}.with("first", *from).with("last", *to));
    range.last = end.first;
    return range;
}

core::Expected<std::int64_t> mark_blank(storage::Transaction& tx, const NumberRange& range, State state,
                                        std::string_view reason) {
    if (auto given = check_reason(number_text(range.office, range.year, range.first), reason); !given)
        return core::fail(given.error());
    if (range.count() > most_marked)
        return core::fail(core::Error{"serial.count"}.with("count", std::to_string(range.count())));
    std::vector<Serial> serials;
    if (auto checked = check_blank(load_blocks(tx.database()), tx.database(), range, serials); !checked)
        return core::fail(checked.error());
    std::set<std::int64_t> touched;
    for (const Serial& serial : serials) {
        keep_unused(tx, serial, state, reason);
        touched.insert(serial.block);
    }
    for (const std::int64_t block : touched)
        pass_marked(tx, BlockId{block});
    return range.count();
}

} // namespace certificates
