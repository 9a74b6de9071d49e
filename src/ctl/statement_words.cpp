// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl statement FILE issue KIND CLASS [LEARNER…] --out DIR | list | reprint NUMBER --reason R --out F
#include "certificates/issue_files.hpp"
#include "ctl/certificate_json.hpp"
#include "ctl/console.hpp"
#include "ctl/named.hpp"
#include "ctl/paper_words.hpp"
#include "ctl/shell.hpp"
#include "office/key_store.hpp"
#include "statements/issue.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

struct StatementOptions {
    std::string file, kind, of_class, number, reason, out;
    std::vector<std::string> learners;
};
using Options = std::shared_ptr<StatementOptions>;

std::int64_t plain(learners::LearnerId id) {
    return static_cast<std::int64_t>(id);
}

core::Expected<Exit> issue(Shell& shell, const StatementOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    const auto in = read_class(database, options.of_class);
    if (!in) return core::fail(in.error());
    std::vector<learners::LearnerId> of;
    for (const std::string& text : options.learners) {
        const auto learner = read_learner(database, text);
        if (!learner) return core::fail(learner.error());
        of.push_back(*learner);
    }
    const auto key = shell.signing_key(database);
    if (!key) return core::fail(key.error());
    const auto done =
        statements::issue_into(database, shell.actor(), *statements::kind_from_text(options.kind), *in, of,
                               *key, documents::Fonts::load(documents::font_folders(program_folder())),
                               path_of(options.out), shell.out().progress());
    if (!done) return core::fail(done.error());
    const Language language = shell.out().language();
    Json document = {{"kind", options.kind}, {"issued", Json::array()}, {"left_out", Json::array()}};
    std::string text;
    const auto add_line = [&](const std::string& line) { text += (text.empty() ? "" : "\n") + line; };
    for (std::size_t at = 0; at < done->files.size(); ++at) {
        const statements::Issued& one = done->result.issued[at];
        document["issued"].push_back({{"number", one.number},
                                      {"learner", plain(one.learner)},
                                      {"name", one.name},
                                      {"code", one.code},
                                      {"file", text_of(done->files[at])}});
        add_line(fmt::format("{}  {}  {}", one.number, one.name, text_of(done->files[at])));
    }
    for (const statements::LeftOut& one : done->result.left_out) {
        Json left = reason_json(one.why, language);
        left["learner"] = plain(one.learner);
        left["name"] = one.name;
        document["left_out"].push_back(std::move(left));
        add_line(fmt::format("-  {}  {}", one.name, sentence_of(one.why, language).message));
    }
    shell.out().answer(document, [&] { return text; });
    return done->result.issued.empty() ? Exit::findings : Exit::done;
}

core::Expected<Exit> list(Shell& shell, const StatementOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    Json document = {{"statements", Json::array()}};
    std::string text;
    for (const statements::Entry& entry : statements::load_statements(database)) {
        const std::string_view kind = templates::kind_of(entry.kind).key;
        document["statements"].push_back({{"number", entry.number},
                                          {"kind", kind},
                                          {"class", static_cast<std::int64_t>(entry.class_id)},
                                          {"class_name", entry.class_km},
                                          {"learner", plain(entry.learner)},
                                          {"name_km", entry.name_km},
                                          {"name", entry.name},
                                          {"issued", core::to_iso(entry.issued_on)},
                                          {"reprints", entry.reprints}});
        text += fmt::format("{}{}  {}  {}  {}  {}", text.empty() ? "" : "\n", entry.number, kind,
                            core::to_iso(entry.issued_on), entry.class_km,
                            entry.name_km.empty() ? entry.name : entry.name_km);
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

core::Expected<Exit> reprint(Shell& shell, const StatementOptions& options) {
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto pdf = statements::reprint(tx, options.number, options.reason);
    if (!pdf) return core::fail(pdf.error());
    certificates::commit_with_file(tx, path_of(options.out), *pdf);
    const auto entry = statements::find_statement(database, options.number);
    shell.out().answer({{"number", entry->number}, {"file", options.out}, {"reprints", entry->reprints}},
                       [&] { return fmt::format("{}  {}", entry->number, options.out); });
    return Exit::done;
}

} // namespace

void add_statement_words(Word app, Shell& shell) {
    const auto options = std::make_shared<StatementOptions>();
    Word word = app.add_word("statement", "Papers beside certificates, with numbers of their own");
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    Word issuing = word.add_word("issue", "Hand them out for a class, or some of its learners");
    issuing.add_option("KIND", options->kind, "What it is")
        .required()
        .one_of({"provisional", "partial", "attendance"});
    issuing.add_option("CLASS", options->of_class, "The class's number or name").required();
    issuing.add_option("LEARNER", options->learners,
                       "Learner numbers or ids; none: everyone who may have one");
    issuing.add_option("--out", options->out, "The folder for the PDFs").required();
    shell.on(issuing, [&shell, options] { return issue(shell, *options); });
    Word listing = word.add_word("list", "What was handed out, newest first");
    shell.on(listing, [&shell, options] { return list(shell, *options); });
    Word again = word.add_word("reprint", "The same bytes again, counted");
    again.add_option("NUMBER", options->number, "Of the statement").required();
    again.add_option("--reason", options->reason, "Why").required();
    again.add_option("--out", options->out, "The PDF to write").required();
    shell.on(again, [&shell, options] { return reprint(shell, *options); });
}

} // namespace ctl
