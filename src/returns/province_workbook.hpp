// SPDX-License-Identifier: GPL-3.0-or-later
// The province's workbook of a month: every figure by district and in all, beside the month before, and who
// has not sent.
#pragma once

#include "returns/built_return_store.hpp"
#include "returns/province_month.hpp"

namespace returns {

// Writes every sheet; finish() and publish() are the caller's.
void write_province(SignedWorkbook& workbook, const ReturnHead& head, const Letterhead& letterhead,
                    const ProvinceMonth& province, const std::vector<Change>& changes);

struct Consolidated {
    BuiltReturn built;
    bool is_new = false;
    std::vector<Change> changes;
    ProvinceMonth province;
};

// Puts the month's accepted returns together (and with `provisional` those only received), signs the workbook
// with the province's key, reads it again and puts it at `out`. Versions as build_return gives them.
// Errors: return.consolidate-level outside a province's file; return.unreadable; those of open_signing_key.
// WorldFailure as build_return.
core::Expected<Consolidated> consolidate(storage::Database& database, storage::Actor actor,
                                         const BuildOrder& order, bool provisional, core::Progress& progress);

} // namespace returns
