// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl pack FILE list | versions PROGRAMME | show PROGRAMME | check X.toml | use X.toml | shipped
// PROGRAMME
#include "assessment/pack_effect.hpp"
#include "classes/class_store.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "programmes/pack_file.hpp"
#include "programmes/pack_store.hpp"
#include "programmes/pack_versions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <memory>

namespace ctl {
namespace {

// As long as a transfer file takes it.
constexpr std::size_t longest_pack = 64 * 1024;

struct Options {
    std::string file;
    std::string programme;
    std::string input;
};

core::Expected<std::string> read_whole(const std::string& name) {
    std::ifstream in(path_of(name), std::ios::binary);
    if (!in) return core::fail(core::Error{"file.not-found"}.at({.file = name}));
    std::string text(longest_pack + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (text.size() > longest_pack)
        return core::fail(core::Error{"file.too-large"}
                              .with("bytes", std::to_string(text.size()))
                              .with("maximum", std::to_string(longest_pack))
                              .at({.file = name}));
    return text;
}

core::Expected<programmes::Pack> read_pack(const std::string& name) {
    return read_whole(name).and_then(
        [&](const std::string& text) { return programmes::parse_pack(text, name); });
}

Json pack_json(const programmes::CurrentPack& one) {
    return {{"programme", one.pack.programme},
            {"version", one.pack.version},
            {"name_km", one.pack.name.km},
            {"name", one.pack.name.en},
            {"subjects", one.pack.subjects.size()},
            {"official", one.pack.official},
            {"source", one.own ? "office" : "program"}};
}

core::Expected<Exit> list(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto all = programmes::current_packs(database);
    Json document{{"packs", Json::array()}};
    for (const auto& one : all)
        document["packs"].push_back(pack_json(one));
    shell.out().answer(document, [&] {
        std::string lines;
        for (const auto& one : all)
            lines += fmt::format("{}{}\t{}\t{}\t{}", lines.empty() ? "" : "\n", one.pack.programme,
                                 one.pack.version, one.own ? "office" : "program",
                                 shell.out().choose(one.pack.name.km, one.pack.name.en));
        return lines;
    });
    return Exit::done;
}

// Every version this office has, and how many classes run or ran under it.
core::Expected<Exit> versions(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto all = programmes::pack_versions(database, options.programme);
    if (!all) return core::fail(all.error());
    const auto taught = classes::list_classes(database);
    Json document{{"programme", options.programme}, {"versions", Json::array()}};
    for (const programmes::PackVersion& one : *all) {
        const auto count = [&](bool open) {
            return std::count_if(taught.begin(), taught.end(), [&](const classes::ClassRow& row) {
                return one.id == row.pack && (row.status == classes::Status::open) == open;
            });
        };
        document["versions"].push_back(
            {{"version", one.version},
             {"since", one.loaded_at ? Json(core::to_iso(core::day_in_cambodia(*one.loaded_at))) : Json()},
             {"new_classes", one.current},
             {"open_classes", count(true)},
             {"closed_classes", count(false)}});
    }
    shell.out().answer(document, [&] {
        std::string lines;
        for (const Json& one : document["versions"])
            lines += fmt::format("{}{}\t{}\t{}\t{}\t{}", lines.empty() ? "" : "\n",
                                 one["version"].get<std::string>(),
                                 one["since"].is_null() ? "-" : one["since"].get<std::string>(),
                                 one["open_classes"].get<int>(), one["closed_classes"].get<int>(),
                                 one["new_classes"].get<bool>() ? "*" : "");
        return lines;
    });
    return Exit::done;
}

core::Expected<Exit> show(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto one = programmes::find_current_pack(database, options.programme);
    if (!one) return core::fail(one.error());
    const std::string toml = programmes::write_pack(one->pack, {});
    Json document = pack_json(*one);
    document["toml"] = toml;
    // A file that `use` takes back: its last line ends like the others.
    shell.out().answer(document, [&] { return toml.substr(0, toml.size() - 1); });
    return Exit::done;
}

Json count_json(const assessment::Distribution& counted) {
    return {
        {"pass", counted.pass.total}, {"fail", counted.fail.total}, {"incomplete", counted.incomplete.total}};
}

Json effect_json(const assessment::PackEffect& effect) {
    return {{"class", static_cast<std::int64_t>(effect.taught.id)},
            {"name_km", effect.taught.name_km},
            {"changed", effect.changed},
            {"period", effect.period.km},
            {"was", count_json(effect.was)},
            {"is", count_json(effect.is)}};
}

std::string effect_text(const Json& effect) {
    const auto counts = [](const Json& one) {
        return fmt::format("{}/{}/{}", one["pass"].get<int>(), one["fail"].get<int>(),
                           one["incomplete"].get<int>());
    };
    return fmt::format("\n{}\t{}\t{}\t{}: {} -> {}", effect["class"].get<int>(),
                       effect["name_km"].get<std::string>(), effect["changed"].get<int>(),
                       effect["period"].get<std::string>(), counts(effect["was"]), counts(effect["is"]));
}

// The file's faults, or what it would make of the classes that run now.
core::Expected<Exit> check(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto pack = read_pack(options.input);
    if (!pack) return core::fail(pack.error());
    Json document = pack_json({*pack, true});
    document["open_classes"] = Json::array();
    for (const auto& taught : assessment::open_classes_of(database, *pack))
        document["open_classes"].push_back(effect_json(assessment::effect_on(database, taught, *pack)));
    shell.out().answer(document, [&] {
        std::string text = fmt::format("{} {}", pack->programme, pack->version);
        for (const Json& effect : document["open_classes"])
            text += effect_text(effect);
        return text;
    });
    return Exit::done;
}

core::Expected<Exit> use(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(options.file);
    const auto toml = read_whole(options.input);
    if (!toml) return core::fail(toml.error());
    storage::Transaction tx(database, shell.actor());
    const auto id = programmes::use_own_pack(tx, *toml, options.input);
    if (!id) return core::fail(id.error());
    tx.commit();
    const programmes::Pack pack = programmes::load_pack(database, *id);
    shell.out().answer(pack_json({pack, true}), [&] { return pack.programme + " " + pack.version; });
    return Exit::done;
}

core::Expected<Exit> shipped(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    if (auto done = programmes::use_shipped_pack(tx, options.programme); !done)
        return core::fail(done.error());
    tx.commit();
    const auto one = programmes::find_current_pack(database, options.programme).value();
    shell.out().answer(pack_json(one), [&] { return one.pack.programme + " " + one.pack.version; });
    return Exit::done;
}

} // namespace

void add_pack_words(Word app, Shell& shell) {
    Word word = app.add_word("pack", "The rules of the programmes");
    const auto options = std::make_shared<Options>();
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    const auto add = [&](const char* name, const char* help, auto run) -> Word {
        Word one = word.add_word(name, help);
        shell.on(one, [&shell, options, run] { return run(shell, *options); });
        return one;
    };
    add("list", "All programmes, with the version new classes get", list);
    add("versions", "The versions of a programme's rules; * is for new classes", versions)
        .add_option("PROGRAMME", options->programme, "literacy, primary …")
        .required();
    add("show", "A programme's rules as a file", show)
        .add_option("PROGRAMME", options->programme, "literacy, primary …")
        .required();
    add("check", "What is wrong with a file of rules, or what they would change in the open classes", check)
        .add_option("INPUT", options->input, "The file")
        .required();
    add("use", "New classes use these rules; classes that are there keep theirs", use)
        .add_option("INPUT", options->input, "The file")
        .required();
    add("shipped", "New classes use the program's own rules again", shipped)
        .add_option("PROGRAMME", options->programme, "literacy, primary …")
        .required();
}

} // namespace ctl
