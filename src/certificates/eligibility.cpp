// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/eligibility.hpp"

#include "assessment/absences.hpp"
#include "classes/class_store.hpp"
#include "core/numerals.hpp"
#include "programmes/pack_store.hpp"
#include "units/attendance_rule.hpp"
#include "units/earned_store.hpp"

#include <algorithm>
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

using Keys = std::set<std::string, std::less<>>;

Keys keys_of(const std::vector<units::EarnedUnit>& earned) {
    Keys keys;
    for (const units::EarnedUnit& one : earned)
        keys.insert(one.unit);
    return keys;
}

bool takes_part(const programmes::Award& award, const std::string& unit) {
    const auto in = [&](const std::vector<std::string>& list) {
        return std::find(list.begin(), list.end(), unit) != list.end();
    };
    return in(award.units) || in(award.choice);
}

// Joined for a sentence; of these subjects, where there are any, else of all.
std::string missing_subjects(const programmes::Pack& pack, const assessment::Scores& scores,
                             const Keys& among = {}) {
    std::string names;
    for (const programmes::Subject* subject : assessment::subjects_without_mark(pack, scores))
        if (among.empty() || among.contains(subject->key))
            names += (names.empty() ? "" : ", ") + subject->name.km;
    return names;
}

// Why a unit is not earned in this class; nothing when it is.
std::optional<core::Error> lacking(const programmes::Pack& pack, const assessment::Scores& scores,
                                   const programmes::Unit& unit) {
    const assessment::Result result = assessment::unit_result(pack, unit, scores);
    if (result.verdict == assessment::Verdict::pass) return std::nullopt;
    if (!result.average) return core::Error{"unit.not-earned"}.with("unit", unit.name.km);
    return has_needs("unit.missing", assessment::format_average(pack, *result.average),
                     core::format_hundredths(unit.minimum))
        .with("unit", unit.name.km);
}

// Where the class earns everything by itself; the programme's own result speaks for a unit that is all of it.
void judge_units(const programmes::Pack& pack, const assessment::Scores& scores,
                 std::vector<core::Error>& reasons) {
    const auto reason_of = [&](const std::string& key) -> std::optional<core::Error> {
        const programmes::Unit* unit = programmes::find_unit(pack, key);
        if (unit == nullptr || units::whole_programme(pack, *unit)) return std::nullopt;
        return lacking(pack, scores, *unit);
    };
    for (const std::string& key : pack.award.units)
        if (auto reason = reason_of(key)) reasons.push_back(std::move(*reason));
    std::vector<core::Error> unchosen;
    for (const std::string& key : pack.award.choice)
        if (auto reason = reason_of(key)) unchosen.push_back(std::move(*reason));
    const auto earned = static_cast<int>(pack.award.choice.size() - unchosen.size());
    if (earned < pack.award.any) reasons.insert(reasons.end(), unchosen.begin(), unchosen.end());
}

// What the award still asks of this class when some of its units were earned elsewhere.
struct Rest {
    std::vector<const programmes::Unit*> needed;
    std::vector<const programmes::Unit*> choice;
    int any = 0;
    bool none() const { return needed.empty() && any <= 0; }
};

Rest rest_of(const programmes::Pack& pack, const Keys& elsewhere) {
    Rest rest;
    rest.any = pack.award.any;
    for (const std::string& key : pack.award.units)
        if (!elsewhere.contains(key)) rest.needed.push_back(programmes::find_unit(pack, key));
    for (const std::string& key : pack.award.choice) {
        if (elsewhere.contains(key))
            --rest.any;
        else
            rest.choice.push_back(programmes::find_unit(pack, key));
    }
    std::erase(rest.needed, nullptr);
    std::erase(rest.choice, nullptr);
    return rest;
}

void judge_rest(const programmes::Pack& pack, const Rest& rest, const assessment::Scores& scores,
                std::vector<core::Error>& reasons) {
    Keys subjects;
    for (const programmes::Unit* unit : rest.needed)
        subjects.insert(unit->subjects.begin(), unit->subjects.end());
    const std::string missing = subjects.empty() ? "" : missing_subjects(pack, scores, subjects);
    if (!missing.empty()) reasons.push_back(core::Error{"scores.missing"}.with("subjects", missing));
    for (const programmes::Unit* unit : rest.needed) {
        auto reason = lacking(pack, scores, *unit);
        // Of a unit whose marks are missing they are the reason.
        if (reason && (missing.empty() || reason->code == "unit.missing"))
            reasons.push_back(std::move(*reason));
    }
    std::vector<core::Error> unchosen;
    for (const programmes::Unit* unit : rest.choice)
        if (auto reason = lacking(pack, scores, *unit)) unchosen.push_back(std::move(*reason));
    if (static_cast<int>(rest.choice.size() - unchosen.size()) < rest.any)
        reasons.insert(reasons.end(), unchosen.begin(), unchosen.end());
}

void append(std::vector<core::Error>& reasons, std::vector<core::Error> more) {
    reasons.insert(reasons.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// What is read of the whole class at once, so that a learner more is no query more.
class ClassReader {
  public:
    ClassReader(const storage::Database& database, const classes::Class& taught, programmes::Pack rules)
        : m_pack(std::move(rules))
        , m_scores(assessment::load_class_scores(database, taught.id))
        , m_last_day(taught.last_day) {
        // Ranks are of those who are in the class to its end.
        const assessment::ClassResults results =
            assessment::results_under(database, taught.id, m_pack, assessment::final_period(m_pack));
        for (const assessment::ResultRow& row : results.rows)
            m_results.emplace(row.learner.enrolment.id, row.result);
        auto row = database.query(living_certificates, taught.id);
        while (row.step())
            m_serials.emplace(row.get<classes::EnrolmentId>(0), row.get<std::string>(1));
        m_rested = award_units_in(database, taught.id);
        if (m_pack.award.given()) m_elsewhere = units::load_earned_elsewhere(database, taught.id);
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
        const auto earned = m_elsewhere.find(attended.learner.enrolment.learner);
        const std::vector<units::EarnedUnit> elsewhere =
            earned == m_elsewhere.end() ? std::vector<units::EarnedUnit>{} : earned->second;
        candidate.reasons = reasons_against(m_pack, attended.learner.enrolment, attended, scores,
                                            candidate.result, elsewhere);
        candidate.serial = value_of(m_serials, id);
        candidate.units = candidate.serial ? value_of(m_rested, id).value_or(std::vector<AwardUnit>{})
                                           : units_for(attended.learner.enrolment, scores, elsewhere);
        candidate.learner = std::move(attended.learner);
        return candidate;
    }

  private:
    // What the award would rest on: units from elsewhere, and the rest of what it asks from this class.
    std::vector<AwardUnit> units_for(const classes::Enrolment& enrolment, const assessment::Scores& scores,
                                     const std::vector<units::EarnedUnit>& elsewhere) const {
        std::vector<AwardUnit> list;
        for (const units::EarnedUnit& earned : elsewhere)
            if (takes_part(m_pack.award, earned.unit)) list.push_back(award_unit(earned));
        const Keys known = keys_of(elsewhere);
        for (const programmes::Unit& unit : m_pack.units) {
            if (!takes_part(m_pack.award, unit.key) || known.contains(unit.key)) continue;
            const bool whole = unit.subjects.empty() || units::whole_programme(m_pack, unit);
            if (!whole && lacking(m_pack, scores, unit)) continue;
            list.push_back({unit.key, unit.name, units::Way::result, enrolment.uid, std::nullopt,
                            enrolment.last_day.value_or(m_last_day), true});
        }
        return list;
    }

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
    std::map<classes::EnrolmentId, std::vector<AwardUnit>> m_rested;
    std::map<learners::LearnerId, std::vector<units::EarnedUnit>> m_elsewhere;
    core::Day m_last_day;
};

std::vector<Candidate> candidates_of(const storage::Database& database, const classes::Class& taught,
                                     const programmes::Pack& rules) {
    const ClassReader reader(database, taught, programmes::at_level(rules, taught.level.value_or("")));
    std::vector<Candidate> candidates;
    const attendance::Worths worths{rules.attendance.late_present, rules.attendance.half_day_present};
    for (attendance::Attendance& attended : attendance::load_class_attendance(database, taught.id, worths))
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

} // namespace

bool Candidate::rests_elsewhere() const {
    return std::any_of(units.begin(), units.end(), [](const AwardUnit& one) { return !one.own_class; });
}

std::vector<core::Error> reasons_against(const programmes::Pack& pack, const classes::Enrolment& enrolment,
                                         const attendance::Attendance& attendance,
                                         const assessment::Scores& scores, const assessment::Result& result,
                                         const std::vector<units::EarnedUnit>& elsewhere) {
    std::vector<core::Error> reasons;
    if (enrolment.last_day)
        reasons.push_back(core::Error{"enrolment.left"}.with("until", core::to_iso(*enrolment.last_day)));
    if (!pack.award.given()) reasons.push_back(core::Error{"award.none"}.with("programme", pack.name.km));
    const Keys keys = keys_of(elsewhere);
    const bool part_elsewhere = std::any_of(
        keys.begin(), keys.end(), [&](const std::string& key) { return takes_part(pack.award, key); });
    const Rest rest = part_elsewhere ? rest_of(pack, keys) : Rest{};
    if (part_elsewhere && rest.none()) return reasons;
    append(reasons, units::reasons_against(pack.attendance, attendance));
    if (!pack.takes_marks()) return reasons;
    if (part_elsewhere) {
        if (result.standing == assessment::Standing::repeats_for_absence)
            reasons.push_back(absent_too_long(pack, attendance));
        if (result.standing != assessment::Standing::passed_by_retest)
            judge_rest(pack, rest, scores, reasons);
        return reasons;
    }
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
    const auto taught = classes::load_class(database, class_id);
    return candidates_of(database, taught, programmes::load_pack(database, taught.pack));
}

std::vector<Candidate> load_candidates(const storage::Database& database, classes::ClassId class_id,
                                       const programmes::Pack& rules) {
    return candidates_of(database, classes::load_class(database, class_id), rules);
}

} // namespace certificates
