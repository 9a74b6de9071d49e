# SPDX-License-Identifier: GPL-3.0-or-later
"""A clerk makes the screen her own: Khmer digits for figures and days, and letters twice as large. Lists show both at once and
count as before, what she copies is still a number for Excel, nothing is cut off on the small screen, the keyboard brings
what lies beyond its edge into sight, and the next morning it is as she left it."""

import sys

from clipping import box, cut_off, every_page, inside
from journey import Atspi, Journey, Lost, run, sample_office, wait_for
from walk import PAGES

KHMER, TWICE = 1, 3  # among the choices
LEARNERS, ENROLLED, BEGINS = "classes", 2, 1


def is_khmer(text):
    return any("០" <= letter <= "៩" for letter in text) and not any("0" <= letter <= "9" for letter in text)


def choose_on_screen(srok, control, entry):
    """The window is made anew, and is where it was."""
    before = srok.find("page.settings")
    srok.choose(control, entry)
    wait_for(lambda: srok.look("page.settings") not in (None, before), "the window that is made anew")
    wait_for(lambda: srok.chosen(control) and Atspi.Selection.is_child_selected(srok.find(control), entry),
             f"{control} to show what was chosen")


def digits(srok):
    srok.go(3, "classes")
    wait_for(lambda: srok.rows("classes") > 2, "the classes")
    latin = [srok.cell_text("classes", row, ENROLLED) for row in range(3)]
    assert all(text.isascii() and text.isdigit() for text in latin), latin
    srok.go(8, "settings")
    choose_on_screen(srok, "office.digits", KHMER)
    srok.go(3, "classes")
    wait_for(lambda: srok.rows("classes") > 2, "the classes")
    khmer = [srok.cell_text("classes", row, ENROLLED) for row in range(3)]
    assert all(is_khmer(text) for text in khmer), khmer
    assert [int(text) for text in khmer] == [int(text) for text in latin], (latin, khmer)
    srok.picture("screen-1-khmer-digits")
    srok.go(2, "learners")
    wait_for(lambda: srok.rows("learners.list") > 2, "the learners")
    number = srok.cell_text("learners.list", 0, 0)
    assert number[:4].isdigit() and number.isascii(), f"a learner's number keeps its digits: {number}"


def told(srok):
    """What is wrong is told in the same digits; what was typed stands there as it was typed."""
    srok.go(5, "assessment")
    wait_for(lambda: srok.rows("assessment.scores") > 2, "the scores")
    srok.focus("assessment.scores")
    srok.press("ctrl+Home")
    srok.press("9", "9", "Return")
    srok.says("message.text", "99")
    srok.says("message.text", "១០")
    srok.picture("screen-2-told")


def copied(srok):
    """Excel counts with what is copied, whatever the screen shows."""
    srok.go(3, "classes")
    srok.select_row("classes", 0)
    shown = srok.cell_text("classes", 0, ENROLLED)
    srok.press("ctrl+c")
    srok.go(2, "learners")
    # Into a field of one line the row comes with its cells apart.
    srok.press("ctrl+f")
    srok.press("ctrl+v")
    field = "learners.search"
    wait_for(lambda: str(int(shown)) in srok.text_of(field), f"{int(shown)} in what was copied: {srok.text_of(field)}")
    assert shown not in srok.text_of(field), srok.text_of(field)
    srok.press("ctrl+a", "BackSpace")
    # A register's totals, too.
    srok.go(4, "attendance")
    srok.focus("attendance.register")
    srok.press("ctrl+Home", "End", "Right")  # behind the last day
    srok.press("ctrl+c")
    srok.go(2, "learners")
    srok.find("learners.search")
    srok.press("ctrl+f")
    srok.press("ctrl+v")
    wait_for(lambda: any(letter.isdigit() for letter in srok.text_of(field)), "a total in what was copied")
    assert not is_khmer(srok.text_of(field)), srok.text_of(field)
    srok.press("ctrl+a", "BackSpace")


def in_sight(srok, control):
    frame = box(srok.app.get_child_at_index(0))
    return inside(box(srok.find(control)), frame)


def large(srok):
    srok.go(8, "settings")
    small = box(srok.find("office.digits")).height
    choose_on_screen(srok, "office.text-size", TWICE)
    assert box(srok.find("office.digits")).height > 1.5 * small, "the letters grew"
    srok.picture("screen-2-large-settings")
    found = []
    for page in every_page(srok):
        found += cut_off(srok, page)
        srok.picture(f"screen-3-large-{page}")
    for page, key, within in ((2, "ctrl+n", "learner.name_km"), (3, "ctrl+n", "class.name_km")):
        srok.go(page, PAGES[page - 1][0])
        srok.press_until(key, lambda: srok.look(within), within)
        found += cut_off(srok, within)
        srok.picture(f"screen-4-large-{within}")
        srok.press_until("Escape", lambda: srok.look(within) is None, f"{within} to go away")
    assert not found, "\n".join(found)


def keyboard_brings_it(srok):
    """The last field of a form with letters twice as large lies below the screen until the keyboard comes to it."""
    srok.go(2, "learners")
    srok.press_until("ctrl+n", lambda: srok.look("learner.name_km"), "the form")
    last = "learner.note"
    assert not in_sight(srok, last), f"{last} is in sight already"
    for _ in range(60):
        if srok.focused() == last:
            break
        srok.press("Tab")
    else:
        raise Lost(f"Tab never came to {last}")
    wait_for(lambda: in_sight(srok, last), f"{last} in sight")
    srok.picture("screen-5-keyboard")
    srok.press_until("Escape", lambda: srok.look("learner.name_km") is None, "the form to go away")


def screen():
    office = sample_office(300)
    with Journey("screen", arguments=[office, "--lang", "km"]) as srok:
        srok.find("start.figure.learners")
        digits(srok)
        told(srok)
        copied(srok)
        large(srok)
        keyboard_brings_it(srok)
        srok.press("ctrl+q")
        srok.process.wait(30)
        srok.start()
        srok.go(8, "settings")
        assert Atspi.Selection.is_child_selected(srok.find("office.digits"), KHMER), "the digits are remembered"
        assert Atspi.Selection.is_child_selected(srok.find("office.text-size"), TWICE), "the size is remembered"


if __name__ == "__main__":
    sys.exit(run(screen))
