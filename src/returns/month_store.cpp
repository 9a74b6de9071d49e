// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/month_store.hpp"

#include "assessment/score_store.hpp"
#include "attendance/rate_store.hpp"
#include "learners/learner_store.hpp"
#include "programmes/pack_store.hpp"
#include "returns/running_class.hpp"
#include "returns/step.hpp"

#include <algorithm>

namespace returns {
namespace {

// Reads a month class by class.
class Gatherer {
  public:
    Gatherer(const storage::Database& database, core::Month month)
        : m_database(database)
        , m_month(month) {
        m_gathered.content.month = month;
        m_lists.bands = &age_bands();
    }

    void find_programmes(const std::vector<RunningClass>& running) {
        std::map<std::string, programmes::Wording> names;
        for (const RunningClass& one : running)
            names.insert_or_assign(one.listed.programme,
                                   programmes::load_pack(m_database, one.listed.pack).name);
        for (auto& [key, name] : names) {
            m_places.emplace(key, m_places.size());
            m_gathered.content.programmes.push_back({key, std::move(name), {}});
        }
        m_lists.programmes = m_places.size();
    }

    void add(const RunningClass& one) {
        ClassLine& line = m_gathered.content.classes.emplace_back();
        line.uid = one.listed.uid;
        line.name = one.name();
        line.institution = one.institution();
        line.programme = m_places.at(one.listed.programme);
        line.ended = std::min(one.taught.last_day, one.taught.closed_on.value_or(one.taught.last_day)) <=
                     core::last_day(m_month);
        count_days(one, line);
        count_learners(one, line);
        add_results(one, line);
    }

    GatheredMonth finish() {
        auto figures = figures_of(m_stints, m_lists, m_month);
        MonthReturn& content = m_gathered.content;
        content.all = std::move(figures.back());
        for (std::size_t at = 0; at < content.programmes.size(); ++at)
            content.programmes[at].figures = std::move(figures[at]);
        for (const ClassLine& line : content.classes)
            for (Figures* into : {&content.all, &content.programmes[line.programme].figures}) {
                ++into->classes;
                into->days += line.days;
                into->days_female += line.days_female;
            }
        number_stints();
        auto found = findings_of(content, m_database.clock().today());
        content.findings.insert(content.findings.begin(), found.begin(), found.end());
        return std::move(m_gathered);
    }

  private:
    void count_days(const RunningClass& one, ClassLine& line) const {
        const auto days = attendance::load_class_days(m_database, one.taught, days_of(m_month));
        const attendance::MonthDays& month = days.months.front();
        line.school_days = month.school().count();
        line.taken_days = month.counted().count();
        line.not_recorded = month.not_recorded(m_database.clock().today()).count();
    }

    void count_learners(const RunningClass& one, ClassLine& line) {
        std::vector<learners::LearnerId> seen;
        for (const auto& member :
             attendance::load_class_attendance(m_database, one.listed.id, days_of(m_month))) {
            add_stint(member, line);
            line.permission += member.tally.permission + member.tally.half_permission;
            line.absent += member.tally.absent + member.tally.half_absent;
            line.late += member.tally.late;
            const LearnerDays days = days_of(member.tally, one.worths);
            line.days += days;
            if (member.learner.sex == core::Sex::female) line.days_female += days;
            const auto learner = member.learner.enrolment.learner;
            if (std::find(seen.begin(), seen.end(), learner) != seen.end()) continue;
            seen.push_back(learner);
            line.learners.add(member.learner.sex);
        }
    }

    void add_stint(const attendance::Attendance& member, const ClassLine& line) {
        const classes::Enrolment& enrolment = member.learner.enrolment;
        const auto learner = learners::load_learner(m_database, enrolment.learner);
        Stint stint;
        stint.learner = enrolment.learner;
        stint.enrolment = enrolment.id;
        stint.programme = static_cast<std::uint32_t>(line.programme);
        stint.first_day = enrolment.first_day;
        stint.last_day = enrolment.last_day;
        stint.reason = enrolment.reason;
        stint.sex = member.learner.sex;
        stint.disability = learners::has_disability(learner);
        if (learners::has_equity_card(learner, core::last_day(m_month))) stint.equity = learner.equity_level;
        stint.ethnicity = place_of(learner.ethnicity);
        if (learner.born) add_age(stint, *learner.born, learner.number);
        m_stints.push_back(stint);
    }

    void add_age(Stint& stint, const core::PartialDate& born, const std::string& number) {
        const int age = core::age_on(born, core::last_day(m_month));
        if (const auto band = band_of(*m_lists.bands, age))
            stint.age_band = static_cast<std::uint32_t>(*band);
        if (auto finding = age_finding(number, number, age))
            m_gathered.content.findings.push_back(std::move(*finding));
    }

    std::optional<std::uint32_t> place_of(const std::optional<std::string>& ethnicity) {
        if (!ethnicity || ethnicity->empty()) return std::nullopt;
        const auto [at, is_new] =
            m_ethnicities.emplace(*ethnicity, static_cast<std::uint32_t>(m_lists.ethnicities.size()));
        if (is_new) m_lists.ethnicities.push_back(*ethnicity);
        return at->second;
    }

    void add_results(const RunningClass& one, ClassLine& line) {
        const auto pack = programmes::load_pack(m_database, one.taught.pack);
        for (const programmes::Period& period : pack.periods) {
            const auto results = assessment::load_results(m_database, one.listed.id, period.key);
            if (!results || std::none_of(results->rows.begin(), results->rows.end(),
                                         [](const auto& row) { return row.result.average.has_value(); }))
                continue;
            line.has_results = true;
            add_result(line, period, assessment::distribution_of(*results));
        }
    }

    void add_result(const ClassLine& line, const programmes::Period& period,
                    const assessment::Distribution& counted) {
        ResultLine& result = m_gathered.content.results.emplace_back();
        result.class_uid = line.uid;
        result.class_name = line.name;
        result.programme = line.programme;
        result.period = period.key;
        result.period_name = period.name.km.empty() ? period.name.en : period.name.km;
        result.learners = counted.learners;
        result.pass = counted.pass;
        result.fail = counted.fail;
        result.incomplete = counted.incomplete;
        auto& letters = m_gathered.content.letters;
        for (const auto& grade : counted.grades) {
            result.grades[grade.letter] = grade.count;
            if (std::find(letters.begin(), letters.end(), grade.letter) == letters.end())
                letters.push_back(grade.letter);
        }
    }

    // Stints of one learner in the order they began.
    void number_stints() {
        std::sort(m_stints.begin(), m_stints.end(), [](const Stint& a, const Stint& b) {
            return std::tie(a.learner, a.first_day, a.enrolment) <
                   std::tie(b.learner, b.first_day, b.enrolment);
        });
        int ordinal = 1;
        for (std::size_t at = 1; at < m_stints.size(); ++at) {
            ordinal = m_stints[at].learner == m_stints[at - 1].learner ? ordinal + 1 : 1;
            if (ordinal > 1) m_gathered.ordinals.emplace(m_stints[at].enrolment, ordinal);
        }
    }

    const storage::Database& m_database;
    core::Month m_month;
    GatheredMonth m_gathered;
    StintLists m_lists;
    std::map<std::string, std::size_t> m_places;
    std::map<std::string, std::uint32_t> m_ethnicities;
    std::vector<Stint> m_stints;
};

} // namespace

std::string result_key(const ResultLine& line) {
    return core::to_text(line.class_uid) + '/' + line.period;
}

GatheredMonth gather_month(const storage::Database& database, core::Month month, core::Progress& progress) {
    const auto running = classes_in(database, month);
    Gatherer gatherer(database, month);
    gatherer.find_programmes(running);
    const auto total = static_cast<std::int64_t>(running.size());
    std::int64_t done = 0;
    for (const RunningClass& one : running) {
        step(progress, done++, total);
        gatherer.add(one);
    }
    step(progress, total, total);
    return gatherer.finish();
}

} // namespace returns
