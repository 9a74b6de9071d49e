// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl class FILE enrol CLASS LEARNER… | move FROM TO LEARNER… | leave CLASS LEARNER… | changes | undo
// CHANGE
#include "ctl/bulk_words.hpp"

#include "classes/bulk_change.hpp"
#include "ctl/named.hpp"
#include "ctl/shell.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ctl {
namespace {

using classes::BulkKind;
using classes::BulkRequest;

struct Options {
    std::shared_ptr<const std::string> file;
    std::string from;
    std::string to;
    std::vector<std::string> learners;
    std::string day;
    std::string reason;
    bool dry_run = false;
    std::int64_t change = 0;
};

std::int64_t number(auto id) {
    return static_cast<std::int64_t>(id);
}

// A dry run works while the screen has the file open.
storage::Database open_file(Shell& shell, const Options& options) {
    return options.dry_run ? shell.open_to_read(*options.file) : shell.open_to_write(*options.file);
}

core::Expected<std::optional<classes::ClassId>> read_one(const storage::Database& database,
                                                         const std::string& text) {
    if (text.empty()) return std::nullopt;
    const auto id = read_class(database, text);
    if (!id) return core::fail(id.error());
    return *id;
}

core::Expected<core::Day> day_of(const storage::Database& database, const Options& options,
                                 const BulkRequest& request) {
    if (!options.day.empty()) return read_day(options.day);
    // Only enrolling may leave it out.
    return load_class(database, request.to.value()).first_day;
}

core::Expected<BulkRequest> read_request(const storage::Database& database, BulkKind kind,
                                         const Options& options) {
    BulkRequest request{.kind = kind};
    const auto from = read_one(database, options.from);
    if (!from) return core::fail(from.error());
    request.from = *from;
    const auto to = read_one(database, options.to);
    if (!to) return core::fail(to.error());
    request.to = *to;
    const auto day = day_of(database, options, request);
    if (!day) return core::fail(day.error());
    request.day = *day;
    if (kind == BulkKind::leave) {
        const auto reason = classes::leaving_reason_from_text(options.reason);
        if (!reason) return core::fail(core::Error{"leaving-reason.unknown"}.with("text", options.reason));
        request.reason = *reason;
    }
    for (const std::string& text : options.learners) {
        const auto learner = read_learner(database, text);
        if (!learner) return core::fail(learner.error());
        request.learners.push_back(*learner);
    }
    return request;
}

Json line_json(Shell& shell, const classes::BulkLine& line) {
    const Language language = shell.out().language();
    Json hints = Json::array();
    for (const core::Error& hint : line.hints)
        hints.push_back(error_json(hint, language));
    Json json{{"learner", number(line.learner)},
              {"number", line.number},
              {"name_km", line.name_km},
              {"possible", !line.refusal}};
    if (line.refusal) json["reason"] = error_json(*line.refusal, language);
    json["hints"] = std::move(hints);
    return json;
}

core::Expected<Exit> preview(Shell& shell, const storage::Database& database, const BulkRequest& request) {
    const auto plan = plan_bulk(database, request);
    Json document{{"dry_run", true}, {"possible", plan.possible()}, {"learners", Json::array()}};
    for (const classes::BulkLine& line : plan.lines) {
        document["learners"].push_back(line_json(shell, line));
        if (line.refusal) shell.out().warn(core::Error{*line.refusal}.with("learner", line.number));
        for (const core::Error& hint : line.hints)
            shell.out().warn(hint);
    }
    shell.out().answer(document, [&] { return fmt::format("{} / {}", plan.possible(), plan.lines.size()); });
    return plan.possible() == std::ssize(plan.lines) ? Exit::done : Exit::findings;
}

// The learner as the person typed it.
std::string typed(const Options& options, const BulkRequest& request, learners::LearnerId learner) {
    const auto at = std::find(request.learners.begin(), request.learners.end(), learner);
    return options.learners[static_cast<std::size_t>(at - request.learners.begin())];
}

// All of them or none: the first for whom it is not possible is named.
core::Expected<Exit> change_many(Shell& shell, BulkKind kind, const Options& options) {
    storage::Database database = open_file(shell, options);
    const auto request = read_request(database, kind, options);
    if (!request) return core::fail(request.error());
    if (options.dry_run) return preview(shell, database, *request);
    storage::Transaction tx(database, shell.actor());
    const auto plan = plan_bulk(database, *request);
    for (const classes::BulkLine& line : plan.lines)
        if (line.refusal)
            return core::fail(
                core::Error{*line.refusal}.with("learner", typed(options, *request, line.learner)));
    const auto done = apply_bulk(tx, *request);
    if (!done) return core::fail(done.error());
    tx.commit();

    const char* what = kind == BulkKind::enrol ? "enrolled" : kind == BulkKind::move ? "moved" : "left";
    Json document{{"class", number(request->to ? *request->to : request->from.value())},
                  {"change", number(done->id)},
                  {what, Json::array()}};
    for (std::size_t i = 0; i < done->plan.lines.size(); ++i) {
        const classes::BulkLine& line = done->plan.lines[i];
        const auto enrolment = done->enrolled.empty() ? line.ended.value().id : done->enrolled[i];
        Json one{{"id", number(enrolment)}, {"learner", number(line.learner)}, {"hints", Json::array()}};
        for (const core::Error& hint : line.hints) {
            one["hints"].push_back(error_json(hint, shell.out().language()));
            shell.out().warn(hint);
        }
        document[what].push_back(std::move(one));
    }
    shell.out().answer(document, [&] { return std::to_string(done->plan.lines.size()); });
    return Exit::done;
}

core::Expected<Exit> changes(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(*options.file);
    const auto all = classes::list_bulk(database);
    Json document{{"changes", Json::array()}};
    for (const classes::BulkSummary& one : all)
        document["changes"].push_back({{"id", number(one.id)},
                                       {"kind", to_text(one.kind)},
                                       {"learners", one.learners},
                                       {"from", one.from_km},
                                       {"to", one.to_km},
                                       {"day", core::to_iso(one.day)},
                                       {"reason", one.reason ? Json(to_text(*one.reason)) : Json()},
                                       {"actor", one.actor},
                                       {"at", core::to_iso(one.at)},
                                       {"undone", one.undone_at.has_value()}});
    shell.out().answer(document, [&] {
        std::string lines;
        for (const classes::BulkSummary& one : all)
            lines += fmt::format("{}{}\t{}\t{}\t{}\t{}\t{}\t{}", lines.empty() ? "" : "\n", number(one.id),
                                 core::to_iso(one.at), to_text(one.kind), one.learners,
                                 shell.out().choose(one.from_km, one.from),
                                 shell.out().choose(one.to_km, one.to), one.undone_at ? "undone" : "");
        return lines;
    });
    return Exit::done;
}

core::Expected<Exit> undo(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(*options.file);
    storage::Transaction tx(database, shell.actor());
    const auto undone = undo_bulk(tx, classes::BulkId{options.change});
    if (!undone) return core::fail(undone.error());
    tx.commit();
    shell.out().answer(Json{{"undone", options.change}}, [&] { return std::to_string(options.change); });
    return Exit::done;
}

} // namespace

void add_bulk_words(Word word, Shell& shell, std::shared_ptr<const std::string> file) {
    const auto options = std::make_shared<Options>();
    options->file = std::move(file);
    const auto add = [&](const char* name, const char* help, BulkKind kind) -> Word {
        Word one = word.add_word(name, help);
        if (kind == BulkKind::leave)
            one.add_option("CLASS", options->from, "Its id, or the name of an open class").required();
        if (kind == BulkKind::move)
            one.add_option("FROM", options->from, "The class they are in: its id or name").required();
        if (kind != BulkKind::leave)
            one.add_option(kind == BulkKind::move ? "TO" : "CLASS", options->to,
                           "Its id, or the name of an open class")
                .required();
        one.add_option("LEARNER", options->learners, "Ids or learner numbers").required();
        one.add_flag("--dry-run", options->dry_run, "Says of each what would happen, and writes nothing");
        shell.on(one, [&shell, kind, options] { return change_many(shell, kind, *options); });
        return one;
    };
    Word enrol = add("enrol", "Puts learners in a class: all of them or none", BulkKind::enrol);
    enrol.add_option("--from", options->day, "The first day in the class, else the class's own");
    Word move = add("move", "Takes learners from one class to another: all of them or none", BulkKind::move);
    move.add_option("--on", options->day, "The first day in the new class").required();
    Word leave = add("leave", "Lets learners leave a class, with the reason: all or none", BulkKind::leave);
    leave.add_option("--on", options->day, "The last day in the class").required();
    leave
        .add_option(
            "--reason", options->reason,
            "dropped_out, moved, transferred, work, illness, marriage, died, entered_by_mistake or other")
        .required();
    Word all = word.add_word("changes", "What was done with several learners at once, newest first");
    shell.on(all, [&shell, options] { return changes(shell, *options); });
    Word back = word.add_word("undo", "Takes one of the changes back, unless later work stands on it");
    back.add_option("CHANGE", options->change, "Its number in the list of changes").required();
    shell.on(back, [&shell, options] { return undo(shell, *options); });
}

} // namespace ctl
