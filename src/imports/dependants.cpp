// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/dependants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace imports {
namespace {

// What an import writes that other rows refer to, each with the query for the name of one.
struct Parent {
    std::string_view table;
    std::string_view name;
};
constexpr std::array<Parent, 4> parents{{
    {"learner", "SELECT CASE WHEN name_km <> '' THEN name_km ELSE name END FROM learner WHERE id = ?1"},
    {"enrolment", "SELECT CASE WHEN l.name_km <> '' THEN l.name_km ELSE l.name END FROM enrolment e "
                  "JOIN learner l ON l.id = e.learner_id WHERE e.id = ?1"},
    {"class", "SELECT name_km FROM class WHERE id = ?1"},
    {"institution", "SELECT name_km FROM institution WHERE id = ?1"},
}};

// Every column that refers to a parent, with the first column of its table's key.
constexpr std::string_view references = R"sql(
SELECT t.name, f."from",
       (SELECT c.name FROM pragma_table_info(t.name) c WHERE c.pk = 1)
FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
WHERE t.type = 'table' AND f."table" = ?1 ORDER BY t.name)sql";

struct Reference {
    std::string table;
    // How many rows refer to ?1, by the first column of their key.
    std::string query;
};

std::vector<Reference> references_to(const storage::Database& database, std::string_view parent) {
    std::vector<Reference> found;
    storage::Statement rows = database.query(references, parent);
    while (rows.step()) {
        const auto table = rows.get<std::string>(0);
        const auto key = rows.get<std::optional<std::string>>(2).value_or("rowid");
        found.push_back(
            {table, fmt::format(R"(SELECT "{0}", count(*) FROM "{1}" WHERE "{2}" = ?1 GROUP BY 1)", key,
                                table, rows.get<std::string>(1))});
    }
    return found;
}

// How many rows of a table the changeset wrote itself, by the first column of their key.
using OwnRows = std::map<std::string, std::map<std::int64_t, std::int64_t>, std::less<>>;

OwnRows own_rows(const std::vector<storage::ChangedRow>& rows) {
    OwnRows own;
    for (const storage::ChangedRow& row : rows)
        if (row.what == storage::ChangedRow::What::inserted) ++own[row.table][row.key];
    return own;
}

bool stands_on(const storage::Database& database, const Reference& reference, std::int64_t parent,
               const OwnRows& own) {
    storage::Statement rows = database.query(reference.query, parent);
    const auto table = own.find(reference.table);
    while (rows.step()) {
        if (table == own.end()) return true;
        const auto written = table->second.find(rows.get<std::int64_t>(0));
        if (written == table->second.end() || written->second < rows.get<std::int64_t>(1)) return true;
    }
    return false;
}

std::string fact(const storage::Fields& row, std::string_view name) {
    const auto found = std::find_if(row.begin(), row.end(), [&](const auto& f) { return f.name == name; });
    return found == row.end() ? std::string{} : found->value.value_or("");
}

// By the learner, class or institution that the row is, or is of.
std::string name_of(const storage::Database& database, const storage::ChangeConflict& conflict) {
    for (const std::string_view own : {"name_km", "name"})
        if (std::string name = fact(conflict.row, own); !name.empty()) return name;
    for (const auto& [table, query] : parents) {
        const std::string key = conflict.table == table ? fact(conflict.row, "id")
                                                        : fact(conflict.row, std::string{table} + "_id");
        if (key.empty()) continue;
        if (auto name = database.value<std::string>(query, key)) return *name;
    }
    return conflict.table + " " + conflict.key;
}

} // namespace

std::vector<Dependant> later_work(const storage::Database& database, std::span<const std::byte> changeset) {
    const OwnRows own = own_rows(storage::changed_rows(changeset));
    std::vector<Dependant> found;
    for (const auto& [parent, name] : parents) {
        const auto written = own.find(parent);
        if (written == own.end()) continue;
        for (const Reference& reference : references_to(database, parent))
            for (const auto& [key, count] : written->second)
                if (stands_on(database, reference, key, own))
                    found.push_back({database.value<std::string>(name, key).value_or(std::to_string(key)),
                                     reference.table});
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<Dependant> changed_since(const storage::Database& database,
                                     const std::vector<storage::ChangeConflict>& conflicts) {
    std::vector<Dependant> found;
    for (const storage::ChangeConflict& conflict : conflicts)
        found.push_back({name_of(database, conflict), "changed"});
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace imports
