# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures: photos of learners (tests/outside/photo_reader.cpp takes them as the form does), and pictures of codes."""
import struct
import zlib

from catalogue import honest, refused

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind, data, crc=None):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data) if crc is None else crc)


def png(width, height, depth=8, colour=2, data=None, interlaced=0, more=b"", end=True):
    """A picture of one grey; `data` the packed rows as they are to stand."""
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    if data is None:
        data = zlib.compress(b"".join(b"\0" + b"\x7f" * ((width * samples * depth + 7) // 8) for _ in range(height)), 9)
    palette = chunk(b"PLTE", bytes(range(256)) * 3) if colour == 3 else b""
    return (SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)) + more + palette +
            chunk(b"IDAT", data) + (chunk(b"IEND", b"") if end else b""))


def marker(code, data):
    return b"\xff" + bytes([code]) + struct.pack(">H", len(data) + 2) + data


def jpeg_header(width, height, parts=3):
    """A JPEG that says how large it is and has nothing to show."""
    frame = struct.pack(">BHHB", 8, height, width, parts) + b"".join(bytes([n + 1, 0x11, 0]) for n in range(parts))
    return (b"\xff\xd8" + marker(0xe0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + marker(0xdb, b"\0" + b"\1" * 64) + marker(0xc0, frame) +
            marker(0xda, bytes([parts]) + b"".join(bytes([n + 1, 0]) for n in range(parts)) + b"\0\x3f\0") + b"\0" * 40 + b"\xff\xd9")


def photo(title, make, said):
    refused("a photo: " + title, make if callable(make) else lambda: make, said, "photo.bin", "photo")


for place, word, prefix in (("photo", "photo", "photo"), ("code", "picture", "image")):
    def picture(title, make, said, word=word, place=place):
        refused(f"a picture of a {place}: {title}", make if callable(make) else lambda: make, said, "picture.bin", word)

    picture("an empty file", b"", f"{prefix}.not-png-or-jpeg")
    picture("a GIF", b"GIF89a" + bytes(60), f"{prefix}.not-png-or-jpeg")
    picture("an SVG", b"<svg xmlns='http://www.w3.org/2000/svg'/>", f"{prefix}.not-png-or-jpeg")
    picture("a HEIC", b"\0\0\0\x18ftypheic" + bytes(60), f"{prefix}.not-png-or-jpeg")
    picture("a PNG of 65,535 by 65,535", png(65_535, 65_535, data=zlib.compress(bytes(1000))), f"{prefix}.too-large maximum=20000000")
    picture("a PNG of four billion dots a row", png(0x7fffffff, 1, data=zlib.compress(bytes(1000))), f"{prefix}.damaged")
    picture("a PNG wider than a PNG can be", png(0xffffffff, 1, data=zlib.compress(bytes(1000))), f"{prefix}.damaged")
    picture("a PNG of no rows", png(10, 0, data=zlib.compress(b"")), f"{prefix}.damaged")
    picture("a JPEG of 65,500 by 65,500", jpeg_header(65_500, 65_500), f"{prefix}.too-large maximum=20000000")
    picture("a JPEG of no rows", jpeg_header(100, 0), f"{prefix}.damaged")
    picture("nine megabytes", lambda: png(1000, 1000) + bytes(9 << 20), f"{prefix}.too-large maximum=8388608")
    picture("a PNG cut in its middle", lambda: png(700, 900)[:-60], f"{prefix}.damaged")
    picture("a PNG with a wrong checksum", lambda: png(700, 900).replace(b"IDAT", b"IDAX", 1), f"{prefix}.damaged")
    picture("a PNG whose rows are too few", png(700, 900, data=zlib.compress(bytes(5000))), f"{prefix}.damaged")
    picture("a PNG of rows that are no deflate", png(700, 900, data=b"\xff" * 600), f"{prefix}.damaged")
    picture("a PNG without an end or a picture", SIGNATURE, f"{prefix}.damaged")
    picture("a JPEG with nothing behind its head", jpeg_header(700, 900)[:-45], f"{prefix}.damaged")
    picture("a JPEG of two kinds of colour", jpeg_header(700, 900, 2), f"{prefix}.damaged")

photo("a picture that shows nobody", png(20, 30), "photo.too-small")
refused("a picture of a code: a wall", lambda: png(300, 300), "code.not-found kind=picture", "picture.bin", "picture")
refused("a picture of a code: a PDF of two hundred megabytes", lambda: b"%PDF-1.7\n" + bytes(200 << 20), "file.too-large maximum=134217728",
        "picture.bin", "picture")
refused("a picture of a code: a PDF without one", lambda: b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF", "code.not-found kind=pdf", "picture.bin", "picture")

# Honest ones, each a photo of the shape and size that is kept, and of nothing else than its pixels.
for title, make in [
        ("a plain PNG", lambda: png(700, 1000)),
        ("a PNG of 16 bits a colour", lambda: png(700, 1000, depth=16)),
        ("a grey PNG of one bit", lambda: png(700, 1000, depth=1, colour=0)),
        ("a PNG with a palette", lambda: png(700, 1000, colour=3)),
        ("a PNG one can see through", lambda: png(700, 1000, colour=6)),
        ("a PNG with a text and a place in it", lambda: png(700, 1000, more=chunk(b"tEXt", b"Comment\0GPS 13.1N 103.2E") + chunk(b"eXIf", b"II*\0GPS"))),
        ("a PNG of twenty megapixels", lambda: png(4000, 5000))]:
    honest(f"a photo that is {title}", make, "a photo", "photo.bin", "photo")
