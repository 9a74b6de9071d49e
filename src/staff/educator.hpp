// SPDX-License-Identifier: GPL-3.0-or-later
// A person who teaches a class. Which classes is kept in classes/.
#pragma once

#include "core/date.hpp"
#include "core/error.hpp"
#include "core/sex.hpp"
#include "core/uid.hpp"
#include "institutions/institution.hpp"

namespace staff {

using core::Sex;

enum class EducatorId : std::int64_t {};

enum class Contract { state, contract, community, volunteer };
std::string_view to_text(Contract contract);
std::optional<Contract> contract_from_text(std::string_view text);

struct Educator {
    EducatorId id{}; // given by the store
    core::Uid uid{}; // given by the store unless it comes from another office
    std::string name_km{};
    std::string name{};
    std::optional<Sex> sex{}; // a kept educator has one
    std::optional<institutions::InstitutionId> institution{};
    Contract contract = Contract::contract;
    std::optional<std::string> phone{};
    std::optional<core::Day> first_day{}; // of work here
    std::optional<core::Day> last_day{};
    friend bool operator==(const Educator&, const Educator&) = default;
};

// As it is kept: texts tidied, the phone in its one form where it can be read.
Educator tidied(Educator educator);

// What stands in the way of keeping a tidied educator, each with the fact field:
//   educator.name-missing     it has no Khmer name
//   sex.missing
//   educator.days-reversed    {first, last} the last day of work stands before the first
//   phone.unreadable, phone.length
std::vector<core::Error> faults(const Educator& educator);

} // namespace staff
