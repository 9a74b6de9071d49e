// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl transfer, record
#include "ctl/certificate_json.hpp"
#include "ctl/console.hpp"
#include "ctl/named.hpp"
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "documents/file.hpp"
#include "identity/record_store.hpp"
#include "identity/transfer_store.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

struct TransferOptions {
    std::string file, learner, out, input, leave, same_as;
    bool dry_run = false, update = false, another_person = false;
    std::int64_t id = 0;
};
using Options = std::shared_ptr<TransferOptions>;

std::int64_t number_of(learners::LearnerId id) {
    return static_cast<std::int64_t>(id);
}

core::Expected<Exit> out(Shell& shell, const TransferOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    const auto learner = read_learner(database, options.learner);
    if (!learner) return core::fail(learner.error());
    std::optional<core::Day> leave;
    if (!options.leave.empty()) {
        const auto day = read_day(options.leave);
        if (!day) return core::fail(day.error());
        leave = *day;
    }
    const auto key = shell.signing_key(database);
    if (!key) return core::fail(key.error());
    const std::filesystem::path path = path_of(options.out);
    storage::Transaction tx(database, shell.actor());
    const auto sent = identity::transfer_out(tx, *learner, *key, text_of(path.filename()), leave);
    if (!sent) return core::fail(sent.error());
    // The file first: nobody leaves a class for a file that could not be written.
    documents::write_file(path, sent->bytes);
    tx.commit();
    const learners::Learner person = learners::load_learner(database, *learner);
    shell.out().answer({{"file", options.out},
                        {"learner", number_of(*learner)},
                        {"number", person.number},
                        {"offices", sent->offices},
                        {"classes", sent->classes},
                        {"certificates", sent->certificates},
                        {"left", sent->left}},
                       [&] {
                           return fmt::format("{}  {}  {}", person.number,
                                              shell.out().choose(person.name_km, person.name), options.out);
                       });
    return Exit::done;
}

Json chapter_json(const identity::Chapter& chapter, const identity::ChapterPlan& plan) {
    Json json = {{"office", chapter.office.code},
                 {"office_km", chapter.office.name_km},
                 {"office_name", chapter.office.name},
                 {"written", core::to_iso(chapter.written)},
                 {"signer", identity::to_text(plan.signer)},
                 {"verdict", identity::to_text(plan.novelty)},
                 {"classes", Json::array()},
                 {"recognitions", Json::array()},
                 {"certificates", Json::array()}};
    if (chapter.sample) json["sample"] = true;
    for (std::size_t i = 0; i < chapter.enrolments.size(); ++i) {
        const identity::PastEnrolment& e = chapter.enrolments[i];
        Json one = {{"uid", core::to_text(e.uid)},
                    {"verdict", identity::to_text(plan.enrolments[i])},
                    {"programme", chapter.pack_of(e).programme},
                    {"class_km", e.in.name_km},
                    {"institution_km", e.at.name_km},
                    {"first_day", core::to_iso(e.first_day)},
                    {"days_taken", e.figures.tally.taken},
                    {"rate", e.figures.rate ? Json(core::format_percent(*e.figures.rate)) : Json()},
                    {"hours", core::format_decimal(core::round_half_up(e.figures.hours, 2), 2)},
                    {"marks", e.scores.size()}};
        if (e.last_day) one["last_day"] = core::to_iso(*e.last_day);
        if (e.reason) one["reason"] = classes::to_text(*e.reason);
        json["classes"].push_back(std::move(one));
    }
    for (std::size_t i = 0; i < chapter.recognitions.size(); ++i) {
        const identity::PastRecognition& r = chapter.recognitions[i];
        json["recognitions"].push_back({{"uid", core::to_text(r.uid)},
                                        {"verdict", identity::to_text(plan.recognitions[i])},
                                        {"programme", chapter.pack_of(r).programme},
                                        {"units", r.units},
                                        {"day", core::to_iso(r.day)},
                                        {"evidence", r.evidence},
                                        {"assessors", r.assessors}});
    }
    for (std::size_t i = 0; i < chapter.certificates.size(); ++i) {
        const identity::PastCertificate& c = chapter.certificates[i];
        json["certificates"].push_back({{"serial", c.serial},
                                        {"state", c.state},
                                        {"verdict", identity::to_text(plan.certificates[i])},
                                        {"issued", core::to_iso(c.issued_on)},
                                        {"documents", c.documents.size()}});
    }
    return json;
}

Json plan_json(const identity::TransferPlan& plan, Language language) {
    const identity::Chapter& sender = plan.file.sender();
    const auto text = [&](const char* field) {
        const auto found = sender.person.fields.find(field);
        return found == sender.person.fields.end() ? std::string{} : found->second;
    };
    Json json = {{"office", sender.office.code},
                 {"office_km", sender.office.name_km},
                 {"written", core::to_iso(plan.file.written)},
                 {"sample", plan.sample()},
                 {"signer", identity::to_text(plan.chapters.front().signer)},
                 {"number", sender.person.number},
                 {"uid", core::to_text(sender.person.uid)},
                 {"name_km", text("name_km")},
                 {"name", text("name")},
                 {"learner", plan.learner ? Json(number_of(*plan.learner)) : Json()},
                 {"chapters", Json::array()},
                 {"changes", Json::array()},
                 {"look_alikes", Json::array()}};
    for (std::size_t i = 0; i < plan.chapters.size(); ++i)
        json["chapters"].push_back(chapter_json(plan.file.chapters[i].chapter, plan.chapters[i]));
    for (const identity::PersonChange& change : plan.changes)
        json["changes"].push_back(
            {{"field", change.field}, {"was", change.was}, {"is", change.is}, {"ours", change.ours}});
    for (const learners::LearnerRow& row : plan.look_alikes)
        json["look_alikes"].push_back({{"id", number_of(row.id)},
                                       {"number", row.number},
                                       {"name_km", row.name_km},
                                       {"name", row.name},
                                       {"born", row.born ? core::to_text(*row.born) : ""}});
    json["findings"] = Json::array();
    for (const core::Error& twice : plan.used_twice)
        json["findings"].push_back(reason_json(twice, language));
    return json;
}

std::string plan_lines(const Json& json) {
    std::string text =
        fmt::format("{}  {}  {}  {}{}", json["number"].get<std::string>(), json["name_km"].get<std::string>(),
                    json["office"].get<std::string>(), json["signer"].get<std::string>(),
                    json["sample"].get<bool>() ? "  SAMPLE" : "");
    const auto word = [](const Json& from, const char* name) { return from[name].get<std::string>(); };
    for (const Json& chapter : json["chapters"]) {
        text += fmt::format("\n{}  {}  {}", word(chapter, "office"), word(chapter, "office_km"),
                            word(chapter, "verdict"));
        for (const Json& one : chapter["classes"])
            text += fmt::format("\n    {}  {}  {}  {}  {} h  {}", word(one, "verdict"),
                                word(one, "first_day"), word(one, "programme"), word(one, "class_km"),
                                word(one, "hours"), one["rate"].is_null() ? "-" : word(one, "rate") + " %");
        for (const Json& one : chapter["recognitions"])
            text += fmt::format("\n    {}  {}  {}  {}", word(one, "verdict"), word(one, "day"),
                                word(one, "programme"), one["units"].dump());
        for (const Json& one : chapter["certificates"])
            text += fmt::format("\n    {}  {}  {}", word(one, "verdict"), word(one, "serial"),
                                word(one, "state"));
    }
    for (const Json& change : json["changes"])
        text += fmt::format("\n{}: {} -> {}{}", word(change, "field"), word(change, "was"),
                            word(change, "is"), change["ours"].get<bool>() ? "  (--update)" : "");
    for (const Json& one : json["findings"])
        text += "\n" + word(one, "message");
    for (const Json& one : json["look_alikes"])
        text += fmt::format("\n? {}  {}  {}", word(one, "number"), word(one, "name_km"), word(one, "born"));
    return text;
}

core::Expected<identity::TransferPlan> read_plan(const storage::Database& database,
                                                 const TransferOptions& options) {
    auto file = identity::read_transfer_file(path_of(options.input));
    if (!file) return core::fail(file.error());
    return identity::plan_transfer(database, *std::move(file));
}

core::Expected<Exit> preview(Shell& shell, const TransferOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto plan = read_plan(database, options);
    if (!plan) return core::fail(plan.error());
    const Json document = plan_json(*plan, shell.out().language());
    shell.out().answer(document, [&] { return plan_lines(document); });
    return plan->used_twice.empty() ? Exit::done : Exit::findings;
}

core::Expected<Exit> in(Shell& shell, const TransferOptions& options) {
    if (options.dry_run) return preview(shell, options);
    storage::Database database = shell.open_to_write(options.file);
    const auto plan = read_plan(database, options);
    if (!plan) return core::fail(plan.error());
    identity::Decision decision{.another_person = options.another_person, .update = options.update};
    if (!options.same_as.empty()) {
        const auto learner = read_learner(database, options.same_as);
        if (!learner) return core::fail(learner.error());
        decision.same_as = *learner;
    }
    Json document = plan_json(*plan, shell.out().language());
    storage::Transaction tx(database, shell.actor());
    const auto taken =
        identity::take_transfer(tx, *plan, decision, text_of(path_of(options.input).filename()));
    if (!taken) {
        if (taken.error().code != "transfer.look-alike") return core::fail(taken.error());
        // Nothing is written; who it may be stands in the answer.
        document["transfer"] = nullptr;
        document["reason"] = {{"code", taken.error().code},
                              {"message", sentence_of(taken.error(), shell.out().language()).message}};
        shell.out().answer(document, [&] {
            return plan_lines(document) + "\n" +
                   wording::in_one_line(sentence_of(taken.error(), shell.out().language()));
        });
        return Exit::findings;
    }
    tx.commit();
    document["transfer"] = taken->id ? Json(static_cast<std::int64_t>(*taken->id)) : Json();
    document["same"] = !taken->id;
    document["learner"] = number_of(taken->learner);
    document["created"] = taken->created;
    document["changed"] = taken->changes.size();
    shell.out().answer(document, [&] { return plan_lines(document); });
    return plan->used_twice.empty() ? Exit::done : Exit::findings;
}

core::Expected<Exit> list(Shell& shell, const TransferOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    Json document = {{"transfers", Json::array()}};
    std::string text;
    for (const identity::TransferRow& row : identity::list_transfers(database)) {
        Json one = {{"id", static_cast<std::int64_t>(row.id)},
                    {"direction", row.in ? "in" : "out"},
                    {"number", row.number},
                    {"name_km", row.name_km},
                    {"name", row.name},
                    {"office", row.office_code},
                    {"file", row.file_name},
                    {"actor", row.actor},
                    {"at", core::to_iso(row.at)},
                    {"undone_at", row.undone_at ? Json(core::to_iso(*row.undone_at)) : Json()}};
        if (row.sample) one["sample"] = true;
        document["transfers"].push_back(std::move(one));
        text += fmt::format("{}{}  {}  {}  {}  {}  {}{}", text.empty() ? "" : "\n",
                            static_cast<std::int64_t>(row.id), core::to_iso(row.at), row.in ? "in" : "out",
                            row.number, row.name_km, row.office_code, row.undone_at ? "  undone" : "");
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

core::Expected<Exit> undo(Shell& shell, const TransferOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto undone = identity::undo_transfer(tx, static_cast<identity::TransferId>(options.id));
    if (!undone) return core::fail(undone.error());
    tx.commit();
    shell.out().answer({{"undone", options.id}}, [&] { return fmt::format("{}  undone", options.id); });
    return Exit::done;
}

Json wording_json(const identity::Wording& wording) {
    return {{"km", wording.km}, {"en", wording.en}};
}

Json class_json(const identity::RecordClass& one) {
    Json json = {{"office", one.office.code},
                 {"programme", one.programme},
                 {"class_km", one.name_km},
                 {"institution_km", one.institution_km},
                 {"first_day", core::to_iso(one.first_day)},
                 {"last_day", core::to_iso(one.last_day)},
                 {"open", one.open},
                 {"days_taken", one.days_taken},
                 {"hours", core::format_decimal(core::round_half_up(one.hours, 2), 2)},
                 {"rate", one.rate ? Json(core::format_percent(*one.rate)) : Json()},
                 {"average", one.average},
                 {"grade", one.grade},
                 {"result", assessment::to_text(one.verdict)},
                 {"marks", Json::object()}};
    if (one.reason) json["reason"] = classes::to_text(*one.reason);
    if (one.rank) json["rank"] = *one.rank;
    for (const identity::RecordScores& row : one.scores)
        for (std::size_t i = 0; i < row.marks.size(); ++i)
            if (!row.marks[i].empty()) json["marks"][row.period.km][one.subjects[i].km] = row.marks[i];
    return json;
}

Json record_json(const identity::RecordOfLearning& record, Language language) {
    Json json = {{"number", record.person.number},
                 {"name_km", record.person.name_km},
                 {"name", record.person.name},
                 {"classes", Json::array()},
                 {"units", Json::array()},
                 {"certificates", Json::array()},
                 {"hours", core::format_decimal(core::round_half_up(record.hours, 2), 2)},
                 {"rate", record.rate ? Json(core::format_percent(*record.rate)) : Json()},
                 {"nearest", nullptr},
                 {"digest", office::to_text(identity::digest_of(record))}};
    for (const identity::RecordClass& one : record.classes)
        json["classes"].push_back(class_json(one));
    for (const identity::RecordUnit& unit : record.units)
        json["units"].push_back({{"name", wording_json(unit.name)},
                                 {"programme", wording_json(unit.programme_name)},
                                 {"way", units::to_text(unit.way)},
                                 {"office", unit.office->code},
                                 {"earned_on", core::to_iso(unit.earned_on)},
                                 {"average", unit.marks ? unit.marks->average_text : ""}});
    for (const identity::RecordCertificate& one : record.certificates)
        json["certificates"].push_back({{"serial", one.serial},
                                        {"state", one.state},
                                        {"office", one.office.code},
                                        {"issued", core::to_iso(one.issued_on)}});
    if (record.nearest) {
        json["nearest"] = {{"title", wording_json(record.nearest->title)}, {"missing", Json::array()}};
        for (const core::Error& reason : record.nearest->reasons) {
            Json one = {{"code", reason.code}};
            for (const core::Fact& fact : reason.facts)
                one[fact.name] = fact.value;
            one["message"] = sentence_of(reason, language).message;
            json["nearest"]["missing"].push_back(std::move(one));
        }
    }
    return json;
}

std::string record_lines(const Json& json) {
    const auto word = [](const Json& from, const char* name) { return from[name].get<std::string>(); };
    std::string text =
        fmt::format("{}  {}  {}", word(json, "number"), word(json, "name_km"), word(json, "name"));
    for (const Json& one : json["classes"])
        text += fmt::format(
            "\n{}..{}  {}  {}  {}  {} h  {}  {} {}", word(one, "first_day"), word(one, "last_day"),
            word(one, "office"), word(one, "programme"), word(one, "class_km"), word(one, "hours"),
            one["rate"].is_null() ? "-" : word(one, "rate") + " %", word(one, "average"), word(one, "grade"));
    for (const Json& one : json["units"])
        text += fmt::format("\n{}  {}  {}  {}  {}", word(one, "earned_on"), word(one, "office"),
                            word(one, "way"), word(one["name"], "km"), word(one, "average"));
    for (const Json& one : json["certificates"])
        text += fmt::format("\n{}  {}  {}", word(one, "serial"), word(one, "issued"), word(one, "state"));
    if (!json["nearest"].is_null())
        for (const Json& reason : json["nearest"]["missing"])
            text += "\n" + word(reason, "message");
    return text;
}

core::Expected<Exit> record(Shell& shell, const TransferOptions& options) {
    const bool prints = !options.out.empty();
    storage::Database database =
        prints ? shell.open_to_write(options.file) : shell.open_to_read(options.file);
    const auto learner = read_learner(database, options.learner);
    if (!learner) return core::fail(learner.error());
    Json document = record_json(identity::load_record(database, *learner), shell.out().language());
    if (prints) {
        if (path_of(options.out).extension() != ".pdf")
            return core::fail(core::Error{"file.kind"}.with("kinds", ".pdf"));
        const auto key = shell.signing_key(database);
        if (!key) return core::fail(key.error());
        const auto fonts = documents::Fonts::load(documents::font_folders(program_folder()));
        storage::Transaction tx(database, shell.actor());
        const auto printed = identity::print_record(tx, *learner, *key, fonts);
        if (!printed) return core::fail(printed.error());
        documents::write_file(path_of(options.out), printed->pdf);
        tx.commit();
        document["file"] = options.out;
        document["code"] = printed->code;
    }
    shell.out().answer(document, [&] { return record_lines(document) + (prints ? "\n" + options.out : ""); });
    return Exit::done;
}

Word add_action(Word word, Shell& shell, const std::string& name, const std::string& help,
                const Options& options, core::Expected<Exit> (*run)(Shell&, const TransferOptions&)) {
    Word action = word.add_word(name, help);
    shell.on(action, [&shell, options, run] { return run(shell, *options); });
    return action;
}

} // namespace

void add_transfer_words(Word app, Shell& shell) {
    const auto options = std::make_shared<TransferOptions>();
    Word word = app.add_word("transfer", "A learner's whole past as one signed file");
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    Word sending = add_action(word, shell, "out", "Write the file for another office", options, out);
    sending.add_option("LEARNER", options->learner, "A learner number or id").required();
    sending.add_option("--out", options->out, "The file to write, .srokt").required();
    sending.add_option("--leave", options->leave,
                       "End the enrolments in open classes as transferred; the last day in them");
    Word taking = add_action(word, shell, "in", "Take in what another office wrote", options, in);
    taking.add_option("F", options->input, "The file").required();
    taking.add_flag("--dry-run", options->dry_run, "Only say what would come");
    taking.add_flag("--update", options->update, "Also take the fields that were changed here too");
    const Argument same = taking.add_option("--same-as", options->same_as, "The file is about this learner");
    taking.add_flag("--another-person", options->another_person, "It is none of the look-alikes")
        .excludes(same);
    add_action(word, shell, "list", "Every transfer so far", options, list);
    Word undoing = add_action(word, shell, "undo", "Take back what a transfer brought", options, undo);
    undoing.add_option("TRANSFER", options->id, "Its number").required();

    const auto of_record = std::make_shared<TransferOptions>();
    Word record_word =
        add_action(app, shell, "record", "Everything a learner earned anywhere", of_record, record);
    record_word.add_option("FILE", of_record->file, "The office file").required();
    record_word.add_option("LEARNER", of_record->learner, "A learner number or id").required();
    record_word.add_option("--out", of_record->out, "The PDF to write");
}

} // namespace ctl
