// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/enrolment.hpp"

#include "core/words.hpp"

namespace classes {
namespace {

constexpr core::Words<LeavingReason, 9> reasons{{"dropped_out", "moved", "transferred", "work", "illness",
                                                 "marriage", "died", "entered_by_mistake", "other"}};

core::Error not_open(const Class& in) {
    return core::Error{"class.not-open"}.with("status", std::string{to_text(in.status)});
}

core::Error outside(core::Day day, core::Day first, core::Day last) {
    return core::Error{"enrolment.outside-class"}
        .with("day", core::to_iso(day))
        .with("first", core::to_iso(first))
        .with("last", core::to_iso(last));
}

} // namespace

std::string_view to_text(LeavingReason reason) {
    return reasons.text(reason);
}

std::optional<LeavingReason> leaving_reason_from_text(std::string_view text) {
    return reasons.value(text);
}

core::Expected<void> may_enrol(const Class& in, core::Day from, std::span<const Enrolment> earlier,
                               std::int64_t present) {
    if (in.status != Status::open) return core::fail(not_open(in));
    if (from < in.first_day || from > in.last_day)
        return core::fail(outside(from, in.first_day, in.last_day));
    if (!in.open_entry && from != in.first_day)
        return core::fail(core::Error{"class.entry-over"}
                              .with("day", core::to_iso(from))
                              .with("first", core::to_iso(in.first_day)));
    for (const Enrolment& enrolment : earlier) {
        if (enrolment.open())
            return core::fail(core::Error{"enrolment.open"}.with("since", core::to_iso(enrolment.first_day)));
        if (enrolment.reason != LeavingReason::entered_by_mistake && from <= *enrolment.last_day)
            return core::fail(core::Error{"enrolment.overlaps"}
                                  .with("day", core::to_iso(from))
                                  .with("until", core::to_iso(*enrolment.last_day)));
    }
    if (in.capacity && present >= *in.capacity)
        return core::fail(core::Error{"class.full"}.with("capacity", std::to_string(*in.capacity)));
    return {};
}

core::Expected<void> may_leave(const Class& in, const Enrolment& enrolment, core::Day last_day) {
    if (in.status != Status::open) return core::fail(not_open(in));
    if (!enrolment.open())
        return core::fail(core::Error{"enrolment.left"}.with("until", core::to_iso(*enrolment.last_day)));
    if (last_day < enrolment.first_day || last_day > in.last_day)
        return core::fail(outside(last_day, enrolment.first_day, in.last_day));
    return {};
}

std::optional<core::Error> age_hint(const programmes::AgeRange& meant,
                                    const std::optional<core::PartialDate>& born, core::Day on) {
    if (!born) return std::nullopt;
    const int age = core::age_on(*born, on);
    if ((!meant.from || age >= *meant.from) && (!meant.to || age <= *meant.to)) return std::nullopt;
    const auto text = [](const std::optional<int>& end) {
        return end ? std::to_string(*end) : std::string{};
    };
    return core::Error{"enrolment.age"}
        .with("age", std::to_string(age))
        .with("from", text(meant.from))
        .with("to", text(meant.to));
}

} // namespace classes
