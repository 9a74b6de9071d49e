// SPDX-License-Identifier: GPL-3.0-or-later
// A literacy class of four in November 2025: one who may be awarded, one too often absent, one whose
// mathematics is missing and one who failed.
#pragma once

#include "assessment/score_store.hpp"
#include "attendance/mark_store.hpp"
#include "classes/enrolment_store.hpp"
#include "storage/office_world.hpp"

namespace test {

constexpr core::Day november(unsigned day) {
    return core::Day{std::chrono::year{2025} / 11 / std::chrono::day{day}};
}

struct SmallClass : OfficeWorld {
    SmallClass();

    void close();
    classes::EnrolmentId enrolment_of(std::string_view name) const;
    // A woman of that name, from the class's first day and without a mark.
    void enrol_another(const std::string& name);
    // Another class, of a centre of its own, closed; one of its two may be awarded.
    classes::ClassId add_closed_class(const std::string& name_km);
    // Full marks in every subject.
    void make_eligible(std::string_view name);

    classes::ClassId class_id{};
};

} // namespace test
