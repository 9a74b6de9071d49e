// SPDX-License-Identifier: GPL-3.0-or-later
// The page of classes, and beside them the institutions where they stand and the educators who teach them.
#pragma once

#include "classes/class_store.hpp"
#include "learners/ui/learner_search.hpp"
#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <functional>

namespace classes {

// What the rooms that stand after this one do here.
struct ClassesPageActions {
    std::function<bool(wxWindow*, const ClassRow&)> close; // as in ClassPanel
    // Makes the sheets that centres fill in.
    std::function<void(widgets::Page*)> sheets;
    // Papers for the chosen class: names with columns to fill in by hand, and learner cards.
    std::function<void(widgets::Page*, const ClassRow&)> blank_list;
    std::function<void(widgets::Page*, const ClassRow&)> cards;
    // Rolls the school year over; what was rolled over. True when something was written.
    std::function<bool(wxWindow*)> next_year;
    std::function<bool(wxWindow*)> show_rollovers;
};

widgets::PageEntry classes_page(office::Session& session, learners::LearnerSearch& search,
                                ClassesPageActions actions);

} // namespace classes
