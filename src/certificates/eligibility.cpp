// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/eligibility.hpp"

#include "assessment/absences.hpp"
#include "classes/class_store.hpp"
#include "core/numerals.hpp"

#include <map>
#include <set>

namespace certificates {
namespace {

constexpr std::string_view living_certificates = R"sql(
SELECT e.id, c.serial FROM enrolment e JOIN certificate c ON c.enrolment_id = e.id
WHERE e.class_id = ?1 AND c.state = 'issued')sql";

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

core::Error absent_too_long(const programmes::Pack& pack, const attendance::Attendance& attendance) {
    const auto limit = [](const std::optional<int>& days) {
        return days ? std::to_string(*days) : std::string{"-"};
    };
    const auto days = [](int half_days) { return core::format_hundredths(std::int64_t{half_days} * 50); };
    const assessment::Absences absences = assessment::absences_of(attendance.tally);
    const programmes::RepeatLimits limits = programmes::repeat_limits(pack);
    return core::Error{"absence.over-limit"}
        .with("without", days(absences.without_leave))
        .with("with", days(absences.with_leave))
        .with("limit_without", limit(limits.without))
        .with("limit_with", limit(limits.with));
}

std::string missing_subjects(const programmes::Pack& pack, const assessment::Scores& scores) {
    std::string names;
    for (const programmes::Subject* subject : assessment::subjects_without_mark(pack, scores))
        names += (names.empty() ? "" : ", ") + subject->name.km;
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

// What is read of the whole class at once, so that a learner more is no query more.
class ClassReader {
  public:
    ClassReader(const storage::Database& database, classes::ClassId class_id)
        : m_pack(classes::load_rules(database, classes::load_class(database, class_id)))
        , m_scores(assessment::load_class_scores(database, class_id)) {
        // Ranks are of those who are in the class to its end.
        const assessment::ClassResults results = assessment::load_results(database, class_id).value();
        for (const assessment::ResultRow& row : results.rows)
            m_results.emplace(row.learner.enrolment.id, row.result);
        auto row = database.query(living_certificates, class_id);
        while (row.step())
            m_serials.emplace(row.get<classes::EnrolmentId>(0), row.get<std::string>(1));
    }

    Candidate candidate(attendance::Attendance attended) const {
        const classes::EnrolmentId id = attended.learner.enrolment.id;
        const assessment::Scores scores = value_of(m_scores, id).value_or(assessment::Scores{});
        Candidate candidate;
        const auto ranked = value_of(m_results, id);
        candidate.result = ranked ? *ranked
                                  : assessment::result_of(m_pack, assessment::final_period(m_pack), scores,
                                                          assessment::absences_of(attended.tally));
        candidate.rate = attended.rate;
        candidate.reasons =
            reasons_against(m_pack, attended.learner.enrolment, attended, scores, candidate.result);
        candidate.serial = value_of(m_serials, id);
        candidate.learner = std::move(attended.learner);
        return candidate;
    }

  private:
    template<typename Value>
    static std::optional<Value> value_of(const std::map<classes::EnrolmentId, Value>& map,
                                         classes::EnrolmentId id) {
        const auto found = map.find(id);
        return found == map.end() ? std::nullopt : std::optional{found->second};
    }

    programmes::Pack m_pack;
    std::map<classes::EnrolmentId, assessment::Scores> m_scores;
    std::map<classes::EnrolmentId, assessment::Result> m_results;
    std::map<classes::EnrolmentId, std::string> m_serials;
};

} // namespace

std::vector<core::Error> reasons_against(const programmes::Pack& pack, const classes::Enrolment& enrolment,
                                         const attendance::Attendance& attendance,
                                         const assessment::Scores& scores, const assessment::Result& result) {
    std::vector<core::Error> reasons;
    if (enrolment.last_day)
        reasons.push_back(core::Error{"enrolment.left"}.with("until", core::to_iso(*enrolment.last_day)));
    if (!pack.award.given()) reasons.push_back(core::Error{"award.none"}.with("programme", pack.name.km));
    judge_attendance(pack.attendance, attendance, reasons);
    if (!pack.takes_marks()) return reasons;
    if (result.verdict == assessment::Verdict::incomplete) {
        reasons.push_back(core::Error{"scores.missing"}.with("subjects", missing_subjects(pack, scores)));
        return reasons;
    }
    if (result.standing == assessment::Standing::repeats_for_absence)
        reasons.push_back(absent_too_long(pack, attendance));
    else if (result.verdict == assessment::Verdict::fail && result.average)
        reasons.push_back(has_needs("average.below", assessment::format_average(pack, *result.average),
                                    assessment::format_average(pack, pack.averaging.pass_minimum)));
    // Who passed by retest has earned what the average before it did not.
    if (result.standing != assessment::Standing::passed_by_retest) judge_units(pack, scores, reasons);
    return reasons;
}

std::vector<Candidate> load_candidates(const storage::Database& database, classes::ClassId class_id) {
    const ClassReader reader(database, class_id);
    std::vector<Candidate> candidates;
    for (attendance::Attendance& attended : attendance::load_class_attendance(database, class_id))
        candidates.push_back(reader.candidate(std::move(attended)));
    // Who left and came back stands once, with the enrolment that counts.
    std::set<learners::LearnerId> still_in;
    for (const Candidate& one : candidates)
        if (one.learner.enrolment.open()) still_in.insert(one.learner.enrolment.learner);
    std::erase_if(candidates, [&](const Candidate& one) {
        return !one.learner.enrolment.open() && still_in.contains(one.learner.enrolment.learner);
    });
    return candidates;
}

} // namespace certificates
