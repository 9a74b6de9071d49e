// SPDX-License-Identifier: GPL-3.0-or-later
// The words about checking from outside: verify and keys, and the office's telephone number.
#pragma once

#include "ctl/word.hpp"

namespace ctl {

class Shell;

void add_key_words(Word app, Shell& shell);     // verify, keys
void add_contact_words(Word app, Shell& shell); // office

} // namespace ctl
