// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a programme with one of them otherwise, to see what that would come to. Nothing is kept.
#pragma once

#include "core/expected.hpp"
#include "programmes/pack.hpp"

#include <string_view>

namespace programmes {

// `rule` is called as in the pack's file, an item of a list by its key: "attendance.minimum-percent",
// "averaging.pass-minimum", "unit.life-skills.minimum", "band.A.minimum". An empty value takes the rule out.
// Errors, without a place: pack.unknown-reference {key, value} where no item has that key; those of
// parse_pack.
core::Expected<Pack> with_rule(const Pack& pack, std::string_view rule, std::string_view value);

} // namespace programmes
