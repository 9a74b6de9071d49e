// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl learner FILE units | recognise | withdraw | erase | last-seen, transcript
#include "certificates/award_units.hpp"
#include "certificates/transcript_code.hpp"
#include "core/date.hpp"
#include "ctl/console.hpp"
#include "ctl/named.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "documents/file.hpp"
#include "identity/erasure.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"
#include "units/earned_store.hpp"
#include "units/recognition_store.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

struct UnitOptions {
    std::string file, learner, programme, level, on, remark, reason, out, before;
    bool dry_run = false;
    std::vector<std::string> units, evidence, assessors;
    std::int64_t recognition = 0;
};
using Options = std::shared_ptr<UnitOptions>;

Json wording_json(const programmes::Wording& wording) {
    return {{"km", wording.km}, {"en", wording.en}};
}

Json unit_json(const storage::Database& database, const units::EarnedUnit& unit) {
    Json json = {{"programme", unit.programme},
                 {"unit", unit.unit},
                 {"name", wording_json(unit.name)},
                 {"way", units::to_text(unit.way)},
                 {"earned_on", core::to_iso(unit.earned_on)},
                 {"office", unit.office ? Json(unit.office->code) : Json()},
                 {"average", unit.marks ? Json(unit.marks->average_text) : Json()},
                 {"grade", unit.marks ? Json(unit.marks->grade) : Json()}};
    if (!unit.level.empty()) json["level"] = unit.level;
    if (unit.taught) {
        json["class_km"] = unit.taught->class_km;
        json["institution_km"] = unit.taught->institution_km;
    }
    if (unit.marks) {
        json["marks"] = Json::object();
        for (const units::SubjectMark& mark : unit.marks->subjects)
            json["marks"][mark.subject.km] = mark.mark;
    }
    if (unit.way == units::Way::recognition && !unit.office)
        if (const auto id = units::find_by_uid(database, unit.source))
            json["recognition"] = static_cast<std::int64_t>(*id);
    return json;
}

Json recognition_json(const units::KeptRecognition& kept) {
    const units::Recognition& one = kept.recognition;
    Json json = {{"id", static_cast<std::int64_t>(one.id)},
                 {"day", core::to_iso(one.day)},
                 {"programme", one.programme},
                 {"units", one.units},
                 {"evidence", one.evidence},
                 {"assessors", Json::array()},
                 {"remark", one.remark},
                 {"actor", kept.actor},
                 {"withdrawn", nullptr}};
    for (const units::Assessor& assessor : one.assessors)
        json["assessors"].push_back(
            {{"name", assessor.name},
             {"educator", assessor.educator ? Json(static_cast<std::int64_t>(*assessor.educator)) : Json()}});
    if (kept.withdrawal)
        json["withdrawn"] = {{"at", core::to_iso(kept.withdrawal->at)},
                             {"actor", kept.withdrawal->actor},
                             {"reason", kept.withdrawal->reason}};
    return json;
}

std::string unit_lines(const std::vector<units::EarnedUnit>& earned, const Output& out) {
    std::string text;
    for (const units::EarnedUnit& unit : earned)
        text +=
            fmt::format("{}{}  {}  {}  {}  {}  {}", text.empty() ? "" : "\n", core::to_iso(unit.earned_on),
                        units::to_text(unit.way), unit.office ? unit.office->code : "-", unit.programme,
                        out.choose(unit.name.km, unit.name.en), unit.marks ? unit.marks->average_text : "");
    return text;
}

core::Expected<Exit> list(Shell& shell, const UnitOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto learner = read_learner(database, options.learner);
    if (!learner) return core::fail(learner.error());
    const auto earned = units::load_earned(database, *learner);
    Json document = {{"learner", static_cast<std::int64_t>(*learner)},
                     {"number", learners::load_learner(database, *learner).number},
                     {"units", Json::array()},
                     {"recognitions", Json::array()}};
    for (const units::EarnedUnit& unit : earned)
        document["units"].push_back(unit_json(database, unit));
    for (const units::KeptRecognition& kept : units::recognitions_of(database, *learner))
        document["recognitions"].push_back(recognition_json(kept));
    shell.out().answer(document, [&] { return unit_lines(earned, shell.out()); });
    return Exit::done;
}

core::Expected<Exit> recognise(Shell& shell, const UnitOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    const auto learner = read_learner(database, options.learner);
    if (!learner) return core::fail(learner.error());
    units::Recognition wanted{.learner = *learner,
                              .programme = options.programme,
                              .level = options.level,
                              .units = options.units,
                              .evidence = options.evidence,
                              .day = shell.today(),
                              .remark = options.remark};
    if (!options.on.empty()) {
        const auto day = read_day(options.on);
        if (!day) return core::fail(day.error());
        wanted.day = *day;
    }
    for (const std::string& name : options.assessors)
        wanted.assessors.push_back(units::read_assessor(database, name));
    storage::Transaction tx(database, shell.actor());
    const auto id = units::recognise(tx, wanted);
    if (!id) return core::fail(id.error());
    tx.commit();
    const auto number = static_cast<std::int64_t>(*id);
    shell.out().answer({{"recognition", number}, {"learner", static_cast<std::int64_t>(*learner)}},
                       [&] { return fmt::format("recognition {}", number); });
    return Exit::done;
}

core::Expected<Exit> withdraw(Shell& shell, const UnitOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto done =
        certificates::withdraw_recognition(tx, units::RecognitionId{options.recognition}, options.reason);
    if (!done) return core::fail(done.error());
    tx.commit();
    shell.out().answer({{"withdrawn", options.recognition}},
                       [&] { return fmt::format("recognition {} withdrawn", options.recognition); });
    return Exit::done;
}

core::Expected<Exit> transcript(Shell& shell, const UnitOptions& options) {
    if (path_of(options.out).extension() != ".pdf")
        return core::fail(core::Error{"file.kind"}.with("kinds", ".pdf"));
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    storage::Database database = shell.open_to_write(options.file);
    const auto learner = read_learner(database, options.learner);
    if (!learner) return core::fail(learner.error());
    const auto key = shell.signing_key(database);
    if (!key) return core::fail(key.error());
    const auto fonts = documents::Fonts::load(documents::font_folders(program_folder()));
    storage::Transaction tx(database, shell.actor());
    const auto printed = certificates::print_transcript(tx, *learner, *key, fonts);
    if (!printed) return core::fail(printed.error());
    documents::write_file(path_of(options.out), printed->paper.pdf);
    tx.commit();
    shell.out().answer({{"file", options.out},
                        {"code", printed->code},
                        {"learner", static_cast<std::int64_t>(*learner)},
                        {"units", units::load_earned(database, *learner).size()}},
                       [&] { return options.out; });
    return Exit::done;
}

core::Expected<Exit> erase(Shell& shell, const UnitOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    const auto id = read_learner(database, options.learner);
    if (!id) return core::fail(id.error());
    const std::string number = learners::load_learner(database, *id).number;
    const auto erased = options.dry_run
                            ? identity::plan_erasure(database, *id)
                            : identity::erase_for_good(database, shell.actor(), *id, options.reason);
    if (!erased) return core::fail(erased.error());
    const Json document{{"number", number},
                        {"dry_run", options.dry_run},
                        {"whole", erased->whole},
                        {"enrolments", erased->enrolments},
                        {"certificates", erased->serials},
                        {"audit_rows", erased->audit_rows}};
    shell.out().answer(document, [&] { return number; });
    return Exit::done;
}

core::Expected<Exit> last_seen(Shell& shell, const UnitOptions& options) {
    const auto day = read_day(options.before);
    if (!day) return core::fail(day.error());
    const storage::Database database = shell.open_to_read(options.file);
    Json document{{"before", options.before}, {"learners", Json::array()}};
    std::string text;
    for (const learners::LearnerId id : identity::last_seen_before(database, *day)) {
        const learners::Learner one = learners::load_learner(database, id);
        document["learners"].push_back({{"id", static_cast<std::int64_t>(id)},
                                        {"number", one.number},
                                        {"name_km", one.name_km},
                                        {"name", one.name}});
        text +=
            (text.empty() ? "" : "\n") + one.number + "  " + (one.name_km.empty() ? one.name : one.name_km);
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

Word add_action(Word word, Shell& shell, const std::string& name, const std::string& help,
                const Options& options, core::Expected<Exit> (*run)(Shell&, const UnitOptions&)) {
    Word action = word.add_word(name, help);
    shell.on(action, [&shell, options, run] { return run(shell, *options); });
    return action;
}

} // namespace

void add_unit_words(Word app, Shell& shell) {
    const auto options = std::make_shared<UnitOptions>();
    Word word = app.add_word("learner", "The units of a learner, and recognition of prior learning");
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    Word listing = add_action(word, shell, "units", "What the learner earned, how and where", options, list);
    listing.add_option("LEARNER", options->learner, "A learner number or id").required();

    Word adding =
        add_action(word, shell, "recognise", "Recognise units of prior learning", options, recognise);
    adding.add_option("LEARNER", options->learner, "A learner number or id").required();
    adding.add_option("--programme", options->programme, "The programme's key").required();
    adding.add_option("--unit", options->units, "A unit's key; several are recognised together").required();
    adding.add_option("--evidence", options->evidence, "What was seen, piece by piece").required();
    adding.add_option("--assessor", options->assessors, "An educator's id or name, or another person; two")
        .required();
    adding.add_option("--on", options->on, "The day of the assessment; today");
    adding.add_option("--level", options->level, "Of a programme with several");
    adding.add_option("--remark", options->remark, "A remark");

    Word withdrawing =
        add_action(word, shell, "withdraw", "Take a recognition back, with a reason", options, withdraw);
    withdrawing.add_option("RECOGNITION", options->recognition, "Its number").required();
    withdrawing.add_option("--reason", options->reason, "Why, kept with it").required();

    Word erasing = add_action(word, shell, "erase",
                              "Remove what was told about a person; what the register answers for stays",
                              options, erase);
    erasing.add_option("LEARNER", options->learner, "A learner number or id").required();
    erasing.add_option("--reason", options->reason, "Why, kept in the audit");
    erasing.add_flag("--dry-run", options->dry_run, "Say what would go and what would stay");
    Word seen =
        add_action(word, shell, "last-seen", "Whose last class ended before a day", options, last_seen);
    seen.add_option("--before", options->before, "The day").required();

    const auto of_paper = std::make_shared<UnitOptions>();
    Word paper = add_action(app, shell, "transcript", "A learner's units with their marks, as a PDF",
                            of_paper, transcript);
    paper.add_option("FILE", of_paper->file, "The office file").required();
    paper.add_option("LEARNER", of_paper->learner, "A learner number or id").required();
    paper.add_option("--out", of_paper->out, "The PDF to write").required();
}

} // namespace ctl
