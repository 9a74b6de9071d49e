# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists whose file is well and whose content is not: the row is refused with its code and cell, or the list is."""
from catalogue import refused
from zips import (DATE_STYLES, HEADS, error_value, formula, list_rows, make_zip, number, parts_of, person, text_row,
                  truth, workbook_xml)


def one(**cells):
    return lambda: make_zip(parts_of(list_rows(person(**cells)), styles=DATE_STYLES))


def row(title, said, **cells):
    refused(title, one(**cells), f"row refuse {said}")


# Names.
row("letters lost to question marks", "text.lost B2", B="????? ????")
row("letters lost to U+FFFD", "text.lost B2", B="សុខ \ufffd\ufffd")
row("keys of the Limon font", "text.legacy-font B2", B="suPa RsI")
row("lost letters in the Latin name", "text.lost C2", C="??? ????")
row("a formula for a name", "cell.formula B2", B=formula("សុខ ធារី"))
row("a formula as text", "cell.formula B2", B="=1+1")
row("a link to another program as text", "cell.formula B2", B="=cmd|' /C calc'!A0")
row("a formula that asks the network", "cell.formula B2", B=formula("សុខ", 'WEBSERVICE("http://192.0.2.1/")'))
row("a formula of a formula", "cell.formula B2", B='<c r="{at}" t="str"><f t="shared" ref="B2:B9" si="0">C2</f><v>សុខ</v></c>')
row("a formula without a value", "cell.formula B2", B='<c r="{at}"><f>1+1</f></c>')
row("an error value for a name", "cell.error B2", B=error_value("#REF!"))
row("no name at all", "learner.name-missing B2", B=None, C=None)
# Sex.
row("no sex", "sex.missing D2", D=None)
row("a dash for the sex", "sex.missing D2", D="-")
row("a word that is no sex", "sex.unknown D2", D="បាទ")
row("a number for the sex", "sex.unknown D2", D=number("3"))
row("TRUE for the sex", "sex.unknown D2", D=truth("1"))
row("a formula for the sex", "cell.formula D2", D=formula("ស"))
row("an error value for the sex", "cell.error D2", D=error_value("#N/A"))
# Dates.
row("month first", "date.month-first E2", E="04/25/2003")
row("month first with dashes", "date.month-first E2", E="04-25-2003")
row("a day that is not", "date.impossible E2", E="31/02/1990")
row("a day that is not, in Khmer digits", "date.impossible E2", E="៣១/០២/១៩៩០")
row("a 29 February of no leap year", "date.impossible E2", E="29/02/2001")
row("month 13 either way", "date.impossible E2", E="13/13/1990")
row("a birth still to come", "date.future E2", E="1/1/2999")
row("before anybody living", "date.too-old E2", E="1/1/1850")
row("words for a date", "date.unreadable E2", E="មិនចាំ")
row("two dates", "date.unreadable E2", E="1/2/1990 ឬ 1/3/1990")
row("a year of two digits alone", "date.unreadable E2", E="90")
row("serial 60, a day that never was", "date.impossible E2", E=number("60", "1"))
row("a serial before the first day", "date.unreadable E2", E=number("-5", "1"))
row("a serial still to come", "date.future E2", E=number("99999", "1"))
row("a serial beyond all calendars", "date.unreadable E2", E=number("99999999999", "1"))
row("a date with an exponent", "date.unreadable E2", E=number("1.2E+11"))
row("a date of more than 15 digits", "date.unreadable E2", E=number("1990030719900307"))
row("TRUE for a date", "date.unreadable E2", E=truth("1"))
row("a formula that gave a date", "cell.formula E2", E='<c r="{at}" s="1"><f>A1</f><v>32933</v></c>')
row("an error value for a date", "cell.error E2", E=error_value("#VALUE!"))
# Where nobody looks.
row("a formula for the village", "cell.formula F2", F=formula("ព្រៃលាវ"))
row("a formula for the phone", "cell.formula G2", G=formula("012345678"))
row("an error value for the phone", "cell.error G2", G=error_value("#NUM!"))
row("a formula in the remarks", "cell.formula H2", H=formula("សម្គាល់"))
row("an error value in the remarks", "cell.error H2", H=error_value("#DIV/0!"))

# The same person again, typed in another order of signs, or with spaces nobody sees.
refused("one word in two orders of its signs", lambda: make_zip(parts_of(list_rows(person(B="ស្រ៊ី មុំ"), person(B="ស្រី៊ មុំ")))),
        "row refuse learner.repeated B3")
refused("one name with and without spaces of no width", lambda: make_zip(parts_of(list_rows(person(), person(B="សុខ\u200b \u200bធារី\u00a0")))),
        "row refuse learner.repeated B3")

# Lists that are none.
refused("a table of figures", lambda: make_zip(parts_of(text_row(1, ("ថ្នាក់", "សរុប", "ស្រី")) + text_row(2, ("ក", number("31"), number("12"))))),
        "header.missing sheet=Sheet1")
refused("a sheet with nothing in it", lambda: make_zip(parts_of("")), "header.missing sheet=Sheet1")
refused("headings in rows that are hidden sheets' alone", lambda: make_zip(parts_of(list_rows(), workbook=workbook_xml(
        '<sheet name="Sheet1" sheetId="1" state="veryHidden" r:id="rId1"/>'))), "header.missing")
