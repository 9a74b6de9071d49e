# SPDX-License-Identifier: GPL-3.0-or-later
"""From an empty office to a class full of learners: an institution and a class by hand, a centre's messy list by
import, its refused rows back as a file, the import taken back and made again, everyone enrolled, one who leaves."""

import os
import sys
from pathlib import Path

from journey import Journey, new_office, run, wait_for

LIST = Path(os.environ["SROK_SAMPLES"]) / "register-clc.xlsx"
CENTRE = "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ បឹងព្រីង"
CLASS = "អក្ខរកម្ម បឹងព្រីង ក"


def make_institution(srok):
    srok.click("institution.add")
    # A form says under the field what is wrong, and stays open.
    srok.click("institution.accept")
    srok.find("institution.name_km")
    srok.type_into("institution.name_km", CENTRE)
    srok.type_into("institution.village_code", "អូរធំ")
    srok.click("institution.accept")
    srok.gone("institution.accept")


def open_class(srok):
    srok.find("class.name_km")
    srok.type_into("class.name_km", CLASS)
    srok.type_into("class.first_day", "០៣/១១/២០២៥")
    srok.type_into("class.last_day", "30/04/2026")
    srok.click("class.accept")
    srok.gone("class.accept")
    srok.wait_rows("classes", 1)
    assert srok.cell_text("classes", 0, 0) == CLASS


def preview(srok):
    srok.click("learners.import")
    srok.choose_file(LIST)
    # First how the list is read: its lines, and above each column what it was taken for.
    srok.click("import.next")
    srok.says("import.filter.accept", "171")
    srok.says("import.filter.refuse", "7")
    srok.says("import.filter.review", "2")
    # What needs a person is shown first: the refused rows, each with its cell.
    srok.wait_rows("import.rows", 7)
    row = srok.find_row("import.rows", 3, "F50")
    assert srok.cell_text("import.rows", row, 0) == "50"
    assert "2003" in srok.cell_text("import.rows", row, 4)
    srok.picture("import-refused")
    srok.click("import.filter.all")
    srok.wait_rows("import.rows", 180)


def import_list(srok, rejects):
    preview(srok)
    srok.picture("import-preview")
    srok.click("import.rejects")
    srok.choose_file(rejects)
    wait_for(rejects.exists, "the refused rows as a file")
    srok.says("import.go", "171")
    srok.click("import.go")
    srok.find("import.undo")
    srok.click("import.leave")
    srok.gone("import.leave")
    srok.wait_rows("learners.list", 171)


def enrol_everyone(srok):
    srok.focus("learners.list")
    srok.press("ctrl+a")
    srok.press("ctrl+r")
    wait_for(lambda: srok.chosen("enrol.class").startswith(CLASS), "the class to enrol in")
    srok.click("enrol.accept")
    srok.gone("enrol.accept")
    srok.press("alt+3")
    srok.wait_rows("class.learners", 171)


def one_leaves(srok):
    srok.select_row("class.learners", 0)
    name = srok.cell_text("class.learners", 0, 1)
    srok.click("class.leave")
    srok.type_into("leave.last_day", "15/12/2025")
    srok.click("leave.accept")
    srok.gone("leave.accept")
    row = srok.find_row("class.learners", 1, name)
    wait_for(lambda: "15/12/2025" in srok.cell_text("class.learners", row, 4), "the leaving day in the list")


def register_by_hand(srok):
    srok.go(2, "learners")
    srok.press_until("ctrl+n", lambda: srok.look("learner.name_km"), "the form")
    srok.type_into("learner.name_km", "ញឹម ក្សត្រិយ៍")
    srok.click("learner.accept")
    # No sex yet: the form says so and keeps what was typed.
    wait_for(lambda: srok.text_of("learner.name_km") == "ញឹម ក្សត្រិយ៍", "the form to keep the name")
    srok.choose("learner.sex", 0)
    srok.type_into("learner.born", "១២/០៣/២០០៤")
    srok.type_into("learner.village_code", "ភូមិដែលគ្មានក្នុងបញ្ជី")
    srok.picture("learner-form")
    srok.click("learner.accept")
    srok.gone("learner.accept")
    srok.wait_rows("learners.list", 172)
    # Found by the beginning of the name, whatever the order of its marks.
    srok.type_into("learners.search", "ញឹម ក្ស")
    srok.wait_rows("learners.list", 1)
    assert srok.cell_text("learners.list", 0, 4) == "12/03/2004"


def journey():
    with Journey("register", arguments=[new_office(), "--lang", "km"]) as srok:
        srok.says("start.figure.learners", "0")
        srok.click("start.go.institution")
        make_institution(srok)
        srok.wait_rows("institutions", 1)
        assert srok.cell_text("institutions", 0, 0) == CENTRE
        srok.press("ctrl+n")
        open_class(srok)
        srok.press("alt+2")
        srok.find("page.learners")
        import_list(srok, srok.home / "refused.xlsx")
        enrol_everyone(srok)
        one_leaves(srok)
        register_by_hand(srok)
        srok.picture("register-end")


if __name__ == "__main__":
    sys.exit(run(journey))
