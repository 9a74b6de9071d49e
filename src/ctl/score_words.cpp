// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl scores FILE lock CLASS PERIOD | unlock CLASS PERIOD --reason R
#include "assessment/lock_store.hpp"
#include "classes/class_store.hpp"
#include "ctl/named.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"

#include <memory>

namespace ctl {
namespace {

struct Options {
    std::string file;
    std::string taught;
    std::string period;
    std::string reason;
};

Json locks_json(const storage::Database& database, classes::ClassId id) {
    Json locks = Json::array();
    for (const assessment::PeriodLock& lock : assessment::load_locks(database, id))
        locks.push_back(
            {{"period", lock.period}, {"locked_at", core::to_iso(lock.locked_at)}, {"actor", lock.actor}});
    return locks;
}

// What every period is after the change.
core::Expected<Exit> change(Shell& shell, const Options& options, bool lock) {
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto id = read_class(database, options.taught);
    if (!id) return core::fail(id.error());
    const auto done = lock ? assessment::lock_period(tx, *id, options.period)
                           : assessment::unlock_period(tx, *id, options.period, options.reason);
    if (!done) return core::fail(done.error());
    tx.commit();
    const Json locks = locks_json(database, *id);
    shell.out().answer(Json{{"class", static_cast<std::int64_t>(*id)}, {"locks", locks}}, [&] {
        std::string lines;
        for (const Json& one : locks)
            lines += (lines.empty() ? "" : "\n") + one["period"].get<std::string>() + "\t" +
                     one["locked_at"].get<std::string>() + "\t" + one["actor"].get<std::string>();
        return lines;
    });
    return Exit::done;
}

} // namespace

void add_score_words(Word app, Shell& shell) {
    Word word = app.add_word("scores", "Locks a class's marks of a period, and unlocks them");
    const auto options = std::make_shared<Options>();
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    const auto add = [&](const char* name, const char* help) -> Word {
        Word one = word.add_word(name, help);
        one.add_option("CLASS", options->taught, "Its id or name").required();
        one.add_option("PERIOD", options->period, "A period of its programme: S1").required();
        return one;
    };
    shell.on(add("lock", "From now on a mark is only corrected, with a reason"),
             [&shell, options] { return change(shell, *options, true); });
    Word unlock = add("unlock", "Marks can be typed again");
    unlock.add_option("--reason", options->reason, "Why, kept in the audit").required();
    shell.on(unlock, [&shell, options] { return change(shell, *options, false); });
}

} // namespace ctl
