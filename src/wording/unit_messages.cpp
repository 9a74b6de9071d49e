// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // What an award lacks.
    Message{"unit.not-earned", translatable("The unit {unit} is not earned."),
            translatable("It is earned in a class, or by recognition of prior learning.")},
    Message{"award.no-class", translatable("The learner is in no class of the programme {programme}."),
            translatable("Certificates are issued for a class: enrol the learner in one.")},

    // Recognition of prior learning.
    Message{"unit.unknown", translatable("The programme has no unit “{unit}”."),
            translatable("Choose one of its units.")},
    Message{"unit.earned-already", translatable("The unit {unit} was earned already, on {on}."),
            translatable("Leave it out.")},
    Message{"recognition.no-unit", translatable("No unit is chosen."),
            translatable("Choose what is recognised.")},
    Message{"recognition.level-missing", translatable("The programme has several levels."),
            translatable("Say at which level the units are recognised.")},
    Message{"recognition.no-evidence", translatable("Nothing is said of what was seen."),
            translatable("Write at least one piece of evidence: a certificate, a piece of work, a test.")},
    Message{"recognition.too-much-evidence",
            translatable("There are more than {maximum} pieces of evidence."),
            translatable("Name the most important ones.")},
    Message{"recognition.assessors-missing", translatable("Two people assess prior learning."),
            translatable("Name both.")},
    Message{"recognition.assessor-twice", translatable("{name} stands there twice."),
            translatable("The two who assess are two different people.")},
    Message{"recognition.day-ahead", translatable("The day {day} is still to come."),
            translatable("Write the day on which it was assessed.")},
    Message{"recognition.too-long", translatable("The text is longer than {maximum} bytes."),
            translatable("Shorten it.")},
    Message{"recognition.unknown", translatable("There is no recognition {recognition}."),
            translatable("See the learner's units.")},
    Message{"recognition.withdrawn-already", translatable("This recognition was withdrawn already.")},
    Message{"recognition.no-reason", translatable("A recognition is not withdrawn without a reason."),
            translatable("Write why.")},
    Message{"recognition.relied-on", translatable("Certificates were issued on it: {serials}."),
            translatable("Make them void first.")},
    Message{"recognition.on-award-list",
            translatable("The learner stands on the approved award list of {class}."),
            translatable("Issue the certificates first, or leave the recognition as it is.")},
    Message{"transcript.nothing", translatable("The learner has not earned a unit yet."),
            translatable("Units are earned when a class is closed, or by recognition of prior learning.")},
};

} // namespace

std::span<const Message> unit_messages() {
    return messages;
}

} // namespace wording
