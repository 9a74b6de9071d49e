# SPDX-License-Identifier: GPL-3.0-or-later
"""A month's marks of a grade of primary school, eleven subjects, by keyboard alone: typed in Khmer digits and with a
comma, one over the maximum refused in its cell, a block copied and pasted, taken back, the month locked, a mark corrected
with a reason; then the programme's rules, changed with an example beside them."""

import json
import os
import subprocess
import sys

from journey import Atspi, Journey, new_office, run, wait_for

NAMES = [("សុខ ដារ៉ា", "ប"), ("ចាន់ សុភា", "ស"), ("កែវ មករា", "ប"), ("លី ធារី", "ស"), ("ហេង បូរី", "ប"), ("អ៊ុំ ស្រីមុំ", "ស")]
CLASS = "ថ្នាក់ទី៣ ក"
GRID = "assessment.scores"
SUBJECTS = 11


def ctl(*words):
    said = subprocess.run([os.environ["SROKCTL"], *map(str, words), "--json"], capture_output=True, text=True, check=False)
    return json.loads(said.stdout)


def grade_three():
    """An office with one grade of primary school and its learners."""
    office = new_office()
    school = ctl("institution", office, "add", "សាលាបឋមសិក្សា បឹងព្រីង", "--kind", "school", "--village", "02020101")["id"]
    taught = ctl("class", office, "open", CLASS, "--programme", "primary", "--level", "grade-3", "--institution", school,
                 "--from", "2025-11-03", "--to", "2026-07-31", "--days", "12345", "--hours", "4")["id"]
    listed = office.with_suffix(".csv")
    lines = ["ល.រ,គោត្តនាម និងនាម,ភេទ,ថ្ងៃខែឆ្នាំកំណើត"]
    lines += [f"{at + 1},{name},{sex},0{at + 1}/03/2017" for at, (name, sex) in enumerate(NAMES)]
    listed.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert ctl("import", office, "learners", listed, "--class", taught)["accepted"] == len(NAMES)
    return office, taught


def cell(srok, row, column, text):
    wait_for(lambda: srok.cell_text(GRID, row, column) == text, f"“{text}” in row {row}, column {column}")


def go_home(srok):
    """The cursor to the first learner's first subject."""
    srok.focus(GRID)
    srok.press("ctrl+Home")


def type_marks(srok):
    srok.wait_rows(GRID, len(NAMES))
    go_home(srok)
    srok.press("7", "comma", "5", "Return")
    cell(srok, 0, 0, "7.50")
    # Over the maximum: said with the learner's and the subject's name, and the cursor is where it must be typed again.
    srok.press("1", "2", "Return")
    srok.says("message.text", "12")
    assert srok.cell_text(GRID, 1, 0) == ""
    srok.picture("scores-refused")
    srok.press("8", "period", "2", "5", "Return")
    cell(srok, 1, 0, "8.25")
    srok.press("a", "Return")
    wait_for(lambda: srok.cell_text(GRID, 2, 0), "absent in the third row")


def paste_and_undo(srok):
    # Two marks, chosen with Shift and copied, go into the next subject.
    go_home(srok)
    srok.press("shift+Down", "shift+Down", "ctrl+c")
    go_home(srok)
    srok.press("Right", "ctrl+v")
    cell(srok, 0, 1, "7.50")
    cell(srok, 1, 1, "8.25")
    assert srok.cell_text(GRID, 2, 1) == srok.cell_text(GRID, 2, 0)
    srok.says("message.text", "3")
    srok.press("ctrl+z")
    cell(srok, 0, 1, "")
    cell(srok, 2, 1, "")
    cell(srok, 0, 0, "7.50")


def fill_month(srok):
    """Every subject of the first two learners; eleven do not fit, and the grid scrolls with the name in sight."""
    go_home(srok)
    for column in range(1, SUBJECTS):
        srok.press("Right")
        srok.press("6", "Return")
        cell(srok, 0, column, "6.00")
        if column == 3:
            # A slip of the pen, to be looked at again.
            srok.press("0", "period", "5", "Return")
            cell(srok, 1, column, "0.50")
        else:
            srok.press("8", "Return")
            cell(srok, 1, column, "8.00")
        srok.press("Up", "Up")
    # 7.50 + 10 x 6 = 67.50; / 11 = 6.1363…
    cell(srok, 0, SUBJECTS, "67.50")
    cell(srok, 0, SUBJECTS + 1, "6.14")
    srok.wait_rows("assessment.hints", 1)
    srok.picture("scores-eleven")


def paste_refused(srok):
    """A total of 67.50 is no mark out of ten: the cell is named with its learner and left as it was; its neighbour is
    written."""
    go_home(srok)
    srok.press(*["Right"] * SUBJECTS, "shift+Right", "ctrl+c")
    go_home(srok)
    srok.press("Down", "Down", "Down", "ctrl+v")
    cell(srok, 3, 1, "6.14")
    srok.says("message.text", "67.50")
    assert srok.cell_text(GRID, 3, 0) == ""
    srok.picture("scores-pasted")
    srok.press("ctrl+z")
    cell(srok, 3, 1, "")


def lock_and_correct(srok, office, taught):
    srok.click("assessment.lock")
    srok.find("assessment.note")
    go_home(srok)
    srok.press("5", "Return")
    assert srok.cell_text(GRID, 0, 0) == "7.50"
    go_home(srok)
    srok.click("assessment.correct")
    srok.type_into("correction.mark", "៧,២៥")
    srok.type_into("correction.reason", "អានខុស")
    srok.picture("scores-correction")
    srok.click("correction.accept")
    srok.gone("correction.accept")
    cell(srok, 0, 0, "7.25")
    srok.picture("scores-locked")
    assert ctl("scores", office, "lock", taught, "NOV")["error"]["code"] == "file.locked"  # the screen has the file


def look_at_semester(srok):
    """The semester shows the averages of its months and its examination, then its own: four columns and no total."""
    srok.choose("assessment.period", 6)
    wait_for(lambda: Atspi.Table.get_n_columns(srok.find(GRID)) == 2 + 4, "the semester's columns")
    srok.picture("scores-semester")


def change_rules(srok):
    srok.go(8, "settings")
    srok.choose_tab("settings.tabs", 2)
    srok.wait_rows("packs", 10)
    srok.select_row("packs", 8)
    srok.click("packs.edit")
    srok.find("pack.parts")
    srok.select_row("pack.parts", 4)
    srok.find("pack.rounding")
    srok.choose("pack.rounding", 1)
    srok.select_row("pack.parts", 5)
    srok.find("pack.pass-minimum")
    srok.type_into("pack.pass-minimum", "7")
    srok.wait_rows("pack.example", 16)
    srok.picture("pack-rules")
    srok.click("pack.effects")
    # Whose average of 6.11 passed until now: one class, one learner.
    srok.wait_rows("pack.effect", 1)
    assert srok.cell_text("pack.effect", 0, 1) == "1"
    srok.picture("pack-effects")
    srok.click("pack.accept")
    srok.gone("pack.accept")
    wait_for(lambda: srok.cell_text("packs", 8, 1) == "2026-2.1", "the office's own version")
    srok.picture("pack-list")


def journey():
    office, taught = grade_three()
    with Journey("scores", arguments=[office, "--lang", "km"]) as srok:
        srok.go(5, "assessment")
        type_marks(srok)
        paste_and_undo(srok)
        fill_month(srok)
        paste_refused(srok)
        lock_and_correct(srok, office, taught)
        look_at_semester(srok)
        change_rules(srok)
    results = ctl("results", office, taught, "--period", "NOV", "--hints")
    by_name = {one["name_km"]: one for one in results["learners"]}
    assert by_name, results
    # 7.25 + 60 = 67.25; / 11 = 6.1136…: by the rules the class was opened with, not cut off
    assert sorted(one["average"] for one in results["learners"] if one["average"])[0] == "6.11", results
    assert [hint["code"] for hint in results["hints"]] == ["hint.mark-far"], results["hints"]
    audit = json.dumps(ctl("audit", office), ensure_ascii=False)
    assert "score.correct" in audit and "period.lock" in audit and "pack.use" in audit


if __name__ == "__main__":
    sys.exit(run(journey))
