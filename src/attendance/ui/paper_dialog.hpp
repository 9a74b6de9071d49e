// SPDX-License-Identifier: GPL-3.0-or-later
// Which attendance paper, over which days, dated how, and into which file.
#pragma once

#include "attendance/paper_store.hpp"
#include "office/ui/session.hpp"

#include <filesystem>

class wxWindow;

namespace attendance {

struct PaperWish {
    std::vector<PaperOf> papers;
    PaperKind kind = PaperKind::letter;
    Period period{};
    PaperDate dated{};
    wxString file; // the name it is offered under, without its ending
};

// For those on a list, over its period; nothing when the person let it be.
std::optional<PaperWish> ask_paper(wxWindow* parent, const office::Session& session,
                                   const std::vector<PaperOf>& papers, Period period);

// For one learner, who has been in a class; the class is asked.
std::optional<PaperWish> ask_learner_paper(wxWindow* parent, const office::Session& session,
                                           learners::LearnerId learner);

} // namespace attendance
