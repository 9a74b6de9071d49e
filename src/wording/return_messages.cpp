// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    Message{"return.no-lines",
            translatable("The lines of the learners do not tell who stands behind “{figure}”."),
            translatable("Ask the district, whose program knows it.")},
    // What a return's figures give rise to ask.
    Message{"figures.sum", translatable("The figures of “{figure}” do not add up."),
            translatable("Ask the office to build the return again.")},
    Message{"figures.nobody", translatable("Nobody learned in this period."),
            translatable("See whether the classes of the period were opened and their learners enrolled.")},
    Message{"figures.last-period",
            translatable(
                "{is} learners were there at the start, but the return of {period} had {was} at its end."),
            translatable("Say what was corrected since, or build that return again.")},
    Message{"months.differ",
            translatable(
                "{period} was accepted with other figures than the registers have now ({count}). The first: "
                "“{figure}” was accepted as {was} and is {is}."),
            translatable("Say what was corrected since, or build that month's return again.")},
    Message{"register.not-recorded",
            translatable("The register of {class} was not taken on {days} school days."),
            translatable("Take these days in the register, or say why they are missing.")},
    Message{"results.missing", translatable("{class} has ended and has no results."),
            translatable("Type its scores, or say why there are none.")},
    Message{"results.incomplete",
            translatable("{class} has ended and {learners} of its learners have no result."),
            translatable("Type the scores that are missing.")},
    Message{"class.empty", translatable("Nobody was in {class} in this period."),
            translatable("Enrol its learners, or close it.")},
    Message{"age.unlikely", translatable("Learner {number} would be {age} years old."),
            translatable("Correct the birth date.")},

    // Building and putting together.
    Message{
        "period.unreadable", translatable("“{text}” is no period of a return."),
        translatable("Write a month as 2025-12, a semester as 2025-2026-S1, a school year as 2025-2026.")},
    Message{"period.ahead", translatable("{period} has not begun."),
            translatable("Choose an earlier period.")},
    Message{"period.not-over", translatable("The period is not over until {last}."),
            translatable("Build the return again when it is.")},
    Message{"return.build-level", translatable("A province has no registers of its own."),
            translatable("Put its districts' returns together instead.")},
    Message{"return.unknown-district", translatable("The province has no district {office}."),
            translatable("Use a code of the board.")},
    Message{"return.none-counts", translatable("No return of {office} counts for {period}."),
            translatable("Accept one first, or count what was only received.")},
    Message{"return.consolidate-level", translatable("Only a province puts its districts' returns together."),
            translatable("Open the province's office file.")},
    Message{"return.unlike",
            translatable("What was read back from the disk is not what was written ({why})."),
            translatable("Build it again, on another disk if this goes on.")},

    // Layouts.
    Message{"layout.unknown", translatable("There is no layout “{layout}”."),
            translatable("Use one of these: {known}.")},
    Message{"layout.other-period", translatable("The layout “{layout}” is not for a period like {period}."),
            translatable("Choose another period, or another layout.")},
    Message{"layout.version-taken",
            translatable("Version {version} of the layout “{layout}” says something else."),
            translatable("Give the file a new version.")},
    Message{"layout.not-toml", translatable("The layout's file cannot be read ({reason})."),
            translatable("Correct that line.")},
    Message{"layout.missing", translatable("The layout's file lacks “{key}”."), translatable("Add it.")},
    Message{"layout.unknown-key", translatable("The layout's file has “{key}”, which means nothing here."),
            translatable("Correct its spelling, or remove it.")},
    Message{"layout.wrong-type", translatable("“{key}” must be one of: {known}."),
            translatable("Correct it."), "wanted", "choice"},
    Message{"layout.wrong-type", translatable("“{key}” is of the wrong kind; it must be: {wanted}."),
            translatable("Correct it.")},
    Message{"layout.out-of-range", translatable("“{key}” is {value}; it must be {from} to {to}."),
            translatable("Correct it.")},
    Message{"layout.unknown-word", translatable("“{value}” is no value of “{key}”."),
            translatable("The first lines of a layout's file list those there are.")},
    Message{"layout.unknown-reference",
            translatable("“{key}” names “{value}”, which the sheet does not have."),
            translatable("Correct the name, or add what it names.")},
    Message{"layout.repeated", translatable("Two of “{key}” are called “{value}”."),
            translatable("Rename one.")},
    Message{"layout.bands", translatable("The age bands do not follow one another (“{value}”)."),
            translatable("Begin each one year after the last one ends; leave the last one open.")},

    // A return as it came.
    Message{"return.damaged", translatable("The signed part of the return is damaged ({what})."),
            translatable("Ask the office to send it again.")},
    Message{"return.unreadable",
            translatable("The value at {sheet}, {row}, {column} is not what a return holds there."),
            translatable("Ask the office to build the return again.")},
    Message{"return.layout-unknown", translatable("Nothing here knows the layout “{layout}” of this return."),
            translatable("Take that layout's file, or install the newer Srok, and check the return again.")},
    Message{"return.not-ours", translatable("This return is of office {office}, which is not under {ours}."),
            translatable("Give it to the province it belongs to.")},
    Message{"return.not-a-month",
            translatable("This is a workbook that a province put together, not a district's return."),
            translatable("Receive the districts' own returns.")},
    Message{"office.forked", translatable("This return does not follow from the last one of the office."),
            translatable("Ask the office whether it restored a backup or works with two files.")},
    Message{"sample.key", translatable("A sample office signed this; it counts for nothing.")},

    // The spreadsheet of a district without Srok.
    Message{"stranger.new",
            translatable("“{label}” has figures, and the map of this office does not know it."),
            translatable("Read the file as a return again and say what it is, or leave it out.")},
    Message{"stranger.gone",
            translatable("“{label}” of the map is not in this file: its figures are not told."),
            translatable("Ask the office, or read the file as a return again and say where they stand.")},
    Message{"stranger.not-told",
            translatable("{count} cells of the map are empty: their figures are not told.")},
    Message{"stranger.added-up",
            translatable("“{sheet}” has no figures of all together: they are the sum of its groups.")},
    Message{"stranger.no-map",
            translatable("No file of {office} was mapped yet as a return of the layout “{layout}”."),
            translatable("Map it once: srokctl return FILE map, or “Read as a return…” on the screen.")},
    Message{"stranger.no-period", translatable("Nothing says of which period this file of {office} is."),
            translatable("Give its period.")},
    Message{"stranger.no-sheet", translatable("The file has no sheet “{sheet}”. It has: {known}."),
            translatable("Give the name of one of them.")},
    Message{"stranger.no-label", translatable("The file has no row or column “{label}”."),
            translatable("Write it as the list of its rows and columns does.")},
    Message{"stranger.no-key", translatable("The layout has no “{key}” for this place."),
            translatable("Use a key of the layout: learners, age:15-17; all.total, literacy.female.")},
    Message{"stranger.empty-map", translatable("Nothing in this file is mapped: no row with a column."),
            translatable("Say of at least one row and one column what they are.")},
    Message{"stranger.other-period", translatable("{period} is no period of the layout “{layout}”."),
            translatable("Give a period of that layout.")},
    Message{"stranger.decided", translatable("Version {version}, which this file is, was decided already."),
            translatable("Send that one back first, then read the file again.")},
    Message{"stranger.no-file",
            translatable("The file itself is not kept here: it came before files were kept."),
            translatable("Receive the same file again, then read it.")},

    // What the province decides.
    Message{"return.unknown", translatable("There is no received return with the number {id}."),
            translatable("See the board of returns.")},
    Message{"return.not-acceptable", translatable("Values of this return were changed after it was signed."),
            translatable("Ask the office to correct them in Srok and to send a new version."), "verdict",
            "edited"},
    Message{"return.not-acceptable", translatable("This return is not signed with the office's key."),
            translatable("Ask the office whether it made a new file; do not accept it before you know."),
            "verdict", "wrong-key"},
    Message{"return.not-acceptable",
            translatable("This file has no signature, and nobody said what its figures are."),
            translatable("Read it as a return first: whose it is, and which row and column is what."),
            "verdict", "unsigned"},
    Message{"return.not-acceptable", translatable("This return cannot be accepted: it is {verdict}."),
            translatable("Ask the office to send the file that Srok wrote.")},
    Message{"return.blocked", translatable("{count} findings stand in the way of accepting this return."),
            translatable("Say what the map does not know yet, or ask the office for a mended sheet."),
            "verdict", "unsigned"},
    Message{"return.blocked", translatable("{count} findings stand in the way of accepting this return."),
            translatable("Ask the office to build the return again.")},
    Message{"return.older", translatable("Version {accepted} of this return was accepted already."),
            translatable("Reject that one first if the older one is to count.")},
    Message{
        "return.signed-counts",
        translatable(
            "Version {accepted}, which the office signed, counts: an unsigned file does not take its place."),
        translatable("Send the signed one back first if it is wrong.")},
    Message{"return.no-reason", translatable("A return is not sent back without a reason."),
            translatable("Write what the office is to change.")},
};

} // namespace

std::span<const Message> return_messages() {
    return messages;
}

} // namespace wording
