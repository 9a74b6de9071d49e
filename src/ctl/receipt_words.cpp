// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl return FILE accept | reject | remark | receipt | take-receipt | compare
#include "ctl/return_json.hpp"
#include "ctl/round_json.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "returns/comparison.hpp"
#include "returns/decision_store.hpp"
#include "returns/receipt_store.hpp"

#include <fmt/format.h>

namespace ctl {
namespace {

struct Options {
    std::shared_ptr<const std::string> file;
    std::int64_t id = 0;
    std::string reason;
    std::vector<std::string> remarks;
    std::string receipt; // where to write it
    std::string input;

    returns::ReceivedId received() const { return returns::ReceivedId{id}; }
};
using SharedOptions = std::shared_ptr<Options>;

core::Expected<void> add_remarks(storage::Transaction& tx, const Options& options) {
    for (const std::string& typed : options.remarks) {
        const auto remark = returns::read_remark(tx.database(), options.received(), typed);
        if (!remark) return core::fail(remark.error());
        if (auto done = returns::remark_on(tx, options.received(), remark->about, remark->text); !done)
            return done;
    }
    return {};
}

core::Expected<std::string> write_receipt(Shell& shell, const storage::Database& database,
                                          const Options& options) {
    const auto passphrase = shell.passphrase(database);
    if (!passphrase) return core::fail(passphrase.error());
    const auto path = returns::make_receipt(
        database, {.id = options.received(), .out = path_of(options.receipt), .passphrase = *passphrase},
        shell.out().progress());
    if (!path) return core::fail(path.error());
    return text_of(*path);
}

// The return as it stands, and its receipt where one was asked for.
core::Expected<Exit> tell(Shell& shell, const storage::Database& database, const Options& options) {
    const auto one = returns::find_received(database, options.received()).value();
    Json document{{"id", options.id},
                  {"office", one.office},
                  {"period", one.period},
                  {"version", one.version},
                  {"state", to_text(one.state)},
                  {"remarks", remarks_json(returns::remarks_on(database, one.id))}};
    if (!options.receipt.empty()) {
        const auto path = write_receipt(shell, database, options);
        if (!path) return core::fail(path.error());
        document["receipt"] = *path;
    }
    shell.out().answer(document, [&] {
        std::string text =
            fmt::format("{}  {}  v{}  {}", one.office, one.period, one.version, to_text(one.state));
        if (document.contains("receipt")) text += '\n' + document["receipt"].get<std::string>();
        return text;
    });
    return Exit::done;
}

// `act` in one transaction, with the remarks.
template<typename Act>
core::Expected<Exit> decide(Shell& shell, const Options& options, Act act) {
    if (auto free = shell.refuse_to_replace(options.receipt, {*options.file}); !free)
        return core::fail(free.error());
    storage::Database database = shell.open_to_write(*options.file);
    {
        storage::Transaction tx(database, shell.actor());
        if (!options.remarks.empty() && !returns::find_received(database, options.received()))
            return core::fail(core::Error{"return.unknown"}.with("id", std::to_string(options.id)));
        if (const auto done = add_remarks(tx, options); !done) return core::fail(done.error());
        if (const core::Expected<void> done = act(tx); !done) return core::fail(done.error());
        tx.commit();
    }
    return tell(shell, database, options);
}

core::Expected<Exit> accept(Shell& shell, const Options& options) {
    return decide(shell, options,
                  [&](storage::Transaction& tx) { return returns::accept(tx, options.received()); });
}

core::Expected<Exit> reject(Shell& shell, const Options& options) {
    return decide(shell, options, [&](storage::Transaction& tx) {
        return returns::reject(tx, options.received(), options.reason);
    });
}

core::Expected<Exit> receipt(Shell& shell, const Options& options) {
    if (auto free = shell.refuse_to_replace(options.receipt, {*options.file}); !free)
        return core::fail(free.error());
    const storage::Database database = shell.open_to_read(*options.file);
    const auto path = write_receipt(shell, database, options);
    if (!path) return core::fail(path.error());
    const auto decision = returns::last_decision(database, options.received()).value();
    Json document = decision_json(decision);
    document["receipt"] = *path;
    shell.out().answer(document, [&] { return *path; });
    return Exit::done;
}

core::Expected<Exit> take_receipt(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(*options.file);
    const auto taken =
        returns::take_receipt(database, shell.actor(), path_of(options.input), shell.out().progress());
    if (!taken) return core::fail(taken.error());
    Json document{{"verdict", to_text(taken->verdict)}};
    if (taken->damage) document["damage"] = error_json(*taken->damage, shell.out().language());
    if (!taken->signer.empty()) document["signer"] = taken->signer_known ? "known" : "new";
    document["cells"] = cells_json(taken->cells);
    if (taken->decision) {
        document["order"] = to_text(*taken->order);
        document["decision"] = decision_json(*taken->decision);
        document["new_rounds"] = taken->new_rounds;
    }
    shell.out().answer(document, [&] {
        std::string text{to_text(taken->verdict)};
        if (const auto& one = taken->decision)
            text += fmt::format("  {}  v{}  {}  {}{}{}", one->period, one->version, to_text(one->ruling),
                                to_text(*taken->order), one->reason.empty() ? "" : "\n  ", one->reason) +
                    remark_lines(one->remarks);
        return text + cell_lines(taken->cells);
    });
    return taken->verdict == returns::FileVerdict::verified ? Exit::done : Exit::findings;
}

core::Expected<Exit> compare(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(*options.file);
    const auto found = returns::compare(database, options.received());
    if (!found) return core::fail(found.error());
    shell.out().answer(comparison_json(*found), [&] { return comparison_text(*found, shell.out()); });
    return Exit::done;
}

Argument add_id(Word word, const SharedOptions& options) {
    return word.add_option("ID", options->id, "As receive and status give it").required();
}

} // namespace

void add_receipt_words(Word word, Shell& shell, std::shared_ptr<const std::string> file) {
    const auto options = std::make_shared<Options>();
    options->file = std::move(file);
    const char* on_cell = "'SHEET!CELL=TEXT', what is to be mended there";

    Word beside = word.add_word(
        "compare", "A return beside its last version, the last period, last year and its neighbours");
    add_id(beside, options);
    shell.on(beside, [&shell, options] { return compare(shell, *options); });

    Word good = word.add_word("accept", "From now on this return counts");
    add_id(good, options);
    good.add_option("--remark", options->remarks, on_cell);
    good.add_option("--receipt", options->receipt, "The receipt to write, or a folder for it");
    shell.on(good, [&shell, options] { return accept(shell, *options); });

    Word bad = word.add_word("reject", "Sends a return back");
    add_id(bad, options);
    bad.add_option("--reason", options->reason, "Why, for the office that sent it").required();
    bad.add_option("--remark", options->remarks, on_cell);
    bad.add_option("--receipt", options->receipt, "The receipt to write, or a folder for it");
    shell.on(bad, [&shell, options] { return reject(shell, *options); });

    Word again = word.add_word("receipt", "The receipt of what was decided, once more");
    add_id(again, options);
    again.add_option("--out", options->receipt, "The receipt to write, or a folder for it").required();
    shell.on(again, [&shell, options] { return receipt(shell, *options); });

    Word taken = word.add_word("take-receipt", "Takes in what the province decided on our return");
    taken.add_option("RECEIPT", options->input, "The receipt's .xlsx").required();
    shell.on(taken, [&shell, options] { return take_receipt(shell, *options); });
}

} // namespace ctl
