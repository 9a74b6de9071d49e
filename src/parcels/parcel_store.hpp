// SPDX-License-Identifier: GPL-3.0-or-later
// Parcels in the office file: written for an institution, given back by it, taken in; and their history. The
// only writer of its tables.
#pragma once

#include "parcels/plan.hpp"
#include "storage/transaction.hpp"

namespace parcels {

struct Wanted {
    // The first is whose parcels are counted: the headteacher's own institution.
    std::vector<institutions::InstitutionId> institutions{};
    std::string headteacher{};
    // How many serial numbers the institution is to have in hand; nothing: as many as learners may be
    // awarded.
    std::optional<std::int64_t> numbers{};
};

struct Sent {
    std::string bytes{};
    Head head{};
    std::size_t classes = 0;
    std::size_t learners = 0;
    std::size_t lists = 0;
    std::size_t certificates = 0;
    std::vector<ToldBlock> blocks{};
};

// What an institution needs to approve and print, signed by `key`; numbers it lacks are reserved for it.
// Audited as "parcel.out". Errors: parcel.from-institution: an institution's file sends no such parcel;
// parcel.no-class {institution} nothing to approve there; those of reserving numbers.
core::Expected<Sent> send_out(storage::Transaction& tx, const Wanted& wanted, const office::SigningKey& key,
                              const std::string& file_name);

// What an institution's file gives back to its district, signed by `key`: everything since the first parcel,
// so that one that is lost is no loss. Audited as "parcel.back". Errors: parcel.none-taken.
core::Expected<Sent> send_back(storage::Transaction& tx, const office::SigningKey& key,
                               const std::string& file_name);

// Takes what plan_parcel() found, in the same state of the office file; refused rows are left. Nothing for
// one that was taken before. Audited as "parcel.in". Errors: those of the rooms that the rows go to.
core::Expected<void> take_parcel(storage::Transaction& tx, const Plan& plan, const std::string& file_name);

struct ParcelRow {
    Way way = Way::out;
    bool sent = false;
    std::string institution_km{}; // as the file knows it now, or empty
    std::int64_t sequence = 0;
    std::optional<std::int64_t> answers{};
    std::string headteacher{};
    std::string file_name{};
    std::string actor{};
    core::Moment at{};
    std::int64_t fresh = 0;
    std::int64_t changed = 0;
    std::int64_t refused = 0;
};
// Newest first.
std::vector<ParcelRow> list_parcels(const storage::Database& database);

} // namespace parcels
