// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // Templates.
    Message{"template.missing-placeholder", translatable("The template has no place for {name}."),
            translatable("Write it in two braces where it belongs.")},
    Message{"template.no-code-box", translatable("The template has no box for the square code."),
            translatable("Draw a square and give it the attribute data-role with the value qr.")},
    Message{"template.code-too-small",
            translatable("The box of the square code measures {millimetres} mm; it needs {least} mm."),
            translatable("Make it larger, or it cannot be read from a copy.")},
    Message{"template.photo-size", translatable("The box of the photo measures {width} x {height} mm."),
            translatable("A photo of 4 x 6 needs 40 x 60 mm.")},
    Message{"template.not-a4", translatable("The page measures {width} x {height} mm, which is not A4."),
            translatable("Set the page to A4, upright or lying.")},
    Message{"template.outside-page", translatable("“{text}” runs over the edge of the page."),
            translatable("Move it, or give its line a data-width to shrink to.")},
    Message{"template.over-box", translatable("“{text}” runs over the box of the square code."),
            translatable("Move it, or give its line a data-width to shrink to."), "box", "qr"},
    Message{"template.over-box", translatable("“{text}” runs over the box of the photo."),
            translatable("Move it, or give its line a data-width to shrink to.")},
    Message{"template.small", translatable("“{text}” is shrunk to {percent} per cent of its size."),
            translatable("Give it more room if that looks bad.")},
    Message{"template.name-missing", translatable("The template has no name."),
            translatable("Say what it is called.")},
    Message{"template.same", translatable("This template is in use already, as version {version}."),
            translatable("There is nothing to do.")},
    Message{"template.not-taken", translatable("The program's own template is in use already."),
            translatable("There is nothing to do.")},
    Message{"template.too-large", translatable("The template is larger than {maximum} MB."),
            translatable("Make the pictures in it smaller.")},
    Message{"template.no-file", translatable("The template could not be opened."),
            translatable("Look where it was saved.")},
    Message{"template.document", translatable("There is no document “{text}”."),
            translatable("Write completion, provisional, partial or attendance.")},

    // Paper.
    Message{"paper.dates", translatable("“{text}” is no way of dating."),
            translatable("Write computed, dotted, or a day as 2026-06-30.")},
    Message{"paper.offset", translatable("Print can be moved by {most} mm at most."),
            translatable("Check how the paper lies in the printer.")},

    // Statements.
    Message{"statement.class-open", translatable("The class {class} is still open."),
            translatable("Close it first: until then nothing is decided.")},
    Message{"statement.not-eligible", translatable("The learner is not to be awarded."),
            translatable("See among the certificates what lacks.")},
    Message{"statement.certificate-issued", translatable("The certificate itself was issued: {serial}."),
            translatable("Hand that out.")},
    Message{"statement.award-due", translatable("Nothing lacks for the award."),
            translatable("Issue the certificate, or a provisional one.")},
    Message{"statement.nothing-earned", translatable("No unit of the programme is earned."),
            translatable("A certificate of attendance can be given.")},
    Message{"statement.too-many-units",
            translatable("The programme has more units than the {maximum} there is room for."),
            translatable("Give a transcript.")},
    Message{"statement.no-days", translatable("No day was recorded for the learner."),
            translatable("Complete the register first.")},
    Message{"statement.issued-already", translatable("It was handed out already: {number}."),
            translatable("Print that again, or name the learner to give a new one.")},
    Message{"statement.unknown", translatable("There is no statement {number}."),
            translatable("See the list of statements.")},
    Message{"statement.no-reason", translatable("Nothing says why {number} is printed again."),
            translatable("Write the reason; it is kept.")},
    Message{"statement.altered",
            translatable("The statement {number} is not as it was handed out: another program changed it."),
            translatable("Keep a copy of the file, and ask who worked on it.")},

    // Lists of a class.
    Message{"list.nobody", translatable("Nobody was ever in the class {class}."),
            translatable("Enrol its learners first.")},
    Message{"list.nobody-now", translatable("Nobody is in the class {class} today."),
            translatable("Enrol its learners first.")},
    Message{"list.columns", translatable("A list has 1 to {maximum} blank columns, not {columns}."),
            translatable("Name fewer headings, or one.")},
    Message{"list.too-long",
            translatable("The list has {rows} rows, and no more than {maximum} are printed."),
            translatable("Narrow the list, or save it as a workbook.")},
    Message{"card.not-in-class", translatable("{learner} is not in the class {class} today."),
            translatable("Name a learner of the class.")},
    Message{"list.no-certificate", translatable("No certificate of the class {class} is in force."),
            translatable("Issue them first.")},
};

} // namespace

std::span<const Message> document_messages() {
    return messages;
}

} // namespace wording
