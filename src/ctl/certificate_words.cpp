// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl certificate
#include "certificates/control_sheet.hpp"
#include "certificates/issue_files.hpp"
#include "core/check_digit.hpp"
#include "ctl/certificate_json.hpp"
#include "ctl/console.hpp"
#include "ctl/named.hpp"
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "office/key_store.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

struct CertificateOptions {
    std::string file, class_name, serial, reason, out;
    std::optional<int> year;
};
using Options = std::shared_ptr<CertificateOptions>;

documents::Fonts load_fonts() {
    return documents::Fonts::load(documents::font_folders(program_folder()));
}

core::Expected<Exit> issue(Shell& shell, const CertificateOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    const auto class_id = read_class(database, options.class_name);
    if (!class_id) return core::fail(class_id.error());
    const auto key = office::open_signing_key(database);
    if (!key) return core::fail(key.error());
    const auto issued = certificates::issue_into(database, shell.actor(), *class_id, *key, load_fonts(),
                                                 path_of(options.out), shell.out().progress());
    if (!issued) return core::fail(issued.error());
    const certificates::IssueResult* result = &issued->result;
    Json document = {{"issued", Json::array()}};
    for (std::size_t at = 0; at < issued->files.size(); ++at) {
        const certificates::Issued& one = result->issued[at];
        document["issued"].push_back({{"serial", one.serial},
                                      {"learner", static_cast<std::int64_t>(one.learner)},
                                      {"name", one.name},
                                      {"file", text_of(issued->files[at])},
                                      {"code", one.code}});
    }
    document["approved_in_same_step"] = result->approved_in_same_step;
    if (result->nobody) document["reason"] = reason_json(*result->nobody, shell.out().language());
    shell.out().answer(document, [&] {
        if (result->nobody) return sentence_of(*result->nobody, shell.out().language()).message;
        std::string text;
        if (result->approved_in_same_step)
            text = shell.out().say(wording::translatable("The list was approved in the same step (set-up)."));
        for (const Json& one : document["issued"])
            text += fmt::format("{}{}  {}  {}", text.empty() ? "" : "\n", one["serial"].get<std::string>(),
                                one["name"].get<std::string>(), one["file"].get<std::string>());
        return text;
    });
    return result->nobody ? Exit::findings : Exit::done;
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

core::Expected<Exit> duplicate(Shell& shell, const CertificateOptions& options) {
    const auto serial = serial_for_a_new_file(shell, options);
    if (!serial) return core::fail(serial.error());
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto made = certificates::duplicate(tx, *serial, load_fonts());
    if (!made) return core::fail(made.error());
    certificates::commit_with_file(tx, path_of(options.out), made->pdf);
    shell.out().answer({{"serial", *serial}, {"duplicate", made->copy}, {"file", options.out}},
                       [&] { return fmt::format("{}  {}", *serial, options.out); });
    return Exit::done;
}

core::Expected<Exit> replace(Shell& shell, const CertificateOptions& options) {
    const auto serial = serial_for_a_new_file(shell, options);
    if (!serial) return core::fail(serial.error());
    storage::Database database = shell.open_to_write(options.file);
    const auto key = office::open_signing_key(database);
    if (!key) return core::fail(key.error());
    storage::Transaction tx(database, shell.actor());
    const auto issued = certificates::replace(tx, *serial, options.reason, *key, load_fonts());
    if (!issued) return core::fail(issued.error());
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
        json["state"] = row.kind == Kind::entry ? certificates::to_text(row.entry.state)
                        : row.kind == Kind::gap ? "missing"
                                                : "blank";
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
            {"used", block.used},
            {"issued", block.valid},
            {"void", block.voided},
            {"replaced", block.replaced},
            {"others", block.others},
            {"blank", block.blank},
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

core::Expected<Exit> show_register(Shell& shell, const CertificateOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    Json document = {{"certificates", Json::array()}};
    std::string text;
    for (const certificates::RegisterEntry& entry : certificates::load_register(database)) {
        const std::string issued = entry.issued_on ? core::to_iso(*entry.issued_on) : "";
        document["certificates"].push_back(
            {{"serial", entry.serial},
             {"state", certificates::to_text(entry.state)},
             {"issued", issued},
             {"name_km", entry.name_km},
             {"name", entry.name},
             {"reprints", entry.reprints},
             {"duplicates", entry.duplicates},
             {"replaces", entry.replaces},
             {"replaced_by", entry.replaced_by},
             {"units", units_json(certificates::award_units_of(database, entry.id))}});
        text += fmt::format("{}{}  {}  {}  {}", text.empty() ? "" : "\n", entry.serial,
                            certificates::to_text(entry.state), issued, entry.name_km);
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
    Word issuing = add_action(word, shell, "issue", "Issue for a class's approved list", options, issue);
    issuing.add_option("CLASS", options->class_name, "The class's number or name").required();
    issuing.add_option("--out", options->out, "The folder for the PDFs").required();
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
    Word voiding = add_action(word, shell, "void", "Make a certificate void", options, make_void);
    voiding.add_option("SERIAL", options->serial).required();
    voiding.add_option("--reason", options->reason, "Why").required();
    add_action(word, shell, "register", "Every serial and its state", options, show_register);
    Word controlling =
        add_action(word, shell, "control-sheet", "Every number and what became of it, as a paper to sign",
                   options, control_sheet);
    controlling.add_option("--year", options->year, "Only the numbers of this year");
    controlling.add_option("--out", options->out, "The .pdf or .xlsx to write");
}

} // namespace ctl
