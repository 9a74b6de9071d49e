// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl certificate FILE issue, finish
#pragma once

#include "ctl/shell.hpp"
#include "ctl/word.hpp"

#include <memory>
#include <string>

namespace ctl {

// Under `certificate`, whose FILE stands in `file` when one of them runs.
void add_issue_words(Word certificate, Shell& shell, const std::shared_ptr<const std::string>& file);

} // namespace ctl
