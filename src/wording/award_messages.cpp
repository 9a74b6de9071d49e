// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // Steps of an award list.
    Message{"signer.no-name", translatable("It is not said who does this."), translatable("Write the name.")},
    Message{"award-list.none", translatable("The class {class} has no award list yet."),
            translatable("Prepare it first.")},
    Message{"award-list.unchanged",
            translatable("The award list of {class} is prepared, and nothing changed since."),
            translatable("Have it checked and approved.")},
    Message{"award-list.returned", translatable("The award list of {class} was returned."),
            translatable("Mend what was remarked, then prepare it again.")},
    Message{"award-list.changed",
            translatable("{changes} things are other now than on the award list of {class}, the first about "
                         "{learner}."),
            translatable("Prepare the list again; one that is approved is returned first.")},
    Message{"award-list.checked-already", translatable("The award list of {class} is checked already."),
            translatable("Have it approved.")},
    Message{"award-list.own-check", translatable("{name} prepared this list."),
            translatable("Have it checked by somebody else.")},
    Message{"award-list.not-checked", translatable("The award list of {class} is not checked yet."),
            translatable("Have it checked first.")},
    Message{"award-list.no-scan", translatable("The signed list is missing."),
            translatable("Scan or photograph it, and choose that file.")},
    Message{"award-list.day",
            translatable("A list prepared on {first} was not signed on {day}; today is {last}."),
            translatable("Write the day on which it was signed.")},
    Message{"award-list.no-day", translatable("It is not said when the list was signed."),
            translatable("Write the day that stands on the paper.")},
    Message{"award-list.no-remark", translatable("A list is not returned without a remark."),
            translatable("Write what is to be mended.")},
    Message{"award-list.not-on-it",
            translatable("Somebody who is remarked on is not on the list of {class}."),
            translatable("Remark on those who stand on it.")},
    Message{"award-list.remark-unreadable", translatable("“{text}” is no remark on a learner."),
            translatable("Write the learner's id or number, then = and the remark.")},
    Message{"award-list.no-such", translatable("The class {class} has no list {list}."),
            translatable("See the lists of the class.")},
    // What became other.
    Message{"award-list.joined", translatable("{learner} is in the class and not on the list.")},
    Message{"award-list.gone", translatable("{learner} is on the list and no longer in the class.")},
    Message{"award-list.gained", translatable("{learner} may be awarded now.")},
    Message{"award-list.lost", translatable("{learner} may not be awarded any more.")},
    Message{"award-list.result", translatable("{learner}: {was} on the list, {is} now.")},
    Message{"award-list.reasons", translatable("{learner} lacks other things than on the list.")},
    Message{"award-list.person", translatable("Name, number, sex or birth date of {learner} changed.")},
    // The signed paper.
    Message{"scan.kind", translatable("The signed list is neither a PDF nor a picture."),
            translatable("Choose a PDF, JPEG or PNG file.")},
    Message{"scan.too-large", translatable("The signed list is larger than {megabytes} MB."),
            translatable("Scan it in grey at 150 dots an inch.")},
    Message{"scan.damaged", translatable("The file of the signed list is damaged."),
            translatable("Scan it again.")},
    Message{"scan.active", translatable("The PDF carries a password, programs or other files."),
            translatable("Scan the signed list anew, or take a photo of it.")},
};

} // namespace

std::span<const Message> award_messages() {
    return messages;
}

} // namespace wording
