// SPDX-License-Identifier: GPL-3.0-or-later
// A district with a primary-equivalency class of November 2025, whose award asks for two units, and Keo Mom
// in it: 8.00 in every subject of "academic", none yet in "life-skills".
#pragma once

#include "assessment/score_store.hpp"
#include "attendance/mark_store.hpp"
#include "classes/enrolment_store.hpp"
#include "storage/office_world.hpp"
#include "units/recognition_store.hpp"

#include <string>
#include <vector>

namespace test {

struct PriorLearner : OfficeWorld {
    PriorLearner();

    // Another class of the same kind, and what can be done in one.
    classes::ClassId open_class(const std::string& name_km,
                                const std::string& programme = "primary-equivalency");
    classes::EnrolmentId enrol(classes::ClassId in, learners::LearnerId learner);
    void score(classes::EnrolmentId enrolment, const std::string& unit, std::int64_t hundredths);
    void close(classes::ClassId in);

    // Life skills, with a piece of evidence and two assessors.
    units::Recognition life_skills() const;
    core::Expected<units::RecognitionId> recognise(const units::Recognition& wanted);

    classes::ClassId class_id{};
    learners::LearnerId mom{};
    classes::EnrolmentId enrolled{};
};

} // namespace test
