// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/workbook_check.hpp"

#include "returns/signed_workbook.hpp"
#include "returns/step.hpp"
#include "spreadsheet/decimal.hpp"

#include <sodium.h>

#include <algorithm>

namespace returns {
namespace {

core::Error damaged(std::string what) {
    return core::Error{"return.damaged"}.with("what", std::move(what));
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), " \r\n", &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

// What the hidden sheet says.
struct Seal {
    std::string first, key, signature, letters;
};

core::Expected<Seal> read_seal(spreadsheet::Workbook& workbook, std::size_t sheet) {
    Seal seal;
    const auto read = workbook.read(sheet, [&](const spreadsheet::Row& row) {
        const spreadsheet::Cell* cell = row.find(0);
        if (cell == nullptr) return true;
        if (row.index == 0) seal.first = cell->text;
        if (row.index == 1) seal.key = cell->text;
        if (row.index == 2) seal.signature = cell->text;
        if (row.index > 2) seal.letters.append(cell->text);
        return true;
    });
    if (!read) return core::fail(read.error());
    return seal;
}

// Opens the seal into `file`; the error says why the file is damaged.
std::optional<core::Error> open_seal(const Seal& seal, CheckedFile& file, std::size_t most_memory) {
    if (seal.first != canonical_first_line) return damaged("first line");
    const auto key = office::public_key_from_text(seal.key);
    const auto signature = office::signature_from_text(seal.signature);
    auto packed = from_base64(seal.letters);
    if (!key || !signature || !packed) return damaged("signature");
    auto canonical = read_canonical(*packed, most_memory);
    if (!canonical) return canonical.error();
    file.digest = digest_of(**canonical);
    if (!office::verify(*key, message_for(file.digest), *signature)) return damaged("signature");
    // Only this program says so, of a file without a signature; sums are then held to what is told.
    if ((*canonical)->head.by_map) return damaged("by-map");
    file.canonical = std::move(*canonical);
    file.content = std::move(*packed);
    file.key = *key;
    file.signature = *signature;
    return std::nullopt;
}

class SheetComparer {
  public:
    SheetComparer(CheckedFile& file, core::Progress& progress)
        : m_canonical(*file.canonical)
        , m_file(file)
        , m_progress(progress)
        , m_seen(m_canonical.lines.size()) {}

    core::Expected<void> compare(spreadsheet::Workbook& workbook, std::size_t sheet) {
        m_keys = {};
        m_keys.sheet_name = workbook.sheets()[sheet].name;
        m_column_keys.clear();
        m_sheet_key.clear();
        const auto read = workbook.read(sheet, [&](const spreadsheet::Row& row) {
            if (row.index == 0)
                read_keys(row);
            else
                compare_row(row);
            step(m_progress, m_seen_count, static_cast<std::int64_t>(m_seen.size()));
            return true;
        });
        if (!read) return core::fail(read.error());
        if (!m_sheet_key.empty()) m_file.sheets[m_sheet_key] = std::move(m_keys);
        return {};
    }

    // Signed values that no cell held.
    void add_missing() {
        for (const Line* line : m_canonical.lines) {
            const auto& [key, value] = *line;
            if (m_seen[value.place] || value.type == ValueType::answer) continue;
            const ValueKey parts = split_key(key);
            core::Place place = m_file.place_of(parts);
            if (place.sheet.empty()) place.sheet = parts.sheet;
            m_file.cells.push_back(
                {std::move(place.sheet), std::move(place.cell), Canonical::plain(value), ""});
        }
    }

  private:
    using Line = Canonical::Values::value_type;

    void read_keys(const spreadsheet::Row& row) {
        for (const spreadsheet::Cell& cell : row.cells) {
            if (cell.column == 0) {
                m_sheet_key = cell.text;
                continue;
            }
            if (cell.column >= m_column_keys.size()) m_column_keys.resize(cell.column + 1);
            m_column_keys[cell.column] = escape(cell.text);
            m_keys.columns.emplace(cell.text, cell.column);
        }
    }

    void compare_row(const spreadsheet::Row& row) {
        const spreadsheet::Cell* key_cell = row.find(0);
        const std::string_view row_key = key_cell == nullptr ? std::string_view{} : key_cell->text;
        if (!row_key.empty()) m_keys.rows.emplace(row_key, row.index);
        m_row_start = escape(m_sheet_key) + '\t' + escape(row_key) + '\t';
        for (const spreadsheet::Cell& cell : row.cells)
            if (cell.column != 0 && (cell.formula || !cell.text.empty())) compare_cell(row, cell);
    }

    void compare_cell(const spreadsheet::Row& row, const spreadsheet::Cell& cell) {
        m_key = m_row_start;
        if (cell.column < m_column_keys.size()) m_key += m_column_keys[cell.column];
        const Line* found = find(m_key);
        const bool signed_here = found != nullptr && !m_seen[found->second.place];
        if (signed_here) {
            m_seen[found->second.place] = true;
            ++m_seen_count;
        }
        if (signed_here && found->second.type == ValueType::answer)
            return m_file.answers.push_back({split_key(m_key), std::string{cell.text}});
        if (signed_here && equal(cell, found->second)) return;
        EditedCell edit{m_keys.sheet_name, spreadsheet::cell_name(row.index, cell.column),
                        signed_here ? Canonical::plain(found->second) : std::string{},
                        cell.formula ? "=" + std::string{cell.text} : std::string{cell.text}};
        // The same digits as a number and as a text: the text is told by an apostrophe, as sheets show it.
        if (edit.was == edit.is)
            (cell.kind == spreadsheet::CellKind::text ? edit.is : edit.was).insert(0, 1, '\'');
        m_file.cells.push_back(std::move(edit));
    }

    // Cells come in the order in which they were signed, as long as nobody moved them.
    const Line* find(std::string_view key) {
        const Line* line = m_next < m_canonical.lines.size() ? m_canonical.lines[m_next] : nullptr;
        if (line == nullptr || line->first != key) {
            const auto found = m_canonical.values.find(key);
            if (found == m_canonical.values.end()) return nullptr;
            line = &*found;
        }
        m_next = line->second.place + std::size_t{1};
        return line;
    }

    static bool equal(const spreadsheet::Cell& cell, const Canonical::Value& value) {
        if (cell.formula) return false;
        if (value.type == ValueType::number)
            return cell.kind == spreadsheet::CellKind::number &&
                   spreadsheet::plain_decimal(cell.text, 4) == value.raw;
        if (cell.kind != spreadsheet::CellKind::text) return false;
        const bool plain = value.raw.find('\\') == std::string_view::npos;
        return plain ? cell.text == value.raw : cell.text == Canonical::plain(value);
    }

    const Canonical& m_canonical;
    CheckedFile& m_file;
    core::Progress& m_progress;
    std::vector<bool> m_seen; // by the place of the line
    std::int64_t m_seen_count = 0;
    std::size_t m_next = 0; // the line after the one that was found last
    SheetKeys m_keys;
    std::string m_sheet_key;
    std::vector<std::string> m_column_keys;
    std::string m_row_start;
    std::string m_key;
};

} // namespace

core::Place CheckedFile::place_of(const ValueKey& value) const {
    core::Place place;
    const auto sheet = sheets.find(value.sheet);
    if (sheet == sheets.end()) return place;
    place.sheet = sheet->second.sheet_name;
    const auto row = sheet->second.rows.find(value.row);
    const auto column = sheet->second.columns.find(value.column);
    if (row != sheet->second.rows.end() && column != sheet->second.columns.end())
        place.cell = spreadsheet::cell_name(row->second, column->second);
    return place;
}

core::Expected<CheckedFile> check_file(const std::filesystem::path& path) {
    core::NoProgress silent;
    return check_file(path, silent);
}

core::Expected<CheckedFile> check_file(const std::filesystem::path& path, core::Progress& progress,
                                       std::size_t most_memory) {
    // Ours may be longer than what strangers may send us to import.
    auto workbook = spreadsheet::open_workbook(path, {.rows = spreadsheet::sheet_rows});
    if (!workbook) return core::fail(workbook.error());
    CheckedFile file;
    const auto sealed = workbook->find_sheet(signature_sheet);
    if (!sealed) return file;
    const auto seal = read_seal(*workbook, *sealed);
    if (!seal) return core::fail(seal.error());
    if (auto damage = open_seal(*seal, file, most_memory)) {
        file.verdict = FileVerdict::damaged;
        file.damage = std::move(damage);
        return file;
    }
    SheetComparer comparer(file, progress);
    for (std::size_t i = 0; i < workbook->sheets().size(); ++i) {
        if (i == *sealed) continue;
        if (auto compared = comparer.compare(*workbook, i); !compared) return core::fail(compared.error());
    }
    comparer.add_missing();
    std::sort(file.cells.begin(), file.cells.end(), [](const EditedCell& a, const EditedCell& b) {
        return std::tie(a.sheet, a.cell, a.was) < std::tie(b.sheet, b.cell, b.was);
    });
    file.verdict = file.cells.empty() ? FileVerdict::verified : FileVerdict::edited;
    return file;
}

} // namespace returns
