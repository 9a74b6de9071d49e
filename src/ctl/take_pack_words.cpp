// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl class FILE take-pack CLASS… | --all PROGRAMME [--version V] [--dry-run]
#include "ctl/take_pack_words.hpp"

#include "certificates/pack_move.hpp"
#include "ctl/named.hpp"
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "programmes/pack_store.hpp"

#include <fmt/format.h>

namespace ctl {
namespace {

using certificates::PackMove;

struct Options {
    std::shared_ptr<const std::string> file;
    std::vector<std::string> classes;
    std::string programme;
    std::string version;
    bool dry_run = false;
};

std::int64_t number(auto id) {
    return static_cast<std::int64_t>(id);
}

core::Expected<std::vector<classes::ClassRow>> read_classes(const storage::Database& database,
                                                            const Options& options) {
    auto all = classes::list_classes(database);
    if (!options.programme.empty()) {
        if (const auto known = programmes::find_current_pack(database, options.programme); !known)
            return core::fail(known.error());
        std::erase_if(all, [&](const auto& one) { return one.programme != options.programme; });
        return all;
    }
    if (options.classes.empty())
        return core::fail(core::Error{"usage.missing"}.with("reason", "CLASS or --all PROGRAMME"));
    std::vector<classes::ClassRow> chosen;
    for (const std::string& text : options.classes) {
        const auto id = read_class(database, text);
        if (!id) return core::fail(id.error());
        for (const auto& one : all)
            if (one.id == *id) chosen.push_back(one);
    }
    return chosen;
}

core::Expected<std::string> version_for(const storage::Database& database, const Options& options,
                                        const classes::ClassRow& taught) {
    if (!options.version.empty()) return options.version;
    return programmes::find_current_pack(database, taught.programme)
        .map([](const programmes::CurrentPack& one) { return one.pack.version; });
}

Json learner_json(const classes::ClassLearner& learner) {
    return {{"learner", number(learner.enrolment.learner)},
            {"number", learner.number},
            {"name_km", learner.name_km}};
}

Json result_json(const assessment::Result& result, const std::string& average) {
    return {{"average", average.empty() ? Json() : Json(average)},
            {"grade", result.grade},
            {"rank", result.rank ? Json(*result.rank) : Json()},
            {"result", std::string{to_text(result.verdict)}},
            {"standing", std::string{to_text(result.standing)}}};
}

Json move_json(const PackMove& move, Language language) {
    Json json = {{"class", number(move.taught.id)},
                 {"name_km", move.taught.name_km},
                 {"from", move.from},
                 {"to", move.to},
                 {"learners", move.learners}};
    json["refused"] = move.refused ? error_json(*move.refused, language) : Json();
    json["results"] = Json::array();
    for (const certificates::ResultChange& one : move.results) {
        Json change = learner_json(one.learner);
        change["period"] = one.period.km;
        change["was"] = result_json(one.was, one.average_was);
        change["is"] = result_json(one.is, one.average_is);
        json["results"].push_back(std::move(change));
    }
    json["awards"] = Json::array();
    for (const certificates::AwardChange& one : move.awards) {
        Json change = learner_json(one.learner);
        change["may_be_awarded"] = one.may_be_awarded;
        json["awards"].push_back(std::move(change));
    }
    return json;
}

std::string move_text(const PackMove& move, Language language) {
    if (move.refused)
        return fmt::format("{}\t{}\t{} -> {}\t-\t{}", number(move.taught.id), move.taught.name_km, move.from,
                           move.to, sentence_of(*move.refused, language).message);
    std::string text = fmt::format("{}\t{}\t{} -> {}\t{}", number(move.taught.id), move.taught.name_km,
                                   move.from, move.to, move.learners);
    for (const certificates::ResultChange& one : move.results)
        text +=
            fmt::format("\n\t{}\t{}\t{} {} #{} {} -> {} {} #{} {}", one.learner.name_km, one.period.km,
                        one.average_was, one.was.grade, one.was.rank.value_or(0), to_text(one.was.verdict),
                        one.average_is, one.is.grade, one.is.rank.value_or(0), to_text(one.is.verdict));
    for (const certificates::AwardChange& one : move.awards)
        text += fmt::format("\n\t{}\t{}", one.learner.name_km, one.may_be_awarded ? "+ award" : "- award");
    return text;
}

core::Expected<Exit> take(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(*options.file);
    const auto wanted = read_classes(database, options);
    if (!wanted) return core::fail(wanted.error());
    Json document{{"dry_run", options.dry_run}, {"classes", Json::array()}};
    std::vector<PackMove> moves;
    for (const classes::ClassRow& taught : *wanted) {
        const auto version = version_for(database, options, taught);
        if (!version) return core::fail(version.error());
        moves.push_back(certificates::preview_move(database, shell.actor(), taught, *version));
        if (moves.back().refused && moves.back().refused->code == "pack.version-unknown")
            return core::fail(*moves.back().refused);
        document["classes"].push_back(move_json(moves.back(), shell.out().language()));
    }
    // All that may go, in one piece; the others are named.
    bool refused = false;
    storage::Transaction tx(database, shell.actor());
    bool any = false;
    for (const PackMove& move : moves) {
        refused = refused || move.refused.has_value();
        if (move.refused) continue;
        if (const auto done = certificates::take_pack(tx, move.taught.id, move.to); !done)
            return core::fail(done.error());
        any = true;
    }
    if (any && !options.dry_run) tx.commit();
    shell.out().answer(document, [&] {
        std::string text;
        for (const PackMove& move : moves)
            text += (text.empty() ? "" : "\n") + move_text(move, shell.out().language());
        return text;
    });
    return refused ? Exit::findings : Exit::done;
}

} // namespace

void add_take_pack_word(Word word, Shell& shell, std::shared_ptr<const std::string> file) {
    const auto options = std::make_shared<Options>();
    options->file = std::move(file);
    Word one =
        word.add_word("take-pack", "Open classes go over to another version of their programme's rules");
    const Argument named = one.add_option("CLASS", options->classes, "Their ids or names");
    one.add_option("--all", options->programme, "Every class of this programme instead").excludes(named);
    one.add_option("--version", options->version, "The version, else the one new classes get");
    one.add_flag("--dry-run", options->dry_run, "Only tells what would change for whom");
    shell.on(one, [&shell, options] { return take(shell, *options); });
}

} // namespace ctl
