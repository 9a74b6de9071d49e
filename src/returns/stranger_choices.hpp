// SPDX-License-Identifier: GPL-3.0-or-later
// What a row or column of a stranger's sheet can be: the figures and groups of a layout, known by their
// words.
#pragma once

#include "returns/figures.hpp"
#include "returns/layout.hpp"
#include "returns/stranger_map.hpp"
#include "returns/stranger_sheet.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace returns {

struct FigureChoice {
    std::string key; // "age:15-17", "literacy.female"
    Wording name;
    friend bool operator==(const FigureChoice&, const FigureChoice&) = default;
};

// A sheet of figures or a table of the layout.
struct SheetChoices {
    SheetPlan plan;
    std::vector<Figure> figures; // each value of an attribute by itself
    std::vector<FigureChoice> rows;
    std::vector<FigureChoice> columns;  // total and women of each
    std::vector<FigureChoice> subjects; // what the columns are total and women of

    // Also a figure by a value that no list can name beforehand: "ethnicity:ចាម".
    bool has_row(std::string_view key) const;
    bool has_column(std::string_view key) const;
    // What only the label of a row (in a table: of a column) names: "ethnicity:ចាម" of "- ចាម". Every office
    // has its own such values.
    std::vector<FigureChoice> named_by(Axis axis, std::string_view label) const;
};

// The programmes are those of this office's packs; institutions have no key that a stranger could know: of a
// table by institution only the row of all together can be told.
std::vector<SheetChoices> choices_of(const storage::Database& database, const Layout& layout);

// By the folded Khmer or English words, a number before them left out; nothing where two choices read alike.
std::optional<std::string> recognise_row(const SheetChoices& choices, std::string_view label);
// Of each heading its key. A bare "female" belongs to the column before it.
std::vector<std::optional<std::string>> recognise_columns(const SheetChoices& choices,
                                                          const std::vector<FoundLabel>& headings);

} // namespace returns
