// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/cursor.hpp"

namespace attendance {

std::string_view to_text(Reading reading) {
    return reading == Reading::along_the_row ? "row" : "day";
}

Reading reading_from_text(std::string_view text) {
    return text == "row" ? Reading::along_the_row : Reading::down_the_day;
}

std::optional<RegisterCell> next_cell(const Register& shown, RegisterCell from, Reading reading,
                                      core::Day today) {
    const bool ahead = shown.days.state(shown.day(from.day), today) == DayState::ahead;
    const auto expects = [&](RegisterCell cell) {
        if (!shown.rows[cell.row].enrolled.has(cell.day)) return false;
        const DayState state = shown.days.state(shown.day(cell.day), today);
        return state == DayState::taken || state == DayState::not_recorded ||
               (ahead && state == DayState::ahead);
    };
    const auto step = [&](RegisterCell& cell) {
        if (reading == Reading::down_the_day) {
            if (++cell.row < shown.rows.size()) return true;
            cell.row = 0;
            return ++cell.day <= shown.last_day();
        }
        if (++cell.day <= shown.last_day()) return true;
        cell.day = 1;
        return ++cell.row < shown.rows.size();
    };
    while (step(from))
        if (expects(from)) return from;
    return std::nullopt;
}

} // namespace attendance
