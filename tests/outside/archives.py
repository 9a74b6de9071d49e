# SPDX-License-Identifier: GPL-3.0-or-later
"""Archives that lie, and files that are no workbook whatever their name says."""
import random
import struct

from catalogue import refused
from zips import SHEET, WORKBOOK, Part, deflated, list_rows, make_zip, parts_of

SHEET_PART = "part=xl/worksheets/sheet1.xml"


def small():
    return parts_of(list_rows())


def changed(index=None, add=(), end=None, **changes):
    """The small list with one part changed, parts added, or another end."""
    def make():
        parts = small()
        for key, value in changes.items():
            setattr(parts[index], key, value)
        return make_zip(parts + [one(parts) if callable(one) else one for one in add], **(end or {}))
    return make


def whole():
    return make_zip(small())


def repeated(change):
    return lambda: change(whole())


# Sums and sizes that lie.
refused("a wrong checksum of the sheet", changed(SHEET, crc=1), f"file.damaged why=crc {SHEET_PART} sheet=Sheet1")
refused("a wrong checksum of the workbook", changed(WORKBOOK, crc=1), "file.damaged why=crc part=xl/workbook.xml")
refused("a local header with another checksum", changed(SHEET, local_crc=7), f"file.damaged why=header {SHEET_PART}")
for size in (0, 1, 100_000, 0xFFFFFFFE):
    refused(f"a part that says it is {size} bytes", changed(SHEET, size=size), f"file.{'too-big' if size > 200_000 else 'damaged'}")
for packed in (0, 5, 10_000, 0x7FFFFFFF):
    refused(f"a part that says it is packed in {packed} bytes", changed(SHEET, packed=packed), "file.damaged")
refused("a size that lies behind the data", changed(SHEET, size=10, descriptor=True), "file.damaged")
refused("packed bytes that are no deflate", changed(SHEET, raw=b"\xff" * 300), f"file.damaged {SHEET_PART}")
refused("packed bytes that stop early", lambda: _cut_stream(), f"file.damaged {SHEET_PART}")


def _cut_stream():
    parts = small()
    parts[SHEET].raw = deflated(parts[SHEET].bytes())[:-40]
    return make_zip(parts)


# Bombs.
refused("a part that swells ten thousandfold", lambda: changed(add=[Part("xl/media/bomb", bytes(5_000_000))])(),
        "file.too-big what=inflation maximum=100 part=xl/media/bomb")
refused("a part that swells just past what is free", changed(add=[Part("xl/media/blank", bytes(100 * 1024 + 1))]),
        "file.too-big what=inflation part=xl/media/blank")
refused("a sheet of four gigabytes of blanks", lambda: changed(SHEET, size=0xFFFFFFF0, content=b" " * 3_000_000)(), "file.too-big what=inflation")
refused("a sheet that is a bomb of rows", lambda: make_zip(parts_of("<row/>" * 900_000)), "file.too-big what=inflation")
refused("two hundred names for one packed part",
        changed(add=[Part(f"xl/{1000 + i}", same_as=SHEET) for i in range(200)]), "file.damaged why=overlap")
refused("a quine-like archive inside itself", changed(add=[Part("xl/again.zip", whole(), same_as=SHEET)]), "file.damaged why=overlap")
refused("five hundred and one parts", changed(add=[Part(f"x{i}", stored=True) for i in range(496)]),
        "file.too-big what=entries maximum=500")
refused("sixty thousand parts", lambda: changed(add=[Part(f"x{i}", stored=True) for i in range(60_000)])(),
        "file.too-big what=entries maximum=500")

# Names.
refused("two parts of one name", changed(add=[lambda parts: parts[SHEET]]), f"file.damaged why=duplicate-entry {SHEET_PART}")
refused("two parts whose names differ by case", changed(add=[Part("xl/worksheets/SHEET1.xml", "x")]),
        "file.damaged why=duplicate-entry part=xl/worksheets/SHEET1.xml")
for name in ("../evil.xml", "xl/../../evil", "/etc/passwd", "C:/evil", "xl\\evil.xml", "xl//evil", "./evil", "a\nb", "a\0b",
             "xl/<evil>", "", "x" * 300):
    refused(f"a part called {name[:20]!r}", changed(add=[Part(name, "x")]), "file.damaged why=entry-name")
refused("a local header with another name", changed(SHEET, local_name="xl/worksheets/sheet2.xml"),
        f"file.damaged why=header {SHEET_PART}")

# Structure.
refused("parts that lie over each other", changed(add=[Part("xl/worksheets/sheet2.xml", same_as=SHEET)]),
        "file.damaged why=overlap part=xl/worksheets/sheet2.xml")
refused("a header that stands beyond the file", changed(SHEET, offset=0x7FFFFFF0), "file.damaged why=header")
refused("a header that stands in the directory", changed(SHEET, offset=5), "file.damaged")
refused("a directory that counts one part", changed(end={"count": 1}), "file.damaged why=directory")
refused("a directory that counts too many", changed(end={"count": 65_000}), "file.damaged why=directory")
refused("a directory that begins at nothing", changed(end={"directory_offset": 0}), "file.damaged why=directory")
refused("a directory beyond the file", changed(end={"directory_offset": 0xFFFFFFF0}), "file.damaged why=directory")
refused("a directory of seven bytes", changed(end={"directory_size": 7}), "file.damaged why=directory")
refused("bytes before the archive", changed(end={"before": b"PK\3\4 junk"}), "file.damaged")
refused("bytes after the archive", changed(end={"after": b"junk"}), "file.damaged why=truncated")
refused("the first disk of two", changed(end={"disk": 1}), "file.damaged")
refused("two archives in one file", repeated(lambda one: one + one), "file.damaged")
refused("a zip64 end that points nowhere", lambda: _zip64_nowhere(), "file.damaged")
for cut in (4, 30, 500, -1, -22, -60):
    refused(f"a file cut at {cut}", repeated(lambda one, cut=cut: one[:cut]), "file.damaged")
refused("a file whose middle is zeros", repeated(lambda one: one[:400] + bytes(400) + one[800:]), "file.damaged")
for method in (1, 9, 12, 14, 93, 99):
    refused(f"a part packed by method {method}", changed(SHEET, method=method), f"file.damaged why=method {SHEET_PART}")
refused("an encrypted part", changed(SHEET, flags=1), f"file.encrypted {SHEET_PART}")
refused("a strongly encrypted part", changed(SHEET, flags=1 << 6), f"file.encrypted {SHEET_PART}")


def _zip64_nowhere():
    whole64 = make_zip(small(), zip64=True)
    at = whole64.rindex(b"PK\6\7")
    return whole64[:at + 8] + struct.pack("<Q", 0x7FFFFFFFFFFFFFFF) + whole64[at + 16:]


# The package.
refused("a workbook without its sheet", lambda: make_zip([p for p in small() if "sheet1" not in p.name]), "file.damaged why=part-missing")
refused("a workbook without its workbook", lambda: make_zip([p for p in small() if p.name != "xl/workbook.xml"]), "file.damaged why=part-missing")
refused("a workbook without links", lambda: make_zip(small()[:-1]), "file.damaged why=part-missing")
refused("a package without links", lambda: make_zip([p for p in small() if p.name != "_rels/.rels"]), "file.damaged why=part-missing part=_rels/.rels")

# Other programs' files under a list's name.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def wide(text):
    return text.encode("utf-16-le")


def one_part(name, content=b"x"):
    return lambda: make_zip([Part(name, content, stored=True)])


ODF = "application/vnd.oasis.opendocument."
KINDS = [
    ("an empty file", b"", "file.empty"),
    ("an old Excel file", OLE + wide("Workbook"), "file.xls"),
    ("an older Excel file yet", b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(90), "file.xls"),
    ("a workbook under a password", OLE + wide("EncryptionInfo") + wide("EncryptedPackage"), "file.encrypted"),
    ("an old Word file", OLE + wide("WordDocument"), "file.not-a-spreadsheet looks-like=doc"),
    ("a page saved as .xls", b"<html><body><table><tr><td>1</td></tr></table></body></html>", "file.html"),
    ("a page with a byte order mark", b"\xef\xbb\xbf<HTML><table>", "file.html"),
    ("a page in UTF-16", wide("\ufeff<html><table>"), "file.html"),
    ("a saved web archive", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "file.html"),
    ("an Excel 2003 XML sheet", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
     "file.not-a-spreadsheet looks-like=xml-2003"),
    ("a flat OpenDocument", b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument">', "file.ods"),
    ("a PDF", b"%PDF-1.7\n%\xe2\xe3", "file.not-a-spreadsheet looks-like=pdf"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(60), "file.not-a-spreadsheet looks-like=image"),
    ("a phone's picture", b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(60), "file.not-a-spreadsheet looks-like=image"),
    ("a text under a workbook's name", "ឈ្មោះ,ភេទ\nសុខ,ស\n".encode(), "file.csv"),
    ("bytes of nothing", bytes(range(256)) * 8, "file.not-a-spreadsheet looks-like=binary"),
    ("a program", b"\x7fELF\2\1\1" + bytes(200), "file.not-a-spreadsheet looks-like=program"),
    ("another packer's file", b"7z\xbc\xaf\x27\x1c\0\4" + bytes(100), "file.not-a-spreadsheet"),
    ("a gzip file", b"\x1f\x8b\x08\0\0\0\0\0\0\3" + bytes(60), "file.not-a-spreadsheet"),
    ("an office file of Srok", b"SQLite format 3\0" + bytes(4080), "file.not-a-spreadsheet"),
]
for title, content, said in KINDS:
    refused(title, lambda content=content: content, said)
refused("an OpenDocument sheet", one_part("mimetype", ODF + "spreadsheet"), "file.ods")
refused("an OpenDocument text", one_part("mimetype", ODF + "text"), "file.not-a-spreadsheet looks-like=odt")
refused("a binary workbook", one_part("xl/workbook.bin"), "file.xlsb")
refused("a Word file", one_part("word/document.xml"), "file.not-a-spreadsheet looks-like=docx")
refused("slides", one_part("ppt/presentation.xml"), "file.not-a-spreadsheet looks-like=pptx")
refused("a zip of photos", one_part("photo.jpg"), "file.not-a-spreadsheet looks-like=zip")
refused("an archive of nothing", lambda: make_zip([]), "file.not-a-spreadsheet looks-like=zip")
refused("rich text", lambda: b"{\\rtf1 hello}", "file.not-a-spreadsheet looks-like=rtf", name="list.csv")
refused("a SYLK file", lambda: b"ID;PWXL;N;E\n", "file.not-a-spreadsheet looks-like=sylk", name="list.csv")
refused("random bytes", lambda: b"\x01\x02" + random.Random(7).randbytes(3000), "file.not-a-spreadsheet looks-like=binary")
