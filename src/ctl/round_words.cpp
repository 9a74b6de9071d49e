// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl return FILE rounds | round | status | explain | correct
#include "core/school_year.hpp"
#include "ctl/layout_words.hpp"
#include "ctl/named.hpp"
#include "ctl/return_json.hpp"
#include "ctl/round_json.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "returns/built_return_store.hpp"
#include "returns/explanation_store.hpp"
#include "returns/gather.hpp"

#include <fmt/format.h>

namespace ctl {
namespace {

struct Options {
    std::shared_ptr<const std::string> file;
    std::string kind;
    std::optional<std::string> layout;
    std::optional<int> due_days;
    std::optional<std::string> since;
    bool remove = false;
    std::string period;
    std::string finding;
    std::optional<std::string> text;
    std::string reason;
};
using SharedOptions = std::shared_ptr<Options>;

Exit tell_rounds(Shell& shell, const storage::Database& database) {
    const auto rounds = returns::list_rounds(database);
    Json document{{"rounds", rounds_json(rounds)}};
    shell.out().answer(document, [&] {
        std::string text;
        for (const returns::Round& one : rounds)
            text += fmt::format("{}{}\t{}\t+{}\t{}", text.empty() ? "" : "\n", to_text(one.kind), one.layout,
                                one.due_days, core::to_iso(one.since));
        return text;
    });
    return Exit::done;
}

core::Expected<Exit> rounds(Shell& shell, const Options& options) {
    return tell_rounds(shell, shell.open_to_read(*options.file));
}

// What is not named stays as it is; a new round asks from the beginning of this school year.
core::Expected<returns::Round> round_from(const Options& options, const std::vector<returns::Round>& before,
                                          core::Day today) {
    returns::Round round;
    round.kind = returns::period_kind_from_text(options.kind).value();
    round.layout = options.kind;
    round.since = core::SchoolYear::of(today).first_day();
    for (const returns::Round& one : before)
        if (one.kind == round.kind) round = one;
    if (options.layout) round.layout = *options.layout;
    if (options.due_days) round.due_days = *options.due_days;
    if (options.since) {
        const auto day = read_day(*options.since);
        if (!day) return core::fail(day.error());
        round.since = *day;
    }
    return round;
}

core::Expected<Exit> set_round(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(*options.file);
    {
        storage::Transaction tx(database, shell.actor());
        const auto round = round_from(options, returns::list_rounds(database), shell.today());
        if (!round) return core::fail(round.error());
        const auto done =
            options.remove ? returns::remove_round(tx, round->kind) : returns::set_round(tx, *round);
        if (!done) return core::fail(done.error());
        tx.commit();
    }
    return tell_rounds(shell, database);
}

core::Expected<Exit> status(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(*options.file);
    const returns::Status found = returns::load_status(database);
    shell.out().answer(status_json(found), [&] { return status_text(found, shell.out()); });
    return Exit::done;
}

// Errors: those of returns::layout_for.
core::Expected<std::vector<returns::Finding>> findings_now(Shell& shell, const storage::Database& database,
                                                           const returns::ReturnPeriod& period) {
    const auto layout = returns::layout_for(database, period);
    if (!layout) return core::fail(layout.error());
    auto findings = returns::gather(database, period, *layout, shell.out().progress()).content.findings;
    returns::fill_explanations(database, period.to_text(), findings);
    return findings;
}

core::Expected<Exit> tell_findings(Shell& shell, const storage::Database& database,
                                   const returns::ReturnPeriod& period) {
    const auto found = findings_now(shell, database, period);
    if (!found) return core::fail(found.error());
    const auto& findings = *found;
    Json document{{"period", period.to_text()},
                  {"to_explain", returns::unexplained(findings)},
                  {"findings", Json::array()}};
    for (const returns::Finding& one : findings)
        document["findings"].push_back(finding_json(one, {}, shell.out().language()));
    shell.out().answer(document, [&] {
        std::string text = period.to_text();
        for (const Json& one : document["findings"])
            text += fmt::format(
                "\n  {}: {}\n    {}{}", one["weight"].get<std::string>(), one["message"].get<std::string>(),
                one["key"].get<std::string>(),
                one.contains("explanation") ? "\n    = " + one["explanation"].get<std::string>() : "");
        return text;
    });
    return Exit::done;
}

core::Expected<Exit> explain(Shell& shell, const Options& options) {
    const auto period = period_of(options.period);
    if (!period) return core::fail(period.error());
    if (options.finding.empty()) return tell_findings(shell, shell.open_to_read(*options.file), *period);
    if (!options.text) return core::fail(core::Error{"usage.missing"}.with("reason", "--text"));
    storage::Database database = shell.open_to_write(*options.file);
    const auto known = findings_now(shell, database, *period);
    if (!known) return core::fail(known.error());
    {
        storage::Transaction tx(database, shell.actor());
        if (const auto done = returns::explain(tx, *period, *known, options.finding, *options.text); !done)
            return core::fail(done.error());
        tx.commit();
    }
    return tell_findings(shell, database, *period);
}

core::Expected<Exit> correct(Shell& shell, const Options& options) {
    const auto period = period_of(options.period);
    if (!period) return core::fail(period.error());
    storage::Database database = shell.open_to_write(*options.file);
    {
        storage::Transaction tx(database, shell.actor());
        if (const auto done = returns::correct_period(tx, *period, options.reason); !done)
            return core::fail(done.error());
        tx.commit();
    }
    for (const returns::OwnPeriod& one : returns::load_own(database))
        if (one.period == period->to_text())
            shell.out().answer(own_json(one),
                               [&] { return fmt::format("{}  {}", one.period, to_text(one.standing)); });
    return Exit::done;
}

} // namespace

void add_round_words(Word word, Shell& shell, std::shared_ptr<const std::string> file) {
    const auto options = std::make_shared<Options>();
    options->file = std::move(file);

    Word listed = word.add_word("rounds", "Which returns are asked for, and until when");
    shell.on(listed, [&shell, options] { return rounds(shell, *options); });

    Word one = word.add_word("round", "Asks for a return every month, semester or school year");
    one.add_option("KIND", options->kind, "month, semester or year")
        .required()
        .one_of({"month", "semester", "year"});
    one.add_option("--due", options->due_days, "How many days after the period's last day; else 10");
    one.add_option("--layout", options->layout, "Which sheets: the name of a layout");
    one.add_option("--since", options->since,
                   "The first period begins on that day or later; else this school year");
    one.add_flag("--remove", options->remove, "Asks for it no more");
    shell.on(one, [&shell, options] { return set_round(shell, *options); });

    Word board = word.add_word("status", "Who has sent what, who is late, what is to be mended");
    shell.on(board, [&shell, options] { return status(shell, *options); });

    Word said =
        word.add_word("explain", "Writes once why a finding is as it is; without one, all that was found");
    said.add_option("PERIOD", options->period, "The month as 2025-12").required();
    said.add_option("FINDING", options->finding, "The finding's key, as build and explain give it");
    said.add_option("--text", options->text, "The explanation; empty takes it back");
    shell.on(said, [&shell, options] { return explain(shell, *options); });

    Word opened = word.add_word("correct", "Opens a period whose return was accepted");
    opened.add_option("PERIOD", options->period, "The month as 2025-12").required();
    opened.add_option("--reason", options->reason, "Why; the next version says it").required();
    shell.on(opened, [&shell, options] { return correct(shell, *options); });
}

} // namespace ctl
