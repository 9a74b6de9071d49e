// SPDX-License-Identifier: GPL-3.0-or-later
// The folded key: one text for the many ways a name is encoded and spelt. For search and for warning of
// duplicates only; what the clerk typed is kept and shown.
//
// Folding promises, for every text:
//   the same answer whatever invisible characters, spaces and punctuation it holds;
//   in Khmer, one key for encodings that look the same (fold_khmer.cpp);
//   in Latin, one key for the common spellings of one Khmer name (fold_latin.cpp), a coarse one: Sok and
//   Sokh, but also Chhin and Chin;
//   that the key of what is typed so far, by query_fold, is part of the key of the whole.
#pragma once

#include <string>
#include <string_view>

namespace core {

// Stored keys carry this number; when it changes they are rebuilt. Raise it with every change of any key.
inline constexpr int fold_version = 1;

// The key of a text in Khmer, Latin or both. UTF-8; Khmer letters, a-z, 0-9 and letters of other scripts.
std::string fold_name(std::string_view text);

// The part of the key that is certain while the text is still being typed: it is found inside fold_name of
// every text that goes on from here (for Khmer, from the end of a cluster). It may be empty, which finds all:
// after "O" comes Oeun or Oudom.
std::string query_fold(std::string_view typed);

} // namespace core
