// SPDX-License-Identifier: GPL-3.0-or-later
// Taking in what the offices below handed over.
#pragma once

#include "core/progress.hpp"
#include "returns/received_store.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace returns {

struct Receipt {
    ReceivedId id{};
    std::filesystem::path file;
    FileVerdict verdict = FileVerdict::unsigned_file;
    // Empty and 0 where no signature vouches for them.
    std::string office{};
    std::string period{};
    std::int64_t version = 0;
    // Nothing where no signature says which version it is, and the file had not come before.
    std::optional<Order> order{};
    bool signer_known = false;
    std::vector<EditedCell> cells{};
    std::vector<CheckedReturn::Placed> findings{};
};

// Takes files in, all or none, whatever their verdict; only verified ones can be accepted. A file that is
// here already changes nothing. The first verified return of an office pins its key, unless it is a sample's.
// Errors: those of check_file, with the file; return.not-ours {office, ours}; return.not-a-month {layout}.
// WorldFailure "cancelled", and then none is taken in.
core::Expected<std::vector<Receipt>> receive(storage::Database& database, storage::Actor actor,
                                             std::span<const std::filesystem::path> files,
                                             core::Progress& progress);

} // namespace returns
