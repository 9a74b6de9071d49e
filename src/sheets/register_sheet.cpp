// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/letter_store.hpp"
#include "attendance/register_store.hpp"
#include "core/numerals.hpp"
#include "sheets/class_columns.hpp"
#include "sheets/sheet_parts.hpp"

#include <algorithm>
#include <set>

namespace sheets {
namespace {

using attendance::Mark;
using What = ColumnKey::What;

constexpr int spare_rows = 3;
// Number, name, sex; then a column for each day.
constexpr std::size_t first_day_column = 3;

// What a centre may type: the paper's letters, the office's own, those of the file, and half days.
std::vector<std::string> choices_of(const attendance::Letters& own) {
    std::vector<std::string> choices = {"ច", "អ", "L"};
    const auto add = [&](const std::string& letter) {
        if (std::find(choices.begin(), choices.end(), letter) == choices.end()) choices.push_back(letter);
    };
    for (const auto& [letter, mark] : own)
        add(letter);
    for (const char* letter : {"P", "A", "ច½", "អ½"})
        add(letter);
    return choices;
}

// How a mark is written so that it reads back as the same, whatever the office's own letters mean.
std::string written(Mark mark, const std::vector<std::string>& choices, const attendance::Letters& own) {
    if (mark == Mark::none) return {};
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const std::string& choice) {
        const auto read = attendance::read_mark(choice, own);
        return read && *read == mark;
    });
    return found == choices.end() ? std::string{attendance::letter_of(mark)} : *found;
}

void add_day_columns(Sheet& sheet, const attendance::MonthDays& days,
                     const std::vector<std::string>& choices) {
    const auto weekdays = words_of(wording().weekdays);
    for (unsigned day = 1; day <= core::days_in(days.month); ++day) {
        const core::Day date = days.month / std::chrono::day{day};
        Column column = make_column(What::day, core::to_khmer_digits(std::to_string(day)), 3.4);
        column.key.index = day;
        column.above = weekdays[core::iso_weekday(date) - 1];
        column.open = true;
        column.shut = !days.school().has(day);
        column.choices = choices;
        sheet.columns.push_back(std::move(column));
    }
    for (const auto& [what, heading] : {std::pair{What::with_permission, &wording().with_permission},
                                        {What::without_permission, &wording().without_permission}}) {
        Column margin = make_column(what, *heading, 6.5);
        margin.group = wording().absences;
        margin.open = true;
        margin.maximum = std::to_string(core::days_in(days.month));
        sheet.columns.push_back(std::move(margin));
    }
}

// Who left and came back has one row in a sheet that comes back, with the later enrolment: marks are written
// to that.
std::vector<attendance::RegisterRow> one_row_each(std::vector<attendance::RegisterRow> rows) {
    std::vector<attendance::RegisterRow> kept;
    for (attendance::RegisterRow& row : rows) {
        const auto& enrolment = row.learner.enrolment;
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const attendance::RegisterRow& other) {
            return other.learner.enrolment.learner == enrolment.learner;
        });
        if (same == kept.end())
            kept.push_back(std::move(row));
        else if (same->learner.enrolment.first_day < enrolment.first_day)
            *same = std::move(row);
    }
    return kept;
}

// The margin of a month that is done: the absences as they were counted.
void write_totals(const Sheet& sheet, Row& row, const attendance::Tally& tally) {
    const attendance::Margin margin = attendance::margin_of(tally);
    for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
        const What what = sheet.columns[column].key.what;
        if (what == What::with_permission)
            row.cells[column] = core::to_khmer_digits(std::to_string(margin.permission));
        if (what == What::without_permission)
            row.cells[column] = core::to_khmer_digits(std::to_string(margin.absent));
    }
}

// One who left and came back has two rows then, and is still one learner.
void count_people(Sheet& sheet, const std::vector<attendance::RegisterRow>& rows) {
    std::set<learners::LearnerId> people;
    sheet.learners = sheet.women = 0;
    for (const attendance::RegisterRow& row : rows) {
        if (!people.insert(row.learner.enrolment.learner).second) continue;
        ++sheet.learners;
        sheet.women += row.learner.sex == core::Sex::female ? 1 : 0;
    }
}

} // namespace

core::Expected<Sheet> register_sheet(const storage::Database& database, const classes::Class& taught,
                                     core::Month month) {
    auto loaded = attendance::load_register(database, taught.id, month);
    if (loaded.days.timetable.empty())
        return core::fail(core::Error{"sheet.not-in-month"}
                              .with("class", taught.name_km)
                              .with("month", core::to_iso(month)));
    const auto own = attendance::load_letters(database);
    const auto choices = choices_of(own);
    Sheet sheet = begin_sheet(database, Kind::attendance, taught, core::to_iso(month));
    sheet.title = wording().register_title;
    sheet.subtitles.insert(sheet.subtitles.begin(), month_line(month));
    sheet.help = wording().register_help;
    sheet.tab = wording().register_tab;
    sheet.landscape = true;
    add_day_columns(sheet, loaded.days, choices);
    sheet.called.resize(sheet.columns.size());
    sheet.called[1] = wording().called;
    for (unsigned day = 1; day <= core::days_in(month); ++day)
        if (loaded.days.counted().has(day))
            sheet.called[first_day_column + day - 1] = words_of(wording().ticks).front();
    if (!sheet.closed) loaded.rows = one_row_each(std::move(loaded.rows));
    for (const attendance::RegisterRow& known : loaded.rows) {
        Row& row = add_learner(sheet, known.learner);
        for (unsigned day = 1; day <= core::days_in(month); ++day) {
            const std::size_t column = first_day_column + day - 1;
            row.cells[column] = written(known.marks.on(day), choices, own);
            if (!known.enrolled.has(day)) row.shut.push_back(column);
        }
        if (sheet.closed) write_totals(sheet, row, known.tally);
    }
    count_people(sheet, loaded.rows);
    finish_sheet(sheet, spare_rows);
    return sheet;
}

} // namespace sheets
