// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl import, imports, undo-import
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "imports/import_file.hpp"
#include "imports/import_store.hpp"
#include "imports/rejects.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

using imports::Outcome;
using imports::RowOutcome;

struct ImportOptions {
    std::string file, kind, input, take, rejects;
    bool dry_run = false;
    bool update = false;
    std::optional<std::int64_t> class_id;
    std::optional<std::string> sheet;
};

Json margin_json(const imports::Margin& margin) {
    return {margin.with_permission, margin.without_permission};
}

Json finding_json(const core::Error& finding, Language language) {
    Json json = {{"code", finding.code}, {"cell", finding.place.cell}};
    json["message"] = sentence_of(finding, language).message;
    return json;
}

Json findings_json(const std::vector<core::Error>& findings, Language language) {
    Json list = Json::array();
    for (const core::Error& finding : findings)
        list.push_back(finding_json(finding, language));
    return list;
}

void add_facts(Json& row, const RowOutcome& outcome, Language language) {
    if (outcome.known) row["known"] = *outcome.known;
    if (outcome.earlier_row) row["earlier_row"] = *outcome.earlier_row;
    for (const storage::FieldChange& change : outcome.changes)
        row["changes"].push_back(
            {{"field", change.field}, {"was", change.was.value_or("")}, {"is", change.is.value_or("")}});
    if (outcome.attendance) {
        const imports::AttendanceFacts& facts = *outcome.attendance;
        row["learner"] = facts.learner ? Json(*facts.learner) : Json(nullptr);
        row["p"] = facts.counted.with_permission;
        row["a"] = facts.counted.without_permission;
        row["days"] = facts.days;
        if (facts.says)
            row["margin"] = {{"says", margin_json(*facts.says)}, {"counted", margin_json(facts.counted)}};
    }
    if (outcome.scores) {
        row["learner"] = outcome.scores->learner ? Json(*outcome.scores->learner) : Json(nullptr);
        row["marks"] = Json::object();
        for (const auto& [subject, mark] : outcome.scores->marks)
            row["marks"][subject] = mark;
        row["absent"] = outcome.scores->absent;
        row["cells"] = findings_json(outcome.scores->cells, language);
    }
}

Json row_json(const RowOutcome& outcome, Language language) {
    const bool silent = outcome.reason.code.empty();
    Json row = {{"row", outcome.row},
                {"verdict", imports::to_text(outcome.verdict)},
                {"code", outcome.reason.code},
                {"cell", outcome.reason.place.cell},
                {"message", silent ? "" : sentence_of(outcome.reason, language).message},
                {"name", outcome.name},
                {"findings", findings_json(outcome.findings, language)}};
    add_facts(row, outcome, language);
    return row;
}

Json outcome_json(const Outcome& outcome, Language language) {
    Json json;
    json["import"] = outcome.import ? Json(static_cast<std::int64_t>(*outcome.import)) : Json(nullptr);
    json["kind"] = imports::to_text(outcome.kind);
    json["file"] = outcome.file;
    json["sheet"] = outcome.sheet;
    json["header_row"] = outcome.header_row;
    json["layout"] = outcome.remembered ? "remembered" : "found";
    json["accepted"] = outcome.counts.accepted;
    json["same"] = outcome.counts.same;
    json["updated"] = outcome.counts.updated;
    json["review"] = outcome.counts.review;
    json["refused"] = outcome.counts.refused;
    json["rows"] = Json::array();
    for (const RowOutcome& row : outcome.rows)
        json["rows"].push_back(row_json(row, language));
    json["file_findings"] = findings_json(outcome.file_findings, language);
    return json;
}

std::string_view verdict_word(imports::Verdict verdict) {
    using wording::translatable;
    switch (verdict) {
    case imports::Verdict::accept:
        return translatable("Accepted");
    case imports::Verdict::same:
        return translatable("In the register");
    case imports::Verdict::update:
        return translatable("Changed");
    case imports::Verdict::review:
        return translatable("To review");
    case imports::Verdict::refuse:
        return translatable("Refused");
    }
    return {};
}

std::string outcome_text(const Outcome& outcome, const Output& out) {
    const Language language = out.language();
    const auto& counts = outcome.counts;
    std::string text = outcome.file + ":";
    for (const auto& [verdict, count] : {std::pair{imports::Verdict::accept, counts.accepted},
                                         {imports::Verdict::same, counts.same},
                                         {imports::Verdict::update, counts.updated},
                                         {imports::Verdict::review, counts.review},
                                         {imports::Verdict::refuse, counts.refused}})
        text += fmt::format("{} {} {}", verdict == imports::Verdict::accept ? "" : ",",
                            out.say(verdict_word(verdict)), count);
    if (outcome.remembered)
        text +=
            "\n  " + out.say(wording::translatable(
                         "This layout was met before: the columns are read as they were set right then."));
    for (const core::Error& finding : outcome.file_findings)
        text += fmt::format("\n  {}  {}", finding.place.cell, sentence_of(finding, language).message);
    for (const RowOutcome& row : outcome.rows) {
        if (row.reason.code.empty()) continue;
        text += fmt::format("\n  {}  {}  {}  {}", row.reason.place.cell, out.say(verdict_word(row.verdict)),
                            row.name, sentence_of(row.reason, language).message);
    }
    return text;
}

void write_rejects(Shell& shell, const ImportOptions& options, const Outcome& outcome) {
    if (options.rejects.empty()) return;
    const Language language = shell.out().language();
    const auto why = [&](const core::Error& error) { return sentence_of(error, language).message; };
    imports::write_rejects(path_of(options.rejects), outcome,
                           {language == Language::khmer ? "មូលហេតុ" : "Why", why},
                           shell.environment().clock.now());
}

// The refused rows are on the disk before anything is kept: a full disk leaves neither.
core::Expected<Outcome> run_import(Shell& shell, const ImportOptions& options,
                                   const imports::Request& request) {
    if (options.dry_run) {
        const storage::Database database = shell.open_to_read(options.file);
        auto outcome = imports::preview(database, request, shell.out().progress());
        if (outcome) write_rejects(shell, options, *outcome);
        return outcome;
    }
    storage::Database database = shell.open_to_write(options.file);
    return imports::import_file(database, shell.actor(), request, shell.out().progress(),
                                [&](const Outcome& outcome) { write_rejects(shell, options, outcome); });
}

core::Expected<Exit> import(Shell& shell, const ImportOptions& options) {
    imports::Request request;
    request.kind = imports::kind_from_text(options.kind).value_or(imports::Kind::learners);
    request.file = path_of(options.input);
    request.update = options.update;
    request.take_review = options.take == "review";
    request.sheet = options.sheet;
    if (options.class_id) request.class_id = static_cast<classes::ClassId>(*options.class_id);
    if (auto free = shell.refuse_to_replace(options.rejects, {options.file, options.input}); !free)
        return core::fail(free.error());
    const auto outcome = run_import(shell, options, request);
    if (!outcome) return core::fail(outcome.error());
    const Language language = shell.out().language();
    shell.out().answer(outcome_json(*outcome, language), [&] { return outcome_text(*outcome, shell.out()); });
    const bool findings =
        outcome->counts.refused > 0 || outcome->counts.review > 0 || !outcome->file_findings.empty();
    return findings ? Exit::findings : Exit::done;
}

core::Expected<Exit> list(Shell& shell, const std::string& file) {
    const storage::Database database = shell.open_to_read(file);
    Json document = {{"imports", Json::array()}};
    std::string text;
    for (const imports::ImportSummary& one : imports::list_imports(database)) {
        const auto& counts = one.counts;
        document["imports"].push_back(
            {{"id", static_cast<std::int64_t>(one.id)},
             {"kind", imports::to_text(one.kind)},
             {"file", one.file},
             {"sheet", one.sheet},
             {"by", one.actor},
             {"at", core::to_iso(one.at)},
             {"accepted", counts.accepted},
             {"same", counts.same},
             {"updated", counts.updated},
             {"review", counts.review},
             {"refused", counts.refused},
             {"held", one.held},
             {"taken_from",
              one.taken_from ? Json(static_cast<std::int64_t>(*one.taken_from)) : Json(nullptr)},
             {"undone", one.undone_at ? Json(core::to_iso(*one.undone_at)) : Json(nullptr)}});
        text += fmt::format("{}{}  {}  {}  {}  +{}  {}", text.empty() ? "" : "\n",
                            static_cast<std::int64_t>(one.id), core::to_iso(one.at),
                            imports::to_text(one.kind), one.file, counts.accepted,
                            one.undone_at ? shell.out().say(wording::translatable("Taken back")) : "");
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

core::Expected<Exit> undo(Shell& shell, const std::string& file, std::int64_t id) {
    storage::Database database = shell.open_to_write(file);
    storage::Transaction tx(database, shell.actor());
    const auto undone = imports::undo_import(tx, static_cast<imports::ImportId>(id));
    if (!undone) return core::fail(undone.error());
    tx.commit();
    shell.out().answer({{"undone", id}},
                       [&] { return shell.out().say(wording::translatable("The import was taken back.")); });
    return Exit::done;
}

void add_import(Word app, Shell& shell) {
    Word word = app.add_word("import", "Read a list a centre sent: .xlsx or .csv");
    const auto options = std::make_shared<ImportOptions>();
    word.add_option("FILE", options->file, "The office file").required();
    word.add_option("KIND", options->kind, "What the list holds")
        .required()
        .one_of({"learners", "attendance", "scores", "institutions", "classes"});
    word.add_option("INPUT", options->input, "The list").required();
    word.add_flag("--dry-run", options->dry_run, "Say the verdicts, write nothing");
    word.add_flag("--update", options->update, "Write changes to learners already known");
    word.add_option("--take", options->take, "Write rows held for review, too").one_of({"review"});
    word.add_option("--rejects", options->rejects, "Write the refused rows to this .xlsx, to be mended");
    word.add_option("--class", options->class_id, "The class the list is of");
    word.add_option("--sheet", options->sheet, "The sheet to read, where several hold a list");
    shell.on(word, [&shell, options] { return import(shell, *options); });
}

} // namespace

void add_import_words(Word app, Shell& shell) {
    add_import(app, shell);
    Word history = app.add_word("imports", "What was imported, newest first");
    const auto file = std::make_shared<std::string>();
    history.add_option("FILE", *file, "The office file").required();
    shell.on(history, [&shell, file] { return list(shell, *file); });

    Word undoing = app.add_word("undo-import", "Take back all that an import wrote");
    const auto id = std::make_shared<std::int64_t>(0);
    undoing.add_option("FILE", *file, "The office file").required();
    undoing.add_option("IMPORT", *id, "Its number in `imports`").required();
    shell.on(undoing, [&shell, file, id] { return undo(shell, *file, *id); });
}

} // namespace ctl
