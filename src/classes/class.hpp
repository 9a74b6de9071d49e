// SPDX-License-Identifier: GPL-3.0-or-later
// A class: a programme, a place, days and hours, its educators; and the rules of opening one.
#pragma once

#include "classes/weekdays.hpp"
#include "core/error.hpp"
#include "core/uid.hpp"
#include "institutions/institution.hpp"
#include "programmes/pack.hpp"
#include "staff/educator.hpp"

namespace classes {

enum class ClassId : std::int64_t {};

// Closed: its register is complete and no longer changes, unless it is opened again with a reason. Approved:
// the headteacher signed the award list.
enum class Status { open, closed, approved, issued };
std::string_view to_text(Status status);
std::optional<Status> status_from_text(std::string_view text);

struct Class {
    ClassId id{};    // given by the store
    core::Uid uid{}; // given by the store unless it comes from another office
    std::string name_km{};
    std::string name{};
    programmes::PackId pack{};
    std::optional<std::string> level{}; // a key of the pack's levels
    institutions::InstitutionId institution{};
    core::Day first_day{};
    core::Day last_day{};
    Weekdays weekdays{};
    int session_minutes = 0;
    // Learners may join after the first day.
    bool open_entry = true;
    std::optional<int> capacity{};
    bool multigrade = false;
    Status status = Status::open;
    std::optional<core::Day> closed_on{};
    std::vector<staff::EducatorId> educators{}; // in the order of their ids, none twice
    friend bool operator==(const Class&, const Class&) = default;
};

// As it is kept: texts tidied, educators in order.
Class tidied(Class opened);

// What stands in the way of keeping a tidied class, each with the fact field:
//   class.name-missing      it has no Khmer name
//   class.days-missing      its first or last day is no day
//   class.days-reversed     {first, last}
//   class.weekdays-missing
//   class.session-length    {minutes} not between 15 and 720
//   class.capacity          {capacity} below 1
std::vector<core::Error> faults(const Class& opened);

} // namespace classes
