// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start_news.hpp"

#include "app/province_news.hpp"
#include "attendance/rate_store.hpp"
#include "backups/schedule.hpp"
#include "classes/class_store.hpp"
#include "classes/ui/class_words.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_list.hpp"
#include "office/office_store.hpp"
#include "returns/status.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <algorithm>
#include <map>
#include <string>

namespace app {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

wxString counted(const wxString& pattern, std::int64_t count) {
    return fill(pattern, {number(count)});
}
unsigned as_count(std::int64_t count) {
    return static_cast<unsigned>(count);
}

// How far back the register of an open class is looked at: what is older shows on the class's own page.
constexpr auto looked_back = std::chrono::days{62};

struct Waiting {
    std::int64_t learners = 0;
    std::int64_t female = 0;
    std::int64_t open = 0;
    std::int64_t over = 0;     // open, though their last day has passed
    std::int64_t closed = 0;   // closed, nothing approved yet
    std::int64_t approved = 0; // approved, nothing issued yet
    std::int64_t unrecorded_classes = 0;
    std::int64_t unrecorded_days = 0;
    std::vector<attendance::Period> courses; // from a class's first day to its last, of every class
    std::map<std::string, widgets::Bar> by_programme;
    std::map<std::string, widgets::Bar> by_institution;
};

void add_to(widgets::Bar& bar, const wxString& label, const classes::ClassRow& row) {
    bar.label = label;
    bar.value += row.learners;
    bar.female += row.female;
}

// The largest first; a card has room for six.
std::vector<widgets::Bar> largest(const std::map<std::string, widgets::Bar>& groups) {
    std::vector<widgets::Bar> bars;
    for (const auto& [key, bar] : groups)
        bars.push_back(bar);
    std::stable_sort(bars.begin(), bars.end(),
                     [](const widgets::Bar& a, const widgets::Bar& b) { return a.value > b.value; });
    if (bars.size() > 6) bars.resize(6);
    return bars;
}

Waiting look(const office::Session& session) {
    const core::Day today = session.database.clock().today();
    const core::Day since{std::chrono::sys_days{today} - looked_back};
    Waiting waiting;
    for (const classes::ClassRow& row : classes::list_classes(session.database)) {
        waiting.courses.push_back({row.first_day, row.last_day});
        waiting.closed += row.status == classes::Status::closed;
        waiting.approved += row.status == classes::Status::approved;
        if (row.status != classes::Status::open) continue;
        ++waiting.open;
        waiting.learners += row.learners;
        waiting.female += row.female;
        add_to(waiting.by_programme[row.programme], classes::programme_name(session, row.programme), row);
        const bool khmer = session.language == widgets::Language::khmer || row.institution_name.empty();
        add_to(waiting.by_institution[row.institution_km],
               widgets::wx(khmer ? row.institution_km : row.institution_name), row);
        if (row.last_day < today) ++waiting.over;
        const attendance::Period period{std::max(row.first_day, since), std::min(row.last_day, today)};
        if (period.first > period.last) continue;
        const auto days = attendance::not_recorded_days(session.database, row.id, period);
        waiting.unrecorded_days += static_cast<std::int64_t>(days.size());
        waiting.unrecorded_classes += days.empty() ? 0 : 1;
    }
    return waiting;
}

std::vector<office::StartTask> first_steps(const office::Session& session, std::int64_t learners,
                                           const Waiting& waiting) {
    std::vector<office::StartTask> tasks;
    if (institutions::list_institutions(session.database).empty())
        tasks.push_back({.id = "institution",
                         .icon = "institution",
                         .sentence = _("Register the schools and community learning centres of the office."),
                         .button = _("Institutions"),
                         .page = "classes",
                         .what = "institutions"});
    if (learners == 0)
        tasks.push_back(
            {.id = "learners",
             .icon = "import",
             .sentence = _("Bring in the learners from a centre's Excel list, or register them by hand."),
             .button = _("Learners"),
             .page = "learners",
             .what = {}});
    else if (waiting.open == 0 && waiting.closed == 0 && waiting.approved == 0)
        tasks.push_back({.id = "class",
                         .icon = "classes",
                         .sentence = _("Open a class and enrol its learners."),
                         .button = _("Classes"),
                         .page = "classes",
                         .what = {}});
    return tasks;
}

void add_class_work(std::vector<office::StartTask>& tasks, const Waiting& waiting) {
    if (waiting.unrecorded_days > 0)
        tasks.push_back(
            {.id = "attendance",
             .icon = "attendance",
             .sentence = fill(_("Registers to type: {1} days in {2} classes are not recorded."),
                              {number(waiting.unrecorded_days), number(waiting.unrecorded_classes)}),
             .tone = Tone::warning,
             .button = _("Attendance"),
             .page = "attendance",
             .what = {}});
    if (waiting.over > 0)
        tasks.push_back(
            {.id = "close",
             .icon = "classes",
             .sentence = counted(wxPLURAL("{1} class is past its last day: complete and close it.",
                                          "{1} classes are past their last day: complete and close them.",
                                          as_count(waiting.over)),
                                 waiting.over),
             .tone = Tone::warning,
             .button = _("Classes"),
             .page = "classes",
             .what = {}});
    if (waiting.closed > 0)
        tasks.push_back(
            {.id = "approve",
             .icon = "certificates",
             .sentence = counted(wxPLURAL("{1} closed class waits for the approval of its certificates.",
                                          "{1} closed classes wait for the approval of their certificates.",
                                          as_count(waiting.closed)),
                                 waiting.closed),
             .button = _("Certificates"),
             .page = "certificates",
             .what = {}});
    if (waiting.approved > 0)
        tasks.push_back(
            {.id = "issue",
             .icon = "certificates",
             .sentence = counted(wxPLURAL("{1} approved class waits for its certificates to be issued.",
                                          "{1} approved classes wait for their certificates to be issued.",
                                          as_count(waiting.approved)),
                                 waiting.approved),
             .button = _("Certificates"),
             .page = "certificates",
             .what = {}});
}

core::Month last_month(const office::Session& session) {
    return core::month_of(session.database.clock().today()) - std::chrono::months{1};
}

// What a district has yet to build: months that are over, within the last year, in which a class ran.
void add_returns(std::vector<office::StartTask>& tasks, const office::Session& session,
                 const Waiting& waiting) {
    const returns::Status status = returns::load_status(session.database);
    const auto to_mend =
        std::count_if(status.own.begin(), status.own.end(), [](const returns::OwnPeriod& one) {
            return one.standing == returns::OwnStanding::to_mend ||
                   one.standing == returns::OwnStanding::changed;
        });
    if (to_mend > 0)
        tasks.push_back({.id = "returns-mend",
                         .icon = "returns",
                         .sentence = fill(wxPLURAL("{1} return is to be mended and built anew.",
                                                   "{1} returns are to be mended and built anew.",
                                                   static_cast<unsigned>(to_mend)),
                                          {number(to_mend)}),
                         .tone = Tone::warning,
                         .button = _("Returns"),
                         .page = "returns",
                         .what = "board"});
    std::vector<core::Month> missing;
    const core::Month last = last_month(session);
    for (core::Month month = last - std::chrono::months{11}; month <= last; month += std::chrono::months{1}) {
        const bool ran = std::any_of(
            waiting.courses.begin(), waiting.courses.end(), [&](const attendance::Period& course) {
                return course.first <= core::last_day(month) && course.last >= core::first_day(month);
            });
        const std::string period = core::to_iso(month);
        const bool built = std::any_of(status.built.begin(), status.built.end(),
                                       [&](const returns::BuiltReturn& one) { return one.period == period; });
        if (ran && !built) missing.push_back(month);
    }
    if (missing.empty()) return;
    const wxString first = widgets::shown(missing.front());
    tasks.push_back(
        {.id = "returns",
         .icon = "returns",
         // TRANSLATORS: {1} how many months, {2} the first of them.
         .sentence = missing.size() == 1
                         ? fill(_("The return of {1} is not built yet."), {first})
                         : fill(_("The returns of {1} months are not built yet, the first of them {2}."),
                                {number(static_cast<long long>(missing.size())), first}),
         .tone = Tone::warning,
         .button = _("Returns"),
         .page = "returns",
         .what = core::to_iso(missing.front())});
}

// A week without a copy is a week that a broken disk takes along. Samples need none.
void add_backup(std::vector<office::StartTask>& tasks, const office::Session& session) {
    if (office::load_office(session.database).sample) return;
    if (const auto doubt = backups::clock_doubt(session.database)) {
        tasks.push_back({.id = "clock",
                         .icon = "backup",
                         .sentence = session.sentence(*doubt),
                         .tone = Tone::bad,
                         .button = _("Settings"),
                         .page = "settings",
                         .what = "backups"});
        return;
    }
    const auto last = backups::last_proven(session.database);
    if (last && session.database.clock().now() - *last < std::chrono::days{7}) return;
    tasks.push_back({.id = "backup",
                     .icon = "backup",
                     .sentence = last
                                     ? fill(_("The last backup that was proven is of {1}. Make a new one."),
                                            {widgets::shown(core::day_in_cambodia(*last))})
                                     : wxString(_("Make a first backup of the office file on another disk.")),
                     .tone = Tone::warning,
                     .button = _("Backups"),
                     .page = "settings",
                     .what = "backups"});
}

office::StartNews office_news(const office::Session& session) {
    const std::int64_t learners = learners::count_learners(session.database);
    const Waiting waiting = look(session);
    office::StartNews news;
    news.figures = {
        {.id = "learners",
         .name = _("Learners in the register"),
         .value = number(learners),
         .note = wxString(),
         .page = "learners"},
        {.id = "enrolled",
         .name = _("In open classes"),
         .value = number(waiting.learners),
         .note = fill(_("{1} female"), {number(waiting.female)}),
         .page = "classes"},
        {.id = "classes",
         .name = _("Open classes"),
         .value = number(waiting.open),
         .note = waiting.by_institution.empty()
                     ? wxString()
                     // TRANSLATORS: open classes are taught at {1} institutions.
                     : fill(_("at {1} institutions"),
                            {number(static_cast<long long>(waiting.by_institution.size()))}),
         .page = "classes"},
    };
    news.tasks = first_steps(session, learners, waiting);
    add_class_work(news.tasks, waiting);
    add_returns(news.tasks, session, waiting);
    news.begun = learners > 0;
    if (waiting.learners > 0)
        news.charts = {{.id = "programmes",
                        .title = _("Learners in open classes, by programme"),
                        .bars = largest(waiting.by_programme)},
                       {.id = "institutions",
                        .title = _("Learners in open classes, by institution"),
                        .bars = largest(waiting.by_institution)}};
    return news;
}

} // namespace

office::StartNews start_news(const office::Session& session) {
    const bool province = office::load_office(session.database).level == office::Level::province;
    office::StartNews news = province ? province_news(session) : office_news(session);
    if (news.begun) add_backup(news.tasks, session);
    const core::Day today = session.database.clock().today();
    // TRANSLATORS: today: {1} the weekday, {2} the day, {3} the month's name, {4} the year.
    news.subtitle = fill(_("{1}, {2} {3} {4}"), {widgets::weekday_name(core::iso_weekday(today)),
                                                 number(static_cast<unsigned>(today.day())),
                                                 widgets::month_name(static_cast<unsigned>(today.month())),
                                                 number(static_cast<int>(today.year()))});
    return news;
}

} // namespace app
