// SPDX-License-Identifier: GPL-3.0-or-later
// The words template and statement.
#pragma once

#include "ctl/word.hpp"

namespace ctl {

class Shell;

void add_statement_words(Word app, Shell& shell);
void add_template_words(Word app, Shell& shell);

} // namespace ctl
