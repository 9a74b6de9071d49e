// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl find FILE TEXT
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "learners/learner_list.hpp"
#include "learners/search.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

struct Options {
    std::string file;
    std::string text;
    std::int64_t limit = 50;
};

std::string born_text(const learners::LearnerRow& learner) {
    return learner.born ? core::to_text(*learner.born) : std::string{};
}

Json learner_json(const learners::LearnerRow& learner) {
    return {{"id", static_cast<std::int64_t>(learner.id)},
            {"number", learner.number},
            {"name_km", learner.name_km},
            {"name", learner.name},
            {"sex", core::to_text(learner.sex)},
            {"born", learner.born ? Json(born_text(learner)) : Json()}};
}

core::Expected<Exit> find(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto found = learners::find_once(database, options.text, static_cast<std::size_t>(options.limit),
                                           shell.out().progress());
    const auto rows = learners::rows_of(database, found.ids);
    Json document{{"total", found.total}, {"learners", Json::array()}};
    for (const auto& learner : rows)
        document["learners"].push_back(learner_json(learner));
    shell.out().answer(document, [&] {
        std::string lines = std::to_string(found.total);
        for (const auto& learner : rows)
            lines += fmt::format("\n{}\t{}\t{}\t{}\t{}", learner.number, learner.name_km, learner.name,
                                 core::to_text(learner.sex), born_text(learner));
        return lines;
    });
    return Exit::done;
}

} // namespace

void add_find_words(CLI::App& app, Shell& shell) {
    CLI::App& word =
        *app.add_subcommand("find", "Learners by any part of a name, number, phone, village or class");
    const auto options = std::make_shared<Options>();
    word.add_option("FILE", options->file, "The office file")->required();
    word.add_option("TEXT", options->text, "In Khmer or Latin letters; empty finds everyone")->required();
    word.add_option("--limit", options->limit, "How many are shown at most")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    shell.on(word, [&shell, options] { return find(shell, *options); });
}

} // namespace ctl
