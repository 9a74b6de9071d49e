# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of a programme by keyboard alone: a subject more and a maximum changed, the subject taken out of one level
again, a half cut off instead of rounded, with a learner's example beside it; a slip is said at its field; saved as a new
version; then the open class goes over to it, once it was seen for whom what changes, and the closed one does not."""

import json
import os
import subprocess
import sys

from journey import STATE, Atspi, Journey, new_office, run, wait_for

CLASS = "ថ្នាក់ទី៣ ក"
CLOSED = "ថ្នាក់ទី៣ ចាស់"
SUBJECTS = ["អំណាន", "ស្តាប់និងនិយាយ", "សរសេរតាមអាន", "តែងសេចក្តី", "គណិតវិទ្យា", "វិទ្យាសាស្ត្រ", "សិក្សាសង្គម",
            "គេហវិទ្យា-អប់រំសិល្បៈ", "អប់រំកាយ-សុខភាព", "អប់រំបំណិនជីវិត", "ភាសាបរទេស"]
# 7.50 + 10 x 6 = 67.50; / 11 = 6.1363…: 6.14 rounded, 6.13 cut off. 8 everywhere is 8 either way.
MARKS = {"សុខ ដារ៉ា": ["7.5"] + ["6"] * 10, "ចាន់ សុភា": ["8"] * 11}
PRIMARY = 8  # in the list of programmes
NEW_SUBJECT = "subject-12"


def ctl(*words):
    said = subprocess.run([os.environ["SROKCTL"], *map(str, words), "--json"], capture_output=True, text=True, check=False)
    return json.loads(said.stdout)


def two_classes():
    """An office with a grade of primary school that runs, with November's marks, and one that is closed."""
    office = new_office()
    school = ctl("institution", office, "add", "សាលាបឋមសិក្សា បឹងព្រីង", "--kind", "school", "--village", "02020101")["id"]
    classes = [ctl("class", office, "open", name, "--programme", "primary", "--level", "grade-3", "--institution", school,
                   "--from", "2025-11-03", "--to", "2026-07-31", "--days", "12345", "--hours", "4")["id"]
               for name in (CLASS, CLOSED)]
    listed = office.with_suffix(".csv")
    listed.write_text("ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n" + "".join(f"{name},ប,0{at + 1}/03/2017\n" for at, name in enumerate(MARKS)),
                      encoding="utf-8")
    assert ctl("import", office, "learners", listed, "--class", classes[0])["accepted"] == len(MARKS)
    listed.write_text("ខែវិច្ឆិកា\nឈ្មោះ," + ",".join(SUBJECTS) + "\n" +
                      "".join(f"{name},{','.join(marks)}\n" for name, marks in MARKS.items()), encoding="utf-8")
    assert ctl("import", office, "scores", listed, "--class", classes[0])["accepted"] == len(MARKS)
    ctl("class", office, "close", classes[1])
    return office, classes


def averages(office, taught):
    return sorted(one["average"] for one in ctl("results", office, taught, "--period", "NOV")["learners"])


def turn_to(srok, page, control):
    srok.select_row("pack.parts", page)
    srok.find(control)


def cell(srok, table, row, column, text):
    wait_for(lambda: srok.cell_text(table, row, column) == text, f"“{text}” in {table}, row {row}, column {column}; "
             f"it is “{srok.cell_text(table, row, column)}”")


def add_a_subject(srok):
    turn_to(srok, 1, "pack.subjects.add")
    srok.wait_rows("pack.subjects", 11)
    srok.click("pack.subjects.add")
    srok.wait_rows("pack.subjects", 12)
    srok.type_into("pack.name.km", "ព័ត៌មានវិទ្យា")
    srok.type_into("pack.name.en", "Computing")
    cell(srok, "pack.subjects", 11, 0, "Computing")
    # One mark more in the example.
    wait_for(lambda: len(srok.text_of("pack.example.marks").split()) == 12, "a mark more in the example")
    srok.picture("pack-subject")
    # Out of 20 from now on.
    srok.select_row("pack.subjects", 10)
    wait_for(lambda: srok.text_of("pack.name.en") == "Foreign language", "the fields of another subject")
    srok.type_into("pack.maximum", "20")
    cell(srok, "pack.subjects", 10, 1, "out of 20.00")


def leave_it_out_of_a_level(srok):
    turn_to(srok, 2, "pack.levels.add")
    srok.wait_rows("pack.levels", 6)
    srok.select_row("pack.levels", 2)
    cell(srok, "pack.levels", 2, 1, "12 subjects")
    tick = "pack.without." + NEW_SUBJECT
    assert srok.find(tick).get_state_set().contains(STATE.CHECKED)
    srok.focus(tick)
    srok.press("space")
    cell(srok, "pack.levels", 2, 1, "11 subjects")
    cell(srok, "pack.levels", 1, 1, "12 subjects")
    srok.picture("pack-level")


def cut_off_and_slip(srok):
    turn_to(srok, 4, "pack.rounding")
    # The example at that level: eleven marks.
    srok.choose("pack.example.level", 3)
    wait_for(lambda: len(srok.text_of("pack.example.marks").split()) == 11, "the marks of the level")
    srok.type_into("pack.example.marks", "7.5 6 6 6 6 6 6 6 6 6 6")
    cell(srok, "pack.example", 0, 1, "6.14")
    srok.choose("pack.rounding", 1)
    cell(srok, "pack.example", 0, 1, "6.13")
    srok.picture("pack-parts")
    # What cannot be read is said at its field, and the page stays.
    turn_to(srok, 5, "pack.pass-minimum")
    srok.type_into("pack.pass-minimum", "5x")
    srok.find("pack.pass-minimum.note")
    srok.focus("pack.parts")
    srok.press("Up")
    srok.keyboard_comes_to("pack.pass-minimum")
    wait_for(lambda: Atspi.Table.is_row_selected(srok.find("pack.parts"), 5), "the page to stay")
    srok.picture("pack-slip")
    # More than the best average there can be: only the whole shows it.
    srok.type_into("pack.pass-minimum", "11")
    srok.click("pack.accept")
    srok.says("pack.pass-minimum.note", "10")
    srok.type_into("pack.pass-minimum", "5")


def save(srok):
    srok.click("pack.effects")
    # Whose average of 6.14 becomes 6.13.
    srok.wait_rows("pack.effect", 1)
    cell(srok, "pack.effect", 0, 1, "1")
    srok.picture("pack-would-change")
    srok.click("pack.accept")
    srok.gone("pack.accept")
    cell(srok, "packs", PRIMARY, 1, "2026-2.1")
    srok.says("message.text", "2026-2.1")
    srok.picture("pack-saved")


def move(srok):
    srok.select_row("packs", PRIMARY)
    srok.click("packs.move")
    srok.find("move.accept")
    srok.wait_rows("move.classes", 2)
    cell(srok, "move.classes", 0, 0, CLASS)
    cell(srok, "move.classes", 0, 3, "1")
    cell(srok, "move.classes", 1, 0, CLOSED)
    # No number, but a reason.
    assert srok.cell_text("move.classes", 1, 3) == "" and srok.cell_text("move.classes", 1, 5)
    srok.wait_rows("move.details", 1)
    assert "6.14" in srok.cell_text("move.details", 0, 2) and "6.13" in srok.cell_text("move.details", 0, 3)
    srok.picture("pack-move")
    srok.click("move.accept")
    # Only the closed class has not this version.
    srok.wait_rows("move.classes", 1)
    cell(srok, "move.classes", 0, 0, CLOSED)
    srok.gone("move.details")
    srok.picture("pack-moved")
    srok.click("move.close")
    srok.gone("move.accept")


def look_at_skills(srok):
    """A programme without marks says so, and shows what attendance comes to."""
    srok.select_row("packs", 7)
    srok.click("packs.edit")
    srok.find("pack.parts")
    turn_to(srok, 7, "pack.minimum-percent")
    srok.type_into("pack.example.absent", "30")
    srok.says("pack.example.attendance", "75.00")
    turn_to(srok, 9, "pack.template")
    srok.picture("pack-award")
    srok.select_row("pack.parts", 4)
    srok.picture("pack-no-marks")
    # What was changed is not lost with one key.
    turn_to(srok, 7, "pack.minimum-percent")
    srok.type_into("pack.minimum-percent", "70")
    srok.says("pack.example.attendance", "70.00")
    srok.press("Escape")
    srok.find("question.text")
    srok.picture("pack-leave")
    srok.press("Escape")
    srok.gone("question.text")
    srok.type_into("pack.minimum-percent", "80")
    srok.press("Escape")
    srok.gone("pack.accept")


def journey():
    office, (taught, closed) = two_classes()
    assert averages(office, taught) == ["6.14", "8.00"]
    with Journey("packs", arguments=[office, "--lang", os.environ.get("SROK_LANGUAGE", "en")]) as srok:
        srok.go(8, "settings")
        srok.choose_tab("settings.tabs", 2)
        srok.wait_rows("packs", 10)
        srok.select_row("packs", PRIMARY)
        srok.click("packs.edit")
        srok.find("pack.parts")
        add_a_subject(srok)
        leave_it_out_of_a_level(srok)
        cut_off_and_slip(srok)
        save(srok)
        move(srok)
        look_at_skills(srok)
    assert averages(office, taught) == ["6.13", "8.00"]
    versions = {one["version"]: one for one in ctl("pack", office, "versions", "primary")["versions"]}
    assert versions["2026-2"]["closed_classes"] == 1 and versions["2026-2"]["open_classes"] == 0, versions
    assert versions["2026-2.1"]["open_classes"] == 1 and versions["2026-2.1"]["new_classes"], versions
    toml = ctl("pack", office, "show", "primary")["toml"]
    assert f'without = ["{NEW_SUBJECT}"]' in toml and toml.count("\nwithout = ") == 1, toml
    assert "Computing" in toml and 'maximum = "20.00"' in toml and 'rounding = "truncate"' in toml, toml
    audit = json.dumps(ctl("audit", office), ensure_ascii=False)
    assert "pack.use" in audit and "class.take-pack" in audit, audit


if __name__ == "__main__":
    sys.exit(run(journey))
