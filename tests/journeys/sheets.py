# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets for centres from the screen: of every class into a folder, where none that stands there is written over; and of
one class from the page where it is shown."""

import sys

import openpyxl
from journey import Journey, run, sample_office, wait_for


def of_every_class(srok, folder):
    srok.go(3, "classes")
    srok.click("classes.sheets")
    assert srok.chosen("sheets.class") == "គ្រប់ថ្នាក់ដែលបើក"
    srok.choose("sheets.month", 1)
    srok.picture("sheets-dialog")
    srok.click("sheets.accept")
    srok.choose_file(folder)
    wait_for(lambda: len(list(folder.glob("*.xlsx"))) > 1, "the sheets in the folder")
    srok.find("message.action")
    srok.picture("sheets-made")
    files = sorted(folder.glob("*.xlsx"))
    assert all(one.name.isascii() for one in files), files
    # Nothing that may have been filled in is written over: each class says so.
    srok.click("classes.sheets")
    srok.choose("sheets.month", 1)
    srok.click("sheets.accept")
    srok.choose_file(folder)
    wait_for(lambda: srok.look("message.action"), "the message")
    srok.click("message.action")
    wait_for(lambda: srok.rows("made.classes") >= len(files), "the classes that have none")
    srok.picture("sheets-left-out")
    srok.click("made.close")
    srok.gone("made.close")


def of_one_class(srok, folder):
    srok.go(4, "attendance")
    srok.click("attendance.sheets")
    srok.find("sheets.class")
    srok.picture("sheets-of-a-class")
    srok.click("sheets.accept")
    path = folder / "one.xlsx"
    srok.choose_file(path)
    wait_for(path.exists, "the sheet")
    srok.picture("sheets-attendance-page")
    book = openpyxl.load_workbook(path)
    assert str(book.worksheets[0]["A1"].value).startswith("SROK-SHEET 1"), book.worksheets[0]["A1"].value
    srok.go(5, "assessment")
    srok.click("assessment.sheets")
    srok.find("sheets.class")
    srok.click("sheets.accept")
    path = folder / "scores.xlsx"
    srok.choose_file(path)
    wait_for(path.exists, "the score sheet")
    srok.picture("sheets-assessment-page")


def journey():
    office = sample_office(learners=300)
    folder = office.parent / "all"
    folder.mkdir()
    with Journey("sheets", arguments=[office, "--lang", "km"]) as srok:
        of_every_class(srok, folder)
        of_one_class(srok, office.parent)


if __name__ == "__main__":
    sys.exit(run(journey))
