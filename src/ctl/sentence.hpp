// SPDX-License-Identifier: GPL-3.0-or-later
// An error as a person reads it: what is wrong, and what to do.
#pragma once

#include "core/error.hpp"
#include "ctl/output.hpp"

namespace ctl {

struct Sentence {
    std::string message;
    std::string remedy;
};

Sentence sentence_of(const core::Error& error, Language language);

} // namespace ctl
