// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // Learners and their import.
    Message{"learner.repeated", translatable("The same learner stands earlier in this file."),
            translatable("Keep one of the two rows.")},
    Message{"learner.look-alike", translatable("This looks like a learner who is already known."),
            translatable("Compare the two and say whether they are one person.")},
    Message{"sex.missing", translatable("The sex is missing."), translatable("Write ប្រុស or ស្រី.")},
    Message{"sex.unknown", translatable("“{text}” is not a sex."), translatable("Write ប្រុស or ស្រី.")},
    Message{"name.missing", translatable("The name is missing."),
            translatable("Write the surname and the given name.")},
    Message{"village.unknown", translatable("The village is not known in this district."),
            translatable("Choose it from the list, or keep it as text.")},
    Message{"class.unknown",
            translatable("No open class, or more than one, has the name given in {count} rows."),
            translatable("Open the class, or enrol these learners by hand.")},
    Message{"phone.zero-restored",
            translatable("The phone number had lost its leading zero; it was put back.")},
    Message{"closing-line", translatable("The closing line says {says}; the rows above it are {counted}."),
            translatable("See whether a row is missing from the list.")},

    // Eligibility.
    Message{"attendance.below",
            translatable("The attendance is {has} %, below the {needs} % that the programme asks.")},

    // Certificate codes.
    Message{"code.not-srok", translatable("This is not a certificate code of Srok."),
            translatable("Photograph the square code on the certificate again, from closer.")},
    Message{"code.newer", translatable("A newer Srok made this code (version {version})."),
            translatable("Install the newer Srok and check it again.")},
    Message{"code.damaged", translatable("The certificate code is damaged or was altered."),
            translatable("Photograph it again; if it stays so, ask the office that issued it.")},
    Message{"code.not-found", translatable("No certificate code was found in the file."),
            translatable("Photograph the square code again, straight and in good light.")},

    Message{"verify.page-not-built", translatable("This Srok was built without the checking page."),
            translatable("Run installer/page_libraries.sh with a network and build Srok again.")},

    // Lists of keys and revoked serial numbers.
    Message{"keys.not-a-list", translatable("This is not a key list of Srok."),
            translatable("Ask the province for the file again.")},
    Message{"keys.newer", translatable("A newer Srok made this key list (version {version})."),
            translatable("Install the newer Srok and take it again.")},
    Message{"keys.damaged", translatable("The key list cannot be read."),
            translatable("Copy the file again from where it came.")},
    Message{"keys.altered", translatable("The key list was changed after it was signed."),
            translatable("Do not use it; ask the office that signed it for the list again.")},
    Message{"keys.sample", translatable("A sample office signed this key list; it is never taken."),
            translatable("Use the list of a real office.")},
    Message{"keys.own", translatable("This is this office's own list ({office})."),
            translatable("It need not be taken: the office knows its own keys.")},
    Message{
        "keys.other-signer",
        translatable("The office {office} is known by the key {known}; the key {found} signed this list."),
        translatable("Telephone that office before you trust it: somebody else may have made the list.")},
    Message{"keys.two-of-one-number",
            translatable("There are two different lists number {counter} of the office {office}."),
            translatable("Ask that office for a new list: it may have worked on an old copy of its file.")},
    Message{"keys.order-same", translatable("This list is here already."), {}},
    Message{"keys.order-older", translatable("A newer list of the office {office} is here already."),
            translatable("Ask for its newest list.")},
    Message{"keys.old", translatable("The key list is {days} days old (from {day})."),
            translatable("What was made void since is not in it: ask for a newer one.")},
    Message{"key.not-then", translatable("On {day} this key was not one of the office {office}."),
            translatable("Ask that office.")},

    // Documents.
    Message{"document.no-glyph", translatable("The document's font cannot draw “{character}” in “{text}”."),
            translatable("Type that word again.")},
    Message{"document.text-too-long", translatable("“{text}” is too long for its place on the document."),
            translatable("Shorten it, or widen its place in the template.")},
    Message{"leaflet.too-long",
            translatable("Page {page} of the leaflet has more text than a page of paper holds."),
            translatable("Shorten its text.")},
    Message{"template.unknown-placeholder",
            translatable("The template asks for “{name}”, which Srok does not know."),
            translatable("Correct the name in the template.")},
    Message{"template.unsupported", translatable("The template uses what Srok cannot draw: {what}."),
            translatable("Replace it in Inkscape with plain paths, text and pictures.")},
    Message{"template.missing-reference", translatable("The template points to “{id}”, which is not in it."),
            translatable("Open it in Inkscape, remove the unused part and save it.")},
    Message{"template.unknown-font",
            translatable("The template asks for the font {family}, which is not installed."),
            translatable("Choose another font in Inkscape, or install it.")},
    Message{"template.not-svg", translatable("The template is not an SVG picture."),
            translatable("Open it in Inkscape and save it again.")},
    Message{"qr.too-long", translatable("The text is too long for a square code ({length} characters)."),
            translatable("Shorten the names or the programme's title.")},

    // Programme packs.
    Message{"programme.unknown", translatable("There is no programme “{programme}”; known are: {known}."),
            translatable("Choose one of these.")},
    Message{"pack.not-toml", translatable("The programme's file cannot be read ({reason})."),
            translatable("Correct that line.")},
    Message{"pack.missing", translatable("The programme's file lacks “{key}”."), translatable("Add it.")},
    Message{"pack.unknown-key", translatable("The programme's file has “{key}”, which means nothing here."),
            translatable("Correct its spelling, or remove it.")},
    Message{"pack.wrong-type", translatable("“{key}” must be one of: {known}."), translatable("Correct it."),
            "wanted", "choice"},
    Message{"pack.wrong-type", translatable("“{key}” is of the wrong kind; it must be: {wanted}."),
            translatable("Correct it.")},
    Message{"pack.out-of-range", translatable("“{key}” is {value}; it must be {from} to {to}."),
            translatable("Correct it.")},
    Message{"pack.unknown-reference",
            translatable("“{key}” names “{value}”, which the programme does not have."),
            translatable("Correct the name, or add what it names.")},
    Message{"pack.repeated", translatable("Two of “{key}” are called “{value}”."),
            translatable("Rename one.")},
    Message{"pack.bands", translatable("The grade bands must go from the best down to 0."),
            translatable("Put them in order.")},

    // Words of the shell.
    Message{"usage.unknown-word", translatable("srokctl has no word “{word}”."),
            translatable("See srokctl --help.")},
    Message{"usage.missing", translatable("Something is missing: {reason}."), translatable("See --help.")},
    Message{"usage.unexpected", translatable("Something is too many: {reason}."),
            translatable("See --help.")},
    Message{"usage.value", translatable("A value cannot be used: {reason}."), translatable("See --help.")},
    Message{"usage.wrong", translatable("This is not how the word is used: {reason}."),
            translatable("See --help.")},
};

} // namespace

std::span<const Message> office_messages() {
    return messages;
}

} // namespace wording
