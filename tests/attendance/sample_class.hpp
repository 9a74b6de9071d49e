// SPDX-License-Identifier: GPL-3.0-or-later
// A literacy class from November 2025 to April 2026, Monday to Friday, two hours a day, with as many learners
// as a test wants. 29 December, 1 January and 7 January are holidays.
#pragma once

#include "classes/class.hpp"
#include "classes/enrolment.hpp"
#include "storage/office_world.hpp"

#include <vector>

namespace test {

struct SampleClass : OfficeWorld {
    explicit SampleClass(int learners = 3);

    classes::ClassId class_id{};
    // In the order of the register; women and men in turn, a woman first.
    std::vector<classes::EnrolmentId> enrolments;

    classes::EnrolmentId enrol(const std::string& name, core::Day first_day);
    void leave(classes::EnrolmentId enrolment, core::Day last_day, const std::string& reason);
    void set_status(const std::string& status);
};

} // namespace test
