// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/row_json.hpp"

#include "attendance/mark.hpp"
#include "institutions/institution.hpp"
#include "programmes/pack_file.hpp"

namespace parcels {
namespace {

using identity::Json;
using identity::JsonObject;

constexpr std::size_t name_length = 500;
constexpr std::size_t key_length = 100;

void put(Json& json, const char* name, const std::optional<core::Day>& day) {
    if (day) json[name] = core::to_iso(*day);
}

void put(Json& json, const char* name, const std::optional<core::Uid>& uid) {
    if (uid) json[name] = core::to_text(*uid);
}

std::optional<core::Uid> optional_uid(JsonObject& object, const char* name) {
    const std::string text = object.optional_text(name, 36);
    if (text.empty()) return std::nullopt;
    const auto uid = core::uid_from_text(text);
    if (!uid) object.fail(name);
    return uid;
}

std::optional<int> optional_int(JsonObject& object, const char* name, std::int64_t from, std::int64_t to) {
    const auto value = object.optional_whole(name, from, to);
    return value ? std::optional{static_cast<int>(*value)} : std::nullopt;
}

Json days_json(const ClassDayTexts& days) {
    Json json = Json::array();
    for (const auto& [day, reason] : days) {
        Json one{{"day", core::to_iso(day)}};
        parcels::put(one, "not_met", reason);
        json.push_back(std::move(one));
    }
    return json;
}

void read_days(JsonObject& object, ClassDayTexts& days, Failure& failure) {
    for (const Json& item : object.items("days", 2'000)) {
        JsonObject one(item, "class.days", failure);
        const core::Day day = one.day("day");
        if (!days.emplace(day, one.optional_text("not_met", name_length)).second) one.fail("day");
        one.done();
    }
}

Json score_json(const assessment::Cell& cell, const assessment::Score& score) {
    Json one{{"period", cell.period}, {"subject", cell.subject}};
    if (score.state == assessment::Score::State::mark)
        one["hundredths"] = score.hundredths;
    else
        one["state"] = std::string{to_text(score.state)};
    return one;
}

void read_score(const Json& json, assessment::Scores& scores, Failure& failure) {
    JsonObject object(json, "enrolment.scores", failure);
    const assessment::Cell cell{object.text("period", key_length), object.text("subject", key_length)};
    assessment::Score score;
    const auto mark = object.optional_whole("hundredths", 0, 1'000'000);
    const std::string state = object.optional_text("state", 20);
    if (mark.has_value() != state.empty()) object.fail("state");
    if (mark) {
        score = assessment::Score::of(*mark);
    } else {
        const auto known = assessment::state_from_text(state);
        if (!known || *known == assessment::Score::State::mark) object.fail("state");
        score.state = known.value_or(assessment::Score::State::absent);
    }
    if (!scores.emplace(cell, score).second) object.fail("subject");
    object.done();
}

} // namespace

Json to_json(const ToldPack& row) {
    return {{"digest", office::to_text(row.digest)}, {"source", row.source}};
}

void read_into(const Json& json, ToldPack& row, Failure& failure) {
    JsonObject object(json, "pack", failure);
    row.digest = object.bytes<32>("digest");
    row.source = object.text("source", identity::longest_pack);
    if (office::digest(row.source) != row.digest || !programmes::parse_pack(row.source, "parcel"))
        object.fail("source");
    object.done();
}

Json to_json(const ToldInstitution& row) {
    Json json{{"uid", core::to_text(row.uid)}, {"kind", row.kind}, {"name_km", row.name_km}};
    put(json, "site", row.site);
    put(json, "code", row.code);
    put(json, "name", row.name);
    put(json, "village_code", row.village_code);
    return json;
}

void read_into(const Json& json, ToldInstitution& row, Failure& failure) {
    JsonObject object(json, "institution", failure);
    row.uid = object.uid("uid");
    row.kind = object.text("kind", 20);
    if (!institutions::kind_from_text(row.kind)) object.fail("kind");
    row.site = object.optional_text("site", 20);
    if (!row.site.empty() && !institutions::site_from_text(row.site)) object.fail("site");
    row.code = object.optional_text("code", 64);
    row.name_km = object.text("name_km", name_length);
    row.name = object.optional_text("name", name_length);
    row.village_code = object.optional_text("village_code", 8);
    object.done();
}

Json to_json(const ToldEducator& row) {
    Json json{{"uid", core::to_text(row.uid)},
              {"name_km", row.name_km},
              {"sex", row.sex},
              {"contract", row.contract}};
    put(json, "name", row.name);
    put(json, "institution", row.institution);
    return json;
}

void read_into(const Json& json, ToldEducator& row, Failure& failure) {
    JsonObject object(json, "educator", failure);
    row.uid = object.uid("uid");
    row.name_km = object.text("name_km", name_length);
    row.name = object.optional_text("name", name_length);
    row.sex = object.text("sex", 1);
    if (!core::sex_from_text(row.sex)) object.fail("sex");
    row.contract = object.text("contract", 20);
    if (!staff::contract_from_text(row.contract)) object.fail("contract");
    row.institution = optional_uid(object, "institution");
    object.done();
}

Json to_json(const office::Holiday& row) {
    Json json{{"day", core::to_iso(row.day)}, {"name_km", row.name_km}};
    put(json, "name", row.name);
    put(json, "source", row.source);
    return json;
}

void read_into(const Json& json, office::Holiday& row, Failure& failure) {
    JsonObject object(json, "holiday", failure);
    row.day = object.day("day");
    row.name_km = object.text("name_km", name_length);
    row.name = object.optional_text("name", name_length);
    row.source = object.optional_text("source", name_length);
    object.done();
}

Json to_json(const ToldClass& row) {
    Json json{{"uid", core::to_text(row.uid)},
              {"name_km", row.name_km},
              {"pack", office::to_text(row.pack)},
              {"institution", core::to_text(row.institution)},
              {"first_day", core::to_iso(row.first_day)},
              {"last_day", core::to_iso(row.last_day)},
              {"weekdays", row.weekdays},
              {"session_minutes", row.session_minutes},
              {"status", std::string{to_text(row.status)}},
              {"educators", Json::array()},
              {"days", days_json(row.days)}};
    put(json, "name", row.name);
    put(json, "level", row.level);
    put(json, "closed_on", row.closed_on);
    if (row.open_entry) json["open_entry"] = true;
    if (row.multigrade) json["multigrade"] = true;
    if (row.capacity) json["capacity"] = *row.capacity;
    for (const core::Uid& educator : row.educators)
        json["educators"].push_back(core::to_text(educator));
    return json;
}

void read_into(const Json& json, ToldClass& row, Failure& failure) {
    JsonObject object(json, "class", failure);
    row.uid = object.uid("uid");
    row.name_km = object.text("name_km", name_length);
    row.name = object.optional_text("name", name_length);
    row.pack = object.bytes<32>("pack");
    row.level = object.optional_text("level", key_length);
    row.institution = object.uid("institution");
    row.first_day = object.day("first_day");
    row.last_day = object.day("last_day");
    if (row.last_day < row.first_day) object.fail("last_day");
    row.weekdays = object.text("weekdays", 7);
    if (!classes::Weekdays::from_text(row.weekdays)) object.fail("weekdays");
    row.session_minutes = static_cast<int>(object.whole("session_minutes", 15, 720));
    const auto status = classes::status_from_text(object.text("status", 20));
    if (!status) object.fail("status");
    row.status = status.value_or(classes::Status::open);
    row.closed_on = object.optional_day("closed_on");
    row.open_entry = object.yes("open_entry");
    row.multigrade = object.yes("multigrade");
    row.capacity = optional_int(object, "capacity", 1, 100'000);
    for (const std::string& text : object.texts("educators", 100, 36)) {
        const auto uid = core::uid_from_text(text);
        if (!uid) object.fail("educators");
        row.educators.push_back(uid.value_or(core::Uid{}));
    }
    read_days(object, row.days, failure);
    object.done();
}

Json to_json(const ToldLearner& row) {
    Json json{{"uid", core::to_text(row.uid)}, {"number", row.number}, {"fields", Json::object()}};
    for (const auto& [name, value] : row.fields)
        json["fields"][name] = value;
    return json;
}

void read_into(const Json& json, ToldLearner& row, Failure& failure) {
    JsonObject object(json, "learner", failure);
    row.uid = object.uid("uid");
    row.number = object.text("number", 64);
    const Json& told = object.object("fields");
    JsonObject fields(told, "learner.fields", failure);
    for (const auto& [name, value] : told.items()) {
        if (!is_learner_field(name)) fields.fail(name.c_str());
        row.fields[name] = fields.text(name.c_str(), identity::longest_text);
    }
    object.done();
    if (failure) return;
    if (const auto learner = identity::learner_of(row.fields); !learner) failure = learner.error();
}

Json to_json(const ToldEnrolment& row) {
    Json json{{"uid", core::to_text(row.uid)},  {"learner", core::to_text(row.learner)},
              {"class", core::to_text(row.in)}, {"first_day", core::to_iso(row.first_day)},
              {"months", Json::object()},       {"scores", Json::array()}};
    put(json, "last_day", row.last_day);
    if (row.reason) json["reason"] = std::string{to_text(*row.reason)};
    for (const auto& [month, marks] : row.months)
        json["months"][core::to_iso(month)] = marks;
    for (const auto& [cell, score] : row.scores)
        json["scores"].push_back(score_json(cell, score));
    return json;
}

void read_into(const Json& json, ToldEnrolment& row, Failure& failure) {
    JsonObject object(json, "enrolment", failure);
    row.uid = object.uid("uid");
    row.learner = object.uid("learner");
    row.in = object.uid("class");
    row.first_day = object.day("first_day");
    row.last_day = object.optional_day("last_day");
    const std::string reason = object.optional_text("reason", 30);
    row.reason = classes::leaving_reason_from_text(reason);
    if (!reason.empty() && !row.reason) object.fail("reason");
    if (row.reason.has_value() != row.last_day.has_value()) object.fail("last_day");
    if (row.last_day && *row.last_day < row.first_day) object.fail("last_day");
    const Json& months = object.object("months");
    JsonObject marks(months, "enrolment.months", failure);
    for (const auto& [name, value] : months.items()) {
        const auto month = core::month_from_iso(name);
        const std::string text = marks.text(name.c_str(), 31);
        if (!month || !attendance::MonthMarks::from_text(*month, text))
            marks.fail(name.c_str());
        else
            row.months[*month] = text;
    }
    for (const Json& score : object.items("scores", 1'000))
        read_score(score, row.scores, failure);
    object.done();
}

Json to_json(const ToldBlock& row) {
    return {{"office_code", row.office_code}, {"year", row.year}, {"first", row.first}, {"last", row.last}};
}

void read_into(const Json& json, ToldBlock& row, Failure& failure) {
    JsonObject object(json, "block", failure);
    row.office_code = object.text("office_code", 8);
    row.year = static_cast<int>(object.whole("year", 2000, 2100));
    row.first = object.whole("first", 1, 999'999);
    row.last = object.whole("last", 1, 999'999);
    if (row.last < row.first) object.fail("last");
    object.done();
}

} // namespace parcels
