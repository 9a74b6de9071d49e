// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/issue_words.hpp"

#include "certificates/issue_files.hpp"
#include "certificates/serial_block.hpp"
#include "certificates/waiting_files.hpp"
#include "ctl/certificate_json.hpp"
#include "ctl/console.hpp"
#include "ctl/named.hpp"
#include "ctl/sentence.hpp"
#include "office/key_store.hpp"

#include <fmt/format.h>

namespace ctl {
namespace {

struct IssueOptions {
    std::shared_ptr<const std::string> file;
    std::string class_name, institution, paper, out, folder;
    bool all = false;
};

documents::Fonts load_fonts() {
    return documents::Fonts::load(documents::font_folders(program_folder()));
}

// One of CLASS, --institution and --all.
core::Expected<std::vector<classes::ClassId>> asked_classes(const storage::Database& database,
                                                            const IssueOptions& options) {
    if (!options.class_name.empty()) {
        const auto id = read_class(database, options.class_name);
        if (!id) return core::fail(id.error());
        return std::vector{*id};
    }
    if (options.institution.empty() && !options.all)
        return core::fail(core::Error{"usage.missing"}.with("reason", "CLASS, --institution or --all"));
    std::optional<institutions::InstitutionId> at;
    if (!options.all) {
        const auto id = read_institution(database, options.institution);
        if (!id) return core::fail(id.error());
        at = *id;
    }
    std::vector<classes::ClassId> ids;
    for (const classes::ClassRow& row : certificates::classes_to_issue(database, at))
        ids.push_back(row.id);
    return ids;
}

Json class_json(const storage::Database& database, const certificates::ClassIssued& one, Language language) {
    const classes::Class taught = classes::load_class(database, one.id);
    Json json = {{"id", static_cast<std::int64_t>(one.id)},
                 {"name_km", taught.name_km},
                 {"issued", one.result.issued.size()},
                 {"approved_in_same_step", one.result.approved_in_same_step}};
    if (one.result.nobody) json["reason"] = reason_json(*one.result.nobody, language);
    return json;
}

std::string issued_text(Shell& shell, const certificates::IssuedFiles& issued) {
    std::vector<std::string> lines;
    bool same_step = false;
    std::size_t file = 0;
    for (const certificates::ClassIssued& one : issued.classes) {
        same_step = same_step || one.result.approved_in_same_step;
        if (one.result.nobody)
            lines.push_back(sentence_of(*one.result.nobody, shell.out().language()).message);
        for (const certificates::Issued& each : one.result.issued)
            lines.push_back(fmt::format("{}  {}  {}", each.serial, each.name, text_of(issued.files[file++])));
    }
    if (same_step)
        lines.insert(lines.begin(), shell.out().say(wording::translatable(
                                        "The list was approved in the same step (set-up).")));
    if (issued.waiting) lines.push_back(sentence_of(*issued.waiting, shell.out().language()).message);
    return fmt::format("{}", fmt::join(lines, "\n"));
}

core::Expected<Exit> issue(Shell& shell, const IssueOptions& options) {
    const auto form = read_form(options.paper);
    if (!form) return core::fail(form.error());
    storage::Database database = shell.open_to_write(*options.file);
    const auto classes = asked_classes(database, options);
    if (!classes) return core::fail(classes.error());
    const auto key = shell.signing_key(database);
    if (!key) return core::fail(key.error());
    const auto issued = certificates::issue_into(database, shell.actor(), *classes, *key, load_fonts(),
                                                 path_of(options.out), shell.out().progress(), *form);
    if (!issued) return core::fail(issued.error());
    const Language language = shell.out().language();
    Json document = {{"issued", Json::array()}, {"approved_in_same_step", false}};
    std::size_t file = 0;
    for (const certificates::ClassIssued& one : issued->classes) {
        for (const certificates::Issued& each : one.result.issued)
            document["issued"].push_back({{"serial", each.serial},
                                          {"learner", static_cast<std::int64_t>(each.learner)},
                                          {"name", each.name},
                                          {"file", text_of(issued->files[file++])},
                                          {"code", each.code}});
        if (one.result.approved_in_same_step) document["approved_in_same_step"] = true;
        if (options.class_name.empty())
            document["classes"].push_back(class_json(database, one, language));
        else if (one.result.nobody)
            document["reason"] = reason_json(*one.result.nobody, language);
    }
    if (issued->classes.empty())
        document["reason"] = reason_json(core::Error{"class.none-to-issue"}, language);
    if (const auto hint = certificates::few_left(database)) document["hint"] = reason_json(*hint, language);
    if (issued->waiting) document["waiting"] = reason_json(*issued->waiting, language);
    shell.out().answer(document, [&] {
        if (issued->classes.empty()) return sentence_of(core::Error{"class.none-to-issue"}, language).message;
        return issued_text(shell, *issued);
    });
    return issued->files.empty() || issued->waiting ? Exit::findings : Exit::done;
}

core::Expected<Exit> finish(Shell& shell, const IssueOptions& options) {
    storage::Database database = shell.open_to_write(*options.file);
    const auto written =
        certificates::finish_files(database, load_fonts(), path_of(options.folder), shell.out().progress());
    if (!written) return core::fail(written.error());
    Json document = {{"files", Json::array()}};
    std::string text;
    for (const auto& file : *written) {
        document["files"].push_back(text_of(file));
        text += (text.empty() ? "" : "\n") + text_of(file);
    }
    shell.out().answer(document, [&] {
        return written->empty() ? shell.out().say(wording::translatable("Every certificate has its file."))
                                : text;
    });
    return Exit::done;
}

} // namespace

void add_issue_words(Word certificate, Shell& shell, const std::shared_ptr<const std::string>& file) {
    const auto options = std::make_shared<IssueOptions>();
    options->file = file;
    Word issuing = certificate.add_word("issue", "Issue for the approved lists of a class, a centre or all");
    const Argument named = issuing.add_option("CLASS", options->class_name, "The class's number or name");
    const Argument at =
        issuing.add_option("--institution", options->institution, "Every class of it that waits to be issued")
            .excludes(named);
    issuing.add_flag("--all", options->all, "Every class that waits to be issued")
        .excludes(named)
        .excludes(at);
    issuing.add_option("--out", options->out, "The folder for the PDFs, or one .pdf for all").required();
    issuing.add_option("--paper", options->paper,
                       "The printed number of the form for the first; the others follow it");
    shell.on(issuing, [&shell, options] { return issue(shell, *options); });
    Word finishing = certificate.add_word("finish", "Write the files that a power cut left out");
    finishing.add_option("--out", options->folder, "Another folder, where the first is gone");
    shell.on(finishing, [&shell, options] { return finish(shell, *options); });
}

} // namespace ctl
