// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/attendance_json.hpp"

#include "attendance/shown_days.hpp"

namespace ctl {
namespace {

Json class_json(const attendance::ClassHeading& in) {
    return {{"id", static_cast<std::int64_t>(in.id)},
            {"name_km", in.name_km},
            {"institution", in.institution_km}};
}

Json learner_json(const classes::ClassLearner& learner, const attendance::ClassHeading& in) {
    return {{"id", static_cast<std::int64_t>(learner.enrolment.learner)},
            {"number", learner.number},
            {"name_km", learner.name_km},
            {"name", learner.name},
            {"sex", core::to_text(learner.sex)},
            {"class", class_json(in)}};
}

Json limit_json(const std::optional<int>& most) {
    return most ? Json(*most) : Json(nullptr);
}

Json attended_json(const attendance::Attended& one) {
    const auto rate = one.rate();
    return {{"learners", one.learners},
            {"days_taken", one.tally.taken},
            {"with", one.tally.permission},
            {"without", one.tally.absent},
            {"late", one.tally.late},
            {"half_with", one.tally.half_permission},
            {"half_without", one.tally.half_absent},
            {"rate", rate ? Json(core::format_percent(*rate)) : Json(nullptr)}};
}

} // namespace

Json period_json(attendance::Period period) {
    return {{"from", core::to_iso(period.first)}, {"to", core::to_iso(period.last)}};
}

Json json_of(const attendance::NotRecorded& one) {
    Json days = Json::array();
    for (const core::Day day : one.days)
        days.push_back(core::to_iso(day));
    return {{"class", class_json(one.in)}, {"days", days}};
}

Json json_of(const attendance::LowRate& one) {
    Json json = learner_json(one.learner, one.in);
    json["days_taken"] = one.tally.taken;
    json["with"] = margin_of(one.tally).permission;
    json["without"] = margin_of(one.tally).absent;
    json["rate"] = core::format_percent(one.rate);
    json["minimum"] = core::format_percent(one.minimum);
    return json;
}

Json json_of(const attendance::LongAbsence& one) {
    Json json = learner_json(one.learner, one.in);
    json["days"] = one.run.days;
    json["with"] = one.run.permission;
    json["without"] = one.run.days - one.run.permission;
    json["from"] = core::to_iso(one.run.first);
    json["to"] = core::to_iso(one.run.last);
    json["goes_on"] = one.run.goes_on;
    return json;
}

Json json_of(const attendance::OverLimit& one) {
    Json json = learner_json(one.learner, one.in);
    json["with"] = attendance::days_text(one.permission);
    json["without"] = attendance::days_text(one.absent);
    json["most_with"] = limit_json(one.most_permission);
    json["most_without"] = limit_json(one.most_absent);
    return json;
}

Json group_json(const attendance::GroupRate& group) {
    Json json = {{"key", group.key}};
    if (!group.name_km.empty()) json["name_km"] = group.name_km;
    if (!group.name.empty()) json["name"] = group.name;
    json["all"] = attended_json(group.all);
    json["female"] = attended_json(group.female);
    return json;
}

} // namespace ctl
