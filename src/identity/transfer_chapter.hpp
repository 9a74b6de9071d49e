// SPDX-License-Identifier: GPL-3.0-or-later
// What one office knows of a learner, as it travels: the person, the classes with their marks, scores and
// figures, what was recognised of prior learning, and the certificates. No local key is in it, only uids,
// learner numbers and serials.
#pragma once

#include "assessment/results.hpp"
#include "attendance/attendance.hpp"
#include "classes/enrolment.hpp"
#include "institutions/institution.hpp"
#include "learners/learner.hpp"
#include "office/digest.hpp"
#include "office/signing.hpp"

#include <map>
#include <string>
#include <vector>

namespace identity {

// The office as its keys are pinned: the code is the area's, and an institution's own after a slash.
struct ChapterOffice {
    core::Uid uid{};
    std::string code;
    std::string name_km;
    std::string name;
    friend bool operator==(const ChapterOffice&, const ChapterOffice&) = default;
};

// A learner's columns as texts, by their SQL names; a column that is empty is not there. Identity numbers are
// one text under "identities", a line each: the kind, a tab, the number.
using PersonFields = std::map<std::string, std::string>;

PersonFields fields_of(const learners::Learner& learner);
// Fact field names the column that cannot be. Error: transfer.field {field}.
core::Expected<learners::Learner> learner_of(const PersonFields& fields);

// What an office tells of who the learner is.
struct ToldPerson {
    core::Uid uid{};
    std::string number;
    PersonFields fields;
    // The village and the birthplace in words, for an office whose gazetteer does not know the code.
    std::string village_words;
    std::string birthplace_words;
    std::string photo; // a JPEG's bytes, or empty
    friend bool operator==(const ToldPerson&, const ToldPerson&) = default;
};

// A day's letter in PastMonth::days: '.' the class does not meet, 'N' it did not meet, 'T' taken, '-' not
// taken. One letter a day.
struct PastMonth {
    core::Month month{};
    std::string days;
    std::string marks; // as attendance_month.marks
    friend bool operator==(const PastMonth&, const PastMonth&) = default;
};

// As the sending office counted them. A reader counts again from the months and refuses what does not agree.
struct PastFigures {
    attendance::Tally tally{};
    int not_recorded = 0; // school days of the enrolment that had come and nobody recorded
    core::Ratio days_present{};
    std::optional<core::Ratio> rate{};
    core::Ratio hours{};
    friend bool operator==(const PastFigures&, const PastFigures&) = default;
};

struct PastInstitution {
    core::Uid uid{};
    std::string kind;
    std::string code;
    std::string name_km;
    std::string name;
    std::string village_code;
    friend bool operator==(const PastInstitution&, const PastInstitution&) = default;
};

struct PastClass {
    core::Uid uid{};
    std::string name_km;
    std::string name;
    std::string level; // a key of the pack's levels, or empty
    core::Day first_day{};
    core::Day last_day{};
    std::string weekdays;
    int session_minutes = 0;
    classes::Status status = classes::Status::open;
    friend bool operator==(const PastClass&, const PastClass&) = default;
};

struct PastEnrolment {
    core::Uid uid{};
    PastClass in;
    PastInstitution at;
    office::Digest pack{}; // one of Chapter::packs
    core::Day first_day{};
    std::optional<core::Day> last_day{};
    std::optional<classes::LeavingReason> reason{};
    std::vector<PastMonth> months;
    assessment::Scores scores;
    // Among the class, once it was closed.
    std::optional<int> rank{};
    PastFigures figures{};
    friend bool operator==(const PastEnrolment&, const PastEnrolment&) = default;
};

// Recognition of prior learning that stands; one that was withdrawn does not travel.
struct PastRecognition {
    core::Uid uid{};
    office::Digest pack{}; // one of Chapter::packs
    std::string level;     // a key of the pack's levels, or empty
    std::vector<std::string> units;
    std::vector<std::string> evidence;
    std::vector<std::string> assessors; // two names
    core::Day day{};
    std::string remark;
    friend bool operator==(const PastRecognition&, const PastRecognition&) = default;
};

// The very bytes handed out; copy 0 is the original.
struct PastDocument {
    int copy = 0;
    core::Moment made_at{};
    std::string pdf;
    friend bool operator==(const PastDocument&, const PastDocument&) = default;
};

struct PastCertificate {
    core::Uid uid{};
    core::Uid enrolment{};
    std::string serial;
    std::string state; // issued, void, replaced or lost
    std::string code;  // the signed code: the frozen payload
    core::Day issued_on{};
    std::string template_name;
    std::string template_digest; // hexadecimal
    std::string replaces;        // a serial, or empty
    std::vector<PastDocument> documents;
    friend bool operator==(const PastCertificate&, const PastCertificate&) = default;
};

// A programme's rules as the office used them.
struct PastPack {
    office::Digest digest{};
    std::string source; // TOML
    programmes::Pack pack;
    friend bool operator==(const PastPack&, const PastPack&) = default;
};

struct Chapter {
    ChapterOffice office;
    office::PublicKey key{};
    bool sample = false;
    core::Moment written{};
    ToldPerson person;
    std::vector<PastPack> packs;
    std::vector<PastEnrolment> enrolments;     // the oldest first
    std::vector<PastRecognition> recognitions; // the oldest first
    std::vector<PastCertificate> certificates;

    // The enrolment's pack at its class's level; a chapter that was read has it.
    programmes::Pack pack_of(const PastEnrolment& enrolment) const;
    programmes::Pack pack_of(const PastRecognition& recognition) const;
    friend bool operator==(const Chapter&, const Chapter&) = default;
};

// The figures of an enrolment from its own months, by its pack. `tally.uncounted` counts marks on days of
// those months that do not count.
PastFigures figures_of(const PastEnrolment& enrolment, const programmes::Pack& pack, core::Day written);

// What cannot be true of a chapter that was read, whoever signed it: transfer.field {field} or
// transfer.figures {class, figure, says, counted}.
core::Expected<void> check_chapter(const Chapter& chapter);

} // namespace identity
