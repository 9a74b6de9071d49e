// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/year.hpp"

#include "attendance/letter_store.hpp"
#include "demo/awards.hpp"
#include "demo/exams.hpp"
#include "demo/late_list.hpp"
#include "demo/months.hpp"
#include "demo/must.hpp"
#include "demo/sent_return.hpp"
#include "office/sample_mark.hpp"

#include <algorithm>

namespace demo {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view district = "0202";
constexpr core::Day founding_day = 2025y / 10 / 13;
// Classes are opened and their learners registered so many days before they begin.
constexpr std::chrono::days before_first{6};
constexpr core::Day late_list_day = 2025y / 11 / 10;
// The first month is sent when it is over; the second is complete and waits.
constexpr core::Day sending_day = 2025y / 12 / 3;
constexpr core::Month first_semester_ends = 2026y / 3;
constexpr core::Month approval_month = 2026y / 5;
constexpr core::Month issue_month = 2026y / 6;

core::Day days_before(core::Day day, std::chrono::days days) {
    return core::Day{std::chrono::sys_days{day} - days};
}

bool ends_in(const ClassPlan& plan, core::Month month) {
    return core::month_of(plan.last_day) == month;
}

// The periods of the class's programme that are examined in the month. The last literacy classes of the year
// and the second semester of those that stay open still wait for their marks.
std::vector<std::string> examined(const ClassPlan& plan, core::Month month) {
    const bool over = ends_in(plan, month);
    if (plan.programme == "literacy")
        return over && month != Year::last_month() ? std::vector<std::string>{"S1"}
                                                   : std::vector<std::string>{};
    if (month == first_semester_ends) return {"S1"};
    return over && plan.ending != Ending::open ? std::vector<std::string>{"S2"} : std::vector<std::string>{};
}

} // namespace

Year::Year(storage::Database& database, core::FixedClock& clock, const Plan& plan, documents::Fonts fonts)
    : m_database(database)
    , m_clock(clock)
    , m_plan(plan)
    , m_fonts(std::move(fonts))
    , m_people(database.random(), Names::shipped(), district_villages(database, district)) {}

storage::Transaction& Year::on(core::Day day) {
    m_clock.set(day);
    if (!m_tx) m_tx.emplace(m_database, storage::Actor{std::string(office::sample_maker)});
    return *m_tx;
}

storage::Database& Year::alone_on(core::Day day) {
    finish();
    m_clock.set(day);
    return m_database;
}

void Year::finish() {
    if (m_tx) m_tx->commit();
    m_tx.reset();
}

void Year::found() {
    storage::Transaction& tx = on(founding_day);
    // ឈ, ill, is what many centres write for an absence with permission.
    must(attendance::set_letter(tx, "ឈ", attendance::Mark::permission));
    m_centres = found_centres(tx, m_plan.centres);
}

void Year::live(core::Month month) {
    open_classes(on(days_before(core::first_day(month), before_first)), month);
    if (core::month_of(late_list_day) == month) import_late_list(alone_on(late_list_day), open_one());
    if (core::month_of(sending_day) == month) send_return(alone_on(sending_day), first_month());
    storage::Transaction& tx = on(core::last_day(month));
    record(tx, month);
    examine(tx, month);
    award(tx, month);
    if (month == last_month()) recognise(tx);
}

void Year::recognise(storage::Transaction& tx) {
    const auto running = std::find_if(m_classes.begin(), m_classes.end(), [](const RunningClass& one) {
        return one.plan.ending == Ending::open && one.plan.programme == "primary-equivalency";
    });
    if (running != m_classes.end()) recognise_learning(tx, *running);
}

RunningClass& Year::open_one() {
    return *std::find_if(m_classes.begin(), m_classes.end(),
                         [](const RunningClass& running) { return running.plan.ending == Ending::open; });
}

void Year::open_classes(storage::Transaction& tx, core::Month month) {
    for (const ClassPlan& plan : m_plan.classes)
        if (core::month_of(plan.first_day) == month)
            m_classes.push_back(open_class(tx, plan, m_centres[plan.centre], m_people));
}

void Year::record(storage::Transaction& tx, core::Month month) {
    for (RunningClass& running : m_classes) {
        if (running.plan.last_day < core::first_day(month)) continue;
        if (core::first_day(month) > running.plan.first_day) let_some_leave(tx, running, month);
        record_month(tx, running, month);
    }
}

void Year::examine(storage::Transaction& tx, core::Month month) {
    for (const RunningClass& running : m_classes)
        for (const std::string& period : examined(running.plan, month))
            mark_period(tx, running, period);
}

void Year::award(storage::Transaction& tx, core::Month month) {
    for (const RunningClass& running : m_classes) {
        const Ending ending = running.plan.ending;
        if (ending == Ending::open) continue;
        if (ends_in(running.plan, month)) close_class(tx, running);
        if (ending != Ending::refusals && month == approval_month) approve_awards(tx, running);
        if (ending == Ending::issued && month == issue_month) issue_certificates(tx, running, m_fonts);
    }
}

} // namespace demo
