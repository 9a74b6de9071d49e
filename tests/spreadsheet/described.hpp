// SPDX-License-Identifier: GPL-3.0-or-later
// What reading a file comes to, as one line of text that a test can compare.
#pragma once

#include "core/error.hpp"
#include "spreadsheet/limits.hpp"

#include <string>

// "file.damaged why=crc part=xl/workbook.xml sheet=Sheet1 cell=B2", without the file and the byte.
std::string describe(const core::Error& error);

// Opens the bytes and reads every sheet. The first error; or the cells: "A1=text B1=12# C1=46008@" with #
// after numbers,
// @ after dates, ? after booleans, ! after errors and = before a formula's value; sheets and rows divided by
// " | ".
std::string read_all(const std::string& bytes, const std::string& name = "list.xlsx",
                     const spreadsheet::Limits& limits = {});
