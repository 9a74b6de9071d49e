# SPDX-License-Identifier: GPL-3.0-or-later
"""A new clerk makes the sample district in the first window, and the first hour stands beside it: a step opens its page, is
ticked when it was really done, and the window is put away and called back."""

import sys
import tempfile
from pathlib import Path

from journey import Journey, run, wait_for


def journey():
    with tempfile.TemporaryDirectory(prefix="srok-first-hour-") as folder, \
            Journey("first-hour", arguments=["--lang", "km"]) as srok:
        srok.find("welcome.sample")
        srok.press_until("F1", lambda: srok.look("help.text"), "the help of the first window")
        srok.picture("help-welcome-km")
        srok.press("Escape")
        srok.gone("help.text")
        srok.click("welcome.sample")
        srok.choose_file(Path(folder) / "sample.srok")
        srok.find("page.start")
        srok.find("first-hour.steps")
        srok.wait_rows("first-hour.steps", 9)
        progress = srok.text_of("first-hour.progress")
        assert "0" in progress, progress
        srok.picture("first-hour-km")
        srok.click("first-hour.go")
        srok.find("page.learners")
        # The first step, done where it is done by anybody.
        srok.click("learner.add")
        srok.find("learner.name_km")
        srok.type_into("learner.name_km", "សុខ ស្រីមុំ")
        srok.choose("learner.sex", 0)
        srok.click("learner.accept")
        srok.gone("learner.name_km")
        wait_for(lambda: srok.cell_text("first-hour.steps", 0, 0) == "✓", "the tick of the first step")
        assert srok.text_of("first-hour.progress") != progress
        assert srok.cell_text("first-hour.steps", 1, 0) == ""
        srok.picture("first-hour-ticked-km")
        srok.click("first-hour.away")
        srok.gone("first-hour.steps")
        # Called back from the menu it still knows, as the office's record does.
        srok.press("F6")
        srok.press("F10")
        srok.press("Left")  # round to the last menu
        srok.press("Down", "Down", "Down", "Return")
        srok.find("first-hour.steps")
        assert srok.cell_text("first-hour.steps", 0, 0) == "✓"
        # It comes along into the other language.
        khmer = srok.text_of("first-hour.progress")
        srok.click("language")
        wait_for(lambda: srok.look("first-hour.progress") and srok.text_of("first-hour.progress") == "1 of 9 done",
                 "the first hour in English")
        assert khmer != "1 of 9 done"


if __name__ == "__main__":
    sys.exit(run(journey))
