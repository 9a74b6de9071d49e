// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the right mark of a class that is closed, and why it is another.
#pragma once

#include "assessment/score.hpp"
#include "office/ui/session.hpp"

#include <optional>
#include <string>

class wxWindow;

namespace assessment {

struct Correction {
    std::optional<Score> score;
    std::string reason;
};

// `what` names the learner and the subject; `was` is what stands there.
std::optional<Correction> ask_correction(wxWindow* parent, const office::Session& session,
                                         const wxString& what, const std::string& was, Hundredths maximum);

} // namespace assessment
