// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/roll_store.hpp"

#include "attendance/rate_store.hpp"
#include "learners/learner_store.hpp"
#include "office/gazetteer_store.hpp"
#include "returns/running_class.hpp"

namespace returns {
namespace {

// Villages repeat: each is looked up once.
class VillageNames {
  public:
    VillageNames(const storage::Database& database, core::Day day)
        : m_database(database)
        , m_day(day) {}

    std::string name_of(const learners::Learner& learner) {
        if (!learner.village_code) return learner.village_text.value_or("");
        const auto [at, is_new] = m_names.try_emplace(*learner.village_code);
        if (is_new) {
            for (const office::Area& area : office::area_line(m_database, at->first, m_day))
                if (area.code.size() >= 6) at->second += (at->second.empty() ? "" : ", ") + area.name_km;
        }
        return at->second;
    }

  private:
    const storage::Database& m_database;
    core::Day m_day;
    std::unordered_map<std::string, std::string> m_names;
};

} // namespace

void each_roll_line(const storage::Database& database, const ReturnPeriod& period,
                    const StintOrdinals& ordinals, const std::function<void(const RollLine&)>& take) {
    VillageNames villages(database, period.last_day());
    for (const RunningClass& one : classes_in(database, period))
        for (auto& member : attendance::load_class_attendance(database, one.listed.id, days_of(period))) {
            const auto learner = learners::load_learner(database, member.learner.enrolment.learner);
            const auto again = ordinals.find(member.learner.enrolment.id);
            RollLine line;
            line.key = line.number = member.learner.number;
            if (again != ordinals.end()) line.key += '/' + std::to_string(again->second);
            line.name_km = std::move(member.learner.name_km);
            line.name = std::move(member.learner.name);
            line.sex = member.learner.sex;
            line.born = member.learner.born;
            line.village = villages.name_of(learner);
            line.class_name = one.name();
            line.programme = one.listed.programme;
            line.disability = learners::has_disability(learner);
            if (learners::has_equity_card(learner, period.last_day())) line.equity = learner.equity_level;
            line.ethnicity = learner.ethnicity.value_or("");
            line.first_day = member.learner.enrolment.first_day;
            // Who left later had not left yet: what happens after a period does not change its return.
            if (member.learner.enrolment.last_day <= period.last_day()) {
                line.last_day = member.learner.enrolment.last_day;
                line.reason = member.learner.enrolment.reason;
            }
            line.tally = member.tally;
            line.rate = days_of(member.tally, one.worths).rate();
            take(line);
        }
}

} // namespace returns
