// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl check and audit
#include "backups/invariants.hpp"
#include "certificates/register_chain.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "office/digest.hpp"
#include "storage/audit.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

// Everything that is wrong; the file may be too damaged to open at all.
std::vector<core::Error> findings_of(Shell& shell, const std::string& file) {
    try {
        return backups::findings_in(shell.open_to_read(file), shell.out().progress());
    } catch (const core::WorldFailure& failure) {
        if (failure.error().code != "file.damaged") throw;
        return {failure.error()};
    }
}

core::Expected<Exit> check(Shell& shell, const std::string& file) {
    const auto findings = findings_of(shell, file);
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
    add_audit(app, shell);
}

} // namespace ctl
