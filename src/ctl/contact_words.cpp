// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl office FILE [--phone N]
#include "ctl/key_words.hpp"
#include "ctl/shell.hpp"
#include "office/contact.hpp"
#include "office/office_store.hpp"

#include <fmt/format.h>

#include <memory>
#include <optional>

namespace ctl {
namespace {

struct ContactOptions {
    std::string file;
    std::optional<std::string> phone;
};

core::Expected<Exit> show(Shell& shell, const storage::Database& database) {
    const office::Office here = office::load_office(database);
    const std::string phone = office::office_phone(database);
    const Json document{{"area", here.area_code},
                        {"level", office::to_text(here.level)},
                        {"name_km", here.name_km},
                        {"name", here.name},
                        {"phone", phone}};
    shell.out().answer(document, [&] {
        return fmt::format("{}: {}  {}", here.area_code, shell.out().choose(here.name_km, here.name), phone);
    });
    return Exit::done;
}

core::Expected<Exit> office_word(Shell& shell, const ContactOptions& options) {
    if (!options.phone) return show(shell, shell.open_to_read(options.file));
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    if (const auto done = office::set_office_phone(tx, *options.phone); !done)
        return core::fail(done.error());
    tx.commit();
    return show(shell, database);
}

} // namespace

void add_contact_words(Word app, Shell& shell) {
    Word word = app.add_word("office", "Whose file it is, and the telephone number on its documents");
    const auto options = std::make_shared<ContactOptions>();
    word.add_option("FILE", options->file, "The office file").required();
    word.add_option("--phone", options->phone, "Keeps this number; an empty text takes it away");
    shell.on(word, [&shell, options] { return office_word(shell, *options); });
}

} // namespace ctl
