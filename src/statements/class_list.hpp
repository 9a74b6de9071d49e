// SPDX-License-Identifier: GPL-3.0-or-later
// Two lists of a class on A4 landscape: its nominal roll, and the register in which whoever is handed a
// certificate signs or gives a thumbprint.
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

enum class ListKind { handover, roll };
std::optional<ListKind> list_from_text(std::string_view text); // "handover", "roll"

struct ClassList {
    ListKind kind = ListKind::roll;
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

documents::Sheet paper_of(const ClassList& list);

// As .pdf or .xlsx, whole or not at all. Errors: file.kind {kinds}; those of documents::lay_out. WorldFailure
// file.write.
core::Expected<void> write_list(const std::filesystem::path& path, const ClassList& list,
                                const std::vector<std::filesystem::path>& font_folders);

} // namespace statements
