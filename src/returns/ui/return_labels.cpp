// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/return_labels.hpp"

#include "returns/return_period.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

namespace returns {

using widgets::number;

using widgets::Tone;

wxString weight_word(Weight weight) {
    switch (weight) {
    // TRANSLATORS: the weight of a finding in a return: it stands in the way.
    case Weight::block:
        return _("Blocks");
    // TRANSLATORS: the weight of a finding in a return: the office must explain it.
    case Weight::explain:
        return _("To be explained");
    // TRANSLATORS: the weight of a finding in a return: worth a look.
    case Weight::hint:
        return _("Hint");
    }
    return {};
}

Tone weight_tone(Weight weight) {
    switch (weight) {
    case Weight::block:
        return Tone::bad;
    case Weight::explain:
        return Tone::warning;
    case Weight::hint:
        return Tone::info;
    }
    return Tone::plain;
}

wxString verdict_word(FileVerdict verdict) {
    switch (verdict) {
    // TRANSLATORS: the verdict on a return's file: it says exactly what the office signed.
    case FileVerdict::verified:
        return _("Verified");
    // TRANSLATORS: the verdict on a return's file: cells were changed after it was signed.
    case FileVerdict::edited:
        return _("Edited");
    // TRANSLATORS: the verdict on a return's file: it carries no signature.
    case FileVerdict::unsigned_file:
        return _("Not signed");
    // TRANSLATORS: the verdict on a return's file: signed by another key than the office's known one.
    case FileVerdict::wrong_key:
        return _("Another key");
    // TRANSLATORS: the verdict on a return's file: its signature cannot be read.
    case FileVerdict::damaged:
        return _("Damaged");
    }
    return {};
}

Tone verdict_tone(FileVerdict verdict) {
    return verdict == FileVerdict::verified ? Tone::good : Tone::bad;
}

wxString order_word(Order order) {
    switch (order) {
    // TRANSLATORS: where a return's version stands among those that came before: none came.
    case Order::first:
        return _("First");
    // TRANSLATORS: where a return's version stands: it follows the newest.
    case Order::next:
        return _("Next");
    // TRANSLATORS: where a return's version stands: it came before.
    case Order::same:
        return _("Same");
    // TRANSLATORS: where a return's version stands: a newer one is here.
    case Order::older:
        return _("Older");
    // TRANSLATORS: where a return's version stands: versions in between have not come.
    case Order::gap:
        return _("Gap before it");
    }
    return {};
}

wxString state_word(ReceivedState state) {
    switch (state) {
    // TRANSLATORS: the state of a received return: nothing was decided yet.
    case ReceivedState::received:
        return _("To be decided");
    case ReceivedState::accepted:
        return _("Accepted");
    // TRANSLATORS: the state of a received return: a later version was accepted.
    case ReceivedState::replaced:
        return wxGETTEXT_IN_CONTEXT("return", "Replaced");
    case ReceivedState::rejected:
        return _("Sent back");
    }
    return {};
}

Tone state_tone(ReceivedState state) {
    switch (state) {
    case ReceivedState::received:
        return Tone::warning;
    case ReceivedState::accepted:
        return Tone::good;
    case ReceivedState::replaced:
        return Tone::muted;
    case ReceivedState::rejected:
        return Tone::bad;
    }
    return Tone::plain;
}

wxString period_words(const ReturnPeriod& period) {
    if (period.kind() == PeriodKind::month) return widgets::shown(core::month_of(period.first_day()));
    const auto year = core::SchoolYear::of(period.first_day());
    const wxString years = widgets::wx(year.to_text());
    if (period.kind() == PeriodKind::year) return years;
    // TRANSLATORS: {1} a school year, "2025-2026"
    return widgets::fill(
        period.first_day() == year.first_day() ? _("Semester 1 of {1}") : _("Semester 2 of {1}"), {years});
}

wxString period_words(std::string_view period) {
    const auto read = ReturnPeriod::from_text(period);
    return read ? period_words(*read) : widgets::wx(period);
}

wxString place_words(const core::Place& place) {
    wxString words = widgets::wx(place.sheet);
    if (!place.cell.empty()) words += (words.empty() ? "" : " ") + widgets::wx(place.cell);
    return words;
}

wxString moment_words(core::Moment moment) {
    return widgets::shown(moment);
}

const std::string& in_language(const office::Session& session, const Wording& words) {
    return session.language == widgets::Language::khmer || words.en.empty() ? words.km : words.en;
}

wxString value_of(const Figure& figure, const Figures& figures, bool female) {
    if (figure.kind == Figure::Kind::heading) return {};
    const LearnerDays& days = female ? figures.days_female : figures.days;
    const Count count = figures.count(figure.key);
    switch (figure.counted) {
    case Counted::classes:
        return female ? wxString() : number(count.total);
    case Counted::people:
    case Counted::educators:
        return number(female ? count.female : count.total);
    case Counted::days_taken:
        return number(days.taken);
    case Counted::days_present:
        return widgets::figure(core::format_decimal(days.present_thousandths / 10, 2));
    case Counted::rate: {
        const std::string rate = days.rate();
        return rate.empty() ? wxString() : widgets::wx(rate) + " %";
    }
    }
    return {};
}

} // namespace returns
