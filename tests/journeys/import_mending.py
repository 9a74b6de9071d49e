# SPDX-License-Identifier: GPL-3.0-or-later
"""A centre's messy list, from the file to the register and back: a column is set right, the refused rows go out as a
workbook, are mended there and come in again, a look-alike is joined with the learner it is, a held row is taken up from
the history, and everything is taken back. The mending is done by openpyxl, as another program would; what the windows
did is asked of srokctl, which reads the same file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl

from journey import STATE, Atspi, Journey, new_office, run, wait_for

LIST = Path(os.environ["SROK_SAMPLES"]) / "register-clc.xlsx"
CLASS_COLUMN = 11  # L, ថ្នាក់រៀន
LOOK_ALIKE = "142"
# What a clerk would write over what is wrong: the reason's code, the column of the file of refused rows, the text.
MENDS = {
    "E28": ("F", "ស្រី"),
    "F39": ("G", "28/02/1995"),
    "F50": ("G", "25/04/2003"),
    "F109": ("G", "01/01/1996"),
    "C120": ("D", "រស់ គន្ធា"),
    "C131": ("D", "ទិត ច័ន្ទដារ៉ា"),
}


def asked(*words):
    done = subprocess.run([os.environ["SROKCTL"], *map(str, words), "--json"], capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return json.loads(done.stdout)


def learners(office):
    return asked("find", office, "", "--limit", 1)["total"]


def leave_a_column_out(srok):
    """The class column is not wanted yet: no class is open."""
    srok.keyboard_comes_to("import.next")
    srok.focus("reading.lines")
    srok.press(*["Right"] * CLASS_COLUMN)
    srok.says("reading.column", "L")
    read_as = srok.cell_text("reading.lines", 0, CLASS_COLUMN)
    srok.picture("mending-1-reading")
    srok.choose("reading.meaning", 0)
    wait_for(lambda: srok.cell_text("reading.lines", 0, CLASS_COLUMN) not in ("", read_as), "the column to be left out")
    srok.says("reading.column", "L")
    srok.picture("mending-2-corrected")


def join_the_look_alike(srok):
    srok.click("import.filter.review")
    srok.wait_rows("import.rows", 2)
    row = srok.find_row("import.rows", 0, LOOK_ALIKE)
    srok.select_row("import.rows", row)
    srok.find("import.row.same")
    before = srok.text_of("import.go")
    srok.click("import.row.same")
    wait_for(lambda: srok.text_of("import.go") != before, "the button to say what it does")
    srok.says("import.go", "171")
    srok.picture("mending-4-side-by-side")


def first_import(srok, refused):
    srok.click("learners.import")
    srok.choose_file(LIST)
    leave_a_column_out(srok)
    srok.click("import.next")
    srok.says("import.filter.accept", "171")
    srok.says("import.filter.refuse", "7")
    srok.wait_rows("import.rows", 7)
    assert srok.look("import.finding.class.unknown") is None
    srok.picture("mending-3-refused")
    join_the_look_alike(srok)
    srok.click("import.rejects")
    srok.choose_file(refused)
    wait_for(refused.exists, "the refused rows as a file")
    srok.click("import.go")
    srok.find("import.undo")
    srok.picture("mending-5-done")
    srok.click("import.leave")
    srok.gone("import.leave")
    srok.wait_rows("learners.list", 171)


def mend(refused, mended):
    book = openpyxl.load_workbook(refused)
    sheet = book.active
    headings = [cell.value for cell in sheet[7]]
    assert headings[1:4] == ["ល.រ", "អត្តលេខ", "គោត្តនាម និងនាម"], headings
    by_name = {sheet.cell(row, 4).value: row for row in range(8, sheet.max_row + 1)}
    assert len(by_name) == 7, by_name
    original = openpyxl.load_workbook(LIST).active
    for place, (column, text) in MENDS.items():
        name = original[f"C{place[1:]}"].value
        row = by_name.get(name) or next(row for said, row in by_name.items() if str(said).startswith("="))
        assert sheet.cell(row, 1).value, f"row {row} says no reason"
        sheet[f"{column}{row}"] = text
    book.save(mended)


def feed_back(srok, mended):
    srok.click("learners.import")
    srok.choose_file(mended)
    # The layout is known again, though a column of reasons stands before it.
    assert srok.cell_text("reading.lines", 0, CLASS_COLUMN + 1) == srok.cell_text("reading.lines", 0, 0)
    srok.picture("mending-6-mended")
    srok.click("import.next")
    srok.says("import.filter.accept", str(len(MENDS)))
    srok.says("import.filter.same", "1")
    srok.click("import.go")
    srok.find("import.undo")
    srok.click("import.leave")
    srok.gone("import.leave")
    srok.wait_rows("learners.list", 171 + len(MENDS))


def open_history(srok, imports):
    srok.press_until("ctrl+shift+i", lambda: srok.look("imports"), "the history")
    srok.wait_rows("imports", imports)


def take_up_the_held_row(srok):
    open_history(srok, 2)
    srok.select_row("imports", 1)
    srok.click("history.held")
    srok.wait_rows("import.rows", 1)
    srok.select_row("import.rows", 0)
    srok.picture("mending-7-held")
    srok.click("import.row.other")
    srok.click("import.go")
    srok.find("import.undo")
    srok.click("import.leave")
    srok.gone("import.leave")
    srok.wait_rows("imports", 3)
    # Of the one row that was held, none waits any more.
    assert srok.cell_text("imports", 0, 7) == "0/1"
    # The list it came from is still the chosen one: it can be taken back, and nothing of it waits.
    wait_for(lambda: Atspi.Table.is_row_selected(srok.find("imports"), 2), "the import to stay chosen")
    wait_for(lambda: srok.find("history.undo").get_state_set().contains(STATE.SENSITIVE), "that it can be taken back")
    assert not srok.find("history.held").get_state_set().contains(STATE.SENSITIVE)
    srok.picture("mending-8-history")
    srok.click("history.close")
    srok.gone("history.close")
    srok.wait_rows("learners.list", 171 + len(MENDS) + 1)


def take_everything_back(srok, office):
    open_history(srok, 3)
    for row in range(3):
        srok.select_row("imports", row)
        srok.click("history.undo")
        srok.click("question.do")
        srok.gone("question.do")
        wait_for(lambda row=row: asked("imports", office)["imports"][row]["undone"], f"import {row} to be taken back")
    srok.click("history.close")
    srok.gone("history.close")
    assert learners(office) == 0


def journey():
    office = new_office()
    with Journey("import_mending", arguments=[office, "--lang", os.environ.get("SROK_LANGUAGE", "km")]) as srok:
        srok.go(2, "learners")
        refused, mended = srok.home / "refused.xlsx", srok.home / "mended.xlsx"
        first_import(srok, refused)
        assert learners(office) == 171
        mend(refused, mended)
        feed_back(srok, mended)
        take_up_the_held_row(srok)
        assert [i["held"] for i in asked("imports", office)["imports"]] == [0, 0, 0]
        take_everything_back(srok, office)


if __name__ == "__main__":
    sys.exit(run(journey))
