// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet for a centre as it is handed out: what stands in it, what is to be filled in and what may be. The
// workbook and the page are drawn from the same.
#pragma once

#include "core/clock.hpp"
#include "sheets/key.hpp"

#include <string>
#include <vector>

namespace sheets {

struct Column {
    ColumnKey key{};
    std::string heading{};
    // In small letters above the heading: a weekday.
    std::string above{};
    // Neighbours with the same group stand under it.
    std::string group{};
    double width = 6;    // in characters, which is also its share of the page
    bool open = false;   // filled in by the centre
    bool words = false;  // text from the left; else short things in the middle
    bool shut = false;   // a day on which the class does not meet
    bool figure = false; // its decimals are numbers in the workbook
    // What may be typed: one of these, or a number up to the maximum (a plain decimal) beside them; without
    // choices the number is a whole one.
    std::vector<std::string> choices{};
    std::string maximum{};
};

struct Row {
    std::string number{}; // the learner's; empty of a row for somebody new
    std::vector<std::string> cells{};
    // Columns in which this row has nothing to be filled in: before the learner came, after she left.
    std::vector<std::size_t> shut{};
    // An empty row for somebody who joins: name and sex are open, too.
    bool spare = false;
};

struct Sheet {
    Key key;
    std::string title;
    std::vector<std::string> subtitles{};
    std::string help{};
    std::vector<std::string> office_lines{}; // from the highest down
    std::vector<Column> columns{};
    // Of a register: ticks for the days on which the roll was called, as the first row.
    std::vector<std::string> called{};
    std::vector<Row> rows{};
    int learners = 0;
    int women = 0;
    std::string tab{}; // the name of the workbook's sheet
    bool landscape = false;
    core::Moment made_at{};
    bool sample = false;
    // Of a class that is closed: a paper for the file with the month's totals, nothing to be filled in.
    bool closed = false;
};

} // namespace sheets
