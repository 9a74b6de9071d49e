// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of list does with its rows: judge every one, then write those that may be written.
#pragma once

#include "imports/row_cells.hpp"
#include "storage/transaction.hpp"

#include <set>

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

    // Lists of learners alone: puts these fields of the row over a learner that a person says it is, and the
    // learner that a row became by being written.
    virtual core::Expected<void> write_over(storage::Transaction& tx, std::size_t nth, std::int64_t learner,
                                            const std::set<std::string>& fields);
    virtual std::optional<std::int64_t> written_as(std::size_t) const { return std::nullopt; }
};

} // namespace imports
