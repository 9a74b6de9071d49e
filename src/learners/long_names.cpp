// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/long_names.hpp"

namespace learners {
namespace {

constexpr std::string_view by_khmer =
    "SELECT name_km, name FROM learner WHERE name_km <> '' ORDER BY length(name_km) DESC, id LIMIT 3";
constexpr std::string_view by_latin =
    "SELECT name_km, name FROM learner WHERE name <> '' ORDER BY length(name) DESC, id LIMIT 3";

} // namespace

std::vector<LongName> longest_names(const storage::Database& database) {
    std::vector<LongName> names;
    for (const std::string_view query : {by_khmer, by_latin}) {
        storage::Statement rows = database.query(query);
        while (rows.step())
            names.push_back({rows.get<std::string>(0), rows.get<std::string>(1)});
    }
    return names;
}

} // namespace learners
