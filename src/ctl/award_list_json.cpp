// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/award_list_json.hpp"

#include "certificates/award_list_store.hpp"
#include "classes/class_store.hpp"
#include "ctl/certificate_json.hpp"
#include "ctl/sentence.hpp"

#include <fmt/format.h>

namespace ctl {
namespace {

using certificates::AwardList;
using certificates::ListLine;
using certificates::ListStep;
using certificates::Step;

Json line_json(const ListLine& line, Language language) {
    Json json = {{"number", line.number},
                 {"name_km", line.name_km},
                 {"name", line.name},
                 {"sex", core::to_text(line.sex)},
                 {"born", line.born ? core::to_text(*line.born) : ""},
                 {"rate", line.rate},
                 {"average", line.average},
                 {"rank", line.rank ? Json(*line.rank) : Json()},
                 {"grade", line.grade},
                 {"awarded", line.awarded()},
                 {"reasons", Json::array()}};
    for (const core::Error& reason : line.reasons)
        json["reasons"].push_back(reason_json(reason, language));
    return json;
}

const ListLine* line_of(const AwardList& list, const core::Uid& enrolment) {
    for (const ListLine& line : list.lines)
        if (line.enrolment == enrolment) return &line;
    return nullptr;
}

Json step_json(const AwardList& list, const ListStep& step) {
    Json json = {{"step", to_text(step.step)},
                 {"day", core::to_iso(step.day)},
                 {"recorded", core::to_iso(step.at)},
                 {"name", step.name},
                 {"actor", step.actor}};
    if (step.role) json["role"] = to_text(*step.role);
    if (!step.acting_for.empty()) json["acting_for"] = step.acting_for;
    if (step.step == Step::approve) json["on_paper"] = step.on_paper;
    if (step.same_step) json["same_step"] = true;
    if (!step.scan.empty()) json["scan"] = step.scan;
    if (step.step != Step::return_) return json;
    json["remark"] = step.remark;
    json["remarks"] = Json::array();
    for (const certificates::LineRemark& one : step.remarks) {
        const ListLine* line = line_of(list, one.enrolment);
        json["remarks"].push_back({{"number", line != nullptr ? line->number : ""},
                                   {"name_km", line != nullptr ? line->name_km : ""},
                                   {"remark", one.remark}});
    }
    return json;
}

bool waits(const storage::Database& database, const AwardList& list) {
    return list.state() != Step::return_ &&
           classes::load_class(database, list.class_id).status != classes::Status::issued;
}

} // namespace

std::string_view state_text(Step step) {
    switch (step) {
    case Step::prepare:
        return "prepared";
    case Step::check:
        return "checked";
    case Step::approve:
        return "approved";
    case Step::return_:
        return "returned";
    }
    return {};
}

Json list_summary_json(const storage::Database& database, const AwardList& list) {
    const classes::Class taught = classes::load_class(database, list.class_id);
    return {{"class", static_cast<std::int64_t>(list.class_id)},
            {"name_km", taught.name_km},
            {"list", list.number},
            {"state", state_text(list.state())},
            {"awarded", list.awarded()},
            {"women", list.awarded_women()},
            {"others", static_cast<std::int64_t>(list.lines.size()) - list.awarded()}};
}

Json list_json(const storage::Database& database, const AwardList& list, Language language) {
    Json json = list_summary_json(database, list);
    json["lines"] = Json::array();
    for (const ListLine& line : list.lines)
        json["lines"].push_back(line_json(line, language));
    json["steps"] = Json::array();
    for (const ListStep& step : list.steps)
        json["steps"].push_back(step_json(list, step));
    json["changes"] = Json::array();
    if (waits(database, list))
        for (const certificates::ListChange& change : certificates::changes_since(database, list))
            json["changes"].push_back(reason_json(change.what, language));
    return json;
}

std::string list_text(const storage::Database& database, const AwardList& list, Language language) {
    std::string text = fmt::format("{}  {}  {}", classes::load_class(database, list.class_id).name_km,
                                   list.number, state_text(list.state()));
    for (const ListStep& step : list.steps) {
        text += fmt::format("\n{}  {}  {}  {}", core::to_iso(step.day), to_text(step.step), step.name,
                            step.remark);
        for (const certificates::LineRemark& one : step.remarks) {
            const ListLine* line = line_of(list, one.enrolment);
            text += fmt::format("\n    {}  {}", line != nullptr ? line->number : "", one.remark);
        }
    }
    for (const ListLine& line : list.lines)
        text += fmt::format("\n{} {}  {}  {} {}", line.awarded() ? "+" : "-", line.number,
                            line.name_km.empty() ? line.name : line.name_km, line.average, line.grade);
    if (waits(database, list))
        for (const certificates::ListChange& change : certificates::changes_since(database, list))
            text += "\n! " + sentence_of(change.what, language).message;
    return text;
}

Json waiting_json(const certificates::Waiting& waiting) {
    return {{"class", static_cast<std::int64_t>(waiting.class_id)},
            {"class_km", waiting.class_km},
            {"class_name", waiting.class_name},
            {"institution_km", waiting.institution_km},
            {"institution_name", waiting.institution_name},
            {"waits_for", to_text(waiting.awaited)},
            {"since", core::to_iso(waiting.since)},
            {"days", waiting.days},
            {"list", waiting.list},
            {"last_name", waiting.last_name},
            {"remark", waiting.remark}};
}

} // namespace ctl
