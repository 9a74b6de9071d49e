// SPDX-License-Identifier: GPL-3.0-or-later
// The templates an office took in place of the program's, by name, version and digest; what was issued keeps
// the one it was printed with.
#pragma once

#include "office/digest.hpp"
#include "storage/transaction.hpp"
#include "templates/check.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace templates {

// The one that documents are made from now.
struct Current {
    std::string name;
    int version = 0; // 0: the program's own
    std::string source;
    bool own() const { return version > 0; }
};

// The office's for the programme, else its own for every programme, else the program's.
Current current_template(const storage::Database& database, Document document, std::string_view programme);

// What was taken, newest first. `shipped`: the program's own again from then on.
struct Taken {
    Document document{};
    std::string programme; // empty: every programme
    int version = 0;
    std::string name;
    std::string file;
    bool shipped = false;
    std::string digest; // hexadecimal; empty where the program's own is
    std::string actor;
    core::Moment at{};
};
std::vector<Taken> taken_templates(const storage::Database& database);

// What is in force for a document and a programme that the office once took a template for.
struct Use {
    Document document{};
    std::string programme; // empty: every programme
    std::string name;
    std::optional<office::Digest> digest{}; // none: the program's own again
    std::string source;                     // empty there
};
std::vector<Use> uses_in_force(const storage::Database& database);

struct Taking {
    Document document{};
    std::string programme; // a key that the office has, or empty
    std::string name;      // "literacy-2026"
    std::string file;      // where it came from, for the list
    std::string source;
};
// The version it got. Audited as "template.take". Errors: the first of `problems` that is in the way;
// template.name-missing; programme.unknown; template.same {version} where it is in use already.
core::Expected<int> take(storage::Transaction& tx, const Taking& taking,
                         const std::vector<core::Error>& problems);

// The program's own again. Audited as "template.use-shipped". Errors: template.not-taken.
core::Expected<void> use_shipped(storage::Transaction& tx, Document document, const std::string& programme);

// The source kept under its digest, for what is issued with it.
office::Digest keep_source(storage::Transaction& tx, std::string_view name, std::string_view source);

} // namespace templates
