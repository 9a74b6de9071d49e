# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page: its figures are those that the lists behind them give, its cards and charts open those lists by key
alone, and the window answers while a large office is counted."""

import os
import sys
import time

from journey import Atspi, Journey, asked, run, sample_office, wait_for

LEARNERS = 1000
# Nothing takes the window longer: the page counts on a thread of its own. A busy machine is given room.
ANSWER = float(os.environ.get("SROK_ANSWER_SECONDS", "1.0"))


def number_in(srok, control):
    return int(srok.text_of(control).split()[-1])


def figures_agree(srok, office):
    classes = [one for one in asked("class", office, "list")["classes"] if one["status"] == "open"]
    assert number_in(srok, "start.figure.classes") == len(classes)
    assert number_in(srok, "start.figure.enrolled") == sum(one["learners"] for one in classes)
    assert number_in(srok, "start.figure.learners") == LEARNERS
    # Who is at risk is at least who is under the minimum over the school year of the sample's registers.
    below = asked("attendance", office, "below", "--period", "2025-11-01..2026-08-31")["rows"]
    low = {row["number"] for row in below}
    assert number_in(srok, "start.figure.at-risk") >= len(low) > 0, (srok.text_of("start.figure.at-risk"), len(low))
    pairs = asked("duplicates", office)["pairs"]
    srok.says("start.task.look-alikes", str(len(pairs)))


def keys_lead_on(srok):
    # Enter on a card opens the list behind it.
    srok.focus("start.open.enrolled")
    srok.press_until("Return", lambda: srok.look("page.classes"), "the classes")
    srok.go(1, "start")
    srok.find("start.figure.at-risk")
    srok.focus("start.open.at-risk")
    srok.press_until("Return", lambda: srok.look("follow-up.below"), "who is under the minimum")
    wait_for(lambda: srok.rows("follow-up.below") > 0, "learners under the minimum")
    srok.press_until("Escape", lambda: srok.look("follow-up.below") is None, "the window to close")
    # A chart is walked by the arrows and says each bar; Enter opens what stands behind it.
    srok.go(1, "start")
    srok.focus("start.chart.programmes")
    whole = srok.text_of_name("start.chart.programmes")
    srok.press("Right")
    wait_for(lambda: srok.text_of_name("start.chart.programmes") != whole, "the bar to be said")
    bar = srok.text_of_name("start.chart.programmes")
    assert bar in whole or ":" in bar, bar
    srok.press_until("Return", lambda: srok.look("page.classes"), "the classes of the programme")


def dark(srok):
    """Dark is chosen in the settings, and the window is built anew in it."""
    srok.go(8, "settings")
    srok.choose("office.look", 2)
    wait_for(lambda: srok.chosen("office.look") in ("Dark", "ងងឹត"), "the dark window")
    srok.go(1, "start")
    srok.find("start.figure.at-risk")
    srok.picture("start-dark")
    kept = (srok.home / "config" / "srok.conf").read_text(encoding="utf-8")
    assert "look=dark" in kept, kept


def journey():
    office = sample_office(LEARNERS)
    with Journey("start", arguments=[office, "--lang", "en"]) as srok:
        srok.find("start.figure.at-risk")
        figures_agree(srok, office)
        srok.picture("start-en")
        keys_lead_on(srok)
        srok.go(1, "start")
        # While it counts again the window answers: the menu's text comes at once.
        began = time.monotonic()
        Atspi.Component.get_extents(srok.look("page.start"), Atspi.CoordType.SCREEN)
        assert time.monotonic() - began < ANSWER
        dark(srok)


if __name__ == "__main__":
    sys.exit(run(journey))
