// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/record.hpp"

#include "assessment/absences.hpp"
#include "certificates/eligibility.hpp"
#include "core/numerals.hpp"
#include "identity/chapter_units.hpp"

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

std::vector<RecordUnit> all_units(const Chapter& own, std::span<const Chapter> past) {
    std::vector<RecordUnit> all = units_of(own);
    for (const Chapter& chapter : past)
        for (RecordUnit& unit : units_of(chapter))
            all.push_back(std::move(unit));
    return all;
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

// What counts towards a class's award and was earned elsewhere, each once.
std::vector<RecordUnit> elsewhere_of(const Learnt& learnt, const programmes::Pack& pack,
                                     std::vector<RecordUnit> units) {
    std::erase_if(units, [&](const RecordUnit& unit) {
        return unit.source == learnt.enrolment->uid ||
               !units::counts_at(pack, learnt.enrolment->in.level, unit);
    });
    return units::first_of_each(std::move(units));
}

std::vector<core::Error> reasons_of(const Learnt& learnt, const std::vector<RecordUnit>& units) {
    const PastEnrolment& e = *learnt.enrolment;
    classes::Enrolment enrolment;
    enrolment.first_day = e.first_day;
    enrolment.last_day = e.last_day;
    enrolment.reason = e.reason;
    const programmes::Pack pack = learnt.pack();
    const auto result = assessment::result_of(pack, assessment::final_period(pack), e.scores,
                                              assessment::absences_of(e.figures.tally));
    return certificates::reasons_against(pack, enrolment, attended_of(e), e.scores, result,
                                         elsewhere_of(learnt, pack, units));
}

// Of a programme in which she has units and was in no class: what lacks beside a class.
std::vector<core::Error> reasons_without_class(const programmes::Pack& pack, const RecordUnit& one,
                                               const std::vector<RecordUnit>& units) {
    std::vector<core::Error> reasons{core::Error{"award.no-class"}.with("programme", pack.name.km)};
    const auto earned = [&](const std::string& key) {
        return std::any_of(units.begin(), units.end(), [&](const RecordUnit& unit) {
            return unit.unit == key && units::counts_at(pack, one.level, unit);
        });
    };
    const auto lack = [&](const std::string& key) {
        const programmes::Unit* unit = programmes::find_unit(pack, key);
        reasons.push_back(core::Error{"unit.not-earned"}.with("unit", unit ? unit->name.km : key));
    };
    for (const std::string& key : pack.award.units)
        if (!earned(key)) lack(key);
    const auto& choice = pack.award.choice;
    if (std::count_if(choice.begin(), choice.end(), earned) < pack.award.any)
        for (const std::string& key : choice)
            if (!earned(key)) lack(key);
    return reasons;
}

// The rules under which a unit was earned, from the chapter that tells of it.
std::optional<programmes::Pack> pack_of(const RecordUnit& unit, const Chapter& own,
                                        std::span<const Chapter> past) {
    const auto in = [&](const Chapter& chapter) -> std::optional<programmes::Pack> {
        for (const PastRecognition& one : chapter.recognitions)
            if (one.uid == unit.source) return chapter.pack_of(one);
        return std::nullopt;
    };
    if (auto pack = in(own)) return pack;
    for (const Chapter& chapter : past)
        if (auto pack = in(chapter)) return pack;
    return std::nullopt;
}

// Of each programme without a living certificate: by its newest class, or by units that were recognised.
std::vector<NearestAward> open_awards(const Chapter& own, std::span<const Chapter> past,
                                      const std::vector<Learnt>& learnt,
                                      const std::vector<RecordUnit>& units) {
    std::map<std::string, const Learnt*> newest;
    std::set<std::string> awarded;
    for (const Learnt& one : learnt) {
        newest[one.pack().programme] = &one;
        for (const PastCertificate& certificate : one.chapter->certificates)
            if (certificate.enrolment == one.enrolment->uid && certificate.state == "issued")
                awarded.insert(one.pack().programme);
    }
    std::vector<NearestAward> awards;
    const auto add = [&](const programmes::Pack& pack, std::vector<core::Error> reasons) {
        if (!awarded.contains(pack.programme) && pack.award.given())
            awards.push_back({pack.name, pack.award.title, std::move(reasons)});
    };
    for (const auto& [programme, one] : newest)
        add(one->pack(), reasons_of(*one, units));
    std::set<std::string> told;
    for (const RecordUnit& unit : units) {
        if (newest.contains(unit.programme) || !told.insert(unit.programme).second) continue;
        if (const auto pack = pack_of(unit, own, past)) add(*pack, reasons_without_class(*pack, unit, units));
    }
    return awards;
}

std::optional<NearestAward> nearest_of(std::vector<NearestAward> awards) {
    const auto nearest =
        std::min_element(awards.begin(), awards.end(), [](const NearestAward& a, const NearestAward& b) {
            return a.reasons.size() < b.reasons.size();
        });
    return nearest == awards.end() ? std::nullopt : std::optional{std::move(*nearest)};
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
    const std::vector<RecordUnit> units = all_units(own, past);
    record.units = units::first_of_each(units);
    record.certificates = certificates_of(own, past, learnt);
    record.nearest = nearest_of(open_awards(own, past, learnt, units));
    return record;
}

std::string text_of(const RecordOfLearning& record) {
    std::string text = "SROK-RECORD 2\n";
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
        line({"unit", unit.office->code, unit.programme_name.km, unit.name.km, to_text(unit.way),
              core::to_iso(unit.earned_on), unit.marks ? unit.marks->average_text : ""});
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
