// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/sentence.hpp"

namespace ctl {

Sentence sentence_of(const core::Error& error, Language) {
    std::string message = error.code;
    for (const core::Fact& fact : error.facts)
        message += (&fact == &error.facts.front() ? ": " : ", ") + fact.name + " " + fact.value;
    return {message, {}};
}

} // namespace ctl
