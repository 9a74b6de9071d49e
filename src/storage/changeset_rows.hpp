// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a kept changeset row by row, with what each column was and is.
#pragma once

#include "storage/changeset.hpp"

#include <functional>

struct sqlite3_changeset_iter;

namespace storage {

// Lives only while read_changeset hands it out.
class RecordedRow {
  public:
    using What = ChangedRow::What;

    RecordedRow(sqlite3_changeset_iter* change, What what, std::string_view table, int columns)
        : m_change(change)
        , m_what(what)
        , m_table(table)
        , m_columns(columns) {}

    What what() const { return m_what; }
    std::string_view table() const { return m_table; }
    int columns() const { return m_columns; }
    // Before and after, as SQL's text; nothing is NULL. Of a changed row only the columns that changed, and
    // its key in was(), are there: has_was, has_is.
    bool has_was(int column) const;
    bool has_is(int column) const;
    std::optional<std::string> was(int column) const;
    std::optional<std::string> is(int column) const;
    std::optional<Blob> is_blob(int column) const;

  private:
    sqlite3_changeset_iter* m_change;
    What m_what;
    std::string_view m_table;
    int m_columns;
};

// In the order in which SQLite keeps them: table by table. WorldFailure file.damaged.
void read_changeset(std::span<const std::byte> changeset,
                    const std::function<void(const RecordedRow&)>& take);

// Whether an integer stands anywhere in it: false is certain, and quick for the changeset of a whole import.
bool mentions(std::span<const std::byte> changeset, std::int64_t value);

} // namespace storage
