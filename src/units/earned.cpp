// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/earned.hpp"

#include "assessment/absences.hpp"
#include "core/words.hpp"
#include "units/attendance_rule.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace units {
namespace {

constexpr core::Words<Way, 2> ways{{"result", "recognition"}};

// The letter of an average, which is the pack's for any average of its scale.
std::string grade_of(const programmes::Pack& pack, programmes::Hundredths average) {
    for (const programmes::GradeBand& band : pack.bands)
        if (average >= band.minimum) return band.letter;
    return {};
}

// Each subject as if it were a unit by itself: so a mark of several periods is the programme's own mean of
// them.
std::vector<SubjectMark> subject_marks(const programmes::Pack& pack, const programmes::Unit& unit,
                                       const assessment::Scores& scores) {
    std::vector<SubjectMark> marks;
    for (const std::string& key : unit.subjects) {
        const programmes::Subject* subject = programmes::find_subject(pack, key);
        if (subject == nullptr) continue;
        const programmes::Unit alone{key, subject->name, {key}, 0};
        const auto average = assessment::unit_result(pack, alone, scores).average;
        marks.push_back({subject->name, average ? assessment::format_average(pack, *average) : ""});
    }
    return marks;
}

EarnedUnit unit_of(const programmes::Pack& pack, const std::string& level, const programmes::Unit& unit) {
    EarnedUnit earned;
    earned.programme = pack.programme;
    earned.programme_name = pack.name;
    earned.level = level;
    earned.unit = unit.key;
    earned.name = unit.name;
    earned.hours = unit.hours;
    earned.credits = unit.credits;
    earned.cqf_level = unit.cqf_level;
    return earned;
}

} // namespace

std::string_view to_text(Way way) {
    return ways.text(way);
}

std::optional<Way> way_from_text(std::string_view text) {
    return ways.value(text);
}

bool whole_programme(const programmes::Pack& pack, const programmes::Unit& unit) {
    return pack.takes_marks() && unit.subjects.size() == pack.subjects.size() &&
           unit.minimum == pack.averaging.pass_minimum;
}

std::vector<EarnedUnit> earned_by(const programmes::Pack& pack, const ClassWork& work) {
    std::vector<EarnedUnit> list;
    if (pack.units.empty() || !reasons_against(pack.attendance, work.attendance).empty()) return list;
    assessment::Result whole;
    if (pack.takes_marks())
        whole = assessment::result_of(pack, assessment::final_period(pack), work.scores,
                                      assessment::absences_of(work.attendance.tally));
    if (whole.standing == assessment::Standing::repeats_for_absence) return list;
    const bool by_retest = whole.standing == assessment::Standing::passed_by_retest;
    for (const programmes::Unit& unit : pack.units) {
        EarnedUnit earned = unit_of(pack, work.level, unit);
        earned.source = work.enrolment;
        earned.earned_on = work.last_day;
        earned.taught = work.taught;
        if (unit.subjects.empty()) {
            if (!work.left && !pack.takes_marks()) list.push_back(std::move(earned));
            continue;
        }
        const assessment::Result result =
            whole_programme(pack, unit) ? whole : assessment::unit_result(pack, unit, work.scores);
        if (!result.average || (result.verdict != assessment::Verdict::pass && !by_retest)) continue;
        earned.marks = Marks{*result.average, assessment::format_average(pack, *result.average),
                             grade_of(pack, *result.average), subject_marks(pack, unit, work.scores)};
        list.push_back(std::move(earned));
    }
    return list;
}

EarnedUnit recognised(const programmes::Pack& pack, const std::string& level, const programmes::Unit& unit,
                      const core::Uid& recognition, core::Day on) {
    EarnedUnit earned = unit_of(pack, level, unit);
    earned.way = Way::recognition;
    earned.source = recognition;
    earned.earned_on = on;
    return earned;
}

std::vector<EarnedUnit> first_of_each(std::vector<EarnedUnit> earned) {
    // By what every office that knows of it knows too, so that all say the same.
    std::sort(earned.begin(), earned.end(), [](const EarnedUnit& a, const EarnedUnit& b) {
        return std::tie(a.earned_on, a.source, a.programme, a.unit) <
               std::tie(b.earned_on, b.source, b.programme, b.unit);
    });
    std::set<std::tuple<std::string, std::string, std::string, core::Uid>> known;
    std::erase_if(earned, [&](const EarnedUnit& one) {
        const core::Uid course = one.of_course() ? one.source : core::Uid{};
        return !known.emplace(one.programme, one.level, one.unit, course).second;
    });
    return earned;
}

bool counts_at(const programmes::Pack& pack, std::string_view class_level, const EarnedUnit& earned) {
    return !earned.of_course() && earned.programme == pack.programme &&
           (pack.levels.size() <= 1 || earned.level == class_level) &&
           programmes::find_unit(pack, earned.unit) != nullptr;
}

} // namespace units
