// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/name_keys.hpp"

#include "core/collation.hpp"
#include "core/fold.hpp"

#include <span>

namespace core {

NameKeys name_keys(std::string_view name_km, std::string_view name) {
    const std::string order = sort_key(name_km.empty() ? name : name_km);
    const auto bytes = std::as_bytes(std::span{order});
    return {fold_name(name_km), fold_name(name), {bytes.begin(), bytes.end()}};
}

} // namespace core
