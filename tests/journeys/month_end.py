# SPDX-License-Identifier: GPL-3.0-or-later
"""A clerk's month end: the start page says what waits, and Enter leads there. Last month's register of a class came on paper: it
is typed, a slip of the finger taken back; then its scores. One learner stayed away three days, and a letter goes to her
guardian. The register's last page was lost: the return says why two days are missing, is built, and its file is found among
the jobs of the sitting. What the keys wrote is asked of srokctl and of the file itself."""

import os
import sqlite3
import sys
from datetime import date, timedelta

from journey import Journey, asked, paper_text, run, sample_office, wait_for

REGISTER, SCORES = "attendance.register", "assessment.scores"
CLASS = "អក្ខរកម្ម តាពូង គ"
NAMES = ["កែវ មុំ", "ចាន់ ដារ៉ា", "ញឹម ក្សត្រិយ៍", "សុខ សុភា", "ហេង វណ្ណា"]  # as the register lists them
ILL, LATE, AWAY = 1, 2, 3  # rows: with permission and late on the first day; away for three
MARKS = [["9", "8", "7", "8"], ["8", "7,5", "៦", "9"], ["6", "7", "5", "6"], ["5", "6", "5", "5"], ["10", "9", "9", "9"]]
LOOKED_BACK = 62  # days: so far the start page looks for registers to type
WHY = "ទំព័រចុងក្រោយនៃបញ្ជីបាត់"


class Office:
    """A sample district, and in it the class whose paper register lies on the desk."""

    def __init__(self):
        self.file = sample_office(200)
        last = date.today().replace(day=1) - timedelta(days=1)
        self.month, self.length = f"{last:%Y-%m}", last.day
        listed = self.file.with_suffix(".csv")
        lines = [f"{name},{'ប្រុស' if at in (1, 4) else 'ស្រី'},1{at}/03/1999" for at, name in enumerate(NAMES)]
        listed.write_text("គោត្តនាម និងនាម,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n" + "\n".join(lines) + "\n", encoding="utf-8")
        self.taught = asked("class", self.file, "open", CLASS, "--programme", "literacy", "--institution", 1, "--from",
                            f"{self.month}-01", "--to", last.isoformat(), "--days", "12345", "--hours", 2)["id"]
        assert asked("import", self.file, "learners", listed, "--class", self.taught)["accepted"] == len(NAMES)
        self.days = self.missing_days(self.month)[CLASS]  # of school: no holiday is among them
        self.stay = next(day for day in self.days[1:] if {day + 1, day + 2} <= set(self.days))

    def missing_days(self, period):
        rows = asked("attendance", self.file, "not-recorded", "--period", period)["rows"]
        return {row["class"]["name_km"]: [int(day[-2:]) for day in row["days"]] for row in rows}

    def marks(self):
        """A letter a day for each learner, as the register lists them."""
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as file:
            rows = file.execute("""SELECT coalesce(m.marks, '') FROM enrolment e JOIN learner l ON l.id = e.learner_id
                LEFT JOIN attendance_month m ON m.enrolment_id = e.id AND m.month = ? WHERE e.class_id = ?
                ORDER BY l.sort_key""", (self.month, self.taught)).fetchall()
        return [marks.ljust(self.length, ".") for (marks,) in rows]


def what_waits(srok, office):
    """The card of the registers counts what srokctl counts; Enter opens the page."""
    since = date.today() - timedelta(days=LOOKED_BACK)
    missing = office.missing_days(f"{since.isoformat()}..{date.today().isoformat()}")
    srok.says("start.task.attendance", str(sum(len(days) for days in missing.values())))
    srok.picture("month-end-1-waits")
    srok.focus("start.go.attendance")
    srok.press_until("Return", lambda: srok.look("page.attendance"), "the registers")


def go_to(srok, office, row, day):
    srok.press("ctrl+Home", *["Right"] * (day - 1), *["Down"] * row)
    cursor_at(srok, office, row, day)


def cursor_at(srok, office, row, day):
    year, month = office.month.split("-")

    def here():
        words = srok.text_of("attendance.cell")
        return NAMES[row] in words and f"{day:02d}/{month}/{year}" in words
    wait_for(here, lambda: f"the cursor at {NAMES[row]}, day {day}, not at {srok.text_of('attendance.cell')}")


def typed(office, row, day, mark):
    wait_for(lambda: office.marks()[row][day - 1] == mark, lambda: f"{mark} on day {day}, not {office.marks()[row]}")


def type_register(srok, office):
    srok.choose_holding("attendance.class", CLASS)
    srok.wait_rows(REGISTER, len(NAMES))
    srok.focus(REGISTER)
    # The first day, learner by learner: present, ill, absent -- no, late.
    first, lost = office.days[0], office.days[-2:]
    go_to(srok, office, 0, first)
    srok.press("0", "p", "a")
    typed(office, LATE, first, "A")
    srok.press("ctrl+z")
    typed(office, LATE, first, ".")
    cursor_at(srok, office, LATE, first)
    srok.press("l")
    typed(office, LATE, first, "L")
    typed(office, ILL, first, "P")
    # Three days away, marked as a range; everybody else was there, to the last day that the paper still has.
    go_to(srok, office, AWAY, office.stay)
    srok.press("shift+Right", "shift+Right", "a")
    typed(office, AWAY, office.stay + 2, "A")
    go_to(srok, office, 0, 1)
    srok.press(*["shift+Right"] * (office.days[-3] - 1), "ctrl+p")
    wait_for(lambda: office.missing_days(office.month).get(CLASS) == lost,
             lambda: f"only {lost} to be missing, not {office.missing_days(office.month)}")
    marks = office.marks()
    assert [row.count("A") for row in marks] == [0, 0, 0, 3, 0], marks
    assert (marks[ILL][first - 1], marks[LATE][first - 1]) == ("P", "L"), marks
    srok.picture("month-end-2-register")
    return srok.text_of("attendance.month")


def type_scores(srok, office):
    srok.go(5, "assessment")
    srok.choose_holding("assessment.class", CLASS)
    srok.wait_rows(SCORES, len(NAMES))
    srok.focus(SCORES)
    srok.press("ctrl+Home")
    srok.type_marks(SCORES, MARKS)
    results = asked("results", office.file, office.taught)["learners"]
    averages = {one["name_km"]: one["average"] for one in results}
    # 8 + 7.5 + 6 + 9 = 30.5; / 4 = 7.625
    assert [averages[name] for name in NAMES] == ["8.00", "7.63", "6.00", "5.25", "9.25"], averages


def write_to_guardian(srok, office, month):
    """Whoever stayed away three days running: one learner of the class, one letter."""
    away = asked("attendance", office.file, "in-a-row", "--period", office.month, "--days", 3, "--class", CLASS)["rows"]
    assert [one["name_km"] for one in away] == [NAMES[AWAY]], away
    srok.go(4, "attendance")
    srok.click("attendance.follow-up")
    srok.find("follow-up.list")
    srok.choose("follow-up.list", 1)
    srok.gone("job.cancel")
    srok.find("follow-up.in-a-row")
    srok.choose_holding("follow-up.period", month)
    srok.choose_holding("follow-up.class", CLASS)
    srok.wait_rows("follow-up.in-a-row", 1)
    assert srok.cell_text("follow-up.in-a-row", 0, 0) == NAMES[AWAY]
    srok.picture("month-end-3-away")
    srok.select_row("follow-up.in-a-row", 0)
    srok.click("follow-up.letters")
    srok.find("paper.first")
    srok.click("paper.accept")
    srok.save_paper(srok.home / "letter.pdf")
    paper = paper_text(srok.home / "letter.pdf").replace("\u200b", "")
    assert NAMES[AWAY] in paper and CLASS in paper, paper
    srok.press_until("Escape", lambda: not srok.look("follow-up.in-a-row"), "the window to close")


def build_return(srok, office, month, folder):
    """Two days have no register: the return asks why, and carries the answer."""
    asks = [one for one in asked("return", office.file, "explain", office.month)["findings"] if one["weight"] == "explain"]
    assert [one["code"] for one in asks if CLASS in one["message"]] == ["register.not-recorded"], asks
    srok.go(7, "returns")
    srok.gone("job.cancel")
    assert srok.chosen("returns.month") == month, "not the month that is last over"

    def asking():
        rows = range(srok.rows("returns.findings"))
        return next((row + 1 for row in rows if CLASS in srok.cell_text("returns.findings", row, 1)), None)
    srok.select_row("returns.findings", wait_for(asking, "the finding about the class") - 1)
    srok.click("returns.explain")
    srok.type_into("explain.text", WHY)
    srok.click("explain.accept")
    srok.gone("explain.accept")
    wait_for(lambda: WHY in srok.cell_text("returns.findings", asking() - 1, 1), "the explanation beside its finding")
    folder.mkdir()
    srok.press("ctrl+b")
    srok.choose_file(folder)
    workbook = folder / f"0202_{office.month}_v1.xlsx"
    wait_for(workbook.exists, "the return")
    srok.gone("job.cancel")
    srok.picture("month-end-4-return")
    checked = asked("return", office.file, "check", workbook)
    assert (checked["verdict"], checked["office"], checked["period"]) == ("verified", "0202", office.month), checked
    return workbook


def find_the_file(srok, workbook):
    """An hour later: where did it go? The jobs of the sitting know."""
    srok.press_until("ctrl+j", lambda: srok.look("jobs.list"), "the jobs")

    def named():
        rows = range(srok.rows("jobs.list"))
        return next((row + 1 for row in rows if workbook.name in srok.cell_text("jobs.list", row, 4)), None)
    srok.select_row("jobs.list", wait_for(named, "the return among the jobs") - 1)
    srok.picture("month-end-5-found")
    srok.press("Escape")
    srok.gone("jobs.list")


def journey():
    office = Office()
    with Journey("month-end", arguments=[office.file, "--lang", os.environ.get("SROK_LANGUAGE", "km")]) as srok:
        what_waits(srok, office)
        month = type_register(srok, office)
        type_scores(srok, office)
        write_to_guardian(srok, office, month)
        find_the_file(srok, build_return(srok, office, month, srok.home / "returns"))
    assert asked("check", office.file)["ok"]


if __name__ == "__main__":
    sys.exit(run(journey))
