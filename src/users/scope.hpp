// SPDX-License-Identifier: GPL-3.0-or-later
// Which institutions a row of the audit is about.
#pragma once

#include "institutions/institution.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace users {

struct Scope {
    // A learner who is in no class yet: anybody's.
    bool free = false;
    // Empty and not free: the whole office's.
    std::vector<institutions::InstitutionId> institutions{};
};

Scope scope_of(const storage::Database& database, std::string_view entity,
               const std::optional<core::Uid>& uid);

} // namespace users
