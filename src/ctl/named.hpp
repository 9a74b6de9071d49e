// SPDX-License-Identifier: GPL-3.0-or-later
// How a line at the shell names what is in the file: by the id that the words print, or as people know it.
#pragma once

#include "certificates/paper_stock.hpp"
#include "classes/class.hpp"
#include "core/expected.hpp"
#include "learners/learner.hpp"
#include "storage/database.hpp"

#include <string_view>

namespace ctl {

// Its id, its code, or a name that only it bears. Errors: institution.unknown {text}; institution.ambiguous
// {text, ids}.
core::Expected<institutions::InstitutionId> read_institution(const storage::Database& database,
                                                             std::string_view text);

// Its id, or the name of exactly one class that is not closed. Errors: class.unknown {text}; class.ambiguous
// {text, ids}.
core::Expected<classes::ClassId> read_class(const storage::Database& database, std::string_view text);

// An id or a learner number. Errors: learner.unknown {text}; reference.check {text} for a mistyped number.
core::Expected<learners::LearnerId> read_learner(const storage::Database& database, std::string_view text);

// A pre-printed form by the number on it; nothing for an empty text. Errors: those of read_sheets.
core::Expected<std::optional<certificates::SheetRange>> read_form(const std::string& text);

// A day as 2025-12-17. Error: date.not-iso {text}.
core::Expected<core::Day> read_day(std::string_view text);

} // namespace ctl
