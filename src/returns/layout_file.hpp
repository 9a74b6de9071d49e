// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a layout's TOML file; the first lines of resources/returns/month.toml say how it is written.
#pragma once

#include "core/expected.hpp"
#include "returns/layout.hpp"

namespace returns {

// `file` is for the place of errors. Errors, each with the line:
//   layout.not-toml {reason}
//   layout.missing, layout.unknown-key {key}; layout.wrong-type {key, wanted}; layout.out-of-range {key, …}
//   layout.unknown-word {key, value, known} a condition, or a value of one, that there is none of
//   layout.unknown-reference {key, value} a figure that the sheet does not have, or the days that a rate
//   needs layout.repeated {key, value} two sheets, or two figures of a sheet, of one key; or a sheet called as one
//   the sheets that a province adds layout.bands {key}
//   that do not follow one another
core::Expected<Layout> parse_layout(std::string_view text, std::string file);

} // namespace returns
