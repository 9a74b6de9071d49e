// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/plain_facts.hpp"

#include "core/error.hpp"
#include "storage/connection.hpp"
#include "storage/file_header.hpp"
#include "storage/statement.hpp"

namespace storage {
namespace {

// These columns are in every schema that was ever shipped.
constexpr std::string_view select_facts = R"sql(
SELECT uid, area_code, institution_code, generation FROM office WHERE id = 1)sql";

constexpr std::string_view select_audit_end = "SELECT seq, at FROM audit ORDER BY seq DESC LIMIT 1";

} // namespace

PlainFacts plain_facts(const std::filesystem::path& file) {
    refuse_foreign_file(file);
    // A log that was not written into the file yet is read with it; a copy has none, and none is made.
    std::filesystem::path log = file;
    log += "-wal";
    std::error_code ignored;
    const bool logged = std::filesystem::exists(log, ignored);
    Connection connection(file, logged ? Connection::Mode::read_only : Connection::Mode::immutable);
    Statement office(connection, select_facts);
    if (!office.step()) throw core::WorldFailure(core::Error{"file.damaged"}.at({.file = file_text(file)}));
    PlainFacts facts;
    facts.office = office.get<core::Uid>(0);
    facts.area_code = office.get<std::string>(1);
    facts.institution_code = office.get<std::optional<std::string>>(2).value_or("");
    facts.generation = office.get<int>(3);
    Statement version(connection, "PRAGMA user_version");
    version.step();
    facts.schema = version.get<int>(0);
    Statement audit(connection, select_audit_end);
    if (audit.step()) {
        facts.audit_rows = audit.get<std::int64_t>(0);
        facts.newest = audit.get<core::Moment>(1);
    }
    return facts;
}

} // namespace storage
