// SPDX-License-Identifier: GPL-3.0-or-later
// The register of statements: what was handed out under which number, once and for ever, and each reprint.
#pragma once

#include "classes/enrolment.hpp"
#include "core/expected.hpp"
#include "statements/statement.hpp"
#include "storage/transaction.hpp"
#include "templates/template_store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace statements {

enum class StatementId : std::int64_t {};

struct Entry {
    StatementId id{};
    std::string number;
    Document kind{};
    classes::ClassId class_id{};
    std::string class_km;
    std::string class_name;
    learners::LearnerId learner{};
    std::string name_km; // as they stand on the paper
    std::string name;
    core::Day issued_on{};
    std::int64_t reprints = 0;
};

// Newest first.
std::vector<Entry> load_statements(const storage::Database& database);
// As typed: any digits, letters of either case, dashes or blanks. Error: statement.unknown {number}.
core::Expected<Entry> find_statement(const storage::Database& database, std::string_view number);
// The number of the newest of that kind that the enrolment has.
std::optional<std::string> find_number(const storage::Database& database, Document kind,
                                       classes::EnrolmentId enrolment);

// The number that the next one gets; nobody else takes it while the transaction lasts.
struct Number {
    std::string office;
    int year = 0;
    std::int64_t nth = 0;
    std::string text; // "0202-2026-P00001-5"
};
Number next_number(storage::Transaction& tx, Document kind, const std::string& office, core::Day today);

struct Made {
    Document kind{};
    Number number;
    classes::EnrolmentId enrolment{};
    std::string name_km;
    std::string name;
    std::string template_name;
    std::string_view template_source;
    std::string pdf;
};
// Audited as "statement.issue".
void keep(storage::Transaction& tx, const Made& made);

// The bytes that were handed out, counted with their reason; audited as "statement.reprint". Errors:
// statement.unknown {number}, statement.no-reason {number}, statement.altered {number} where another program
// changed them.
core::Expected<std::string> reprint(storage::Transaction& tx, std::string_view number,
                                    std::string_view reason);

// The numbers of those whose bytes are not what was handed out, as statement.altered {number}.
std::vector<core::Error> altered_statements(const storage::Database& database);

// Gives the statements of one enrolment to another; part of a merge, which audits.
void repoint(storage::Transaction& tx, classes::EnrolmentId from, classes::EnrolmentId to);

} // namespace statements
