// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/round_json.hpp"

#include "ctl/return_json.hpp"

#include <fmt/format.h>

namespace ctl {
namespace {

Json beside_json(const std::optional<returns::ReceivedReturn>& other) {
    if (!other) return nullptr;
    return {{"id", static_cast<std::int64_t>(other->id)},
            {"period", other->period},
            {"version", other->version},
            {"verdict", to_text(other->verdict)},
            {"state", to_text(other->state)}};
}

Json cell_json(const returns::ComparedCell& cell) {
    Json json{{"value", returns::figure_text(cell.value)}};
    for (const returns::Beside beside : returns::all_beside)
        if (cell.other(beside))
            json[std::string{to_text(beside)}] = {{"value", returns::figure_text(cell.other(beside))},
                                                  {"difference", cell.difference_text(beside)}};
    return json;
}

} // namespace

Json rounds_json(const std::vector<returns::Round>& rounds) {
    Json list = Json::array();
    for (const returns::Round& one : rounds)
        list.push_back({{"kind", to_text(one.kind)},
                        {"layout", one.layout},
                        {"due", one.due_days},
                        {"since", core::to_iso(one.since)}});
    return list;
}

Json remarks_json(const std::vector<returns::Remark>& remarks) {
    Json list = Json::array();
    for (const returns::Remark& one : remarks)
        list.push_back({{"sheet", one.about.sheet},
                        {"row", one.about.row},
                        {"column", one.about.column},
                        {"place", place_text(one)},
                        {"text", one.text}});
    return list;
}

Json decision_json(const returns::Decision& decision) {
    Json json{{"office", decision.office},      {"period", decision.period},
              {"version", decision.version},    {"ruling", to_text(decision.ruling)},
              {"number", decision.number},      {"by", decision.by},
              {"at", core::to_iso(decision.at)}};
    if (decision.file != returns::FileVerdict::verified) json["file_verdict"] = to_text(decision.file);
    if (!decision.reason.empty()) json["reason"] = decision.reason;
    json["remarks"] = remarks_json(decision.remarks);
    return json;
}

Json own_json(const returns::OwnPeriod& own) {
    Json json{{"period", own.period}, {"standing", to_text(own.standing)}};
    if (own.round) json["layout"] = own.round->layout;
    if (own.due) json["due"] = core::to_iso(*own.due);
    if (own.newest) {
        json["version"] = own.newest->version;
        json["built_at"] = core::to_iso(own.newest->built_at);
        json["to_explain"] = own.newest->unexplained;
    }
    if (own.accepted) json["accepted_version"] = own.accepted->version;
    if (own.decided) json["decision"] = decision_json(*own.decided);
    if (!own.correction.empty()) json["correction"] = own.correction;
    return json;
}

Json status_json(const returns::Status& status) {
    Json document{{"periods", Json::array()}, {"received", Json::array()}, {"built", Json::array()}};
    for (const returns::PeriodStatus& period : status.periods)
        document["periods"].push_back(period_json(period));
    for (const returns::ReceivedReturn& one : status.received)
        document["received"].push_back(received_json(one));
    for (const returns::BuiltReturn& one : status.built)
        document["built"].push_back({{"period", one.period},
                                     {"version", one.version},
                                     {"built_at", core::to_iso(one.built_at)},
                                     {"digest", office::to_text(one.digest)}});
    document["rounds"] = rounds_json(status.rounds);
    document["own"] = Json::array();
    for (const returns::OwnPeriod& one : status.own)
        document["own"].push_back(own_json(one));
    return document;
}

Json comparison_json(const returns::Comparison& comparison) {
    Json json{{"id", static_cast<std::int64_t>(comparison.one.id)},
              {"office", comparison.one.office},
              {"period", comparison.one.period},
              {"version", comparison.one.version},
              {"verdict", to_text(comparison.one.verdict)},
              {"last_version", beside_json(comparison.last_version)},
              {"last_period", beside_json(comparison.last_period)},
              {"last_year", beside_json(comparison.last_year)},
              {"neighbours", comparison.neighbours},
              {"rows", Json::array()}};
    for (const returns::ComparedRow& row : comparison.rows)
        json["rows"].push_back({{"key", row.key},
                                {"name_km", row.label_km},
                                {"name", row.label},
                                {"total", cell_json(row.total)},
                                {"female", cell_json(row.female)}});
    return json;
}

std::string remark_lines(const std::vector<returns::Remark>& remarks) {
    std::string lines;
    for (const returns::Remark& one : remarks)
        lines += fmt::format("\n  {}: {}", place_text(one), one.text);
    return lines;
}

std::string comparison_text(const returns::Comparison& comparison, const Output& out) {
    const auto& one = comparison.one;
    std::string text = fmt::format("{}  {}  v{}", one.office, one.period, one.version);
    for (const returns::Beside beside : returns::all_beside)
        text += fmt::format("\t{}", to_text(beside));
    for (const returns::ComparedRow& row : comparison.rows) {
        text += fmt::format("\n{}\t{}", out.choose(row.label_km, row.label),
                            returns::figure_text(row.total.value));
        for (const returns::Beside beside : returns::all_beside) {
            const std::string other = returns::figure_text(row.total.other(beside));
            text +=
                other.empty() ? "\t-" : fmt::format("\t{} ({})", other, row.total.difference_text(beside));
        }
    }
    return text;
}

} // namespace ctl
