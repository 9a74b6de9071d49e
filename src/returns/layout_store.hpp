// SPDX-License-Identifier: GPL-3.0-or-later
// The layouts that come with the program, those an office took in their place, and the copies of those it
// built returns with.
#pragma once

#include "core/expected.hpp"
#include "returns/layout.hpp"
#include "storage/transaction.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace returns {

// Those that come with the program: month, semester, year, school-year.
std::vector<Layout> shipped_layouts();

struct CurrentLayout {
    Layout layout;
    bool own = false; // taken by the office, not the program's
};

// One of each name, the program's in their order and then the office's own: what returns are built with from
// now.
std::vector<CurrentLayout> current_layouts(const storage::Database& database);
// Errors: layout.unknown {layout, known}.
core::Expected<CurrentLayout> current_layout(const storage::Database& database, std::string_view name);
// The first of that kind of period.
CurrentLayout current_layout(const storage::Database& database, PeriodKind kind);

// As a return's head names it, "month 2026-1": a copy of the office's, else the program's. Nothing where
// neither has it.
std::optional<Layout> find_layout(const storage::Database& database, std::string_view id);

// Its file, to be edited. Errors: layout.unknown.
core::Expected<std::string> layout_source(const storage::Database& database, std::string_view name);

// From now on returns of its name are built with this file. Audited as "layout.use". Errors: those of
// parse_layout; layout.version-taken {layout, version} where that version says something else;
// layout.other-period {layout, period} where the program's of that name is for another kind of period.
core::Expected<Layout> use_own_layout(storage::Transaction& tx, const std::string& toml,
                                      const std::string& file);
// The program's again. Audited as "layout.use-shipped". Errors: layout.unknown where the program has none of
// that name.
core::Expected<void> use_shipped_layout(storage::Transaction& tx, std::string_view name);

// A copy stays in the office file with what was built.
void keep_layout(storage::Transaction& tx, const Layout& layout);

} // namespace returns
