// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start_news.hpp"

#include "app/province_news.hpp"
#include "attendance/rate_chart.hpp"
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
std::string id_text(classes::ClassId id) {
    return std::to_string(static_cast<std::int64_t>(id));
}

std::vector<office::StartTask> first_steps(const StartFacts& facts) {
    std::vector<office::StartTask> tasks;
    if (facts.institutions == 0)
        tasks.push_back({.id = "institution",
                         .icon = "institution",
                         .sentence = _("Register the schools and community learning centres of the office."),
                         .button = _("Institutions"),
                         .page = "classes",
                         .what = "institutions"});
    if (facts.learners == 0)
        tasks.push_back(
            {.id = "learners",
             .icon = "import",
             .sentence = _("Bring in the learners from a centre's Excel list, or register them by hand."),
             .button = _("Learners"),
             .page = "learners",
             .what = {}});
    else if (facts.open == 0 && facts.awaited.empty())
        tasks.push_back({.id = "class",
                         .icon = "classes",
                         .sentence = _("Open a class and enrol its learners."),
                         .button = _("Classes"),
                         .page = "classes",
                         .what = {}});
    return tasks;
}

void add_register_work(std::vector<office::StartTask>& tasks, const StartFacts& facts) {
    if (facts.unrecorded_days > 0)
        tasks.push_back({.id = "attendance",
                         .icon = "attendance",
                         .sentence = fill(_("Registers to type: {1} days in {2} classes are not recorded."),
                                          {number(facts.unrecorded_days), number(facts.unrecorded_classes)}),
                         .tone = Tone::warning,
                         .button = _("Attendance"),
                         .page = "attendance",
                         .what = facts.first_unrecorded});
    if (facts.markless_learners > 0)
        tasks.push_back({.id = "marks",
                         .icon = "assessment",
                         // TRANSLATORS: marks of periods that are over; {1} learners, {2} classes.
                         .sentence = fill(_("Marks missing: {1} learners in {2} classes."),
                                          {number(facts.markless_learners), number(facts.markless_classes)}),
                         .tone = Tone::warning,
                         .button = _("Scores"),
                         .page = "assessment",
                         .what = id_text(*facts.first_markless)});
    if (facts.over > 0)
        tasks.push_back(
            {.id = "close",
             .icon = "classes",
             .sentence = counted(wxPLURAL("{1} class is past its last day: complete and close it.",
                                          "{1} classes are past their last day: complete and close them.",
                                          as_count(facts.over)),
                                 facts.over),
             .tone = Tone::warning,
             .button = _("Classes"),
             .page = "classes",
             .what = {}});
}

wxString awaited_sentence(certificates::Awaited what, std::int64_t count) {
    using certificates::Awaited;
    const unsigned many = as_count(count);
    switch (what) {
    case Awaited::preparation:
        return wxPLURAL("{1} closed class waits for its award list.",
                        "{1} closed classes wait for their award lists.", many);
    case Awaited::check:
        return wxPLURAL("{1} award list waits to be checked.", "{1} award lists wait to be checked.", many);
    case Awaited::approval:
        return wxPLURAL("{1} award list waits to be approved.", "{1} award lists wait to be approved.", many);
    case Awaited::mending:
        return wxPLURAL("{1} award list was sent back to be mended.",
                        "{1} award lists were sent back to be mended.", many);
    case Awaited::issue:
        break;
    }
    return wxPLURAL("{1} approved class waits for its certificates to be issued.",
                    "{1} approved classes wait for their certificates to be issued.", many);
}

void add_awards(std::vector<office::StartTask>& tasks, const StartFacts& facts) {
    for (const auto& [what, count] : facts.awaited)
        tasks.push_back(
            {.id = what == certificates::Awaited::issue ? "issue" : "award-" + std::string{to_text(what)},
             .icon = "certificates",
             .sentence = counted(awaited_sentence(what, count), count),
             .tone = what == certificates::Awaited::mending ? Tone::warning : Tone::info,
             .button = _("Certificates"),
             .page = "certificates",
             .what = {}});
}

// What a person must look at side by side.
void add_review(std::vector<office::StartTask>& tasks, const StartFacts& facts) {
    if (facts.held_rows > 0)
        tasks.push_back({.id = "held",
                         .icon = "import",
                         .sentence = counted(wxPLURAL("{1} row of an import waits for a decision.",
                                                      "{1} rows of imports wait for a decision.",
                                                      as_count(facts.held_rows)),
                                             facts.held_rows),
                         .button = _("Import history"),
                         .page = "learners",
                         .what = "imports"});
    if (facts.look_alikes > 0)
        tasks.push_back({.id = "look-alikes",
                         .icon = "learners",
                         .sentence = counted(wxPLURAL("{1} pair of records may be one person.",
                                                      "{1} pairs of records may be one person each.",
                                                      as_count(facts.look_alikes)),
                                             facts.look_alikes),
                         .button = _("Look-alikes"),
                         .page = "learners",
                         .what = "look-alikes"});
}

core::Month last_month(const StartFacts& facts) {
    return core::month_of(facts.today) - std::chrono::months{1};
}

// What a district has yet to build: months that are over, within the last year, in which a class ran.
void add_returns(std::vector<office::StartTask>& tasks, const StartFacts& facts) {
    const returns::Status& status = facts.returns;
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
    const core::Month last = last_month(facts);
    for (core::Month month = last - std::chrono::months{11}; month <= last; month += std::chrono::months{1}) {
        const bool ran =
            std::any_of(facts.courses.begin(), facts.courses.end(), [&](const attendance::Period& course) {
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
void add_backup(std::vector<office::StartTask>& tasks, const office::Session& session,
                const StartFacts& facts) {
    if (facts.sample) return;
    if (facts.clock_doubt) {
        tasks.push_back({.id = "clock",
                         .icon = "backup",
                         .sentence = session.sentence(*facts.clock_doubt),
                         .tone = Tone::bad,
                         .button = _("Settings"),
                         .page = "settings",
                         .what = "backups"});
        return;
    }
    const auto last = facts.last_backup;
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

// Of the month that goes on; nothing where no day of it was taken.
wxString rate_this_month(const StartFacts& facts) {
    const std::string month = core::to_iso(core::month_of(facts.today));
    for (const attendance::GroupRate& row : facts.months.rows)
        if (const auto rate = row.all.rate(); row.key == month && rate)
            return widgets::wx(core::format_percent(*rate)) + " %";
    return widgets::wx("–");
}

// The month before, or the last one that has a register.
wxString rate_before(const StartFacts& facts) {
    const std::string month = core::to_iso(core::month_of(facts.today));
    const auto& rows = facts.months.rows;
    const auto before = std::find_if(rows.rbegin(), rows.rend(),
                                     [&](const attendance::GroupRate& row) { return row.key != month; });
    if (before == rows.rend()) return {};
    // TRANSLATORS: beside this month's attendance rate: {1} another month, {2} its rate.
    return fill(_("{1}: {2} %"), {widgets::shown(core::month_from_iso(before->key).value()),
                                  widgets::wx(core::format_percent(*before->all.rate()))});
}

std::vector<office::StartFigure> figures_of(const StartFacts& facts) {
    return {{.id = "learners",
             .name = _("Learners in the register"),
             .value = number(facts.learners),
             .note = wxString(),
             .target = {"learners"}},
            {.id = "enrolled",
             .name = _("In open classes"),
             .value = number(facts.enrolled),
             .note = fill(_("{1} female"), {number(facts.female)}),
             .target = {"classes"}},
            {.id = "classes",
             .name = _("Open classes"),
             .value = number(facts.open),
             .note = facts.taught_at == 0 ? wxString()
                                          // TRANSLATORS: open classes are taught at {1} institutions.
                                          : fill(_("at {1} institutions"), {number(facts.taught_at)}),
             .target = {"classes"}},
            {.id = "rate",
             .name = _("Attendance this month"),
             .value = rate_this_month(facts),
             .note = rate_before(facts),
             .target = {"attendance", "rates"}},
            {.id = "at-risk",
             // TRANSLATORS: a figure's name: learners who come too seldom or stay away.
             .name = _("At risk"),
             .value = number(facts.at_risk),
             .note = fill(_("{1} female"), {number(facts.at_risk_female)}),
             .target = {"attendance", "low-rates"},
             .tone = facts.at_risk > 0 ? Tone::bad : Tone::plain}};
}

std::string said(const wxString& words) {
    return widgets::utf8(words);
}

office::StartChart chart_of(std::string id, const wxString& title, const std::vector<StartGroup>& groups,
                            bool khmer) {
    office::StartChart made{std::move(id), {}, {}};
    made.chart.title = said(title);
    made.chart.series = {{said(_("All")), {}}, {said(_("Women")), {}}};
    // TRANSLATORS: at a bar of a chart: {1} how many people, {2} of whom women.
    made.chart.told = said(_("{1}, {2} female"));
    for (const StartGroup& one : groups) {
        const bool in_khmer = one.name.empty() || (khmer && !one.name_km.empty());
        made.chart.categories.push_back(in_khmer ? one.name_km : one.name);
        made.chart.series[0].values.emplace_back(one.learners);
        made.chart.series[1].values.emplace_back(one.female);
        made.targets.push_back({"classes", id_text(one.first)});
    }
    return made;
}

// Month by month; each opens the rates.
office::StartChart rates_of(const StartFacts& facts) {
    std::vector<std::string> names;
    for (const attendance::GroupRate& row : facts.months.rows)
        names.push_back(said(widgets::shown(core::month_from_iso(row.key).value())));
    office::StartChart made{
        "rates",
        attendance::rate_chart(
            facts.months, attendance::RateBy::month, std::move(names),
            {.title = said(_("Attendance by month")),
             .note = {},
             .line = said(fill(_("to reach: {1} %"), {number(attendance::scholarship_line / 100)})),
             .below = said(_("under what must be reached")),
             .nothing = said(_("No register was taken in these days."))}),
        {}};
    made.targets.assign(made.chart.categories.size(), {"attendance", "rates"});
    return made;
}

office::StartNews office_news(const StartFacts& facts, bool khmer) {
    office::StartNews news;
    news.figures = figures_of(facts);
    news.tasks = first_steps(facts);
    add_register_work(news.tasks, facts);
    add_awards(news.tasks, facts);
    add_returns(news.tasks, facts);
    add_review(news.tasks, facts);
    if (facts.enrolled > 0)
        news.charts = {
            rates_of(facts),
            chart_of("programmes", _("Learners in open classes, by programme"), facts.by_programme, khmer),
            chart_of("institutions", _("Learners in open classes, by institution"), facts.by_institution,
                     khmer)};
    return news;
}

} // namespace

office::StartNews start_news(const office::Session& session, const StartFacts& facts) {
    office::StartNews news = facts.province
                                 ? province_news(facts.returns, facts.today)
                                 : office_news(facts, session.language == widgets::Language::khmer);
    const bool begun = facts.province ? !facts.returns.received.empty() : facts.learners > 0;
    if (begun) add_backup(news.tasks, session, facts);
    const core::Day today = facts.today;
    // TRANSLATORS: today: {1} the weekday, {2} the day, {3} the month's name, {4} the year.
    news.subtitle = fill(_("{1}, {2} {3} {4}"), {widgets::weekday_name(core::iso_weekday(today)),
                                                 number(static_cast<unsigned>(today.day())),
                                                 widgets::month_name(static_cast<unsigned>(today.month())),
                                                 number(static_cast<int>(today.year()))});
    return news;
}

} // namespace app
