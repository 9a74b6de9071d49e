// SPDX-License-Identifier: GPL-3.0-or-later
// An error as the person at the shell reads it.
#pragma once

#include "wording/language.hpp"
#include "wording/sentence.hpp"

namespace ctl {

using wording::Language;
using wording::Sentence;

inline Sentence sentence_of(const core::Error& error, Language language) {
    return wording::sentence(wording::catalogue_of(language), error);
}

} // namespace ctl
