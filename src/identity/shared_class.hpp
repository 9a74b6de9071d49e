// SPDX-License-Identifier: GPL-3.0-or-later
// Both records of one person stood in one class at once, each with marks and scores of its own: what becomes
// of them.
#pragma once

#include "classes/class.hpp"
#include "classes/enrolment.hpp"
#include "core/expected.hpp"
#include "storage/transaction.hpp"

#include <map>
#include <string>
#include <vector>

namespace identity {

enum class Whose { kept, gone };
// Whose marks and scores count, for classes where a person said so.
using RegisterChoice = std::map<classes::ClassId, Whose>;

// What is written down under one enrolment.
struct Record {
    std::int64_t marks = 0;  // days with a mark
    std::int64_t scores = 0; // subjects
    std::string serial;      // of the certificate in force, or empty

    bool empty() const { return marks == 0 && scores == 0; }
};

struct SharedClass {
    classes::ClassId in{};
    classes::EnrolmentId kept_enrolment{};
    classes::EnrolmentId gone_enrolment{};
    std::string name_km;
    Record kept;
    Record gone;
    // Days and subjects in which the two do not agree. Where there are any, somebody must say whose count; in
    // a class that is no longer open that is so as soon as both have a record, since its results are known.
    std::int64_t differing = 0;
};

// In the order of the classes.
std::vector<SharedClass> shared_classes(const storage::Database& database, learners::LearnerId kept,
                                        learners::LearnerId gone);

// Joins the two enrolments and what hangs on them. Nobody's choice given, a month that only one of them
// marked and a subject that only one has are taken from that one. Errors: merge.registers-differ {class, id,
// count} when nobody chose and they do not agree; merge.both-certified {class, kept, gone} when both have a
// certificate in force.
core::Expected<void> join_class(storage::Transaction& tx, const SharedClass& shared,
                                const RegisterChoice& choice);

} // namespace identity
