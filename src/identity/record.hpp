// SPDX-License-Identifier: GPL-3.0-or-later
// The record of learning: everything a learner earned anywhere, and what is missing for the nearest award.
// Made from chapters alone, this office's own and those of others, so that every office that holds the same
// chapters makes the same record.
#pragma once

#include "identity/transfer_chapter.hpp"
#include "units/earned.hpp"

#include <span>

namespace identity {

using programmes::Wording;

struct RecordScores {
    Wording period;
    std::vector<std::string> marks; // as result sheets print them, in the order of RecordClass::subjects
    friend bool operator==(const RecordScores&, const RecordScores&) = default;
};

// A class the learner was in.
struct RecordClass {
    core::Uid uid{};
    ChapterOffice office;
    std::string programme; // the pack's key
    Wording programme_name;
    Wording level;
    std::string name_km;
    std::string name;
    std::string institution_km;
    std::string institution;
    core::Day first_day{};
    core::Day last_day{}; // the learner's last in it, or the class's
    std::optional<classes::LeavingReason> reason{};
    bool open = false; // still in it
    int days_taken = 0;
    core::Ratio days_present{};
    std::optional<core::Ratio> rate{};
    core::Ratio hours{};
    std::vector<Wording> subjects;
    std::vector<RecordScores> scores; // the periods that have any
    std::string average;              // empty while a mark is missing
    std::string grade;
    std::optional<int> rank{};
    assessment::Verdict verdict = assessment::Verdict::incomplete;
    bool marked = true; // the programme takes marks
};

// With its office, also where that is this one.
using RecordUnit = units::EarnedUnit;

struct RecordCertificate {
    std::string serial;
    std::string state;
    std::string code;
    Wording title;
    ChapterOffice office;
    core::Day issued_on{};
};

// The award that fewest things stand in the way of; none: it may be issued as things stand.
struct NearestAward {
    Wording programme_name;
    Wording title;
    std::vector<core::Error> reasons;
};

struct RecordOfLearning {
    learners::Learner person;
    std::string birthplace;           // in words
    std::string photo;                // a JPEG's bytes, or empty
    std::vector<RecordClass> classes; // the oldest first
    std::vector<RecordUnit> units;
    std::vector<RecordCertificate> certificates;
    core::Ratio hours{};               // of all classes
    std::optional<core::Ratio> rate{}; // days present of all days taken
    std::optional<NearestAward> nearest{};
    bool sample = false; // a part of it is a sample office's
};

// `own` is this office's chapter and speaks for the person. A class that two offices tell of stands once, as
// its own office has it.
RecordOfLearning record_of(const Chapter& own, std::span<const Chapter> past);

// Everything it says, one fact a line, whoever issues it: two offices that hold the same have the same text.
std::string text_of(const RecordOfLearning& record);
// BLAKE2b-256 of it.
office::Digest digest_of(const RecordOfLearning& record);

// In short, for the code: at most about 400 bytes; what no longer fits is counted.
std::string earned_line(const RecordOfLearning& record);

} // namespace identity
