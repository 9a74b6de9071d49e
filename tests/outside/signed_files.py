# SPDX-License-Identifier: GPL-3.0-or-later
"""What other offices sign - transfers, parcels, returns, key lists, blocks of numbers, codes - cut, changed, swollen, or
signed by somebody who knows the format. The honest ones are made by srokctl; the forger's are made here."""
import base64
import ctypes
import hashlib
import json
import sqlite3
import subprocess

from catalogue import honest, refused
from zips import make_zip, parts_of, relationship, sheet_xml, text_row, workbook_xml, Part

ZSTD = ctypes.CDLL("libzstd.so.1")
SODIUM = ctypes.CDLL("libsodium.so.23")
for function, result, *arguments in (
        ("ZSTD_compress", ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int),
        ("ZSTD_decompress", ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t),
        ("ZSTD_compressBound", ctypes.c_size_t, ctypes.c_size_t)):
    getattr(ZSTD, function).restype, getattr(ZSTD, function).argtypes = result, arguments


def pack(text, level=19):
    text = text.encode() if isinstance(text, str) else text
    into = ctypes.create_string_buffer(ZSTD.ZSTD_compressBound(len(text)))
    size = ZSTD.ZSTD_compress(into, len(into), text, len(text), level)
    return into.raw[:size]


def unpack(frame):
    into = ctypes.create_string_buffer(4 << 20)
    size = ZSTD.ZSTD_decompress(into, len(into), frame, len(frame))
    return into.raw[:size]


def digest(data):
    return hashlib.blake2b(data, digest_size=32).digest()


class Forger:
    """Knows the formats and has a key of his own."""

    def __init__(self):
        self.public, self.secret = ctypes.create_string_buffer(32), ctypes.create_string_buffer(64)
        SODIUM.crypto_sign_seed_keypair(self.public, self.secret, b"\7" * 32)

    @property
    def key(self):
        return self.public.raw.hex()

    def sign(self, message):
        signature = ctypes.create_string_buffer(64)
        SODIUM.crypto_sign_detached(signature, None, message, ctypes.c_ulonglong(len(message)), self.secret)
        return signature.raw.hex()


FORGER = Forger()


def around(text, first=b"SROK-TRANSFER 2\n"):
    """The text in a file whose digest is right."""
    frame = pack(text)
    return first + digest(frame) + frame


def canonical(document):
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def add_files(srokctl, folder):
    def run(*words):
        done = subprocess.run([srokctl, *map(str, words), "--json"], capture_output=True, check=False)
        assert done.returncode in (0, 1), (words, done.stdout, done.stderr)
        return json.loads(done.stdout)

    sample, centre, district, province = (folder / f"{name}.srok" for name in ("sample", "school", "sender", "head"))
    run("demo", sample, "--learners", 60)
    run("new", centre, "--area", "0202", "--institution", "S1", "--name", "សាលា")
    run("new", district, "--area", "0203")
    run("new", province, "--area", "02")
    people = folder / "people.csv"
    people.write_text("គោត្តនាម និងនាម,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\nសុខ ធារី,ស,07/03/1990\n", encoding="utf-8")
    run("import", district, "learners", people)
    number = run("find", district, "សុខ")["learners"][0]["number"]
    made = {name: folder / name for name in ("one.srokt", "one.srokp", "one.xlsx", "other.xlsx", "one.keys", "one.srokb")}
    run("transfer", district, "out", number, "--out", made["one.srokt"])
    run("parcel", sample, "out", 1, "--out", made["one.srokp"])
    run("return", district, "build", "2025-12", "--out", made["one.xlsx"])
    run("keys", province, "export", "--out", made["one.keys"])
    run("serials", province, "give", "0202", "--count", 50, "--out", made["one.srokb"])
    serial = run("certificate", sample, "register")["certificates"][0]["serial"]
    transfers(made["one.srokt"].read_bytes())
    parcels(made["one.srokp"].read_bytes())
    returns(made["one.xlsx"].read_bytes())
    key_lists(made["one.keys"].read_text(encoding="utf-8"))
    blocks(made["one.srokb"].read_text(encoding="utf-8"))
    with sqlite3.connect(sample) as database:
        codes(database.execute("SELECT code FROM certificate WHERE serial = ?", (serial,)).fetchone()[0])


def flipped(data, at, bit=1):
    return data[:at] + bytes([data[at] ^ bit]) + data[at + 1:]


def transfers(whole):
    text = unpack(whole[48:]).decode()
    lines = text.splitlines(keepends=True)

    def case(title, make, said):
        refused("a transfer: " + title, make if callable(make) else lambda: make, said, "one.srokt", "transfer")

    honest("a transfer as it was written", lambda: whole, "1 learner", "one.srokt", "transfer")
    case("an empty file", b"", "transfer.not-srok")
    case("a PDF", b"%PDF-1.7", "transfer.not-srok")
    case("a parcel", b"SROK-PARCEL 1  \n" + bytes(64), "transfer.not-srok")
    case("of a later program", b"SROK-TRANSFER 3\n" + whole[16:], "transfer.newer version=3")
    case("cut near its end", whole[:-10], f"transfer.damaged what=compression byte={len(whole) - 10}")
    case("cut within its head", whole[:20], "transfer.damaged byte")
    case("a byte more", whole + b"x", "transfer.damaged byte")
    case("a bit of the digest", flipped(whole, 20), "transfer.damaged what=digest byte")
    case("a bit in the middle", flipped(whole, len(whole) // 2), "transfer.altered row")
    case("no frame", whole[:16] + digest(b"hello") + b"hello", "transfer.damaged what=compression byte")
    case("two frames", lambda: whole[:16] + digest(whole[48:] * 2) + whole[48:] * 2, "transfer.damaged what=compression byte")
    case("eighty megabytes of blanks", lambda: around(b" " * (80 << 20)), "transfer.too-large")
    case("a megabyte of nothing", lambda: around(b"\n" * (1 << 20)), "transfer.too-large")
    case("thirty-three megabytes", lambda: b"SROK-TRANSFER 2\n" + b"x" * (33 << 20), "transfer.too-large")
    case("a frame that asks for a gigabyte", lambda: _framed(b"\x28\xb5\x2f\xfd\x00\xa0" + b"\1\0\0"), "transfer.damaged what=compression")
    case("brackets without end", lambda: around('{"book":' + "[" * 50_000 + "\n"), "transfer.altered row=1")
    case("no text", lambda: around(""), "transfer.damaged what=lines")
    case("no last line feed", lambda: around(text[:-1]), "transfer.damaged what=lines")
    case("a name of another", lambda: around(text.replace("សុខ ធារី", "សុខ វីរៈ")), "transfer.altered row")
    case("a line left out", lambda: around("".join(lines[:2] + lines[3:])), "transfer.altered row")
    case("a line twice", lambda: around("".join(lines[:3] + lines[2:])), "transfer.altered row")
    case("its last line left out", lambda: around("".join(lines[:-1])), "transfer.altered row")
    case("its chapter twice", lambda: around("".join([lines[0], *lines[1:-1], *lines[1:-1], lines[-1]])), "transfer.altered row")
    case("a blank more in a line", lambda: around(text.replace('{"book":', '{"book": ', 1)), "transfer.altered row=1")
    case("bytes that are no UTF-8", lambda: around(text.encode().replace("សុខ".encode(), b"\xff\xfe\xff", 1)), "transfer.altered row")


def _framed(frame):
    return b"SROK-TRANSFER 2\n" + digest(frame) + frame


def parcels(whole):
    text = unpack(whole[48:]).decode()
    lines = text.splitlines(keepends=True)
    first = whole[:16]

    def case(title, make, said):
        refused("a parcel: " + title, make if callable(make) else lambda: make, said, "one.srokp", "parcel")

    def reseal(change):
        """Signed again by somebody else, with what the change made of the lines."""
        rows = change([line for line in lines[:-1]])
        head = json.loads(rows[0])
        head["parcel"]["sender"]["key"] = FORGER.key
        rows[0] = canonical(head) + "\n"
        hashes = [digest(row.encode()) for row in rows]
        seal = {"seal": {"lines": [one.hex() for one in hashes],
                         "signature": FORGER.sign(b"SROK-PARCEL:" + digest(b"".join(hashes)))}}
        return around("".join(rows) + canonical(seal) + "\n", first)

    case("an empty file", b"", "parcel.not-srok")
    case("a transfer", b"SROK-TRANSFER 2\n", "parcel.not-srok")
    case("of a later program", b"SROK-PARCEL 2  \n" + whole[16:], "parcel.newer version=2")
    case("cut", whole[:-9], "parcel.damaged byte")
    case("a byte more", whole + b"x", "parcel.damaged")
    case("a bit in the middle", flipped(whole, len(whole) // 2), "parcel.damaged byte")
    case("a swollen text", lambda: around(b"\n" * (30 << 20), first), "parcel.damaged byte")
    case("a line left out", lambda: around("".join(lines[:3] + lines[4:]), first), "parcel.altered row")
    case("a line changed", lambda: around(text.replace('"sex":"f"', '"sex":"m"', 1), first), "parcel.altered row")
    case("two lines changed about", lambda: around("".join([lines[0], lines[2], lines[1], *lines[3:]]), first), "parcel.altered row")
    case("without its seal", lambda: around("".join(lines[:-1]), first), "parcel.altered row")
    case("signed anew with a row nobody knows", lambda: reseal(lambda rows: rows + ['{"wish":{}}\n']), "parcel.line row")
    case("signed anew with a line that is no JSON", lambda: reseal(lambda rows: rows + ["hello\n"]), "parcel.line row")
    case("signed anew with a field too many", lambda: reseal(
        lambda rows: [row.replace('{"institution":{', '{"institution":{"a":1,', 1) for row in rows]), "parcel.field row")
    refused("a parcel: for another file", lambda: whole, "parcel.another-office", "one.srokp", "parcel at the district")
    honest("a parcel as it was written", lambda: whole, "a parcel", "one.srokp", "parcel")


def returns(whole):
    import io
    import zipfile
    archive = zipfile.ZipFile(io.BytesIO(whole))

    def case(title, make, said):
        refused("a return: " + title, make, said, "one.xlsx", "check return" if said.startswith("verdict") else "return")

    def with_part(name, change):
        def make():
            parts = [Part(one, archive.read(one)) for one in archive.namelist()]
            for part in parts:
                if part.name == name:
                    part.content = change(part.content.decode())
            return make_zip(parts)
        return make

    sealed = next(name for name in archive.namelist() if name.startswith("xl/worksheets/") and b"SROK-RETURN" in archive.read(name))
    honest("a return as it was built", lambda: whole, "a return", "one.xlsx", "return")
    case("cut", lambda: whole[:-30], "file.damaged")
    case("a bit of a part", lambda: flipped(whole, len(whole) // 2), "file.damaged")
    case("a DOCTYPE in a sheet", with_part(sealed, lambda xml: xml.replace("<worksheet", "<!DOCTYPE w><worksheet", 1)), "file.doctype sheet=_srok byte")
    case("another archive", lambda: make_zip([Part("photo.jpg", b"x")]), "file.not-a-spreadsheet looks-like=zip")
    case("an old workbook", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file.xls")

    for title, make, said in (("a return", lambda: whole, "receipt.not-a-receipt"), ("cut", lambda: whole[:-30], "file.damaged"),
                              ("a PDF", lambda: b"%PDF-1.7", "file.not-a-spreadsheet looks-like=pdf"),
                              ("a list", lambda: make_zip(parts_of(text_row(1, ("a", "b")))), "verdict unsigned")):
        refused("a receipt: " + title, make, said, "receipt.xlsx", "receipt")

    def forged(text, packed=None, key=None, signature=None, first="SROK-RETURN 1"):
        text = text.encode() if isinstance(text, str) else text
        letters = base64.b64encode(pack(text, 1) if packed is None else packed).decode()
        cells = [first, key or FORGER.key, signature or FORGER.sign(b"SROK-RETURN:" + digest(text))]
        cells += [letters[at:at + 32_000] for at in range(0, len(letters), 32_000)]
        rows = "".join(text_row(number, (cell,)) for number, cell in enumerate(cells, 1))
        return make_zip(parts_of(sheet=sheet_xml(rows), workbook=workbook_xml('<sheet name="_srok" sheetId="1" r:id="rId1"/>')))

    head = ("SROK-RETURN 1\nlayout\tmonth 2026-1\noffice\t0203\nperiod\t2025-12\nversion\t1\n"
            "uid\t019a1e3e-7100-7444-8b6f-0cf461bd7bd3\nbuilt\t2026-01-02T03:04:05.000Z\n\n")
    line = "figures\tlearners\tall.total\tn\t3\n"
    good = head + line
    case("signed nonsense: no first line", lambda: forged("hello\n"), "verdict damaged return.damaged")
    case("signed nonsense: no office", lambda: forged(good.replace("0203", "3")), "verdict damaged return.damaged")
    case("signed nonsense: a version below one", lambda: forged(good.replace("version\t1", "version\t0")), "verdict damaged return.damaged")
    case("signed nonsense: a value twice", lambda: forged(good + line), "verdict damaged return.damaged")
    case("signed nonsense: a line without its end", lambda: forged(good[:-1]), "verdict damaged return.damaged")
    case("signed nonsense: a value of no kind", lambda: forged(good.replace("\tn\t3", "\tz\t3")), "verdict damaged return.damaged")
    case("a signature of another text", lambda: forged(good, signature=FORGER.sign(b"SROK-RETURN:" + digest(b"x"))), "verdict damaged return.damaged")
    case("a signature that is none", lambda: forged(good, signature="00" * 64), "verdict damaged return.damaged")
    case("a key that is none", lambda: forged(good, key="hello"), "verdict damaged return.damaged")
    case("a later program's text", lambda: forged(good, first="SROK-RETURN 2"), "verdict damaged return.damaged")
    case("a frame that is none", lambda: forged(good, packed=b"hello"), "verdict damaged return.damaged")
    case("a frame that is cut", lambda: forged(good, packed=pack(good)[:-3]), "verdict damaged return.damaged")
    case("a frame that asks for a window of a gigabyte", lambda: forged(good, packed=b"\x28\xb5\x2f\xfd\x00\xa0\1\0\0"), "verdict damaged return.damaged")
    case("a text that swells", lambda: forged(head + "x" * (200 << 20)), "verdict damaged file.too-big")
    case("line feeds without end", lambda: forged(head + "\n" * (30 << 20)), "verdict damaged file.too-big")
    case("two million values", lambda: forged(head + "".join(f"f\t{n}\t{n * 7919 % 2_000_003}\tn\t{n * 104729}\n" for n in range(2_000_000))),
         "verdict damaged file.too-big")


def key_lists(whole):
    lines = whole[:whole.index("seal\t")]

    def case(title, text, said):
        refused("a key list: " + title, text if callable(text) else lambda: text if isinstance(text, bytes) else text.encode(), said,
                "one.keys", "keys")

    def sealed(text):
        """As the forger would sign it, in the name of the list's own office."""
        return f"{text}seal\t{FORGER.key}\t{FORGER.sign(text.encode())}\n"

    honest("a key list as its province wrote it", lambda: whole.encode(), "a list", "one.keys", "keys")
    case("an empty file", "", "keys.not-a-list")
    case("words", "hello\n", "keys.not-a-list")
    case("only its first line", "SROK-KEYS 1\n", "keys.damaged")
    case("of a later program", whole.replace("SROK-KEYS 1", "SROK-KEYS 2"), "keys.newer version=2")
    case("cut", whole[:-1], "keys.damaged row")
    case("a byte more", whole + "\n", "keys.damaged row")
    case("another number", whole.replace("list\t02\t1\t", "list\t02\t9\t"), "keys.altered")
    case("Windows' line ends", whole.replace("\n", "\r\n"), "keys.not-a-list")
    case("a seal by a key that it does not list", sealed(lines), "keys.damaged row")
    case("an office of another province", sealed(lines.replace("office\t02\t", "office\t03\t")), "keys.damaged row")
    case("bytes of nothing", whole.encode()[:40] + bytes(90), "keys.damaged row")
    case("a hundred thousand lines", lambda: (lines + "office\t0202\ta\tb\n" * 100_000).encode(), "keys.damaged row")
    case("twenty megabytes", lambda: b"SROK-KEYS 1\n" + b"x" * (20 << 20), "file.too-large maximum=16777216")


def blocks(whole):
    def case(title, text, said):
        refused("a block: " + title, lambda: text.encode(), said, "one.srokb", "block")

    honest("a block as its province gave it", lambda: whole.encode(), "a block", "one.srokb", "block")
    case("an empty file", "", "block-file.not-srok")
    case("words", "hello\n", "block-file.not-srok")
    case("of a later program", whole.replace("SROK-BLOCK 1", "SROK-BLOCK 2"), "block-file.newer version=2")
    case("more numbers than were given", whole.replace("last 000050", "last 000500"), "block-file.altered")
    case("for another office", whole.replace("to 0202", "to 0203"), "block-file.altered")
    case("cut", whole[:-5], "block-file.altered")
    case("a line more", whole + "x\n", "block-file.altered")
    case("Windows' line ends", whole.replace("\n", "\r\n"), "block-file.altered")
    head = whole[:whole.index("key ")]
    forged = head + f"key {FORGER.key}\n"
    case("signed by nobody who may", forged.replace("from 02", "from 03") + f"signature {FORGER.sign(b'SROK-BLOCK:' + digest(forged.replace('from 02', 'from 03').encode()))}\n",
         "block-file.other-province")
    case("a block of numbers that run backwards", _block(head.replace("last 000050", "last 000000")), "serial.block-range")


def _block(head):
    text = head + f"key {FORGER.key}\n"
    return text + f"signature {FORGER.sign(b'SROK-BLOCK:' + digest(text.encode()))}\n"


BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def base45(data):
    text = ""
    for at in range(0, len(data), 2):
        value = int.from_bytes(data[at:at + 2], "big")
        for _ in range(3 if len(data) - at > 1 else 2):
            text += BASE45[value % 45]
            value //= 45
    return text


def codes(whole):
    """The text on a certificate, in a picture or typed: none of these is a file, so none has a place in one."""
    def case(title, text, said):
        refused("a code: " + title, lambda: text if isinstance(text, bytes) else text.encode(), said, "code.txt", "code")

    honest("a code as it stands on its paper", lambda: whole.encode(), "genuine", "code.txt", "code")
    case("nothing behind its name", "SROK1:", "verdict forged code.damaged")
    case("of a later program", whole.replace("SROK1:", "SROK2:"), "code.newer version=2")
    case("a letter changed", whole[:40] + ("A" if whole[40] != "A" else "B") + whole[41:], "verdict forged")
    case("cut", whole[:-3], "verdict forged code.damaged")
    case("a letter more", whole + "00", "verdict forged code.damaged")
    case("letters that are none of its own", "SROK1:" + whole[6:].lower(), "verdict forged code.damaged")
    case("nothing but brackets", "SROK1:" + base45(b"\x9f" * 300), "verdict forged code.damaged")
    case("a map of four billion", "SROK1:" + base45(b"\xba\xff\xff\xff\xff" + bytes(80)), "verdict forged code.damaged")
    case("a text of a terabyte", "SROK1:" + base45(b"\x7b" + (1 << 40).to_bytes(8, "big") + bytes(80)), "verdict forged code.damaged")
