// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook whose values are signed: each sheet carries its keys in a hidden first row and column, and the
// last sheet, _srok, the canonical text with its signature.
#pragma once

#include "returns/canonical.hpp"
#include "spreadsheet/writer.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace returns {

// What is to be read beside a cell, by the cell's key. It is not signed: the signed text stands elsewhere.
using CellNotes = std::map<ValueKey, std::string>;

// One sheet being filled, downwards. Visible columns count from 0; behind them column A holds the row keys
// and row 1 the column keys.
class SignedSheet {
  public:
    // Begins the next row. `key` names it for ever and once in the sheet: "age:15-24", a learner's number, a
    // uid.
    void row(std::string_view key, double height_points = 0);
    // Leaves rows empty.
    void skip(std::uint32_t rows) { m_row += rows; }
    void text(std::uint32_t column, std::string_view text,
              spreadsheet::Style style = spreadsheet::Style::text);
    void number(std::uint32_t column, std::string_view decimal,
                spreadsheet::Style style = spreadsheet::Style::number);
    void number(std::uint32_t column, std::int64_t value,
                spreadsheet::Style style = spreadsheet::Style::count);
    void blank(std::uint32_t column, spreadsheet::Style style = spreadsheet::Style::text);
    // A cell for the office to fill in; see ValueType::answer.
    void answer(std::uint32_t column);
    // A text over several columns of this row, and of `rows` rows from it down: the rows below leave those
    // columns alone.
    void title(std::uint32_t first, std::uint32_t last, std::string_view text, spreadsheet::Style style,
               std::uint32_t rows = 1);

    // The row being written, and ranges as the workbook counts them, for filters, charts and print set-up.
    std::uint32_t sheet_row() const { return m_row; }
    spreadsheet::CellRef at(std::uint32_t column) const { return {m_row, column + 1}; }
    std::uint32_t column_count() const { return static_cast<std::uint32_t>(m_column_keys.size()); }
    void columns(std::uint32_t first, std::uint32_t last, double width_characters);
    spreadsheet::SheetWriter& looks() { return *m_sheet; }

  private:
    friend class SignedWorkbook;
    SignedSheet(spreadsheet::SheetWriter& sheet, CanonicalWriter& canonical, std::string key,
                std::span<const std::string> column_keys, const CellNotes& notes);
    void put_note(std::uint32_t column);

    spreadsheet::SheetWriter* m_sheet;
    CanonicalWriter* m_canonical;
    const CellNotes* m_notes;
    std::string m_key;
    std::vector<std::string> m_column_keys;
    std::string m_row_key;
    std::uint32_t m_row = 0;
};

class SignedWorkbook {
  public:
    SignedWorkbook(std::filesystem::path target, const ReturnHead& head,
                   const spreadsheet::Properties& properties);
    ~SignedWorkbook();
    SignedWorkbook(const SignedWorkbook&) = delete;
    SignedWorkbook& operator=(const SignedWorkbook&) = delete;

    // Asked for before the sheet is filled; where the key has no cell nothing is shown. Two on one cell stand
    // one below the other.
    void note(const ValueKey& about, std::string_view text);

    // Sheets stand in the file in this order; each is filled before the next is added. `name` is what a
    // person reads.
    SignedSheet& add_sheet(std::string_view key, std::string_view name,
                           std::span<const std::string> column_keys);

    struct Signed {
        office::Digest digest{};
        office::Signature signature;
        // The finished file, still under its temporary name: read it again, then publish().
        std::filesystem::path file;
    };
    Signed finish(const office::SigningKey& key);
    // After that: the canonical text under zstd.
    std::string content();
    void publish();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// The hidden sheet's name, and how much of the packed text stands in a cell.
inline constexpr std::string_view signature_sheet = "_srok";
inline constexpr std::size_t letters_in_a_cell = 32'000;

} // namespace returns
