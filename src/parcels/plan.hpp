// SPDX-License-Identifier: GPL-3.0-or-later
// What a parcel would do in this office file, row by row. Taking it follows the same plan.
#pragma once

#include "parcels/parcel_file.hpp"
#include "storage/database.hpp"

namespace parcels {

enum class Verdict {
    fresh,   // not here yet
    changed, // here otherwise: it will be as the parcel tells
    same,    // here already
    refused, // not taken, with the reason
};
std::string_view to_text(Verdict verdict);

struct PlanRow {
    std::string kind{}; // as the lines of the file are called: "class", "list", "certificate" …
    std::string name{}; // for a person: a learner's name, a serial
    Verdict verdict = Verdict::same;
    std::optional<core::Error> reason{}; // of one that is refused
    std::string detail{};                // of a list the steps that are new, of a number what happened to it
    core::Uid uid{};
};

struct Plan {
    Parcel parcel{};
    std::vector<PlanRow> rows{};
    // It was taken already, to the last byte: nothing is done.
    bool taken_before = false;

    std::int64_t count(Verdict verdict) const;
    // Whether something would be written.
    bool writes() const { return count(Verdict::fresh) + count(Verdict::changed) > 0; }
};

// Errors of the whole parcel, which then writes nothing:
//   parcel.own               this office wrote it
//   parcel.another-office    {institution} it is for another file
//   parcel.wrong-key         {office} signed with another key than that office is known by
//   parcel.sample            {office} a sample's among real records, or the other way round
//   parcel.older             {sequence, taken} a later one was taken already
//   parcel.unasked           {sequence} it answers a parcel that this office did not send
// Rows are refused for:
//   parcel.stale             {class} the list changed here since it went out, or another took its place
//   award-list.other-history {class}
//   parcel.class-kept        {class} the institution approved or issued it: it stays as it is here
//   parcel.number-not-held   {serial} a number the institution was not given
//   parcel.number-used       {serial} a number or code that stands in the register for something else
//   parcel.not-approved      {serial} a certificate of somebody who is on no approved list
//   parcel.code-key          {serial} a code that the institution's key did not sign
//   parcel.code-other        {serial} a code that names somebody else than the approved list
core::Expected<Plan> plan_parcel(const storage::Database& database, Parcel parcel);

// fresh, changed, or same: this file prints with that template already, or has no such programme.
Verdict use_here(const storage::Database& database, const ToldUse& told);

// The units from elsewhere that each learner of the parcel will have here, by the office that tells of them:
// of the sender none too, where it tells of none any more. Only those that stand otherwise now.
struct UnitsTold {
    core::Uid learner{};
    units::OtherOffice office{};
    std::vector<units::EarnedUnit> earned{};
    bool first = false; // nothing of that office was known here
};
std::vector<UnitsTold> units_to_keep(const storage::Database& database, const Parcel& parcel);

// What the parcel's list is here, with its class's number here. The class must be here.
certificates::AwardList list_here(const storage::Database& database, const ToldList& told);

} // namespace parcels
