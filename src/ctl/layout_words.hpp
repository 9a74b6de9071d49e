// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl return FILE figures | behind | layout list | check | take | use-shipped | export
#pragma once

#include "core/expected.hpp"
#include "ctl/shell.hpp"
#include "ctl/word.hpp"
#include "returns/return_period.hpp"

#include <memory>
#include <string>

namespace ctl {

// Under `return`, whose FILE stands in `file` when one of them runs.
void add_layout_words(Word word, Shell& shell, const std::shared_ptr<const std::string>& file);
void add_figure_words(Word word, Shell& shell, const std::shared_ptr<const std::string>& file);

// Error: period.unreadable {text}.
core::Expected<returns::ReturnPeriod> period_of(const std::string& text);

} // namespace ctl
