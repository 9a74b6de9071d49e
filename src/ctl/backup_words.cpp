// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl backup, backups, backup-key and restore
#include "backups/restore.hpp"
#include "backups/schedule.hpp"
#include "ctl/secret_file.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "office/office_store.hpp"
#include "users/authority.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

namespace fs = std::filesystem;

Json made_json(const backups::Made& made) {
    return {{"file", text_of(made.file)},
            {"bytes", made.bytes},
            {"sealed", made.sealed},
            {"made_at", core::to_iso(made.made_at)},
            {"proven_at", core::to_iso(made.proven_at)},
            {"generation", made.generation},
            {"digest", office::to_text(made.digest)}};
}

// A folder means the office's own name and the day in it.
fs::path backup_path(Shell& shell, const storage::Database& database, const fs::path& wanted) {
    if (!fs::is_directory(wanted)) return wanted;
    fs::path name = database.path().stem();
    name +=
        fmt::format("-{}{}", core::to_iso(shell.today()),
                    office::has_backup_key(database) ? backups::sealed_extension : backups::plain_extension);
    return wanted / name;
}

// Who writes what nobody who is logged in asked for: that a backup was made, or that the file was restored.
storage::Actor program_itself() {
    return users::actor_of_program();
}

// While the screen has the file open it can be copied but not written: then the backup is not noted.
void note(Shell& shell, const std::string& file, const std::function<void(storage::Transaction&)>& keep) {
    try {
        storage::Database database = shell.open_as_program(file);
        storage::Transaction tx(database, program_itself());
        keep(tx);
        tx.commit();
    } catch (const core::WorldFailure& failure) {
        if (failure.error().code != "file.locked" && failure.error().code != "file.read-only") throw;
    }
}

core::Expected<Exit> back_up_to(Shell& shell, const std::string& file, const std::string& wanted) {
    std::optional<backups::Made> made;
    {
        const storage::Database database = shell.open_to_read(file);
        const fs::path to = backup_path(shell, database, path_of(wanted));
        if (auto allowed = backups::may_replace(database, to, shell.environment()); !allowed)
            return core::fail(allowed.error());
        made = backups::make_backup(database, to, shell.out().progress());
    }
    note(shell, file, [&](storage::Transaction& tx) { note_backup(tx, *made, backups::Why::asked); });
    shell.out().answer(made_json(*made), [&] { return text_of(made->file); });
    return Exit::done;
}

// Where the office's backups go by themselves.
core::Expected<Exit> back_up_here(Shell& shell, const std::string& file) {
    std::optional<backups::Round> round;
    {
        const storage::Database database = shell.open_to_read(file);
        round = backups::back_up_now(database, shell.out().progress());
    }
    note(shell, file, [&](storage::Transaction& tx) { note_round(tx, *round, backups::Why::asked); });
    Json document = made_json(round->made);
    if (round->second) document["second"] = text_of(round->second->file);
    if (round->second_failed) {
        document["second_failed"] = error_json(*round->second_failed, shell.out().language());
        if (!shell.out().json()) shell.out().warn(*round->second_failed);
    }
    document["removed"] = Json::array();
    for (const fs::path& gone : round->removed)
        document["removed"].push_back(text_of(gone));
    shell.out().answer(document, [&] { return text_of(round->made.file); });
    return round->second_failed ? Exit::findings : Exit::done;
}

struct PlaceArguments {
    std::string file;
    std::optional<std::string> folder;
    std::optional<std::string> second;
};

core::Expected<Exit> list_backups(Shell& shell, const PlaceArguments& arguments) {
    if (arguments.folder || arguments.second) {
        storage::Database database = shell.open_to_write(arguments.file);
        backups::Places places = backups::load_places(database);
        if (arguments.folder) places.folder = path_of(*arguments.folder);
        if (arguments.second)
            places.second =
                arguments.second->empty() ? std::nullopt : std::optional{path_of(*arguments.second)};
        storage::Transaction tx(database, shell.actor());
        backups::set_places(tx, places.folder, places.second);
        tx.commit();
    }
    const storage::Database database = shell.open_to_read(arguments.file);
    const backups::Places places = backups::load_places(database);
    Json document{{"folder", text_of(places.folder)},
                  {"second", places.second ? Json(text_of(*places.second)) : Json()},
                  {"sealed", office::has_backup_key(database)},
                  {"backups", Json::array()}};
    std::string lines;
    for (const backups::KeptBackup& one : backups::load_backups(database)) {
        Json json = made_json(one.made);
        json["why"] = to_text(one.why);
        std::error_code ignored;
        json["there"] = fs::exists(one.made.file, ignored);
        if (one.removed_at) json["removed_at"] = core::to_iso(*one.removed_at);
        document["backups"].push_back(std::move(json));
        lines += fmt::format("{}{}  {}  {}", lines.empty() ? "" : "\n", core::to_iso(one.made.made_at),
                             one.made.bytes, text_of(one.made.file));
    }
    if (const auto last = backups::last_rehearsal(database))
        document["rehearsed_at"] = core::to_iso(last->at);
    if (const auto doubt = backups::clock_doubt(database)) {
        document["clock"] = error_json(*doubt, shell.out().language());
        if (!shell.out().json()) shell.out().warn(*doubt);
    }
    shell.out().answer(document, [&] { return lines; });
    return Exit::done;
}

struct KeyArguments {
    std::string file;
    std::string secret;
    std::string new_secret;
};

core::Expected<Exit> keep_key(Shell& shell, const KeyArguments& arguments,
                              const std::function<core::Expected<void>(storage::Transaction&)>& keep) {
    storage::Database database = shell.open_to_write(arguments.file);
    storage::Transaction tx(database, shell.actor());
    if (auto kept = keep(tx); !kept) return core::fail(kept.error());
    tx.commit();
    const std::string key = to_text(office::key_id(office::find_backup_key(database)->public_key));
    shell.out().answer(Json{{"key", key}}, [&] { return key; });
    return Exit::done;
}

core::Expected<Exit> set_key(Shell& shell, const KeyArguments& arguments) {
    const auto secret = read_secret(arguments.secret);
    if (!secret) return core::fail(secret.error());
    return keep_key(shell, arguments,
                    [&](storage::Transaction& tx) { return office::set_backup_passphrase(tx, *secret); });
}

core::Expected<Exit> change_key(Shell& shell, const KeyArguments& arguments) {
    const auto secret = read_secret(arguments.secret);
    if (!secret) return core::fail(secret.error());
    const auto fresh = read_secret(arguments.new_secret);
    if (!fresh) return core::fail(fresh.error());
    return keep_key(shell, arguments, [&](storage::Transaction& tx) {
        return office::change_backup_passphrase(tx, *secret, *fresh);
    });
}

struct RestoreArguments {
    std::string backup;
    std::optional<std::string> file;
    std::optional<std::string> secret;
    bool replace = false;
    bool rehearse = false;
};

core::Expected<Exit> rehearse(Shell& shell, const RestoreArguments& arguments, const std::string& secret) {
    const fs::path backup = path_of(arguments.backup);
    const fs::path folder =
        arguments.file ? fs::absolute(path_of(*arguments.file)).parent_path() : fs::temp_directory_path();
    const auto done = backups::rehearse(backup, secret, folder, shell.environment(), program_itself(),
                                        shell.out().progress());
    if (!done) return core::fail(done.error());
    if (arguments.file)
        note(shell, *arguments.file, [&](storage::Transaction& tx) { note_rehearsal(tx, done->rehearsal); });
    Json findings = Json::array();
    for (const core::Error& finding : done->findings) {
        findings.push_back(error_json(finding, shell.out().language()));
        if (!shell.out().json()) shell.out().warn(finding);
    }
    const Json document{{"backup", arguments.backup},
                        {"ok", done->findings.empty()},
                        {"made_at", core::to_iso(done->rehearsal.made_at)},
                        {"learners", done->rehearsal.learners},
                        {"certificates", done->rehearsal.certificates},
                        {"milliseconds", done->rehearsal.took.count()},
                        {"findings", std::move(findings)}};
    shell.out().answer(document, [&] {
        return fmt::format(fmt::runtime(shell.out().say(wording::translatable(
                               "The backup of {} can be restored: learners {}, certificates {}"))),
                           core::to_iso(core::day_in_cambodia(done->rehearsal.made_at)),
                           done->rehearsal.learners, done->rehearsal.certificates);
    });
    return done->findings.empty() ? Exit::done : Exit::findings;
}

core::Expected<Exit> restore(Shell& shell, const RestoreArguments& arguments) {
    std::string secret;
    if (arguments.secret) {
        auto read = read_secret(*arguments.secret);
        if (!read) return core::fail(read.error());
        secret = *std::move(read);
    }
    if (arguments.rehearse) return rehearse(shell, arguments, secret);
    if (!arguments.file) return core::fail(core::Error{"usage.missing"}.with("reason", "FILE is required"));
    const auto done =
        backups::restore({path_of(arguments.backup), secret, path_of(*arguments.file), arguments.replace},
                         shell.environment(), program_itself(), shell.out().progress());
    if (!done) return core::fail(done.error());
    Json document{{"file", *arguments.file},
                  {"made_at", core::to_iso(done->told.header.made_at)},
                  {"generation", done->generation},
                  {"lost_serials", done->lost_serials},
                  {"lost_learner_numbers", done->lost_learner_numbers}};
    document["kept_aside"] = done->kept_aside ? Json(text_of(*done->kept_aside)) : Json();
    shell.out().answer(document, [&] { return *arguments.file; });
    return Exit::done;
}

void add_backup(Word app, Shell& shell) {
    Word word = app.add_word("backup", "Back up an office file, and read the backup again to prove it");
    const auto file = std::make_shared<std::string>();
    const auto to = std::make_shared<std::optional<std::string>>();
    word.add_option("FILE", *file).required();
    word.add_option("DEST", *to,
                    "A file or a folder; where the office's backups go by themselves when left out");
    shell.on(word, [&shell, file, to] {
        return to->has_value() ? back_up_to(shell, *file, **to) : back_up_here(shell, *file);
    });
}

void add_backups(Word app, Shell& shell) {
    Word word = app.add_word("backups", "Backups that were proven, newest first, and where they go");
    const auto arguments = std::make_shared<PlaceArguments>();
    word.add_option("FILE", arguments->file).required();
    word.add_option("--folder", arguments->folder, "Where backups go from now on; empty: beside the file");
    word.add_option("--second", arguments->second, "A second place, used whenever it is there; empty: none");
    shell.on(word, [&shell, arguments] { return list_backups(shell, *arguments); });
}

void add_backup_key(Word app, Shell& shell) {
    Word word = app.add_word("backup-key", "The passphrase that backups open with");
    const auto arguments = std::make_shared<KeyArguments>();
    word.add_option("FILE", arguments->file).required();
    word.needs_a_word();
    Word set = word.add_word("set", "A new key under a passphrase; earlier backups keep theirs");
    set.add_option("--backup-password-file", arguments->secret, "The passphrase, on one line").required();
    shell.on(set, [&shell, arguments] { return set_key(shell, *arguments); });
    Word change = word.add_word("change", "The same key under another passphrase");
    change.add_option("--backup-password-file", arguments->secret, "The passphrase until now").required();
    change.add_option("--new-password-file", arguments->new_secret, "The passphrase from now on").required();
    shell.on(change, [&shell, arguments] { return change_key(shell, *arguments); });
}

void add_restore(Word app, Shell& shell) {
    Word word = app.add_word("restore", "An office file from a backup, or a rehearsal of that");
    const auto arguments = std::make_shared<RestoreArguments>();
    word.add_option("BACKUP", arguments->backup).required();
    word.add_option("FILE", arguments->file, "Where the office file is to stand; where a rehearsal is noted");
    word.add_option("--backup-password-file", arguments->secret,
                    "The passphrase or the recovery code, on one line");
    word.add_flag("--replace", arguments->replace, "Keep the office file that stands there aside");
    word.add_flag("--rehearse", arguments->rehearse,
                  "Restore into a passing folder, check everything, and take it away");
    shell.on(word, [&shell, arguments] { return restore(shell, *arguments); });
}

} // namespace

void add_backup_words(Word app, Shell& shell) {
    add_backup(app, shell);
    add_backups(app, shell);
    add_backup_key(app, shell);
    add_restore(app, shell);
}

} // namespace ctl
