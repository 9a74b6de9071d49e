#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/fuzz/corpus from the honest files of tests/outside and srokctl's own, small enough to be kept: what the
fuzzer begins from. usage: make_corpus.py SROKCTL"""
import hashlib
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "outside"))
import catalogue  # noqa: E402
import honest_lists  # noqa: E402,F401
import pictures  # noqa: E402
import rules  # noqa: E402
import signed_files  # noqa: E402
import zips  # noqa: E402

LARGEST = 12_000


def keep(reader, name, content):
    content = content.encode() if isinstance(content, str) else content
    if len(content) > LARGEST:
        print(f"{reader}/{name}: {len(content)} bytes, left out")
        return
    folder = HERE / "corpus" / reader
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


def forged_head(line):
    """The first line of a parcel or chapter, with the key that the fuzzer's reader signs by."""
    return re.sub(r'"key":"[0-9a-f]{64}"', f'"key":"{signed_files.FORGER.key}"', line, count=1)


def small_rows(rows):
    """The first of each kind that is not long."""
    kinds, small = set(), []
    for row in rows:
        kind = row.split(":", 1)[0]
        if kind not in kinds and len(row) < 5000:
            small.append(row)
        kinds.add(kind)
    return small


def main():
    srokctl = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        signed_files.add_files(srokctl, folder)
        for number, file in enumerate(f for f in catalogue.FILES if f.honest and f.word == "learners"):
            kind = "csv" if file.title.startswith("a text") else "archive"
            if number % 4 == 0 or kind == "csv":
                keep(kind, f"{number:02}", file.make())
        for number, said in enumerate(("a PNG", "a JPEG", "a grey")):
            for file in catalogue.FILES:
                if file.word == "photo" and said in file.title and len(file.make()) < LARGEST:
                    keep("photo", f"{number}-{len(file.title)}", file.make())
        keep("photo", "small.png", pictures.png(130, 190))
        keep("picture", "small.png", pictures.png(40, 40))
        keep("picture", "empty.pdf", b"%PDF-1.7\n1 0 obj\n<</Length 4>>\nstream\nabcd\nendstream\nendobj\ntrailer\n<<>>\n%%EOF")
        for title, row in (("plain", zips.person()), ("number", zips.person(E=zips.number("32939.75", "1"))),
                           ("formula", zips.person(B=zips.formula("a"))), ("error", zips.person(B=zips.error_value("#REF!"))),
                           ("truth", zips.person(B=zips.truth("1")))):
            keep("sheet", title, zips.sheet_xml(zips.list_rows(row), before='<cols><col min="1" max="2" hidden="1"/></cols>',
                                                after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'))
        keep("sheet", "shared", zips.sheet_xml('<row r="3"><c r="B3" t="s"><v>1</v></c><c t="s"><v>0</v></c></row>'))
        keep("strings", "plain", f'<sst xmlns="{zips.MAIN}"><si><t>សុខ_x000D_</t></si><si><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r>'
                                 '<rPh sb="0" eb="1"><t>x</t></rPh></si><si/></sst>')
        keep("styles", "plain", f'<styleSheet xmlns="{zips.MAIN}"><numFmts><numFmt numFmtId="164" formatCode="[$-453]d mmmm yyyy;@"/></numFmts>'
                                '<cellXfs><xf numFmtId="164"/><xf numFmtId="14"/><xf/></cellXfs></styleSheet>')
        code = next(f for f in catalogue.FILES if f.title == "a code as it stands on its paper").make()
        keep("code", "paper", code)
        keep("code", "behind", from_base45(code.decode()[6:]))
        text = signed_files.unpack((folder / "one.srokt").read_bytes()[48:]).decode().splitlines(keepends=True)
        keep("transfer", "file", (folder / "one.srokt").read_bytes())
        keep("transfer", "chapter", "".join([forged_head(text[1]), *text[2:-2]]))
        sample = folder / "sample.srok"
        number = subprocess.run([srokctl, "find", sample, ""], capture_output=True, text=True, check=True).stdout.splitlines()[1].split("\t")[0]
        subprocess.run([srokctl, "transfer", sample, "out", number, "--out", folder / "rich.srokt"], check=True, stdout=subprocess.DEVNULL)
        rich = signed_files.unpack((folder / "rich.srokt").read_bytes()[48:]).decode().splitlines(keepends=True)
        keep("transfer", "rich", "".join(small_rows([forged_head(rich[1]), *rich[2:-2]])))
        rows = signed_files.unpack((folder / "one.srokp").read_bytes()[48:]).decode().splitlines(keepends=True)
        small = small_rows([forged_head(rows[0]), *rows[1:-1]])
        keep("parcel", "rows", "".join(small))
        keep("parcel", "head", small[0])
        head = ("SROK-RETURN 1\nlayout\tmonth 2026-1\noffice\t0203\nperiod\t2025-12\nversion\t1\n"
                "uid\t019a1e3e-7100-7444-8b6f-0cf461bd7bd3\nbuilt\t2026-01-02T03:04:05.000Z\n\n")
        body = "figures\tlearners\tall.total\tn\t3\ncover\ta\tb\ts\tថ្មគោល\\n\\\\\nx\ty\tz\ta\t\n"
        keep("return", "text", head + body)
        keep("return", "packed", signed_files.pack(head + body))
        keep("pack", "literacy", rules.OWN)
        keep("pack", "skills", (rules.RESOURCES / "packs" / "skills.toml").read_bytes())
        keep("layout", "month", rules.LAYOUT)
        keep("svg", "small", '<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="60mm" viewBox="0 0 100 60"><defs><linearGradient id="g">'
             '<stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="red"/></linearGradient><clipPath id="c"><rect width="9" height="9"/></clipPath></defs>'
             '<g transform="rotate(3 1 2) scale(.5)" clip-path="url(#c)"><path d="M1 1C2 2 3 3 4 4a1 1 0 0 1 2 2zm1 1h3v3H1V2" fill="url(#g)" style="stroke:#000;stroke-width:.3"/>'
             '<circle r="3"/><ellipse rx="2" ry="1"/><polygon points="1,1 2,2 3,1"/></g><text x="5" y="20" font-size="6" data-width="40">{{name_km}} a<tspan fill="blue">b</tspan></text>'
             '<text x="5" y="30" font-size="5" data-width="20" data-lines="2">{{result}}</text><rect data-role="qr" x="70" y="30" width="20" height="20"/></svg>')
        listed = (folder / "one.keys").read_text(encoding="utf-8")
        keep("keys", "list", listed)
        keep("keys", "lines", relisted(listed[:listed.index("seal\t")]))
        given = (folder / "one.srokb").read_text(encoding="utf-8")
        keep("block", "file", given)
        keep("block", "lines", given[:given.index("key ")])
    total = sum(path.stat().st_size for path in (HERE / "corpus").rglob("*") if path.is_file())
    print(f"{total} bytes in {sum(1 for path in (HERE / 'corpus').rglob('*') if path.is_file())} files")
    return 0 if total < 300_000 else 1


def relisted(lines):
    """The list with the forger's key as its own office's."""
    key = signed_files.FORGER.key
    short = hashlib.blake2b(bytes.fromhex(key), digest_size=32).hexdigest()[:16]
    made = []
    for line in lines.splitlines(keepends=True):
        fields = line.split("\t")
        if fields[0] == "key":
            fields[2:4] = short, key
        made.append("\t".join(fields))
    return "".join(made)


def from_base45(text):
    data = b""
    for at in range(0, len(text), 3):
        group = [signed_files.BASE45.index(letter) for letter in text[at:at + 3]]
        value = sum(digit * 45 ** power for power, digit in enumerate(group))
        data += value.to_bytes(len(group) - 1, "big")
    return data


if __name__ == "__main__":
    sys.exit(main())
