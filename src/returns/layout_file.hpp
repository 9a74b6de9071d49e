// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a layout's TOML file; the first lines of resources/returns/month.toml say how it is written.
#pragma once

#include "core/expected.hpp"
#include "returns/layout.hpp"

namespace returns {

// `file` is for the place of errors. Errors, each with the line:
//   layout.not-toml           {reason}
//   layout.missing            {key}
//   layout.unknown-key        {key}
//   layout.wrong-type         {key, wanted}
//   layout.out-of-range       {key, value, from, to}
//   layout.unknown-word       {key, value} no condition, or no value of one
//   layout.unknown-reference  {key, value} a figure that the sheet lacks, or the days that a rate needs
//   layout.repeated           {key, value} two sheets of one key, or a province's own; two figures of a
//   sheet,
//                             two that can be declared
//   layout.bands              {key, value} bands that do not follow one another
core::Expected<Layout> parse_layout(std::string_view text, std::string file);

} // namespace returns
