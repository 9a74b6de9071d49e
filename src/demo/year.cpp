// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/year.hpp"

#include "classes/class_store.hpp"
#include "demo/exams.hpp"
#include "demo/months.hpp"
#include "demo/must.hpp"

namespace demo {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view district = "0202";
constexpr core::Day founding_day = 2025y / 10 / 13;
// Classes are opened and their learners registered so many days before they begin.
constexpr std::chrono::days before_first{6};
constexpr core::Month first_semester_ends = 2026y / 3;

core::Day days_before(core::Day day, std::chrono::days days) {
    return core::Day{std::chrono::sys_days{day} - days};
}

bool ends_in(const ClassPlan& plan, core::Month month) {
    return core::month_of(plan.last_day) == month;
}

} // namespace

Year::Year(storage::Transaction& tx, core::FixedClock& clock, const Plan& plan)
    : m_tx(tx)
    , m_clock(clock)
    , m_plan(plan)
    , m_people(tx.database().random(), Names::shipped(), district_villages(tx.database(), district)) {}

void Year::found() {
    m_clock.set(founding_day);
    m_centres = found_centres(m_tx, m_plan.centres);
}

void Year::live(core::Month month) {
    m_clock.set(days_before(core::first_day(month), before_first));
    open_classes(month);
    m_clock.set(core::last_day(month));
    record(month);
    examine(month);
    close_classes(month);
}

void Year::open_classes(core::Month month) {
    for (const ClassPlan& plan : m_plan.classes)
        if (core::month_of(plan.first_day) == month)
            m_classes.push_back(open_class(m_tx, plan, m_centres[plan.centre], m_people));
}

void Year::record(core::Month month) {
    for (RunningClass& running : m_classes) {
        if (running.plan.last_day < core::first_day(month)) continue;
        if (core::first_day(month) > running.plan.first_day) let_some_leave(m_tx, running, month);
        record_month(m_tx, running, month);
    }
}

// Literacy classes have one period, marked when they end; the last ones of the year still wait for their
// marks.
void Year::examine(core::Month month) {
    for (const RunningClass& running : m_classes) {
        const bool literacy = running.plan.programme == "literacy";
        if (!literacy && month == first_semester_ends) mark_period(m_tx, running, "S1");
        if (literacy && ends_in(running.plan, month) && month != last_month())
            mark_period(m_tx, running, "S1");
    }
}

void Year::close_classes(core::Month month) {
    for (const RunningClass& running : m_classes)
        if (running.plan.ending != Ending::open && ends_in(running.plan, month))
            must(classes::close_class(m_tx, running.taught.id, m_tx.today()));
}

} // namespace demo
