#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbooks that an office hands over, part by part against the rules of ECMA-376 (transitional), which Excel is strict
about and LibreOffice is not: what each part holds and in which order, what refers to what, and that it is there.

    workbook_parts_test.py SROKCTL       a return, the province's workbook, and others of the sample office
    workbook_parts_test.py --self-test   proves that planted faults are found
"""
import io
import json
import posixpath
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

# The sequences of the schema (sml.xsd): CT_Worksheet, CT_Workbook, CT_Stylesheet.
ORDER = {
    "worksheet": """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
        scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting
        dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties
        cellWatches ignoredErrors smartTags drawing drawingHF legacyDrawing legacyDrawingHF picture oleObjects controls
        webPublishItems tableParts extLst""".split(),
    "workbook": """fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences
        definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr
        webPublishObjects extLst""".split(),
    "styleSheet": """numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst""".split(),
}
REPEATED = {"conditionalFormatting", "fileRecoveryPr", "webPublishObjects"}
CELL_TYPES = {"b", "d", "e", "inlineStr", "n", "s", "str"}


def column(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def cell(reference):
    found = re.fullmatch(r"\$?([A-Z]{1,3})\$?([1-9][0-9]*)", reference)
    assert found, reference
    place = column(found[1]), int(found[2])
    assert place[0] <= 16384 and place[1] <= 1048576, reference
    return place


def area(reference):
    first, _, last = reference.partition(":")
    (left, top), (right, bottom) = cell(first), cell(last or first)
    assert left <= right and top <= bottom, reference
    return left, top, right, bottom


class Package:
    def __init__(self, file):
        self.faults = []
        self.zip = zipfile.ZipFile(file)
        self.names = self.zip.namelist()
        self.fault("a part stands there twice", len(self.names) != len(set(self.names)))
        self.trees = {name: ET.fromstring(self.zip.read(name)) for name in self.names if name.endswith((".xml", ".rels", ".vml"))}

    def fault(self, words, is_so=True):
        if is_so:
            self.faults.append(words)

    def check(self):
        self.content_types()
        for name in self.names:
            if name.endswith(".rels"):
                self.relations(name)
        for name, tree in self.trees.items():
            kind = tree.tag.partition("}")[2]
            if kind in ORDER:
                self.order(name, tree, ORDER[kind])
        self.workbook()
        return self.faults

    def content_types(self):
        tree = self.trees["[Content_Types].xml"]
        defaults = {one.get("Extension").lower() for one in tree.findall(f"{{{TYPES}}}Default")}
        said = [one.get("PartName") for one in tree.findall(f"{{{TYPES}}}Override")]
        self.fault("[Content_Types].xml names a part twice", len(said) != len(set(said)))
        for part in said:
            self.fault(f"[Content_Types].xml names {part}, which is not there", part.lstrip("/") not in self.names)
        for name in self.names:
            known = "/" + name in said or name.rpartition(".")[2].lower() in defaults or name == "[Content_Types].xml"
            self.fault(f"{name} has no content type", not known)

    def relations(self, name):
        folder = posixpath.dirname(posixpath.dirname(name))
        ids = [one.get("Id") for one in self.trees[name]]
        self.fault(f"{name}: an id stands there twice", len(ids) != len(set(ids)))
        for one in self.trees[name]:
            if one.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join(folder, one.get("Target"))) if not one.get("Target").startswith("/") \
                else one.get("Target")[1:]
            self.fault(f"{name}: {one.get('Id')} leads to {target}, which is not there", target not in self.names)

    def related(self, part):
        rels = posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")
        found = {}
        for one in self.trees.get(rels, []):
            target = one.get("Target")
            found[one.get("Id")] = target[1:] if target.startswith("/") else \
                posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
        return found

    def order(self, name, tree, order):
        last, seen = -1, set()
        for child in tree:
            kind = child.tag.partition("}")[2]
            if kind not in order:
                self.fault(f"{name}: {kind} has no place in {tree.tag.partition('}')[2]}")
                continue
            self.fault(f"{name}: {kind} stands too late", order.index(kind) < last)
            self.fault(f"{name}: a second {kind}", kind in seen and kind not in REPEATED)
            last = max(last, order.index(kind))
            seen.add(kind)
        ids = self.related(name)
        for one in tree.iter():
            for attribute in ("id", "embed", "link"):
                said = one.get(f"{{{RELATION}}}{attribute}")
                self.fault(f"{name}: {said} has no relation", said is not None and said not in ids)

    def counted(self, name, tree):
        for one in tree.iter():
            said = one.get("count")
            if said is not None and one.tag != f"{{{MAIN}}}sst":
                self.fault(f"{name}: {one.tag.partition('}')[2]} says {said} and has {len(one)}", int(said) != len(one))

    def workbook(self):
        book = self.trees["xl/workbook.xml"]
        styles = self.trees["xl/styles.xml"]
        self.counted("xl/styles.xml", styles)
        groups = {kind: styles.findall(f"{{{MAIN}}}{kind}/*") for kind in
                  ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs")}
        for kind in ("cellStyleXfs", "cellXfs"):
            for at, xf in enumerate(groups[kind]):
                for attribute, group in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"),
                                         ("xfId", "cellStyleXfs")):
                    said = xf.get(attribute)
                    self.fault(f"styles: {kind} {at} names {attribute} {said}, which is not there",
                               said is not None and int(said) >= len(groups[group]))
        strings = self.trees.get("xl/sharedStrings.xml")
        count = 0 if strings is None else len(strings.findall(f"{{{MAIN}}}si"))
        if strings is not None:
            self.fault("sharedStrings: uniqueCount is another", int(strings.get("uniqueCount", count)) != count)
        sheets = book.find(f"{{{MAIN}}}sheets")
        names = [one.get("name") for one in sheets]
        for words in names:
            self.fault(f"a sheet cannot be called “{words}”", not words or len(words) > 31 or bool(re.search(r"[\[\]:*?/\\]", words))
                       or words.startswith("'") or words.endswith("'"))
        self.fault("two sheets are called alike", len({one.casefold() for one in names}) != len(names))
        ids = [one.get("sheetId") for one in sheets]
        self.fault("two sheets have one sheetId", len(set(ids)) != len(ids))
        self.fault("no sheet is shown", all(one.get("state", "visible") != "visible" for one in sheets))
        view = book.find(f"{{{MAIN}}}bookViews/{{{MAIN}}}workbookView")
        active = int(view.get("activeTab", 0)) if view is not None else 0
        self.fault("the sheet in front is hidden", active >= len(names) or sheets[active].get("state", "visible") != "visible")
        for one in book.iter(f"{{{MAIN}}}definedName"):
            local = one.get("localSheetId")
            self.fault(f"{one.get('name')} is of a sheet that is not there", local is not None and int(local) >= len(names))
            said = re.match(r"'((?:[^']|'')+)'!|([^'!]+)!", one.text or "")
            if said:
                sheet = said[2] or said[1].replace("''", "'")
                self.fault(f"{one.get('name')} speaks of “{sheet}”, which is no sheet", sheet not in names)
        targets = self.related("xl/workbook.xml")
        for one in sheets:
            part = targets.get(one.get(f"{{{RELATION}}}id"))
            if part not in self.trees:
                continue  # told as a relation that leads nowhere
            try:
                self.sheet(part, self.trees[part], count, len(groups["cellXfs"]), len(groups["dxfs"]))
            except AssertionError as wrong:
                self.fault(f"{part}: {wrong} is no cell")

    def sheet(self, part, tree, strings, formats, differences):
        last_row, merged = 0, []
        for row in tree.find(f"{{{MAIN}}}sheetData"):
            number = int(row.get("r"))
            self.fault(f"{part}: row {number} after row {last_row}", number <= last_row)
            last_row, last = number, 0
            for one in row:
                left, top = cell(one.get("r"))
                self.fault(f"{part}: {one.get('r')} stands in row {number}", top != number)
                self.fault(f"{part}: {one.get('r')} stands too late", left <= last)
                last = left
                self.value(part, one, strings, formats)
        for one in tree.iter(f"{{{MAIN}}}col"):
            self.fault(f"{part}: columns {one.get('min')} to {one.get('max')}", int(one.get("min")) > int(one.get("max")))
        for one in tree.iter(f"{{{MAIN}}}mergeCell"):
            here = area(one.get("ref"))
            self.fault(f"{part}: {one.get('ref')} is one cell", here[:2] == here[2:])
            for other in merged:
                self.fault(f"{part}: {one.get('ref')} lies over another merged area",
                           here[0] <= other[2] and other[0] <= here[2] and here[1] <= other[3] and other[1] <= here[3])
            merged.append(here)
        for kind, attribute in (("dimension", "ref"), ("autoFilter", "ref")):
            for one in tree.iter(f"{{{MAIN}}}{kind}"):
                area(one.get(attribute))
        for kind in ("conditionalFormatting", "dataValidation", "selection"):
            for one in tree.iter(f"{{{MAIN}}}{kind}"):
                for reference in (one.get("sqref") or "A1").split():
                    area(reference)
        for one in tree.iter(f"{{{MAIN}}}cfRule"):
            said = one.get("dxfId")
            self.fault(f"{part}: a rule names format {said}, which is not there", said is not None and int(said) >= differences)
        self.counted(part, tree)

    def value(self, part, one, strings, formats):
        place, kind = one.get("r"), one.get("t", "n")
        self.fault(f"{part}: {place} has the type {kind}", kind not in CELL_TYPES)
        style = int(one.get("s", 0))
        self.fault(f"{part}: {place} has format {style}, which is not there", style >= max(formats, 1))
        words = one.findtext(f"{{{MAIN}}}v")
        if kind == "s":
            self.fault(f"{part}: {place} names text {words}, which is not there", words is None or int(words) >= strings)
        if kind == "n" and words is not None:
            self.fault(f"{part}: {place} is no number: {words}", not re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", words))
        long = "".join(one.itertext())
        self.fault(f"{part}: {place} is longer than a cell holds", len(long) > 32767)
        self.fault(f"{part}: {place} is a formula", one.find(f"{{{MAIN}}}f") is not None)


def faults_of(file):
    return Package(file).check()


def asked(program, *words):
    done = subprocess.run([program, *map(str, words), "--json"], capture_output=True, check=False)
    assert done.returncode in (0, 1), (words, done.stderr.decode())
    return json.loads(done.stdout)


def workbooks(program, folder):
    """Every kind of workbook that leaves an office."""
    office, province = folder / "0202.srok", folder / "02.srok"
    asked(program, "demo", office, "--learners", 150)
    asked(program, "return", office, "declare", "2025-12", "rooms", 6, "--source", "ការរាប់", "--day", "2025-12-20", "--by", "លឹម សុភា")
    sent = folder / "return.xlsx"
    asked(program, "return", office, "build", "2025-12", "--out", sent)
    yield sent
    # Its classes have ended, and some findings are to be explained.
    yield folder / "semester.xlsx"
    asked(program, "return", office, "build", "2025-2026-S2", "--out", folder / "semester.xlsx")
    asked(program, "new", province, "--area", "02")
    received = asked(program, "return", province, "receive", sent)["received"][0]["id"]
    asked(program, "return", province, "accept", received)
    yield folder / "province.xlsx"
    asked(program, "return", province, "consolidate", "2025-12", "--out", folder / "province.xlsx")
    classes = [one["id"] for one in asked(program, "class", office, "list")["classes"] if one["status"] == "open"]
    for kind, period in (("learners", "2025-12"), ("attendance", "2025-12"), ("scores", "S1")):
        file = folder / f"{kind}.xlsx"
        asked(program, "sheet", office, kind, "--class", classes[0], "--period", period, "--out", file)
        yield file
    yield folder / "control.xlsx"
    asked(program, "certificate", office, "control-sheet", "--out", folder / "control.xlsx")


# What is planted into a good workbook: the part, what stands there, and what is put in its place.
PLANTED = [
    ("[Content_Types].xml", '<Override PartName="/xl/styles.xml"', '<Override PartName="/xl/other.xml"'),
    ("xl/worksheets/sheet1.xml", "<sheetData>", "<mergeCells/><sheetData>"),
    ("xl/worksheets/sheet1.xml", "<sheetData>", "<strange/><sheetData>"),
    ("xl/worksheets/sheet1.xml", '<c r="A1"', '<c r="A2"'),
    ("xl/worksheets/sheet1.xml", 't="s"><v>0</v>', 't="s"><v>9</v>'),
    ("xl/worksheets/sheet1.xml", "<v>12</v>", "<v>1,2</v>"),
    ("xl/worksheets/sheet1.xml", '<c r="B1"', '<c r="B1" s="99"'),
    ("xl/workbook.xml", 'name="A"', 'name="A/B"'),
    ("xl/workbook.xml", 'sheetId="1"', 'sheetId="1" state="hidden"'),
    ("xl/styles.xml", '<fonts count="1"', '<fonts count="2"'),
    ("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/sheet9.xml"),
]


def small_book(planted=None):
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="r"/><Default Extension="xml" ContentType="x"/>'
                               '<Override PartName="/xl/styles.xml" ContentType="s"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
                                      f'<Relationship Id="rId2" Type="{office}/styles" Target="styles.xml"/>'
                                      f'<Relationship Id="rId3" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>'
                         '<cellStyleXfs count="1"><xf fontId="0"/></cellStyleXfs><cellXfs count="1"><xf fontId="0" xfId="0"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="1" uniqueCount="1"><si><t>x</t></si></sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12</v></c></row></sheetData></worksheet>',
    }
    if planted:
        name, was, is_now = planted
        assert was in parts[name], planted
        parts[name] = parts[name].replace(was, is_now, 1)
    bytes_ = io.BytesIO()
    with zipfile.ZipFile(bytes_, "w") as book:
        for name, text in parts.items():
            book.writestr(name, text)
    return bytes_


def self_test():
    good = faults_of(small_book()) == []
    for planted in PLANTED:
        if not faults_of(small_book(planted)):
            print("not found:", planted)
            good = False
    if not good:
        print(faults_of(small_book()))
    return good


def lacks(file):
    """What a return must carry beside its values: colours that follow them, and a rule for the cells left open."""
    with zipfile.ZipFile(file) as book:
        sheets = b"".join(book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
    return [wanted.decode() for wanted in (b"<conditionalFormatting", b'type="textLength"', b"<autoFilter", b"<pane ")
            if wanted not in sheets]


def main(program):
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for file in list(workbooks(program, Path(folder))):
            for fault in faults_of(file) + (lacks(file) if file.name == "semester.xlsx" else []):
                print(f"{file.name}: {fault}")
                wrong += 1
            print(f"{file.name}: looked at")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit((0 if self_test() else 1) if sys.argv[1] == "--self-test" else main(sys.argv[1]))
