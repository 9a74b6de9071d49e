// SPDX-License-Identifier: GPL-3.0-or-later
// How fold.hpp folds each script: a run of Khmer letters, a Latin word.
#pragma once

#include <string>
#include <string_view>

namespace core {

// Letters, vowels and signs of the Khmer block; digits and punctuation are not.
bool is_khmer_letter(char32_t c);

// The run in one order and one spelling of what looks the same. Cut at a cluster, the keys of the parts
// joined are the key of the whole.
std::u32string fold_khmer_run(std::u32string_view letters);

// The same for a run whose last cluster may be half typed: a shifter waits for the vowel that settles it.
std::u32string fold_khmer_start(std::u32string_view letters);

// The plain letter a-z behind a Latin letter (upper case, accented, full-width), or 0.
char latin_letter(char32_t c);

// Adds the key of one word, given as letters a-z, to `key`. A letter equal to the last one of `key` is left
// out, also between words.
void fold_latin_word(std::string_view letters, std::string& key);

// The same for a word that may go on: what every continuation has in common.
void fold_latin_start(std::string_view letters, std::string& key);

} // namespace core
