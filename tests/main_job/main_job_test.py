#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays installer/main_job.py and reads what it made with other people's readers: Poppler, LibreOffice, openpyxl.

    main_job_test.py SROKCTL
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import openpyxl

JOB = Path(__file__).resolve().parents[2] / "installer/main_job.py"
SROKCTL = None


def run(*words, ends=(0,)):
    done = subprocess.run([str(word) for word in words], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          encoding="utf-8")
    if done.returncode not in ends:
        raise AssertionError(f"{words} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def srokctl(*words, ends=(0,)):
    return json.loads(run(SROKCTL, "--json", *words, ends=ends))


class MainJob(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.top = Path(cls.temporary.name).resolve()
        cls.folder = cls.top / "ការងារ main job"  # a name with Khmer letters and a blank must do
        cls.said = run("/usr/bin/python3", JOB, SROKCTL, cls.folder)
        cls.certificate = cls.named("A certificate")
        cls.sent = cls.named("The district's return")
        cls.workbook = cls.named("The province's workbook")
        cls.office = cls.folder / "thma-koul.srok"
        cls.province = cls.folder / "battambang.srok"

    @classmethod
    def named(cls, what):
        return Path(re.search(rf"^{what}: +(.+)$", cls.said, re.M)[1])

    def saved_again(self, workbook):
        """The workbook as LibreOffice writes it after opening it."""
        out = self.top / "again"
        run("soffice", f"-env:UserInstallation=file://{self.top}/libreoffice", "--headless", "--convert-to", "xlsx",
            "--outdir", out, workbook)
        return out / workbook.name

    def test_prints_where_the_three_documents_lie(self):
        for path in (self.certificate, self.sent, self.workbook):
            self.assertTrue(path.is_file(), path)

    def test_certificate_bears_its_serial_and_the_names_on_record(self):
        verdict = srokctl("verify", self.certificate, "--office", self.office)
        page = run("pdftotext", "-layout", self.certificate, "-")
        self.assertIn(verdict["serial"], page)
        self.assertIn(verdict["name_km"], page)

    def test_certificate_verifies_from_a_picture_of_its_page(self):
        picture = self.top / "page"
        run("pdftoppm", "-png", "-r", "150", "-singlefile", self.certificate, picture)
        self.assertEqual(srokctl("verify", picture.with_suffix(".png"), "--office", self.office)["verdict"], "genuine")

    def test_sample_district_says_on_its_certificates_that_it_is_one(self):
        page = next((self.folder / "sample-certificates").glob("*.pdf"))
        self.assertIn("SAMPLE", run("pdftotext", page, "-"))
        self.assertNotIn("SAMPLE", run("pdftotext", self.certificate, "-"))

    def test_every_code_with_one_changed_letter_is_refused(self):
        sample = self.top / "other.srok"
        srokctl("demo", sample, "--seed", "2")
        group = next(row["id"] for row in srokctl("class", sample, "list")["classes"] if row["status"] == "approved")
        codes = [row["code"] for row in srokctl("certificate", sample, "issue", group, "--out", self.top)["issued"]]
        self.assertTrue(codes)
        for place, code in enumerate(codes):
            self.assertEqual(srokctl("verify", code, "--office", sample)["verdict"], "genuine")
            at = len("SROK1:") + place * 7
            changed = code[:at] + ("A" if code[at] != "A" else "B") + code[at + 1:]
            said = srokctl("verify", changed, "--office", sample, ends=(1, 2))
            self.assertNotEqual(said.get("verdict"), "genuine", changed)

    def test_return_still_verifies_after_libreoffice_saved_it(self):
        again = srokctl("return", self.province, "check", self.saved_again(self.sent))
        self.assertEqual((again["verdict"], again["office"], again["period"]), ("verified", "0202", "2025-12"))

    def test_edited_figure_of_the_return_is_named(self):
        book = openpyxl.load_workbook(self.sent)
        sheet, cell = self.first_number(book)
        was = cell.value
        cell.value = was + 1
        edited = self.top / "edited.xlsx"
        book.save(edited)
        verdict = srokctl("return", self.province, "check", edited, ends=(1,))
        self.assertEqual(verdict["verdict"], "edited")
        self.assertEqual([(c["sheet"], c["cell"], float(c["was"]), float(c["is"])) for c in verdict["cells"]],
                         [(sheet.title, cell.coordinate, float(was), float(was + 1))])

    @staticmethod
    def first_number(book):
        for sheet in book:
            if sheet.sheet_state == "visible":
                for row in sheet.iter_rows():
                    for cell in row:
                        if isinstance(cell.value, int) and not sheet.column_dimensions[cell.column_letter].hidden:
                            return sheet, cell
        raise AssertionError("no visible figure")

    def test_province_workbook_still_verifies_after_libreoffice_saved_it(self):
        again = srokctl("return", self.province, "check", self.saved_again(self.workbook))
        self.assertEqual((again["verdict"], again["office"], again["period"]), ("verified", "02", "2025-12"))

    def test_province_workbook_opens_in_libreoffice_and_holds_the_district(self):
        book = openpyxl.load_workbook(self.saved_again(self.workbook), read_only=True)
        values = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
        self.assertTrue(any("ថ្មគោល" in str(value) or value == "0202" for value in values))

    def test_refused_rows_come_back_as_a_workbook(self):
        import_rows = openpyxl.load_workbook(self.folder / "refused-rows.xlsx").active.max_row
        self.assertGreater(import_rows, 7, "the heading and the seven refused rows")

    def test_both_offices_are_whole_and_can_be_played_again(self):
        for office in self.folder.glob("*.srok"):
            srokctl("check", office)
        run("/usr/bin/python3", JOB, SROKCTL, self.folder)

    def test_folder_with_other_files_is_left_alone(self):
        other = self.top / "other"
        other.mkdir()
        (other / "mine.txt").write_text("mine")
        run("/usr/bin/python3", JOB, SROKCTL, other, ends=(2,))
        self.assertEqual(os.listdir(other), ["mine.txt"])


if __name__ == "__main__":
    SROKCTL = Path(sys.argv.pop(1)).resolve()
    unittest.main(verbosity=2)
