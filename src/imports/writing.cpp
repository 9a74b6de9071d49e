// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/writing.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace imports {
namespace {

constexpr std::array<std::string_view, 10> tables = {
    "learner", "identity_number", "enrolment", "attendance_month", "class_day",
    "score",   "institution",     "class",     "class_educator",   "educator",
};

// What is to become of a row that is held unless somebody takes it.
Decision decision_on(const Request& request, const RowOutcome& row) {
    if (const auto decided = request.decisions.find(row.row); decided != request.decisions.end())
        return decided->second;
    const bool wanted = row.verdict == Verdict::update ? request.update : request.take_review;
    return {wanted ? Decision::Take::as_it_stands : Decision::Take::leave};
}

// Whom the row resembles: a learner of the office, or the one that an earlier row of this list has become.
std::optional<std::int64_t> resembled(const RowOutcome& row, const Importer& importer,
                                      const std::vector<RowOutcome>& rows) {
    if (row.known) return row.known;
    if (!row.earlier_row) return std::nullopt;
    const auto earlier = std::lower_bound(rows.begin(), rows.end(), *row.earlier_row,
                                          [](const RowOutcome& r, std::uint32_t at) { return r.row < at; });
    if (earlier == rows.end() || earlier->row != *row.earlier_row) return std::nullopt;
    return importer.written_as(static_cast<std::size_t>(earlier - rows.begin()));
}

// One row that is held unless it is decided on.
core::Expected<void> write_decided(storage::Transaction& tx, const Decision& decision, Importer& importer,
                                   Outcome& outcome, std::size_t nth) {
    RowOutcome& row = outcome.rows[nth];
    switch (decision.take) {
    case Decision::Take::leave:
        return {};
    case Decision::Take::drop:
        row.decided = Decided::dropped;
        return {};
    case Decision::Take::as_it_stands:
        if (row.verdict == Verdict::review && !importer.may_take(nth)) return {};
        if (auto done = importer.write(tx, nth); !done) return done;
        row.decided = Decided::taken;
        ++(row.verdict == Verdict::update ? outcome.written.changed : outcome.written.added);
        return {};
    case Decision::Take::same_person: {
        const auto learner = resembled(row, importer, outcome.rows);
        if (!learner) return {};
        if (auto done = importer.write_over(tx, nth, *learner, decision.fields); !done) return done;
        row.decided = row.verdict == Verdict::update ? Decided::taken : Decided::merged;
        outcome.written.changed += decision.fields.empty() ? 0 : 1;
        return {};
    }
    }
    return {};
}

core::Expected<void> write_row(storage::Transaction& tx, const Request& request, Importer& importer,
                               Outcome& outcome, std::size_t nth) {
    const RowOutcome& row = outcome.rows[nth];
    switch (row.verdict) {
    case Verdict::accept:
        ++outcome.written.added;
        return importer.write(tx, nth);
    case Verdict::update:
    case Verdict::review:
        return write_decided(tx, decision_on(request, row), importer, outcome, nth);
    case Verdict::same:
    case Verdict::refuse:
        return {};
    }
    return {};
}

} // namespace

core::Expected<void> Importer::write_over(storage::Transaction&, std::size_t, std::int64_t,
                                          const std::set<std::string>&) {
    throw std::logic_error("only a learner's row can be put over another");
}

std::span<const std::string_view> imported_tables() {
    return tables;
}

core::Expected<void> write_rows(storage::Transaction& tx, const Request& request, Importer& importer,
                                Outcome& outcome, core::Progress& progress) {
    const auto rows = static_cast<std::int64_t>(outcome.rows.size());
    for (std::size_t nth = 0; nth < outcome.rows.size(); ++nth) {
        if (nth % 64 == 0) progress.report(static_cast<std::int64_t>(nth), rows);
        if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
        if (auto done = write_row(tx, request, importer, outcome, nth); !done) {
            core::Error error = done.error();
            error.place.row = outcome.rows[nth].row;
            return core::fail(std::move(error));
        }
    }
    return {};
}

} // namespace imports
