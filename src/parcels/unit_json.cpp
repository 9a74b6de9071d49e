// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/row_json.hpp"

namespace parcels {
namespace {

using identity::Json;
using identity::JsonObject;

constexpr std::size_t name_length = 500;
constexpr std::size_t key_length = 100;

Json words_json(const units::Wording& words) {
    Json json = Json::object();
    put(json, "km", words.km);
    put(json, "en", words.en);
    return json;
}

units::Wording read_words(JsonObject& object, const char* name, Failure& failure) {
    JsonObject words(object.object(name), std::string{"unit."} + name, failure);
    units::Wording read{words.optional_text("km", name_length), words.optional_text("en", name_length)};
    words.done();
    return read;
}

units::OtherOffice read_office(JsonObject& object, Failure& failure) {
    JsonObject one(object.object("office"), "unit.office", failure);
    units::OtherOffice office{one.uid("uid"), one.text("code", 64), one.optional_text("name_km", name_length),
                              one.optional_text("name", name_length)};
    one.done();
    return office;
}

units::Marks read_marks(JsonObject& object, Failure& failure) {
    JsonObject one(object.object("marks"), "unit.marks", failure);
    units::Marks marks{one.whole("average", 0, 1'000'000),
                       one.optional_text("average_text", 20),
                       one.optional_text("grade", 20),
                       {}};
    one.done();
    return marks;
}

units::Taught read_taught(JsonObject& object, Failure& failure) {
    JsonObject one(object.object("taught"), "unit.taught", failure);
    units::Taught taught{
        one.optional_text("class_km", name_length), one.optional_text("class_name", name_length),
        one.optional_text("institution_km", name_length), one.optional_text("institution_name", name_length)};
    one.done();
    return taught;
}

} // namespace

Json to_json(const ToldUnit& row) {
    const units::EarnedUnit& unit = row.earned;
    const units::OtherOffice office = unit.office.value_or(units::OtherOffice{});
    Json json{{"learner", core::to_text(row.learner)},
              {"programme", unit.programme},
              {"programme_name", words_json(unit.programme_name)},
              {"unit", unit.unit},
              {"name", words_json(unit.name)},
              {"way", std::string{to_text(unit.way)}},
              {"source", core::to_text(unit.source)},
              {"earned_on", core::to_iso(unit.earned_on)},
              {"office", {{"uid", core::to_text(office.uid)}, {"code", office.code}}}};
    put(json, "level", unit.level);
    put(json["office"], "name_km", office.name_km);
    put(json["office"], "name", office.name);
    if (unit.marks) {
        json["marks"] = {{"average", unit.marks->average}};
        put(json["marks"], "average_text", unit.marks->average_text);
        put(json["marks"], "grade", unit.marks->grade);
    }
    if (unit.taught) {
        json["taught"] = Json::object();
        put(json["taught"], "class_km", unit.taught->class_km);
        put(json["taught"], "class_name", unit.taught->class_name);
        put(json["taught"], "institution_km", unit.taught->institution_km);
        put(json["taught"], "institution_name", unit.taught->institution_name);
    }
    if (unit.hours) json["hours"] = *unit.hours;
    if (unit.credits) json["credits"] = *unit.credits;
    if (unit.cqf_level) json["cqf_level"] = *unit.cqf_level;
    if (unit.awarded) json["awarded"] = true;
    return json;
}

void read_into(const Json& json, ToldUnit& row, Failure& failure) {
    JsonObject object(json, "unit", failure);
    units::EarnedUnit& unit = row.earned;
    const auto has = [&](const char* name) { return json.is_object() && json.contains(name); };
    row.learner = object.uid("learner");
    unit.programme = object.text("programme", key_length);
    unit.programme_name = read_words(object, "programme_name", failure);
    unit.level = object.optional_text("level", key_length);
    unit.unit = object.text("unit", key_length);
    unit.name = read_words(object, "name", failure);
    const auto way = units::way_from_text(object.text("way", 20));
    if (!way) object.fail("way");
    unit.way = way.value_or(units::Way::result);
    unit.source = object.uid("source");
    unit.earned_on = object.day("earned_on");
    unit.office = read_office(object, failure);
    if (has("marks")) unit.marks = read_marks(object, failure);
    if (has("taught")) unit.taught = read_taught(object, failure);
    // A result was earned in a class, and what was recognised in none.
    if (unit.taught.has_value() != (unit.way == units::Way::result)) object.fail("taught");
    if (const auto hours = object.optional_whole("hours", 0, 100'000)) unit.hours = static_cast<int>(*hours);
    unit.credits = object.optional_whole("credits", 0, 10'000'000);
    if (const auto level = object.optional_whole("cqf_level", 1, 20))
        unit.cqf_level = static_cast<int>(*level);
    unit.awarded = object.yes("awarded");
    object.done();
}

} // namespace parcels
