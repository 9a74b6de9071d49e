// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered migrations of resources/migrations, run whole, each in one transaction.
#pragma once

#include <span>
#include <string_view>

namespace storage {

class Connection;

struct Migration {
    int number;
    std::string_view name;
    std::string_view sql;
};

// In order; the last one's number is the schema this program writes.
std::span<const Migration> migrations();
int newest_schema();

// The user_version of an open file.
int schema_of(Connection& connection);

// Runs what is missing. Foreign keys are off while a migration runs and checked before it commits.
void migrate(Connection& connection);

} // namespace storage
