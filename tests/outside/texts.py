# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists as text: encodings that are none, quotes that never close, and more than a list can hold."""
from catalogue import refused

HEAD = "ល.រ,គោត្តនាម និងនាម,ភេទ,ថ្ងៃខែឆ្នាំកំណើត"
GOOD = f"{HEAD}\n1,សុខ ធារី,ស,07/03/1990\n"


def csv(title, content, said, name="list.csv"):
    refused(title, content if callable(content) else lambda: content if isinstance(content, bytes) else content.encode(), said, name)


csv("letters of Latin-1", b"nom,sexe,name\n\xe9t\xe9,F,x\n", "file.encoding byte=14")
csv("letters of Windows' Thai", "ชื่อ,เพศ\n".encode("cp874"), "file.encoding byte=0")
csv("UTF-8 cut within a letter", GOOD.encode() + "សុខ".encode()[:-1], "file.encoding byte")
csv("UTF-8 of a surrogate", GOOD.encode() + b"2,\xed\xa0\x80,x,\n", "file.encoding byte")
csv("UTF-8 spelled longer than it may be", GOOD.encode() + b"2,\xc0\xaf,x,\n", "file.encoding byte")
csv("UTF-8 beyond Unicode", GOOD.encode() + b"2,\xf5\x90\x80\x80,x,\n", "file.encoding byte")
csv("UTF-16 cut within a letter", GOOD.encode("utf-16")[:-1], "file.encoding")
csv("UTF-16 with half a pair", b"\xff\xfe" + "a,b\n".encode("utf-16-le") + b"\x3d\xd8\n\0", "file.encoding")
csv("UTF-32", GOOD.encode("utf-32"), "file.encoding")
csv("a byte of nothing in the text", GOOD.replace("ធារី", "\0").encode(), "file.not-a-spreadsheet looks-like=binary")
csv("a quote that never closes", GOOD + '2,"ចាន់ ដារ៉ា,ប,\n3,x\n', "file.damaged why=quote row=3")
csv("a field of two megabytes", lambda: (GOOD + "2," + "ក" * 700_000 + ",ប,\n").encode(), "file.too-big what=text cell=B3")
csv("four hundred columns", GOOD + "x," * 400 + "\n", "file.too-big what=columns maximum=300 cell=KO3")
csv("fifty thousand and one rows", lambda: (GOOD + "2,ចាន់ ដារ៉ា,ប,15/04/1988\n" * 50_000).encode(), "file.too-big what=rows maximum=50000 cell=A50001")
csv("three hundred megabytes of commas", lambda: b"," * (300 << 20), "file.too-big what=memory")
csv("no heading at all", "1,2\n3,4\n", "header.missing")
csv("blank lines", "\n\n\n", "header.missing")
csv("only the byte order mark", b"\xef\xbb\xbf", "header.missing")
csv("only blanks", "   \n  \n", "header.missing")
csv("names lost in a code page", "No,Name in Khmer,Sex,DOB\n1,??? ????,F,07/03/1990\n", "row refuse text.lost B2")
csv("a formula in a text file", GOOD.replace("សុខ ធារី", "=HYPERLINK(1)"), "row refuse cell.formula B2")
csv("a number that lost its digits", GOOD.replace("07/03/1990", "1.2E+11"), "row refuse date.unreadable D2")
csv("months first in a text file", GOOD.replace("07/03", "07/23"), "row refuse date.month-first D2")
