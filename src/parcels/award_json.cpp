// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/code.hpp"
#include "parcels/row_json.hpp"
#include "templates/document.hpp"

#include <algorithm>
#include <array>

namespace parcels {
namespace {

using certificates::ListLine;
using certificates::ListStep;
using certificates::Step;
using certificates::ToldCertificate;
using certificates::ToldTemplate;
using identity::Json;
using identity::JsonObject;

constexpr std::size_t name_length = 500;
constexpr std::size_t longest_code = 4'000;
constexpr std::size_t longest_template = 512 * 1024;
constexpr std::size_t most_people = 2'000;
constexpr std::array<std::string_view, 8> verbs{"reserve", "issue", "reprint", "duplicate",
                                                "spoil",   "void",  "replace", "lose"};

Json line_json(const ListLine& line) {
    Json json{{"enrolment", core::to_text(line.enrolment)},
              {"number", line.number},
              {"sex", std::string{core::to_text(line.sex)}}};
    put(json, "name_km", line.name_km);
    put(json, "name", line.name);
    if (line.born) json["born"] = core::to_text(*line.born);
    put(json, "rate", line.rate);
    put(json, "average", line.average);
    if (line.rank) json["rank"] = *line.rank;
    put(json, "grade", line.grade);
    put(json, "reasons", certificates::reasons_text(line.reasons));
    return json;
}

ListLine read_line(const Json& json, Failure& failure) {
    JsonObject object(json, "list.lines", failure);
    ListLine line;
    line.enrolment = object.uid("enrolment");
    line.number = object.text("number", 64);
    line.name_km = object.optional_text("name_km", name_length);
    line.name = object.optional_text("name", name_length);
    const auto sex = core::sex_from_text(object.text("sex", 1));
    if (!sex) object.fail("sex");
    line.sex = sex.value_or(core::Sex::female);
    if (const std::string born = object.optional_text("born", 10); !born.empty()) {
        line.born = core::partial_date_from_text(born);
        if (!line.born) object.fail("born");
    }
    line.rate = object.optional_text("rate", 20);
    line.average = object.optional_text("average", 20);
    if (const auto rank = object.optional_whole("rank", 1, 100'000)) line.rank = static_cast<int>(*rank);
    line.grade = object.optional_text("grade", 20);
    auto reasons = certificates::reasons_from_text(object.optional_text("reasons", 8'000));
    if (!reasons) object.fail("reasons");
    line.reasons = std::move(reasons).value_or(std::vector<core::Error>{});
    object.done();
    return line;
}

Json step_json(const ListStep& step) {
    Json json{{"step", std::string{to_text(step.step)}},
              {"at", core::to_iso(step.at)},
              {"day", core::to_iso(step.day)},
              {"name", step.name},
              {"actor", step.actor}};
    if (step.role) json["role"] = std::string{to_text(*step.role)};
    put(json, "acting_for", step.acting_for);
    if (step.on_paper) json["on_paper"] = true;
    if (step.same_step) json["same_step"] = true;
    put(json, "remark", step.remark);
    for (const certificates::LineRemark& one : step.remarks)
        json["remarks"].push_back({{"enrolment", core::to_text(one.enrolment)}, {"remark", one.remark}});
    return json;
}

// Who is named for a step must be somebody: what its table asks.
void check_step(JsonObject& object, const ListStep& step) {
    const bool approves = step.step == Step::approve;
    if (!step.same_step && approves != step.role.has_value()) object.fail("role");
    if (!approves && (!step.acting_for.empty() || step.on_paper)) object.fail("step");
}

ListStep read_step(const Json& json, Failure& failure) {
    JsonObject object(json, "list.steps", failure);
    ListStep step;
    const auto done = certificates::step_from_text(object.text("step", 20));
    if (!done) object.fail("step");
    step.step = done.value_or(Step::prepare);
    step.at = object.moment("at");
    step.day = object.day("day");
    step.name = object.text("name", name_length);
    step.actor = object.text("actor", name_length);
    if (const std::string role = object.optional_text("role", 20); !role.empty()) {
        step.role = certificates::role_from_text(role);
        if (!step.role) object.fail("role");
    }
    step.acting_for = object.optional_text("acting_for", name_length);
    step.on_paper = object.yes("on_paper");
    step.same_step = object.yes("same_step");
    step.remark = object.optional_text("remark", identity::longest_text);
    if (json.is_object() && json.contains("remarks"))
        for (const Json& item : object.items("remarks", most_people)) {
            JsonObject one(item, "list.steps.remarks", failure);
            certificates::LineRemark& remark = step.remarks.emplace_back();
            remark.enrolment = one.uid("enrolment");
            remark.remark = one.text("remark", identity::longest_text);
            one.done();
        }
    check_step(object, step);
    object.done();
    return step;
}

void read_events(JsonObject& object, ToldCertificate& row, Failure& failure) {
    for (const Json& item : object.items("events", 10'000)) {
        JsonObject one(item, "certificate.events", failure);
        certificates::ToldEvent& event = row.events.emplace_back();
        event.at = one.moment("at");
        event.verb = one.text("verb", 20);
        if (std::find(verbs.begin(), verbs.end(), event.verb) == verbs.end()) one.fail("verb");
        event.reason = one.optional_text("reason", identity::longest_text);
        one.done();
    }
    if (row.events.empty()) object.fail("events");
}

void read_documents(JsonObject& object, ToldCertificate& row, Failure& failure) {
    for (const Json& item : object.items("documents", 100)) {
        JsonObject one(item, "certificate.documents", failure);
        certificates::ToldDocument& document = row.documents.emplace_back();
        document.copy = one.whole("copy", 0, 1'000);
        document.made_at = one.moment("made_at");
        const auto pdf = identity::from_base64(one.text("pdf", 3 * identity::largest_document),
                                               identity::largest_document);
        if (!pdf || !pdf->starts_with("%PDF-")) one.fail("pdf");
        document.pdf = pdf.value_or("");
        one.done();
    }
}

// What was printed has a code that says this serial, a day, an enrolment and a paper.
void check_issued(JsonObject& object, const ToldCertificate& row) {
    if (row.code.empty()) {
        if (row.enrolment || row.issued_on || !row.documents.empty()) object.fail("code");
        return;
    }
    const auto code = certificates::decode(row.code);
    if (!code || code->payload.serial != row.serial || code->payload.office != row.office_code)
        object.fail("code");
    if (!row.enrolment) object.fail("enrolment");
    if (!row.issued_on) object.fail("issued_on");
    if (row.documents.empty() || row.documents.front().copy != 0) object.fail("documents");
}

} // namespace

Json to_json(const ToldList& row) {
    Json json{{"uid", core::to_text(row.uid)},
              {"class", core::to_text(row.in)},
              {"number", row.number},
              {"lines", Json::array()},
              {"steps", Json::array()}};
    for (const ListLine& line : row.lines)
        json["lines"].push_back(line_json(line));
    for (const ListStep& step : row.steps)
        json["steps"].push_back(step_json(step));
    return json;
}

void read_into(const Json& json, ToldList& row, Failure& failure) {
    JsonObject object(json, "list", failure);
    row.uid = object.uid("uid");
    row.in = object.uid("class");
    row.number = static_cast<int>(object.whole("number", 1, 10'000));
    for (const Json& line : object.items("lines", most_people))
        row.lines.push_back(read_line(line, failure));
    for (const Json& step : object.items("steps", 1'000))
        row.steps.push_back(read_step(step, failure));
    if (row.steps.empty() || row.steps.front().step != Step::prepare) object.fail("steps");
    object.done();
}

Json to_json(const ToldScan& row) {
    return {{"list", core::to_text(row.list)},
            {"step", row.step},
            {"kind", row.kind},
            {"bytes", identity::base64(row.bytes)}};
}

void read_into(const Json& json, ToldScan& row, Failure& failure) {
    JsonObject object(json, "scan", failure);
    row.list = object.uid("list");
    row.step = static_cast<int>(object.whole("step", 0, 1'000));
    row.kind = object.text("kind", 10);
    if (row.kind != "pdf" && row.kind != "jpeg") object.fail("kind");
    const auto bytes = identity::from_base64(object.text("bytes", 2 * scan_part), scan_part);
    if (!bytes) object.fail("bytes");
    row.bytes = bytes.value_or("");
    object.done();
}

Json to_json(const ToldUse& row) {
    Json json{{"document", row.document}, {"name", row.name}};
    put(json, "programme", row.programme);
    if (row.digest) json["digest"] = office::to_text(*row.digest);
    return json;
}

void read_into(const Json& json, ToldUse& row, Failure& failure) {
    JsonObject object(json, "use", failure);
    row.document = object.text("document", 40);
    if (!templates::document_from_text(row.document)) object.fail("document");
    row.programme = object.optional_text("programme", 100);
    row.name = object.text("name", 100);
    if (json.is_object() && json.contains("digest")) row.digest = object.bytes<32>("digest");
    object.done();
}

Json to_json(const ToldTemplate& row) {
    return {{"digest", office::to_text(row.digest)}, {"name", row.name}, {"source", row.source}};
}

void read_into(const Json& json, ToldTemplate& row, Failure& failure) {
    JsonObject object(json, "template", failure);
    row.digest = object.bytes<32>("digest");
    row.name = object.text("name", 100);
    row.source = object.text("source", longest_template);
    if (office::digest(row.source) != row.digest) object.fail("source");
    object.done();
}

Json to_json(const ToldCertificate& row) {
    Json json{{"uid", core::to_text(row.uid)},  {"serial", row.serial},
              {"office_code", row.office_code}, {"year", row.year},
              {"number", row.number},           {"words", Json::object()},
              {"events", Json::array()},        {"documents", Json::array()}};
    if (row.enrolment) json["enrolment"] = core::to_text(*row.enrolment);
    put(json, "code", row.code);
    if (row.issued_on) json["issued_on"] = core::to_iso(*row.issued_on);
    put(json, "template", row.template_name);
    if (row.template_digest) json["template_digest"] = office::to_text(*row.template_digest);
    put(json, "replaces", row.replaces);
    for (const auto& [place, words] : row.words)
        json["words"][place] = words;
    for (const certificates::ToldEvent& event : row.events) {
        Json one{{"at", core::to_iso(event.at)}, {"verb", event.verb}};
        put(one, "reason", event.reason);
        json["events"].push_back(std::move(one));
    }
    for (const certificates::ToldDocument& document : row.documents)
        json["documents"].push_back({{"copy", document.copy},
                                     {"made_at", core::to_iso(document.made_at)},
                                     {"pdf", identity::base64(document.pdf)}});
    return json;
}

void read_into(const Json& json, ToldCertificate& row, Failure& failure) {
    JsonObject object(json, "certificate", failure);
    row.uid = object.uid("uid");
    row.serial = object.text("serial", 64);
    row.office_code = object.text("office_code", 8);
    row.year = static_cast<int>(object.whole("year", 2000, 2100));
    row.number = object.whole("number", 1, 999'999);
    if (json.is_object() && json.contains("enrolment")) row.enrolment = object.uid("enrolment");
    row.code = object.optional_text("code", longest_code);
    row.issued_on = object.optional_day("issued_on");
    row.template_name = object.optional_text("template", 100);
    if (json.is_object() && json.contains("template_digest"))
        row.template_digest = object.bytes<32>("template_digest");
    row.replaces = object.optional_text("replaces", 64);
    const Json& told = object.object("words");
    JsonObject words(told, "certificate.words", failure);
    for (const auto& [place, value] : told.items())
        row.words[place] = words.text(place.c_str(), identity::longest_text);
    read_events(object, row, failure);
    read_documents(object, row, failure);
    check_issued(object, row);
    object.done();
}

} // namespace parcels
