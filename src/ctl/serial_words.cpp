// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl serials FILE list | give OFFICE --count N --out F | take F | release BLOCK --reason R
#include "certificates/block_file.hpp"
#include "certificates/serial_block.hpp"
#include "ctl/certificate_json.hpp"
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "documents/file.hpp"
#include "institutions/institution_store.hpp"
#include "office/key_store.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

struct SerialOptions {
    std::string file, office, out, input, reason;
    std::int64_t block = 0;
    std::int64_t count = 0;
    std::optional<int> year;
    std::optional<std::int64_t> first;
};
using Options = std::shared_ptr<SerialOptions>;

Json block_json(const storage::Database& database, const certificates::SerialBlock& block) {
    Json json = {{"id", static_cast<std::int64_t>(block.id)},
                 {"office", block.office},
                 {"year", block.year},
                 {"first", block.first},
                 {"last", block.last},
                 {"origin", certificates::to_text(block.origin)},
                 {"left", block.left},
                 {"closed", block.closed_at.has_value()},
                 {"held_by", nullptr}};
    if (block.held_by) json["held_by"] = institutions::load_institution(database, *block.held_by).name_km;
    return json;
}

Json file_json(const certificates::KeptBlockFile& file) {
    Json json = {{"from", file.from}, {"to", file.to},
                 {"year", file.year}, {"first", file.first},
                 {"last", file.last}, {"day", core::to_iso(core::day_in_cambodia(file.given_at))}};
    if (file.sample) json["sample"] = true;
    return json;
}

std::string range_line(const Json& one, const char* office) {
    return fmt::format("{}  {}  {:06}-{:06}", one[office].get<std::string>(), one["year"].get<int>(),
                       one["first"].get<std::int64_t>(), one["last"].get<std::int64_t>());
}

core::Expected<Exit> list(Shell& shell, const SerialOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    Json document = {{"blocks", Json::array()}, {"given", Json::array()}, {"taken", Json::array()}};
    std::string text;
    const auto add = [&](const std::string& line) { text += (text.empty() ? "" : "\n") + line; };
    for (const certificates::SerialBlock& block : certificates::load_blocks(database)) {
        const Json one = block_json(database, block);
        add(fmt::format("{}  {}  {}  {} left{}{}", static_cast<std::int64_t>(block.id),
                        range_line(one, "office"), certificates::to_text(block.origin), block.left,
                        block.closed_at ? "  closed" : "",
                        block.held_by ? "  held by " + one["held_by"].get<std::string>() : ""));
        document["blocks"].push_back(one);
    }
    for (const certificates::KeptBlockFile& file : certificates::load_block_files(database)) {
        const Json one = file_json(file);
        add(fmt::format("{}  {} {}", range_line(one, "to"), file.given ? "given" : "taken",
                        one["day"].get<std::string>()));
        document[file.given ? "given" : "taken"].push_back(one);
    }
    document["hint"] = nullptr;
    if (const auto hint = certificates::few_left(database)) {
        document["hint"] = reason_json(*hint, shell.out().language());
        add(sentence_of(*hint, shell.out().language()).message);
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

Json given_json(const certificates::BlockFile& block) {
    Json json = {{"office", block.to},
                 {"year", block.year},
                 {"first", block.first},
                 {"last", block.last},
                 {"from", block.from}};
    if (block.sample) json["sample"] = true;
    return json;
}

core::Expected<Exit> give(Shell& shell, const SerialOptions& options) {
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    storage::Database database = shell.open_to_write(options.file);
    const auto key = shell.signing_key(database);
    if (!key) return core::fail(key.error());
    storage::Transaction tx(database, shell.actor());
    const int year = options.year.value_or(static_cast<int>(shell.today().year()));
    const auto given =
        certificates::give_block(tx, {options.office, year, options.count, options.first}, *key);
    if (!given) return core::fail(given.error());
    documents::write_file(path_of(options.out), given->bytes);
    tx.commit();
    Json document = given_json(given->block);
    document["file"] = options.out;
    shell.out().answer(document, [&] { return range_line(document, "office") + "  " + options.out; });
    return Exit::done;
}

core::Expected<Exit> take(Shell& shell, const SerialOptions& options) {
    const auto block = certificates::load_block_file(path_of(options.input));
    if (!block) return core::fail(block.error());
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto taken = certificates::take_block_file(tx, *block);
    if (!taken) return core::fail(taken.error());
    if (!taken->same) tx.commit();
    Json document = given_json(*block);
    document["same"] = taken->same;
    shell.out().answer(document, [&] {
        return range_line(document, "office") +
               (taken->same
                    ? "  " + shell.out().say(wording::translatable("These numbers were taken before."))
                    : std::string{});
    });
    return Exit::done;
}

core::Expected<Exit> release(Shell& shell, const SerialOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    const certificates::BlockId id{options.block};
    {
        storage::Transaction tx(database, shell.actor());
        if (auto released = certificates::release_block(tx, id, options.reason); !released)
            return core::fail(released.error());
        tx.commit();
    }
    const Json document = block_json(database, certificates::find_block(database, id).value());
    shell.out().answer(document, [&] { return range_line(document, "office"); });
    return Exit::done;
}

Word add_action(Word word, Shell& shell, const std::string& name, const std::string& help,
                const Options& options, core::Expected<Exit> (*run)(Shell&, const SerialOptions&)) {
    Word action = word.add_word(name, help);
    shell.on(action, [&shell, options, run] { return run(shell, *options); });
    return action;
}

} // namespace

void add_serial_words(Word app, Shell& shell) {
    const auto options = std::make_shared<SerialOptions>();
    Word word = app.add_word("serials", "Blocks of serial numbers");
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    add_action(word, shell, "list", "The blocks of this office, and what was given and taken", options, list);
    Word giving = add_action(word, shell, "give", "At a province: numbers for an office, as a signed file",
                             options, give);
    giving.add_option("OFFICE", options->office, "The code of the office's district").required();
    giving.add_option("--count", options->count, "How many numbers").required();
    giving.add_option("--year", options->year, "Of which year; else this one");
    giving.add_option("--first", options->first,
                      "The first number; else the one after the last that was given");
    giving.add_option("--out", options->out, "The file to write, .srokb").required();
    Word taking =
        add_action(word, shell, "take", "At an office: the numbers that its province gave", options, take);
    taking.add_option("F", options->input, "The file").required();
    Word releasing =
        add_action(word, shell, "release",
                   "Numbers that an institution holds are this office's to give again", options, release);
    releasing.add_option("BLOCK", options->block, "The block's id, as `list` tells it").required();
    releasing.add_option("--reason", options->reason, "Why").required();
}

} // namespace ctl
