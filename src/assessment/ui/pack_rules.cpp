// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that are no lists: names, formulas, result, attendance and award.
#include "assessment/ui/pack_parts.hpp"
#include "core/numerals.hpp"
#include "programmes/pack_edit.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <algorithm>
#include <array>

namespace assessment {
namespace {

using programmes::Pack;

constexpr PackForm::Range any_weight{1, 100'000}; // as a pack's file takes it
constexpr PackForm::Range days_a_year{0, 366, true};
constexpr std::array<std::int64_t, 4> steps{1, 25, 50, 100};

wxString without_marks(const Pack& pack) {
    if (pack.takes_marks()) return {};
    return _("This programme takes no marks: attendance alone decides. A subject makes it one with marks.");
}

void fill_programme(PackForm& form, std::size_t) {
    form.add_wording("name", _("Name in Khmer"), _("Name in English"),
                     [](Pack& pack) -> programmes::Wording& { return pack.name; });
    form.add_words("version", _("Name of the new version"), form.pack().version,
                   [](Pack& pack, const std::string& text) { pack.version = text; });
    form.section(_("Ages for which it is meant"));
    constexpr PackForm::Range age{0, 120, true};
    form.add_whole("from", _("From (empty: any)"), form.pack().ages.from, age,
                   [](Pack& pack, auto years) { pack.ages.from = years; });
    form.add_whole("to", _("To (empty: any)"), form.pack().ages.to, age,
                   [](Pack& pack, auto years) { pack.ages.to = years; });
}

void fill_averages(PackForm& form, std::size_t) {
    using namespace programmes;
    const Averaging& now = form.pack().averaging;
    form.add_pick("rounding", _("Rounding"), {_("A half goes up"), _("Cut off")},
                  now.rounding == Rounding::half_up ? 0 : 1, [](Pack& pack, int at) {
                      pack.averaging.rounding = at == 0 ? Rounding::half_up : Rounding::truncate;
                  });
    form.add_pick("decimals", _("Decimals"), {"0", "1", "2"}, now.decimals,
                  [](Pack& pack, int at) { pack.averaging.decimals = at; });
    form.add_pick("parts", _("Semester and year from averages"), {_("before rounding"), _("as printed")},
                  now.parts == Parts::exact ? 0 : 1,
                  [](Pack& pack, int at) { pack.averaging.parts = at == 0 ? Parts::exact : Parts::printed; });
    std::vector<wxString> words;
    for (const std::int64_t step : steps)
        words.push_back(widgets::wx(core::format_hundredths(step)));
    auto here = std::find(steps.begin(), steps.end(), now.mark_step);
    if (here == steps.end()) here = steps.begin();
    form.add_pick(
        "mark-step", _("Marks in steps of"), words, static_cast<int>(here - steps.begin()),
        [](Pack& pack, int at) { pack.averaging.mark_step = steps.at(static_cast<std::size_t>(at)); });
    form.add_decimal("divisor", _("Total divided by (empty: the weights)"), now.divisor,
                     {any_weight.from, any_weight.to, true},
                     [](Pack& pack, auto value) { pack.averaging.divisor = value; });
    form.add_decimal("maximum", _("Best average there can be"), now.maximum, any_weight,
                     [](Pack& pack, auto value) { pack.averaging.maximum = *value; });
    form.add_pick("ranking", _("Equal averages"),
                  {_("share a rank: 1, 2, 2, 4"), _("in the order of the list")},
                  now.ranking == Ranking::ties_share ? 0 : 1, [](Pack& pack, int at) {
                      pack.averaging.ranking = at == 0 ? Ranking::ties_share : Ranking::distinct;
                  });
}

// The periods that take marks and are no part of a mean: one of them can be the retest.
std::vector<std::string> retest_periods(const Pack& pack) {
    std::vector<std::string> found;
    for (const programmes::Period& one : pack.periods) {
        const bool counted =
            std::any_of(pack.periods.begin(), pack.periods.end(), [&](const programmes::Period& other) {
                return programmes::share_of(other, one.key) > 0;
            });
        if (one.takes_marks() && !counted) found.push_back(one.key);
    }
    return found;
}

void take_retest(Pack& pack, const std::string& period) {
    if (period.empty())
        pack.retest.reset();
    else if (pack.retest)
        pack.retest->period = period;
    else
        pack.retest = programmes::Retest{period, pack.averaging.pass_minimum * 4 / 5};
}

void fill_retest(PackForm& form) {
    using Effect = programmes::Retest::Effect;
    const Pack& now = form.pack();
    form.section(_("Retest"));
    const std::vector<std::string> periods = retest_periods(now);
    std::vector<wxString> names{_("There is none")};
    int chosen = 0;
    for (const std::string& key : periods) {
        if (now.retest && now.retest->period == key) chosen = static_cast<int>(names.size());
        names.push_back(form.draft().shown(programmes::find_period(now, key)->name));
    }
    const programmes::Retest retest = now.retest.value_or(programmes::Retest{});
    form.add_pick("period", _("Period of the retest"), names, chosen, [periods](Pack& pack, int at) {
        take_retest(pack, at == 0 ? std::string{} : periods[static_cast<std::size_t>(at) - 1]);
    });
    form.add_decimal("retest.minimum", _("Open from an average of"), retest.minimum, {0, any_weight.to},
                     [](Pack& pack, auto value) {
                         if (pack.retest) pack.retest->minimum = *value;
                     });
    form.add_pick("effect", _("Who passes it"),
                  {_("keeps the average, passed by retest"), _("gets its average")},
                  retest.effect == Effect::passes ? 0 : 1, [](Pack& pack, int at) {
                      if (pack.retest) pack.retest->effect = at == 0 ? Effect::passes : Effect::replaces;
                  });
}

void fill_result(PackForm& form, std::size_t) {
    const Pack& now = form.pack();
    form.add_decimal("pass-minimum", _("Pass mark"), now.averaging.pass_minimum, {0, any_weight.to},
                     [](Pack& pack, auto value) { pack.averaging.pass_minimum = *value; });
    form.add_pick("promotion", _("The result says"), {_("pass or fail"), _("promoted or repeats")},
                  now.promotion ? 1 : 0, [](Pack& pack, int at) {
                      if (at == 1 && !pack.promotion) pack.promotion.emplace();
                      if (at == 1) return;
                      // Nobody repeats where nobody is promoted.
                      pack.promotion.reset();
                      pack.attendance.repeats_past = false;
                  });
    fill_retest(form);
    form.section(_("Absence cuts the average"));
    const auto penalty = now.absence_penalty.value_or(programmes::AbsencePenalty{});
    form.add_decimal("cut", _("Cut from the average for each day (empty: none)"),
                     now.absence_penalty ? std::optional{penalty.cut} : std::nullopt,
                     {0, any_weight.to, true}, [](Pack& pack, auto value) {
                         if (!value || *value == 0)
                             pack.absence_penalty.reset();
                         else if (pack.absence_penalty)
                             pack.absence_penalty->cut = *value;
                         else
                             pack.absence_penalty = programmes::AbsencePenalty{*value};
                     });
    form.add_whole("free-days", _("Days before that begins"), penalty.free_days, days_a_year,
                   [](Pack& pack, auto days) {
                       if (pack.absence_penalty) pack.absence_penalty->free_days = days.value_or(0);
                   });
    form.add_pick("counts", _("Days that count"), {_("without leave"), _("with and without leave")},
                  penalty.with_leave_too ? 1 : 0, [](Pack& pack, int at) {
                      if (pack.absence_penalty) pack.absence_penalty->with_leave_too = at == 1;
                  });
}

void fill_attendance(PackForm& form, std::size_t) {
    const programmes::AttendanceRule& now = form.pack().attendance;
    constexpr PackForm::Range share{0, 1'000, false, 3};
    form.add_decimal("minimum-percent", _("Least attendance, %"), now.minimum_percent, {0, 10'000},
                     [](Pack& pack, auto value) { pack.attendance.minimum_percent = *value; });
    form.add_whole("minimum-hours", _("Least hours (empty: none)"), now.minimum_hours, {1, 10'000, true},
                   [](Pack& pack, auto hours) { pack.attendance.minimum_hours = hours; });
    form.add_decimal(
        "half-day-present", _("Half a day counts as (1: a whole day)"), now.half_day_present, share,
        [](Pack& pack, auto value) { pack.attendance.half_day_present = static_cast<int>(*value); });
    form.add_decimal("late-present", _("A late arrival counts as (1: a whole day)"), now.late_present, share,
                     [](Pack& pack, auto value) { pack.attendance.late_present = static_cast<int>(*value); });
    form.section(_("Absent too long: days in a school year"));
    form.add_whole("most-days-without", _("Most days without leave (empty: no limit)"), now.most_absent,
                   days_a_year, [](Pack& pack, auto days) { pack.attendance.most_absent = days; });
    form.add_whole("most-days-with-permission", _("Most days with leave (empty: no limit)"),
                   now.most_permission, days_a_year,
                   [](Pack& pack, auto days) { pack.attendance.most_permission = days; });
    form.add_pick("repeats-past", _("Who is past a limit"),
                  {_("is listed"), _("is listed, and repeats the grade")}, now.repeats_past ? 1 : 0,
                  [](Pack& pack, int at) { pack.attendance.repeats_past = at == 1; });
}

// Where each unit stands in the award, and how many of those to choose from.
void fill_award_units(PackForm& form) {
    form.section(_("Units it asks for"));
    for (const programmes::Unit& unit : form.pack().units) {
        const std::string key = unit.key;
        form.add_pick("award.units." + key, form.draft().shown(unit.name),
                      {_("not asked for"), _("needed"), _("one to choose from")},
                      static_cast<int>(programmes::use_of(form.pack().award, key)),
                      [key](Pack& pack, int at) {
                          programmes::use_unit(pack, pack.award, key, static_cast<programmes::UnitUse>(at));
                      });
    }
    form.add_whole("any", _("How many of those to choose from"), form.pack().award.any, {0, 100},
                   [](Pack& pack, auto number) { pack.award.any = *number; });
}

void fill_award(PackForm& form, std::size_t) {
    form.add_pick("template", _("Paper"), {_("The programme gives none"), _("Certificate of completion")},
                  form.pack().award.given() ? 1 : 0, [](Pack& pack, int at) {
                      pack.award.template_name = at == 1 ? "certificate-completion" : "";
                  });
    fill_award_units(form);
    form.section(_("Its words"));
    form.add_wording("title", _("Title in Khmer"), _("Title in English"),
                     [](Pack& pack) -> programmes::Wording& { return pack.award.title; });
    form.add_wording("statement", _("What it certifies, in Khmer"), _("What it certifies, in English"),
                     [](Pack& pack) -> programmes::Wording& { return pack.award.statement; });
}

} // namespace

PackPart programme_part() {
    return {.id = "programme", .title = _("Programme"), .tables = {"", "ages"}, .fill = fill_programme};
}

PackPart averages_part() {
    return {.id = "averages",
            .title = _("Averages"),
            .tables = {"averaging"},
            .fill = fill_averages,
            .nothing = without_marks};
}

PackPart result_part() {
    return {.id = "result",
            .title = _("Result and retest"),
            .tables = {"averaging", "retest", "promotion", "absence-penalty"},
            .fill = fill_result,
            .nothing = without_marks};
}

PackPart attendance_part() {
    return {.id = "attendance", .title = _("Attendance"), .tables = {"attendance"}, .fill = fill_attendance};
}

PackPart award_part() {
    return {.id = "award",
            .title = _("Award"),
            .tables = {"award"},
            .fill = fill_award,
            .nothing = [](const Pack& pack) {
                return pack.units.empty() ? _("An award needs a unit. Add one under Units first.")
                                          : wxString();
            }};
}

} // namespace assessment
