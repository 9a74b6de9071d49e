// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a table of cells from an .xlsx or .csv file that a stranger made. The content decides what a file
// is, not its name; what it is not is named, with a code whose remedy says how to save it properly.
#pragma once

#include "core/expected.hpp"
#include "spreadsheet/cell.hpp"
#include "spreadsheet/limits.hpp"
#include "spreadsheet/serial_date.hpp"
#include "spreadsheet/table.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spreadsheet {

enum class FileKind { xlsx, csv };

enum class Visibility { visible, hidden, very_hidden };

struct SheetInfo {
    std::string name; // a .csv file has one sheet without a name
    Visibility visibility = Visibility::visible;
    friend bool operator==(const SheetInfo&, const SheetInfo&) = default;
};

// Called for each row that holds something, downwards. The row's views live until it returns; false stops the
// reading there, and then the rest of the sheet is not checked.
using RowSink = std::function<bool(const Row&)>;

// A file opened and recognised. It is held in memory packed as it came, so that what was checked is what is
// read, whatever happens to the file meanwhile. Nothing is ever unpacked to disk.
class Workbook {
  public:
    ~Workbook();
    Workbook(Workbook&&) noexcept;
    Workbook& operator=(Workbook&&) noexcept;
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    FileKind kind() const;
    DateSystem date_system() const;
    // Worksheets in the file's order; chart sheets are left out.
    const std::vector<SheetInfo>& sheets() const;
    std::optional<std::size_t> find_sheet(std::string_view name) const;

    // Streams a sheet: memory does not grow with its rows.
    // Errors: file.damaged, file.too-big, file.doctype, each with the sheet and the cell or byte.
    core::Expected<SheetFacts> read(std::size_t sheet, const RowSink& sink);
    // The whole sheet, when rows are looked at more than once. Errors as read(). `go_on` is asked before each
    // row that holds something; after its false the table holds the rows above.
    using GoOn = std::function<bool(std::uint32_t row)>;
    core::Expected<Table> load(std::size_t sheet, const GoOn& go_on = {});

  private:
    struct Impl;
    explicit Workbook(std::unique_ptr<Impl> impl);
    friend core::Expected<Workbook> open_workbook(std::string, std::string_view, const Limits&);
    std::unique_ptr<Impl> m_impl;
};

// Errors: file.not-found, file.empty, file.xls, file.ods, file.xlsb, file.encrypted, file.html, file.csv
// (text under the name of a workbook), file.not-a-spreadsheet, file.damaged, file.too-big, file.doctype,
// file.encoding; a file that cannot be read from the disk throws WorldFailure file.read.
core::Expected<Workbook> open_workbook(const std::filesystem::path& path, const Limits& limits = {});
// The same for bytes already here; `name` is for messages and for its extension.
core::Expected<Workbook> open_workbook(std::string bytes, std::string_view name, const Limits& limits = {});

} // namespace spreadsheet
