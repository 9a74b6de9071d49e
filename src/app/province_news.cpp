// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/province_news.hpp"

#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <algorithm>

namespace app {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

bool has_sent(const returns::OfficeStatus& one) {
    return one.newest.has_value();
}
bool has_accepted(const returns::OfficeStatus& one) {
    return one.accepted.has_value();
}

// The newest month of which something came, else the last one that is over.
const returns::PeriodStatus* current_period(const returns::Status& status) {
    for (const returns::PeriodStatus& period : status.periods)
        if (std::any_of(period.offices.begin(), period.offices.end(), has_sent)) return &period;
    return status.periods.empty() ? nullptr : &status.periods.front();
}

std::vector<office::StartFigure> figures_of(const returns::PeriodStatus& period) {
    const auto all = static_cast<long long>(period.offices.size());
    const auto sent = std::count_if(period.offices.begin(), period.offices.end(), has_sent);
    const auto accepted = std::count_if(period.offices.begin(), period.offices.end(), has_accepted);
    const auto month = core::month_from_iso(period.period);
    const wxString shown = month ? widgets::shown(*month) : widgets::wx(period.period);
    return {{.id = "districts",
             .name = _("Districts of the province"),
             .value = number(all),
             .note = wxString(),
             .target = {"returns"}},
            {.id = "sent",
             // TRANSLATORS: a figure's name: how many districts sent their return of the month {1}.
             .name = fill(_("Sent for {1}"), {shown}),
             .value = number(sent),
             // TRANSLATORS: {1} districts have not sent.
             .note = fill(_("{1} not yet"), {number(all - sent)}),
             .target = {"returns"}},
            {.id = "accepted",
             // TRANSLATORS: a figure's name: of how many districts a return of the month {1} is accepted.
             .name = fill(_("Accepted for {1}"), {shown}),
             .value = number(accepted),
             .note = wxString(),
             .target = {"returns"}}};
}

office::StartTask task(std::string id, std::string icon, const wxString& sentence, Tone tone,
                       std::string what = {}) {
    return {.id = std::move(id),
            .icon = std::move(icon),
            .sentence = sentence,
            .tone = tone,
            .button = _("Returns"),
            .page = "returns",
            .what = std::move(what)};
}

std::vector<office::StartTask> tasks_of(const returns::Status& status, core::Month last) {
    std::vector<office::StartTask> tasks;
    if (status.received.empty())
        tasks.push_back(
            task("receive", "import", _("Take in the Excel files that the districts sent."), Tone::info));
    const auto to_decide = std::count_if(status.received.begin(), status.received.end(), [](const auto& one) {
        return one.state == returns::ReceivedState::received;
    });
    if (to_decide > 0)
        tasks.push_back(task(
            "decide", "check",
            fill(wxPLURAL("{1} return waits to be accepted or sent back.",
                          "{1} returns wait to be accepted or sent back.", static_cast<unsigned>(to_decide)),
                 {number(to_decide)}),
            Tone::warning));
    std::int64_t late = 0;
    for (const returns::PeriodStatus& of : status.periods)
        late += std::count_if(of.offices.begin(), of.offices.end(), [](const returns::OfficeStatus& one) {
            return one.standing == returns::Standing::late;
        });
    if (late > 0)
        tasks.push_back(
            task("late", "returns",
                 fill(wxPLURAL("{1} return is late.", "{1} returns are late.", static_cast<unsigned>(late)),
                      {number(late)}),
                 Tone::warning, "province"));
    for (const returns::PeriodStatus& of : status.periods) {
        const auto waited_for =
            std::count_if(of.offices.begin(), of.offices.end(),
                          [](const returns::OfficeStatus& one) { return !has_accepted(one); });
        if (of.period == core::to_iso(last) && waited_for > 0)
            // TRANSLATORS: {1} a month, {2} how many offices.
            tasks.push_back(task("returns", "returns",
                                 fill(_("Returns of {1}: {2} offices have none accepted yet."),
                                      {widgets::shown(last), number(waited_for)}),
                                 Tone::info, "province"));
    }
    return tasks;
}

} // namespace

office::StartNews province_news(const returns::Status& status, core::Day today) {
    const core::Month last = core::month_of(today) - std::chrono::months{1};
    office::StartNews news;
    if (const returns::PeriodStatus* period = current_period(status)) news.figures = figures_of(*period);
    news.tasks = tasks_of(status, last);
    return news;
}

} // namespace app
