# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job on a real window, from nothing to the return: the office file is made, a centre's messy list comes
in, a class is opened and four learners enrol, their days are marked and their scores typed, the class is closed, its
certificates are previewed, issued and checked, and the month's return is built. What the windows did is asked of
srokctl, which reads the same file."""

import json
import os
import subprocess
import sys

from journey import STATE, Journey, run, wait_for
from register import import_list, make_institution

CLASS = "អក្ខរកម្ម បឹងព្រីង ខ"
# The class meets on Wednesdays: the 3rd, 10th, 17th, 24th and 31st of December 2025.
WEDNESDAY, WEEK = 3, 7
LEARNERS = 4
# Each learner's marks in reading, dictation, mathematics and life skills, in the order of names.
MARKS = [["9", "8", "7", "8"], ["8", "7,5", "៦", "9"], ["4", "3", "5", "2"], ["10", "9", "9", "9"]]
ABSENT, FAILED = 0, 2  # learners who may not be awarded: two of five days away, an average under 5


def asked(*words):
    """srokctl's answer as JSON; it only reads, so that the window may keep the file open."""
    done = subprocess.run([os.environ["SROKCTL"], *map(str, words), "--json"], capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return json.loads(done.stdout)


def make_office(srok, file):
    srok.click("welcome.new")
    srok.choose("office.province", 1)
    wait_for(lambda: srok.chosen("office.province").startswith("02"), "Battambang")
    srok.choose("office.district", 2)
    wait_for(lambda: srok.chosen("office.district").startswith("0202"), "Thma Koul")
    assert "ថ្មគោល" in srok.text_of("office.name_km")
    srok.picture("main-1-office")
    srok.click("new-office.accept")
    srok.choose_file(file)
    srok.says("start.figure.learners", "0")
    assert file.exists()


def open_class(srok):
    srok.go(3, "classes")
    srok.click("class.open")
    srok.type_into("class.name_km", CLASS)
    srok.type_into("class.first_day", "០១/១២/២០២៥")
    srok.type_into("class.last_day", "31/12/2025")
    for weekday in range(1, 8):
        tick = srok.find(f"class.weekday.{weekday}")
        if tick.get_state_set().contains(STATE.CHECKED) != (weekday == WEDNESDAY):
            srok.click(f"class.weekday.{weekday}")
    srok.picture("main-3-class")
    srok.click("class.accept")
    srok.gone("class.accept")
    srok.wait_rows("classes", 1)
    assert srok.cell_text("classes", 0, 0) == CLASS


def enrol(srok):
    srok.go(2, "learners")
    srok.wait_rows("learners.list", 171)
    srok.select_row("learners.list", 0)
    srok.press("Home", *["shift+Down"] * (LEARNERS - 1))
    srok.click("learner.enrol")
    wait_for(lambda: srok.chosen("enrol.class").startswith(CLASS), "the class to enrol in")
    srok.click("enrol.accept")
    srok.gone("enrol.accept")
    srok.go(3, "classes")
    srok.wait_rows("class.learners", LEARNERS)
    return [srok.cell_text("class.learners", row, 1) for row in range(LEARNERS)]


def mark_days(srok):
    """Two days with a letter typed, the others with "all present"."""
    srok.go(4, "attendance")
    srok.wait_rows("attendance.register", LEARNERS)
    srok.focus("attendance.register")
    for day in range(WEDNESDAY, 32, WEEK):
        def mark(row, day=day):
            return srok.cell_text("attendance.register", row, day - 1)
        before = mark(ABSENT)
        if day < 2 * WEEK:
            srok.press("a")
            wait_for(lambda: mark(ABSENT) not in ("", before), f"the mark of day {day}")
            srok.press("Up")
        else:
            srok.press("ctrl+p")
            wait_for(lambda: mark(LEARNERS - 1) != before, f"day {day} to be taken")
        if day + WEEK < 32:
            srok.press(*["Right"] * WEEK)
    srok.picture("main-4-register")


def type_scores(srok):
    srok.go(5, "assessment")
    srok.wait_rows("assessment.scores", LEARNERS)
    srok.focus("assessment.scores")
    srok.type_marks("assessment.scores", MARKS)
    srok.picture("main-5-scores")


def close_class(srok):
    srok.go(3, "classes")
    srok.wait_rows("classes", 1)
    srok.click("class.close")
    srok.picture("main-5-close")
    srok.click("class-close.accept")
    srok.gone("class-close.accept")
    # A slip of the hand: opened again with a reason, then closed for good.
    srok.click("class.reopen")
    srok.type_into("class-reopen.reason", "បិទមុនពិនិត្យពិន្ទុ")
    srok.picture("main-5-reopen")
    srok.click("class-reopen.accept")
    srok.gone("class-reopen.accept")
    srok.click("class.close")
    srok.click("class-close.accept")
    srok.gone("class-close.accept")


def check_eligible(srok, file):
    srok.go(6, "certificates")
    srok.wait_rows("certificates.learners", LEARNERS)
    learners = asked("eligible", file, 1)["learners"]
    reasons = [[reason["code"] for reason in learner["reasons"]] for learner in learners]
    assert reasons[ABSENT] == ["attendance.below"], reasons
    assert "average.below" in reasons[FAILED], reasons
    assert [bool(r) for r in reasons] == [row in (ABSENT, FAILED) for row in range(LEARNERS)], reasons
    # The window says the same, in words.
    assert "60.00" in srok.cell_text("certificates.learners", ABSENT, 4)
    srok.select_row("certificates.learners", FAILED)
    srok.says("certificates.reasons", "•")
    srok.picture("main-6-eligible")


def preview(srok):
    srok.select_row("certificates.learners", 1)
    srok.click("certificates.preview")
    srok.find("preview.page")
    srok.picture("main-7-preview")
    srok.click("preview.close")
    srok.gone("preview.close")


def issue(srok, file, folder):
    folder.mkdir()
    srok.click("certificates.issue")
    srok.find("issue.scope")
    srok.picture("main-8-issue")
    srok.click("issue.accept")
    srok.choose_file(folder)
    srok.wait_rows("issued.files", LEARNERS - 2)
    srok.picture("main-9-issued")
    srok.click("issued.close")
    srok.gone("issued.close")
    register = asked("certificate", file, "register")["certificates"]
    assert [entry["state"] for entry in register] == ["issued"] * (LEARNERS - 2), register
    pdfs = sorted(folder.glob("*.pdf"))
    assert [pdf.stem for pdf in pdfs] == [entry["serial"] for entry in register], pdfs
    return pdfs, register


def check_certificate(srok, pdf, entry):
    srok.choose_tab("certificates.tabs", 2)
    srok.click("verify.file")
    srok.choose_file(pdf)
    srok.find("verify.verdict")
    assert srok.text_of_name("verify.serial") == entry["serial"]
    assert srok.text_of_name("verify.name") == entry["name_km"]
    srok.picture("main-10-verified")


def build_return(srok, file, folder):
    folder.mkdir()
    srok.go(7, "returns")
    srok.says("returns.summary", str(LEARNERS))
    assert "2025" in srok.chosen("returns.month")
    srok.click("returns.build")
    srok.choose_file(folder)
    srok.wait_rows("returns.built", 1)
    srok.picture("main-11-return")
    workbook = folder / "0202_2025-12_v1.xlsx"
    checked = asked("return", file, "check", workbook)
    assert checked["verdict"] == "verified", checked
    assert (checked["office"], checked["period"], checked["version"]) == ("0202", "2025-12", 1), checked


def journey():
    with Journey("main_job", arguments=["--lang", "km"]) as srok:
        file = srok.home / "thma-koul.srok"
        make_office(srok, file)
        srok.click("start.go.institution")
        make_institution(srok)
        srok.go(2, "learners")
        import_list(srok, srok.home / "refused.xlsx")
        open_class(srok)
        names = enrol(srok)
        mark_days(srok)
        type_scores(srok)
        close_class(srok)
        check_eligible(srok, file)
        preview(srok)
        pdfs, register = issue(srok, file, srok.home / "certificates")
        assert [entry["name_km"] for entry in register] == [names[row] for row in (1, 3)], register
        check_certificate(srok, pdfs[0], register[0])
        build_return(srok, file, srok.home / "returns")


if __name__ == "__main__":
    sys.exit(run(journey))
