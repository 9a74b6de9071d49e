// SPDX-License-Identifier: GPL-3.0-or-later
// The languages Srok speaks, and the catalogues it carries for them.
#pragma once

#include "wording/catalogue.hpp"

#include <optional>
#include <string_view>

namespace wording {

enum class Language { khmer, english };

// "km" or "en", as `--lang` takes them.
std::optional<Language> language_from_code(std::string_view code);

// English has an empty one.
const Catalogue& catalogue_of(Language language);

// The compiled Khmer catalogue, for the windows' own reader.
std::string_view khmer_mo();

} // namespace wording
