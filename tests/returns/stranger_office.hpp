// SPDX-License-Identifier: GPL-3.0-or-later
// A province to which a district without Srok sends the sheet it has always sent.
#pragma once

#include "file_bytes.hpp"
#include "returns/layout_store.hpp"
#include "returns/month_office.hpp"
#include "returns/province_office.hpp"
#include "returns/stranger_draft.hpp"
#include "returns/stranger_store.hpp"
#include "spreadsheet/writer.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace test {

inline constexpr std::string_view district = "0204";
inline const returns::ReturnPeriod december_return{december};

// The sheet that a district has always sent: a title, two rows of headings, a row for each figure. Texts that
// are no numbers stand as they are; an empty one is an empty cell.
using Line = std::vector<std::string>;
inline std::vector<Line> old_sheet() {
    return {{"Learners in the month", "40", "22", "៤០", "២២"}, // Khmer digits are numbers too
            {"At the start of the month", "36", "20", "36", "20"},
            {"New in the month", "4", "2", "4", "2"},
            {"Left in the month", "3", "1", "3", "1"},
            {"At the end of the month", "37", "21", "37", "21"},
            {"Poor level 1", "5", "3", "5", "3"}};
}

struct StrangerOffice : ProvinceOffice {
    Folder folder;

    std::filesystem::path write(const std::string& name, const std::vector<Line>& lines,
                                const std::string& sheet_name = "December 2025") {
        const auto path = folder / name;
        spreadsheet::WorkbookWriter writer(path, {"List", "", clock.now()});
        auto& sheet = writer.add_sheet(sheet_name);
        sheet.text(0, 0, "Monthly list of the district");
        const Line headings = {"Literacy", "", "All", ""};
        for (std::uint32_t column = 0; column < 4; column += 2)
            sheet.text(2, column + 1, headings[column]);
        for (std::uint32_t column = 0; column < 4; ++column)
            sheet.text(3, column + 1, column % 2 == 0 ? "Total" : "Female");
        for (std::uint32_t row = 0; row < lines.size(); ++row) {
            sheet.text(row + 4, 0, lines[row][0]);
            for (std::uint32_t column = 1; column < lines[row].size(); ++column) {
                const std::string& text = lines[row][column];
                if (text.empty()) continue;
                if (text.find_first_not_of("0123456789.") == std::string::npos)
                    sheet.number(row + 4, column, text);
                else
                    sheet.text(row + 4, column, text);
            }
        }
        writer.publish();
        return path;
    }

    returns::Layout month() const { return returns::current_layout(database, "month").value().layout; }

    returns::StrangerMap map_of(const std::filesystem::path& path) {
        const auto workbook = returns::open_stranger(bytes_of(path), "old.xlsx").value();
        return returns::StrangerDraft(database, workbook, std::string{district}, month()).map();
    }
    void map(const std::filesystem::path& path) {
        const auto known = map_of(path);
        BOOST_TEST(code_of(change([&](storage::Transaction& tx) { return returns::save_map(tx, known); })) ==
                   "");
    }
    core::Expected<std::vector<returns::Receipt>>
    try_take(const std::filesystem::path& path, std::optional<returns::ReturnPeriod> period = december_return,
             std::string_view office = district) {
        clock.step(std::chrono::seconds{1});
        return returns::receive(database, {"province"}, std::vector{path}, progress,
                                returns::StrangerOrder{std::string{office}, period});
    }
    returns::Receipt take(const std::filesystem::path& path,
                          std::optional<returns::ReturnPeriod> period = december_return) {
        auto taken = try_take(path, period);
        if (!taken) throw std::logic_error(taken.error().code);
        return taken->at(0);
    }
    std::string figure(returns::ReceivedId id, std::string_view row, std::string_view column) const {
        return returns::load_content(database, id)->text_at("figures", row, column);
    }
    std::string state(returns::ReceivedId id) const {
        return std::string{to_text(returns::find_received(database, id).value().state)};
    }
    // "block number.unreadable C6"
    static std::vector<std::string> said(const returns::Receipt& receipt) {
        std::vector<std::string> lines;
        for (const auto& placed : receipt.findings)
            lines.push_back(std::string{to_text(placed.finding.weight)} + ' ' + placed.finding.what.code +
                            ' ' + placed.place.cell);
        return lines;
    }
    static bool says(const returns::Receipt& receipt, const std::string& line) {
        const auto lines = said(receipt);
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    }
    // A signed return of the same district and month.
    std::filesystem::path signed_return() {
        MonthOffice office(district, 4);
        office.fill();
        office.build(folder / "signed.xlsx");
        return folder / "signed.xlsx";
    }
};

} // namespace test
