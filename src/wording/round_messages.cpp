// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // Explaining.
    Message{"finding.unknown", translatable("There is no finding “{finding}” in this period."),
            translatable("See the findings as they stand now.")},
    Message{"finding.not-to-explain", translatable("The finding “{finding}” needs no explanation."),
            translatable("Mend it, or leave it as it is.")},
    Message{"written.too-long", translatable("The text has {letters} letters; {most} are the most."),
            translatable("Shorten it.")},

    // Rounds.
    Message{"round.due-days", translatable("A return cannot be due {days} days after its period."),
            translatable("Write a number from 0 to {most}.")},
    Message{"round.no-layout", translatable("It is not said which sheets the return has."),
            translatable("Name a layout.")},
    Message{"round.unknown", translatable("No round of the kind “{kind}” is asked for."),
            translatable("Nothing is to be done.")},

    // What is declared beside the registers.
    Message{"declared.unknown", translatable("Nothing called “{figure}” can be declared."),
            translatable("Give one of these: {known}.")},
    Message{"declared.out-of-range", translatable("{total} cannot be declared."),
            translatable("Write a number from 0 to {most}.")},
    Message{"declared.no-female", translatable("It is not said how many of the people are women."),
            translatable("Write the number of women, 0 where there is none.")},
    Message{"declared.not-people", translatable("“{figure}” is no number of people: it has no women."),
            translatable("Leave the women out.")},
    Message{"declared.female", translatable("There are {female} women among {total} people."),
            translatable("Write no more women than people.")},
    Message{"declared.no-source", translatable("It is not said where the figure comes from."),
            translatable("Write the source: a list on paper, a letter, a telephone call.")},
    Message{"declared.no-person", translatable("It is not said who declares the figure."),
            translatable("Write the person's name.")},
    Message{"declared.day", translatable("The source's day {day} is still to come (today is {today})."),
            translatable("Write the day on which the figure was told.")},
    Message{"declared.not-there", translatable("There is no declared figure {id}."),
            translatable("See what is declared of the period.")},
    Message{"declared.none-before", translatable("Nothing is declared of {period} that is lacking here."),
            translatable("Declare each figure.")},
    Message{"declared.not-in-layout",
            translatable("“{figure}” was declared, and this layout has no such figure."),
            translatable("Take the declared figure back, or take a layout that has it.")},
    Message{
        "declared.beside-registers",
        translatable(
            "{institution} has learners in its registers, and learners without names were declared of it."),
        translatable("See that nobody is told twice; then nothing is to be done.")},

    // What the province remarks, and its receipts.
    Message{"remark.unreadable", translatable("“{text}” is not a remark on a cell."),
            translatable("Write the sheet, the cell and the remark as figures!D12=…")},
    Message{"remark.no-place", translatable("The return has nothing at {place}."),
            translatable("Give a cell or row that has a value.")},
    Message{"return.not-signed", translatable("Nobody vouches for the figures of this file."),
            translatable("Ask the office to send the file that Srok wrote.")},
    Message{"receipt.undecided", translatable("Nothing is decided on the return {id} yet."),
            translatable("Accept it, or send it back with a reason.")},
    Message{"receipt.no-return",
            translatable("Neither a signature nor a map says which return this file is ({verdict})."),
            translatable("Tell the office in another way what is wrong with it.")},
    Message{"receipt.not-a-receipt", translatable("This workbook is not a receipt (“{layout}”)."),
            translatable("Choose the receipt that the province sent.")},
    Message{"receipt.not-our-province",
            translatable("This receipt is from office {from}, to which {ours} sends nothing."),
            translatable("Give it to the office it is for.")},
    Message{"receipt.not-ours", translatable("This receipt is for office {office}, not for {ours}."),
            translatable("Give it to the office it is for.")},
    Message{"receipt.unknown-return",
            translatable("Version {version} of {period} that it speaks of was not built in this file."),
            translatable("Take it in where the return was built.")},
    Message{"receipt.level", translatable("A province takes no receipts in."),
            translatable("Give it to the district it is for.")},

    // After acceptance.
    Message{"correction.not-shut", translatable("{period} is not closed: nothing of it was accepted."),
            translatable("Change what is to be changed, and build the return.")},
    Message{"correction.open-already", translatable("{period} is open for a correction already: {reason}"),
            translatable("Change what is to be changed, and build the next version.")},
    Message{"correction.no-reason", translatable("A closed period is not opened without a reason."),
            translatable("Write why.")},
};

} // namespace

std::span<const Message> round_messages() {
    return messages;
}

} // namespace wording
