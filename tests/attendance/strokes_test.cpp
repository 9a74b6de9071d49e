// SPDX-License-Identifier: GPL-3.0-or-later
// How many keys a month of 25 learners takes: a typist who presses keys and nothing else, on the register's
// own rules of letters and cursor, beside the same typist in a spreadsheet.
#include "attendance/cursor.hpp"
#include "attendance/mark_store.hpp"
#include "attendance/register_store.hpp"
#include "attendance/sample_class.hpp"
#include "attendance/sitting.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <iostream>
#include <map>

using attendance::Mark;
using attendance::next_cell;
using attendance::Reading;
using attendance::Register;
using attendance::RegisterCell;
using namespace std::chrono_literals;

namespace {

constexpr core::Month december = 2025y / 12;
constexpr int class_size = 25;
// Ctrl with an arrow goes so far in the grid (attendance/ui/month_table.hpp).
constexpr int week = 7;
constexpr int five = 5;

// Absences as registers have them: most learners miss a day or two, a few many; some days of illness
// together.
using Paper = std::map<std::pair<std::size_t, unsigned>, char>;
Paper make_paper(const Register& shown) {
    core::SeededRandom dice{11};
    Paper paper;
    for (std::size_t row = 0; row < shown.rows.size(); ++row) {
        const std::uint64_t percent = row % 8 == 0 ? 25 : 6;
        for (unsigned day = 1; day <= shown.last_day(); ++day)
            if (shown.days.timetable.has(day) && dice.below(100) < percent)
                paper[{row, day}] = "AAAPPL"[dice.below(6)];
    }
    return paper;
}

// Keys to go a distance with arrows, of which those with Ctrl go `stride`; 0: there is no such key.
int keys_for(int distance, int stride) {
    const int whole = std::abs(distance);
    int best = whole;
    for (int jumps = 1; stride > 0 && jumps <= whole / stride + 1; ++jumps)
        best = std::min(best, 1 + jumps + std::abs(whole - jumps * stride));
    return best;
}

struct Typist : test::SampleClass {
    Typist()
        : SampleClass(class_size) {
        clock.set(2026y / 1 / 5);
        shown = attendance::load_register(database, class_id, december);
        paper = make_paper(*shown);
    }

    void press(char key, Reading reading) {
        ++keys;
        const auto mark = attendance::mark_from_key(static_cast<char32_t>(key));
        const auto done = sitting.set_cells(
            class_id, {{shown->rows[at.row].learner.enrolment.id, shown->day(at.day), mark.value()}});
        BOOST_REQUIRE(done && done->refused.empty());
        apply(*shown, done->change);
        at = next_cell(*shown, at, reading, clock.today()).value_or(at);
    }
    void go(RegisterCell to) {
        keys += keys_for(static_cast<int>(to.row) - static_cast<int>(at.row), five) +
                keys_for(static_cast<int>(to.day) - static_cast<int>(at.day), week);
        at = to;
    }
    // One key a cell, from the first to the last.
    int every_cell(Reading reading) {
        const int days = shown->days.school().count();
        for (int cell = 0; cell < days * class_size; ++cell) {
            const auto found = paper.find({at.row, at.day});
            press(found == paper.end() ? '0' : found->second, reading);
        }
        return keys;
    }
    // Ctrl+A and Ctrl+P take the whole month, then only the absences are typed.
    int absences_only(Reading reading) {
        keys += 4;
        std::vector<core::Day> days;
        for (unsigned day = 1; day <= shown->last_day(); ++day)
            if (shown->days.school().has(day)) days.push_back(shown->day(day));
        apply(*shown, sitting.take(class_id, days).value());
        for (const auto& [cell, letter] : in_order(reading)) {
            go(cell);
            press(letter, reading);
        }
        return keys;
    }
    std::vector<std::pair<RegisterCell, char>> in_order(Reading reading) const {
        std::vector<std::pair<RegisterCell, char>> list;
        for (const auto& [cell, letter] : paper)
            list.push_back({{cell.first, cell.second}, letter});
        if (reading == Reading::down_the_day)
            std::stable_sort(list.begin(), list.end(),
                             [](const auto& a, const auto& b) { return a.first.day < b.first.day; });
        return list;
    }
    // A spreadsheet: a letter and an arrow or Enter a cell; where a present cell holds nothing, the arrow
    // alone.
    int spreadsheet_every_cell() const {
        const int days = shown->days.school().count();
        return 2 * days * class_size + 3 * (days - 1); // Ctrl+Up and Right to the next day
    }
    int spreadsheet_absences_only(Reading reading) const {
        int count = 0;
        RegisterCell here{0, 1};
        for (const auto& [cell, letter] : in_order(reading)) {
            count += keys_for(static_cast<int>(cell.row) - static_cast<int>(here.row), 0) +
                     keys_for(static_cast<int>(cell.day) - static_cast<int>(here.day), 0) + 1;
            here = cell;
        }
        return count;
    }
    void must_be_the_paper() {
        const Register read = attendance::load_register(database, class_id, december);
        BOOST_TEST((read.days.taken == read.days.school()));
        for (std::size_t row = 0; row < read.rows.size(); ++row)
            for (unsigned day = 1; day <= read.last_day(); ++day) {
                const auto found = paper.find({row, day});
                const Mark mark = found == paper.end() ? Mark::none : static_cast<Mark>(found->second);
                BOOST_TEST((read.rows[row].marks.on(day) == mark));
            }
    }

    attendance::Sitting sitting{database, {"sokha"}};
    std::optional<Register> shown;
    Paper paper;
    RegisterCell at{0, 1};
    int keys = 0;
};

void tell(const char* what, int keys) {
    std::cout << "    " << what << ": " << keys << " keys, " << keys * 10 / class_size / 10 << "."
              << keys * 10 / class_size % 10 << " a learner\n";
}

} // namespace

BOOST_AUTO_TEST_SUITE(strokes)

BOOST_AUTO_TEST_CASE(a_month_is_typed_in_fewer_keys_than_in_a_spreadsheet) {
    Typist down;
    const int every = down.every_cell(Reading::down_the_day);
    down.must_be_the_paper();
    Typist along;
    BOOST_TEST(along.every_cell(Reading::along_the_row) == every);
    along.must_be_the_paper();
    Typist by_day;
    const int absences_by_day = by_day.absences_only(Reading::down_the_day);
    by_day.must_be_the_paper();
    Typist by_row;
    const int absences_by_row = by_row.absences_only(Reading::along_the_row);
    by_row.must_be_the_paper();
    const Typist sheet;
    const int sheet_absences = std::min(sheet.spreadsheet_absences_only(Reading::down_the_day),
                                        sheet.spreadsheet_absences_only(Reading::along_the_row));

    std::cout << "  " << class_size << " learners, " << sheet.shown->days.school().count() << " school days, "
              << sheet.paper.size() << " absences\n";
    tell("every cell in the register", every);
    tell("every cell in a spreadsheet", sheet.spreadsheet_every_cell());
    tell("all present and the absences, down the days", absences_by_day);
    tell("all present and the absences, along the rows", absences_by_row);
    tell("only the absences in a spreadsheet, which then cannot say whether a day was called",
         sheet_absences);
    BOOST_TEST(every * 2 <= sheet.spreadsheet_every_cell());
    BOOST_TEST(every == sheet.shown->days.school().count() * class_size);
    BOOST_TEST(std::min(absences_by_day, absences_by_row) < sheet_absences);
}

BOOST_AUTO_TEST_SUITE_END()
