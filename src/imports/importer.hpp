// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of list does with its rows: judge every one, then write those that may be written.
#pragma once

#include "imports/row_cells.hpp"
#include "storage/transaction.hpp"

namespace imports {

class Importer {
  public:
    virtual ~Importer() = default;

    // The verdict on the next learner's row, top to bottom.
    virtual RowOutcome judge(RowCells& cells) = 0;
    // What can only be said once all rows are known.
    virtual std::vector<core::Error> findings() const { return {}; }
    // Writes the row judged as number `nth` (from 0). Called for accepted rows, for updates where they are
    // wanted, and for rows of review that were taken. A rule that refuses now (nobody's fault but the
    // world's) comes back.
    virtual core::Expected<void> write(storage::Transaction& tx, std::size_t nth) = 0;
    // Rows of review of this kind that --take review may write as another person.
    virtual bool may_take(std::size_t nth) const = 0;
};

} // namespace imports
