// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // What is not done yet when the year ends.
    Message{"rollover.class-open", translatable("The class is still open: its results are those of today."),
            translatable("Close it first, or go on with them as they are.")},
    Message{"rollover.marks-missing", translatable("{learners} learners have marks missing: {who}."),
            translatable("Type the marks; without them nobody is promoted or awarded.")},
    Message{"rollover.retests-open", translatable("{learners} learners may still sit the retest: {who}."),
            translatable("Type its marks first; without them they repeat.")},
    Message{"rollover.awards-unissued",
            translatable("{learners} learners may be awarded and have no certificate: {who}."),
            translatable("Issue their certificates; it can be done later too.")},
    Message{"rollover.level-missing",
            translatable("The class has no level, so nobody goes up from it by the rules."),
            translatable("Give it a level, or decide for each learner.")},

    // Why the year is not rolled over.
    Message{"rollover.nothing", translatable("No class began in the school year {year}."),
            translatable("Choose another year or institution.")},
    Message{"rollover.done-already",
            translatable("The school year {year} was rolled over before: {classes}. Nothing was done."),
            translatable("Take that back first, should it be done otherwise.")},
    Message{"rollover.year-unreadable", translatable("“{text}” is no school year."),
            translatable("Write both years, for example 2025-2026.")},
    Message{"rollover.learner-unknown", translatable("This learner is in no class of the year's end."),
            translatable("See the list that the plan shows.")},
    Message{"rollover.no-reason",
            translatable("Another decision than the rules' needs a reason ({learner})."),
            translatable("Write why.")},
    Message{"rollover.no-level-above", translatable("The programme has no level above the class {class}."),
            translatable("Let the learner repeat, leave or complete.")},

    // Taking it back.
    Message{"rollover.unknown", translatable("No year was rolled over under the number {id}."),
            translatable("See the list.")},
    Message{"rollover.undone-already", translatable("This was taken back before.")},
    Message{
        "rollover.marked",
        translatable("Attendance or marks are written in the new classes: {classes}. It is not taken back."),
        translatable("Move learners one by one instead.")},
    Message{"rollover.depended-on", translatable("Later work stands on {count} of what was made: {who}."),
            translatable("Take that work back first.")},
};

} // namespace

std::span<const Message> rollover_messages() {
    return messages;
}

} // namespace wording
