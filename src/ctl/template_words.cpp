// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl template FILE list | check T.svg | preview T.svg | take T.svg | use-shipped | export NAME | paper
#include "certificates/printer.hpp"
#include "core/numerals.hpp"
#include "ctl/certificate_json.hpp"
#include "ctl/console.hpp"
#include "ctl/named.hpp"
#include "ctl/paper_words.hpp"
#include "ctl/shell.hpp"
#include "documents/file.hpp"
#include "documents/pdf.hpp"
#include "programmes/pack_store.hpp"
#include "statements/statement.hpp"
#include "templates/calibration.hpp"
#include "templates/template_file.hpp"
#include "templates/template_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace ctl {
namespace {

struct TemplateOptions {
    std::string file, svg, what, of_class, out, name, document, dates;
    std::optional<std::string> right, down;
    std::string pre_printed;
};
using Options = std::shared_ptr<TemplateOptions>;

documents::Fonts load_fonts() {
    return documents::Fonts::load(documents::font_folders(program_folder()));
}

// "literacy", "literacy:provisional", "all" or "all:partial".
struct Purpose {
    templates::Document document = templates::Document::completion;
    std::string programme;
};

core::Expected<Purpose> read_purpose(const std::string& text) {
    Purpose purpose;
    const std::size_t colon = text.find(':');
    const std::string programme = text.substr(0, colon);
    if (programme != "all") purpose.programme = programme;
    if (colon == std::string::npos) return purpose;
    const auto document = templates::document_from_text(text.substr(colon + 1));
    if (!document) return core::fail(core::Error{"template.document"}.with("text", text.substr(colon + 1)));
    purpose.document = *document;
    return purpose;
}

core::Expected<std::vector<templates::Trial>> trials_of(const storage::Database& database,
                                                        const TemplateOptions& options,
                                                        templates::Document document,
                                                        const documents::Fonts& fonts) {
    if (options.of_class.empty())
        return certificates::with_longest_names({{"", templates::example_of(document)}}, database);
    const auto of = read_class(database, options.of_class);
    if (!of) return core::fail(of.error());
    return statements::longest_pages(database, document, *of, fonts);
}

struct Checked {
    std::string source;
    std::vector<core::Error> problems;
    std::vector<templates::Trial> trials;
};

core::Expected<Checked> look_at(const storage::Database& database, const TemplateOptions& options,
                                templates::Document document, const documents::Fonts& fonts) {
    auto source = templates::read_template(path_of(options.svg));
    if (!source) return core::fail(source.error());
    auto trials = trials_of(database, options, document, fonts);
    if (!trials) return core::fail(trials.error());
    Checked checked{*std::move(source), {}, *std::move(trials)};
    checked.problems = templates::check(checked.source, document, fonts, checked.trials);
    return checked;
}

Json problems_json(const std::vector<core::Error>& problems, Language language) {
    Json list = Json::array();
    for (const core::Error& problem : problems) {
        Json one = reason_json(problem, language);
        if (problem.place.row) one["line"] = *problem.place.row;
        one["in_the_way"] = templates::in_the_way(problem);
        list.push_back(std::move(one));
    }
    return list;
}

std::string problem_lines(const std::vector<core::Error>& problems, Language language) {
    std::string text;
    for (const core::Error& problem : problems) {
        text += text.empty() ? "" : "\n";
        if (problem.place.row) text += fmt::format("{}: ", *problem.place.row);
        if (const auto element = problem.fact("element"); !element.empty())
            text += fmt::format("{}: ", element);
        text += sentence_of(problem, language).message;
        if (const auto who = problem.fact("who"); !who.empty()) text += fmt::format(" ({})", who);
    }
    return text;
}

bool any_in_the_way(const std::vector<core::Error>& problems) {
    return std::any_of(problems.begin(), problems.end(), templates::in_the_way);
}

core::Expected<Exit> list(Shell& shell, const TemplateOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    Json document = {{"documents", Json::array()}, {"taken", Json::array()}};
    std::string text;
    for (const templates::DocumentKind& kind : templates::document_kinds()) {
        Json one = {{"document", kind.key},
                    {"name_km", kind.name.km},
                    {"name", kind.name.en},
                    {"template", templates::shipped_name(kind.document, "")},
                    {"dates", templates::dates_text(templates::load_paper(database, kind.document))},
                    {"pre_printed", templates::load_paper(database, kind.document).pre_printed},
                    {"places", Json::array()}};
        for (const templates::Place& place : templates::places_of(kind.document))
            one["places"].push_back(
                {{"name", place.name}, {"needed", place.needed}, {"example", place.example}});
        document["documents"].push_back(std::move(one));
        text += fmt::format("{}{}  {}", text.empty() ? "" : "\n", kind.key,
                            shell.out().choose(kind.name.km, kind.name.en));
    }
    for (const templates::Taken& taken : templates::taken_templates(database)) {
        const std::string_view key = templates::kind_of(taken.document).key;
        document["taken"].push_back({{"document", key},
                                     {"programme", taken.programme},
                                     {"version", taken.version},
                                     {"name", taken.name},
                                     {"file", taken.file},
                                     {"shipped", taken.shipped},
                                     {"digest", taken.digest},
                                     {"by", taken.actor},
                                     {"at", core::to_iso(taken.at)}});
        text += fmt::format("\n{}:{}  {}  {}  {}", taken.programme.empty() ? "all" : taken.programme, key,
                            taken.version, taken.name, core::to_iso(core::day_in_cambodia(taken.at)));
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

core::Expected<Exit> check(Shell& shell, const TemplateOptions& options) {
    const auto purpose = read_purpose("all:" + options.document);
    if (!purpose) return core::fail(purpose.error());
    const storage::Database database = shell.open_to_read(options.file);
    const auto checked = look_at(database, options, purpose->document, load_fonts());
    if (!checked) return core::fail(checked.error());
    const Language language = shell.out().language();
    shell.out().answer({{"document", options.document},
                        {"good", !any_in_the_way(checked->problems)},
                        {"tried", checked->trials.size()},
                        {"problems", problems_json(checked->problems, language)}},
                       [&] {
                           return checked->problems.empty()
                                      ? shell.out().say(wording::translatable("The template is good."))
                                      : problem_lines(checked->problems, language);
                       });
    return any_in_the_way(checked->problems) ? Exit::findings : Exit::done;
}

core::Expected<Exit> preview(Shell& shell, const TemplateOptions& options) {
    const auto purpose = read_purpose("all:" + options.document);
    if (!purpose) return core::fail(purpose.error());
    if (auto free = shell.refuse_to_replace(options.out, {options.file, options.svg}); !free)
        return core::fail(free.error());
    const storage::Database database = shell.open_to_read(options.file);
    const documents::Fonts fonts = load_fonts();
    const auto checked = look_at(database, options, purpose->document, fonts);
    if (!checked) return core::fail(checked.error());
    const auto form = documents::Template::parse(checked->source, fonts);
    if (!form) return core::fail(form.error());
    std::vector<documents::Page> pages;
    for (const templates::Trial& trial : checked->trials) {
        auto page = form->fill(trial.filling);
        if (!page) return core::fail(page.error());
        pages.push_back(*std::move(page));
    }
    documents::write_file(path_of(options.out),
                          documents::to_pdf(pages, {options.svg, "", database.clock().now()}));
    shell.out().answer({{"file", options.out}, {"pages", pages.size()}}, [&] { return options.out; });
    return Exit::done;
}

core::Expected<Exit> take(Shell& shell, const TemplateOptions& options) {
    const auto purpose = read_purpose(options.what);
    if (!purpose) return core::fail(purpose.error());
    storage::Database database = shell.open_to_write(options.file);
    auto checked = look_at(database, options, purpose->document, load_fonts());
    if (!checked) return core::fail(checked.error());
    const auto svg = path_of(options.svg);
    templates::Taking taking{purpose->document, purpose->programme,
                             options.name.empty() ? text_of(svg.stem()) : options.name,
                             text_of(svg.filename()), std::move(checked->source)};
    storage::Transaction tx(database, shell.actor());
    const auto version = templates::take(tx, taking, checked->problems);
    if (!version) {
        core::Error problem = version.error();
        if (problem.place.row) problem.place.file = options.svg;
        return core::fail(std::move(problem));
    }
    tx.commit();
    shell.out().answer({{"document", templates::kind_of(purpose->document).key},
                        {"programme", purpose->programme},
                        {"name", taking.name},
                        {"version", *version},
                        {"hints", problems_json(checked->problems, shell.out().language())}},
                       [&] { return fmt::format("{}  {}", taking.name, *version); });
    return Exit::done;
}

core::Expected<Exit> use_shipped(Shell& shell, const TemplateOptions& options) {
    const auto purpose = read_purpose(options.what);
    if (!purpose) return core::fail(purpose.error());
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    if (const auto done = templates::use_shipped(tx, purpose->document, purpose->programme); !done)
        return core::fail(done.error());
    tx.commit();
    const std::string_view name = templates::shipped_name(purpose->document, purpose->programme);
    shell.out().answer({{"document", templates::kind_of(purpose->document).key},
                        {"programme", purpose->programme},
                        {"template", name}},
                       [&] { return std::string{name}; });
    return Exit::done;
}

core::Expected<Exit> write_out(Shell& shell, const TemplateOptions& options) {
    const auto purpose = read_purpose(options.what);
    if (!purpose) return core::fail(purpose.error());
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    const storage::Database database = shell.open_to_read(options.file);
    const auto current = templates::current_template(database, purpose->document, purpose->programme);
    documents::write_file(path_of(options.out), current.source);
    shell.out().answer({{"template", current.name}, {"version", current.version}, {"file", options.out}},
                       [&] { return options.out; });
    return Exit::done;
}

core::Expected<Exit> paper(Shell& shell, const TemplateOptions& options) {
    const auto kind = read_purpose("all:" + options.document);
    if (!kind) return core::fail(kind.error());
    storage::Database database = shell.open_to_write(options.file);
    templates::PaperSettings settings = templates::load_paper(database, kind->document);
    templates::Offset offset = templates::load_offset(database);
    if (!options.dates.empty()) {
        const auto read = templates::read_dates(settings, options.dates);
        if (!read) return core::fail(read.error());
        settings = *read;
    }
    if (!options.pre_printed.empty()) settings.pre_printed = options.pre_printed == "yes";
    for (const auto& [text, value] :
         {std::pair{&options.right, &offset.right}, std::pair{&options.down, &offset.down}}) {
        if (!*text) continue;
        const auto read = core::read_hundredths(**text);
        if (!read) return core::fail(read.error());
        *value = static_cast<int>(std::clamp<std::int64_t>(*read, -100'000, 100'000));
    }
    storage::Transaction tx(database, shell.actor());
    templates::set_paper(tx, kind->document, settings);
    if (const auto set = templates::set_offset(tx, offset); !set) return core::fail(set.error());
    tx.commit();
    const std::string right = core::format_hundredths(offset.right);
    const std::string down = core::format_hundredths(offset.down);
    shell.out().answer({{"document", options.document},
                        {"dates", templates::dates_text(settings)},
                        {"pre_printed", settings.pre_printed},
                        {"right", right},
                        {"down", down}},
                       [&] {
                           return fmt::format("{}  {}  {}  {} mm  {} mm", options.document,
                                              templates::dates_text(settings),
                                              settings.pre_printed ? "yes" : "no", right, down);
                       });
    return Exit::done;
}

core::Expected<Exit> calibrate(Shell& shell, const TemplateOptions& options) {
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    const storage::Database database = shell.open_to_read(options.file);
    const auto page =
        templates::calibration_pdf(templates::load_offset(database), database.clock().now(), load_fonts());
    if (!page) return core::fail(page.error());
    documents::write_file(path_of(options.out), *page);
    shell.out().answer({{"file", options.out}}, [&] { return options.out; });
    return Exit::done;
}

Word add_action(Word word, Shell& shell, const std::string& name, const std::string& help,
                const Options& options, core::Expected<Exit> (*run)(Shell&, const TemplateOptions&)) {
    Word action = word.add_word(name, help);
    shell.on(action, [&shell, options, run] { return run(shell, *options); });
    return action;
}

void add_svg(Word& word, const Options& options) {
    word.add_option("SVG", options->svg, "The template").required();
    word.add_option("--class", options->of_class, "Whose longest names are tried; else the office's");
}

void add_document(Word& word, const Options& options) {
    std::vector<std::string> keys;
    for (const templates::DocumentKind& kind : templates::document_kinds())
        keys.emplace_back(kind.key);
    options->document = "completion";
    word.add_option("--document", options->document, "What it is a template of").one_of(keys);
}

void add_purpose(Word& word, const Options& options) {
    word.add_option("--for", options->what,
                    "PROGRAMME or all, with :document for another than the certificate of completion")
        .required();
}

} // namespace

void add_template_words(Word app, Shell& shell) {
    const auto options = std::make_shared<TemplateOptions>();
    Word word = app.add_word("template", "How certificates and statements look, and the paper for them");
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    add_action(word, shell, "list", "The documents with their places, and the templates taken", options,
               list);
    Word checking =
        add_action(word, shell, "check", "Everything that is wrong with a template", options, check);
    add_svg(checking, options);
    add_document(checking, options);
    Word looking = add_action(word, shell, "preview", "Its pages with the longest names", options, preview);
    add_svg(looking, options);
    add_document(looking, options);
    looking.add_option("--out", options->out, "The PDF to write").required();
    Word taking =
        add_action(word, shell, "take", "Use it from now on; what was issued stays as it is", options, take);
    add_svg(taking, options);
    add_purpose(taking, options);
    taking.add_option("--name", options->name, "What it is called; else as its file");
    Word giving_up = add_action(word, shell, "use-shipped", "The program's own again", options, use_shipped);
    add_purpose(giving_up, options);
    Word writing =
        add_action(word, shell, "export", "The template in use, to edit in Inkscape", options, write_out);
    add_purpose(writing, options);
    writing.add_option("--out", options->out, "The SVG to write").required();
    Word setting =
        add_action(word, shell, "paper", "Date lines, and paper that is printed already", options, paper);
    add_document(setting, options);
    setting.add_option("--dates", options->dates, "computed, dotted, or a day as 2026-06-30");
    setting.add_option("--pre-printed", options->pre_printed, "The paper bears artwork and fixed words")
        .one_of({"yes", "no"});
    setting.add_option("--right", options->right, "Millimetres to the right");
    setting.add_option("--down", options->down, "Millimetres down");
    Word calibrating =
        add_action(word, shell, "calibration", "A page to see where the printer prints", options, calibrate);
    calibrating.add_option("--out", options->out, "The PDF to write").required();
}

} // namespace ctl
