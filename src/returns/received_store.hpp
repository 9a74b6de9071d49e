// SPDX-License-Identifier: GPL-3.0-or-later
// The returns a province received and what it decided on each: the only writer of received_return and
// pinned_key.
#pragma once

#include "core/progress.hpp"
#include "returns/received.hpp"
#include "returns/return_check.hpp"
#include "storage/transaction.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace returns {

struct Receipt {
    ReceivedId id{};
    std::filesystem::path file;
    // Without its content, which is kept in the office file.
    FileVerdict verdict = FileVerdict::unsigned_file;
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
core::Expected<std::vector<Receipt>> receive(storage::Database& database, storage::Actor actor,
                                             std::span<const std::filesystem::path> files,
                                             core::Progress& progress);

// From now on this is the office's return of its period; one accepted before is replaced. Audited as
// "return.accept". Errors: return.unknown {id}; return.not-acceptable {verdict}; sample.key past set-up;
// return.blocked {count}; return.older {accepted} when a later version is the accepted one.
core::Expected<void> accept(storage::Transaction& tx, ReceivedId id);

// Audited as "return.reject". Errors: return.unknown {id}; return.no-reason.
core::Expected<void> reject(storage::Transaction& tx, ReceivedId id, const std::string& reason);

std::optional<ReceivedReturn> find_received(const storage::Database& database, ReceivedId id);
// All of them, by period, office and version.
std::vector<ReceivedReturn> list_received(const storage::Database& database);
// Of one office, by period and version; signed by whatever key was pinned then.
std::vector<ReceivedReturn> verified_of(const storage::Database& database, const std::string& office);
// Its signed text; it must have one.
std::unique_ptr<Canonical> load_content(const storage::Database& database, ReceivedId id);
std::vector<EditedCell> edited_cells(const storage::Database& database, ReceivedId id);
std::vector<Answer> answers_of(const storage::Database& database, ReceivedId id);

std::optional<office::PublicKey> pinned_key(const storage::Database& database, const std::string& office);

// What a checked file would be kept as.
ReceivedReturn described(const CheckedFile& file);

} // namespace returns
