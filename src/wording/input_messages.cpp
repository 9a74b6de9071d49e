// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // Dates.
    Message{"date.unreadable", translatable("“{text}” is not a date that can be read."),
            translatable("Write the day first: 31/12/2005, or the year alone: 2005.")},
    Message{"date.impossible", translatable("There is no such day: {text}."),
            translatable("Look the date up again and write the day first: 31/12/2005.")},
    Message{"date.month-first",
            translatable("The date {text} exists only with the month first: it may mean {month_first}."),
            translatable("Write the day first: 31/12/2005.")},
    Message{"date.buddhist-turn",
            translatable("In this Buddhist year the date {text} may be {earlier} or {later}."),
            translatable("Write the year as in ឆ្នាំ២០០៥, not as in ព.ស.")},
    Message{"date.buddhist-year",
            translatable("A Buddhist year without a day was read as the year less 543."),
            translatable("See that the year is right.")},
    Message{"date.future", translatable("The date {read} lies ahead of {latest}."),
            translatable("Look the date up again.")},
    Message{"date.too-old", translatable("The date {read} is before 1900."),
            translatable("Look the date up again.")},
    Message{"date.empty", translatable("There is no date."),
            translatable("Type one, for example 31/12/2005.")},
    Message{"date.incomplete", translatable("The date {text} needs a day and a month here."),
            translatable("Write the day first: 31/12/2005.")},
    Message{"date.not-iso", translatable("“{text}” is not a date as this word takes it."),
            translatable("Write the year first: 2025-12-17.")},
    Message{"date.outside", translatable("The date {text} is outside the years {from} to {to}."),
            translatable("Choose a date inside them.")},

    // Numbers and codes.
    Message{"number.unreadable", translatable("“{text}” is not a number."),
            translatable("Write digits only, with a point or comma for decimals: 7.50.")},
    Message{"number.too-precise", translatable("The number {text} has more than two decimals."),
            translatable("Write it with two decimals at most.")},
    Message{"number.too-large", translatable("The number {text} is too large."),
            translatable("Type it again.")},
    Message{"reference.unreadable", translatable("“{text}” is not a number of a learner or certificate."),
            translatable("Type it as it is printed: 0202-000123-O or 0202-2026-000001-X.")},
    Message{"reference.check", translatable("The number {text} has a letter or digit wrong."),
            translatable("Compare it with the document, character by character.")},

    // Text.
    Message{"text.lost", translatable("The letters were lost on the way and became question marks."),
            translatable("Type the name again, or ask for the file it was copied from.")},
    Message{"text.legacy-font", translatable("The text was typed with an old Khmer font (Limon, ABC)."),
            translatable("Type it again in Khmer Unicode.")},
    Message{"cell.formula", translatable("A formula stands where a value belongs."),
            translatable("Copy the cell and paste it as a value only.")},
    Message{"cell.error", translatable("The cell holds an error of the spreadsheet: {text}."),
            translatable("Type the value itself.")},

    // Taking back what was saved in a form.
    Message{"undo.changed-since", translatable("{name} was changed again since, and stays as it is now."),
            translatable("Open the record, and change by hand what is wrong.")},

    // Phone numbers.
    Message{"phone.unreadable", translatable("“{text}” is not a phone number."),
            translatable("Write one number in digits, for example 012 345 678.")},
    Message{"phone.length", translatable("The phone number {text} has {digits} digits."),
            translatable("A number here has 9 or 10 digits.")},
    Message{"phone.first-of-several",
            translatable("The cell holds several phone numbers; the first was taken.")},

    // Marks and attendance.
    Message{"mark.unreadable", translatable("“{text}” is not a mark."),
            translatable("Write a number such as 7.50, or អម for absent.")},
    Message{"mark.negative", translatable("The mark {text} is below zero."), translatable("Type it again.")},
    Message{"mark.too-precise", translatable("The mark {text} has more than two decimals."),
            translatable("Write it with two decimals at most.")},
    Message{"mark.over-maximum", translatable("The mark {text} is over the maximum, {maximum}."),
            translatable("Type it again, or change the programme's maximum.")},
    Message{
        "attendance.unknown-letter", translatable("“{text}” is not a mark of attendance here."),
        translatable("Write ច (with permission), អ (without) or L (late), or leave it blank for present.")},
    Message{"day.closed", translatable("{day} is no school day of this class."),
            translatable("Choose another day, or see the class's weekdays and holidays."), "what", "day"},
    Message{"day.closed",
            translatable("There is a mark on {day}, when the class does not meet; it is not counted."),
            translatable("Move it to the right day, or see the class's weekdays and holidays.")},
    Message{"day.not-met", translatable("The class did not meet on {day}: {reason}."),
            translatable("Take back first that it did not meet."), "what", "day"},
    Message{"day.not-met",
            translatable("There is a mark on {day}, when the class did not meet; it is not counted."),
            translatable("Move it to the right day, or take back that the class did not meet.")},
};

} // namespace

std::span<const Message> input_messages() {
    return messages;
}

} // namespace wording
