// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is by its first bytes, whatever its name says.
#pragma once

#include "core/expected.hpp"

#include <string_view>

namespace spreadsheet {

// What can be gone on with: an archive that may be a workbook, or text that may be a list.
enum class FileLook { archive, text };

// Anything else is refused by name: file.empty, file.xls, file.ods, file.encrypted, file.html, file.csv (text
// under a workbook's name), file.not-a-spreadsheet (fact "looks-like", e.g. "pdf").
core::Expected<FileLook> recognise(std::string_view bytes, std::string_view name);

} // namespace spreadsheet
