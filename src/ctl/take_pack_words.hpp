// SPDX-License-Identifier: GPL-3.0-or-later
// What `srokctl class FILE take-pack` does: open classes go over to another version of their programme's
// rules.
#pragma once

#include "ctl/word.hpp"

#include <memory>
#include <string>

namespace ctl {

class Shell;

// `word` is `class`; `file` is what its FILE was given.
void add_take_pack_word(Word word, Shell& shell, std::shared_ptr<const std::string> file);

} // namespace ctl
