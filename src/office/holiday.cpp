// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/holiday.hpp"

#include "office/tab_lines.hpp"

#include <optional>
#include <stdexcept>

namespace office {

// Made by the build.
std::string_view resource(std::string_view path);

core::Expected<HolidayList> parse_holidays(std::string_view text) {
    HolidayList list;
    list.digest = digest(text);
    std::string source;
    std::optional<core::Error> error;
    const auto fail = [&](std::int64_t row, const char* reason) {
        if (!error) error = core::Error{"holidays.unreadable"}.with("reason", reason).at({.row = row});
    };
    each_line(text, [&](std::int64_t row, std::string_view line) {
        const Fields fields = fields_of(line);
        if (fields.size() == 2 && fields[0] == "version") {
            list.version = fields[1];
        } else if (fields.size() == 2 && fields[0] == "source") {
            source = fields[1];
        } else if (const auto day = core::day_from_iso(fields[0]); !day || fields.size() != 3) {
            fail(row, "a line that is no holiday");
        } else if (source.empty()) {
            fail(row, "a holiday without a source");
        } else if (!list.holidays.empty() && list.holidays.back().day >= *day) {
            fail(row, "out of order");
        } else {
            list.holidays.push_back({*day, std::string{fields[1]}, std::string{fields[2]}, source});
        }
    });
    if (error) return core::fail(*error);
    return list;
}

const HolidayList& shipped_holidays() {
    static const HolidayList list = [] {
        auto read = parse_holidays(resource("calendar/holidays.txt"));
        if (!read) throw std::logic_error("the shipped holidays cannot be read");
        return *std::move(read);
    }();
    return list;
}

} // namespace office
