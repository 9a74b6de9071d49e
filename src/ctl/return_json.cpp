// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/return_json.hpp"

#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"

#include <fmt/format.h>

namespace ctl {
namespace {

Json changes_json(const std::vector<returns::Change>& changes) {
    Json list = Json::array();
    for (const returns::Change& one : changes)
        list.push_back({{"sheet", one.key.sheet},
                        {"row", one.key.row},
                        {"column", one.key.column},
                        {"was", one.was},
                        {"is", one.is}});
    return list;
}

} // namespace

Json finding_json(const returns::Finding& finding, const core::Place& place, Language language) {
    Json json{{"weight", to_text(finding.weight)}, {"code", finding.what.code}};
    if (!place.sheet.empty()) json["sheet"] = place.sheet;
    json["cell"] = place.cell;
    const Sentence sentence = sentence_of(finding.what, language);
    json["message"] = sentence.message;
    if (!sentence.remedy.empty()) json["remedy"] = sentence.remedy;
    json["key"] = finding_key(finding);
    if (!finding.explanation.empty()) json["explanation"] = finding.explanation;
    return json;
}

Json cells_json(const std::vector<returns::EditedCell>& cells) {
    Json list = Json::array();
    for (const returns::EditedCell& one : cells)
        list.push_back({{"sheet", one.sheet}, {"cell", one.cell}, {"was", one.was}, {"is", one.is}});
    return list;
}

std::string finding_lines(const Json& findings) {
    std::string lines;
    for (const Json& one : findings)
        lines += fmt::format("\n  {}: {}{}", one["weight"].get<std::string>(),
                             one["cell"].get<std::string>().empty()
                                 ? ""
                                 : one.value("sheet", "") + " " + one["cell"].get<std::string>() + ": ",
                             one["message"].get<std::string>());
    return lines;
}

std::string cell_lines(const std::vector<returns::EditedCell>& cells) {
    std::string lines;
    for (const returns::EditedCell& one : cells)
        lines += fmt::format("\n  {} {}: {} -> {}", one.sheet, one.cell, one.was.empty() ? "-" : one.was,
                             one.is.empty() ? "-" : one.is);
    return lines;
}

Json built_json(const returns::BuiltReturn& built, const std::filesystem::path& file, bool is_new,
                const std::vector<returns::Change>& changes) {
    return {{"file", text_of(file)},
            {"period", built.period},
            {"version", built.version},
            {"new", is_new},
            {"digest", office::to_text(built.digest)},
            {"changes", changes_json(changes)}};
}

Json receipt_json(const returns::Receipt& one, Language language) {
    Json json{{"id", static_cast<std::int64_t>(one.id)},
              {"file", text_of(one.file)},
              {"verdict", to_text(one.verdict)},
              {"order", nullptr}};
    if (one.order) json["order"] = to_text(*one.order);
    if (!one.office.empty()) {
        json["signer"] = one.signer_known ? "known" : "new";
        json["office"] = one.office;
        json["period"] = one.period;
        json["version"] = one.version;
    }
    json["cells"] = cells_json(one.cells);
    json["findings"] = Json::array();
    for (const auto& placed : one.findings)
        json["findings"].push_back(finding_json(placed.finding, placed.place, language));
    return json;
}

Json received_json(const returns::ReceivedReturn& one) {
    Json json{{"id", static_cast<std::int64_t>(one.id)},
              {"file", one.file_name},
              {"verdict", to_text(one.verdict)},
              {"state", to_text(one.state)},
              {"received_at", core::to_iso(one.received_at)}};
    if (!one.office.empty()) {
        json["office"] = one.office;
        json["period"] = one.period;
        json["version"] = one.version;
        json["sample"] = one.sample;
        json["to_explain"] = one.unexplained;
    }
    if (!one.reason.empty()) json["reason"] = one.reason;
    return json;
}

Json period_json(const returns::PeriodStatus& period) {
    Json json{{"period", period.period}};
    if (period.round) json["layout"] = period.round->layout;
    if (period.due) json["due"] = core::to_iso(*period.due);
    json["offices"] = Json::array();
    json["missing"] = Json::array();
    for (const returns::OfficeStatus& one : period.offices) {
        Json office{{"office", one.code},
                    {"name_km", one.name_km},
                    {"name", one.name},
                    {"state", "missing"},
                    {"standing", to_text(one.standing)}};
        if (period.due) office["days_late"] = one.days_late;
        if (!one.missing_versions.empty()) office["missing_versions"] = one.missing_versions;
        if (one.newest) {
            office["state"] = to_text(one.newest->state);
            office["id"] = static_cast<std::int64_t>(one.newest->id);
            office["version"] = one.newest->version;
            office["verdict"] = to_text(one.newest->verdict);
            office["received_at"] = core::to_iso(one.newest->received_at);
            office["to_explain"] = one.newest->unexplained;
            if (const auto share = returns::share_from_registers(one.newest->learners))
                office["from_registers"] = *share;
        } else {
            json["missing"].push_back(one.code);
        }
        if (one.accepted) office["accepted_version"] = one.accepted->version;
        json["offices"].push_back(std::move(office));
    }
    return json;
}

std::string status_text(const returns::Status& status, const Output& out) {
    std::string text;
    for (const returns::PeriodStatus& period : status.periods) {
        text += fmt::format("{}{}", text.empty() ? "" : "\n", period.period);
        if (period.due) text += "  <= " + core::to_iso(*period.due);
        for (const returns::OfficeStatus& one : period.offices)
            text += fmt::format("\n  {}  {}\t{}", one.code, out.choose(one.name_km, one.name),
                                one.newest ? fmt::format("v{}  {}  {}", one.newest->version,
                                                         to_text(one.newest->verdict), to_text(one.standing))
                                           : std::string{to_text(one.standing)});
    }
    for (const returns::OwnPeriod& one : status.own)
        text +=
            fmt::format("{}{}  {}  {}", text.empty() ? "" : "\n", one.period,
                        one.newest ? fmt::format("v{}", one.newest->version) : "-", to_text(one.standing));
    return text;
}

} // namespace ctl
