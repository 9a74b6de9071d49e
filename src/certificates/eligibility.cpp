// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/eligibility.hpp"

#include "core/numerals.hpp"
#include "programmes/pack_store.hpp"

#include <algorithm>
#include <unordered_map>

namespace certificates {
namespace {

constexpr std::string_view living_certificate = R"sql(
SELECT serial FROM certificate WHERE enrolment_id = ?1 AND state = 'issued')sql";

core::Error has_needs(std::string code, std::string has, std::string needs) {
    return core::Error{std::move(code)}.with("has", std::move(has)).with("needs", std::move(needs));
}

// Exact: 79.999 % is not 80.
bool below(const core::Ratio& share, programmes::Hundredths percent) {
    return share < core::Ratio{percent, 10'000};
}

void judge_attendance(const programmes::AttendanceRule& rule, const attendance::Attendance& attendance,
                      std::vector<core::Error>& reasons) {
    if (!attendance.not_recorded.empty())
        reasons.push_back(core::Error{"attendance.not-recorded"}.with(
            "days", std::to_string(attendance.not_recorded.size())));
    if (!attendance.rate) {
        reasons.push_back(core::Error{"attendance.none"});
        return;
    }
    if (below(*attendance.rate, rule.minimum_percent))
        reasons.push_back(has_needs("attendance.below", core::format_percent(*attendance.rate),
                                    core::format_hundredths(rule.minimum_percent)));
    if (rule.minimum_hours && attendance.hours < core::Ratio{*rule.minimum_hours})
        reasons.push_back(has_needs("hours.below",
                                    core::format_hundredths(core::truncate(attendance.hours, 2)),
                                    core::format_hundredths(std::int64_t{*rule.minimum_hours} * 100)));
}

std::string missing_subjects(const programmes::Pack& pack, const assessment::Scores& scores) {
    std::string names;
    for (const programmes::Period& period : pack.periods) {
        if (!period.takes_marks()) continue;
        for (const programmes::Subject& subject : pack.subjects) {
            const auto score = scores.find({period.key, subject.key});
            const bool there =
                score != scores.end() && score->second.state != assessment::Score::State::absent;
            if (there || names.find(subject.name.km) != std::string::npos) continue;
            if (!names.empty()) names += ", ";
            names += subject.name.km;
        }
    }
    return names;
}

bool whole_programme(const programmes::Pack& pack, const programmes::Unit& unit) {
    return unit.subjects.size() == pack.subjects.size() && unit.minimum == pack.averaging.pass_minimum;
}

void judge_units(const programmes::Pack& pack, const assessment::Scores& scores,
                 std::vector<core::Error>& reasons) {
    const auto lacking = [&](const std::string& key) -> std::optional<core::Error> {
        const programmes::Unit* unit = programmes::find_unit(pack, key);
        if (unit == nullptr || whole_programme(pack, *unit)) return std::nullopt;
        const assessment::Result result = assessment::unit_result(pack, *unit, scores);
        if (result.verdict == assessment::Verdict::pass) return std::nullopt;
        return has_needs("unit.missing",
                         result.average ? assessment::format_average(pack, *result.average) : "",
                         core::format_hundredths(unit->minimum))
            .with("unit", unit->name.km);
    };
    for (const std::string& key : pack.award.units)
        if (auto reason = lacking(key)) reasons.push_back(std::move(*reason));
    std::vector<core::Error> unchosen;
    for (const std::string& key : pack.award.choice)
        if (auto reason = lacking(key)) unchosen.push_back(std::move(*reason));
    const auto earned = static_cast<int>(pack.award.choice.size() - unchosen.size());
    if (earned < pack.award.any) reasons.insert(reasons.end(), unchosen.begin(), unchosen.end());
}

} // namespace

std::vector<core::Error> reasons_against(const programmes::Pack& pack, const classes::Enrolment& enrolment,
                                         const attendance::Attendance& attendance,
                                         const assessment::Scores& scores, const assessment::Result& result) {
    std::vector<core::Error> reasons;
    if (enrolment.last_day)
        reasons.push_back(core::Error{"enrolment.left"}.with("until", core::to_iso(*enrolment.last_day)));
    judge_attendance(pack.attendance, attendance, reasons);
    if (result.verdict == assessment::Verdict::incomplete) {
        reasons.push_back(core::Error{"scores.missing"}.with("subjects", missing_subjects(pack, scores)));
        return reasons;
    }
    if (result.verdict == assessment::Verdict::fail && result.average)
        reasons.push_back(has_needs("average.below", assessment::format_average(pack, *result.average),
                                    assessment::format_average(pack, pack.averaging.pass_minimum)));
    judge_units(pack, scores, reasons);
    return reasons;
}

std::vector<Candidate> load_candidates(const storage::Database& database, classes::ClassId class_id) {
    const classes::Class taught = classes::load_class(database, class_id);
    const programmes::Pack pack = programmes::load_pack(database, taught.pack);
    const auto results = assessment::load_results(database, class_id).value();
    std::unordered_map<std::int64_t, const assessment::ResultRow*> by_enrolment;
    for (const assessment::ResultRow& row : results.rows)
        by_enrolment[static_cast<std::int64_t>(row.learner.enrolment.id)] = &row;

    std::vector<Candidate> candidates;
    for (classes::ClassLearner& learner : classes::enrolments_in(database, class_id)) {
        const classes::Enrolment& enrolment = learner.enrolment;
        if (enrolment.reason == classes::LeavingReason::entered_by_mistake) continue;
        Candidate candidate;
        const auto row = by_enrolment.find(static_cast<std::int64_t>(enrolment.id));
        const auto scores =
            row == by_enrolment.end() ? assessment::load_scores(database, enrolment.id) : row->second->scores;
        candidate.result = row == by_enrolment.end()
                               ? assessment::result_of(pack, assessment::final_period(pack), scores)
                               : row->second->result;
        const attendance::Attendance attended = attendance::load_attendance(database, enrolment.id);
        candidate.rate = attended.rate;
        candidate.reasons = reasons_against(pack, enrolment, attended, scores, candidate.result);
        candidate.serial = database.value<std::string>(living_certificate, enrolment.id);
        candidate.learner = std::move(learner);
        candidates.push_back(std::move(candidate));
    }
    // Who left and came back stands once, with the enrolment that counts.
    std::erase_if(candidates, [&](const Candidate& one) {
        return one.learner.enrolment.last_day &&
               std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
                   return other.learner.enrolment.learner == one.learner.enrolment.learner &&
                          !other.learner.enrolment.last_day;
               });
    });
    return candidates;
}

} // namespace certificates
