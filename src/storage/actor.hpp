// SPDX-License-Identifier: GPL-3.0-or-later
// Who is doing it, and whether they may: every write carries one and leaves it in the audit chain.
#pragma once

#include "core/error.hpp"
#include "core/uid.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace storage {

class Database;

// What a person who logged in may write. Transaction asks it before each audit row, so that no door, screen
// or shell, is beside it.
class Authority {
  public:
    virtual ~Authority() = default;
    // Why this person may not write such a row, or nothing: auth.not-allowed {verb}, auth.elsewhere {verb},
    // auth.two-needed {verb}.
    virtual std::optional<core::Error> refusal(const Database& database, std::string_view verb,
                                               std::string_view entity,
                                               const std::optional<core::Uid>& uid) const = 0;
};

struct Actor {
    // The log-in name; "set-up" before the first administrator is made; two names with a + between them
    // where two people stand for it.
    std::string name = "set-up";
    // None in set-up: everything is allowed then, and nothing after.
    std::shared_ptr<const Authority> authority{};
};

} // namespace storage
