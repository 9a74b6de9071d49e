# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists that look odd and are honest: as other programs, other packers and other keyboards make them."""
import datetime
import io
import zipfile

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from catalogue import honest
from zips import (DATE_STYLES, DECLARED, HEADS, LINKS, MAIN, PERSON, SHEET, STRICT, STRICT_LINKS, Part, list_rows, make_zip, number,
                  parts_of, person, relationship, relationships, sheet_xml, text_row, workbook_xml)


def parts(change=None, end=None, **of):
    def make():
        made = parts_of(list_rows(), **of)
        if change:
            change(made)
        return make_zip(made, **(end or {}))
    return make


def each(**changes):
    def change(made):
        for part in made:
            for key, value in changes.items():
                setattr(part, key, value)
    return change


def sheet(xml, **of):
    return lambda: make_zip(parts_of(sheet=xml, **of))


# The archive.
honest("a list packed as usual", parts())
honest("parts that are stored", parts(each(stored=True)))
honest("sizes behind the data", parts(each(descriptor=True)))
honest("sizes in zip64 fields", parts(each(zip64=True)))
honest("an end in zip64", parts(end={"zip64": True}))
honest("a comment of the archive", parts(end={"comment": b"made by a district"}))
honest("a folder and a photo beside", parts(lambda made: made.extend([Part("xl/", stored=True), Part("xl/media/រូប 1.png", "x")])))
honest("names in other capitals", parts(lambda made: setattr(made[SHEET], "name", "XL/Worksheets/Sheet1.xml")))
honest("a part named in an old code page", parts(lambda made: made.append(Part(b"docProps/\x81\x82", "x"))))
honest("a hundred kilobytes of blanks", parts(lambda made: made.append(Part("xl/media/blank", bytes(100 * 1024)))))
honest("five hundred parts", parts(lambda made: made.extend(Part(f"x{n}", stored=True) for n in range(500 - len(made)))))
honest("as another packer writes it", lambda: _repacked())
honest("under the name of an old workbook", parts(), name="list.xls")
honest("under the name of a text", parts(), name="list.csv")


def _repacked():
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part in parts_of(list_rows()):
            archive.writestr(part.name, part.bytes())
    return whole.getvalue()


# The XML.
def prefixed(space, links=LINKS):
    xml = sheet_xml(list_rows(), space=space)
    for name in ("worksheet", "sheetData", "row", "c", "is", "t", "v"):
        xml = xml.replace(f"<{name}>", f"<x:{name}>").replace(f"<{name} ", f"<x:{name} ").replace(f"</{name}>", f"</x:{name}>")
    return xml.replace("xmlns=", "xmlns:x=", 1)


honest("strict OOXML", lambda: _strict())
honest("a namespace under a prefix", sheet(prefixed(MAIN)))
honest("a strict namespace under a prefix", sheet(prefixed(STRICT)))
honest("a sheet in UTF-16", sheet(sheet_xml(list_rows()).replace("UTF-8", "UTF-16").encode("utf-16")))
honest("a sheet without its declaration", sheet(sheet_xml(list_rows()).removeprefix(DECLARED)))
honest("comments and another's elements", sheet(sheet_xml(list_rows(), after='<!-- ours --><y:z xmlns:y="urn:y"><y:c r="A1"/></y:z>')))
honest("a size of the sheet that lies", sheet(sheet_xml(list_rows(), before='<dimension ref="A1:XFD1048576"/>')))
honest("a size of the sheet that is none", sheet(sheet_xml(list_rows(), before='<dimension ref="hello"/>')))
honest("cells without names", sheet(sheet_xml("<row>" + "".join(f'<c t="inlineStr"><is><t>{h}</t></is></c>' for h in HEADS) + "</row><row>" + "".join(
    f'<c t="inlineStr"><is><t>{v or ""}</t></is></c>' for v in PERSON) + "</row>")))
honest("shared texts, rich and plain", lambda: _shared())
honest("blank rows to the end of the sheet", sheet(sheet_xml(list_rows() + '<row r="1048576" ht="20"/>')))
honest("a merged title above", sheet(sheet_xml(text_row(1, ("បញ្ជីសិស្ស",)) + "".join(
    text_row(n, row) for n, row in ((2, HEADS), (3, PERSON))), after='<mergeCells><mergeCell ref="A1:H1"/></mergeCells>')))
honest("a hidden row", sheet(sheet_xml(list_rows(person(), person(B="ចាន់ ដារ៉ា", C="CHAN DARA")).replace('<row r="3">', '<row r="3" hidden="1">'))), "2 learners")
honest("a hidden sheet before it", lambda: _hidden_first())
honest("headings printed again", sheet(sheet_xml(list_rows(person(), HEADS, person(B="ចាន់ ដារ៉ា", C="CHAN DARA")))), "2 learners")
honest("a closing line", sheet(sheet_xml(list_rows() + text_row(3, ("បញ្ឈប់ត្រឹមចំនួន ១ នាក់ ស្រី ១ នាក់",)))))

honest("a closing line that counts otherwise", sheet(sheet_xml(list_rows() + text_row(3, ("បញ្ឈប់ត្រឹមចំនួន ៥ នាក់ ស្រី ១ នាក់",)))))
honest("one heading twice", sheet(sheet_xml(text_row(1, (*HEADS[:7], HEADS[3])) + text_row(2, (*PERSON[:7], "ប")))))
honest("headings in two rows, merged", sheet(sheet_xml(
    text_row(1, HEADS) + text_row(2, (None,) * 8) + text_row(3, PERSON),
    after="<mergeCells>" + "".join(f'<mergeCell ref="{c}1:{c}2"/>' for c in "ABCDEFGH") + "</mergeCells>")))
honest("a name over two merged cells", sheet(sheet_xml(list_rows(person(C=None)), after='<mergeCells><mergeCell ref="B2:C2"/></mergeCells>')))


def _strict():
    made = parts_of(sheet=sheet_xml(list_rows(), space=STRICT), workbook=workbook_xml(space=STRICT, links=STRICT_LINKS))
    made[1].content = relationships(relationship(1, "officeDocument", "xl/workbook.xml", STRICT_LINKS))
    made[-1].content = relationships(relationship(1, "worksheet", "worksheets/sheet1.xml", STRICT_LINKS))
    return make_zip(made)


def _shared():
    texts = list(HEADS) + [text or "" for text in PERSON]
    strings = "".join(f"<si><r><rPr><b/></rPr><t>{text[:2]}</t></r><r><t xml:space=\"preserve\">{text[2:]}</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>"
                      for text in texts)
    row = lambda number, first: f'<row r="{number}">' + "".join(  # noqa: E731
        f'<c r="{chr(65 + n)}{number}" t="s"><v>{first + n}</v></c>' for n in range(8)) + "</row>"
    return make_zip(parts_of(row(1, 0) + row(2, 8), strings=strings))


def _hidden_first():
    made = parts_of(list_rows(), workbook=workbook_xml('<sheet name="old" sheetId="2" state="hidden" r:id="rId9"/><sheet name="new" sheetId="1" r:id="rId1"/>'),
                    more_links=relationship(9, "worksheet", "worksheets/sheet2.xml"))
    return make_zip(made + [Part("xl/worksheets/sheet2.xml", sheet_xml(list_rows(person(B="មនុស្ស ចាស់"))))])


# Days and numbers.
def one(**cells):
    return lambda: make_zip(parts_of(list_rows(person(**cells)), styles=DATE_STYLES))


for title, written in [("in Khmer digits", "៧/៣/១៩៩០"), ("in full-width digits", "０７/０３/１９９０"), ("with Khmer words", "៧ មីនា ១៩៩០"),
                       ("in a Buddhist year", "06/10/2542"), ("with a year of two digits", "7/3/90"), ("whose day is not known", "00/05/1990"),
                       ("with dots", "07.03.1990"), ("as computers write it", "1990-03-07")]:
    honest(f"a day {title}", one(E=written))
honest("a day as a number", one(E=number("32939", "1")))
honest("a day with its time", one(E=number("32939.75", "1")))
honest("a year as a number", one(E=number("1990")))
honest("a phone that lost its zero", one(G=number("12345678")))
honest("a phone with an exponent", one(G=number("1.2345678E7")))
honest("spaces that nobody sees", one(B="\u200bសុខ\u00a0\u200bធារី\u200b"))


# What other programs write.
def written(change, name="list.xlsx"):
    def make():
        book = openpyxl.Workbook()
        book.active.append(HEADS)
        book.active.append(PERSON)
        change(book)
        whole = io.BytesIO()
        book.save(whole)
        return whole.getvalue()
    return make


def _from_1904(book):
    book.epoch = CALENDAR_MAC_1904
    book.active["E2"] = datetime.datetime(1990, 3, 7)


honest("by openpyxl", written(lambda book: None))
honest("by openpyxl, days from 1904", written(_from_1904))
honest("by openpyxl, with a filter, a note and a frozen row", written(lambda book: (
    setattr(book.active.auto_filter, "ref", "A1:H2"), setattr(book.active, "freeze_panes", "A2"))))

LINES = "ល.រ,គោត្តនាម និងនាម,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\r\n1,សុខ ធារី,ស,07/03/1990\r\n"
for title, content in [("in UTF-8", LINES.encode()), ("with a byte order mark", LINES.encode("utf-8-sig")), ("in UTF-16", LINES.encode("utf-16")),
                       ("between semicolons", LINES.replace(",", ";").encode()), ("between tabs", LINES.replace(",", "\t").encode()),
                       ("whose first line names the separator", ("sep=;\r\n" + LINES.replace(",", ";")).encode()),
                       ("in old Macs' lines", LINES.replace("\r\n", "\r").encode()), ("without a last line end", LINES.strip().encode()),
                       ("with quotes and a line break", LINES.replace("សុខ ធារី", '"សុខ ""ធារី"""').encode())]:
    honest(f"a text {title}", lambda content=content: content, name="list.csv")
