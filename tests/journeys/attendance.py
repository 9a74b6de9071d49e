# SPDX-License-Identifier: GPL-3.0-or-later
"""A month's register by the keyboard alone: marks down a day and along a row, a range at once, undo, a day copied, cells
to a spreadsheet and back, the paper's margin, the roll call as a list, a day the class did not meet, and a letter of the
office. What the keys wrote is asked of the file itself, which other
programs may read meanwhile."""

import atexit
import os
import re
import sqlite3
import subprocess
import sys
from datetime import date

from journey import Atspi, Journey, new_office, run, wait_for

GRID = "attendance.register"
CLASS = "អក្ខរកម្ម ក"
NAMES = ["កែវ មុំ", "ចាន់ ដារ៉ា", "ញឹម ក្សត្រិយ៍", "សុខ សុភា", "ហេង វណ្ណា", "អ៊ុក ពិសិដ្ឋ"]
WOMEN = 3
ABSENT, PERMITTED, LATE = "អវត្តមានអត់ច្បាប់", "អវត្តមានមានច្បាប់", "មកយឺត"
MONTH = "2026-02"
DAYS = 28
# February 2026 begins on a Sunday: the class meets on the 2nd to the 6th and so on; none is a holiday before the 27th.
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = 2, 3, 4, 5, 6


def srokctl(*words):
    done = subprocess.run([os.environ["SROKCTL"], *map(str, words)], capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout.decode()


def prepare():
    """An office with one class and six learners who came by a list."""
    office = new_office()
    listed = office.with_name("list.csv")
    rows = [f"{name},{'ស្រី' if i % 2 == 0 else 'ប្រុស'},1{i}/03/1999" for i, name in enumerate(NAMES)]
    listed.write_text("គោត្តនាម និងនាម,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n" + "\n".join(rows) + "\n", encoding="utf-8")
    srokctl("institution", office, "add", "មជ្ឈមណ្ឌលជ្រៃ", "--kind", "clc")
    srokctl("class", office, "open", CLASS, "--programme", "literacy", "--institution", 1, "--from", "2026-01-05",
            "--to", "2026-06-30", "--days", "12345", "--hours", 2)
    srokctl("import", office, "learners", listed, "--class", 1)
    return office


CLIPBOARD_OWNER = """
import sys, gi
gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init([])
Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD).set_text(sys.argv[1], -1)
GLib.idle_add(lambda: print("owned", flush=True))
Gtk.main()
"""


class File:
    """What the register's tables say; the window keeps the file open meanwhile."""

    def __init__(self, office):
        self.office = office

    def ask(self, sql, *values):
        with sqlite3.connect(f"file:{self.office}?mode=ro", uri=True) as file:
            return file.execute(sql, values).fetchall()

    def marks(self, row):
        """The month of the learner in this row, one letter a day."""
        found = self.ask("""SELECT m.marks FROM learner l JOIN enrolment e ON e.learner_id = l.id
            LEFT JOIN attendance_month m ON m.enrolment_id = e.id AND m.month = ? ORDER BY l.sort_key LIMIT 1 OFFSET ?""",
                         MONTH, row)[0][0]
        return found or "." * DAYS

    def mark(self, row, day):
        return self.marks(row)[day - 1]

    def women(self, day, mark):
        sexes = self.ask("SELECT sex FROM learner ORDER BY sort_key")
        return sum(self.mark(row, day) == mark for row, (sex,) in enumerate(sexes) if sex == "f")

    def names(self):
        return [name for (name,) in self.ask("SELECT name_km FROM learner ORDER BY sort_key")]

    def taken(self):
        days = self.ask("SELECT day FROM class_day WHERE state = 'taken' AND day LIKE ? ORDER BY day", MONTH + "%")
        return [int(day[-2:]) for (day,) in days]

    def last_verb(self):
        return self.ask("SELECT verb FROM audit ORDER BY seq DESC LIMIT 1")[0][0]


def is_now(condition, what):
    wait_for(condition, what)


def go_to_month(srok):
    srok.go(4, "attendance")
    srok.wait_rows(GRID, len(NAMES))
    srok.focus(GRID)
    for _ in range(12):
        before = srok.text_of("attendance.month")
        if "កុម្ភៈ" in before and "2026" in before:
            return
        srok.press("ctrl+Prior")
        wait_for(lambda before=before: srok.text_of("attendance.month") != before, "the month before")
    raise AssertionError("February 2026 never came")


def go_to(srok, row, day):
    """To a cell by keys alone: to the corner, then by arrows."""
    srok.press("ctrl+Home", *["Right"] * (day - 1), *["Down"] * row)
    wait_for(lambda: NAMES[row] in srok.text_of("attendance.cell") and f"{day:02d}/02/2026" in srok.text_of(
        "attendance.cell"), f"the cursor at learner {row}, day {day}")


def cursor_is_at(srok, row, day):
    wait_for(lambda: NAMES[row] in srok.text_of("attendance.cell") and f"{day:02d}/02/2026" in srok.text_of(
        "attendance.cell"), f"the cursor to come to learner {row}, day {day}")


def down_a_day(srok, file):
    go_to(srok, 0, MONDAY)
    said = srok.listen()
    srok.press("a", "0", "p", "l", "KP_1", "KP_3")
    is_now(lambda: [file.mark(row, MONDAY) for row in range(6)] == list("A.PLAL"), "the marks of Monday")
    # The cursor has gone on: a reader says what each key wrote.
    wait_for(lambda: said == [ABSENT, "មានវត្តមាន", PERMITTED, LATE, ABSENT, LATE], lambda: f"the marks to be said, not {said}")
    # From the foot of the day to the top of the next.
    cursor_is_at(srok, 0, TUESDAY)
    assert file.taken() == [MONDAY], file.taken()
    # Six learners, three of them women; one day with permission and two without, and the women's part of them.
    numbers = [int(n) for n in re.findall(r"\d+", srok.text_of("attendance.closing"))]
    assert numbers == [6, WOMEN, 1, file.women(MONDAY, "P"), 2, file.women(MONDAY, "A")], numbers


def along_a_row(srok, file):
    srok.press("ctrl+d")
    go_to(srok, 1, TUESDAY)
    srok.press("4", "0", "5", "p")
    is_now(lambda: file.marks(1)[TUESDAY - 1:FRIDAY] == "a.pP", "the marks of the second learner")
    # Past Saturday and Sunday.
    cursor_is_at(srok, 1, 9)
    srok.press("End")
    cursor_is_at(srok, 1, DAYS)
    srok.press("Home")
    cursor_is_at(srok, 1, 1)
    srok.press("ctrl+Right")
    cursor_is_at(srok, 1, 8)
    assert file.ask("SELECT value FROM setting WHERE key = 'attendance.reading'") == [("row",)]
    srok.picture("attendance-1-typed")


def fill_and_undo(srok, file):
    go_to(srok, 2, 9)
    srok.press("shift+Down", "shift+Down", "shift+Right", "a")
    is_now(lambda: all(file.mark(row, day) == "A" for row in (2, 3, 4) for day in (9, 10)), "the range to be filled")
    assert file.last_verb() == "attendance.marks"
    srok.press("ctrl+z")
    is_now(lambda: all(file.mark(row, day) == "." for row in (2, 3, 4) for day in (9, 10)), "the range to be taken back")
    assert file.last_verb() == "attendance.undo"
    assert 9 not in file.taken() and 10 not in file.taken()
    # The step before: one mark along the row.
    srok.press("ctrl+z")
    is_now(lambda: file.mark(1, FRIDAY) == ".", "the mark before it to be taken back")
    cursor_is_at(srok, 1, FRIDAY)
    srok.press("p")
    is_now(lambda: file.mark(1, FRIDAY) == "P", "the mark again")


def copy_and_paste(srok, file):
    # Monday's marks of the first three learners, copied as cells onto the 11th.
    go_to(srok, 0, MONDAY)
    srok.press("shift+Down", "shift+Down", "ctrl+c")
    go_to(srok, 0, 11)
    srok.press("ctrl+v")
    is_now(lambda: [file.mark(row, 11) for row in range(3)] == list("A.P"), "the cells to be pasted")
    # From a spreadsheet: two rows, one cell of which is no mark.
    put_on_clipboard("ច\tQ\t\r\nអ\t.\tយ\r\n")
    go_to(srok, 3, 12)
    srok.press("ctrl+v")
    is_now(lambda: (file.mark(3, 12), file.mark(4, 12), file.mark(4, 16)) == ("P", "A", "."), "the block")
    srok.says("message.text", "Q")
    srok.says("message.text", NAMES[3])
    assert file.mark(4, 14) == "L", "a mark on a Saturday is kept"
    srok.picture("attendance-2-pasted")
    srok.press("ctrl+z")
    is_now(lambda: (file.mark(3, 12), file.mark(4, 12), file.mark(4, 14)) == (".", ".", "."), "the block to be taken back")


def put_on_clipboard(text):
    """As another program would: it owns the clipboard until the journey ends."""
    owner = subprocess.Popen(["/usr/bin/python3", "-c", CLIPBOARD_OWNER, text], stdout=subprocess.PIPE)
    atexit.register(owner.kill)
    assert owner.stdout.readline() == b"owned\n"


def all_present_and_copied(srok, file):
    go_to(srok, 0, 16)
    srok.press(*["shift+Right"] * 4, "ctrl+p")
    is_now(lambda: set(range(16, 21)) <= set(file.taken()), "a week to be taken at once")
    go_to(srok, 0, 17)
    srok.press("ctrl+shift+c")
    srok.find("copy-day.from")
    srok.choose("copy-day.from", 0)
    srok.picture("attendance-3-copy")
    srok.click("copy-day.accept")
    srok.gone("copy-day.from")
    is_now(lambda: [file.mark(row, 17) for row in range(6)] == list("A.PLAL"), "Monday on the 17th")


def margin(srok, file):
    srok.focus(GRID)
    go_to(srok, 0, DAYS)
    # The first learner was absent without permission on the 2nd, the 11th and the 17th; on the paper stands one day.
    srok.press("Right", "Right", "1", "Return")
    is_now(lambda: file.ask("SELECT absent FROM attendance_margin") == [(1,)], "the paper's total")
    srok.says("attendance.differing", NAMES[0])
    said = srok.cell_text(GRID, 0, DAYS + 1)
    assert "3" in said and "1" in said, said
    srok.picture("attendance-4-margin")
    go_to(srok, 0, DAYS)
    srok.press("Right", "Right", "3", "Return")
    is_now(lambda: file.ask("SELECT absent FROM attendance_margin") == [(3,)], "the total put right")
    wait_for(lambda: srok.look("attendance.differing") is None, "no row to differ")


def roll_call(srok, file):
    go_to(srok, 0, 23)
    srok.press("ctrl+l")
    srok.wait_rows("roll-call.list", len(NAMES))
    assert srok.cell_text("roll-call.list", 1, 1) == NAMES[1]
    wait_for(lambda: Atspi.Table.is_row_selected(srok.find("roll-call.list"), 0), "the first learner to be chosen")
    srok.press("Return", "a", "p", "Return", "l", "1")
    is_now(lambda: [file.mark(row, 23) for row in range(6)] == list(".AP.LA"), "the roll call")
    said = [srok.cell_text("roll-call.list", row, 3) for row in range(6)]
    assert len(set(said)) == 4, said
    srok.picture("attendance-5-roll-call")
    srok.press("Escape")
    srok.gone("roll-call.list")
    assert 23 in file.taken()
    # What the list wrote is taken back like everything else.
    srok.press("ctrl+z")
    is_now(lambda: file.mark(5, 23) == ".", "the last mark of the roll call to be taken back")


def not_met(srok, file):
    srok.focus(GRID)
    go_to(srok, 0, 24)
    srok.click("attendance.not-met")
    srok.find("not-met.kind")
    srok.choose("not-met.kind", 1)
    srok.picture("attendance-8-not-met")
    srok.click("not-met.accept")
    srok.gone("not-met.kind")
    is_now(lambda: file.ask("SELECT reason FROM class_day WHERE state = 'not_met'") != [], "the day to be not met")
    srok.says("attendance.cell", file.ask("SELECT reason FROM class_day WHERE state = 'not_met'")[0][0])


def letter(srok, file):
    srok.go(8, "settings")
    srok.choose_tab("settings.tabs", 4)
    srok.click("letter.add")
    srok.type_into("letter.letter", "x")
    srok.choose("letter.mark", 2)
    srok.click("letter.accept")
    srok.gone("letter.letter")
    srok.wait_rows("letters", 1)
    srok.picture("attendance-6-letters")
    go_to_month(srok)
    go_to(srok, 5, 23)
    srok.press("x")
    is_now(lambda: file.mark(5, 23) == "A", "the office's own letter")


def whole_month(srok, file):
    """Every school day of the next month at once."""
    srok.focus(GRID)
    before = srok.text_of("attendance.month")
    srok.press("ctrl+Next")
    wait_for(lambda: srok.text_of("attendance.month") != before, "March")
    srok.press("ctrl+Home", "ctrl+a", "ctrl+p")
    holidays = {day for (day,) in file.ask("SELECT day FROM holiday WHERE day LIKE '2026-03%'")}
    days = [day for n in range(1, 32) if date(2026, 3, n).isoweekday() <= 5
            and (day := f"2026-03-{n:02d}") not in holidays]
    is_now(lambda: [day for (day,) in file.ask(
        "SELECT day FROM class_day WHERE state = 'taken' AND day LIKE '2026-03%' ORDER BY day")] == days, "March to be taken")
    srok.press("ctrl+z")
    is_now(lambda: not file.ask("SELECT day FROM class_day WHERE day LIKE '2026-03%'"), "March to be taken back")


def journey():
    office = prepare()
    file = File(office)
    NAMES[:] = file.names()
    with Journey("attendance", arguments=[office, "--lang", "km"]) as srok:
        go_to_month(srok)
        down_a_day(srok, file)
        along_a_row(srok, file)
        fill_and_undo(srok, file)
        copy_and_paste(srok, file)
        all_present_and_copied(srok, file)
        margin(srok, file)
        roll_call(srok, file)
        not_met(srok, file)
        letter(srok, file)
        srok.picture("attendance-7-end")
        whole_month(srok, file)
    found = srokctl("check", office)
    assert "invariant" not in found, found


if __name__ == "__main__":
    sys.exit(run(journey))
