// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl new
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

struct NewOptions {
    std::string file;
    std::string area;
    std::string name;
    std::string institution;
};

core::Expected<Exit> make_new(Shell& shell, const NewOptions& options) {
    office::NewOffice wanted{.area_code = options.area};
    if (!options.institution.empty()) wanted.institution_code = options.institution;
    // A name in Latin letters alone goes beside the Khmer one that the gazetteer gives; an institution has no
    // other.
    const bool khmer = has_khmer(options.name);
    (khmer || wanted.institution_code ? wanted.name_km : wanted.name) = options.name;
    if (!khmer && wanted.institution_code) wanted.name = options.name;
    const auto database = office::create_office(path_of(options.file), shell.environment(), wanted);
    if (!database) return core::fail(database.error());
    for (const core::Error& warning : database->warnings())
        shell.out().warn(warning);
    const office::Office made = office::load_office(*database);
    const Json document{{"file", options.file},
                        {"area", made.area_code},
                        {"level", office::to_text(made.level)},
                        {"name_km", made.name_km},
                        {"name", made.name},
                        {"key", office::to_text(office::current_key(*database).id)}};
    shell.out().answer(document, [&] {
        return fmt::format("{}\n{}: {}", options.file, made.area_code,
                           shell.out().choose(made.name_km, made.name));
    });
    return Exit::done;
}

} // namespace

void add_office_words(Word app, Shell& shell) {
    Word word = app.add_word("new", "Make an office file");
    const auto options = std::make_shared<NewOptions>();
    word.add_option("FILE", options->file, "The file to make: thmakoul.srok").required();
    word.add_option("--area", options->area, "Code in the gazetteer: 02 a province, 0202 a district")
        .required();
    word.add_option("--name", options->name, "The office's name, when it is not the usual one");
    word.add_option("--institution", options->institution,
                    "The code of the school or centre whose file it is");
    shell.on(word, [&shell, options] { return make_new(shell, *options); });
}

} // namespace ctl
