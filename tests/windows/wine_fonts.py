# SPDX-License-Identifier: GPL-3.0-or-later
"""The Khmer fonts as wine's own text needs them. Where a line begins with a mark, as one in a narrow field may, wine 8 looks
for the letter before it to put the mark on, reads before the beginning of the text and ends the program (GPOS_apply_lookup of
its gdi32, for an index of -1; Windows does not). So wine is given the same fonts without the table that places marks. Being
told to be of a later version, they are taken for what controls show; pages are drawn by Srok from the fonts beside it."""

import os
import struct
import subprocess
from pathlib import Path

FONTS = Path("/usr/share/fonts/truetype/khmeros")
NAMES = ("KhmerOSbattambang.ttf", "KhmerOSmuollight.ttf", "KhmerOSsiemreap.ttf")
HEAD_REVISION = 4  # where the table `head` holds the version, a fixed-point number of 32 bits
LATER = struct.pack(">HH", 100, 0)


def without_marks(font):
    """The bytes of a TrueType font without GPOS, of version 100."""
    kind, count = struct.unpack_from(">4sH", font)
    tables = [struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(count)]
    kept = [(tag, total, font[start:start + size]) for tag, total, start, size in tables if tag != b"GPOS"]
    power = len(kept).bit_length() - 1
    head = struct.pack(">4sHHHH", kind, len(kept), 16 << power, power, 16 * (len(kept) - (1 << power)))
    start, body = 12 + 16 * len(kept), b""
    for tag, total, table in kept:
        if tag == b"head":
            table = table[:HEAD_REVISION] + LATER + table[HEAD_REVISION + len(LATER):]
        head += struct.pack(">4sIII", tag, total, start + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return head + body


def give(prefix):
    """Puts them into the Windows of wine at `prefix`, and lets it end: what runs there already would not see them."""
    new = False
    for name in NAMES:
        there = prefix / "drive_c/windows/Fonts" / name
        there.parent.mkdir(exist_ok=True)
        font = without_marks((FONTS / name).read_bytes())
        if not there.exists() or there.read_bytes() != font:
            there.write_bytes(font)
            new = True
    if new:
        subprocess.run(["/usr/lib/wine/wineserver", "-w"], env=dict(os.environ, WINEPREFIX=str(prefix)), timeout=120,
                       check=False)
