// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl letters FILE list | set LETTER MARK | remove LETTER
#include "attendance/letter_store.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"

#include <memory>

namespace ctl {
namespace {

using attendance::Mark;

struct Options {
    std::string file;
    std::string letter;
    std::string mark;
};

// The marks by the words that stand in JSON.
std::string word_of(Mark mark) {
    switch (mark) {
    case Mark::none:
        break;
    case Mark::permission:
        return "permission";
    case Mark::absent:
        return "absent";
    case Mark::late:
        return "late";
    case Mark::half_permission:
        return "half-permission";
    case Mark::half_absent:
        return "half-absent";
    }
    return "present";
}

core::Expected<Exit> list(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const attendance::Letters letters = attendance::load_letters(database);
    Json document{{"letters", Json::array()}};
    for (const auto& [letter, mark] : letters)
        document["letters"].push_back({{"letter", letter}, {"mark", word_of(mark)}});
    shell.out().answer(document, [&] {
        std::string lines;
        for (const auto& [letter, mark] : letters)
            lines += (lines.empty() ? "" : "\n") + letter + "\t" + word_of(mark);
        return lines;
    });
    return Exit::done;
}

core::Expected<Exit> set(Shell& shell, const Options& options) {
    const auto mark = attendance::read_mark(options.mark);
    if (!mark) return core::fail(mark.error());
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    if (const auto done = attendance::set_letter(tx, options.letter, *mark); !done)
        return core::fail(done.error());
    tx.commit();
    shell.out().answer(Json{{"letter", options.letter}, {"mark", word_of(*mark)}},
                       [&] { return options.letter + "\t" + word_of(*mark); });
    return Exit::done;
}

core::Expected<Exit> remove(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    if (!attendance::remove_letter(tx, options.letter))
        return core::fail(core::Error{"attendance.letter-none"}.with("letter", options.letter));
    tx.commit();
    shell.out().answer(Json{{"removed", options.letter}}, [&] { return options.letter; });
    return Exit::done;
}

} // namespace

void add_letter_words(Word app, Shell& shell) {
    Word word = app.add_word("letters", "Letters this office writes in its registers");
    const auto options = std::make_shared<Options>();
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();

    Word all = word.add_word("list", "The office's own letters and what they mean");
    shell.on(all, [&shell, options] { return list(shell, *options); });

    Word one = word.add_word("set", "Says what a letter means");
    one.add_option("LETTER", options->letter, "As the registers write it").required();
    one.add_option("MARK", options->mark, "What it means: P A L, P/2 or A/2 for half a day, . for present")
        .required();
    shell.on(one, [&shell, options] { return set(shell, *options); });

    Word gone = word.add_word("remove", "Takes a letter away");
    gone.add_option("LETTER", options->letter, "As the registers write it").required();
    shell.on(gone, [&shell, options] { return remove(shell, *options); });
}

} // namespace ctl
