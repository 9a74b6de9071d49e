// SPDX-License-Identifier: GPL-3.0-or-later
// Where the keys of a workbook stood when it came, kept small beside it: a remark is about "D12", and the
// district's copy of the file has the value there.
#pragma once

#include "returns/workbook_check.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace returns {

class CellPlaces {
  public:
    CellPlaces() = default;
    explicit CellPlaces(std::map<std::string, SheetKeys, std::less<>> sheets)
        : m_sheets(std::move(sheets)) {}
    // What packed() made; anything else holds no places.
    static CellPlaces unpacked(std::string_view bytes);
    std::string packed() const;

    bool none() const { return m_sheets.empty(); }
    // As CheckedFile::place_of. Of a row without a column its first cell that a person sees.
    core::Place place_of(const ValueKey& key) const;
    // `sheet` is a sheet's name or its key, `cell` "D12": the value there, or, where none stood, the row
    // alone. Nothing where the sheet or the row has no key.
    std::optional<ValueKey> key_at(std::string_view sheet, std::string_view cell) const;

  private:
    std::map<std::string, SheetKeys, std::less<>> m_sheets;
};

} // namespace returns
