// SPDX-License-Identifier: GPL-3.0-or-later
// The units that an award rests on, kept with the certificate; and what follows for a recognition that is to
// be withdrawn.
#pragma once

#include "certificates/register_store.hpp"
#include "units/earned.hpp"
#include "units/recognition.hpp"

namespace certificates {

struct AwardUnit {
    std::string unit; // its key
    programmes::Wording name;
    units::Way way = units::Way::result;
    core::Uid source{};                         // the enrolment's or the recognition's
    std::optional<units::OtherOffice> office{}; // nothing: this office
    core::Day earned_on{};
    bool own_class = true; // earned in the class that the certificate is of
    friend bool operator==(const AwardUnit&, const AwardUnit&) = default;
};

AwardUnit award_unit(const units::EarnedUnit& earned);

// What a new certificate rests on; never changed. Part of issuing, which audits.
void keep_award_units(storage::Transaction& tx, CertificateId id, const std::vector<AwardUnit>& units);

// In the order of their keys; none for a certificate issued before they were kept.
std::vector<AwardUnit> award_units_of(const storage::Database& database, CertificateId id);
// Those of the certificates in force in a class.
std::map<classes::EnrolmentId, std::vector<AwardUnit>> award_units_in(const storage::Database& database,
                                                                      classes::ClassId class_id);

// The certificates in force that rest on what one enrolment or recognition earned.
std::vector<std::string> serials_on(const storage::Database& database, const core::Uid& source);

// Withdraws a recognition on which nothing stands. Errors: those of units::withdraw; recognition.relied-on
// {serials}; recognition.on-award-list {class} while the learner stands on an approved list of its programme.
core::Expected<void> withdraw_recognition(storage::Transaction& tx, units::RecognitionId id,
                                          std::string_view reason);

} // namespace certificates
