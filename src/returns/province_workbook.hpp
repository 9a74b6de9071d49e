// SPDX-License-Identifier: GPL-3.0-or-later
// The province's workbook of a period: every figure by district and in all, beside the period before, and who
// has not sent.
#pragma once

#include "returns/built_return_store.hpp"
#include "returns/province_content.hpp"

namespace returns {

// Writes every sheet; finish() and publish() are the caller's.
void write_province(SignedWorkbook& workbook, const ReturnHead& head, const Letterhead& letterhead,
                    const ProvinceContent& province, const std::vector<Change>& changes);

struct Consolidated {
    BuiltReturn built;
    bool is_new = false;
    std::vector<Change> changes;
    ProvinceContent province;
};

// Which returns count, and how much of them is shown.
struct Edition {
    bool provisional = false; // those only received count too
    bool publishable =
        false; // small groups are hidden (masking.hpp), and nothing is said of the data's quality
};

// Puts the period's accepted returns together (and of a provisional edition those only received), signs the
// workbook with the province's key, reads it again and puts it at `out`. Versions as build_return gives them.
// Errors: return.consolidate-level outside a province's file; return.unreadable; those of open_signing_key.
// WorldFailure as build_return.
core::Expected<Consolidated> consolidate(storage::Database& database, storage::Actor actor,
                                         const BuildOrder& order, const Edition& edition,
                                         core::Progress& progress);

} // namespace returns
