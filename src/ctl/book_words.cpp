// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl book FILE add | correct | history | list | import
#include "certificates/book_list.hpp"
#include "core/date_text.hpp"
#include "ctl/book_json.hpp"
#include "ctl/certificate_json.hpp"
#include "ctl/named.hpp"
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

using certificates::BookVerdict;

struct BookOptions {
    std::string file, input, rejects, text, number, reason;
    // What stands in the book; at a correction only what stood wrong here.
    std::optional<std::string> right_number, name_km, name, sex, born, programme, day, page, remark;
    std::optional<int> year, right_year;
    bool dry_run = false;
};
using Options = std::shared_ptr<BookOptions>;

std::string book_line(const certificates::BookEntry& entry) {
    return fmt::format("{}  {}  {}  {}  {}", entry.number, entry.year,
                       entry.name_km.empty() ? entry.name : entry.name_km, entry.programme, entry.page);
}

// Writes what was typed over the entry.
core::Expected<void> type_into(certificates::BookEntry& entry, const Shell& shell,
                               const BookOptions& options) {
    const auto put = [](std::string& into, const std::optional<std::string>& typed) {
        if (typed) into = *typed;
    };
    put(entry.name_km, options.name_km);
    put(entry.name, options.name);
    put(entry.programme, options.programme);
    put(entry.page, options.page);
    put(entry.remark, options.remark);
    if (options.sex) entry.sex = core::sex_from_text(*options.sex);
    if (options.born) {
        entry.born = std::nullopt;
        if (!options.born->empty()) {
            const auto born = core::read_date(*options.born, shell.today());
            if (!born) return core::fail(born.error());
            entry.born = born->date;
        }
    }
    if (options.day) {
        entry.issued_on = std::nullopt;
        if (!options.day->empty()) {
            const auto day = read_day(*options.day);
            if (!day) return core::fail(day.error());
            entry.issued_on = *day;
        }
    }
    return {};
}

core::Expected<Exit> add(Shell& shell, const BookOptions& options) {
    certificates::BookEntry entry;
    entry.number = options.number;
    entry.year = options.year.value_or(0);
    if (auto typed = type_into(entry, shell, options); !typed) return core::fail(typed.error());
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto id = certificates::add_book_entry(tx, entry);
    if (!id) return core::fail(id.error());
    tx.commit();
    shell.out().answer({{"id", *id}}, [&] { return book_line(entry); });
    return Exit::done;
}

// The one entry under a number; of several years' the one that is named.
core::Expected<certificates::BookEntry> entry_of(const storage::Database& database,
                                                 const BookOptions& options) {
    auto found = certificates::find_book_entries(database, options.number);
    if (options.year)
        std::erase_if(found, [&](const certificates::BookEntry& one) { return one.year != *options.year; });
    if (found.empty()) return core::fail(core::Error{"book.entry-unknown"});
    if (found.size() > 1) return core::fail(core::Error{"book.which-year"}.with("number", options.number));
    return std::move(found.front());
}

core::Expected<Exit> correct(Shell& shell, const BookOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    auto entry = entry_of(database, options);
    if (!entry) return core::fail(entry.error());
    if (options.right_number) entry->number = *options.right_number;
    if (options.right_year) entry->year = *options.right_year;
    if (auto typed = type_into(*entry, shell, options); !typed) return core::fail(typed.error());
    {
        storage::Transaction tx(database, shell.actor());
        if (auto corrected = certificates::correct_book_entry(tx, *entry, options.reason); !corrected)
            return core::fail(corrected.error());
        tx.commit();
    }
    const auto now = certificates::find_book_entry(database, entry->id).value();
    shell.out().answer(book_json(now), [&] { return book_line(now); });
    return Exit::done;
}

core::Expected<Exit> history(Shell& shell, const BookOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto entry = entry_of(database, options);
    if (!entry) return core::fail(entry.error());
    Json document = {{"id", entry->id}, {"history", Json::array()}};
    std::string text;
    for (const certificates::BookChange& change : certificates::book_history(database, entry->id)) {
        document["history"].push_back({{"at", core::to_iso(change.at)},
                                       {"actor", change.actor},
                                       {"verb", change.verb},
                                       {"reason", change.reason},
                                       {"entry", book_json(change.entry)}});
        text += fmt::format("{}{}  {}  {}  {}  {}", text.empty() ? "" : "\n", core::to_iso(change.at),
                            change.actor, change.verb, book_line(change.entry), change.reason);
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

core::Expected<Exit> list(Shell& shell, const BookOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    Json document = {{"entries", Json::array()}};
    std::string text;
    for (const certificates::BookEntry& entry : certificates::search_book(database, options.text)) {
        document["entries"].push_back(book_json(entry));
        text += (text.empty() ? "" : "\n") + book_line(entry);
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

Json row_json(const certificates::BookRow& row, Language language) {
    Json json = {{"row", row.row},
                 {"verdict", certificates::to_text(row.verdict)},
                 {"number", row.entry.number},
                 {"year", row.entry.year}};
    if (row.reason) {
        json["code"] = row.reason->code;
        json["cell"] = row.reason->place.cell;
        json["message"] = sentence_of(*row.reason, language).message;
    }
    return json;
}

// Writes the accepted rows, but for a rehearsal.
core::Expected<void> take(Shell& shell, const BookOptions& options, const certificates::BookList& read,
                          storage::Database& database) {
    storage::Transaction tx(database, shell.actor());
    const auto taken = certificates::take_book_list(tx, read);
    if (!taken) return core::fail(taken.error());
    if (*taken > 0 && !options.dry_run) tx.commit();
    return {};
}

core::Expected<Exit> import(Shell& shell, const BookOptions& options) {
    if (auto free = shell.refuse_to_replace(options.rejects, {options.file, options.input}); !free)
        return core::fail(free.error());
    storage::Database database =
        options.dry_run ? shell.open_to_read(options.file) : shell.open_to_write(options.file);
    const auto read = certificates::read_book_list(database, path_of(options.input), shell.out().progress());
    if (!read) return core::fail(read.error());
    if (!options.dry_run)
        if (auto taken = take(shell, options, *read, database); !taken) return core::fail(taken.error());
    const Language language = shell.out().language();
    Json document = {{"file", read->file},
                     {"header_row", read->header_row},
                     {"accepted", read->count(BookVerdict::accept)},
                     {"same", read->count(BookVerdict::same)},
                     {"refused", read->count(BookVerdict::refuse)},
                     {"rows", Json::array()}};
    std::vector<std::string> reasons;
    std::string text =
        fmt::format("{}: accept {}, same {}, refuse {}", read->file, read->count(BookVerdict::accept),
                    read->count(BookVerdict::same), read->count(BookVerdict::refuse));
    for (const certificates::BookRow& row : read->rows) {
        document["rows"].push_back(row_json(row, language));
        if (!row.reason) continue;
        reasons.push_back(wording::in_one_line(sentence_of(*row.reason, language)));
        text += fmt::format("\n{}  {}", row.row, reasons.back());
    }
    if (!options.rejects.empty() && !reasons.empty()) {
        certificates::write_book_rejects(path_of(options.rejects), *read, reasons,
                                         shell.environment().clock.now());
        document["rejects"] = options.rejects;
    }
    shell.out().answer(document, [&] { return text; });
    return reasons.empty() ? Exit::done : Exit::findings;
}

Word add_action(Word word, Shell& shell, const std::string& name, const std::string& help,
                const Options& options, core::Expected<Exit> (*run)(Shell&, const BookOptions&)) {
    Word action = word.add_word(name, help);
    shell.on(action, [&shell, options, run] { return run(shell, *options); });
    return action;
}

} // namespace

void add_book_words(Word app, Shell& shell) {
    const auto options = std::make_shared<BookOptions>();
    Word word = app.add_word("book", "The old register book: certificates without a code");
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    Word adding = add_action(word, shell, "add", "One entry, as it stands in the book", options, add);
    adding.add_option("NUMBER", options->number, "The certificate's number as written").required();
    adding.add_option("--year", options->year, "The year of issue; else that of the day");
    Word correcting =
        add_action(word, shell, "correct", "What stands otherwise in the book; what stood here is kept",
                   options, correct);
    Word telling = add_action(word, shell, "history", "How an entry stood before its corrections, and why",
                              options, history);
    for (Word* naming : {&correcting, &telling}) {
        naming->add_option("NUMBER", options->number, "The number it has here").required();
        naming->add_option("--year", options->year, "Its year, where the number stands for several");
    }
    correcting.add_option("--reason", options->reason, "How the mistake was found").required();
    correcting.add_option("--to", options->right_number, "The number that the book has");
    correcting.add_option("--to-year", options->right_year, "The year that the book has");
    for (Word* writing : {&adding, &correcting}) {
        writing->add_option("--name-km", options->name_km, "The name in Khmer");
        writing->add_option("--name", options->name, "The name in Latin letters");
        writing->add_option("--sex", options->sex).one_of({"f", "m"});
        writing->add_option("--born", options->born, "The day of birth, or the year");
        writing->add_option("--programme", options->programme, "The programme as written");
        writing->add_option("--day", options->day, "The day of issue");
        writing->add_option("--page", options->page, "The page of the book");
        writing->add_option("--remark", options->remark);
    }
    Word listing =
        add_action(word, shell, "list", "The entries, or those a number or name is part of", options, list);
    listing.add_option("TEXT", options->text, "A part of a number or a name");
    Word importing = add_action(word, shell, "import", "Entries from a list, .xlsx or .csv", options, import);
    importing.add_option("INPUT", options->input, "The list").required();
    importing.add_flag("--dry-run", options->dry_run, "Only say what would come");
    importing.add_option("--rejects", options->rejects, "The .xlsx to write the refused rows to");
}

} // namespace ctl
