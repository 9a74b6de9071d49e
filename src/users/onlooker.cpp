// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/onlooker.hpp"

namespace users {
namespace {

class Onlooker final : public storage::Authority {
  public:
    std::optional<core::Error> refusal(const storage::Database& /*database*/, std::string_view /*verb*/,
                                       std::string_view /*entity*/,
                                       const std::optional<core::Uid>& /*uid*/) const override {
        return core::Error{"file.look-only"};
    }
};

} // namespace

storage::Actor onlooker() {
    return {"", std::make_shared<const Onlooker>()};
}

} // namespace users
