// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the right mark of a locked period or a closed class, and why it is another.
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

// What a mark of the subject may be.
struct MarkRule {
    Hundredths maximum = 0;
    Hundredths step = 1;
};

// `what` names the learner and the subject; `was` is what stands there.
std::optional<Correction> ask_correction(wxWindow* parent, const office::Session& session,
                                         const wxString& what, const std::string& was, MarkRule rule);

} // namespace assessment
