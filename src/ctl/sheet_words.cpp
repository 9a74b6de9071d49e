// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl sheet FILE learners|attendance|scores|roll|handover|blank|cards
#include "ctl/console.hpp"
#include "ctl/named.hpp"
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "documents/fonts.hpp"
#include "sheets/files.hpp"
#include "statements/class_list.hpp"
#include "statements/learner_cards.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace ctl {
namespace {

struct SheetOptions {
    std::string file, kind, of, period, out;
    std::vector<std::string> headings, learners;
    bool pdf = false;
};

std::int64_t number(classes::ClassId id) {
    return static_cast<std::int64_t>(id);
}

core::Expected<Exit> make_one(Shell& shell, const SheetOptions& options, const storage::Database& database) {
    const auto class_id = read_class(database, options.of);
    if (!class_id) return core::fail(class_id.error());
    const auto kind = *sheets::kind_from_text(options.kind);
    const auto sheet = sheets::load_sheet(database, kind, *class_id, options.period);
    if (!sheet) return core::fail(sheet.error());
    const auto written =
        sheets::write_sheet(path_of(options.out), *sheet, documents::font_folders(program_folder()));
    if (!written) return core::fail(written.error());
    const Json document = {
        {"kind", options.kind},        {"class", number(*class_id)},  {"name_km", sheet->key.class_name},
        {"period", sheet->key.period}, {"learners", sheet->learners}, {"file", options.out}};
    shell.out().answer(document, [&] { return options.out; });
    return Exit::done;
}

// A roll, a handover register or names with blank columns: for the file, nothing of it comes back.
core::Expected<Exit> make_list(Shell& shell, const SheetOptions& options, const storage::Database& database,
                               statements::ListKind kind) {
    const auto class_id = read_class(database, options.of);
    if (!class_id) return core::fail(class_id.error());
    const auto list = kind == statements::ListKind::blank
                          ? statements::load_blank_list(database, *class_id, options.headings)
                          : statements::load_list(database, kind, *class_id);
    if (!list) return core::fail(list.error());
    const auto written =
        statements::write_list(path_of(options.out), *list, documents::font_folders(program_folder()));
    if (!written) return core::fail(written.error());
    const Json document = {{"kind", options.kind},
                           {"class", number(*class_id)},
                           {"name_km", list->class_name},
                           {"rows", list->rows.size()},
                           {"file", options.out}};
    shell.out().answer(document, [&] { return options.out; });
    return Exit::done;
}

core::Expected<Exit> make_cards(Shell& shell, const SheetOptions& options,
                                const storage::Database& database) {
    const auto class_id = read_class(database, options.of);
    if (!class_id) return core::fail(class_id.error());
    std::vector<learners::LearnerId> of;
    for (const std::string& text : options.learners) {
        const auto learner = read_learner(database, text);
        if (!learner) return core::fail(learner.error());
        of.push_back(*learner);
    }
    const auto cards = statements::load_cards(database, *class_id, of);
    if (!cards) return core::fail(cards.error());
    const auto written =
        statements::write_cards(path_of(options.out), *cards, documents::font_folders(program_folder()));
    if (!written) return core::fail(written.error());
    const Json document = {{"kind", options.kind},
                           {"class", number(*class_id)},
                           {"name_km", cards->class_name},
                           {"cards", cards->cards.size()},
                           {"without_photo", cards->without_photo},
                           {"file", options.out}};
    shell.out().answer(document, [&] { return options.out; });
    return Exit::done;
}

Json left_out_json(const sheets::MadeSheets::LeftOut& one, Language language) {
    return {{"class", number(one.class_id)},
            {"name_km", one.class_name},
            {"code", one.why.code},
            {"message", sentence_of(one.why, language).message}};
}

// A class of another programme, or one that does not meet in that month, has no such sheet: nothing is wrong.
bool is_finding(const sheets::MadeSheets::LeftOut& one) {
    return one.why.code == "file.exists";
}

core::Expected<Exit> make_all(Shell& shell, const SheetOptions& options, const storage::Database& database) {
    const auto folder = path_of(options.out);
    if (sheets::format_of(folder))
        return core::fail(core::Error{"sheet.folder-needed"}.at({.file = options.out}));
    const sheets::Wanted wanted{*sheets::kind_from_text(options.kind), options.period,
                                options.pdf ? sheets::Format::paper : sheets::Format::workbook, folder};
    const auto all = sheets::write_sheets(database, wanted, documents::font_folders(program_folder()),
                                          shell.out().progress());
    if (!all) return core::fail(all.error());
    Json document = {{"kind", options.kind}, {"period", options.period}, {"folder", options.out}};
    document["made"] = Json::array();
    for (const auto& one : all->made)
        document["made"].push_back({{"class", number(one.class_id)},
                                    {"name_km", one.class_name},
                                    {"file", text_of(one.file.filename())}});
    document["left_out"] = Json::array();
    for (const auto& one : all->left_out)
        document["left_out"].push_back(left_out_json(one, shell.out().language()));
    shell.out().answer(document, [&] {
        std::string text;
        for (const auto& one : all->made)
            text += fmt::format("{}{}  {}", text.empty() ? "" : "\n", text_of(one.file), one.class_name);
        for (const auto& one : all->left_out)
            text += fmt::format("{}-  {}  {}", text.empty() ? "" : "\n", one.class_name,
                                sentence_of(one.why, shell.out().language()).message);
        return text;
    });
    const bool findings =
        all->made.empty() || std::any_of(all->left_out.begin(), all->left_out.end(), is_finding);
    return findings ? Exit::findings : Exit::done;
}

core::Expected<Exit> make_sheets(Shell& shell, const SheetOptions& options) {
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    const storage::Database database = shell.open_to_read(options.file);
    if (options.kind == "cards") return make_cards(shell, options, database);
    if (const auto list = statements::list_from_text(options.kind))
        return make_list(shell, options, database, *list);
    return options.of == "all" ? make_all(shell, options, database) : make_one(shell, options, database);
}

} // namespace

void add_sheet_words(Word app, Shell& shell) {
    Word word =
        app.add_word("sheet", "A prefilled list, register or score sheet for a centre; or a list of a class");
    const auto options = std::make_shared<SheetOptions>();
    word.add_option("FILE", options->file, "The office file").required();
    word.add_option("KIND", options->kind,
                    "To be filled in: learners, attendance, scores, blank; to be kept: roll, handover, cards")
        .required()
        .one_of({"learners", "attendance", "scores", "roll", "handover", "blank", "cards"});
    word.add_option("--class", options->of, "The class by its id or name, or all: every open class")
        .required();
    word.add_option("--period", options->period,
                    "Of attendance a month, 2025-12; of scores a period of the programme");
    word.add_option("--heading", options->headings,
                    "Of blank: what stands over a column to fill in, once for each; may be empty");
    word.add_option("--learner", options->learners, "Of cards: only of these, by learner number or id");
    word.add_option("--out", options->out, "A workbook .xlsx, or .pdf to fill in by hand; of all a folder")
        .required();
    word.add_flag("--pdf", options->pdf, "Of all: pages to fill in by hand instead of workbooks");
    shell.on(word, [&shell, options] { return make_sheets(shell, *options); });
}

} // namespace ctl
