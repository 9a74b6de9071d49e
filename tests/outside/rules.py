# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of rules and looks that a person edited: programmes' packs and returns' layouts (TOML), templates (SVG)."""
import base64
import pathlib

import pictures
from catalogue import honest, refused

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
PACK = (RESOURCES / "packs" / "literacy.toml").read_text(encoding="utf-8")
LAYOUT = (RESOURCES / "returns" / "month.toml").read_text(encoding="utf-8")


def pack(title, text, said):
    refused("a pack: " + title, text if callable(text) else lambda: text if isinstance(text, bytes) else text.encode(), said, "own.toml", "pack")


def with_text(whole, was, to):
    assert was in whole, was
    return whole.replace(was, to, 1)


OWN = with_text(PACK, 'version = "', 'version = "own-')
honest("a pack of the office's own", lambda: OWN.encode(), "a pack", "own.toml", "pack")
honest("a pack with Windows' line ends", lambda: OWN.replace("\n", "\r\n").encode(), "a pack", "own.toml", "pack")
honest("a layout as it was exported", lambda: LAYOUT.encode(), "a layout", "own.toml", "layout")
pack("an empty file", "", "pack.missing")
pack("a workbook", b"PK\3\4" + bytes(60), "pack.not-toml row=1")
pack("bytes that are no UTF-8", OWN.encode() + b"\n# \xff\xfe\n", "pack.not-toml row")
pack("a line that is none", OWN + "\nhello\n", "pack.not-toml row")
pack("a key twice", with_text(OWN, "programme =", 'programme = "a"\nprogramme ='), "pack.not-toml row")
pack("a key nobody knows", "colour = \"red\"\n" + OWN, "pack.unknown-key key=colour row=1")
pack("a text that never ends", OWN + '\n[a]\nb = """', "pack.not-toml row")
pack("brackets without end", "a = " + "[" * 30_000, "pack.not-toml row=1")
pack("tables within tables without end", "[" + ".".join("a" * 5_000) + "]\nb = 1\n", "pack.unknown-key row=1")
pack("a number without end", with_text(OWN, "decimals = ", "decimals = 9" + "9" * 400 + " #"), "pack.not-toml row")
pack("a binary fraction for a mark", with_text(OWN, 'version = "', 'weight = 0.1\nversion = "'), "pack.unknown-key key=weight row")
pack("twenty megabytes", lambda: OWN.encode() + b"#" * (20 << 20), "file.too-large maximum=65536")
pack("a byte of nothing", OWN.encode() + b"\n# \0\n", "pack.not-toml row")


def layout(title, text, said):
    refused("a layout: " + title, lambda: text if isinstance(text, bytes) else text.encode(), said, "own.toml", "layout")


layout("an empty file", "", "layout.missing")
layout("a line that is none", LAYOUT + "\nhello\n", "layout.not-toml row")
layout("a key nobody knows", "colour = 1\n" + LAYOUT, "layout.unknown-key key=colour row=1")
layout("brackets without end", "a = " + "[" * 100_000, "layout.not-toml row=1")
layout("bytes that are no UTF-8", LAYOUT.encode() + b"\n\xff\n", "layout.not-toml row")

TEMPLATE = (RESOURCES / "templates" / "certificate-completion.svg").read_text(encoding="utf-8")
CLOSING = "</svg>"


def template(title, text, said):
    refused("a template: " + title, text if callable(text) else lambda: text if isinstance(text, bytes) else text.encode(), said, "own.svg", "template")


def drawn(xml):
    """The shipped certificate with something more on it."""
    at = TEMPLATE.rindex(CLOSING)
    return TEMPLATE[:at] + xml + TEMPLATE[at:]


honest("the template as it was exported", lambda: TEMPLATE.encode(), "a template", "own.svg", "template")
honest("a template with a small drawing more", lambda: drawn('<g opacity="0.5"><path d="M1 1 L9 9 z"/></g>').encode(), "a template", "own.svg", "template")
honest("a template with a comment", lambda: drawn("<!-- ours -->").encode(), "a template", "own.svg", "template")
template("an empty file", "", "template.not-svg")
template("a page", "<html/>", "template.not-svg")
template("cut in the middle", TEMPLATE[:len(TEMPLATE) // 2], "template.not-svg")
template("a program", drawn("<script>alert(1)</script>"), "template.unsupported what=element script row")
template("a page within", drawn("<foreignObject/>"), "template.unsupported what=element foreignObject row")
template("a picture from the network", drawn('<image href="http://192.0.2.1/a.png"/>'), "template.unsupported row")
template("a picture from the disk", drawn('<image href="file:///etc/passwd"/>'), "template.unsupported row")
template("a filter", drawn('<g filter="url(#a)"/>'), "template.unsupported row")
template("a drawing within itself", drawn('<g id="me"><use href="#me"/></g>'), "template.unsupported what=element within itself row")
template("a billion uses", drawn("<defs><g id='a0'><rect/></g>" + "".join(
    f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 10 + "</g>" for n in range(1, 12)) + "</defs><use href='#a11'/>"),
    "template.unsupported what=number of elements row")
template("fifty thousand elements deep", drawn("<g>" * 50_000 + "</g>" * 50_000), "template.unsupported what=element within itself row")
template("a gradient of itself", drawn('<defs><linearGradient id="q" href="#q"/></defs><rect width="3" height="3" fill="url(#q)"/>'),
         "template.unsupported what=gradient that refers to itself row")
template("what is not there", drawn('<use href="#nothing"/>'), "template.missing-reference id=nothing row")
template("a font nobody has", drawn('<text font-family="Comic Sans MS">a</text>'), "template.unknown-font row")
template("a picture that is a bomb", drawn('<image width="9" height="9" href="data:image/png;base64,' + base64.b64encode(
    pictures.png(65_535, 65_535, data=b"x")).decode() + '"/>'), "image.too-large maximum=20000000 row")
template("a path of nothing", drawn('<path d="M1 1 Q"/>'), "template.unsupported row")
template("numbers beyond all measure", drawn('<path d="M1e999 1 L2 2"/>'), "template.unsupported row")
template("thirty megabytes", lambda: drawn("<!--" + "x" * (30 << 20) + "-->").encode(), "template.too-large maximum=8")
template("a word nobody fills", TEMPLATE.replace("{{name_km}}", "{{nmae_km}}"), "template.unknown-placeholder row")
