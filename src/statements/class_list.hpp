// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of a class on A4: its nominal roll, the register in which whoever is handed a certificate signs or
// gives a thumbprint, and a list of names with columns to be filled in by hand, for whatever a class needs.
#pragma once

#include "classes/class.hpp"
#include "core/clock.hpp"
#include "core/expected.hpp"
#include "documents/sheet.hpp"
#include "storage/database.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace statements {

enum class ListKind { blank, handover, roll };
std::optional<ListKind> list_from_text(std::string_view text); // "blank", "handover", "roll"

struct ClassList {
    ListKind kind = ListKind::roll;
    documents::Orientation orientation = documents::Orientation::landscape;
    std::vector<std::string> office_lines; // from the highest down
    std::vector<std::string> titles;
    std::vector<documents::Column> columns;
    std::vector<std::vector<std::string>> rows;
    std::string closing;
    std::string class_name;
    core::Moment made_at{};
    bool sample = false;
};

// The roll: everyone who is in the class or left it before its end, in the order of names. The handover
// register: the certificates in force of the class, in the order of their serials. The class must exist.
// Errors: list.nobody {class}; list.no-certificate {class}.
core::Expected<ClassList> load_list(const storage::Database& database, ListKind kind, classes::ClassId in);

// Who is in the class today, in the order of names, and a column under each heading; an empty heading is left
// to the pen as well. Errors: list.nobody-now {class}; list.columns {columns, maximum} for none or too many.
inline constexpr std::size_t most_blank_columns = 12;
core::Expected<ClassList> load_blank_list(const storage::Database& database, classes::ClassId in,
                                          const std::vector<std::string>& headings);

documents::Sheet paper_of(const ClassList& list);

// As .pdf or .xlsx, whole or not at all. Errors: file.kind {kinds}; those of documents::lay_out. WorldFailure
// file.write.
core::Expected<void> write_list(const std::filesystem::path& path, const ClassList& list,
                                const std::vector<std::filesystem::path>& font_folders);

} // namespace statements
