// SPDX-License-Identifier: GPL-3.0-or-later
// What a class lacks before it is closed, and closing it all the same with what it lacks named. Closing is
// the first step towards the award list, and asks both the register and the marks.
#pragma once

#include "classes/class_store.hpp"
#include "classes/enrolment_store.hpp"
#include "programmes/pack.hpp"

#include <vector>

namespace certificates {

struct Gaps {
    // School days that came while somebody was in the class, and nobody recorded; in order. They stand in the
    // way of every award.
    std::vector<core::Day> not_recorded;
    // School days still ahead, in order: once they come they are not recorded either.
    std::vector<core::Day> to_come;
    struct Marks {
        classes::ClassLearner learner;
        std::vector<programmes::Wording> subjects;
    };
    // Who is in the class to its end and cannot get an average, in the order of names.
    std::vector<Marks> marks_missing;

    bool none() const { return not_recorded.empty() && to_come.empty() && marks_missing.empty(); }
};

// Of a class that is there, as things stand today.
Gaps load_gaps(const storage::Database& database, classes::ClassId class_id);

// One finding for each kind:
//   class.days-not-recorded {days, which}     which: "2025-11: 3, 4; 2025-12: 1"
//   class.days-to-come      {days, last}
//   class.marks-missing     {learners, who}   who: "KEO MOM (reading, dictation); …", names in Khmer
std::vector<core::Error> findings_of(const Gaps& gaps);

// Closes the class whatever it lacks, which the audit keeps and the answer says. Errors: class.not-open.
core::Expected<Gaps> close_with_gaps(storage::Transaction& tx, classes::ClassId class_id, core::Day on);

} // namespace certificates
