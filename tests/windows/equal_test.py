#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What srokctl.exe makes is what srokctl makes: offices, pages, workbooks and codes.

    equal_test.py SROKCTL SROKCTL.EXE

One small sample office is made by each program, from the same seed, in a folder with a Khmer name, with a Khmer folder
for what is temporary. Pages are compared pixel for pixel, workbooks cell for cell and style for style, and each program
must believe what the other has signed.
"""
import contextlib
import filecmp
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import openpyxl

WINE = Path(__file__).resolve().parents[2] / "installer/windows/wine.sh"
MONTH = "2025-12"
LINUX = EXE = None


def slashes(said):
    """A file as Windows names it, as it is named here."""
    if isinstance(said, dict):
        return {name: slashes(value) for name, value in said.items()}
    if isinstance(said, list):
        return [slashes(value) for value in said]
    if isinstance(said, str) and "\\" in said:
        return said.removeprefix("Z:").removeprefix("z:").replace("\\", "/")
    return said


class Program:
    def __init__(self, command, temporary):
        self.command = command
        temporary.mkdir()
        # Wine's program has the temporary folder of its own person there, whose name is Khmer, too (wine.sh).
        self.environment = os.environ | {"TMPDIR": str(temporary)}

    def run(self, *words, ends=(0,)):
        done = subprocess.run([*self.command, "--json", *map(str, words)], stdin=subprocess.DEVNULL, capture_output=True,
                              env=self.environment, check=False)
        said = done.stdout.decode("utf-8")  # strictly: a broken letter is a failure
        if done.returncode not in ends:
            raise AssertionError(f"{self.command[-1]} {' '.join(map(str, words))}\nended with {done.returncode}:\n{said}"
                                 f"{done.stderr.decode('utf-8', 'replace')}")
        return slashes(json.loads(said))


def pictures(page, folder):
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", "150", page, folder / "page"], check=True)
    return sorted(folder.iterdir())


def cells(workbook):
    """Every cell of every sheet: its place, its value and how it looks."""
    found = {}
    for sheet in openpyxl.load_workbook(workbook):
        for row in sheet.iter_rows():
            for cell in row:
                look = (cell.number_format, repr(cell.font), repr(cell.fill), repr(cell.border), repr(cell.alignment))
                found[sheet.title, cell.coordinate] = (cell.value, look)
    return found


def rows(office):
    """All that stands in an office file, table by table."""
    with contextlib.closing(sqlite3.connect(f"file:{office}?mode=ro", uri=True)) as file:
        tables = [name for name, in file.execute("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name")]
        return {name: sorted(file.execute(f'SELECT * FROM "{name}"'), key=repr) for name in tables}


class Equal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory(prefix="srok-ស្មើ-")
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = Path(temporary.name) / "ការិយាល័យ អប់រំ"
        cls.folder.mkdir()
        cls.programs = {"linux": Program([LINUX], cls.folder / "បណ្ដោះអាសន្ន ក"),
                        "windows": Program([WINE, EXE] if EXE.endswith(".exe") else [EXE], cls.folder / "បណ្ដោះអាសន្ន ខ")}
        cls.made = {}
        for name, program in cls.programs.items():
            cls.made[name] = cls.folder / f"ស្រុក {name}.srok"
            program.run("demo", cls.made[name], "--learners", 80)
        # What comes next is signed and dated: both begin from the very same file.
        cls.offices = {}
        for name in cls.programs:
            cls.offices[name] = cls.folder / f"ថ្មគោល {name}.srok"
            shutil.copy(cls.made["linux"], cls.offices[name])
        cls.group = next(one["id"] for one in cls.programs["linux"].run("class", cls.offices["linux"], "list")["classes"]
                         if one["status"] in ("closed", "approved") and
                         any(learner["eligible"] for learner in
                             cls.programs["linux"].run("eligible", cls.offices["linux"], one["id"])["learners"]))

    def test_the_same_seed_makes_the_same_office(self):
        offices = [rows(self.made[name]) for name in self.programs]
        self.assertEqual(*(list(office) for office in offices))
        # The same page is packed into other bytes by another zlib, and the chains say what the bytes were.
        packed = {"audit", "audit_change", "certificate_document", "certificate_link"}
        for table in offices[0].keys() - packed:
            # The first row that differs, and no more: telling two long lists apart takes minutes.
            unlike = next((pair for pair in zip(*(office[table] for office in offices)) if pair[0] != pair[1]), None)
            self.assertIsNone(unlike, table)
        for table in offices[0]:
            self.assertEqual(*(len(office[table]) for office in offices), table)
        pages = []
        for name in self.programs:
            with contextlib.closing(sqlite3.connect(f"file:{self.made[name]}?mode=ro", uri=True)) as file:
                pages.append(self.folder / f"ចាំ {name}.pdf")
                pages[-1].write_bytes(file.execute("SELECT pdf FROM certificate_document ORDER BY rowid LIMIT 1").fetchone()[0])
        self.same_pages(*pages)

    def test_what_is_asked_is_answered_alike(self):
        for words in (("find", None, "សុខ"), ("find", None, "sok"), ("class", None, "list"), ("results", None, self.group),
                      ("return", None, "figures", MONTH), ("duplicates", None), ("check", None)):
            with self.subTest(words=words):
                asked = {name: program.run(words[0], self.made["linux"], *words[2:])
                         for name, program in self.programs.items()}
                self.assertEqual(asked["linux"], asked["windows"])

    def test_the_list_of_results_is_the_same_page_and_the_same_workbook(self):
        out = {name: self.folder / f"លទ្ធផល {name}" for name in self.programs}
        for name, program in self.programs.items():
            out[name].mkdir()
            for ending in ("pdf", "xlsx"):
                program.run("results", self.made["linux"], self.group, "--out", out[name] / f"បញ្ជី.{ending}")
        self.same_pages(*(out[name] / "បញ្ជី.pdf" for name in self.programs))
        self.same_cells(*(out[name] / "បញ្ជី.xlsx" for name in self.programs))

    def test_certificates_are_the_same_pages_and_each_program_believes_the_others_codes(self):
        issued = {}
        for name, program in self.programs.items():
            out = self.folder / f"វិញ្ញាបនបត្រ {name}"
            issued[name] = program.run("certificate", self.offices[name], "issue", self.group, "--out", out)["issued"]
        self.assertEqual([one["serial"] for one in issued["linux"]], [one["serial"] for one in issued["windows"]])
        self.assertGreater(len(issued["linux"]), 0)
        other = {"linux": "windows", "windows": "linux"}
        for name, certificates in issued.items():
            for certificate in certificates[:2]:
                for what in (certificate["code"], certificate["file"]):
                    said = self.programs[other[name]].run("verify", what, "--office", self.offices[name])
                    self.assertEqual((said["verdict"], said["serial"]), ("genuine", certificate["serial"]))
                spoiled = certificate["code"][:-1] + ("A" if certificate["code"][-1] != "A" else "B")
                said = self.programs[other[name]].run("verify", spoiled, "--office", self.offices[name], ends=(0, 1, 2, 3))
                self.assertNotEqual(said.get("verdict"), "genuine")
        for linux, windows in zip(issued["linux"], issued["windows"]):
            if linux["code"] == windows["code"]:  # both issued on one day, as nearly always
                self.same_pages(Path(linux["file"]), Path(windows["file"]))
        # One issued here is the same on the other system.
        again = {}
        for name, program in self.programs.items():
            copy = self.folder / f"ចម្លង {name}.srok"
            shutil.copy(self.offices["linux"], copy)
            again[name] = self.folder / f"ម្ដងទៀត {name}.pdf"
            program.run("certificate", copy, "reprint", issued["linux"][0]["serial"], "--reason", "បាត់", "--out", again[name])
        self.same_pages(*again.values())

    def test_returns_say_the_same_and_each_province_receives_the_others(self):
        sent = {}
        for name, program in self.programs.items():
            office = self.folder / f"សម្រាប់ផ្ញើ {name}.srok"
            shutil.copy(self.made["linux"], office)
            sent[name] = self.folder / f"ផ្ញើ {name}" / f"0202_{MONTH}_v1.xlsx"
            sent[name].parent.mkdir()
            program.run("return", office, "build", MONTH, "--out", sent[name])
        self.same_cells(*sent.values(), but_signed=True)
        other = {"linux": "windows", "windows": "linux"}
        for name, file in sent.items():
            province = self.folder / f"ខេត្ត {name}.srok"
            above = self.programs[other[name]]
            above.run("new", province, "--area", "02")
            self.assertEqual(above.run("return", province, "receive", file)["received"][0]["verdict"], "verified")

    def test_a_backup_of_one_system_is_restored_on_the_other(self):
        other = {"linux": "windows", "windows": "linux"}
        for name, program in self.programs.items():
            stick = self.folder / f"ថាស {name}"
            stick.mkdir()
            office = self.folder / f"បម្រុង {name}.srok"
            shutil.copy(self.made["linux"], office)
            program.run("backup", office, stick)
            backup = next(file for file in sorted(stick.rglob("*")) if file.is_file() and file.suffix not in (".txt", ""))
            restored = self.folder / f"ត្រឡប់មក {name}.srok"
            self.programs[other[name]].run("restore", backup, restored)
            self.assertEqual(rows(restored)["learner"], rows(office)["learner"])

    def same_pages(self, one, two):
        with tempfile.TemporaryDirectory() as folder:
            first, second = pictures(one, Path(folder) / "1"), pictures(two, Path(folder) / "2")
            self.assertEqual(len(first), len(second))
            self.assertGreater(len(first), 0)
            for a, b in zip(first, second):
                self.assertTrue(filecmp.cmp(a, b, shallow=False), f"{one.name}: {a.name} differs")

    def same_cells(self, one, two, but_signed=False):
        """BUT_SIGNED: when it was built, and what was signed of that, may differ."""
        first, second = cells(one), cells(two)
        self.assertEqual(first.keys(), second.keys())
        self.assertGreater(len(first), 20)
        different = {place: (first[place], second[place]) for place in first if first[place] != second[place]}
        if but_signed:
            self.assertLess(len(different), 12, different)
            for place, (there, here) in different.items():
                self.assertEqual(there[1], here[1], place)
                self.assertEqual(type(there[0]), type(here[0]), place)
        else:
            self.assertEqual(dict(list(different.items())[:3]), {})


if __name__ == "__main__":
    LINUX, EXE = (str(Path(word).resolve()) for word in sys.argv[1:3])
    unittest.main(argv=sys.argv[:1], verbosity=2)
