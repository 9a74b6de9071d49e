// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // A mark in its cell.
    Message{"mark.step", translatable("The mark {text} is not given here: marks go in steps of {step}."),
            translatable("Type it again, or change the step in the programme's rules.")},
    Message{"period.locked", translatable("{period} is closed: its return was accepted."),
            translatable("Open {period} for a correction with a reason, on the page of returns."), "by",
            "return"},
    Message{"period.locked", translatable("The marks of “{name}” are locked."),
            translatable("Correct a mark with a reason, or unlock the period.")},
    Message{"period.not-locked", translatable("The marks of “{name}” are not locked."),
            translatable("Nothing is to be done.")},
    Message{"period.locked-with", translatable("The marks of “{name}” are locked together with “{with}”."),
            translatable("Unlock that period.")},
    Message{"period.no-reason", translatable("A period is not unlocked without a reason."),
            translatable("Write why.")},
    Message{"score.not-locked", translatable("The mark is not locked; it needs no correction."),
            translatable("Type it in its cell.")},
    Message{"score.changed-since",
            translatable("The mark was changed since; it is not taken back ({subject})."),
            translatable("Type it again.")},
    Message{"retest.not-open", translatable("This learner does not sit “{name}”."),
            translatable("It is for those who failed the year by little; see the programme's rules.")},

    // What looks odd.
    Message{"hint.mark-far",
            translatable("{subject} {mark} is far from this learner's other marks (about {others})."),
            translatable("Compare it with the paper.")},
    Message{"hint.all-equal", translatable("Every mark of this learner is {mark}."),
            translatable("Compare them with the paper.")},
    Message{"hint.same-for-all", translatable("Everyone has {mark} in {subject}."),
            translatable("Compare them with the paper.")},
    Message{"hint.class-far", translatable("The class's mean is {is}; in “{before}” it was {was}."),
            translatable("Compare the marks with the paper.")},

    // The rules of a programme.
    Message{"rule.no-value", translatable("“{rule}” says no value for a rule."),
            translatable("Write the rule, an equals sign and the value: attendance.minimum-percent=70.")},
    Message{"pack.weights", translatable("“{key}” has {value} weights for {needs} periods."),
            translatable("Give each period its weight, or none.")},
    Message{"pack.version-taken",
            translatable("The programme {programme} has other rules under the version {version}."),
            translatable("Give these rules a version of their own.")},
    Message{
        "pack.limits-twice",
        translatable("The limits of absence stand in two places: under “promotion” and under “attendance”."),
        translatable("Keep those under “attendance”.")},
    Message{"pack.version-unknown",
            translatable("The programme {programme} has no version {version}; known are: {known}."),
            translatable("Choose one of these.")},
    Message{"pack.version-already", translatable("The class “{class}” has the version {version} already."),
            translatable("Nothing is to be done.")},
    Message{"pack.period-locked",
            translatable("The class “{class}” keeps its rules: the marks of {name} are locked."),
            translatable("Unlock the period with a reason first, or leave the class as it is.")},
    Message{
        "pack.marks-unfit",
        translatable("The class “{class}” has {count} marks for which those rules have no place: {which}."),
        translatable(
            "Keep the subject, its periods and its maximum in the rules, or leave the class as it is.")},
    Message{"award.none", translatable("The programme {programme} gives no certificate.")},
    Message{"absence.over-limit",
            translatable("Absent {without} days without leave and {with} with leave; the limits are "
                         "{limit_without} and {limit_with}.")},
};

} // namespace

std::span<const Message> score_messages() {
    return messages;
}

} // namespace wording
