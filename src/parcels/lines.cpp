// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/lines.hpp"

#include "parcels/row_json.hpp"

#include <array>

namespace parcels {
namespace {

using identity::Json;
using identity::JsonObject;

constexpr std::size_t name_length = 500;

std::string line(const char* name, Json value) {
    return Json{{name, std::move(value)}}.dump();
}

template<typename Row>
void put_all(std::vector<std::string>& lines, const char* name, const std::vector<Row>& rows) {
    for (const Row& row : rows)
        lines.push_back(line(name, to_json(row)));
}

Json head_json(const Head& head) {
    Json sender{{"uid", core::to_text(head.sender.uid)},
                {"code", head.sender.code},
                {"key", office::to_text(head.sender.key)}};
    put(sender, "name_km", head.sender.name_km);
    put(sender, "name", head.sender.name);
    Json json{{"way", std::string{to_text(head.way)}},
              {"sender", std::move(sender)},
              {"institution", core::to_text(head.institution)},
              {"sequence", head.sequence},
              {"written", core::to_iso(head.written)}};
    put(json, "institution_code", head.institution_code);
    put(json, "institution_km", head.institution_km);
    put(json, "headteacher", head.headteacher);
    if (head.sample) json["sample"] = true;
    if (head.way == Way::out) return json;
    json["answers"] = head.answers;
    json["answers_digest"] = office::to_text(head.answers_digest);
    return json;
}

Head read_head(const Json& json, Failure& failure) {
    JsonObject object(json, "parcel", failure);
    Head head;
    const auto way = way_from_text(object.text("way", 10));
    if (!way) object.fail("way");
    head.way = way.value_or(Way::out);
    JsonObject sender(object.object("sender"), "parcel.sender", failure);
    head.sender.uid = sender.uid("uid");
    head.sender.code = sender.text("code", 64);
    head.sender.name_km = sender.optional_text("name_km", name_length);
    head.sender.name = sender.optional_text("name", name_length);
    head.sender.key.bytes = sender.bytes<32>("key");
    sender.done();
    head.institution = object.uid("institution");
    head.institution_code = object.optional_text("institution_code", 64);
    head.institution_km = object.optional_text("institution_km", name_length);
    head.headteacher = object.optional_text("headteacher", name_length);
    head.sequence = object.whole("sequence", 1, 1'000'000);
    head.written = object.moment("written");
    head.sample = object.yes("sample");
    if (head.way == Way::back) {
        head.answers = object.whole("answers", 1, 1'000'000);
        head.answers_digest = object.bytes<32>("answers_digest");
    }
    object.done();
    return head;
}

// One line's row into the content. False for a name that none has.
bool read_row(const std::string& name, const Json& json, Content& content, Failure& failure) {
    if (name == "pack") return read_into(json, content.packs.emplace_back(), failure), true;
    if (name == "institution") return read_into(json, content.institutions.emplace_back(), failure), true;
    if (name == "educator") return read_into(json, content.educators.emplace_back(), failure), true;
    if (name == "holiday") return read_into(json, content.holidays.emplace_back(), failure), true;
    if (name == "class") return read_into(json, content.taught.emplace_back(), failure), true;
    if (name == "learner") return read_into(json, content.learners.emplace_back(), failure), true;
    if (name == "enrolment") return read_into(json, content.enrolments.emplace_back(), failure), true;
    if (name == "unit") return read_into(json, content.units.emplace_back(), failure), true;
    if (name == "list") return read_into(json, content.lists.emplace_back(), failure), true;
    if (name == "scan") return read_into(json, content.scans.emplace_back(), failure), true;
    if (name == "use") return read_into(json, content.uses.emplace_back(), failure), true;
    if (name == "block") return read_into(json, content.blocks.emplace_back(), failure), true;
    if (name == "template") return read_into(json, content.templates.emplace_back(), failure), true;
    if (name == "certificate") return read_into(json, content.issued.emplace_back(), failure), true;
    if (name != "signer") return false;
    JsonObject object(json, "signer", failure);
    const std::string key = object.text("key", 100);
    content.signers[key] = object.text("value", name_length);
    if (!key.starts_with("signer.")) object.fail("key");
    object.done();
    return true;
}

// The reader of a transfer's lines names what it finds by transfer.…
core::Error ours(core::Error error, std::int64_t row) {
    if (error.code.starts_with("transfer.")) error.code.replace(0, 8, "parcel");
    error.place.row = row;
    return error;
}

} // namespace

std::vector<std::string> lines_of(const Head& head, const Content& content) {
    std::vector<std::string> lines{line("parcel", head_json(head))};
    put_all(lines, "pack", content.packs);
    put_all(lines, "institution", content.institutions);
    put_all(lines, "educator", content.educators);
    put_all(lines, "holiday", content.holidays);
    for (const auto& [key, value] : content.signers)
        lines.push_back(line("signer", {{"key", key}, {"value", value}}));
    put_all(lines, "class", content.taught);
    put_all(lines, "learner", content.learners);
    put_all(lines, "enrolment", content.enrolments);
    put_all(lines, "unit", content.units);
    put_all(lines, "list", content.lists);
    put_all(lines, "scan", content.scans);
    put_all(lines, "block", content.blocks);
    put_all(lines, "template", content.templates);
    put_all(lines, "use", content.uses);
    put_all(lines, "certificate", content.issued);
    return lines;
}

core::Expected<Told> read_lines(const std::vector<std::string_view>& lines) {
    Told told;
    std::int64_t row = 1;
    for (const std::string_view text : lines) {
        const auto one = identity::read_line(text);
        if (!one) return core::fail(ours(one.error(), row));
        const Json json = Json::parse(one->raw);
        Failure failure;
        if (row == 1) {
            if (one->name != "parcel")
                return core::fail(core::Error{"parcel.line"}.with("what", one->name).at({.row = row}));
            told.head = read_head(json, failure);
        } else if (!read_row(one->name, json, told.content, failure)) {
            return core::fail(core::Error{"parcel.line"}.with("what", one->name).at({.row = row}));
        }
        if (failure) return core::fail(ours(*std::move(failure), row));
        ++row;
    }
    return told;
}

std::string describe_line(std::string_view text) {
    const auto one = identity::read_line(text);
    if (!one) return {};
    const Json json = Json::parse(one->raw);
    for (const char* name : {"serial", "number", "name_km", "key"})
        if (json.is_object() && json.contains(name) && json[name].is_string())
            return one->name + " " + json[name].get<std::string>();
    return one->name;
}

} // namespace parcels
