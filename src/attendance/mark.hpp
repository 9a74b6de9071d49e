// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in one cell of the register, how clerks write it, and a learner's month of it as one text.
#pragma once

#include "core/date.hpp"
#include "core/expected.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace attendance {

// The values are the letters of attendance_month.marks. `none` means present, but only on a day taken.
enum class Mark : char {
    none = '.',
    permission = 'P', // absent with permission, which is not present
    absent = 'A',     // absent without
    late = 'L',
    half_permission = 'p', // half a day absent with permission
    half_absent = 'a',     // half a day absent without
};

constexpr char letter_of(Mark mark) {
    return static_cast<char>(mark);
}
std::optional<Mark> mark_from_letter(char letter);

// What an office writes beside the letters known from the start.
using Letters = std::map<std::string, Mark, std::less<>>;

// A cell as typed or imported. Known from the start: P A L in either case, ច (with permission), អ
// (without) and យ (late), their words; blank, '.' and ticks are no mark; half a day by ½ or /2 beside the
// letter (ច½, P/2). The office's own letters go first. Errors: attendance.unknown-letter {text}.
core::Expected<Mark> read_mark(std::string_view typed, const Letters& own = {});

// One key pressed in the register: the letters above, and for the number pad 0 or '.' none, 1 A, 2 P, 3 L, 4
// half a day without and 5 half a day with permission, in any digits. Nothing for another key.
std::optional<Mark> mark_from_key(char32_t key, const Letters& own = {});

// One letter for each day of the month, 28 to 31.
class MonthMarks {
  public:
    explicit MonthMarks(core::Month month);
    // Nothing when the text has a wrong length or an unknown letter.
    static std::optional<MonthMarks> from_text(core::Month month, std::string_view text);

    core::Month month() const { return m_month; }
    // `day` is a day of this month.
    Mark on(core::Day day) const { return on(static_cast<unsigned>(day.day())); }
    Mark on(unsigned day) const { return static_cast<Mark>(m_letters[day - 1]); }
    void set(core::Day day, Mark mark);
    bool blank() const { return text().find_first_not_of('.') == std::string_view::npos; }
    std::string_view text() const { return {m_letters.data(), core::days_in(m_month)}; }
    friend bool operator==(const MonthMarks&, const MonthMarks&) = default;

  private:
    core::Month m_month;
    std::array<char, 31> m_letters{};
};

} // namespace attendance
