// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl find FILE TEXT, narrowed to a class, centre, standing and so on
#include "ctl/named.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "learners/learner_list.hpp"
#include "learners/search.hpp"

#include <fmt/format.h>

#include <limits>
#include <memory>

namespace ctl {
namespace {

struct Options {
    std::string file;
    std::string text;
    std::int64_t limit = 50;
    std::string in_class;
    std::string institution;
    std::string programme;
    std::string status;
    std::string sex;
    std::string disability;
    std::string equity_card;
    bool no_birth_date = false;
    bool no_village = false;
};

core::Expected<learners::Filter> read_filter(const storage::Database& database, const Options& options) {
    learners::Filter filter;
    if (!options.in_class.empty()) {
        const auto id = read_class(database, options.in_class);
        if (!id) return core::fail(id.error());
        filter.class_id = static_cast<std::int64_t>(*id);
    }
    if (!options.institution.empty()) {
        const auto id = read_institution(database, options.institution);
        if (!id) return core::fail(id.error());
        filter.institution_id = static_cast<std::int64_t>(*id);
    }
    if (!options.programme.empty()) filter.programme = options.programme;
    // The parser has let only known words through.
    filter.standing = learners::standing_from_text(options.status);
    filter.sex = core::sex_from_text(options.sex);
    filter.disability = learners::answer_from_text(options.disability);
    if (!options.equity_card.empty()) filter.equity_card = options.equity_card == "yes";
    filter.no_birth_date = options.no_birth_date;
    filter.no_village = options.no_village;
    return filter;
}

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
    const auto filter = read_filter(database, options);
    if (!filter) return core::fail(filter.error());
    const auto found = learners::find_once(database, options.text, *filter,
                                           static_cast<std::size_t>(options.limit), shell.out().progress());
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

void add_find_words(Word app, Shell& shell) {
    Word word = app.add_word("find", "Learners by any part of a name, number, phone, village or class");
    const auto options = std::make_shared<Options>();
    word.add_option("FILE", options->file, "The office file").required();
    word.add_option("TEXT", options->text, "In Khmer or Latin letters; empty finds everyone").required();
    word.add_option("--limit", options->limit, "How many are shown at most")
        .between(0, std::numeric_limits<std::int64_t>::max())
        .with_default();
    word.add_option("--class", options->in_class, "Only those who are or were in this class: its id or name");
    word.add_option("--institution", options->institution,
                    "… in a class of this institution: id, code or name");
    word.add_option("--programme", options->programme, "… in a class of this programme");
    word.add_option("--status", options->status,
                    "In a class now, in one before and in none now, or never in one (of those above)")
        .one_of({"enrolled", "left", "never"});
    word.add_option("--sex", options->sex).one_of({"f", "m"});
    word.add_option("--disability", options->disability).one_of({"yes", "no", "unknown"});
    word.add_option("--equity-card", options->equity_card, "One that counts today").one_of({"yes", "no"});
    word.add_flag("--no-birth-date", options->no_birth_date);
    word.add_flag("--no-village", options->no_village);
    shell.on(word, [&shell, options] { return find(shell, *options); });
}

} // namespace ctl
