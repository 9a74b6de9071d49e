// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/record.hpp"

#include "assessment/absences.hpp"
#include "certificates/eligibility.hpp"
#include "core/numerals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace identity {
namespace {

constexpr std::size_t longest_earned = 400;

// An enrolment with the chapter it stands in.
struct Learnt {
    const Chapter* chapter = nullptr;
    const PastEnrolment* enrolment = nullptr;
    programmes::Pack pack() const { return chapter->pack_of(*enrolment); }
};

std::vector<Learnt> all_learnt(const Chapter& own, std::span<const Chapter> past) {
    std::vector<Learnt> learnt;
    std::set<core::Uid> known;
    const auto add = [&](const Chapter& chapter) {
        for (const PastEnrolment& enrolment : chapter.enrolments)
            if (known.insert(enrolment.uid).second) learnt.push_back({&chapter, &enrolment});
    };
    add(own);
    for (const Chapter& chapter : past)
        add(chapter);
    std::sort(learnt.begin(), learnt.end(), [](const Learnt& a, const Learnt& b) {
        return std::tie(a.enrolment->first_day, a.enrolment->uid) <
               std::tie(b.enrolment->first_day, b.enrolment->uid);
    });
    return learnt;
}

Wording level_name(const programmes::Pack& pack, const std::string& key) {
    for (const programmes::Level& level : pack.levels)
        if (level.key == key) return level.name;
    return {};
}

std::vector<RecordScores> scores_of(const programmes::Pack& pack, const assessment::Scores& scores) {
    std::vector<RecordScores> list;
    for (const programmes::Period& period : pack.periods) {
        if (!period.takes_marks()) continue;
        RecordScores row{period.name, {}};
        bool any = false;
        for (const programmes::Subject& subject : pack.subjects) {
            const auto score = scores.find({period.key, subject.key});
            any = any || score != scores.end();
            row.marks.push_back(score == scores.end() ? "" : assessment::format_score(score->second));
        }
        if (any) list.push_back(std::move(row));
    }
    return list;
}

RecordClass class_of(const Learnt& learnt) {
    const PastEnrolment& e = *learnt.enrolment;
    const programmes::Pack pack = learnt.pack();
    const auto result = assessment::result_of(pack, assessment::final_period(pack), e.scores,
                                              assessment::absences_of(e.figures.tally));
    RecordClass one;
    one.uid = e.uid;
    one.office = learnt.chapter->office;
    one.programme = pack.programme;
    one.programme_name = pack.name;
    one.level = level_name(pack, e.in.level);
    one.name_km = e.in.name_km;
    one.name = e.in.name;
    one.institution_km = e.at.name_km;
    one.institution = e.at.name;
    one.first_day = e.first_day;
    one.last_day = e.last_day.value_or(e.in.last_day);
    one.reason = e.reason;
    one.open = !e.last_day && e.in.status == classes::Status::open;
    one.days_taken = e.figures.tally.taken;
    one.days_present = e.figures.days_present;
    one.rate = e.figures.rate;
    one.hours = e.figures.hours;
    for (const programmes::Subject& subject : pack.subjects)
        one.subjects.push_back(subject.name);
    one.scores = scores_of(pack, e.scores);
    if (result.average) one.average = assessment::format_average(pack, *result.average);
    one.grade = result.grade;
    one.rank = e.rank;
    one.verdict = result.verdict;
    one.marked = pack.takes_marks();
    return one;
}

// A unit is earned when its marks no longer change: the class was closed, or the learner left it.
bool settled(const PastEnrolment& enrolment) {
    return enrolment.last_day || enrolment.in.status != classes::Status::open;
}

// The first time each unit of each programme was earned.
std::vector<RecordUnit> units_of(const std::vector<Learnt>& learnt) {
    std::vector<RecordUnit> units;
    std::set<std::pair<std::string, std::string>> known;
    for (const Learnt& one : learnt) {
        if (!settled(*one.enrolment)) continue;
        const programmes::Pack pack = one.pack();
        for (const programmes::Unit& unit : pack.units) {
            const auto result = assessment::unit_result(pack, unit, one.enrolment->scores);
            if (result.verdict != assessment::Verdict::pass) continue;
            if (!known.emplace(pack.programme, unit.key).second) continue;
            units.push_back({unit.name, pack.name, one.chapter->office,
                             assessment::format_average(pack, *result.average), unit.hours, unit.credits,
                             unit.cqf_level});
        }
    }
    return units;
}

std::vector<RecordCertificate> certificates_of(const Chapter& own, std::span<const Chapter> past,
                                               const std::vector<Learnt>& learnt) {
    std::vector<RecordCertificate> list;
    const auto add = [&](const Chapter& chapter) {
        for (const PastCertificate& certificate : chapter.certificates) {
            const auto found = std::find_if(learnt.begin(), learnt.end(), [&](const Learnt& one) {
                return one.enrolment->uid == certificate.enrolment && one.chapter == &chapter;
            });
            if (found == learnt.end()) continue;
            list.push_back({certificate.serial, certificate.state, certificate.code,
                            found->pack().award.title, chapter.office, certificate.issued_on});
        }
    };
    add(own);
    for (const Chapter& chapter : past)
        add(chapter);
    std::sort(list.begin(), list.end(), [](const RecordCertificate& a, const RecordCertificate& b) {
        return std::tie(a.issued_on, a.serial) < std::tie(b.issued_on, b.serial);
    });
    return list;
}

std::vector<core::Error> reasons_of(const Learnt& learnt) {
    const PastEnrolment& e = *learnt.enrolment;
    classes::Enrolment enrolment;
    enrolment.first_day = e.first_day;
    enrolment.last_day = e.last_day;
    enrolment.reason = e.reason;
    attendance::Attendance attended{.learner = {}};
    attended.tally = e.figures.tally;
    attended.not_recorded.resize(static_cast<std::size_t>(e.figures.not_recorded));
    attended.rate = e.figures.rate;
    attended.hours = e.figures.hours;
    const programmes::Pack pack = learnt.pack();
    const auto result = assessment::result_of(pack, assessment::final_period(pack), e.scores,
                                              assessment::absences_of(e.figures.tally));
    return certificates::reasons_against(pack, enrolment, attended, e.scores, result);
}

// Of a programme without a living certificate: the newest class, less the units earned in another one.
std::optional<NearestAward> nearest_award(const std::vector<Learnt>& learnt,
                                          const std::vector<RecordUnit>& units) {
    std::map<std::string, const Learnt*> newest;
    std::set<std::string> awarded;
    for (const Learnt& one : learnt) {
        newest[one.pack().programme] = &one;
        for (const PastCertificate& certificate : one.chapter->certificates)
            if (certificate.enrolment == one.enrolment->uid && certificate.state == "issued")
                awarded.insert(one.pack().programme);
    }
    std::optional<NearestAward> nearest;
    for (const auto& [programme, one] : newest) {
        if (awarded.contains(programme) || !one->pack().award.given()) continue;
        NearestAward award{one->pack().name, one->pack().award.title, reasons_of(*one)};
        std::erase_if(award.reasons, [&](const core::Error& reason) {
            return reason.code == "unit.missing" &&
                   std::any_of(units.begin(), units.end(), [&](const RecordUnit& unit) {
                       return unit.name.km == reason.fact("unit") &&
                              unit.programme_name == award.programme_name;
                   });
        });
        if (!nearest || award.reasons.size() < nearest->reasons.size()) nearest = std::move(award);
    }
    return nearest;
}

std::string ratio_text(const core::Ratio& ratio) {
    return fmt::format("{}/{}", ratio.numerator(), ratio.denominator());
}

} // namespace

RecordOfLearning record_of(const Chapter& own, std::span<const Chapter> past) {
    RecordOfLearning record;
    // Of a chapter that was read or gathered it cannot fail.
    record.person = learner_of(own.person.fields).value();
    record.person.uid = own.person.uid;
    record.person.number = own.person.number;
    record.birthplace = own.person.birthplace_words.empty() ? record.person.birthplace_text.value_or("")
                                                            : own.person.birthplace_words;
    record.photo = own.person.photo;
    record.sample =
        own.sample || std::any_of(past.begin(), past.end(), [](const Chapter& c) { return c.sample; });
    const std::vector<Learnt> learnt = all_learnt(own, past);
    core::Ratio present{};
    int taken = 0;
    for (const Learnt& one : learnt) {
        record.classes.push_back(class_of(one));
        record.hours += one.enrolment->figures.hours;
        present += one.enrolment->figures.days_present;
        taken += one.enrolment->figures.tally.taken;
    }
    if (taken > 0) record.rate = present / core::Ratio{taken};
    record.units = units_of(learnt);
    record.certificates = certificates_of(own, past, learnt);
    record.nearest = nearest_award(learnt, record.units);
    return record;
}

std::string text_of(const RecordOfLearning& record) {
    std::string text = "SROK-RECORD 1\n";
    const auto line = [&](std::initializer_list<std::string_view> parts) {
        std::string_view apart;
        for (const std::string_view part : parts) {
            text.append(apart).append(part);
            apart = "\t";
        }
        text += '\n';
    };
    const learners::Learner& person = record.person;
    line({"learner", core::to_text(person.uid), person.number, person.name_km, person.name,
          person.sex ? core::to_text(*person.sex) : "", person.born ? core::to_text(*person.born) : "",
          record.birthplace});
    for (const RecordClass& one : record.classes) {
        line({"class", core::to_text(one.uid), one.office.code, one.programme, one.level.km, one.name_km,
              one.institution_km, core::to_iso(one.first_day), core::to_iso(one.last_day),
              one.reason ? to_text(*one.reason) : std::string_view{one.open ? "open" : ""},
              std::to_string(one.days_taken), ratio_text(one.days_present), ratio_text(one.hours),
              one.average, one.grade, one.rank ? std::to_string(*one.rank) : "", to_text(one.verdict)});
        for (const RecordScores& row : one.scores)
            for (std::size_t i = 0; i < row.marks.size(); ++i)
                if (!row.marks[i].empty()) line({"mark", row.period.km, one.subjects[i].km, row.marks[i]});
    }
    for (const RecordUnit& unit : record.units)
        line({"unit", unit.office.code, unit.programme_name.km, unit.name.km, unit.average});
    for (const RecordCertificate& certificate : record.certificates)
        line({"certificate", certificate.serial, certificate.state, core::to_iso(certificate.issued_on),
              certificate.code});
    if (record.nearest) {
        line({"nearest", record.nearest->programme_name.km, record.nearest->title.km});
        for (const core::Error& reason : record.nearest->reasons) {
            std::string facts;
            for (const core::Fact& fact : reason.facts)
                facts += " " + fact.name + "=" + fact.value;
            line({"missing", reason.code + facts});
        }
    }
    return text;
}

office::Digest digest_of(const RecordOfLearning& record) {
    return office::digest(text_of(record));
}

std::string earned_line(const RecordOfLearning& record) {
    std::vector<std::string> parts;
    for (const RecordClass& one : record.classes)
        parts.push_back(fmt::format("{} {}..{} {}h{}{}", one.programme, core::to_iso(one.first_day),
                                    core::to_iso(one.last_day),
                                    core::format_decimal(core::round_half_up(one.hours, 2), 2),
                                    one.rate ? " " + core::format_percent(*one.rate) + "%" : "",
                                    one.average.empty() ? "" : " " + one.average + " " + one.grade));
    for (const RecordCertificate& certificate : record.certificates)
        parts.push_back(certificate.serial + (certificate.state == "issued" ? "" : " " + certificate.state));
    // The newest matter most: they are said first.
    std::string text;
    std::size_t left = parts.size();
    for (auto part = parts.rbegin(); part != parts.rend(); ++part, --left) {
        if (text.size() + part->size() + 2 > longest_earned) break;
        text += (text.empty() ? "" : "; ") + *part;
    }
    if (left > 0 && left < parts.size()) text += fmt::format("; +{}", left);
    return text.empty() ? "-" : text;
}

} // namespace identity
