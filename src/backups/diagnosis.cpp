// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/diagnosis.hpp"

#include "backups/backup_store.hpp"
#include "backups/invariants.hpp"
#include "backups/schedule.hpp"
#include "core/collation.hpp"
#include "office/office_store.hpp"
#include "office/restoration.hpp"
#include "storage/audit.hpp"
#include "storage/migration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace backups {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t audit_rows_told = 200;

// Lines of a name and a value. What is written here is made by the program: codes, numbers, moments.
class Text {
  public:
    void heading(std::string_view words) { m_text += fmt::format("\n[{}]\n", words); }
    template<typename Value>
    void line(std::string_view name, const Value& value) {
        m_text += fmt::format("{} {}\n", name, value);
    }
    std::string take() { return std::move(m_text); }
    void begin(core::Moment now) {
        m_text =
            fmt::format("Srok diagnostic file 1\nmade {}\nprogram {} on {}\nschema-known {}\nsort-keys {}\n",
                        core::to_iso(now), SROK_VERSION, SROK_PLATFORM, storage::newest_schema(),
                        core::sort_key_version());
    }

  private:
    std::string m_text;
};

std::string size_of(fs::path file, std::string_view suffix) {
    std::error_code failed;
    const auto size = fs::file_size(file += suffix, failed);
    return failed ? std::string{"none"} : std::to_string(size);
}

void tell_disk(Text& text, const fs::path& file) {
    text.heading("disk");
    text.line("file-bytes", size_of(file, ""));
    text.line("log-bytes", size_of(file, "-wal"));
    std::error_code failed;
    const auto space = fs::space(fs::absolute(file).parent_path(), failed);
    text.line("free-bytes", failed ? std::string{"unknown"} : std::to_string(space.available));
}

void tell_office(Text& text, const storage::Database& database) {
    const office::Office office = office::load_office(database);
    text.heading("office");
    text.line("level", to_text(office.level));
    text.line("area", office.area_code);
    text.line("generation", office.generation);
    text.line("sample", office.sample);
    text.line("set-up", office.in_set_up());
    text.line("created", core::to_iso(office.created_at));
    if (const auto last = office::last_restoration(database))
        text.line("restored", core::to_iso(last->restored_at));
    for (const core::Error& warning : database.warnings())
        text.line("warning", warning.code);
    if (const auto doubt = clock_doubt(database)) text.line("warning", doubt->code);
}

void tell_tables(Text& text, const storage::Database& database) {
    text.heading("rows");
    std::vector<std::string> tables;
    storage::Statement names =
        database.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    while (names.step())
        tables.push_back(names.get<std::string>(0));
    for (const std::string& table : tables)
        text.line(
            table,
            database.value<std::int64_t>(fmt::format(R"(SELECT count(*) FROM "{}")", table)).value_or(0));
    text.heading("settings");
    storage::Statement keys = database.query("SELECT key, length(value) FROM setting ORDER BY key");
    while (keys.step())
        text.line(keys.get<std::string>(0), fmt::format("({} characters)", keys.get<std::int64_t>(1)));
}

void tell_backups(Text& text, const storage::Database& database) {
    text.heading("backups");
    text.line("sealed", office::has_backup_key(database));
    for (const KeptBackup& one : load_backups(database)) {
        std::error_code ignored;
        text.line(core::to_iso(one.made.made_at),
                  fmt::format("{} {} bytes{}{}", to_text(one.why), one.made.bytes,
                              one.made.sealed ? " sealed" : "",
                              one.removed_at                       ? " superseded"
                              : fs::exists(one.made.file, ignored) ? ""
                                                                   : " gone"));
    }
    if (const auto last = last_rehearsal(database))
        text.line("rehearsed", fmt::format("{} {} findings {} ms", core::to_iso(last->at), last->findings,
                                           last->took.count()));
}

// A finding's other facts may be names.
std::string told(const core::Error& finding) {
    std::string words = finding.code;
    for (const char* fact : {"rule", "row", "table", "entity"})
        if (const auto value = finding.fact(fact); !value.empty())
            words += fmt::format(" {}={}", fact, value);
    if (finding.place.row) words += fmt::format(" row={}", *finding.place.row);
    if (finding.place.byte) words += fmt::format(" byte={}", *finding.place.byte);
    return words;
}

void tell_findings(Text& text, const storage::Database& database, core::Progress& progress) {
    std::map<std::string, int> counted;
    for (const core::Error& finding : findings_in(database, progress))
        ++counted[told(finding)];
    text.heading("check");
    if (counted.empty()) text.line("in", "order");
    for (const auto& [words, count] : counted)
        text.line(words, fmt::format("x{}", count));
}

void tell_audit(Text& text, const storage::Database& database) {
    text.heading("audit");
    for (const storage::AuditEntry& entry : storage::audit_entries(database, audit_rows_told))
        text.line(std::to_string(entry.seq),
                  fmt::format("{} {} {}", core::to_iso(entry.at), entry.verb, entry.entity));
}

} // namespace

std::string diagnose(const storage::Database& database, core::Progress& progress) {
    Text text;
    text.begin(database.clock().now());
    tell_disk(text, database.path());
    tell_office(text, database);
    tell_tables(text, database);
    tell_backups(text, database);
    tell_findings(text, database, progress);
    tell_audit(text, database);
    return text.take();
}

std::string diagnose(const fs::path& file, storage::Environment environment, core::Progress& progress) {
    try {
        return diagnose(storage::Database::open(file, storage::Access::read_only, environment), progress);
    } catch (const core::WorldFailure& failure) {
        if (failure.error().code == "file.missing") throw;
        Text text;
        text.begin(environment.clock.now());
        tell_disk(text, file);
        text.heading("check");
        text.line(told(failure.error()), "x1");
        return text.take();
    }
}

} // namespace backups
