// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook of one sheet whose cells are written as a program that spoilt them would have.
#pragma once

#include "spreadsheet/cell.hpp"
#include "spreadsheet/zip_maker.hpp"

#include <string>
#include <vector>

namespace test {

// "text", or the cell as Excel keeps it.
struct Written {
    Written(const char* text)
        : xml(" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is>") {}
    static Written number(const std::string& value) { return {"><v>" + value + "</v>", 0}; }
    static Written date(const std::string& serial) { return {" s=\"1\"><v>" + serial + "</v>", 0}; }
    static Written formula(const std::string& value) {
        return {" t=\"str\"><f>A1&amp;B1</f><v>" + escaped(value) + "</v>", 0};
    }
    static Written error(const std::string& value) { return {" t=\"e\"><v>" + value + "</v>", 0}; }
    static Written boolean(const std::string& value) { return {" t=\"b\"><v>" + value + "</v>", 0}; }
    std::string xml;

  private:
    Written(std::string raw, int)
        : xml(std::move(raw)) {}
    static std::string escaped(const std::string& text) {
        std::string safe;
        for (const char c : text)
            safe += c == '&' ? std::string{"&amp;"} : c == '<' ? std::string{"&lt;"} : std::string(1, c);
        return safe;
    }
};

using WrittenRow = std::vector<Written>;

struct WrittenSheet {
    std::vector<WrittenRow> rows;
    std::string merged{}; // "C4:D4"
    bool from_1904 = false;
    std::vector<std::uint32_t> hidden_rows{}; // from 0
};

inline std::string workbook_of(const WrittenSheet& sheet) {
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    std::string data;
    for (std::uint32_t row = 0; row < sheet.rows.size(); ++row) {
        data += "<row r=\"" + std::to_string(row + 1) + "\"";
        for (const std::uint32_t hidden : sheet.hidden_rows)
            if (hidden == row) data += " hidden=\"1\"";
        data += ">";
        for (std::uint32_t column = 0; column < sheet.rows[row].size(); ++column)
            data +=
                "<c r=\"" + spreadsheet::cell_name(row, column) + "\"" + sheet.rows[row][column].xml + "</c>";
        data += "</row>";
    }
    const std::string merges = sheet.merged.empty() ? ""
                                                    : "<mergeCells count=\"1\"><mergeCell ref=\"" +
                                                          sheet.merged + "\"/></mergeCells>";
    WorkbookText text;
    text.sheet =
        "<worksheet xmlns=\"" + main + "\"><sheetData>" + data + "</sheetData>" + merges + "</worksheet>";
    text.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs>";
    if (sheet.from_1904)
        text.workbook =
            "<workbook xmlns=\"" + main +
            "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
            "<workbookPr date1904=\"1\"/><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/>"
            "</sheets></workbook>";
    return make_workbook(text);
}

} // namespace test
