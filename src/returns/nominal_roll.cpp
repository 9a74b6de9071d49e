// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/nominal_roll.hpp"

#include "assessment/score_store.hpp"
#include "learners/learner_store.hpp"
#include "office/gazetteer_store.hpp"
#include "programmes/pack_store.hpp"
#include "returns/groups.hpp"
#include "returns/return_words.hpp"
#include "returns/running_class.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace returns {
namespace {

std::string birthplace_of(const storage::Database& database, const learners::Learner& learner,
                          core::Day day) {
    if (!learner.birthplace_code) return learner.birthplace_text.value_or("");
    std::string line;
    for (const office::Area& area : office::area_line(database, *learner.birthplace_code, day))
        line += (line.empty() ? "" : ", ") + area.name_km;
    return line;
}

std::string result_km(const assessment::Result& result) {
    const bool plain = result.standing == assessment::Standing::none;
    const auto values = words::fixed_values(plain ? Attribute::result : Attribute::standing);
    const std::string_view key =
        plain ? assessment::to_text(result.verdict) : assessment::to_text(result.standing);
    for (const Value& one : values)
        if (one.key == key) return one.name.km;
    return {};
}

// A month whose marks stand only in the mean of months is left out: the form has the mean.
bool asked(const programmes::Pack& pack, const programmes::Period& one) {
    if (programmes::is_retest(pack, one.key)) return false;
    if (!one.takes_marks()) return true;
    const auto of_months = [&](const programmes::Period& mean) {
        return std::find(mean.mean_of.begin(), mean.mean_of.end(), one.key) != mean.mean_of.end() &&
               std::all_of(mean.mean_of.begin(), mean.mean_of.end(), [&](const std::string& part) {
                   return programmes::find_period(pack, part)->takes_marks();
               });
    };
    return std::none_of(pack.periods.begin(), pack.periods.end(), of_months);
}

// The results of one class, by enrolment and period.
class Results {
  public:
    Results(const storage::Database& database, const RunningClass& one, const programmes::Pack& pack)
        : m_pack(programmes::at_level(pack, one.taught.level.value_or(""))) {
        for (const programmes::Period& marked : pack.periods) {
            if (!asked(pack, marked)) continue;
            const auto results = assessment::load_results(database, one.listed.id, marked.key);
            if (!results) continue;
            for (const assessment::ResultRow& row : results->rows)
                m_found[row.learner.enrolment.id][marked.key] = row.result;
        }
    }

    void fill(NominalLine& line, classes::EnrolmentId enrolment,
              const std::vector<NominalPeriod>& periods) const {
        const auto found = m_found.find(enrolment);
        line.averages.resize(periods.size());
        if (found == m_found.end()) return;
        for (std::size_t at = 0; at < periods.size(); ++at) {
            const auto result = found->second.find(periods[at].key);
            if (result != found->second.end() && result->second.average)
                line.averages[at] = assessment::format_average(m_pack, *result->second.average);
        }
        const auto last = found->second.find(assessment::final_period(m_pack));
        if (last == found->second.end()) return;
        line.rank = last->second.rank;
        line.grade = last->second.grade;
        line.result_km = result_km(last->second);
    }

  private:
    programmes::Pack m_pack;
    std::map<classes::EnrolmentId, std::map<std::string, assessment::Result>> m_found;
};

} // namespace

std::vector<NominalPeriod> nominal_periods(const storage::Database& database, const SheetPlan& plan,
                                           const ReturnPeriod& period) {
    std::vector<NominalPeriod> all;
    std::set<std::string> seen;
    for (const RunningClass& one : classes_in(database, period)) {
        if (!concerns(plan, one.listed.programme)) continue;
        const auto pack = programmes::load_pack(database, one.taught.pack);
        for (const programmes::Period& marked : pack.periods)
            if (asked(pack, marked) && seen.insert(marked.key).second)
                all.push_back({marked.key, marked.name});
    }
    return all;
}

void each_nominal_line(const storage::Database& database, const SheetPlan& plan, const ReturnPeriod& period,
                       const std::vector<NominalPeriod>& periods,
                       const std::function<void(const NominalLine&)>& take) {
    std::set<std::string> keys;
    for (const RunningClass& one : classes_in(database, period)) {
        if (!concerns(plan, one.listed.programme)) continue;
        const Results results(database, one, programmes::load_pack(database, one.taught.pack));
        for (const classes::ClassLearner& member : classes::enrolments_in(database, one.listed.id)) {
            const classes::Enrolment& enrolment = member.enrolment;
            const bool mistake = enrolment.reason == classes::LeavingReason::entered_by_mistake;
            if (mistake || enrolment.first_day > period.last_day() ||
                (enrolment.last_day && *enrolment.last_day < period.first_day()))
                continue;
            const auto learner = learners::load_learner(database, enrolment.learner);
            NominalLine line;
            line.key = line.number = member.number;
            for (int again = 2; !keys.insert(line.key).second; ++again)
                line.key = line.number + '/' + std::to_string(again);
            line.name_km = member.name_km;
            line.name = member.name;
            line.sex = member.sex;
            line.born = member.born;
            line.birthplace = birthplace_of(database, learner, period.last_day());
            line.class_name = one.name();
            results.fill(line, enrolment.id, periods);
            if (enrolment.last_day && *enrolment.last_day <= period.last_day() && enrolment.reason)
                line.reason_km = words::reason(*enrolment.reason).km;
            take(line);
        }
    }
}

} // namespace returns
