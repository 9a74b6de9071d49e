// SPDX-License-Identifier: GPL-3.0-or-later
// The returns this office built, each with its version: the only writer of built_return.
#pragma once

#include "core/progress.hpp"
#include "office/office.hpp"
#include "returns/return_workbook.hpp"
#include "returns/workbook_check.hpp"
#include "storage/transaction.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace returns {

struct BuiltReturn {
    core::Uid uid{};
    std::string period;
    std::int64_t version = 0;
    office::Digest digest{};
    core::Moment built_at{};
    // Findings that had to be explained and were not.
    std::int64_t unexplained = 0;
};

// The last version first.
std::vector<BuiltReturn> list_built(const storage::Database& database);

// The signed text of one version; null where it was not built.
std::unique_ptr<Canonical> built_content(const storage::Database& database, const std::string& period,
                                         std::int64_t version);

struct BuildOrder {
    ReturnPeriod period;
    std::filesystem::path out;
    std::string passphrase{}; // of the signing key; empty in set-up
    // Why there is another version; where it is empty, that of the correction under way.
    std::string reason{};
};

struct BuildOutcome {
    // Nothing when a finding blocks: then nothing was written.
    std::optional<BuiltReturn> built;
    // False when nothing had changed since the last version, which was written again.
    bool is_new = false;
    std::vector<Change> changes; // since the version before
    struct Placed {
        Finding finding;
        core::Place place; // in the workbook
    };
    std::vector<Placed> findings;
};

// Builds a period's return from the registers by the layout that the period names, signs it, reads it again
// and puts it at `out`. Without a change since the last version of that period it writes that version again,
// byte for byte. Errors: return.build-level in a province's file; period.ahead {period}; layout.unknown;
// layout.other-period {layout, period} where the layout is of another kind of period; those of
// office::open_signing_key. WorldFailure: file.write, return.unlike when what was read again is not what was
// written; "cancelled", and then nothing was written.
core::Expected<BuildOutcome> build_return(storage::Database& database, storage::Actor actor,
                                          const BuildOrder& order, core::Progress& progress);

// The current layout of the period's name. Errors: layout.unknown, layout.other-period.
core::Expected<Layout> layout_for(const storage::Database& database, const ReturnPeriod& period);

// "0202_2025-12_v2.xlsx"
std::string file_name(const ReturnHead& head);
// Where a workbook goes: `out` itself, or under file_name() in it when it is a folder.
std::filesystem::path target_of(const std::filesystem::path& out, const ReturnHead& head);

Letterhead letterhead_of(const storage::Database& database, const office::Office& office);

// The steps that every workbook of ours goes through, whatever is in it.
struct Drawing {
    std::string period;
    std::string layout;
    std::filesystem::path out;
    std::string passphrase;
    std::string reason;
    std::string_view verb; // in the audit chain
    bool sample = false;   // beside what the office itself is
    std::int64_t unexplained = 0;
    // Fills the workbook for that head; `changes` are those since the version before. May stop by throwing.
    std::function<void(SignedWorkbook&, const ReturnHead&, const std::vector<Change>& changes)> fill;
    // Written in the transaction that keeps a new version.
    std::function<void(storage::Transaction&)> keep{};
};

struct Drawn {
    BuiltReturn built;
    bool is_new = false;
    std::vector<Change> changes;
    CheckedFile checked;
};
// WorldFailure as build_return.
core::Expected<Drawn> draw_version(storage::Database& database, storage::Actor actor, const Drawing& drawing,
                                   core::Progress& progress);

} // namespace returns
