// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/workbook_check.hpp"

#include "returns/signed_workbook.hpp"
#include "spreadsheet/decimal.hpp"

#include <sodium.h>

#include <algorithm>
#include <map>
#include <unordered_set>

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
std::optional<core::Error> open_seal(const Seal& seal, CheckedFile& file) {
    if (seal.first != "SROK-RETURN 1") return damaged("first line");
    const auto key = office::public_key_from_text(seal.key);
    const auto signature = office::signature_from_text(seal.signature);
    auto packed = from_base64(seal.letters);
    if (!key || !signature || !packed) return damaged("signature");
    auto canonical = read_canonical(*packed);
    if (!canonical) return canonical.error();
    file.digest = digest_of(**canonical);
    if (!office::verify(*key, message_for(file.digest), *signature)) return damaged("signature");
    file.canonical = std::move(*canonical);
    file.content = std::move(*packed);
    file.key = *key;
    file.signature = *signature;
    return std::nullopt;
}

// Where each key stands in a sheet as it came back, to name the cell of a value that is gone.
struct Whereabouts {
    std::string sheet_name;
    std::map<std::string, std::uint32_t, std::less<>> rows;
    std::map<std::string, std::uint32_t, std::less<>> columns;
};

class SheetComparer {
  public:
    SheetComparer(const Canonical& canonical, std::vector<EditedCell>& edits)
        : m_canonical(canonical)
        , m_edits(edits) {}

    core::Expected<void> compare(spreadsheet::Workbook& workbook, std::size_t sheet) {
        m_where = {};
        m_where.sheet_name = workbook.sheets()[sheet].name;
        m_column_keys.clear();
        m_sheet_key.clear();
        const auto read = workbook.read(sheet, [&](const spreadsheet::Row& row) {
            if (row.index == 0)
                read_keys(row);
            else
                compare_row(row);
            return true;
        });
        if (!read) return core::fail(read.error());
        if (!m_sheet_key.empty()) m_whereabouts[m_sheet_key] = m_where;
        return {};
    }

    // Signed values that no cell held.
    void add_missing() {
        for (const auto& [key, value] : m_canonical.values) {
            if (m_seen.contains(key)) continue;
            const std::size_t first = key.find('\t');
            const std::size_t second = key.find('\t', first + 1);
            EditedCell edit{std::string{key.substr(0, first)}, "", Canonical::plain(value), ""};
            const auto where = m_whereabouts.find(edit.sheet);
            if (where != m_whereabouts.end()) {
                edit.sheet = where->second.sheet_name;
                const auto row = where->second.rows.find(key.substr(first + 1, second - first - 1));
                const auto column = where->second.columns.find(key.substr(second + 1));
                if (row != where->second.rows.end() && column != where->second.columns.end())
                    edit.cell = spreadsheet::cell_name(row->second, column->second);
            }
            m_edits.push_back(std::move(edit));
        }
    }

  private:
    void read_keys(const spreadsheet::Row& row) {
        for (const spreadsheet::Cell& cell : row.cells) {
            if (cell.column == 0) {
                m_sheet_key = escape(cell.text);
                continue;
            }
            m_column_keys[cell.column] = escape(cell.text);
            m_where.columns.emplace(escape(cell.text), cell.column);
        }
    }

    void compare_row(const spreadsheet::Row& row) {
        const spreadsheet::Cell* key_cell = row.find(0);
        const std::string row_key = key_cell == nullptr ? std::string{} : escape(key_cell->text);
        if (!row_key.empty()) m_where.rows.emplace(row_key, row.index);
        for (const spreadsheet::Cell& cell : row.cells)
            if (cell.column != 0 && (cell.formula || !cell.text.empty())) compare_cell(row, cell, row_key);
    }

    void compare_cell(const spreadsheet::Row& row, const spreadsheet::Cell& cell,
                      const std::string& row_key) {
        m_key.assign(m_sheet_key).append("\t").append(row_key).append("\t");
        if (const auto column = m_column_keys.find(cell.column); column != m_column_keys.end())
            m_key += column->second;
        const auto found = m_canonical.values.find(m_key);
        const bool signed_here = found != m_canonical.values.end() && m_seen.insert(found->first).second;
        if (signed_here && equal(cell, found->second)) return;
        m_edits.push_back({m_where.sheet_name, spreadsheet::cell_name(row.index, cell.column),
                           signed_here ? Canonical::plain(found->second) : std::string{},
                           cell.formula ? "=" + std::string{cell.text} : std::string{cell.text}});
    }

    static bool equal(const spreadsheet::Cell& cell, const Canonical::Value& value) {
        if (cell.formula) return false;
        if (value.type == ValueType::number)
            return cell.kind == spreadsheet::CellKind::number &&
                   spreadsheet::plain_decimal(cell.text, 4) == std::string{value.raw};
        return cell.kind == spreadsheet::CellKind::text && cell.text == Canonical::plain(value);
    }

    const Canonical& m_canonical;
    std::vector<EditedCell>& m_edits;
    std::unordered_set<std::string_view> m_seen;
    std::map<std::string, Whereabouts> m_whereabouts;
    Whereabouts m_where;
    std::string m_sheet_key;
    std::map<std::uint32_t, std::string> m_column_keys;
    std::string m_key;
};

} // namespace

std::string_view to_text(FileVerdict verdict) {
    switch (verdict) {
    case FileVerdict::verified:
        return "verified";
    case FileVerdict::edited:
        return "edited";
    case FileVerdict::unsigned_file:
        return "unsigned";
    case FileVerdict::wrong_key:
        return "wrong-key";
    case FileVerdict::damaged:
        return "damaged";
    }
    return "damaged";
}

core::Expected<CheckedFile> check_file(const std::filesystem::path& path) {
    auto workbook = spreadsheet::open_workbook(path);
    if (!workbook) return core::fail(workbook.error());
    CheckedFile file;
    const auto sealed = workbook->find_sheet(signature_sheet);
    if (!sealed) return file;
    const auto seal = read_seal(*workbook, *sealed);
    if (!seal) return core::fail(seal.error());
    if (auto damage = open_seal(*seal, file)) {
        file.verdict = FileVerdict::damaged;
        file.damage = std::move(damage);
        return file;
    }
    SheetComparer comparer(*file.canonical, file.cells);
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
