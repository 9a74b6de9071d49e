// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs of the audit say to a person.
#pragma once

#include <wx/string.h>

#include <string_view>

namespace users {

// "Learner registered"; the verb itself where there are no words for it.
wxString verb_words(std::string_view verb);

} // namespace users
