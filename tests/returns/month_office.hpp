// SPDX-License-Identifier: GPL-3.0-or-later
// A district office in December 2025 that a test fills with classes, learners and marks, and builds a return
// of.
#pragma once

#include "classes/enrolment_store.hpp"
#include "core/progress.hpp"
#include "institutions/institution.hpp"
#include "learners/learner.hpp"
#include "returns/built_return_store.hpp"
#include "storage/office_world.hpp"

#include <string>
#include <string_view>

namespace test {

using namespace std::chrono_literals;

inline constexpr core::Month december = 2025y / 12;

struct MonthOffice : OfficeWorld {
    // Five days into January, so that December is over. `seed` gives the office's key and uids.
    explicit MonthOffice(std::string_view area_code = "0202", std::uint64_t seed = 1);

    classes::ClassId open_class(const std::string& name_km, std::string_view programme = "literacy");
    learners::LearnerId add(const learners::Learner& learner);
    // A woman or man of a year of birth.
    learners::LearnerId add(const std::string& name_km, core::Sex sex, std::string_view born = "1998");
    classes::EnrolmentId enrol(classes::ClassId in, learners::LearnerId who, core::Day from = 2025y / 11 / 3);
    void leave(classes::EnrolmentId id, core::Day last_day, classes::LeavingReason reason);
    void take_december(classes::ClassId in);
    void mark(classes::EnrolmentId id, core::Day day, char letter);

    // Two literacy classes and one of primary equivalency with eight people, one of whom is in two classes,
    // one new, one gone; registers taken. The numbers are told where a test asks for them.
    void fill();
    // A small office of any content.
    void fill_randomly(std::uint64_t seed);

    returns::BuildOutcome build(const std::filesystem::path& out,
                                const returns::ReturnPeriod& period = returns::ReturnPeriod{december},
                                const std::string& reason = {});

    institutions::InstitutionId centre{};
    Folder folder;
    core::NoProgress progress;
};

} // namespace test
