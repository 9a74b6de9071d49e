// SPDX-License-Identifier: GPL-3.0-or-later
// Files spoiled at random, the same ones for the same seed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

// How reading them ended: by error code, "read" for those that were still files.
using Outcomes = std::map<std::string, std::size_t>;

// Spoils packed bytes, the XML inside, and text files, `files` of each. Reports to Boost.Test when something
// that was read breaks a promise of the reader: rows and cells in order and inside the limits, text in UTF-8,
// numbers decimals, errors with a known code and the file's name.
Outcomes read_spoiled_files(std::uint64_t seed, std::size_t files);
