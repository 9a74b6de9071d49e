# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets for centres from the screen: of every class into a folder, where none that stands there is written over; of one
class from the page where it is shown; the paper of a closed one; and what came back, with a name that was changed, imported."""

import json
import os
import re
import subprocess
import sys

import openpyxl
from journey import STATE, Atspi, Journey, run, sample_office, wait_for


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


def of_a_closed_class(srok, folder, closed):
    """Its papers are still there, as papers: nothing of it is to be filled in."""
    srok.go(3, "classes")
    srok.click("classes.sheets")
    srok.find("sheets.class")
    # The open classes stand first, after "every open class".
    choice = srok.find("sheets.class")
    last = Atspi.Selection.get_selected_child(choice, 0).get_parent().get_child_count() - 1
    srok.choose("sheets.class", last)
    wait_for(lambda: srok.chosen("sheets.class").startswith(closed["name_km"]), f"{closed['name_km']} to be chosen")
    assert ".pdf" in srok.chosen("sheets.format"), srok.chosen("sheets.format")
    assert not srok.find("sheets.format").get_state_set().contains(STATE.SENSITIVE)
    srok.picture("sheets-closed-class")
    srok.click("sheets.accept")
    path = folder / "closed.pdf"
    srok.save_paper(path)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    assert closed["name_km"] in text, text
    # A row ends with its two totals, in Khmer digits.
    assert len(re.findall(r"[០-៩]+ +[០-៩]+$", text, re.M)) >= closed["learners"], text


def fill(path):
    """A mark for the first learner, another name beside the second one's number."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1] if cell.value}
    first = next(row for row in range(2, sheet.max_row) if sheet.cell(row, 2).value == 1)
    sheet.cell(first, columns["srok:d3"]).value = "A"
    sheet.cell(first + 1, columns["srok:km"]).value = "ម៉ៅ សុភី"
    sheet.cell(first + 1, columns["srok:d3"]).value = "P"
    path = path.with_name("came-back.xlsx")
    book.save(path)
    return path


def what_came_back(srok, path):
    srok.press("alt+f")
    srok.press("a")
    srok.choose_file(path)
    srok.says("reading.how", "ការិយាល័យនេះបានធ្វើតារាងនេះ")
    srok.picture("sheets-back-reading")
    srok.click("import.next")
    # The renamed row comes to the eye first; it is taken where a person says so.
    srok.wait_rows("import.rows", 1)
    assert srok.cell_text("import.rows", 0, 2) == "ម៉ៅ សុភី"
    srok.says("import.go", "0")
    srok.click("import.row.other")
    srok.says("import.go", "1")
    srok.picture("sheets-back-rows")
    srok.click("import.go")
    srok.find("import.undo")
    srok.click("import.leave")
    srok.gone("import.leave")


def journey():
    office = sample_office(learners=300)
    said = subprocess.run([os.environ["SROKCTL"], "class", office, "list", "--json"], capture_output=True, check=True)
    closed = [one for one in json.loads(said.stdout)["classes"] if one["status"] != "open"][-1]
    folder = office.parent / "all"
    folder.mkdir()
    with Journey("sheets", arguments=[office, "--lang", "km"]) as srok:
        of_every_class(srok, folder)
        of_one_class(srok, office.parent)
        of_a_closed_class(srok, office.parent, closed)
        what_came_back(srok, fill(office.parent / "one.xlsx"))


if __name__ == "__main__":
    sys.exit(run(journey))
