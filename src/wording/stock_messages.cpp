// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // Serial numbers, one by one.
    Message{"serial.range",
            translatable("From {first} to {last} are not numbers of one office and year in a row."),
            translatable("Give the lower number first.")},
    Message{"serial.count", translatable("{count} numbers at once are not possible."),
            translatable("Give between 1 and 10,000; a province's block may have 100,000.")},
    Message{"serial.outside", translatable("{serial} stands in no block of numbers of this office."),
            translatable("See the blocks of this office.")},
    Message{"serial.not-blank", translatable("{serial} is lost, and stays so even where it was found again."),
            translatable("Nothing is ever issued under it; put the found paper with the spoiled ones."),
            "state", "lost"},
    Message{"serial.not-blank", translatable("{serial} is held by an institution, which gives it."),
            translatable("Take the institution's numbers back first."), "state", "reserved"},
    Message{"serial.not-blank", translatable("{serial} is closed: nothing is ever issued under it."),
            translatable("It needs no mark."), "state", "closed"},
    Message{
        "serial.not-blank", translatable("Something was issued under {serial}, or it is spoiled already."),
        translatable(
            "Only blank numbers can be marked; a jammed sheet changes nothing: reprint the certificate.")},
    Message{"serial.few-left",
            translatable("Of {of} serial numbers of {year} for office {office} {left} are left."),
            translatable("Ask the province for another block in time.")},
    Message{"serial.used-twice", translatable("{serial} was issued twice: to {name} and to {other}."),
            translatable("Ask the office that issued it which one is valid; the other must be replaced.")},

    // Blocks of them.
    Message{"serial.block-range", translatable("There are no numbers from {first} to {last}."),
            translatable("A number has six digits and begins with 1 each year.")},
    Message{"serial.block-overlap", translatable("The numbers {first} to {last} are used or given already."),
            translatable("Ask for numbers after those that are used.")},
    Message{"serial.block-used", translatable("{serial} of this block was issued already, to {name}."),
            translatable("Ask the province for other numbers.")},
    Message{
        "serial.block-before-restore",
        translatable("The numbers {first} to {last} were given before this file was restored from a backup; "
                     "they may be used."),
        translatable("Ask for numbers that nobody was given.")},
    Message{"serial.block-unknown", translatable("There is no such block of numbers."),
            translatable("See the blocks of this office.")},
    Message{"serial.block-not-held", translatable("No institution holds the numbers {first} to {last}."),
            translatable("See the blocks of this office.")},
    Message{"serial.no-reason", translatable("Taking back the numbers {first} to {last} needs a reason."),
            translatable("Write why the institution holds them no longer.")},
    Message{"block-file.not-srok", translatable("This is not a file of serial numbers."),
            translatable("Ask the province for the file that it wrote; its name ends in .srokb.")},
    Message{"block-file.newer",
            translatable("This file of serial numbers has format {version}, of a newer Srok."),
            translatable("Install the newest Srok and try again.")},
    Message{"block-file.altered", translatable("The file of serial numbers was changed after it was signed."),
            translatable("Ask the province for it again. Nothing was taken.")},
    Message{"block-file.not-a-province", translatable("Only a province gives serial numbers."),
            translatable("Open the province's file.")},
    Message{"block-file.other-province", translatable("Office {office} does not belong with this one."),
            translatable("A province gives numbers to its own districts only.")},
    Message{"block-file.wrong-office", translatable("These numbers are for office {office}."),
            translatable("Send the file to that office. Nothing was taken.")},
    Message{"block-file.wrong-key",
            translatable("The file is signed with another key than office {office} is known by here."),
            translatable("Ask the province before using it. Nothing was taken.")},
    Message{"block-file.sample",
            translatable("Sample office {office} gave these numbers; they count for nothing."),
            translatable("Only an office in set-up takes samples.")},

    // Paper that is numbered itself.
    Message{"paper.unreadable", translatable("“{text}” is no number of a form."),
            translatable("Type it as it is printed, for example A 0012345.")},
    Message{"paper.range", translatable("From {first} to {last} are not forms in a row."),
            translatable("Give the lower number first; both look alike but for their digits.")},
    Message{"paper.no-source", translatable("Who gave or took the forms is missing."),
            translatable("Write who.")},
    Message{"paper.no-reason", translatable("A reason is needed."), translatable("Write why.")},
    Message{"paper.received-already", translatable("The forms {first} to {last} were received before."),
            translatable("See the list of forms.")},
    Message{"paper.unknown", translatable("The form {sheet} was never received here."),
            translatable("Receive it first, or check the number.")},
    Message{"paper.not-received", translatable("The form {sheet} was used for a certificate."),
            translatable("See the list of forms. One that jammed is marked as spoiled."), "state", "used"},
    Message{"paper.not-received", translatable("The form {sheet} was handed back."),
            translatable("See the list of forms."), "state", "returned"},
    Message{"paper.not-received", translatable("The form {sheet} is spoiled."),
            translatable("See the list of forms. Spoiled ones can be handed back.")},
    Message{"paper.none", translatable("No numbered forms were received yet."),
            translatable("Receive the first ones.")},

    // The old register book.
    Message{"book.number-missing", translatable("The certificate's number is missing."),
            translatable("Write it as it stands in the book.")},
    Message{"book.name-missing", translatable("The name is missing."),
            translatable("Write it in Khmer or in Latin letters.")},
    Message{"book.year", translatable("“{year}” is no year of the old book."),
            translatable("Give the year of issue, between 1950 and this one.")},
    Message{"book.day", translatable("The day {day} is not in the year {year}."),
            translatable("Correct one of them.")},
    Message{"book.sex", translatable("“{text}” is no sex."),
            translatable("Write ស្រី or ប្រុស, or leave it empty.")},
    Message{"book.number-taken", translatable("The book has {number} of {year} already, for {name}."),
            translatable("Compare both with the book.")},
    Message{"book.no-reason", translatable("A correction of the old book needs a reason."),
            translatable("Write how the mistake was found.")},
    Message{"book.entry-unknown", translatable("The old book has no such entry."),
            translatable("See its number and year in the list of entries.")},
    Message{"book.which-year", translatable("The book has {number} in several years."),
            translatable("Say which year is meant.")},
    Message{"book.unchanged", translatable("Nothing of {number} was changed."),
            translatable("Change what stands otherwise in the book.")},
    Message{"book.no-headings", translatable("No row of the list names a certificate's number and a name."),
            translatable("Write headings above the columns, for example លេខវិញ្ញាបនបត្រ and គោត្តនាម និងនាម.")},

    // What was done to the file behind Srok's back.
    Message{"stock.altered", translatable("A block of serial numbers was changed after it was written."),
            translatable("Somebody changed the file with another program: look for the last good backup."),
            "entity", "serial_block"},
    Message{"stock.altered",
            translatable("What is kept of numbers that were given or taken was changed afterwards."),
            translatable("Somebody changed the file with another program: look for the last good backup."),
            "entity", "block_file"},
    Message{"stock.altered",
            translatable("What is kept of a form with a printed number was changed afterwards."),
            translatable("Somebody changed the file with another program: look for the last good backup."),
            "entity", "paper_sheet"},
    Message{"stock.altered", translatable("An entry of the old register book was changed afterwards."),
            translatable("Somebody changed the file with another program: look for the last good backup."),
            "entity", "book_entry"},
    Message{"stock.altered",
            translatable("The journal of the register's stock was changed after it was written."),
            translatable("Somebody changed the file with another program: look for the last good backup.")},
};

} // namespace

std::span<const Message> stock_messages() {
    return messages;
}

} // namespace wording
