// SPDX-License-Identifier: GPL-3.0-or-later
// What an office file of any schema up to the program's says of itself, without bringing it up to date.
#pragma once

#include "core/clock.hpp"
#include "core/uid.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace storage {

struct PlainFacts {
    core::Uid office{};
    std::string area_code;
    std::string institution_code; // empty where it is no institution's
    int generation = 1;
    int schema = 0;
    std::int64_t audit_rows = 0;
    core::Moment newest{}; // of the last row of the audit
};

// Read as it stands, nothing written beside it. WorldFailure as Database::open for reading; file.damaged
// where it holds no office.
PlainFacts plain_facts(const std::filesystem::path& file);

} // namespace storage
