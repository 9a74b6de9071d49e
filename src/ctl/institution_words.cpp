// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl institution FILE list | add NAME
#include "core/text_problem.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "institutions/institution_store.hpp"
#include "office/gazetteer.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

using institutions::Institution;

struct Options {
    std::string file;
    std::string name;
    std::string latin;
    std::string kind;
    std::string site;
    std::string village;
    std::string code;
    std::string phone;
};

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

Json institution_json(const Institution& one) {
    Json json{{"id", static_cast<std::int64_t>(one.id)},
              {"name_km", one.name_km},
              {"name", one.name},
              {"kind", to_text(one.kind)}};
    if (one.site) json["site"] = to_text(*one.site);
    if (one.code) json["code"] = *one.code;
    if (one.village_code) json["village"] = *one.village_code;
    if (one.phone) json["phone"] = *one.phone;
    if (one.closed_on) json["closed_on"] = core::to_iso(*one.closed_on);
    return json;
}

core::Expected<Exit> list(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto all = institutions::list_institutions(database);
    Json document{{"institutions", Json::array()}};
    for (const Institution& one : all)
        document["institutions"].push_back(institution_json(one));
    shell.out().answer(document, [&] {
        std::string lines;
        for (const Institution& one : all)
            lines += fmt::format("{}{}\t{}\t{}", lines.empty() ? "" : "\n", static_cast<std::int64_t>(one.id),
                                 to_text(one.kind), shell.out().choose(one.name_km, one.name));
        return lines;
    });
    return Exit::done;
}

core::Expected<Exit> add(Shell& shell, const Options& options) {
    if (const auto problem = core::text_problem(options.name))
        return core::fail(core::Error{std::string{*problem}}.with("text", options.name));
    Institution one;
    one.name_km = options.name;
    one.name = options.latin;
    one.kind = institutions::kind_from_text(options.kind).value();
    one.site = institutions::site_from_text(options.site);
    one.code = unless_empty(options.code);
    one.phone = unless_empty(options.phone);
    // A code that cannot be read is refused as unknown.
    one.village_code = unless_empty(office::read_area_code(options.village).value_or(options.village));

    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto id = add_institution(tx, one);
    if (!id) return core::fail(id.error());
    tx.commit();
    shell.out().answer(Json{{"id", static_cast<std::int64_t>(*id)}},
                       [&] { return std::to_string(static_cast<std::int64_t>(*id)); });
    return Exit::done;
}

} // namespace

void add_institution_words(Word app, Shell& shell) {
    Word word = app.add_word("institution", "Schools, learning centres and sites");
    const auto options = std::make_shared<Options>();
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();

    Word all = word.add_word("list", "All institutions, by name");
    shell.on(all, [&shell, options] { return list(shell, *options); });

    Word one = word.add_word("add", "A new institution");
    one.add_option("NAME", options->name, "Its name in Khmer").required();
    one.add_option("--kind", options->kind, "school, clc (community learning centre) or site")
        .required()
        .one_of({"school", "clc", "site"});
    one.add_option("--site", options->site, "What a site stands in: factory, pagoda, prison or other")
        .one_of({"factory", "pagoda", "prison", "other"});
    one.add_option("--village", options->village, "The village's code in the gazetteer");
    one.add_option("--latin", options->latin, "Its name in Latin letters");
    one.add_option("--code", options->code, "The code others know it by");
    one.add_option("--phone", options->phone, "Its telephone number");
    shell.on(one, [&shell, options] { return add(shell, *options); });
}

} // namespace ctl
