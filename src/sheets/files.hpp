// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets as files: of one class, or of every open class in one go.
#pragma once

#include "core/progress.hpp"
#include "sheets/sheet_store.hpp"

#include <filesystem>

namespace sheets {

enum class Format : std::uint8_t { workbook, paper };
// ".xlsx" and ".pdf"; nothing for another ending.
std::optional<Format> format_of(const std::filesystem::path& path);

// In ASCII: "0202_attendance_2025-12_class-7_literacy-a.xlsx". A renamed copy is known by its content.
std::string file_name(const std::string& office_code, Kind kind, const std::string& period,
                      const classes::ClassRow& of, Format format);

// By the file's ending, whole or not at all. Errors: file.kind {kinds}; sheet.closed {class} for a workbook
// of a closed class, which could not come back; as documents::lay_out. WorldFailure
// file.write, font.missing.
core::Expected<void> write_sheet(const std::filesystem::path& path, const Sheet& sheet,
                                 const std::vector<std::filesystem::path>& font_folders);

struct Wanted {
    Kind kind = Kind::attendance;
    std::string period{}; // as of load_sheet
    Format format = Format::workbook;
    std::filesystem::path folder{};
};

struct MadeSheets {
    struct Made {
        classes::ClassId class_id{};
        std::string class_name;
        std::filesystem::path file;
    };
    std::vector<Made> made{};
    // Why a class got none: as load_sheet, or file.exists {file} where a file of that name stands already,
    // which a centre may have filled in.
    struct LeftOut {
        classes::ClassId class_id{};
        std::string class_name;
        core::Error why;
    };
    std::vector<LeftOut> left_out{};
};

// Of every open class, into the folder, which is made if it is not there. Errors: cancelled, and then the
// files made so far are gone; folder.is-a-file; sheet.no-class while no class is open.
core::Expected<MadeSheets> write_sheets(const storage::Database& database, const Wanted& wanted,
                                        const std::vector<std::filesystem::path>& font_folders,
                                        core::Progress& progress);

} // namespace sheets
