// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of what to follow up, and the rates, as a workbook in Khmer.
#pragma once

#include "attendance/follow_up.hpp"
#include "attendance/group_rates.hpp"
#include "spreadsheet/writer.hpp"

#include <filesystem>

namespace attendance {

struct ListColumn {
    std::string heading;
    double width = 12; // characters
    spreadsheet::Style style = spreadsheet::Style::text;
};

// A list before it is a workbook. A cell is text; in columns of numbers decimal text, of dates ISO text;
// empty is blank.
struct ListSheet {
    std::vector<std::string> office_lines{};
    std::string title;
    std::string subtitle;
    std::vector<ListColumn> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> total{}; // the last row, or empty
    core::Moment made_at{};
    bool sample = false;
    // Of one of the columns, by the first; its categories are the rows.
    struct Drawn {
        core::Chart chart;
        std::uint32_t column = 0;
    };
    std::optional<Drawn> drawn{};
};

ListSheet list_sheet(const std::vector<NotRecorded>& list);
ListSheet list_sheet(const std::vector<LowRate>& list);
ListSheet list_sheet(const std::vector<LongAbsence>& list);
ListSheet list_sheet(const std::vector<OverLimit>& list);
ListSheet list_sheet(const GroupRates& rates, RateBy by);

// Adds whose list it is and of which days, and writes it whole or not at all. Error: file.kind {kinds} unless
// the name ends in .xlsx. WorldFailure file.write.
core::Expected<void> write_list(const std::filesystem::path& path, const storage::Database& database,
                                Period period, ListSheet sheet);

} // namespace attendance
