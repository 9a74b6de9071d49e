// SPDX-License-Identifier: GPL-3.0-or-later
// Transfers in the office file: a learner's past written out, taken in from a file, and taken back; and what
// is kept of other offices. The only writer of its tables.
#pragma once

#include "identity/transfer_plan.hpp"
#include "storage/transaction.hpp"

namespace identity {

enum class TransferId : std::int64_t {};

// The whole past as one file's bytes: this office's own chapter now, and those of other offices as they came.
// With `leave`, the last day in them, the learner's enrolments in open classes end first, with the reason
// transferred. Audited as "transfer.out". `key` signs. Errors: those of classes::leave; transfer.too-large.
struct SentTransfer {
    std::string bytes;
    std::size_t classes = 0;
    std::size_t certificates = 0;
    std::size_t offices = 0; // chapters
    std::size_t left = 0;    // enrolments that ended now
};
core::Expected<SentTransfer> transfer_out(storage::Transaction& tx, learners::LearnerId learner,
                                          const office::SigningKey& key, const std::string& file_name,
                                          const std::optional<core::Day>& leave);

// What a person decided over a plan.
struct Decision {
    // Who the file is about, where the plan did not know; the one must exist.
    std::optional<learners::LearnerId> same_as{};
    // Somebody who is not here yet, though look-alikes are.
    bool another_person = false;
    // Also take the fields that were changed here too.
    bool update = false;
};

struct TakenTransfer {
    std::optional<TransferId> id{}; // nothing: everything was here already, and nothing was written
    learners::LearnerId learner{};
    bool created = false;
    std::vector<PersonChange> changes{}; // that were written
};

// Takes in what plan_transfer() found, in the same state of the office file. Pins the keys of offices that
// were not known, but for samples. Audited as "transfer.in". Errors: transfer.look-alike {who} while it is
// not decided; those of registering and updating a learner.
core::Expected<TakenTransfer> take_transfer(storage::Transaction& tx, const TransferPlan& plan,
                                            const Decision& decision, const std::string& file_name);

// Takes back what a transfer in wrote; pinned keys stay. Audited as "transfer.undo". Errors: transfer.unknown
// {transfer}; transfer.undone-already {transfer}; transfer.depended-on {who}: what later work stands on it,
// certificates too whose units it brought.
core::Expected<void> undo_transfer(storage::Transaction& tx, TransferId id);

struct TransferRow {
    TransferId id{};
    bool in = false;
    std::string number;
    std::string name_km;
    std::string name;
    std::string office_code;
    std::string office_km;
    std::string office_name;
    bool sample = false;
    std::string file_name;
    std::string actor;
    core::Moment at{};
    std::optional<core::Moment> undone_at{};
};
// Newest first.
std::vector<TransferRow> list_transfers(const storage::Database& database);

// The chapters other offices signed of a learner, in the order of the offices' codes. One that can no longer
// be read is damage (WorldFailure file.damaged).
std::vector<SignedChapter> load_past(const storage::Database& database, learners::LearnerId learner);

// Whether chapters stand here from before the units they tell of were kept beside them; and keeping those.
// Audited as a change of settings.
bool units_behind(const storage::Database& database);
void catch_up_units(storage::Transaction& tx);

// Gives what other offices know of one learner to another; part of a merge, which audits.
void repoint_past(storage::Transaction& tx, learners::LearnerId from, learners::LearnerId to);

} // namespace identity
