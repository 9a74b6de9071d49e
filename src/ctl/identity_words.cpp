// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl duplicates, other-person, merge, unmerge, merges
#include "ctl/named.hpp"
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "identity/labelled.hpp"
#include "identity/look_alikes.hpp"
#include "identity/merge.hpp"
#include "identity/other_person.hpp"
#include "learners/learner_list.hpp"
#include "learners/learner_store.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <memory>

namespace ctl {
namespace {

using identity::Likeness;
using learners::LearnerId;

std::int64_t number_of(LearnerId id) {
    return static_cast<std::int64_t>(id);
}

// Three digits are enough to compare by.
double rounded(double share) {
    return std::round(share * 1000) / 1000;
}

Json words_of(const std::vector<core::Error>& reasons, Language language) {
    Json words = Json::array();
    for (const core::Error& reason : reasons)
        words.push_back(sentence_of(reason, language).message);
    return words;
}

Json codes_of(const std::vector<core::Error>& reasons) {
    Json codes = Json::array();
    for (const core::Error& reason : reasons)
        codes.push_back(reason.code);
    return codes;
}

std::string joined(const std::vector<core::Error>& reasons, Language language) {
    std::string text;
    for (const core::Error& reason : reasons)
        text += (text.empty() ? "" : ", ") + sentence_of(reason, language).message;
    return text;
}

void add_learner(Json& pair, const std::string& side, const learners::LearnerRow& row) {
    pair[side + "_number"] = row.number;
    pair[side + "_name_km"] = row.name_km;
    pair[side + "_name"] = row.name;
}

core::Expected<Exit> duplicates(Shell& shell, const std::string& file) {
    const storage::Database database = shell.open_to_read(file);
    const identity::LookAlikes found = identity::find_look_alikes(database, shell.out().progress());
    const identity::Explainer explainer(database);
    const Language language = shell.out().language();
    Json document = {{"pairs", Json::array()}};
    std::string text;
    for (const identity::LookAlike& one : found.pairs) {
        const Likeness likeness = explainer.explain(one.a, one.b);
        const std::vector<LearnerId> both = {one.a, one.b};
        const auto rows = learners::rows_of(database, both);
        Json pair = {{"a", number_of(one.a)}, {"b", number_of(one.b)}, {"score", rounded(one.score)}};
        pair["because"] = words_of(likeness.because, language);
        pair["against"] = words_of(likeness.against, language);
        pair["codes"] = codes_of(likeness.because);
        add_learner(pair, "a", rows.at(0));
        add_learner(pair, "b", rows.at(1));
        const std::string but = joined(likeness.against, language);
        text += fmt::format("{}{:.2f}  {} {}  =  {} {}  ({}{}{})", text.empty() ? "" : "\n", one.score,
                            rows[0].number, shell.out().choose(rows[0].name_km, rows[0].name), rows[1].number,
                            shell.out().choose(rows[1].name_km, rows[1].name),
                            joined(likeness.because, language), but.empty() ? "" : "; − ", but);
        document["pairs"].push_back(std::move(pair));
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

Json share_json(const std::optional<double>& share) {
    return share ? Json(rounded(*share)) : Json(nullptr);
}

Json tally_json(const identity::Tally& tally) {
    return {{"pairs", tally.pairs()},
            {"same", tally.same},
            {"different", tally.different},
            {"found", tally.found},
            {"wrongly_found", tally.wrongly_found},
            {"precision", share_json(tally.precision())},
            {"recall", share_json(tally.recall())}};
}

std::string tally_text(const std::string& kind, const identity::Tally& tally) {
    const auto percent = [](const std::optional<double>& share) {
        return share ? fmt::format("{:.1f} %", *share * 100) : std::string{"-"};
    };
    return fmt::format("{:<28} {:>6}  recall {:>7}  precision {:>7}  missed {}, wrongly found {}", kind,
                       tally.pairs(), percent(tally.recall()), percent(tally.precision()),
                       tally.same - tally.found, tally.wrongly_found);
}

core::Expected<Exit> labelled(Shell& shell, const std::string& file, const std::string& pairs_file) {
    const storage::Database database = shell.open_to_read(file);
    const auto pairs = identity::read_pairs(database, path_of(pairs_file));
    if (!pairs) return core::fail(pairs.error());
    const identity::Evaluation evaluation = identity::evaluate(*pairs, shell.out().progress());
    const Language language = shell.out().language();
    Json document = {{"pairs", evaluation.all.pairs()},
                     {"precision", share_json(evaluation.all.precision())},
                     {"recall", share_json(evaluation.all.recall())},
                     {"by_kind", Json::object()},
                     {"mistakes", Json::array()}};
    for (const auto& [kind, tally] : evaluation.by_kind)
        document["by_kind"][kind] = tally_json(tally);
    for (const identity::Mistake& mistake : evaluation.mistakes)
        document["mistakes"].push_back({{"row", mistake.row},
                                        {"kind", mistake.kind},
                                        {"label", mistake.same ? "same" : "different"},
                                        {"score", rounded(mistake.likeness.score)},
                                        {"because", words_of(mistake.likeness.because, language)},
                                        {"against", words_of(mistake.likeness.against, language)}});
    shell.out().answer(document, [&] {
        std::string text = tally_text("", evaluation.all);
        for (const auto& [kind, tally] : evaluation.by_kind)
            text += "\n" + tally_text(kind, tally);
        return text;
    });
    return Exit::done;
}

// "12=A": in the class 12 the marks and scores of A count.
core::Expected<identity::RegisterChoice> read_registers(const std::vector<std::string>& typed) {
    identity::RegisterChoice choice;
    for (const std::string& one : typed) {
        std::int64_t id = 0;
        const auto [end, error] = std::from_chars(one.data(), one.data() + one.size(), id);
        const std::string_view rest(end, static_cast<std::size_t>(one.data() + one.size() - end));
        if (error != std::errc{} || (rest != "=A" && rest != "=B"))
            return core::fail(core::Error{"merge.register-unreadable"}.with("text", one));
        choice[classes::ClassId{id}] = rest == "=A" ? identity::Whose::kept : identity::Whose::gone;
    }
    return choice;
}

struct MergeOptions {
    std::string file, a, b;
    std::vector<std::string> take;
    std::vector<std::string> registers;
};

core::Expected<Exit> merge(Shell& shell, const MergeOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    const auto kept = read_learner(database, options.a);
    if (!kept) return core::fail(kept.error());
    const auto gone = read_learner(database, options.b);
    if (!gone) return core::fail(gone.error());
    const auto registers = read_registers(options.registers);
    if (!registers) return core::fail(registers.error());
    identity::MergeChoice choice;
    choice.registers = *registers;
    if (!options.take.empty()) {
        choice.from_gone = identity::default_choice(learners::load_learner(database, *kept),
                                                    learners::load_learner(database, *gone));
        choice.from_gone->insert(options.take.begin(), options.take.end());
    }
    storage::Transaction tx(database, shell.actor());
    const auto merged = identity::merge(tx, *kept, *gone, choice);
    if (!merged) return core::fail(merged.error());
    tx.commit();
    const auto id = static_cast<std::int64_t>(merged->id);
    Json document = {{"merge", id}, {"kept", number_of(*kept)}, {"changes", Json::array()}};
    for (const storage::FieldChange& change : merged->changes)
        document["changes"].push_back(
            {{"field", change.field}, {"was", change.was.value_or("")}, {"is", change.is.value_or("")}});
    shell.out().answer(document, [&] { return fmt::format("merge {}", id); });
    return Exit::done;
}

core::Expected<Exit> unmerge(Shell& shell, const std::string& file, std::int64_t id) {
    storage::Database database = shell.open_to_write(file);
    storage::Transaction tx(database, shell.actor());
    const auto undone = identity::undo_merge(tx, identity::MergeId{id});
    if (!undone) return core::fail(undone.error());
    tx.commit();
    shell.out().answer({{"undone", id}}, [&] { return fmt::format("merge {} undone", id); });
    return Exit::done;
}

core::Expected<Exit> list(Shell& shell, const std::string& file) {
    const storage::Database database = shell.open_to_read(file);
    Json document = {{"merges", Json::array()}};
    std::string text;
    for (const identity::MergeSummary& one : identity::list_merges(database)) {
        const auto id = static_cast<std::int64_t>(one.id);
        document["merges"].push_back(
            {{"id", id},
             {"kept", one.kept ? Json(number_of(*one.kept)) : Json(nullptr)},
             {"kept_number", one.kept_number},
             {"gone_number", one.gone_number},
             {"gone_name_km", one.gone_name_km},
             {"gone_name", one.gone_name},
             {"by", one.actor},
             {"at", core::to_iso(one.at)},
             {"undone", one.undone_at ? Json(core::to_iso(*one.undone_at)) : Json(nullptr)}});
        text += fmt::format("{}{}  {}  {} {} → {}  {}", text.empty() ? "" : "\n", id, core::to_iso(one.at),
                            one.gone_number, shell.out().choose(one.gone_name_km, one.gone_name),
                            one.kept_number, one.undone_at ? "undone" : "");
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

core::Expected<Exit> other_person(Shell& shell, const std::string& file, const std::string& a,
                                  const std::string& b) {
    storage::Database database = shell.open_to_write(file);
    const auto one = read_learner(database, a);
    if (!one) return core::fail(one.error());
    const auto other = read_learner(database, b);
    if (!other) return core::fail(other.error());
    storage::Transaction tx(database, shell.actor());
    if (const auto decided = identity::decide_other_person(tx, *one, *other); !decided)
        return core::fail(decided.error());
    tx.commit();
    shell.out().answer({{"a", number_of(*one)}, {"b", number_of(*other)}}, [] { return std::string{}; });
    return Exit::done;
}

void add_duplicates(Word app, Shell& shell) {
    Word word = app.add_word("duplicates", "Learners that may be one person, and why");
    const auto file = std::make_shared<std::string>();
    const auto pairs = std::make_shared<std::string>();
    word.add_option("FILE", *file, "The office file").required();
    word.add_option("--labelled", *pairs, "A table of pairs of which it is known; says precision and recall");
    shell.on(word, [&shell, file, pairs] {
        return pairs->empty() ? duplicates(shell, *file) : labelled(shell, *file, *pairs);
    });
}

void add_merge(Word app, Shell& shell) {
    Word word = app.add_word("merge", "Make one record of two that are one person");
    const auto options = std::make_shared<MergeOptions>();
    word.add_option("FILE", options->file, "The office file").required();
    word.add_option("A", options->a, "The learner who stays: id or number").required();
    word.add_option("B", options->b, "The learner who becomes part of A").required();
    word.add_option("--take", options->take,
                    "A field to take from B though A has one: name, born, phone, photo …");
    word.add_option("--register", options->registers,
                    "Whose marks and scores count in a class both are in: CLASS=A or CLASS=B");
    shell.on(word, [&shell, options] { return merge(shell, *options); });
}

void add_unmerge(Word app, Shell& shell) {
    Word word = app.add_word("unmerge", "Take a merge back");
    const auto file = std::make_shared<std::string>();
    const auto id = std::make_shared<std::int64_t>(0);
    word.add_option("FILE", *file, "The office file").required();
    word.add_option("MERGE", *id, "Its number in `merges`").required();
    shell.on(word, [&shell, file, id] { return unmerge(shell, *file, *id); });
}

} // namespace

void add_identity_words(Word app, Shell& shell) {
    add_duplicates(app, shell);
    add_merge(app, shell);
    add_unmerge(app, shell);

    Word history = app.add_word("merges", "What was merged, newest first");
    const auto file = std::make_shared<std::string>();
    history.add_option("FILE", *file, "The office file").required();
    shell.on(history, [&shell, file] { return list(shell, *file); });

    Word other = app.add_word("other-person", "Remember that two look-alikes are two people");
    const auto a = std::make_shared<std::string>();
    const auto b = std::make_shared<std::string>();
    other.add_option("FILE", *file, "The office file").required();
    other.add_option("A", *a, "A learner: id or number").required();
    other.add_option("B", *b, "The other").required();
    shell.on(other, [&shell, file, a, b] { return other_person(shell, *file, *a, *b); });
}

} // namespace ctl
