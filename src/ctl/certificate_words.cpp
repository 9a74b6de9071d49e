// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl certificate
#include "certificates/blank_numbers.hpp"
#include "certificates/control_sheet.hpp"
#include "certificates/issue_files.hpp"
#include "core/check_digit.hpp"
#include "ctl/book_json.hpp"
#include "ctl/certificate_json.hpp"
#include "ctl/console.hpp"
#include "ctl/issue_words.hpp"
#include "ctl/named.hpp"
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "office/key_store.hpp"
#include "wording/catalogue.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

struct CertificateOptions {
    std::string file, serial, last, reason, out, paper;
    std::optional<int> year;
};
using Options = std::shared_ptr<CertificateOptions>;

documents::Fonts load_fonts() {
    return documents::Fonts::load(documents::font_folders(program_folder()));
}

core::Expected<void> use_form(storage::Transaction& tx, const CertificateOptions& options,
                              const std::string& serial) {
    const auto form = read_form(options.paper);
    if (!form) return core::fail(form.error());
    if (!*form) return {};
    return certificates::print_on(tx, **form, {serial});
}

core::Expected<std::string> canonical_serial(const std::string& typed) {
    return core::read_serial(typed);
}

// The serial, where the paper takes no other file's place.
core::Expected<std::string> serial_for_a_new_file(Shell& shell, const CertificateOptions& options) {
    auto serial = canonical_serial(options.serial);
    if (!serial) return serial;
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    return serial;
}

core::Expected<Exit> reprint(Shell& shell, const CertificateOptions& options) {
    const auto serial = serial_for_a_new_file(shell, options);
    if (!serial) return core::fail(serial.error());
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto pdf = certificates::reprint(tx, *serial, options.reason);
    if (!pdf) return core::fail(pdf.error());
    if (auto used = use_form(tx, options, *serial); !used) return core::fail(used.error());
    certificates::commit_with_file(tx, path_of(options.out), *pdf);
    const auto entry = certificates::find_certificate(database, *serial);
    shell.out().answer({{"serial", *serial}, {"file", options.out}, {"reprints", entry->reprints}},
                       [&] { return fmt::format("{}  {}", *serial, options.out); });
    return Exit::done;
}

core::Expected<Exit> make_void(Shell& shell, const CertificateOptions& options) {
    const auto serial = canonical_serial(options.serial);
    if (!serial) return core::fail(serial.error());
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    if (auto done = certificates::make_void(tx, *serial, options.reason); !done)
        return core::fail(done.error());
    tx.commit();
    shell.out().answer({{"serial", *serial}, {"state", "void"}}, [&] { return *serial + "  void"; });
    return Exit::done;
}

// Blank numbers, one or several, that nothing will be issued under.
core::Expected<Exit> mark(Shell& shell, const CertificateOptions& options, certificates::State state) {
    const auto numbers = certificates::read_numbers(options.serial, options.last);
    if (!numbers) return core::fail(numbers.error());
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto marked = certificates::mark_blank(tx, *numbers, state, options.reason);
    if (!marked) return core::fail(marked.error());
    tx.commit();
    const auto text = [&](std::int64_t number) {
        return certificates::number_text(numbers->office, numbers->year, number);
    };
    const Json document = {{"first", text(numbers->first)},
                           {"last", text(numbers->last)},
                           {"numbers", *marked},
                           {"state", certificates::to_text(state)}};
    shell.out().answer(document, [&] {
        return fmt::format("{} - {}  {}", text(numbers->first), text(numbers->last),
                           certificates::to_text(state));
    });
    return Exit::done;
}

core::Expected<Exit> spoil(Shell& shell, const CertificateOptions& options) {
    return mark(shell, options, certificates::State::spoiled);
}

core::Expected<Exit> lose(Shell& shell, const CertificateOptions& options) {
    return mark(shell, options, certificates::State::lost);
}

core::Expected<Exit> duplicate(Shell& shell, const CertificateOptions& options) {
    const auto serial = serial_for_a_new_file(shell, options);
    if (!serial) return core::fail(serial.error());
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto made = certificates::duplicate(tx, *serial, load_fonts());
    if (!made) return core::fail(made.error());
    if (auto used = use_form(tx, options, *serial); !used) return core::fail(used.error());
    certificates::commit_with_file(tx, path_of(options.out), made->pdf);
    shell.out().answer({{"serial", *serial}, {"duplicate", made->copy}, {"file", options.out}},
                       [&] { return fmt::format("{}  {}", *serial, options.out); });
    return Exit::done;
}

core::Expected<Exit> replace(Shell& shell, const CertificateOptions& options) {
    const auto serial = serial_for_a_new_file(shell, options);
    if (!serial) return core::fail(serial.error());
    storage::Database database = shell.open_to_write(options.file);
    const auto key = shell.signing_key(database);
    if (!key) return core::fail(key.error());
    storage::Transaction tx(database, shell.actor());
    const auto issued = certificates::replace(tx, *serial, options.reason, *key, load_fonts());
    if (!issued) return core::fail(issued.error());
    if (auto used = use_form(tx, options, issued->serial); !used) return core::fail(used.error());
    certificates::commit_with_file(tx, path_of(options.out), issued->pdf);
    shell.out().answer({{"serial", issued->serial},
                        {"replaces", *serial},
                        {"learner", static_cast<std::int64_t>(issued->learner)},
                        {"name", issued->name},
                        {"file", options.out},
                        {"code", issued->code}},
                       [&] { return fmt::format("{}  {}  {}", issued->serial, issued->name, options.out); });
    return Exit::done;
}

Json block_json(const certificates::ControlBlock& block) {
    using Kind = certificates::ControlRow::Kind;
    Json numbers = Json::array();
    for (const certificates::ControlRow& row : block.rows) {
        Json json = {{"first", row.first}, {"last", row.last}, {"numbers", row.numbers}};
        json["state"] = row.kind == Kind::entry      ? certificates::to_text(row.entry.state)
                        : row.kind == Kind::gap      ? "missing"
                        : row.kind == Kind::reserved ? "reserved"
                        : row.kind == Kind::closed   ? "closed"
                        : row.kind == Kind::lost     ? "lost (restored)"
                                                     : "blank";
        if (!row.holder.empty()) json["holder"] = row.holder;
        if (row.kind == Kind::entry) {
            json["reprints"] = row.entry.reprints;
            json["duplicates"] = row.entry.duplicates;
            json["replaces"] = row.entry.replaces;
            json["replaced_by"] = row.entry.replaced_by;
        }
        numbers.push_back(std::move(json));
    }
    return {{"office", block.office},
            {"year", block.year},
            {"first", block.first},
            {"last", block.last},
            {"origin", certificates::to_text(block.origin)},
            {"used", block.used()},
            {"issued", block.valid},
            {"void", block.voided},
            {"replaced", block.replaced},
            {"others", block.spoiled + block.lost + block.reserved},
            {"spoiled", block.spoiled},
            {"lost", block.lost},
            {"reserved", block.reserved},
            {"blank", block.blank},
            {"closed", block.closed},
            {"missing", block.missing},
            {"reprints", block.reprints},
            {"duplicates", block.duplicates},
            {"numbers", std::move(numbers)}};
}

core::Expected<Exit> control_sheet(Shell& shell, const CertificateOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto sheet = certificates::load_control_sheet(database, shell.out().progress(), options.year);
    if (!options.out.empty()) {
        if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
            return core::fail(free.error());
        const auto written = certificates::write_control_sheet(path_of(options.out), sheet,
                                                               documents::font_folders(program_folder()));
        if (!written) return core::fail(written.error());
    }
    const auto findings = certificates::findings_of(sheet);
    const Language language = shell.out().language();
    Json document = {{"blocks", Json::array()}, {"findings", Json::array()}};
    std::string text;
    for (const certificates::ControlBlock& block : sheet.blocks) {
        document["blocks"].push_back(block_json(block));
        for (const Json& number : document["blocks"].back()["numbers"])
            text += fmt::format("{}{}  {}", text.empty() ? "" : "\n", number["first"].get<std::string>(),
                                number["state"].get<std::string>());
    }
    for (const core::Error& finding : findings) {
        document["findings"].push_back(reason_json(finding, language));
        text += (text.empty() ? "" : "\n") + sentence_of(finding, language).message;
    }
    if (!options.out.empty()) document["file"] = options.out;
    shell.out().answer(document,
                       [&] { return options.out.empty() || !findings.empty() ? text : options.out; });
    return findings.empty() ? Exit::done : Exit::findings;
}

Json register_json(const storage::Database& database, const certificates::RegisterEntry& entry) {
    return {{"serial", entry.serial},
            {"state", certificates::to_text(entry.state)},
            {"issued", entry.issued_on ? core::to_iso(*entry.issued_on) : ""},
            {"name_km", entry.name_km},
            {"name", entry.name},
            {"reprints", entry.reprints},
            {"duplicates", entry.duplicates},
            {"replaces", entry.replaces},
            {"replaced_by", entry.replaced_by},
            {"units", units_json(certificates::award_units_of(database, entry.id))}};
}

std::string register_line(const certificates::RegisterEntry& entry) {
    return fmt::format("{}  {}  {}  {}", entry.serial, certificates::to_text(entry.state),
                       entry.issued_on ? core::to_iso(*entry.issued_on) : "", entry.name_km);
}

// One number: what the register says of it, and the old book.
core::Expected<Exit> show_number(Shell& shell, const storage::Database& database, const std::string& number) {
    Json document = {{"certificates", Json::array()}, {"book", Json::array()}};
    std::string text;
    const auto serial = canonical_serial(number);
    if (const auto entry = serial ? certificates::find_certificate(database, *serial) : std::nullopt) {
        document["certificates"].push_back(register_json(database, *entry));
        text = register_line(*entry);
    }
    for (const certificates::BookEntry& entry : certificates::find_book_entries(database, number)) {
        document["book"].push_back(book_json(entry));
        text += fmt::format("{}{}  {}  {}  {}", text.empty() ? "" : "\n", entry.number, entry.year,
                            shell.out().say(wording::translatable("from the book, no code")),
                            entry.name_km.empty() ? entry.name : entry.name_km);
    }
    if (text.empty())
        return core::fail(core::Error{"certificate.unknown"}.with("serial", serial ? *serial : number));
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

core::Expected<Exit> show_register(Shell& shell, const CertificateOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    if (!options.serial.empty()) return show_number(shell, database, options.serial);
    Json document = {{"certificates", Json::array()}};
    std::string text;
    for (const certificates::RegisterEntry& entry : certificates::load_register(database)) {
        document["certificates"].push_back(register_json(database, entry));
        text += (text.empty() ? "" : "\n") + register_line(entry);
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

Word add_action(Word word, Shell& shell, const std::string& name, const std::string& help,
                const Options& options, core::Expected<Exit> (*run)(Shell&, const CertificateOptions&)) {
    Word action = word.add_word(name, help);
    shell.on(action, [&shell, options, run] { return run(shell, *options); });
    return action;
}

} // namespace

void add_certificate_words(Word app, Shell& shell) {
    const auto options = std::make_shared<CertificateOptions>();
    Word word = app.add_word("certificate", "The register of certificates");
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    add_issue_words(word, shell, {options, &options->file});
    add_award_list_words(word, shell, {options, &options->file});
    Word reprinting = add_action(word, shell, "reprint", "The same bytes again, counted", options, reprint);
    reprinting.add_option("SERIAL", options->serial).required();
    reprinting.add_option("--reason", options->reason, "Why").required();
    reprinting.add_option("--out", options->out, "The PDF to write").required();
    Word doubling = add_action(word, shell, "duplicate", "A lost one again, marked so, under its number",
                               options, duplicate);
    doubling.add_option("SERIAL", options->serial).required();
    doubling.add_option("--out", options->out, "The PDF to write").required();
    Word replacing = add_action(word, shell, "replace", "A new one in place of one whose data were wrong",
                                options, replace);
    replacing.add_option("SERIAL", options->serial).required();
    replacing.add_option("--reason", options->reason, "Why").required();
    replacing.add_option("--out", options->out, "The PDF to write").required();
    for (Word* printing : {&reprinting, &doubling, &replacing})
        printing->add_option("--paper", options->paper, "The printed number of the form it is printed on");
    Word voiding = add_action(word, shell, "void", "Make a certificate void", options, make_void);
    voiding.add_option("SERIAL", options->serial).required();
    voiding.add_option("--reason", options->reason, "Why").required();
    Word spoiling = add_action(
        word, shell, "spoil", "Blank numbers that are spoiled: nothing is issued under them", options, spoil);
    Word losing = add_action(word, shell, "lose", "Blank numbers that are lost, for good even if found again",
                             options, lose);
    for (Word* marking : {&spoiling, &losing}) {
        marking->add_option("SERIAL", options->serial, "With or without its check character").required();
        marking->add_option("--to", options->last, "The last one, where they are several in a row");
        marking->add_option("--reason", options->reason, "Why").required();
    }
    Word all =
        add_action(word, shell, "register", "Every serial and its state, or one", options, show_register);
    all.add_option("NUMBER", options->serial, "Only this one; a number of the old book too");
    Word controlling =
        add_action(word, shell, "control-sheet", "Every number and what became of it, as a paper to sign",
                   options, control_sheet);
    controlling.add_option("--year", options->year, "Only the numbers of this year");
    controlling.add_option("--out", options->out, "The .pdf or .xlsx to write");
}

} // namespace ctl
