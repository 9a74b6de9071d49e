// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/gather.hpp"

#include "assessment/score_store.hpp"
#include "attendance/rate_store.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"
#include "returns/accepted_months.hpp"
#include "returns/class_scores.hpp"
#include "returns/declared_store.hpp"
#include "returns/groups.hpp"
#include "returns/issued_numbers.hpp"
#include "returns/register_findings.hpp"
#include "returns/running_class.hpp"
#include "returns/step.hpp"
#include "returns/teaching.hpp"

#include <algorithm>

namespace returns {
namespace {

core::Day end_of(const classes::Class& taught) {
    return std::min(taught.last_day, taught.closed_on.value_or(taught.last_day));
}

// Reads a period class by class.
class Gatherer {
  public:
    Gatherer(const storage::Database& database, const ReturnPeriod& period, const Layout& layout)
        : m_database(database)
        , m_gathered{.content = {},
                     .facts = {.period = period, .layout = layout, .classes = {}},
                     .ordinals = {}}
        , m_issued(database, period) {
        m_gathered.content.period = period;
        m_gathered.content.layout = layout;
    }

    void add(const RunningClass& one) {
        describe(one);
        ClassLine& line = m_gathered.content.classes.emplace_back();
        line.uid = one.listed.uid;
        line.name = one.name();
        line.institution = one.institution();
        line.programme = one.listed.programme;
        line.programme_name = facts().classes.back().programme_name;
        line.least_percent = m_pack.attendance.minimum_percent;
        line.ended = end_of(one.taught) <= period().last_day();
        count_days(one, line);
        count_learners(one, line);
        add_results(one, line);
        facts().classes.back().days = line.days;
        facts().classes.back().days_female = line.days_female;
        if (const SheetPlan* plan = sheet_of(SheetPlan::Kind::scores);
            plan && concerns(*plan, line.programme))
            m_scores.add(m_database, one, m_pack);
    }

    Gathered finish(const std::vector<RunningClass>& running) {
        ReturnContent& content = m_gathered.content;
        add_teaching(m_database, running, m_gathered);
        content.certificates = m_issued.lines();
        content.scores = m_scores.lines();
        facts().letters = content.letters;
        for (const SheetPlan& plan : content.layout.sheets)
            if (plan.kind == SheetPlan::Kind::figures || plan.kind == SheetPlan::Kind::table)
                content.sheets.push_back(fill(plan, facts()));
        number_stints();
        add_declared();
        auto found = findings_of(content, m_database.clock().today());
        for (Finding& finding : findings_against(m_database, content))
            found.push_back(std::move(finding));
        content.findings.insert(content.findings.begin(), found.begin(), found.end());
        return std::move(m_gathered);
    }

  private:
    Facts& facts() { return m_gathered.facts; }
    const ReturnPeriod& period() const { return m_gathered.facts.period; }

    const SheetPlan* sheet_of(SheetPlan::Kind kind) const {
        const auto& sheets = m_gathered.content.layout.sheets;
        const auto found = std::find_if(sheets.begin(), sheets.end(),
                                        [&](const SheetPlan& one) { return one.kind == kind; });
        return found == sheets.end() ? nullptr : &*found;
    }

    void describe(const RunningClass& one) {
        m_pack = programmes::load_pack(m_database, one.taught.pack);
        const auto institution = institutions::load_institution(m_database, one.taught.institution);
        ClassFacts& known = facts().classes.emplace_back();
        known.programme = one.listed.programme;
        known.programme_name = m_pack.name;
        known.level = one.taught.level.value_or("");
        known.level_place = m_pack.levels.size();
        for (std::size_t at = 0; at < m_pack.levels.size(); ++at)
            if (m_pack.levels[at].key == known.level) {
                known.level_place = at;
                known.level_name = m_pack.levels[at].name;
            }
        known.institution = core::to_text(institution.uid);
        known.institution_name = {institution.name_km,
                                  institution.name.empty() ? institution.name_km : institution.name};
        known.kind = institution.kind;
        known.site = institution.site;
    }

    void count_days(const RunningClass& one, ClassLine& line) const {
        const auto days = attendance::load_class_days(m_database, one.taught, days_of(period()));
        for (const attendance::MonthDays& month : days.months) {
            line.school_days += month.school().count();
            line.taken_days += month.counted().count();
            line.not_recorded += month.not_recorded(m_database.clock().today()).count();
        }
    }

    void count_learners(const RunningClass& one, ClassLine& line) {
        std::vector<learners::LearnerId> seen;
        for (const auto& member :
             attendance::load_class_attendance(m_database, one.listed.id, days_of(period()))) {
            add_stint(member);
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

    void add_stint(const attendance::Attendance& member) {
        const classes::Enrolment& enrolment = member.learner.enrolment;
        const auto learner = learners::load_learner(m_database, enrolment.learner);
        Stint stint;
        stint.learner = enrolment.learner;
        stint.enrolment = enrolment.id;
        stint.class_at = static_cast<std::uint32_t>(facts().classes.size() - 1);
        stint.first_day = enrolment.first_day;
        stint.last_day = enrolment.last_day;
        stint.reason = enrolment.reason;
        stint.sex = member.learner.sex;
        stint.disability = learners::has_disability(learner);
        if (learners::has_equity_card(learner, period().last_day())) stint.equity = learner.equity_level;
        stint.ethnicity = place_of(learner.ethnicity);
        if (learner.born) add_age(stint, *learner.born, learner.number);
        stint.awarded = m_issued.has(enrolment.id);
        facts().stints.push_back(stint);
    }

    void add_age(Stint& stint, const core::PartialDate& born, const std::string& number) {
        const int age = core::age_on(born, period().last_day());
        if (const auto band = band_of(facts().layout.bands, age))
            stint.age_band = static_cast<std::uint32_t>(*band);
        if (auto finding = age_finding(number, number, age))
            m_gathered.content.findings.push_back(std::move(*finding));
    }

    std::optional<std::uint32_t> place_of(const std::optional<std::string>& ethnicity) {
        if (!ethnicity || ethnicity->empty()) return std::nullopt;
        const auto [at, is_new] =
            m_ethnicities.emplace(*ethnicity, static_cast<std::uint32_t>(facts().ethnicities.size()));
        if (is_new) facts().ethnicities.push_back(*ethnicity);
        return at->second;
    }

    // The result of a class counts in the period in which it ended.
    bool ended_here(const RunningClass& one) const {
        const core::Day end = end_of(one.taught);
        return period().first_day() <= end && end <= period().last_day();
    }

    void add_results(const RunningClass& one, ClassLine& line) {
        const std::string& last = assessment::final_period(m_pack);
        for (const programmes::Period& marked : m_pack.periods) {
            const auto results = assessment::load_results(m_database, one.listed.id, marked.key);
            if (!results || std::none_of(results->rows.begin(), results->rows.end(),
                                         [](const auto& row) { return row.result.average.has_value(); }))
                continue;
            line.has_results = true;
            add_result(line, marked, assessment::distribution_of(*results));
            if (marked.key == last && ended_here(one)) give_results(*results, end_of(one.taught));
        }
    }

    void give_results(const assessment::ClassResults& results, core::Day ended) {
        std::unordered_map<classes::EnrolmentId, const assessment::Result*> by_enrolment;
        for (const auto& row : results.rows)
            by_enrolment.emplace(row.learner.enrolment.id, &row.result);
        const auto here = static_cast<std::uint32_t>(facts().classes.size() - 1);
        for (auto stint = facts().stints.rbegin(); stint != facts().stints.rend() && stint->class_at == here;
             ++stint) {
            const auto found = by_enrolment.find(stint->enrolment);
            if (found == by_enrolment.end()) continue;
            stint->verdict = found->second->verdict;
            stint->standing = found->second->standing;
            stint->ended = ended;
            if (!found->second->grade.empty()) stint->grade = letter_place(found->second->grade);
        }
    }

    std::uint32_t letter_place(const std::string& letter) {
        auto& letters = m_gathered.content.letters;
        const auto found = std::find(letters.begin(), letters.end(), letter);
        if (found == letters.end()) letters.push_back(letter);
        return static_cast<std::uint32_t>(
            std::distance(letters.begin(), found == letters.end() ? std::prev(letters.end()) : found));
    }

    void add_result(const ClassLine& line, const programmes::Period& marked,
                    const assessment::Distribution& counted) {
        ResultLine& result = m_gathered.content.results.emplace_back();
        result.class_uid = line.uid;
        result.class_name = line.name;
        result.programme = line.programme;
        result.programme_name = line.programme_name;
        result.period = marked.key;
        result.period_name = marked.name.km.empty() ? marked.name.en : marked.name.km;
        result.learners = counted.learners;
        result.pass = counted.pass;
        result.fail = counted.fail;
        result.incomplete = counted.incomplete;
        for (const auto& grade : counted.grades) {
            result.grades[grade.letter] = grade.count;
            letter_place(grade.letter);
        }
    }

    void add_declared() {
        ReturnContent& content = m_gathered.content;
        const auto declared = list_declared(m_database, period().to_text());
        const std::string office = office::load_office(m_database).name_km;
        for (const DeclaredFigure& one : declared)
            if (content.layout.declared(one.figure) == nullptr)
                content.findings.push_back(
                    {Weight::block, core::Error{"declared.not-in-layout"}.with("figure", one.figure), {}});
        for (const Declarable& what : content.layout.declarable)
            for (const DeclaredFigure& one : declared) {
                if (one.figure != what.key) continue;
                DeclaredLine& line =
                    content.declared.emplace_back(DeclaredLine{.figure = one.figure,
                                                               .name = what.name,
                                                               .unit = what.unit,
                                                               .place = "office",
                                                               .institution = office,
                                                               .total = one.total,
                                                               .female = one.female.value_or(0),
                                                               .source = one.source,
                                                               .source_day = one.source_day,
                                                               .declared_by = one.declared_by});
                if (!one.institution) continue;
                const auto institution = institutions::load_institution(m_database, *one.institution);
                line.place = core::to_text(institution.uid);
                line.institution = institution.name_km;
                // Nobody should be told twice.
                if (what.unit == Declarable::Unit::people && what.beside == "learners" &&
                    in_registers(line.place))
                    content.findings.push_back(
                        {Weight::hint,
                         core::Error{"declared.beside-registers"}.with("institution", line.institution),
                         {"declared", line.key(), "total"}});
            }
    }

    bool in_registers(const std::string& institution) {
        return std::any_of(facts().stints.begin(), facts().stints.end(), [&](const Stint& stint) {
            return facts().classes[stint.class_at].institution == institution;
        });
    }

    // Stints of one learner in the order they began.
    void number_stints() {
        auto& stints = facts().stints;
        std::sort(stints.begin(), stints.end(), [](const Stint& a, const Stint& b) {
            return std::tie(a.learner, a.first_day, a.enrolment) <
                   std::tie(b.learner, b.first_day, b.enrolment);
        });
        int ordinal = 1;
        for (std::size_t at = 1; at < stints.size(); ++at) {
            ordinal = stints[at].learner == stints[at - 1].learner ? ordinal + 1 : 1;
            if (ordinal > 1) m_gathered.ordinals.emplace(stints[at].enrolment, ordinal);
        }
    }

    const storage::Database& m_database;
    Gathered m_gathered;
    IssuedNumbers m_issued;
    ClassScores m_scores;
    programmes::Pack m_pack; // of the class being read
    std::map<std::string, std::uint32_t> m_ethnicities;
};

} // namespace

const FilledSheet* ReturnContent::main() const {
    const auto found = std::find_if(sheets.begin(), sheets.end(), [](const FilledSheet& one) {
        return one.plan.kind == SheetPlan::Kind::figures && one.plan.group == Group::programme;
    });
    return found == sheets.end() ? nullptr : &*found;
}

const Figures& ReturnContent::all() const {
    static const Figures nobody;
    const FilledSheet* sheet = main();
    return sheet == nullptr ? nobody : sheet->all;
}

DeclaredSum ReturnContent::declared_of(std::string_view figure) const {
    DeclaredSum sum;
    for (const DeclaredLine& line : declared) {
        if (line.figure != figure) continue;
        sum.total += line.total;
        sum.female += line.female;
        ++sum.lines;
    }
    return sum;
}

DeclaredSum ReturnContent::declared_beside(std::string_view figure) const {
    DeclaredSum sum;
    for (const Declarable& what : layout.declarable) {
        if (what.beside != figure) continue;
        const DeclaredSum more = declared_of(what.key);
        sum.total += more.total;
        sum.female += more.female;
        sum.lines += more.lines;
    }
    return sum;
}

std::string result_key(const ResultLine& line) {
    return core::to_text(line.class_uid) + '/' + line.period;
}

Gathered gather(const storage::Database& database, const ReturnPeriod& period, const Layout& layout,
                core::Progress& progress) {
    const auto running = classes_in(database, period);
    Gatherer gatherer(database, period, layout);
    const auto total = static_cast<std::int64_t>(running.size());
    std::int64_t done = 0;
    for (const RunningClass& one : running) {
        step(progress, done++, total);
        gatherer.add(one);
    }
    step(progress, total, total);
    Gathered gathered = gatherer.finish(running);
    ReturnContent& content = gathered.content;
    content.months = accepted_months_that_differ(database, period, progress);
    for (Finding& finding : findings_of(content.months))
        content.findings.push_back(std::move(finding));
    return gathered;
}

} // namespace returns
