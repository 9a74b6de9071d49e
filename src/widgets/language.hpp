// SPDX-License-Identifier: GPL-3.0-or-later
// Khmer or English on the screen, chosen at run time from a catalogue that the program carries.
#pragma once

#include <optional>
#include <string_view>

namespace widgets {

enum class Language { khmer, english };

// "km" or "en"; anything else is nothing.
std::optional<Language> language_from_code(std::string_view code);
const char* code_of(Language language);

// From now on _() answers in `language`. `khmer_catalogue` is a compiled catalogue (.mo) that must outlive
// the program's windows. Windows already made keep their words: build them again.
void use_language(Language language, std::string_view khmer_catalogue);

} // namespace widgets
