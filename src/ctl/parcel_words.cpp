// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl parcel
#include "certificates/issue_files.hpp"
#include "ctl/certificate_json.hpp"
#include "ctl/named.hpp"
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "documents/file.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "parcels/parcel_store.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

using parcels::Verdict;
using parcels::Way;

struct Options {
    std::string file, parcel, headteacher, out;
    std::vector<std::string> institutions;
    std::optional<std::int64_t> numbers;
    bool dry_run = false;
};
using Shared = std::shared_ptr<Options>;

core::Expected<parcels::Wanted> read_wanted(const storage::Database& database, const Options& options) {
    parcels::Wanted wanted{
        .institutions = {}, .headteacher = options.headteacher, .numbers = options.numbers};
    for (const std::string& text : options.institutions) {
        const auto id = read_institution(database, text);
        if (!id) return core::fail(id.error());
        wanted.institutions.push_back(*id);
    }
    if (wanted.institutions.empty()) return core::fail(core::Error{"parcel.for-whom"});
    return wanted;
}

Json sent_json(const parcels::Sent& sent, const Options& options) {
    Json document = {{"way", to_text(sent.head.way)},
                     {"parcel", sent.head.sequence},
                     {"institution", sent.head.institution_km},
                     {"file", options.out},
                     {"classes", sent.classes},
                     {"learners", sent.learners},
                     {"lists", sent.lists},
                     {"certificates", sent.certificates},
                     {"blocks", Json::array()}};
    if (sent.head.way == Way::back) document["answers"] = sent.head.answers;
    for (const parcels::ToldBlock& one : sent.blocks)
        document["blocks"].push_back(
            {{"office", one.office_code}, {"year", one.year}, {"first", one.first}, {"last", one.last}});
    return document;
}

core::Expected<Exit> send(Shell& shell, const Options& options) {
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    storage::Database database = shell.open_to_write(options.file);
    const auto key = shell.signing_key(database);
    if (!key) return core::fail(key.error());
    const std::string name = text_of(path_of(options.out).filename());
    storage::Transaction tx(database, shell.actor());
    core::Expected<parcels::Sent> sent;
    if (office::load_office(database).level == office::Level::institution) {
        sent = parcels::send_back(tx, *key, name);
    } else {
        const auto wanted = read_wanted(database, options);
        if (!wanted) return core::fail(wanted.error());
        sent = parcels::send_out(tx, *wanted, *key, name);
    }
    if (!sent) return core::fail(sent.error());
    certificates::commit_with_file(tx, path_of(options.out), sent->bytes);
    const Json document = sent_json(*sent, options);
    shell.out().answer(document, [&] {
        return fmt::format("{}  {}  {}", sent->head.sequence, sent->head.institution_km, options.out);
    });
    return Exit::done;
}

Json row_json(const parcels::PlanRow& row, Language language) {
    Json json = {{"kind", row.kind}, {"name", row.name}, {"verdict", to_text(row.verdict)}};
    if (!row.detail.empty()) json["detail"] = row.detail;
    if (row.reason) json["reason"] = reason_json(*row.reason, language);
    return json;
}

std::string row_text(const parcels::PlanRow& row, Language language) {
    std::string text = fmt::format("{}  {}  {}", to_text(row.verdict), row.kind, row.name);
    if (!row.detail.empty()) text += "  " + row.detail;
    if (row.reason) text += "\n    " + sentence_of(*row.reason, language).message;
    return text;
}

void answer_plan(Shell& shell, const parcels::Plan& plan, bool written) {
    const parcels::Head& head = plan.parcel.head;
    const Language language = shell.out().language();
    Json document = {{"way", to_text(head.way)},
                     {"parcel", head.sequence},
                     {"sender", head.sender.code},
                     {"sender_km", head.sender.name_km},
                     {"institution", head.institution_km},
                     {"taken_before", plan.taken_before},
                     {"written", written},
                     {"rows", Json::array()}};
    for (const Verdict verdict : {Verdict::fresh, Verdict::changed, Verdict::same, Verdict::refused})
        document[std::string{to_text(verdict)}] = plan.count(verdict);
    if (head.sample) document["sample"] = true;
    for (const parcels::PlanRow& row : plan.rows)
        document["rows"].push_back(row_json(row, language));
    shell.out().answer(document, [&] {
        if (plan.taken_before)
            return shell.out().say(
                wording::translatable("This parcel was taken before; nothing is changed."));
        std::string text = fmt::format("{}  {}  {}", head.sequence, head.sender.code, head.institution_km);
        for (const parcels::PlanRow& row : plan.rows)
            if (row.verdict != Verdict::same) text += "\n" + row_text(row, language);
        return text;
    });
}

core::Expected<parcels::Plan> read_plan(const storage::Database& database, const Options& options) {
    auto parcel = parcels::read_parcel_file(path_of(options.parcel));
    if (!parcel) return core::fail(parcel.error());
    return parcels::plan_parcel(database, *std::move(parcel));
}

Exit exit_of(const parcels::Plan& plan) {
    return plan.count(Verdict::refused) > 0 ? Exit::findings : Exit::done;
}

core::Expected<Exit> take(Shell& shell, const Options& options) {
    if (options.dry_run) {
        const storage::Database database = shell.open_to_read(options.file);
        const auto plan = read_plan(database, options);
        if (!plan) return core::fail(plan.error());
        answer_plan(shell, *plan, false);
        return exit_of(*plan);
    }
    storage::Database database = shell.open_to_write(options.file);
    const auto plan = read_plan(database, options);
    if (!plan) return core::fail(plan.error());
    if (!plan->taken_before) {
        storage::Transaction tx(database, shell.actor());
        if (auto taken = parcels::take_parcel(tx, *plan, text_of(path_of(options.parcel).filename())); !taken)
            return core::fail(taken.error());
        tx.commit();
    }
    answer_plan(shell, *plan, !plan->taken_before);
    return exit_of(*plan);
}

core::Expected<Exit> list(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(options.file);
    Json document = {{"parcels", Json::array()}};
    std::string text;
    for (const parcels::ParcelRow& one : parcels::list_parcels(database)) {
        Json json = {{"way", to_text(one.way)},
                     {"direction", one.sent ? "sent" : "taken"},
                     {"institution", one.institution_km},
                     {"parcel", one.sequence},
                     {"file", one.file_name},
                     {"at", core::to_iso(one.at)},
                     {"actor", one.actor},
                     {"new", one.fresh},
                     {"changed", one.changed},
                     {"refused", one.refused}};
        if (one.answers) json["answers"] = *one.answers;
        if (!one.headteacher.empty()) json["headteacher"] = one.headteacher;
        document["parcels"].push_back(std::move(json));
        text += fmt::format("{}{}  {} {}  {}  {}", text.empty() ? "" : "\n", core::to_iso(one.at),
                            one.sent ? "sent" : "taken", one.sequence, one.institution_km, one.file_name);
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

} // namespace

void add_parcel_words(Word app, Shell& shell) {
    const auto options = std::make_shared<Options>();
    Word word = app.add_word("parcel", "What goes to an institution to be approved, and comes back");
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    Word out = word.add_word("out", "Write a parcel: for an institution, or from its file to the district");
    out.add_option("INSTITUTION", options->institutions,
                   "Its id, code or name; several for one headteacher; none in an institution's own file");
    out.add_option("--out", options->out, "The file to write: NAME.srokp").required();
    out.add_option("--headteacher", options->headteacher, "Who it is meant for, by name");
    out.add_option("--numbers", options->numbers, "Serial numbers to have in hand; else one for each learner")
        .between(0, 10'000);
    shell.on(out, [&shell, options] { return send(shell, *options); });
    Word in = word.add_word("in", "Take a parcel, row by row; twice changes nothing");
    in.add_option("PARCEL", options->parcel, "The file").required();
    in.add_flag("--dry-run", options->dry_run, "Only say what it would do");
    shell.on(in, [&shell, options] { return take(shell, *options); });
    Word all = word.add_word("list", "What went out and came in, newest first");
    shell.on(all, [&shell, options] { return list(shell, *options); });
}

} // namespace ctl
