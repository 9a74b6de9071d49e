// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl eligible
#include "certificates/eligibility.hpp"
#include "classes/class_store.hpp"
#include "ctl/certificate_json.hpp"
#include "ctl/named.hpp"
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "programmes/pack_store.hpp"
#include "programmes/pack_trial.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

using certificates::Candidate;

struct EligibleOptions {
    std::string file, class_name;
    std::vector<std::string> what_if;
};

// The class's rules with those otherwise. Errors: rule.no-value {rule} without a "="; those of with_rule.
core::Expected<programmes::Pack> otherwise(programmes::Pack pack, const std::vector<std::string>& rules) {
    for (const std::string& rule : rules) {
        const std::size_t sign = rule.find('=');
        if (sign == std::string::npos) return core::fail(core::Error{"rule.no-value"}.with("rule", rule));
        auto changed = programmes::with_rule(pack, std::string_view{rule}.substr(0, sign),
                                             std::string_view{rule}.substr(sign + 1));
        if (!changed) return changed;
        pack = std::move(*changed);
    }
    return pack;
}

Json candidate_json(const Candidate& candidate, Language language) {
    const auto& learner = candidate.learner;
    Json json = {{"id", static_cast<std::int64_t>(learner.enrolment.learner)},
                 {"number", learner.number},
                 {"name_km", learner.name_km},
                 {"name", learner.name},
                 {"eligible", candidate.eligible()},
                 {"reasons", Json::array()}};
    if (candidate.serial) json["serial"] = *candidate.serial;
    json["units"] = units_json(candidate.units);
    for (const core::Error& reason : candidate.reasons)
        json["reasons"].push_back(reason_json(reason, language));
    return json;
}

std::string candidate_text(Shell& shell, const Candidate& candidate) {
    const auto& learner = candidate.learner;
    std::string text =
        fmt::format("{}  {}  {}", learner.number, learner.name_km.empty() ? learner.name : learner.name_km,
                    shell.out().say(candidate.eligible() ? wording::translatable("Eligible")
                                                         : wording::translatable("Not eligible")));
    for (const core::Error& reason : candidate.reasons)
        text += "\n    " + sentence_of(reason, shell.out().language()).message;
    for (const certificates::AwardUnit& one : candidate.units)
        if (!one.own_class)
            text += fmt::format("\n    {}  {}  {}  {}", core::to_iso(one.earned_on), units::to_text(one.way),
                                one.office ? one.office->code : "-",
                                shell.out().choose(one.name.km, one.name.en));
    return text;
}

// By the class's rules, and by others: "+" may be awarded then and not now, "-" now and not then.
core::Expected<Exit> what_if(Shell& shell, const storage::Database& database, classes::ClassId class_id,
                             const std::vector<std::string>& rules) {
    const auto pack =
        otherwise(programmes::load_pack(database, classes::load_class(database, class_id).pack), rules);
    if (!pack) return core::fail(pack.error());
    const std::vector<Candidate> now = certificates::load_candidates(database, class_id);
    const std::vector<Candidate> then = certificates::load_candidates(database, class_id, *pack);
    Json document = {{"what_if", rules}, {"learners", Json::array()}};
    std::string text;
    int more = 0;
    int fewer = 0;
    for (std::size_t at = 0; at < now.size(); ++at) {
        Json json = candidate_json(now[at], shell.out().language());
        json["then"] = candidate_json(then[at], shell.out().language());
        document["learners"].push_back(std::move(json));
        const bool same = now[at].eligible() == then[at].eligible();
        if (!same) ++(then[at].eligible() ? more : fewer);
        const char* mark = same ? " " : then[at].eligible() ? "+" : "-";
        text += fmt::format("{}{} {}", text.empty() ? "" : "\n", mark, candidate_text(shell, then[at]));
    }
    document["more"] = more;
    document["fewer"] = fewer;
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

core::Expected<Exit> eligible(Shell& shell, const EligibleOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto class_id = read_class(database, options.class_name);
    if (!class_id) return core::fail(class_id.error());
    if (!options.what_if.empty()) return what_if(shell, database, *class_id, options.what_if);
    Json document = {{"learners", Json::array()}};
    std::string text;
    for (const Candidate& candidate : certificates::load_candidates(database, *class_id)) {
        document["learners"].push_back(candidate_json(candidate, shell.out().language()));
        text += (text.empty() ? "" : "\n") + candidate_text(shell, candidate);
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

} // namespace

void add_eligible_words(Word app, Shell& shell) {
    const auto options = std::make_shared<EligibleOptions>();
    Word word = app.add_word("eligible", "Who may be awarded, and who not and why");
    word.add_option("FILE", options->file, "The office file").required();
    word.add_option("CLASS", options->class_name, "The class's number or name").required();
    word.add_option("--what-if", options->what_if,
                    "A rule otherwise, as the pack calls it: attendance.minimum-percent=70; nothing is kept");
    shell.on(word, [&shell, options] { return eligible(shell, *options); });
}

} // namespace ctl
