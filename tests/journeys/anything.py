# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+K finds everything by a part of its name, Alt+Left goes back to where one was, and Ctrl+Z takes back what was
saved in a form; all by keyboard."""

import sys

from journey import Journey, asked, pump, run, sample_office, wait_for


def rows_of(srok, column=0):
    return [srok.cell_text("quick-find.list", row, column) for row in range(srok.rows("quick-find.list"))]


def look_for(srok, text, expected, column=0):
    """Opens the palette, types, and takes the row that says `expected`."""
    srok.press_until("ctrl+k", lambda: srok.look("quick-find.text"), "the palette")
    srok.keyboard_comes_to("quick-find.text")
    srok.type_into("quick-find.text", text)
    def stands_still():
        # Commands of pages that nobody came to yet are added one page after the other.
        before = rows_of(srok, column)
        for _ in range(40):
            pump()
        return expected in before and before == rows_of(srok, column)
    wait_for(stands_still, lambda: f"{expected} among {rows_of(srok, column)}")
    for _ in range(rows_of(srok, column).index(expected)):
        srok.press("Down")
    return expected


def journey():
    office = sample_office(learners=300)
    learners = asked("find", office, "sok")["learners"]
    learner = learners[0]
    with Journey("anything", arguments=[office, "--lang", "en"]) as srok:
        said = srok.listen()
        srok.says("start.figure.learners", "300")

        # A learner by name, from any page.
        name = learner["name"] or learner["name_km"]
        look_for(srok, learner["number"], name)
        srok.picture("anything-0-found")
        srok.press("Return")
        srok.gone("quick-find.text")
        srok.find("page.learners")
        wait_for(lambda: any(name in text for text in said), "the reader to be told what the arrows came to")

        # A command of a page that is not in front.
        look_for(srok, "roll call", "Roll call of the day...")
        srok.press("Return")
        srok.find("page.attendance")
        srok.press("Escape")

        # Back to the learner, and forward again.
        srok.press_until("alt+Left", lambda: srok.look("page.learners"), "the page before")
        srok.press_until("alt+Right", lambda: srok.look("page.attendance"), "the page after")
        srok.press_until("alt+Left", lambda: srok.look("page.learners"), "the page before")

        # What was opened before stands there before anything is typed.
        srok.press_until("ctrl+k", lambda: srok.look("quick-find.text"), "the palette")
        wait_for(lambda: name in rows_of(srok), "the learner among the last ones")
        srok.picture("anything-1-recent")
        srok.press("Return")
        srok.gone("quick-find.text")

        # A telephone number is typed, taken back in the field, typed again and saved; then the saving is taken back.
        srok.press_until("ctrl+e", lambda: srok.look("learner.phone"), "the form")
        srok.focus("learner.phone")
        shown = srok.text_of("learner.phone")
        srok.press("ctrl+a")
        srok.press("0", "1", "2", "3", "3", "3", "4", "4", "4")
        wait_for(lambda: srok.text_of("learner.phone") == "012333444", "the number typed")
        srok.press("ctrl+z")
        wait_for(lambda: srok.text_of("learner.phone") != "012333444", "the number to go")
        while srok.text_of("learner.phone") != shown:
            srok.press("ctrl+z")
        srok.press("ctrl+shift+z")
        wait_for(lambda: srok.text_of("learner.phone") != shown, "it to come again")
        srok.type_into("learner.phone", "012333444")
        srok.press("ctrl+s")
        srok.gone("learner.phone")

        def with_number():
            return asked("find", office, "012333444")["total"]
        wait_for(lambda: with_number() == 1, "the number in the file")
        srok.press_until("ctrl+z", lambda: with_number() == 0, "the change to be taken back")
        srok.says("message.text", name)
        srok.picture("anything-2-undone")


if __name__ == "__main__":
    sys.exit(run(journey))
