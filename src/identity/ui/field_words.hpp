// SPDX-License-Identifier: GPL-3.0-or-later
// A learner's fields as the screen names and shows them side by side.
#pragma once

#include "learners/learner.hpp"
#include "office/ui/session.hpp"

#include <string_view>

namespace identity {

// `key` is one of merge_fields().
wxString field_label(std::string_view key);
wxString field_text(const office::Session& session, std::string_view key, const learners::Learner& learner);

// "Student number 77, …", in the order kept.
wxString identities_text(const learners::Learner& learner);

} // namespace identity
