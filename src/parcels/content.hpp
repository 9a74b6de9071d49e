// SPDX-License-Identifier: GPL-3.0-or-later
// What a parcel tells, row by row: an institution with its classes, learners, marks and award lists on the
// way out; award lists with what was decided and certificates on the way back. Rows name one another by uid.
#pragma once

#include "assessment/score_store.hpp"
#include "certificates/award_list.hpp"
#include "certificates/told_certificate.hpp"
#include "classes/enrolment.hpp"
#include "core/clock.hpp"
#include "identity/transfer_chapter.hpp"
#include "office/holiday.hpp"
#include "office/signing.hpp"
#include "staff/educator.hpp"
#include "units/earned.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parcels {

// Out: from the district; back: from the institution.
enum class Way { out, back };
std::string_view to_text(Way way);
std::optional<Way> way_from_text(std::string_view text);

struct Sender {
    core::Uid uid{};
    std::string code{}; // of its area: "0202"; an institution's own after a slash
    std::string name_km{};
    std::string name{};
    office::PublicKey key{};
    friend bool operator==(const Sender&, const Sender&) = default;
};

struct Head {
    Way way = Way::out;
    Sender sender{};
    // Whose parcels are counted together: the first of the institutions it is about.
    core::Uid institution{};
    std::string institution_code{}; // empty where it has none
    std::string institution_km{};
    // Out: the headteacher it is meant for, where it was said.
    std::string headteacher{};
    // 1, 2, 3 … of this institution and way.
    std::int64_t sequence = 0;
    // Back: the parcel it answers, and that parcel's digest: only who had it can answer it.
    std::int64_t answers = 0;
    office::Digest answers_digest{};
    core::Moment written{};
    bool sample = false;
    friend bool operator==(const Head&, const Head&) = default;
};

struct ToldPack {
    office::Digest digest{};
    std::string source{}; // TOML
    friend bool operator==(const ToldPack&, const ToldPack&) = default;
};

struct ToldInstitution {
    core::Uid uid{};
    std::string kind{};
    std::string site{};
    std::string code{};
    std::string name_km{};
    std::string name{};
    std::string village_code{};
    friend bool operator==(const ToldInstitution&, const ToldInstitution&) = default;
};

struct ToldEducator {
    core::Uid uid{};
    std::string name_km{};
    std::string name{};
    std::string sex{};
    std::string contract{};
    std::optional<core::Uid> institution{};
    friend bool operator==(const ToldEducator&, const ToldEducator&) = default;
};

// A day the class was recorded (no reason), or did not meet and why.
using ClassDayTexts = std::map<core::Day, std::string>;

struct ToldClass {
    core::Uid uid{};
    std::string name_km{};
    std::string name{};
    office::Digest pack{};
    std::string level{};
    core::Uid institution{};
    core::Day first_day{};
    core::Day last_day{};
    std::string weekdays{};
    int session_minutes = 0;
    bool open_entry = false;
    std::optional<int> capacity{};
    bool multigrade = false;
    classes::Status status = classes::Status::open;
    std::optional<core::Day> closed_on{};
    std::vector<core::Uid> educators{}; // in order
    ClassDayTexts days{};
    friend bool operator==(const ToldClass&, const ToldClass&) = default;
};

// What a headteacher needs of a learner: names, number, sex, birth.
struct ToldLearner {
    core::Uid uid{};
    std::string number{};
    identity::PersonFields fields{}; // of those that is_learner_field() knows
    friend bool operator==(const ToldLearner&, const ToldLearner&) = default;
};

struct ToldEnrolment {
    core::Uid uid{};
    core::Uid learner{};
    core::Uid in{}; // the class
    core::Day first_day{};
    std::optional<core::Day> last_day{};
    std::optional<classes::LeavingReason> reason{};
    std::map<core::Month, std::string> months{}; // marks, a letter a day
    assessment::Scores scores{};
    friend bool operator==(const ToldEnrolment&, const ToldEnrolment&) = default;
};

// A unit that counts for the learner's award and that no class of the parcel earned.
struct ToldUnit {
    core::Uid learner{};
    units::EarnedUnit earned{}; // with its office, the sender too; without marks of subjects
    friend bool operator==(const ToldUnit&, const ToldUnit&) = default;
};

struct ToldList {
    core::Uid uid{};
    core::Uid in{}; // the class
    int number = 0;
    std::vector<certificates::ListLine> lines{};
    std::vector<certificates::ListStep> steps{}; // without ids and scans
    friend bool operator==(const ToldList&, const ToldList&) = default;
};

// Serial numbers the institution issues from.
struct ToldBlock {
    std::string office_code{};
    int year = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    friend bool operator==(const ToldBlock&, const ToldBlock&) = default;
};

inline constexpr std::size_t scan_part = std::size_t{1} << 20U;

// A part of the signed paper of a list's step; the parts of one paper stand in order. A line has its limit.
struct ToldScan {
    core::Uid list{};
    int step = 0; // its place in the list, from 0
    std::string kind{};
    std::string bytes{};
    friend bool operator==(const ToldScan&, const ToldScan&) = default;
};

// The template that the district prints a document with, in place of the program's; its source is among the
// templates. Without a digest the program's own again.
struct ToldUse {
    std::string document{};
    std::string programme{}; // empty: every programme
    std::string name{};
    std::optional<office::Digest> digest{};
    friend bool operator==(const ToldUse&, const ToldUse&) = default;
};

struct Content {
    std::vector<ToldPack> packs{};
    std::vector<ToldInstitution> institutions{};
    std::vector<ToldEducator> educators{};
    std::vector<office::Holiday> holidays{};
    // Names that certificates are signed with, by the key of the setting.
    std::map<std::string, std::string> signers{};
    std::vector<ToldClass> taught{};
    std::vector<ToldLearner> learners{};
    std::vector<ToldEnrolment> enrolments{};
    std::vector<ToldUnit> units{};
    std::vector<ToldList> lists{};
    std::vector<ToldScan> scans{};
    std::vector<ToldBlock> blocks{};
    std::vector<certificates::ToldTemplate> templates{};
    std::vector<ToldUse> uses{};
    std::vector<certificates::ToldCertificate> issued{};
    friend bool operator==(const Content&, const Content&) = default;
};

// The columns of a learner that travel.
bool is_learner_field(std::string_view name);

} // namespace parcels
