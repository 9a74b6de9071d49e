// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    Message{"header.missing", translatable("No row was found that names the columns of this list."),
            translatable("Head the columns with words, for example គោត្តនាម-នាម, ភេទ and ថ្ងៃខែឆ្នាំកំណើត.")},
    Message{"list.empty", translatable("The list has headings and nobody below them."),
            translatable("See whether the right file was chosen.")},
    Message{"column.ignored", translatable("The column “{heading}” was not understood and is left out."),
            translatable("If it matters, give it a usual heading and import the list again.")},
    Message{"sheet.ignored", translatable("The sheet “{sheet}” holds a list, too, and was not read."),
            translatable("Import it as well: with --sheet at the shell, or saved as a file of its own.")},
    Message{"sheet.not-found", translatable("The workbook has no sheet “{sheet}”."),
            translatable("Write the name as it stands on the sheet’s tab.")},
    Message{"rows.hidden",
            translatable("{count} rows of the list are hidden by a filter; they were read as well."),
            translatable("If they do not belong to the list, delete them and import it again.")},
    Message{"text.too-long", translatable("The text is too long for its place ({bytes} bytes)."),
            translatable("Shorten it; perhaps a whole page was pasted.")},
    Message{"class.needed", translatable("The list does not say which class it is of."),
            translatable("Choose the class, or write its name above the list.")},
    Message{"class.ambiguous", translatable("Several open classes are called {classes}."),
            translatable("Choose the one that is meant.")},
    Message{"class.not-found", translatable("There is no class {class}."),
            translatable("Look its number up in the list of classes.")},
    Message{"class.repeated", translatable("The same class stands earlier in this file."),
            translatable("Keep one of the two rows.")},
    Message{"class.schedule-assumed",
            translatable(
                "The list does not say the days or hours: the days {days} and {minutes} minutes were taken."),
            translatable("See that they are right.")},
    Message{"month.missing", translatable("The list does not say which month it is of."),
            translatable("Write the month and the year above the list, for example ខែធ្នូ ឆ្នាំ២០២៥.")},
    Message{"period.missing",
            translatable("The list does not say which of these its marks are of: {periods}."),
            translatable("Write it above the list.")},
    Message{"margin.disagrees",
            translatable("The total at the end of the row says {says}; the marks make {counted}."),
            translatable("Compare the row with the paper register.")},
    Message{"attendance.sessions-differ",
            translatable("On {day} one session is marked with permission and the other without."),
            translatable(
                "The day was kept as absent without permission; correct it in the register if need be.")},
    Message{"day.ahead",
            translatable("There is a mark on {day}, which is still to come; it is not counted yet."),
            translatable("Move it to the right day, or leave it for an absence known ahead.")},
    Message{"equity.unknown", translatable("“{text}” is no level of the equity card."),
            translatable("Write ក្រ១ or ក្រ២, or leave it blank.")},
    Message{"village.ambiguous", translatable("Several villages here are called {text}."),
            translatable("Write the commune, too, or the code of the village.")},
    Message{"learner.not-in-class", translatable("Nobody in the class is {name}."),
            translatable("Enrol the learner first, or correct the name or the number.")},
    Message{"learner.ambiguous", translatable("Several learners of the class are {name}."),
            translatable("Write the learner number beside the name.")},
    Message{"learner.name-differs",
            translatable("The number {number} is {name}’s; the list spells the name otherwise."),
            translatable("See that it is the same person.")},
    Message{"learner.number-unknown", translatable("No learner here has the number {number}."),
            translatable("Look the number up, or say that this is a new learner.")},
    Message{"learner.number-of-another",
            translatable("The number {number} is of a learner with another name."),
            translatable("Look the number up again.")},
    Message{"institution.ambiguous", translatable("Several institutions are called {text}."),
            translatable("Write the code of the one that is meant.")},
    Message{"institution.kind-unknown", translatable("“{text}” is no kind of institution."),
            translatable("Write មជ្ឈមណ្ឌល, សាលា or ទីតាំង.")},
    Message{"institution.repeated", translatable("The same institution stands earlier in this file."),
            translatable("Keep one of the two rows.")},
    Message{"import.unknown", translatable("There is no import with the number {import}."),
            translatable("See the list of imports.")},
    Message{"import.undone-already", translatable("The import {import} was undone before.")},
    Message{
        "import.rows-not-kept",
        translatable("An earlier version of the program made this import and did not keep its lines whole."),
        translatable("Import the file again: what is in the register already stays as it is.")},
    Message{"import.depended-on", translatable("Attendance was marked for {count} whom it brought: {who}."),
            translatable("Take the marks back first, or keep the import."), "what", "attendance_month"},
    Message{"import.depended-on", translatable("Scores were given to {count} whom it brought: {who}."),
            translatable("Take the scores back first, or keep the import."), "what", "score"},
    Message{"import.depended-on", translatable("Certificates were issued to {count} whom it brought: {who}."),
            translatable("An issued certificate stays; the import must be kept."), "what", "certificate"},
    Message{"import.depended-on",
            translatable("{count} whom it brought were enrolled in a class since: {who}."),
            translatable("Take them out of their classes first, or keep the import."), "what", "enrolment"},
    Message{"import.depended-on",
            translatable("{count} of what it wrote were changed, merged or removed since: {who}."),
            translatable("Take those changes back first, or keep the import."), "what", "changed"},
    Message{"import.depended-on", translatable("Later work stands on {count} of the rows it wrote: {who}."),
            translatable("Take that work back first.")},
};

} // namespace

std::span<const Message> import_messages() {
    return messages;
}

} // namespace wording
