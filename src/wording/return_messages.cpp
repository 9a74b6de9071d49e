// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // What a return's figures give rise to ask.
    Message{"figures.sum", translatable("The figures of “{figure}” do not add up."),
            translatable("Ask the office to build the return again.")},
    Message{"figures.nobody", translatable("Nobody learned in this month."),
            translatable("See whether the classes of the month were opened and their learners enrolled.")},
    Message{"register.not-recorded",
            translatable("The register of {class} was not taken on {days} school days."),
            translatable("Take these days in the register, or say why they are missing.")},
    Message{"results.missing", translatable("{class} has ended and has no results."),
            translatable("Type its scores, or say why there are none.")},
    Message{"results.incomplete",
            translatable("{class} has ended and {learners} of its learners have no result."),
            translatable("Type the scores that are missing.")},
    Message{"class.empty", translatable("Nobody was in {class} in this month."),
            translatable("Enrol its learners, or close it.")},
    Message{"age.unlikely", translatable("Learner {number} would be {age} years old."),
            translatable("Correct the birth date.")},

    // Building and putting together.
    Message{"period.unreadable", translatable("“{text}” is not a month."),
            translatable("Write it as 2025-12.")},
    Message{"period.ahead", translatable("{period} has not begun."),
            translatable("Choose an earlier month.")},
    Message{"period.not-over", translatable("The month is not over until {last}."),
            translatable("Build the return again when it is.")},
    Message{"return.build-level", translatable("A province has no registers of its own."),
            translatable("Put its districts' returns together instead.")},
    Message{"return.consolidate-level", translatable("Only a province puts its districts' returns together."),
            translatable("Open the province's office file.")},
    Message{"return.unlike",
            translatable("What was read back from the disk is not what was written ({why})."),
            translatable("Build it again, on another disk if this goes on.")},
    Message{"age-bands.unreadable", translatable("The list of age bands cannot be read ({reason})."),
            translatable("Correct that line.")},

    // A return as it came.
    Message{"return.damaged", translatable("The signed part of the return is damaged ({what})."),
            translatable("Ask the office to send it again.")},
    Message{"return.unreadable",
            translatable("The value at {sheet}, {row}, {column} is not what a return holds there."),
            translatable("Ask the office to build the return again.")},
    Message{"return.layout-unknown", translatable("A newer Srok made this return (“{layout}”)."),
            translatable("Install the newer Srok and check it again.")},
    Message{"return.not-ours", translatable("This return is of office {office}, which is not under {ours}."),
            translatable("Give it to the province it belongs to.")},
    Message{"return.not-a-month",
            translatable("This is a workbook that a province put together, not a district's return."),
            translatable("Receive the districts' own returns.")},
    Message{"office.forked", translatable("This return does not follow from the last one of the office."),
            translatable("Ask the office whether it restored a backup or works with two files.")},
    Message{"sample.key", translatable("A sample office signed this; it counts for nothing.")},

    // What the province decides.
    Message{"return.unknown", translatable("There is no received return with the number {id}."),
            translatable("See the board of returns.")},
    Message{"return.not-acceptable", translatable("Values of this return were changed after it was signed."),
            translatable("Ask the office to correct them in Srok and to send a new version."), "verdict",
            "edited"},
    Message{"return.not-acceptable", translatable("This return is not signed with the office's key."),
            translatable("Ask the office whether it made a new file; do not accept it before you know."),
            "verdict", "wrong-key"},
    Message{"return.not-acceptable", translatable("This return cannot be accepted: it is {verdict}."),
            translatable("Ask the office to send the file that Srok wrote.")},
    Message{"return.blocked", translatable("{count} findings stand in the way of accepting this return."),
            translatable("Ask the office to build the return again.")},
    Message{"return.older", translatable("Version {accepted} of this return was accepted already."),
            translatable("Reject that one first if the older one is to count.")},
    Message{"return.no-reason", translatable("A return is not sent back without a reason."),
            translatable("Write what the office is to change.")},
};

} // namespace

std::span<const Message> return_messages() {
    return messages;
}

} // namespace wording
