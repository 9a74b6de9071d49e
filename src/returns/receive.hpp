// SPDX-License-Identifier: GPL-3.0-or-later
// Taking in what the offices below handed over.
#pragma once

#include "core/progress.hpp"
#include "returns/received_store.hpp"
#include "returns/return_period.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace returns {

// Whose an unsigned file is; without a period the one after the last that was read.
struct StrangerOrder {
    std::string office;
    std::optional<ReturnPeriod> period{};
};

struct Receipt {
    ReceivedId id{};
    std::filesystem::path file;
    FileVerdict verdict = FileVerdict::unsigned_file;
    // Empty and 0 where no signature vouches for them and no map told them.
    std::string office{};
    std::string period{};
    std::int64_t version = 0;
    // Nothing where no signature says which version it is, and the file had not come before.
    std::optional<Order> order{};
    bool signer_known = false;
    std::vector<EditedCell> cells{};
    std::vector<CheckedReturn::Placed> findings{};
};

// Takes files in, all or none, whatever their verdict. Those without a signature are kept as they came; where
// `stranger` says whose they are, they are read by that office's map (stranger_store.hpp): only such and
// verified ones can be accepted. A file that is here already changes nothing. The first verified return of an
// office pins its key, unless it is a sample's. Errors: those of check_file, with the file; return.not-ours
// {office, ours}; return.not-a-month {layout}. WorldFailure "cancelled", and then none is taken in.
core::Expected<std::vector<Receipt>> receive(storage::Database& database, storage::Actor actor,
                                             std::span<const std::filesystem::path> files,
                                             core::Progress& progress,
                                             const std::optional<StrangerOrder>& stranger = std::nullopt);

} // namespace returns
