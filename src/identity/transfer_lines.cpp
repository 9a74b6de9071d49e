// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/transfer_lines.hpp"

#include "identity/transfer_json.hpp"
#include "programmes/pack_file.hpp"
#include "units/recognition.hpp"

#include <algorithm>

namespace identity {
namespace {

constexpr std::size_t name_length = 500;
constexpr std::size_t most_months = 120;
constexpr std::size_t most_scores = 1'000;
constexpr std::size_t most_enrolments = 500;
constexpr std::size_t most_recognitions = 200;
constexpr std::size_t most_units = 100;
constexpr std::size_t longest_code = 4'000;
constexpr int deepest = 6;

std::string line(const char* name, Json value) {
    return Json{{name, std::move(value)}}.dump();
}

void put(Json& json, const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
}

void put(Json& json, const char* name, const std::optional<core::Day>& day) {
    if (day) json[name] = core::to_iso(*day);
}

Json ratio_json(const core::Ratio& ratio) {
    return {ratio.numerator(), ratio.denominator()};
}

Json office_json(const Chapter& chapter) {
    Json json{{"code", chapter.office.code},
              {"uid", core::to_text(chapter.office.uid)},
              {"key", office::to_text(chapter.key)},
              {"written", core::to_iso(chapter.written)}};
    put(json, "name_km", chapter.office.name_km);
    put(json, "name", chapter.office.name);
    if (chapter.sample) json["sample"] = true;
    return json;
}

Json person_json(const ToldPerson& person) {
    Json json{{"uid", core::to_text(person.uid)}, {"number", person.number}, {"fields", Json::object()}};
    for (const auto& [name, value] : person.fields)
        json["fields"][name] = value;
    put(json, "village_words", person.village_words);
    put(json, "birthplace_words", person.birthplace_words);
    return json;
}

Json figures_json(const PastFigures& figures) {
    const attendance::Tally& tally = figures.tally;
    Json json{{"taken", tally.taken},
              {"permission", tally.permission},
              {"absent", tally.absent},
              {"late", tally.late},
              {"half_permission", tally.half_permission},
              {"half_absent", tally.half_absent},
              {"uncounted", tally.uncounted},
              {"not_recorded", figures.not_recorded},
              {"days_present", ratio_json(figures.days_present)},
              {"hours", ratio_json(figures.hours)}};
    if (figures.rate) json["rate"] = ratio_json(*figures.rate);
    return json;
}

Json class_json(const PastClass& in) {
    Json json{{"uid", core::to_text(in.uid)},
              {"name_km", in.name_km},
              {"first_day", core::to_iso(in.first_day)},
              {"last_day", core::to_iso(in.last_day)},
              {"weekdays", in.weekdays},
              {"session_minutes", in.session_minutes},
              {"status", std::string{to_text(in.status)}}};
    put(json, "name", in.name);
    put(json, "level", in.level);
    return json;
}

Json institution_json(const PastInstitution& at) {
    Json json{{"uid", core::to_text(at.uid)}, {"kind", at.kind}, {"name_km", at.name_km}};
    put(json, "code", at.code);
    put(json, "name", at.name);
    put(json, "village_code", at.village_code);
    return json;
}

Json enrolment_json(const PastEnrolment& enrolment) {
    Json json{{"uid", core::to_text(enrolment.uid)},
              {"class", class_json(enrolment.in)},
              {"institution", institution_json(enrolment.at)},
              {"pack", office::to_text(enrolment.pack)},
              {"first_day", core::to_iso(enrolment.first_day)},
              {"months", Json::array()},
              {"scores", Json::array()},
              {"figures", figures_json(enrolment.figures)}};
    put(json, "last_day", enrolment.last_day);
    if (enrolment.reason) json["reason"] = std::string{to_text(*enrolment.reason)};
    if (enrolment.rank) json["rank"] = *enrolment.rank;
    for (const PastMonth& month : enrolment.months)
        json["months"].push_back(
            {{"month", core::to_iso(month.month)}, {"days", month.days}, {"marks", month.marks}});
    for (const auto& [cell, score] : enrolment.scores) {
        Json one{{"period", cell.period}, {"subject", cell.subject}};
        if (score.state == assessment::Score::State::mark)
            one["hundredths"] = score.hundredths;
        else
            one["state"] = std::string{to_text(score.state)};
        json["scores"].push_back(std::move(one));
    }
    return json;
}

Json recognition_json(const PastRecognition& recognition) {
    Json json{{"uid", core::to_text(recognition.uid)}, {"pack", office::to_text(recognition.pack)},
              {"day", core::to_iso(recognition.day)},  {"units", recognition.units},
              {"evidence", recognition.evidence},      {"assessors", recognition.assessors}};
    put(json, "level", recognition.level);
    put(json, "remark", recognition.remark);
    return json;
}

Json certificate_json(const PastCertificate& certificate) {
    Json json{{"uid", core::to_text(certificate.uid)},
              {"enrolment", core::to_text(certificate.enrolment)},
              {"serial", certificate.serial},
              {"state", certificate.state},
              {"code", certificate.code},
              {"issued_on", core::to_iso(certificate.issued_on)}};
    put(json, "template", certificate.template_name);
    put(json, "template_digest", certificate.template_digest);
    put(json, "replaces", certificate.replaces);
    return json;
}

// Brackets outside strings never stand deeper than ours do.
bool shallow(std::string_view text) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepest) return false;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return true;
}

// Canonical JSON of one object with one member; anything else is discarded.
Json parsed(std::string_view text) {
    const Json failed(Json::value_t::discarded);
    if (text.size() > longest_line || !shallow(text)) return failed;
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object() || json.size() != 1 || json.dump() != text) return failed;
    return json;
}

using Failure = std::optional<core::Error>;

void read_office(const Json& json, Chapter& chapter, Failure& failure) {
    JsonObject object(json, "chapter", failure);
    chapter.office.uid = object.uid("uid");
    chapter.office.code = object.text("code", 64);
    chapter.office.name_km = object.optional_text("name_km", name_length);
    chapter.office.name = object.optional_text("name", name_length);
    chapter.key.bytes = object.bytes<32>("key");
    chapter.written = object.moment("written");
    chapter.sample = object.yes("sample");
    object.done();
}

void read_person(const Json& json, ToldPerson& person, Failure& failure) {
    JsonObject object(json, "person", failure);
    person.uid = object.uid("uid");
    person.number = object.text("number", 64);
    person.village_words = object.optional_text("village_words", name_length);
    person.birthplace_words = object.optional_text("birthplace_words", name_length);
    JsonObject fields(object.object("fields"), "person.fields", failure);
    for (const auto& [name, value] : object.object("fields").items())
        person.fields[name] = fields.text(name.c_str(), longest_text);
    object.done();
}

PastFigures read_figures(const Json& json, Failure& failure) {
    JsonObject object(json, "enrolment.figures", failure);
    PastFigures figures;
    const auto days = [&](const char* name) { return static_cast<int>(object.whole(name, 0, 100'000)); };
    figures.tally = {days("taken"),           days("permission"),  days("absent"),   days("late"),
                     days("half_permission"), days("half_absent"), days("uncounted")};
    figures.not_recorded = days("not_recorded");
    figures.days_present = object.ratio("days_present");
    figures.hours = object.ratio("hours");
    figures.rate = object.optional_ratio("rate");
    object.done();
    return figures;
}

PastClass read_class(const Json& json, Failure& failure) {
    JsonObject object(json, "enrolment.class", failure);
    PastClass in;
    in.uid = object.uid("uid");
    in.name_km = object.text("name_km", name_length);
    in.name = object.optional_text("name", name_length);
    in.level = object.optional_text("level", 100);
    in.first_day = object.day("first_day");
    in.last_day = object.day("last_day");
    in.weekdays = object.text("weekdays", 7);
    if (!classes::Weekdays::from_text(in.weekdays)) object.fail("weekdays");
    in.session_minutes = static_cast<int>(object.whole("session_minutes", 15, 720));
    const auto status = classes::status_from_text(object.text("status", 20));
    if (!status) object.fail("status");
    in.status = status.value_or(classes::Status::open);
    object.done();
    return in;
}

PastInstitution read_institution(const Json& json, Failure& failure) {
    JsonObject object(json, "enrolment.institution", failure);
    PastInstitution at;
    at.uid = object.uid("uid");
    at.kind = object.text("kind", 20);
    if (!institutions::kind_from_text(at.kind)) object.fail("kind");
    at.code = object.optional_text("code", 64);
    at.name_km = object.text("name_km", name_length);
    at.name = object.optional_text("name", name_length);
    at.village_code = object.optional_text("village_code", 8);
    object.done();
    return at;
}

PastMonth read_month(const Json& json, Failure& failure) {
    JsonObject object(json, "enrolment.months", failure);
    PastMonth month;
    const auto read = core::month_from_iso(object.text("month", 7));
    if (!read) object.fail("month");
    month.month = read.value_or(core::Month{std::chrono::year{2000}, std::chrono::month{1}});
    month.days = object.text("days", 31);
    month.marks = object.text("marks", 31);
    object.done();
    return month;
}

void read_score(const Json& json, assessment::Scores& scores, Failure& failure) {
    JsonObject object(json, "enrolment.scores", failure);
    const assessment::Cell cell{object.text("period", 100), object.text("subject", 100)};
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

PastEnrolment read_enrolment(const Json& json, Failure& failure) {
    JsonObject object(json, "enrolment", failure);
    PastEnrolment enrolment;
    enrolment.uid = object.uid("uid");
    enrolment.in = read_class(object.object("class"), failure);
    enrolment.at = read_institution(object.object("institution"), failure);
    enrolment.pack = object.bytes<32>("pack");
    enrolment.first_day = object.day("first_day");
    enrolment.last_day = object.optional_day("last_day");
    const std::string reason = object.optional_text("reason", 30);
    enrolment.reason = classes::leaving_reason_from_text(reason);
    if (!reason.empty() && !enrolment.reason) object.fail("reason");
    if (const auto rank = object.optional_whole("rank", 1, 100'000)) enrolment.rank = static_cast<int>(*rank);
    for (const Json& month : object.items("months", most_months))
        enrolment.months.push_back(read_month(month, failure));
    for (const Json& score : object.items("scores", most_scores))
        read_score(score, enrolment.scores, failure);
    enrolment.figures = read_figures(object.object("figures"), failure);
    object.done();
    return enrolment;
}

PastRecognition read_recognition(const Json& json, Failure& failure) {
    JsonObject object(json, "recognition", failure);
    PastRecognition recognition;
    recognition.uid = object.uid("uid");
    recognition.pack = object.bytes<32>("pack");
    recognition.level = object.optional_text("level", 100);
    recognition.day = object.day("day");
    recognition.units = object.texts("units", most_units, 100);
    recognition.evidence = object.texts("evidence", units::most_evidence, units::longest_words);
    recognition.assessors = object.texts("assessors", 2, units::longest_words);
    recognition.remark = object.optional_text("remark", units::longest_words);
    object.done();
    return recognition;
}

PastCertificate read_certificate(const Json& json, Failure& failure) {
    JsonObject object(json, "certificate", failure);
    PastCertificate certificate;
    certificate.uid = object.uid("uid");
    certificate.enrolment = object.uid("enrolment");
    certificate.serial = object.text("serial", 64);
    certificate.state = object.text("state", 20);
    certificate.code = object.text("code", longest_code);
    certificate.issued_on = object.day("issued_on");
    certificate.template_name = object.optional_text("template", 100);
    certificate.template_digest = object.optional_text("template_digest", 64);
    certificate.replaces = object.optional_text("replaces", 64);
    object.done();
    return certificate;
}

void read_pack(const Json& json, Chapter& chapter, Failure& failure) {
    JsonObject object(json, "pack", failure);
    PastPack pack;
    pack.digest = object.bytes<32>("digest");
    pack.source = object.text("source", longest_pack);
    object.done();
    if (failure) return;
    const auto read = programmes::parse_pack(pack.source, "pack");
    if (!read || office::digest(pack.source) != pack.digest) {
        object.fail("source");
        return;
    }
    pack.pack = *read;
    chapter.packs.push_back(std::move(pack));
}

void read_document(const Json& json, Chapter& chapter, Failure& failure) {
    JsonObject object(json, "document", failure);
    PastDocument document;
    const std::string serial = object.text("serial", 64);
    document.copy = static_cast<int>(object.whole("copy", 0, 1'000));
    document.made_at = object.moment("made_at");
    const auto pdf = from_base64(object.text("pdf", longest_line), largest_document);
    if (!pdf) object.fail("pdf");
    document.pdf = pdf.value_or("");
    object.done();
    if (failure) return;
    // Documents follow their certificate, copies in order.
    if (chapter.certificates.empty() || chapter.certificates.back().serial != serial) {
        object.fail("serial");
        return;
    }
    auto& documents = chapter.certificates.back().documents;
    if (!documents.empty() && documents.back().copy >= document.copy) object.fail("copy");
    documents.push_back(std::move(document));
}

// The place of each kind of line in a chapter: none goes back.
int order_of(std::string_view name) {
    constexpr std::array order = {"chapter",   "person",      "photo",      "pack",
                                  "enrolment", "recognition", "certificate"};
    if (name == "document") return 6;
    const auto found = std::find(order.begin(), order.end(), name);
    return found == order.end() ? -1 : static_cast<int>(found - order.begin());
}

void read_into(const std::string& name, const Json& value, Chapter& chapter, Failure& failure) {
    if (name == "chapter") {
        read_office(value, chapter, failure);
    } else if (name == "person") {
        read_person(value, chapter.person, failure);
    } else if (name == "photo") {
        const auto* text = value.get_ptr<const std::string*>();
        const auto jpeg = text == nullptr ? std::nullopt : from_base64(*text, largest_photo);
        if (!jpeg || !jpeg->starts_with("\xFF\xD8\xFF"))
            failure = core::Error{"transfer.field"}.with("field", "photo");
        else
            chapter.person.photo = *jpeg;
    } else if (name == "pack") {
        read_pack(value, chapter, failure);
    } else if (name == "enrolment") {
        chapter.enrolments.push_back(read_enrolment(value, failure));
        if (!failure && chapter.enrolments.size() > most_enrolments)
            failure = core::Error{"transfer.field"}.with("field", "enrolment");
    } else if (name == "recognition") {
        chapter.recognitions.push_back(read_recognition(value, failure));
        if (!failure && chapter.recognitions.size() > most_recognitions)
            failure = core::Error{"transfer.field"}.with("field", "recognition");
    } else if (name == "certificate") {
        chapter.certificates.push_back(read_certificate(value, failure));
    } else {
        read_document(value, chapter, failure);
    }
}

core::Error line_error(std::string_view text) {
    return core::Error{"transfer.line"}.with("what", describe_line(text));
}

core::Error at_row(core::Error error, std::int64_t row) {
    error.place.row = row;
    return error;
}

} // namespace

std::vector<std::string> lines_of(const Chapter& chapter) {
    std::vector<std::string> lines;
    lines.push_back(line("chapter", office_json(chapter)));
    lines.push_back(line("person", person_json(chapter.person)));
    if (!chapter.person.photo.empty()) lines.push_back(line("photo", base64(chapter.person.photo)));
    for (const PastPack& pack : chapter.packs)
        lines.push_back(line("pack", {{"digest", office::to_text(pack.digest)}, {"source", pack.source}}));
    for (const PastEnrolment& enrolment : chapter.enrolments)
        lines.push_back(line("enrolment", enrolment_json(enrolment)));
    for (const PastRecognition& recognition : chapter.recognitions)
        lines.push_back(line("recognition", recognition_json(recognition)));
    for (const PastCertificate& certificate : chapter.certificates) {
        lines.push_back(line("certificate", certificate_json(certificate)));
        for (const PastDocument& document : certificate.documents)
            lines.push_back(line("document", {{"serial", certificate.serial},
                                              {"copy", document.copy},
                                              {"made_at", core::to_iso(document.made_at)},
                                              {"pdf", base64(document.pdf)}}));
    }
    return lines;
}

core::Expected<Line> read_line(std::string_view text) {
    const Json json = parsed(text);
    if (json.is_discarded()) return core::fail(line_error(text));
    return Line{json.begin().key(), json.begin().value().dump()};
}

core::Expected<Chapter> read_chapter(const std::vector<std::string_view>& lines, std::int64_t first_row) {
    Chapter chapter;
    int order = -1;
    std::int64_t row = first_row;
    for (const std::string_view text : lines) {
        const Json json = parsed(text);
        if (json.is_discarded()) return core::fail(at_row(line_error(text), row));
        const std::string& name = json.begin().key();
        const int place = order_of(name);
        // A chapter, its person and one photo at most; the head first of all.
        const bool once = place <= 2;
        if (place < order || (once && place == order) || (order < 1 && place != order + 1))
            return core::fail(at_row(line_error(text), row));
        order = place;
        Failure failure;
        read_into(name, json.begin().value(), chapter, failure);
        if (failure) return core::fail(at_row(std::move(*failure), row));
        ++row;
    }
    if (order < 1) return core::fail(at_row(core::Error{"transfer.line"}.with("what", "person"), row));
    if (auto checked = check_chapter(chapter); !checked)
        return core::fail(at_row(std::move(checked.error()), first_row));
    return chapter;
}

std::string describe_line(std::string_view text) {
    const Json json = parsed(text);
    if (json.is_discarded()) {
        // As much of a broken line as is still a name.
        if (!text.starts_with("{\"")) return "?";
        const std::string_view name = text.substr(2, text.find('"', 2) - 2);
        const bool plain = name.size() <= 20 &&
                           std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return plain ? std::string{name} : "?";
    }
    std::string what = json.begin().key();
    const Json& value = json.begin().value();
    const auto add = [&](const Json& from, const char* name) {
        if (!from.is_object()) return;
        const auto found = from.find(name);
        if (found != from.end() && found->is_string()) what += " " + found->get<std::string>();
    };
    add(value, "serial");
    if (value.is_object() && value.contains("class")) add(value["class"], "name_km");
    return what;
}

} // namespace identity
