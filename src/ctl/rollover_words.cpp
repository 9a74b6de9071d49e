// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl rollover FILE plan | apply | list | undo ROLLOVER
#include "ctl/named.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "rollover/plan_workbook.hpp"
#include "rollover/rollover_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace ctl {
namespace {

using rollover::Choices;
using rollover::Decision;

constexpr std::array all_decisions{Decision::promote, Decision::repeat, Decision::leave, Decision::complete};

struct Options {
    std::string file;
    std::string year;
    std::string institution;
    std::array<std::vector<std::string>, all_decisions.size()> learners;
    std::string in;
    std::string reason;
    std::vector<std::string> opened_empty;
    std::string out;
    std::int64_t rollover = 0;
};

std::int64_t number(auto id) {
    return static_cast<std::int64_t>(id);
}

core::Expected<rollover::Scope> scope_of(Shell& shell, const storage::Database& database,
                                         const Options& options) {
    rollover::Scope scope{.year = rollover::usual_year(database, shell.today())};
    if (!options.year.empty()) {
        const auto year = core::SchoolYear::from_text(options.year);
        if (!year) return core::fail(core::Error{"rollover.year-unreadable"}.with("text", options.year));
        scope.year = *year;
    }
    if (options.institution.empty()) return scope;
    const auto institution = read_institution(database, options.institution);
    if (!institution) return core::fail(institution.error());
    scope.institution = *institution;
    return scope;
}

// The learner's place in the year's classes; in several of them --in must say which is meant.
core::Expected<classes::EnrolmentId> enrolment_of(const storage::Database& database,
                                                  const rollover::YearEnd& end, const std::string& text,
                                                  const std::optional<classes::ClassId>& only) {
    const auto learner = read_learner(database, text);
    if (!learner) return core::fail(learner.error());
    std::optional<classes::EnrolmentId> found;
    std::string names;
    for (const rollover::YearClass& one : end.classes) {
        if (only && one.taught.id != *only) continue;
        for (const auto& candidate : one.learners) {
            if (candidate.learner.enrolment.learner != *learner) continue;
            names += (names.empty() ? "" : ", ") + one.taught.name_km;
            if (found)
                return core::fail(
                    core::Error{"enrolment.several"}.with("classes", names).with("learner", text));
            found = candidate.learner.enrolment.id;
        }
    }
    if (!found) return core::fail(core::Error{"rollover.learner-unknown"}.with("learner", text));
    return *found;
}

core::Expected<Choices> choices_of(const storage::Database& database, const rollover::YearEnd& end,
                                   const Options& options) {
    Choices choices;
    std::optional<classes::ClassId> only;
    if (!options.in.empty()) {
        const auto id = read_class(database, options.in);
        if (!id) return core::fail(id.error());
        only = *id;
    }
    for (std::size_t at = 0; at < all_decisions.size(); ++at)
        for (const std::string& text : options.learners[at]) {
            const auto enrolment = enrolment_of(database, end, text, only);
            if (!enrolment) return core::fail(enrolment.error());
            choices.learners[*enrolment] = {all_decisions[at], options.reason};
        }
    for (const std::string& text : options.opened_empty) {
        const auto id = read_class(database, text);
        if (!id) return core::fail(id.error());
        choices.opened_empty.push_back({*id, false});
    }
    return choices;
}

Json checks_json(const rollover::YearEnd& end, Language language) {
    Json checks = Json::array();
    for (const rollover::YearClass& one : end.classes) {
        if (one.findings.empty()) continue;
        Json findings = Json::array();
        for (const core::Error& finding : one.findings)
            findings.push_back(error_json(finding, language));
        checks.push_back({{"class", number(one.taught.id)},
                          {"name_km", one.taught.name_km},
                          {"institution", one.institution_km},
                          {"findings", std::move(findings)}});
    }
    return checks;
}

Json learners_json(const rollover::YearEnd& end, const rollover::Plan& plan, Language language) {
    Json all = Json::array();
    for (const rollover::Line& line : plan.lines) {
        const rollover::YearClass& in = end.classes[line.from];
        const auto& learner = in.learners[line.at].learner;
        Json why = Json::array();
        for (const core::Error& reason : line.by_rule.reasons)
            why.push_back(error_json(reason, language));
        all.push_back({{"learner", number(learner.enrolment.learner)},
                       {"number", learner.number},
                       {"name_km", learner.name_km},
                       {"name", learner.name},
                       {"class", number(in.taught.id)},
                       {"by_rule", to_text(line.by_rule.decision)},
                       {"decision", to_text(line.decision)},
                       {"reason", line.reason.empty() ? Json() : Json(line.reason)},
                       {"why", std::move(why)},
                       {"into", line.into ? Json(plan.next[*line.into].made.name_km) : Json()}});
    }
    return all;
}

Json class_json(const rollover::NextClass& next) {
    const classes::Class& made = next.made;
    return {{"id", made.id != classes::ClassId{} ? Json(number(made.id)) : Json()},
            {"name_km", made.name_km},
            {"name", made.name},
            {"programme", next.programme},
            {"level", made.level ? Json(*made.level) : Json()},
            {"like", number(next.key.from)},
            {"first_day", core::to_iso(made.first_day)},
            {"last_day", core::to_iso(made.last_day)},
            {"capacity", made.capacity ? Json(*made.capacity) : Json()},
            {"learners", next.going},
            {"comes", next.comes()}};
}

Json plan_json(const rollover::YearEnd& end, const rollover::Plan& plan, Language language) {
    Json document{{"year", end.scope.year.to_text()},
                  {"next", end.scope.year.next().to_text()},
                  {"done", end.done},
                  {"checks", checks_json(end, language)},
                  {"learners", learners_json(end, plan, language)},
                  {"classes", Json::array()}};
    for (const rollover::NextClass& next : plan.next)
        document["classes"].push_back(class_json(next));
    return document;
}

std::string plan_text(Shell& shell, const rollover::YearEnd& end, const rollover::Plan& plan) {
    std::string lines;
    for (const rollover::Line& line : plan.lines) {
        const rollover::YearClass& in = end.classes[line.from];
        const auto& learner = in.learners[line.at].learner;
        const classes::Class* into = line.into ? &plan.next[*line.into].made : nullptr;
        lines += fmt::format("{}{}\t{}\t{}\t{}\t{}", lines.empty() ? "" : "\n", learner.number,
                             shell.out().choose(learner.name_km, learner.name),
                             shell.out().choose(in.taught.name_km, in.taught.name), to_text(line.decision),
                             into != nullptr ? shell.out().choose(into->name_km, into->name) : std::string{});
    }
    return lines;
}

// What is not done yet, a line each: the class and the sentence.
std::string checks_text(Shell& shell, const rollover::YearEnd& end) {
    std::string lines;
    for (const rollover::YearClass& one : end.classes)
        for (const core::Error& finding : one.findings)
            lines += fmt::format("{}\t{}\n", shell.out().choose(one.taught.name_km, one.taught.name),
                                 sentence_of(finding, shell.out().language()).message);
    return lines;
}

Exit exit_of(const rollover::YearEnd& end) {
    return std::ranges::all_of(end.classes, [](const auto& one) { return one.findings.empty(); })
               ? Exit::done
               : Exit::findings;
}

core::Expected<Exit> plan(Shell& shell, const Options& options) {
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    const storage::Database database = shell.open_to_read(options.file);
    const auto scope = scope_of(shell, database, options);
    if (!scope) return core::fail(scope.error());
    const auto end = rollover::gather(database, *scope, shell.out().progress());
    const auto choices = choices_of(database, end, options);
    if (!choices) return core::fail(choices.error());
    const auto made = rollover::make_plan(end, *choices);
    if (!made) return core::fail(made.error());
    Json document = plan_json(end, *made, shell.out().language());
    if (!options.out.empty()) {
        const auto written = rollover::write_plan(path_of(options.out), database, end, *made);
        if (!written) return core::fail(written.error());
        document["file"] = options.out;
    }
    shell.out().answer(document, [&] { return checks_text(shell, end) + plan_text(shell, end, *made); });
    return exit_of(end);
}

// Twice is no mistake of the person's: nothing was done, and the answer says so.
core::Expected<Exit> nothing_done(Shell& shell, const core::Error& why) {
    shell.out().warn(why);
    shell.out().answer(Json{{"rollover", Json()},
                            {"opened", Json::array()},
                            {"enrolled", 0},
                            {"reason", error_json(why, shell.out().language())}},
                       [] { return "0"; });
    return Exit::findings;
}

core::Expected<Exit> apply(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto scope = scope_of(shell, database, options);
    if (!scope) return core::fail(scope.error());
    core::NoProgress quietly;
    const auto choices = choices_of(database, rollover::gather(database, *scope, quietly), options);
    if (!choices) return core::fail(choices.error());
    const auto done = rollover::roll_over(tx, *scope, *choices, shell.out().progress());
    if (!done && done.error().code == "rollover.done-already") return nothing_done(shell, done.error());
    if (!done) return core::fail(done.error());
    tx.commit();
    Json document{{"rollover", number(done->id)},
                  {"year", scope->year.to_text()},
                  {"opened", Json::array()},
                  {"enrolled", done->enrolled}};
    for (const rollover::NextClass& next : done->plan.next)
        if (next.comes()) document["opened"].push_back(class_json(next));
    for (const Decision decision : all_decisions)
        document[std::string{to_text(decision)}] = done->plan.count(decision);
    document["checks"] = checks_json(done->end, shell.out().language());
    shell.out().answer(document, [&] { return std::to_string(number(done->id)); });
    return exit_of(done->end);
}

core::Expected<Exit> list(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto all = rollover::list_rollovers(database);
    Json document{{"rollovers", Json::array()}};
    std::string lines;
    for (const rollover::Summary& one : all) {
        document["rollovers"].push_back({{"id", number(one.id)},
                                         {"year", one.year},
                                         {"institution", one.institution_km},
                                         {"opened", one.opened},
                                         {"enrolled", one.enrolled},
                                         {"by_rule", one.by_rule},
                                         {"otherwise", one.otherwise},
                                         {"actor", one.actor},
                                         {"at", core::to_iso(one.at)},
                                         {"undone", one.undone_at.has_value()}});
        lines += fmt::format("{}{}\t{}\t{}\t{}\t{}\t{}\t{}", lines.empty() ? "" : "\n", number(one.id),
                             core::to_iso(one.at), one.year,
                             shell.out().choose(one.institution_km, one.institution_name), one.opened,
                             one.enrolled, one.undone_at ? "undone" : "");
    }
    shell.out().answer(document, [&] { return lines; });
    return Exit::done;
}

core::Expected<Exit> undo(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto undone = rollover::undo_rollover(tx, rollover::RolloverId{options.rollover});
    if (!undone) return core::fail(undone.error());
    tx.commit();
    shell.out().answer(Json{{"undone", options.rollover}}, [&] { return std::to_string(options.rollover); });
    return Exit::done;
}

void add_choices(Word word, const std::shared_ptr<Options>& options) {
    word.add_option("--year", options->year, "The school year that ends: 2025-2026; else the last one");
    word.add_option("--institution", options->institution, "Only its classes: its id, code or name");
    constexpr std::array<std::pair<const char*, const char*>, all_decisions.size()> words{
        {{"--promote", "Learners who go up a level whatever the rules say: ids or numbers"},
         {"--repeat", "Learners who stay at the level"},
         {"--leave", "Learners who are in no class of the programme next year"},
         {"--complete", "Learners who have completed the programme"}}};
    for (std::size_t at = 0; at < words.size(); ++at)
        word.add_option(words[at].first, options->learners[at], words[at].second);
    word.add_option("--in", options->in, "Which class of theirs is meant, where they are in several");
    word.add_option("--reason", options->reason, "Why not as the rules say, kept for each of them");
    word.add_option("--open", options->opened_empty, "Classes that go on though nobody goes into them");
}

} // namespace

void add_rollover_words(Word app, Shell& shell) {
    Word word = app.add_word("rollover", "From one school year into the next");
    const auto options = std::make_shared<Options>();
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();

    Word planned = word.add_word("plan", "What is not done yet, and what would become of each learner");
    add_choices(planned, options);
    planned.add_option("--out", options->out, "The learners as a workbook: X.xlsx");
    shell.on(planned, [&shell, options] { return plan(shell, *options); });

    Word done = word.add_word("apply", "Opens the next year's classes and enrols; twice does nothing");
    add_choices(done, options);
    shell.on(done, [&shell, options] { return apply(shell, *options); });

    Word all = word.add_word("list", "The years that were rolled over, newest first");
    shell.on(all, [&shell, options] { return list(shell, *options); });

    Word back = word.add_word("undo", "Takes one back, until somebody writes in a new class");
    back.add_option("ROLLOVER", options->rollover, "Its number in the list").required();
    shell.on(back, [&shell, options] { return undo(shell, *options); });
}

} // namespace ctl
