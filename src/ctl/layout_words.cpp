// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/layout_words.hpp"

#include "documents/file.hpp"
#include "returns/layout_file.hpp"
#include "returns/layout_store.hpp"

#include <fmt/format.h>

namespace ctl {
namespace {

// A layout is a page of text.
constexpr std::uintmax_t largest_layout = 1'000'000;

struct LayoutOptions {
    std::string name;
    std::string input;
    std::string out;
};
using Options = std::shared_ptr<LayoutOptions>;

Json layout_json(const returns::Layout& layout, bool own) {
    Json sheets = Json::array();
    for (const returns::SheetPlan& one : layout.sheets)
        sheets.push_back(one.key);
    return {{"layout", layout.name},
            {"version", layout.version},
            {"period", to_text(layout.period)},
            {"title_km", layout.title.km},
            {"title", layout.title.en},
            {"official", layout.official},
            {"own", own},
            {"sheets", sheets}};
}

core::Expected<Exit> list(Shell& shell, const std::string& file) {
    const storage::Database database = shell.open_to_read(file);
    Json document{{"layouts", Json::array()}};
    std::string text;
    for (const returns::CurrentLayout& one : returns::current_layouts(database)) {
        document["layouts"].push_back(layout_json(one.layout, one.own));
        text += fmt::format("{}{}\t{}\t{}\t{}", text.empty() ? "" : "\n", one.layout.name, one.layout.version,
                            to_text(one.layout.period), one.own ? "own" : "shipped");
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

// Errors: those of documents::read_file and of parse_layout.
core::Expected<std::string> read(const LayoutOptions& options) {
    return documents::read_file(path_of(options.input), largest_layout);
}

core::Expected<Exit> check(Shell& shell, const LayoutOptions& options) {
    const auto toml = read(options);
    if (!toml) return core::fail(toml.error());
    const auto layout = returns::parse_layout(*toml, options.input);
    if (!layout) return core::fail(layout.error());
    shell.out().answer(layout_json(*layout, true), [&] { return layout->id(); });
    return Exit::done;
}

core::Expected<Exit> take(Shell& shell, const std::string& file, const LayoutOptions& options) {
    const auto toml = read(options);
    if (!toml) return core::fail(toml.error());
    storage::Database database = shell.open_to_write(file);
    storage::Transaction tx(database, shell.actor());
    const auto layout = returns::use_own_layout(tx, *toml, options.input);
    if (!layout) return core::fail(layout.error());
    tx.commit();
    shell.out().answer(layout_json(*layout, true), [&] { return layout->id(); });
    return Exit::done;
}

core::Expected<Exit> use_shipped(Shell& shell, const std::string& file, const LayoutOptions& options) {
    storage::Database database = shell.open_to_write(file);
    storage::Transaction tx(database, shell.actor());
    if (auto done = returns::use_shipped_layout(tx, options.name); !done) return core::fail(done.error());
    tx.commit();
    const auto layout = returns::current_layout(database, options.name).value();
    shell.out().answer(layout_json(layout.layout, layout.own), [&] { return layout.layout.id(); });
    return Exit::done;
}

core::Expected<Exit> write(Shell& shell, const std::string& file, const LayoutOptions& options) {
    if (auto free = shell.refuse_to_replace(options.out, {file}); !free) return core::fail(free.error());
    const storage::Database database = shell.open_to_read(file);
    const auto source = returns::layout_source(database, options.name);
    if (!source) return core::fail(source.error());
    documents::write_file(path_of(options.out), *source);
    shell.out().answer(Json{{"file", options.out}}, [&] { return options.out; });
    return Exit::done;
}

} // namespace

core::Expected<returns::ReturnPeriod> period_of(const std::string& text) {
    const auto period = returns::ReturnPeriod::from_text(text);
    if (!period) return core::fail(core::Error{"period.unreadable"}.with("text", text));
    return *period;
}

void add_layout_words(Word word, Shell& shell, const std::shared_ptr<const std::string>& file) {
    Word layouts = word.add_word("layout", "What returns are made of: sheets, figures and rules, as data");
    layouts.needs_a_word();
    const auto options = std::make_shared<LayoutOptions>();

    Word shown = layouts.add_word("list", "Those that returns are built with");
    shell.on(shown, [&shell, file] { return list(shell, *file); });

    Word checked = layouts.add_word("check", "Whether a layout's file can be used");
    checked.add_option("LAYOUT", options->input, "The .toml file").required();
    shell.on(checked, [&shell, options] { return check(shell, *options); });

    Word taken = layouts.add_word("take", "From now on returns of its name are built with this file");
    taken.add_option("LAYOUT", options->input, "The .toml file").required();
    shell.on(taken, [&shell, file, options] { return take(shell, *file, *options); });

    Word shipped = layouts.add_word("use-shipped", "The program's own again");
    shipped.add_option("NAME", options->name, "As list gives it").required();
    shell.on(shipped, [&shell, file, options] { return use_shipped(shell, *file, *options); });

    Word exported = layouts.add_word("export", "Writes a layout's file, to be edited");
    exported.add_option("NAME", options->name, "As list gives it").required();
    exported.add_option("--out", options->out, "The .toml file to write").required();
    shell.on(exported, [&shell, file, options] { return write(shell, *file, *options); });
}

} // namespace ctl
