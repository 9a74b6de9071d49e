// SPDX-License-Identifier: GPL-3.0-or-later
// Sort keys in Khmer dictionary order: folded first, since ICU takes encodings that look the same for
// different words, then collated by the CLDR rules for km.
#pragma once

#include <string>
#include <string_view>

namespace core {

// Bytes that compare, byte by byte, as the texts sort; for a BLOB column. The end of the key tells texts
// apart that fold to one, so that order does not depend on chance. Throws WorldFailure{icu.data-missing}
// where the machine's ICU has no collation data.
std::string sort_key(std::string_view text);

// "icu 72.1 km 153.120.0.0 fold 1": stored keys are rebuilt when this differs.
std::string sort_key_version();

} // namespace core
