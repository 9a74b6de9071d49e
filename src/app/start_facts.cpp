// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start_facts.hpp"

#include "assessment/missing_marks.hpp"
#include "attendance/follow_up.hpp"
#include "attendance/rate_store.hpp"
#include "backups/schedule.hpp"
#include "classes/class_store.hpp"
#include "identity/look_alikes.hpp"
#include "imports/import_store.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_list.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"

#include <algorithm>
#include <set>

namespace app {

namespace {

// How far back the register of an open class is looked at: what is older shows on the class's own page.
constexpr auto looked_back = std::chrono::days{62};
constexpr std::size_t most_bars = 6; // a card has room for no more

using Groups = std::map<std::string, StartGroup>;

void add_to(StartGroup& group, const classes::ClassRow& row) {
    if (group.learners == 0) group.first = row.id;
    group.learners += row.learners;
    group.female += row.female;
}

std::vector<StartGroup> largest(const Groups& groups) {
    std::vector<StartGroup> all;
    for (const auto& [key, group] : groups)
        all.push_back(group);
    std::stable_sort(all.begin(), all.end(),
                     [](const StartGroup& a, const StartGroup& b) { return a.learners > b.learners; });
    if (all.size() > most_bars) all.resize(most_bars);
    return all;
}

void look_at_register(StartFacts& facts, const storage::Database& database, const classes::ClassRow& row) {
    const core::Day since{std::chrono::sys_days{facts.today} - looked_back};
    const attendance::Period period{std::max(row.first_day, since), std::min(row.last_day, facts.today)};
    if (period.first > period.last) return;
    const auto days = attendance::not_recorded_days(database, row.id, period);
    if (days.empty()) return;
    if (facts.unrecorded_classes == 0)
        facts.first_unrecorded = std::to_string(static_cast<std::int64_t>(row.id)) + ' ' +
                                 core::to_iso(core::month_of(days.front()));
    facts.unrecorded_days += static_cast<std::int64_t>(days.size());
    ++facts.unrecorded_classes;
}

void look_at_classes(StartFacts& facts, const storage::Database& database, core::Progress& progress) {
    Groups by_programme, by_institution;
    for (const classes::ClassRow& row : classes::list_classes(database)) {
        if (progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
        facts.courses.push_back({row.first_day, row.last_day});
        if (row.status != classes::Status::open) continue;
        ++facts.open;
        facts.enrolled += row.learners;
        facts.female += row.female;
        StartGroup& programme = by_programme[row.programme];
        if (programme.name_km.empty()) {
            const programmes::Wording name = programmes::programme_name(database, row.programme);
            programme.name_km = name.km;
            programme.name = name.en;
        }
        add_to(programme, row);
        StartGroup& institution = by_institution[row.institution_km + row.institution_name];
        institution.name_km = row.institution_km;
        institution.name = row.institution_name;
        add_to(institution, row);
        if (row.last_day < facts.today) ++facts.over;
        look_at_register(facts, database, row);
    }
    facts.taught_at = static_cast<std::int64_t>(by_institution.size());
    facts.by_programme = largest(by_programme);
    facts.by_institution = largest(by_institution);
}

void look_at_attendance(StartFacts& facts, const storage::Database& database, core::Progress& progress) {
    const core::Month now = core::month_of(facts.today);
    facts.months = attendance::load_group_rates(
        database, {.period = {core::first_day(now - std::chrono::months{11}), facts.today}},
        attendance::RateBy::month, progress);
    auto& rows = facts.months.rows;
    std::erase_if(rows, [](const attendance::GroupRate& row) { return row.all.tally.taken == 0; });
    if (rows.size() > most_bars) rows.erase(rows.begin(), rows.end() - most_bars);
    // In November the school year is new, and its registers are not yet there.
    const core::Day last =
        rows.empty() ? facts.today
                     : std::min(facts.today, core::last_day(*core::month_from_iso(rows.back().key)));
    const attendance::Period year{attendance::school_year(last).first, last};
    const attendance::Period month{core::first_day(core::month_of(last)), last};
    std::map<learners::LearnerId, core::Sex> at_risk;
    const auto add = [&](const auto& list) {
        for (const auto& one : list)
            at_risk.emplace(one.learner.enrolment.learner, one.learner.sex);
    };
    add(attendance::find_low_rates(database, {.period = year, .open_only = true}, progress));
    add(attendance::find_over_limits(database, {.period = year, .open_only = true}, progress));
    add(attendance::find_long_absences(database, {.period = month, .open_only = true},
                                       attendance::usual_days_in_a_row, progress));
    facts.at_risk = static_cast<std::int64_t>(at_risk.size());
    facts.at_risk_female = std::count_if(at_risk.begin(), at_risk.end(),
                                         [](const auto& one) { return one.second == core::Sex::female; });
}

void look_at_work(StartFacts& facts, const storage::Database& database, core::Progress& progress) {
    for (const assessment::MissingMarks& one : assessment::find_missing_marks(database, progress)) {
        if (!facts.first_markless) facts.first_markless = one.in;
        facts.markless_learners += one.learners.total;
        ++facts.markless_classes;
    }
    for (const certificates::Waiting& one : certificates::waiting_lists(database))
        ++facts.awaited[one.awaited];
    for (const imports::ImportSummary& one : imports::list_imports(database))
        if (!one.undone_at) facts.held_rows += one.held;
    facts.look_alikes =
        static_cast<std::int64_t>(identity::find_look_alikes(database, progress).pairs.size());
}

} // namespace

StartFacts load_start_facts(const storage::Database& database, core::Progress& progress) {
    StartFacts facts;
    const office::Office here = office::load_office(database);
    facts.today = database.clock().today();
    facts.province = here.level == office::Level::province;
    facts.sample = here.sample;
    facts.returns = returns::load_status(database);
    facts.clock_doubt = backups::clock_doubt(database);
    facts.last_backup = backups::last_proven(database);
    if (facts.province) return facts;
    facts.learners = learners::count_learners(database);
    facts.institutions = static_cast<std::int64_t>(institutions::list_institutions(database).size());
    look_at_classes(facts, database, progress);
    look_at_attendance(facts, database, progress);
    look_at_work(facts, database, progress);
    return facts;
}

} // namespace app
