// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl check, backup and audit
#include "certificates/register_chain.hpp"
#include "ctl/invariants.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "office/digest.hpp"
#include "office/office_store.hpp"
#include "storage/audit.hpp"
#include "storage/file_header.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

namespace fs = std::filesystem;

// Everything that is wrong; the file may be too damaged to open at all.
std::vector<core::Error> findings_in(Shell& shell, const std::string& file) {
    try {
        const storage::Database database = shell.open_to_read(file);
        std::vector<core::Error> findings = database.damage();
        if (const auto altered = storage::audit_damage(database)) findings.push_back(*altered);
        if (const auto altered = certificates::register_damage(database, shell.out().progress()))
            findings.push_back(*altered);
        // Rules are only looked at where the file holds together.
        if (findings.empty()) findings = broken_invariants(database, shell.out().progress());
        return findings;
    } catch (const core::WorldFailure& failure) {
        if (failure.error().code != "file.damaged") throw;
        return {failure.error()};
    }
}

core::Expected<Exit> check(Shell& shell, const std::string& file) {
    const auto findings = findings_in(shell, file);
    Json list = Json::array();
    for (const core::Error& finding : findings)
        list.push_back(error_json(finding, shell.out().language()));
    const Json document{{"file", file}, {"ok", findings.empty()}, {"findings", std::move(list)}};
    if (!shell.out().json())
        for (const core::Error& finding : findings)
            shell.out().warn(finding);
    shell.out().answer(document, [&] {
        return findings.empty() ? file + ": " + shell.out().say(wording::translatable("in order"))
                                : std::string{};
    });
    return findings.empty() ? Exit::done : Exit::findings;
}

// A folder means the office's own name and the day in it.
fs::path backup_path(Shell& shell, const fs::path& file, const fs::path& wanted) {
    if (!fs::is_directory(wanted)) return wanted;
    fs::path name = file.stem();
    name += fmt::format("-{}.srok", core::to_iso(shell.today()));
    return wanted / name;
}

// Whether what stands at `destination` may give way: nothing, or an earlier backup of this office, whole or
// not.
core::Expected<void> may_replace(Shell& shell, const office::Office& mine, const fs::path& destination) {
    if (!fs::exists(destination)) return {};
    storage::refuse_foreign_file(destination);
    const core::Error other = core::Error{"backup.other-office"}.at({.file = text_of(destination)});
    try {
        const storage::Database there = shell.open_to_read(text_of(destination));
        if (office::load_office(there).uid == mine.uid) return {};
        return core::fail(other);
    } catch (const core::WorldFailure& failure) {
        if (failure.error().code != "file.damaged") throw;
        return {};
    }
}

// While the screen has the file open it can be copied but not written: then the day of the backup is not
// noted.
void note_backup(Shell& shell, const std::string& file) {
    try {
        storage::Database database = shell.open_to_write(file);
        storage::Transaction tx(database, shell.actor());
        office::note_backup(tx);
        tx.commit();
    } catch (const core::WorldFailure& failure) {
        if (failure.error().code != "file.locked" && failure.error().code != "file.read-only") throw;
    }
}

core::Expected<Exit> backup(Shell& shell, const std::string& file, const std::string& wanted) {
    const fs::path from = path_of(file);
    const fs::path to = backup_path(shell, from, path_of(wanted));
    std::error_code ignored;
    if (fs::equivalent(from, to, ignored))
        return core::fail(core::Error{"backup.same-file"}.at({.file = text_of(to)}));
    {
        const storage::Database database = shell.open_to_read(file);
        if (auto allowed = may_replace(shell, office::load_office(database), to); !allowed)
            return core::fail(allowed.error());
        database.back_up(to, shell.out().progress());
    }
    note_backup(shell, file);
    const Json document{{"file", text_of(to)}, {"bytes", fs::file_size(to)}};
    shell.out().answer(document, [&] { return text_of(to); });
    return Exit::done;
}

Json entry_json(const storage::AuditEntry& entry) {
    Json json{{"seq", entry.seq},
              {"at", core::to_iso(entry.at)},
              {"actor", entry.actor},
              {"verb", entry.verb},
              {"entity", entry.entity}};
    if (entry.uid) json["uid"] = core::to_text(*entry.uid);
    if (entry.change) {
        // What was written as JSON is shown as JSON.
        Json change = Json::parse(*entry.change, nullptr, false);
        json["change"] = change.is_discarded() ? Json(*entry.change) : std::move(change);
    }
    return json;
}

core::Expected<Exit> audit(Shell& shell, const std::string& file, std::int64_t limit) {
    const storage::Database database = shell.open_to_read(file);
    const auto damage = storage::audit_damage(database);
    // Entries are read side by side with the audit, so it must hold.
    const auto altered =
        damage ? std::nullopt : certificates::register_damage(database, shell.out().progress());
    const auto entries = storage::audit_entries(database, limit);
    Json list = Json::array();
    for (const storage::AuditEntry& entry : entries)
        list.push_back(entry_json(entry));
    Json document{{"chain", damage ? "broken" : "holds"},
                  {"head", office::to_text(storage::audit_head(database))},
                  {"register", altered ? "broken" : "holds"},
                  {"register_head", office::to_text(certificates::register_head(database))},
                  {"entries", std::move(list)}};
    if (damage) document["register"] = nullptr;
    for (const auto& finding : {damage, altered}) {
        if (!finding) continue;
        document["damage"] = error_json(*finding, shell.out().language());
        if (!shell.out().json()) shell.out().warn(*finding);
    }
    shell.out().answer(document, [&] {
        std::string text;
        for (const storage::AuditEntry& entry : entries)
            text += fmt::format("{}{}  {}  {}  {}", text.empty() ? "" : "\n", entry.seq,
                                core::to_iso(entry.at), entry.actor, entry.verb);
        return text;
    });
    return damage || altered ? Exit::findings : Exit::done;
}

void add_check(Word app, Shell& shell) {
    Word word = app.add_word("check", "Look for damage and broken rules in an office file");
    const auto file = std::make_shared<std::string>();
    word.add_option("FILE", *file).required();
    shell.on(word, [&shell, file] { return check(shell, *file); });
}

void add_backup(Word app, Shell& shell) {
    Word word = app.add_word("backup", "Copy an office file, and open the copy to prove it");
    const auto file = std::make_shared<std::string>();
    const auto to = std::make_shared<std::string>();
    word.add_option("FILE", *file).required();
    word.add_option("DEST", *to, "A file or a folder").required();
    shell.on(word, [&shell, file, to] { return backup(shell, *file, *to); });
}

void add_audit(Word app, Shell& shell) {
    Word word = app.add_word(
        "audit", "Who wrote what, newest first, and whether the audit and the register of certificates hold");
    const auto file = std::make_shared<std::string>();
    const auto limit = std::make_shared<std::int64_t>(50);
    word.add_option("FILE", *file).required();
    word.add_option("--limit", *limit, "How many rows").between(0, 1'000'000);
    shell.on(word, [&shell, file, limit] { return audit(shell, *file, *limit); });
}

} // namespace

void add_upkeep_words(Word app, Shell& shell) {
    add_check(app, shell);
    add_backup(app, shell);
    add_audit(app, shell);
}

} // namespace ctl
