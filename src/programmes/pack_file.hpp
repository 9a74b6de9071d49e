// SPDX-License-Identifier: GPL-3.0-or-later
// A pack's TOML file, read strictly and written: a key we do not know, a rule that cannot be, or a name that
// points nowhere is an error with its line, so that a slip in an edited pack never becomes a wrong mark.
#pragma once

#include "core/expected.hpp"
#include "programmes/pack.hpp"

#include <string>
#include <string_view>

namespace programmes {

// `toml` is the whole file, `file` its name for the place of errors (with the line as row). Decimal values
// are texts ("7.50") or whole numbers. Every shipped file in resources/packs is an example. Errors:
//   pack.not-toml {reason}
//   pack.missing {key}             needed and absent or empty
//   pack.unknown-key {key}
//   pack.wrong-type {key, wanted}  wanted: text, list, table, true-false, whole-number, decimal, choice
//   pack.out-of-range {key, value, from, to}
//   pack.unknown-reference {key, value}
//   pack.repeated {key, value}     two items under one key
//   pack.bands                     bands not from best to worst, down to 0
//   pack.limits-twice {key}        limits of absence under [promotion] beside those of [attendance]
//   pack.weights {key, value, needs}  another number of weights than of parts
core::Expected<Pack> parse_pack(std::string_view toml, std::string file);

// What parse_pack reads back the same; `comment` stands above it, each line after a "#".
std::string write_pack(const Pack& pack, std::string_view comment);

} // namespace programmes
