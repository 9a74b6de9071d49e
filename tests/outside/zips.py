# SPDX-License-Identifier: GPL-3.0-or-later
"""Zip archives byte by byte, honest or lying in one chosen place, and the parts of a small workbook."""
import dataclasses
import struct
import zlib

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclasses.dataclass
class Part:
    """One entry. What is set overrides what an honest archive would say."""
    name: object  # text, or bytes as they are to stand
    content: object = b""
    stored: bool = False
    descriptor: bool = False
    zip64: bool = False
    crc: int = None
    local_crc: int = None
    size: int = None
    packed: int = None
    flags: int = 0
    method: int = None
    local_name: str = None
    raw: bytes = None  # the packed bytes, whatever they are
    extra: bytes = b""
    offset: int = None
    same_as: int = None  # shows the data of an earlier entry

    def bytes(self):
        return self.content.encode() if isinstance(self.content, str) else self.content


def deflated(content):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def named(name):
    return name.encode() if isinstance(name, str) else name


def make_zip(parts, before=b"", after=b"", comment=b"", count=None, directory_size=None, directory_offset=None,
             zip64=False, disk=0):
    whole, written = bytearray(before), []
    for part in parts:
        if part.same_as is not None:
            written.append(written[part.same_as])
            continue
        content = part.bytes()
        data = part.raw if part.raw is not None else content if part.stored else deflated(content)
        crc = zlib.crc32(content) if part.crc is None else part.crc
        packed = len(data) if part.packed is None else part.packed
        size = len(content) if part.size is None else part.size
        flags = part.flags | (8 if part.descriptor else 0)
        method = (0 if part.stored else 8) if part.method is None else part.method
        extra, offset = part.extra, len(whole)
        if part.zip64:
            extra += struct.pack("<HHQQ", 1, 16, size, packed)
            size = packed = 0xFFFFFFFF
        local = named(part.name if part.local_name is None else part.local_name)
        late = part.descriptor
        whole += struct.pack("<4sHHHIIIIHH", b"PK\3\4", 20, flags, method, 0,
                             0 if late else crc if part.local_crc is None else part.local_crc,
                             0 if late else packed, 0 if late else size, len(local), len(extra)) + local + extra + data
        if late:
            whole += struct.pack("<4sIII", b"PK\7\x08", crc, packed, size)
        written.append((crc, packed, size, flags, method, extra, offset if part.offset is None else part.offset))
    directory = len(whole)
    for part, (crc, packed, size, flags, method, extra, offset) in zip(parts, written):
        name = named(part.name)
        whole += struct.pack("<4sHHHHIIIIHHHHHII", b"PK\1\2", 20, 20, flags, method, 0, crc, packed, size, len(name),
                             len(extra), 0, 0, 0, 0, offset) + name + extra
    length = len(whole) - directory
    if zip64:
        at = len(whole)
        whole += struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, len(parts), len(parts), length, directory)
        whole += struct.pack("<4sIQI", b"PK\6\7", 0, at, 1)
    entries = len(parts) if count is None else count
    whole += struct.pack("<4sHHHHIIH", b"PK\5\6", disk, disk, entries & 0xFFFF, entries & 0xFFFF,
                         length if directory_size is None else directory_size,
                         directory if directory_offset is None else directory_offset, len(comment))
    return bytes(whole) + comment + after


def relationship(number, kind, target, links=LINKS):
    return f'<Relationship Id="rId{number}" Type="{links}/{kind}" Target="{target}"/>'


def relationships(inside):
    return f'{DECLARED}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def sheet_xml(rows, before="", after="", space=MAIN):
    return f'{DECLARED}<worksheet xmlns="{space}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def workbook_xml(sheets='<sheet name="Sheet1" sheetId="1" r:id="rId1"/>', before="", space=MAIN, links=LINKS):
    return f'{DECLARED}<workbook xmlns="{space}" xmlns:r="{links}">{before}<sheets>{sheets}</sheets></workbook>'


def parts_of(rows="", sheet=None, workbook=None, strings="", styles="", more_links=""):
    """The parts in a fixed order: types, links, workbook, the sheet; then strings, styles, the workbook's links."""
    links = relationship(1, "worksheet", "worksheets/sheet1.xml") + more_links
    parts = [Part("[Content_Types].xml", f'{DECLARED}<Types xmlns="{PACKAGE}/content-types"/>'),
             Part("_rels/.rels", relationships(relationship(1, "officeDocument", "xl/workbook.xml"))),
             Part("xl/workbook.xml", workbook or workbook_xml()),
             Part("xl/worksheets/sheet1.xml", sheet_xml(rows) if sheet is None else sheet)]
    if strings:
        links += relationship(2, "sharedStrings", "sharedStrings.xml")
        whole = strings if strings.startswith("<?xml") else f'{DECLARED}<sst xmlns="{MAIN}">{strings}</sst>'
        parts.append(Part("xl/sharedStrings.xml", whole))
    if styles:
        links += relationship(3, "styles", "styles.xml")
        parts.append(Part("xl/styles.xml", f'{DECLARED}<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'))
    parts.append(Part("xl/_rels/workbook.xml.rels", relationships(links)))
    return parts


WORKBOOK, SHEET = 2, 3


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def inline(where, text):
    return f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'


def text_row(number, texts, first="A"):
    """Cells of text from column `first` on; None leaves one empty, a str that begins with "<" is a cell's own XML
    in which {at} is its name."""
    cells = ""
    for column, text in enumerate(texts, ord(first)):
        at = f"{chr(column)}{number}"
        if text is not None:
            cells += text.replace("{at}", at) if text.startswith("<c ") else inline(at, text)
    return f'<row r="{number}">{cells}</row>'


HEADS = ("ល.រ", "គោត្តនាម និងនាម", "អក្សរឡាតាំង", "ភេទ", "ថ្ងៃខែឆ្នាំកំណើត", "ភូមិ", "លេខទូរស័ព្ទ", "ផ្សេងៗ")
PERSON = ("1", "សុខ ធារី", "SOK THEARY", "ស", "07/03/1990", None, "012345678", None)


def list_rows(*people):
    """The rows of a list of learners: the headings, and each person's cells."""
    return text_row(1, HEADS) + "".join(text_row(n, one) for n, one in enumerate(people or (PERSON,), 2))


def person(**changed):
    """PERSON with cells changed by the letter of their column: person(E="31/02/1990")."""
    cells = list(PERSON)
    for column, value in changed.items():
        cells[ord(column) - ord("A")] = value
    return cells


def number(text, style=""):
    return '<c r="{at}"' + (f' s="{style}"' if style else "") + f"><v>{text}</v></c>"


def formula(gave, of="A1"):
    return '<c r="{at}" t="str"><f>' + of + f"</f><v>{gave}</v></c>"


def error_value(text):
    return '<c r="{at}" t="e"><v>' + text + "</v></c>"


def truth(value):
    return '<c r="{at}" t="b"><v>' + value + "</v></c>"


DATE_STYLES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
