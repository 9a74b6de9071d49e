# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks whose XML is broken, hostile, or says what no sheet can hold."""
from catalogue import refused
from zips import (DECLARED, LINKS, MAIN, SHEET, WORKBOOK, list_rows, make_zip, parts_of, relationship, sheet_xml,
                  text_row, workbook_xml, HEADS)


def sheet(xml):
    return lambda: make_zip(parts_of(sheet=xml))


def rows(xml):
    """The headings, then this."""
    return lambda: make_zip(parts_of(text_row(1, HEADS) + xml))


def cells(xml):
    return rows(f'<row r="2">{xml}</row>')


def with_part(index, content):
    def make():
        parts = parts_of(list_rows())
        parts[index].content = content
        return make_zip(parts)
    return make


def doctype(inside, use=""):
    return sheet(f'<?xml version="1.0"?>{inside}<worksheet xmlns="{MAIN}"><sheetData>{use}{list_rows()}</sheetData></worksheet>')


LAUGHS = '<!DOCTYPE l [<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"

# Entities and what they reach for.
refused("a billion laughs", doctype(LAUGHS, "<row><c><v>&a9;</v></c></row>"), "file.doctype sheet=Sheet1 byte")
refused("one entity of a megabyte", doctype(f'<!DOCTYPE l [<!ENTITY a "{"x" * 1_000_0}">]>', "&a;" * 100), "file.doctype sheet=Sheet1 byte")
refused("an entity that is a file", doctype('<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;"), "file.doctype sheet=Sheet1")
refused("an entity from the network", doctype('<!DOCTYPE l [<!ENTITY a SYSTEM "http://192.0.2.1/x">]>', "&a;"), "file.doctype sheet=Sheet1")
refused("a parameter entity", doctype('<!DOCTYPE l [<!ENTITY % a SYSTEM "file:///dev/zero"> %a;]>'), "file.doctype sheet=Sheet1")
refused("a DOCTYPE and nothing else", doctype("<!DOCTYPE worksheet>"), "file.doctype sheet=Sheet1")
refused("a DOCTYPE from elsewhere", doctype('<!DOCTYPE worksheet SYSTEM "http://192.0.2.1/x.dtd">'), "file.doctype sheet=Sheet1")
refused("a DOCTYPE in the workbook", with_part(WORKBOOK, "<!DOCTYPE w>" + workbook_xml().removeprefix(DECLARED)), "file.doctype part=xl/workbook.xml")
refused("a DOCTYPE in the strings", lambda: make_zip(parts_of('<row><c t="s"><v>0</v></c></row>',
        strings=f'<?xml version="1.0"?><!DOCTYPE s><sst xmlns="{MAIN}"><si><t>a</t></si></sst>')), "file.doctype part=xl/sharedStrings.xml")
refused("a DOCTYPE in the styles", lambda: _styles("<!DOCTYPE s>"), "file.doctype part=xl/styles.xml")
refused("a DOCTYPE in the links", with_part(-1, "<!DOCTYPE r><Relationships/>"), "file.doctype part=xl/_rels/workbook.xml.rels")
refused("an entity nobody declared", rows("<row><c><v>&nothing;</v></c></row>"), "file.damaged why=xml sheet=Sheet1 byte")


def _styles(before):
    parts = parts_of(list_rows(), styles="<cellXfs/>")
    parts[-2].content = before + parts[-2].content.removeprefix(DECLARED)
    return make_zip(parts)


# What is no XML.
refused("a sheet that is no XML", sheet("hello"), "file.damaged why=xml sheet=Sheet1 byte")
refused("an empty sheet part", sheet(""), "file.damaged why=xml sheet=Sheet1")
refused("a sheet that ends in the middle", sheet(sheet_xml(list_rows())[:-40]), "file.damaged why=xml sheet=Sheet1 byte")
refused("elements closed in the wrong order", rows("<row><c></row></c>"), "file.damaged why=xml sheet=Sheet1 byte")
refused("one attribute twice", rows('<row r="2" r="3"/>'), "file.damaged why=xml sheet=Sheet1 byte")
refused("a prefix nobody declared", rows("<z:row/>"), "file.damaged why=xml sheet=Sheet1 byte")
refused("a character XML forbids", rows("<row><c><v>&#0;</v></c></row>"), "file.damaged why=xml sheet=Sheet1 byte")
refused("a raw control character", sheet(sheet_xml(text_row(1, HEADS)).replace("ភេទ", "\x07")), "file.damaged why=xml sheet=Sheet1 byte")
refused("bytes that are no UTF-8", sheet(sheet_xml(list_rows()).encode().replace("សុខ".encode(), b"\xff\xfe\xff")), "file.damaged why=xml sheet=Sheet1 byte")
refused("an encoding nobody knows", sheet(sheet_xml(list_rows()).replace("UTF-8", "KHMER-1")), "file.damaged why=xml sheet=Sheet1")
refused("UTF-16 that is cut", sheet(sheet_xml(list_rows()).replace("UTF-8", "UTF-16").encode("utf-16")[:-1]), "file.damaged why=xml sheet=Sheet1")
refused("two roots", sheet(sheet_xml(list_rows()) + "<worksheet/>"), "file.damaged why=xml sheet=Sheet1 byte")
refused("a sheet that is another thing", sheet(f'<chartsheet xmlns="{MAIN}"/>'), "file.damaged why=not-a-sheet sheet=Sheet1")
refused("a sheet in nobody's namespace", sheet('<worksheet xmlns="urn:x"><sheetData/></worksheet>'), "file.damaged why=not-a-sheet sheet=Sheet1")

# Without measure.
refused("fifty thousand elements deep", lambda: _stored(parts_of(text_row(1, HEADS) + "<row><c>" + "<a>" * 50_000 + "</a>" * 50_000 + "</c></row>")),
        "file.too-big what=depth part=xl/worksheets/sheet1.xml sheet=Sheet1")
refused("an attribute of twelve megabytes", lambda: _long_attribute(), "file.too-big sheet=Sheet1")
refused("a text of two megabytes", lambda: _stored(parts_of(text_row(1, HEADS) + text_row(2, ("1", "ក" * 700_000)))),
        "file.too-big what=text sheet=Sheet1 cell=B2")
refused("a shared text of two megabytes", lambda: _stored(parts_of(list_rows(), strings=f"<si><t>{'x' * 2_100_000}</t></si>")),
        "file.too-big what=text part=xl/sharedStrings.xml")
refused("shared texts beyond the memory", lambda: _stored(parts_of(list_rows(), strings="<si/>" * 25_000_000)), "file.too-big what=memory")
refused("a hundred thousand sheets", lambda: _sheets(100_000), "file.too-big what=items")
refused("a sheet's name of a megabyte", lambda: _stored(parts_of(list_rows(), workbook=workbook_xml(
        f'<sheet name="{"x" * 1_000_000}" sheetId="1" r:id="rId1"/>'))), "file.too-big")


def _stored(parts):
    for part in parts:
        part.stored = True
    return make_zip(parts)


def _long_attribute():
    return _stored(parts_of(text_row(1, HEADS) + f'<row spans="{"1" * 12_000_000}"/>'))


def _sheets(count):
    return _stored(parts_of(list_rows(), workbook=workbook_xml(
        "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(count)))))


# Where nothing can stand.
for row in ("1048577", "0", "18446744073709551617", "-1", "2e3", "x"):
    refused(f"row {row}", rows(f'<row r="{row}"><c><v>1</v></c></row>'), "file.damaged why=cell-reference sheet=Sheet1")
refused("the same row twice", rows('<row r="2"/><row r="2"/>'), "file.damaged why=cell-order sheet=Sheet1")
refused("rows that run upwards", rows('<row r="9"/><row r="2"/>'), "file.damaged why=cell-order sheet=Sheet1")
for cell in ("AAAA2", "XFE2", "2", "B", "b2", "$B$2", "B02", "B3", "B1048577"):
    refused(f"a cell called {cell!r}", cells(f'<c r="{cell}"><v>1</v></c>'), "file.damaged why=cell-reference sheet=Sheet1 cell=A2")
refused("the same cell twice", cells('<c r="B2"/><c r="B2"><v>1</v></c>'), "file.damaged why=cell-order sheet=Sheet1 cell=B2")
refused("cells that run backwards", cells('<c r="C2"/><c r="A2"><v>1</v></c>'), "file.damaged why=cell-order sheet=Sheet1 cell=A2")
refused("a person far below the limit", rows('<row r="50001"><c r="A50001"><v>1</v></c></row>'),
        "file.too-big what=rows maximum=50000 sheet=Sheet1 cell=A50001")
refused("a value far to the right", cells('<c r="KO2"><v>1</v></c>'), "file.too-big what=columns maximum=300 sheet=Sheet1 cell=KO2")
# Values that are none.
for text in ("1,5", "NaN", "1e", "0x1F", "--1", "1 2", "១២"):
    refused(f"a number written {text!r}", cells(f'<c r="C2"><v>{text}</v></c>'), "file.damaged why=number sheet=Sheet1 cell=C2")
refused("a truth of 2", cells('<c r="C2" t="b"><v>2</v></c>'), "file.damaged why=boolean sheet=Sheet1 cell=C2")
refused("a cell of a kind nobody knows", cells('<c r="C2" t="z"><v>2</v></c>'), "file.damaged why=cell-type sheet=Sheet1 cell=C2")
for index in ("1", "-1", "4294967296", "99999999999999999999", "x", "0.0"):
    refused(f"shared text number {index!r}", lambda index=index: make_zip(parts_of(
        text_row(1, HEADS) + f'<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>{index}</v></c></row>', strings="<si><t>only</t></si>")),
        "file.damaged why=shared-string sheet=Sheet1 cell=B2")
refused("a shared text without any", cells('<c r="B2" t="s"><v>0</v></c>'), "file.damaged why=shared-string sheet=Sheet1 cell=B2")

# The workbook's own words.
refused("a workbook without sheets", with_part(WORKBOOK, workbook_xml("")), "file.damaged why=no-sheets part=xl/workbook.xml")
refused("a sheet that points nowhere", with_part(WORKBOOK, workbook_xml('<sheet name="a" sheetId="1" r:id="rId77"/>')), "file.damaged why=part-missing")
refused("a sheet outside the file", lambda: make_zip(parts_of(list_rows(), workbook=workbook_xml('<sheet name="a" sheetId="1" r:id="rId8"/>'),
        more_links=f'<Relationship Id="rId8" Type="{LINKS}/worksheet" Target="http://192.0.2.1/sheet.xml" TargetMode="External"/>')), "file.damaged why=part-missing")
refused("a sheet above the package", lambda: make_zip(parts_of(list_rows(), workbook=workbook_xml('<sheet name="a" sheetId="1" r:id="rId8"/>'),
        more_links=relationship(8, "worksheet", "../../../etc/passwd"))), "file.damaged why=part-missing")
refused("a workbook that is a sheet", with_part(WORKBOOK, sheet_xml("")), "file.not-a-spreadsheet looks-like=zip")
refused("a sheet whose part is the workbook", lambda: make_zip(parts_of(list_rows(), workbook=workbook_xml('<sheet name="a" sheetId="1" r:id="rId8"/>'),
        more_links=relationship(8, "worksheet", "workbook.xml"))), "file.damaged why=not-a-sheet sheet=a")
refused("a sheet that is a page", with_part(SHEET, "<html/>"), "file.damaged why=not-a-sheet sheet=Sheet1")
