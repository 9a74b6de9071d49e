// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a return: whether its values are those that were signed, and which cells are not.
#pragma once

#include "core/progress.hpp"
#include "returns/canonical.hpp"
#include "spreadsheet/reader.hpp"

#include <filesystem>
#include <map>

namespace returns {

// damaged: _srok is there but cannot be read or is not what was signed. wrong-key is decided by who knows the
// keys: see receive().
enum class FileVerdict { verified, edited, unsigned_file, wrong_key, damaged };
std::string_view to_text(FileVerdict verdict);

struct EditedCell {
    std::string sheet;
    // Empty when the row it stood in is gone.
    std::string cell;
    std::string was;
    std::string is;
};

// What the office wrote into a cell left open for it.
struct Answer {
    ValueKey key;
    std::string text;
    friend bool operator==(const Answer&, const Answer&) = default;
};

// Where each key stands in a sheet as it came back.
struct SheetKeys {
    std::string sheet_name;
    std::map<std::string, std::uint32_t, std::less<>> rows;
    std::map<std::string, std::uint32_t, std::less<>> columns;
};

struct CheckedFile {
    FileVerdict verdict = FileVerdict::unsigned_file;
    // Why it is damaged.
    std::optional<core::Error> damage;
    // These three stand when the signature holds, edited cells or not.
    std::unique_ptr<Canonical> canonical;
    std::string content;
    office::PublicKey key;
    office::Signature signature;
    office::Digest digest{};
    std::vector<EditedCell> cells;
    std::vector<Answer> answers;
    std::map<std::string, SheetKeys, std::less<>> sheets;

    // The sheet and cell where a key stands; their parts that are not there are empty.
    core::Place place_of(const ValueKey& value) const;
};

// Errors: those of spreadsheet::open_workbook and reading (the file is no workbook, or a hostile one).
// WorldFailure "cancelled".
// `most_memory` is for the signed text: own_memory for what this program wrote a moment ago.
core::Expected<CheckedFile> check_file(const std::filesystem::path& path, core::Progress& progress,
                                       std::size_t most_memory = stranger_memory);
core::Expected<CheckedFile> check_file(const std::filesystem::path& path);

} // namespace returns
