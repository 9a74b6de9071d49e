// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl paper FILE receive | use | spoil | return | list | stock-sheet
#include "certificates/stock_sheet.hpp"
#include "core/check_digit.hpp"
#include "ctl/console.hpp"
#include "ctl/named.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "documents/fonts.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

using certificates::SheetState;

struct PaperOptions {
    std::string file, first, last, serial, reason, who, day, out;
};
using Options = std::shared_ptr<PaperOptions>;

core::Expected<core::Day> day_of(const Shell& shell, const PaperOptions& options) {
    if (options.day.empty()) return shell.today();
    return read_day(options.day);
}

// Does `work` with the sheets that were named, and answers what they are by then.
template<typename Work>
core::Expected<Exit> change(Shell& shell, const PaperOptions& options, SheetState state, Work work) {
    const auto sheets = certificates::read_sheets(options.first, options.last);
    if (!sheets) return core::fail(sheets.error());
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const core::Expected<std::int64_t> done = work(tx, *sheets);
    if (!done) return core::fail(done.error());
    tx.commit();
    const Json document = {{"first", sheets->text(sheets->first)},
                           {"last", sheets->text(sheets->last)},
                           {"sheets", *done},
                           {"state", certificates::to_text(state)}};
    shell.out().answer(document, [&] {
        return fmt::format("{} - {}  {}", sheets->text(sheets->first), sheets->text(sheets->last),
                           certificates::to_text(state));
    });
    return Exit::done;
}

core::Expected<Exit> receive(Shell& shell, const PaperOptions& options) {
    const auto day = day_of(shell, options);
    if (!day) return core::fail(day.error());
    return change(shell, options, SheetState::received, [&](storage::Transaction& tx, const auto& sheets) {
        return certificates::receive_paper(tx, sheets, options.who, *day);
    });
}

core::Expected<Exit> use(Shell& shell, const PaperOptions& options) {
    const auto serial = core::read_serial(options.serial);
    if (!serial) return core::fail(serial.error());
    return change(shell, options, SheetState::used, [&](storage::Transaction& tx, const auto& sheets) {
        return certificates::use_paper(tx, sheets, *serial);
    });
}

core::Expected<Exit> spoil(Shell& shell, const PaperOptions& options) {
    return change(shell, options, SheetState::spoiled, [&](storage::Transaction& tx, const auto& sheets) {
        return certificates::spoil_paper(tx, sheets, options.reason);
    });
}

core::Expected<Exit> give_back(Shell& shell, const PaperOptions& options) {
    const auto day = day_of(shell, options);
    if (!day) return core::fail(day.error());
    return change(shell, options, SheetState::returned, [&](storage::Transaction& tx, const auto& sheets) {
        return certificates::return_paper(tx, sheets, options.who, *day);
    });
}

Json delivery_json(const certificates::PaperDelivery& delivery) {
    Json json = {{"first", delivery.sheets.text(delivery.sheets.first)},
                 {"last", delivery.sheets.text(delivery.sheets.last)},
                 {"from", delivery.source},
                 {"day", core::to_iso(delivery.received_on)},
                 {"sheets", delivery.sheets.count()}};
    for (const auto state :
         {SheetState::received, SheetState::used, SheetState::spoiled, SheetState::returned})
        json[std::string{certificates::to_text(state)}] = delivery.count(state);
    json["numbers"] = Json::array();
    for (const certificates::SheetRow& row : delivery.rows)
        json["numbers"].push_back({{"first", row.first},
                                   {"last", row.last},
                                   {"sheets", row.sheets},
                                   {"state", certificates::to_text(row.state)},
                                   {"serial", row.serial},
                                   {"remark", row.remark},
                                   {"day", row.day ? core::to_iso(*row.day) : std::string{}}});
    return json;
}

core::Expected<Exit> list(Shell& shell, const PaperOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    Json document = {{"deliveries", Json::array()}};
    std::string text;
    for (const certificates::PaperDelivery& delivery : certificates::load_paper(database)) {
        document["deliveries"].push_back(delivery_json(delivery));
        for (const certificates::SheetRow& row : delivery.rows)
            text += fmt::format("{}{} - {}  {}  {}  {}  {}", text.empty() ? "" : "\n", row.first, row.last,
                                row.sheets, certificates::to_text(row.state), row.serial, row.remark);
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

core::Expected<Exit> stock_sheet(Shell& shell, const PaperOptions& options) {
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    const storage::Database database = shell.open_to_read(options.file);
    const auto written =
        certificates::write_stock_sheet(path_of(options.out), certificates::load_stock_sheet(database),
                                        documents::font_folders(program_folder()));
    if (!written) return core::fail(written.error());
    shell.out().answer({{"file", options.out}}, [&] { return options.out; });
    return Exit::done;
}

Word add_action(Word word, Shell& shell, const std::string& name, const std::string& help,
                const Options& options, core::Expected<Exit> (*run)(Shell&, const PaperOptions&)) {
    Word action = word.add_word(name, help);
    shell.on(action, [&shell, options, run] { return run(shell, *options); });
    return action;
}

void add_sheets(Word& action, const Options& options) {
    action.add_option("NUMBER", options->first, "As it is printed on the form").required();
    action.add_option("--to", options->last, "The last one, where they are several in a row");
}

} // namespace

void add_paper_words(Word app, Shell& shell) {
    const auto options = std::make_shared<PaperOptions>();
    Word word = app.add_word("paper", "Pre-printed forms with numbers of their own");
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    Word receiving = add_action(word, shell, "receive", "Forms that came", options, receive);
    add_sheets(receiving, options);
    receiving.add_option("--from", options->who, "Who gave them").required();
    receiving.add_option("--day", options->day, "When; else today");
    Word using_up = add_action(word, shell, "use", "Forms that a certificate was printed on", options, use);
    add_sheets(using_up, options);
    using_up.add_option("--for", options->serial, "The certificate's serial number").required();
    Word spoiling =
        add_action(word, shell, "spoil", "Forms that jammed or tore; no certificate changes", options, spoil);
    add_sheets(spoiling, options);
    spoiling.add_option("--reason", options->reason, "Why").required();
    Word returning = add_action(word, shell, "return", "Forms that are handed back", options, give_back);
    add_sheets(returning, options);
    returning.add_option("--to-whom", options->who, "Who took them").required();
    returning.add_option("--day", options->day, "When; else today");
    add_action(word, shell, "list", "Every form and its state", options, list);
    Word stock = add_action(word, shell, "stock-sheet",
                            "Every form and what became of it, as a paper to sign", options, stock_sheet);
    stock.add_option("--out", options->out, "The .pdf or .xlsx to write").required();
}

} // namespace ctl
