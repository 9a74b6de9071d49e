// SPDX-License-Identifier: GPL-3.0-or-later
// What `srokctl class FILE` does with several learners at once: enrol, move, leave, changes, undo.
#pragma once

#include "ctl/word.hpp"

#include <memory>
#include <string>

namespace ctl {

class Shell;

// `word` is `class`; `file` is what its FILE was given.
void add_bulk_words(Word word, Shell& shell, std::shared_ptr<const std::string> file);

} // namespace ctl
