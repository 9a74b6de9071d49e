// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who logged in and may do everything: for offices past set-up, where that is not what is tested.
#pragma once

#include "storage/actor.hpp"

#include <memory>
#include <utility>

namespace test {

struct Everything final : storage::Authority {
    std::optional<core::Error> refusal(const storage::Database& /*database*/, std::string_view /*verb*/,
                                       std::string_view /*entity*/,
                                       const std::optional<core::Uid>& /*uid*/) const override {
        return std::nullopt;
    }
};

inline storage::Actor who_may_all(std::string name) {
    return {std::move(name), std::make_shared<const Everything>()};
}

} // namespace test
