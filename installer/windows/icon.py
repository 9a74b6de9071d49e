#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""icon.py DRAWING.svg OUT.ico: the drawing in the sizes that Windows asks of a program's icon."""
import struct
import subprocess
import sys

SIZES = (16, 24, 32, 48, 64, 256)


def main(drawing, out):
    pictures = [subprocess.run(["rsvg-convert", "-w", str(size), "-h", str(size), drawing], check=True, capture_output=True).stdout
                for size in SIZES]
    at = 6 + 16 * len(SIZES)
    head = struct.pack("<HHH", 0, 1, len(SIZES))
    for size, picture in zip(SIZES, pictures):
        side = size % 256  # 0 says 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    with open(out, "wb") as file:
        file.write(head + b"".join(pictures))


if __name__ == "__main__":
    main(*sys.argv[1:])
