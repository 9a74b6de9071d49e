# SPDX-License-Identifier: GPL-3.0-or-later
"""A sitting on Windows, in folders with Khmer names: every page in both languages, each control by its name, a centre's list
comes in, a day's mark is typed, a class's certificates are issued, the month's return is built, the program is closed. What
the windows did is asked of this system's srokctl, which reads the same file and believes what was signed there."""

import os
import shutil
import sys
from pathlib import Path

from hand import FIELDS, KHMER_USER
from journey import Journey, asked, run, sample_office, wait_for
from walk import PAGES

# What Windows' own controls are to a screen reader: buttons of three kinds, a choice, a text to write or to read.
ROLES = {"Button": (43, 44, 45), "ComboBox": (46,), "Static": (40, 41), **dict.fromkeys(FIELDS, (42,))}
LIST = Path(os.environ["SROK_SAMPLES"]) / "register-clc.xlsx"


def khmer_folder(srok):
    folder = srok.home / "ការិយាល័យ អប់រំ"
    folder.mkdir()
    return folder


def every_page(srok, language):
    for number, (page, control) in enumerate(PAGES, start=1):
        srok.go(number, page)
        srok.find(control)
        srok.gone("job.cancel")
        everything_named(srok, page)
        srok.picture(f"windows-{page}-{language}")


def everything_named(srok, page):
    """A screen reader is told what it is and a name of all that has an id, and of each field, one inside another control as
    well."""
    asked_for = [one for one in srok.windows() if one["id"] or one["class"] in FIELDS]
    assert len(asked_for) > 5, asked_for
    for one in asked_for:
        told = srok.account(one)
        assert told["name"].strip(), f"{page}: {one['id'] or one['class']} has no name"
        assert told["role"] in ROLES.get(one["class"], (told["role"],)), f"{page}: {one['id']} is taken for {told['role']}"


def import_list(srok, folder):
    srok.go(2, "learners")
    before = srok.rows("learners.list")
    there = folder / "បញ្ជីឈ្មោះ.xlsx"
    shutil.copy(LIST, there)
    srok.click("learners.import")
    srok.choose_file(there)
    srok.click("import.next")
    srok.says("import.filter.accept", "171")
    srok.says("import.filter.refuse", "7")
    srok.picture("windows-import")
    srok.click("import.rejects")
    srok.choose_file(folder / "បដិសេធ.xlsx")
    wait_for((folder / "បដិសេធ.xlsx").exists, "the refused rows as a file")
    srok.click("import.go")
    srok.find("import.undo")
    srok.click("import.leave")
    srok.gone("import.leave")
    srok.wait_rows("learners.list", before + 171)


def type_a_day(srok, office):
    """The day that a class lacks, taken by keys alone; the register tells a screen reader what stands in it."""
    lacks = asked("attendance", office, "not-recorded", "--period", "2025-11..2026-08")["rows"][0]
    group = next(one for one in asked("class", office, "list")["classes"] if one["id"] == lacks["class"]["id"])
    day = lacks["days"][0]
    month = day[:7]
    slashed = "/".join(reversed(month.split("-")))
    srok.go(4, "attendance")
    srok.choose_holding("attendance.class", group["name"])
    wait_for(lambda: srok.rows("attendance.register") >= group["learners"], "the class's register")
    srok.focus("attendance.register")
    srok.press("ctrl+Home")
    srok.press_until("ctrl+Prior", lambda: slashed in srok.text_of("attendance.cell"), month, pause=1)
    srok.press("ctrl+Home", *["Right"] * (int(day[-2:]) - 1))
    srok.says("attendance.cell", f"{day[-2:]}/{slashed}")
    blank = srok.cell_text("attendance.register", 0, int(day[-2:]) - 1)
    srok.press("ctrl+p")
    wait_for(lambda: day not in days_missing(office, month, lacks["class"]["id"]), "the day to be taken")
    wait_for(lambda: srok.cell_text("attendance.register", 0, int(day[-2:]) - 1) != blank, "the mark in the register")
    srok.picture("windows-register")


def days_missing(office, month, group):
    rows = asked("attendance", office, "not-recorded", "--period", month)["rows"]
    return {day for row in rows if row["class"]["id"] == group for day in row["days"]}


def issue(srok, office, folder):
    group = next(one for one in asked("class", office, "list")["classes"] if one["status"] in ("closed", "approved") and
                 any(learner["eligible"] for learner in asked("eligible", office, one["id"])["learners"]))
    awarded = [one for one in asked("eligible", office, group["id"])["learners"] if one["eligible"]]
    folder.mkdir()
    srok.go(6, "certificates")
    srok.gone("job.cancel")
    row = srok.find_row("certificates.classes-list", 0, group["name"])  # in English by now
    srok.take_row("certificates.classes-list", row)
    srok.wait_rows("certificates.learners", len(asked("eligible", office, group["id"])["learners"]))
    srok.click("certificates.issue")
    srok.find("issue.scope")
    srok.picture("windows-issue")
    srok.click("issue.accept")
    srok.choose_file(folder)
    srok.wait_rows("issued.files", len(awarded))
    srok.picture("windows-issued")
    srok.click("issued.close")
    srok.gone("issued.close")
    pdfs = sorted(folder.glob("*.pdf"))
    assert len(pdfs) == len(awarded), pdfs
    for pdf in pdfs[:3]:
        said = asked("verify", pdf, "--office", office)
        assert (said["verdict"], said["serial"]) == ("genuine", pdf.stem), said
    srok.choose_tab("certificates.tabs", 2)
    srok.click("verify.file")
    srok.choose_file(pdfs[0])
    srok.says("verify.serial", pdfs[0].stem)
    srok.picture("windows-verified")


def build_return(srok, office, folder):
    folder.mkdir()
    srok.go(7, "returns")
    srok.gone("job.cancel")
    srok.choose_holding("returns.month", "12/2025", "December 2025", "2025-12")
    srok.click("returns.build")
    srok.choose_file(folder)
    workbook = wait_for(lambda: next(folder.glob("*.xlsx"), None), "the return")
    srok.gone("job.cancel")
    wait_for(lambda: srok.find("returns.month")["enabled"], "the page to be free again")
    srok.picture("windows-return")
    checked = asked("return", office, "check", workbook)
    assert (checked["verdict"], checked["office"]) == ("verified", "0202"), checked


def close_behind_a_dialog(srok):
    """The taskbar closes a window that a dialog covers: the dialog is answered first. Both closed faster than a slow
    computer answers, the program ends, and leaves neither a process nor a lock behind."""
    srok.go(4, "attendance")
    srok.click("attendance.rates")
    dialog, window = srok.find("rates.close")["top"], srok.main_window()
    assert dialog != window
    srok.close(window)
    srok.find("rates.list")
    assert not srok.ended() and srok.main_window() == window
    srok.close(dialog, window)
    srok.ends()


def journey():
    office = sample_office(200)
    with Journey("windows", arguments=[office, "--lang", "km"]) as srok:
        folder = khmer_folder(srok)
        srok.says("start.figure.learners", "200")
        every_page(srok, "km")
        srok.go(2, "learners")
        khmer = srok.text_of_name("learners.search")
        srok.press("ctrl+shift+l")
        wait_for(lambda: srok.look("learners.search") and srok.text_of_name("learners.search") != khmer,
                 "the window in English")
        every_page(srok, "en")
        type_a_day(srok, office)
        import_list(srok, folder)
        issue(srok, office, folder / "វិញ្ញាបនបត្រ")
        build_return(srok, office, folder / "របាយការណ៍")
        close_behind_a_dialog(srok)
    kept = KHMER_USER / "AppData"
    assert any(kept.glob("*/[Ss]rok*")), f"what the program remembers is not in {kept}"
    assert asked("check", office)["ok"]


if __name__ == "__main__":
    sys.exit(run(journey))
