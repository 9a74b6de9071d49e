# SPDX-License-Identifier: GPL-3.0-or-later
"""The year ends, by keyboard: what is not done yet is looked at, a learner goes up though her marks are missing, the new
class gets another name, and the year is rolled over. A second time there is nothing to do; then it is taken back. What
the windows did is asked of srokctl, which reads the same file."""

import json
import os
import subprocess
import sys

from journey import Journey, run, sample_office, wait_for

LEARNERS = "rollover.learners"
CLASSES = "rollover.classes"
PICTURE = "rollover"
REASON = "លទ្ធផលនៅលើក្រដាស"


def asked(*words):
    done = subprocess.run([os.environ["SROKCTL"], *map(str, words), "--json"], capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return json.loads(done.stdout)


def classes(office):
    return asked("class", office, "list")["classes"]


def plan(office):
    return asked("rollover", office, "plan", "--year", "2025-2026")


def add_first_grade(office):
    """A first grade with two learners of the sample and no mark yet; their numbers."""
    school = asked("institution", office, "list")["institutions"][0]["id"]
    grade = asked("class", office, "open", "ថ្នាក់ទី១ ក", "--latin", "Grade 1 A", "--programme", "primary",
                  "--level", "grade-1", "--institution", school, "--from", "2025-11-03", "--to", "2026-08-28",
                  "--days", "12345", "--hours", "4")["id"]
    numbers = [one["number"] for one in asked("find", office, "")["learners"][:2]]
    asked("class", office, "enrol", grade, *numbers)
    return numbers


def open_dialog(srok):
    srok.press_until("ctrl+shift+n", lambda: srok.look("rollover.year"), "the roll-over")


def see_what_is_not_done(srok, planned):
    open_dialog(srok)
    srok.wait_rows("rollover.checks", sum(len(one["findings"]) for one in planned["checks"]))
    srok.keyboard_comes_to("rollover.next")
    srok.picture(f"{PICTURE}-1-checks")
    # What is not done yet opens where it is done.
    srok.select_row("rollover.checks", srok.find_row("rollover.checks", 2, srok.cell_text("rollover.checks", 1, 2)))
    srok.press("Return")
    srok.gone("rollover.checks")
    srok.go(3, "classes")
    open_dialog(srok)
    srok.keyboard_comes_to("rollover.next")


def let_one_go_up(srok, planned, number):
    srok.press("Return")
    srok.wait_rows(LEARNERS, len(planned["learners"]))
    srok.keyboard_comes_to(LEARNERS)
    srok.picture(f"{PICTURE}-2-learners")
    srok.choose("rollover.show", 2)  # who stays
    stays = [one for one in planned["learners"] if one["decision"] == "repeat"]
    srok.wait_rows(LEARNERS, len(stays))
    row = next(row for row, one in enumerate(stays) if one["number"] == number and one["why"]
               and one["why"][0]["code"] == "attendance.not-recorded" and one["into"].startswith("ថ្នាក់"))
    srok.select_row(LEARNERS, row)
    srok.says("rollover.why", srok.cell_text(LEARNERS, row, 0))
    srok.says("rollover.why", srok.cell_text(LEARNERS, row, 5))
    srok.press_until("1", lambda: srok.look("rollover-reason.reason"), "the question for the reason")
    srok.type_into("rollover-reason.reason", REASON)
    srok.press("Return")
    srok.gone("rollover-reason.reason")
    srok.wait_rows(LEARNERS, len(stays) - 1)
    srok.choose("rollover.show", 5)  # otherwise than the rules
    srok.wait_rows(LEARNERS, 1)
    assert srok.cell_text(LEARNERS, 0, 1) == number
    assert srok.cell_text(LEARNERS, 0, 5) == REASON
    srok.picture(f"{PICTURE}-3-otherwise")
    # What was decided is not lost by a key.
    srok.press_until("Escape", lambda: srok.look("question.leave"), "the question before leaving")
    srok.press_until("Escape", lambda: not srok.look("question.leave"), "the question to go")
    assert srok.look(LEARNERS)


def name_the_class(srok, planned):
    srok.click("rollover.next")
    srok.wait_rows(CLASSES, len(planned["classes"]) + 1)
    row = srok.rows(CLASSES) - 1  # the second grade, which nobody taught this year
    srok.press("End")
    srok.press_until("Return", lambda: srok.look("rollover-name.km"), "the names")
    assert srok.text_of("rollover-name.km") == "ថ្នាក់ទី២ ក"
    srok.type_into("rollover-name.km", "ថ្នាក់ទី២ ខ")
    srok.type_into("rollover-name.latin", "Grade 2 B")
    srok.press("Return")
    srok.gone("rollover-name.km")
    wait_for(lambda: srok.cell_text(CLASSES, row, 0) in ("ថ្នាក់ទី២ ខ", "Grade 2 B"), "the new name")
    srok.picture(f"{PICTURE}-4-classes")


def roll_over(srok, office, before, number):
    srok.click("rollover.go")
    srok.says("message.text", "2026-2027")
    srok.picture(f"{PICTURE}-5-done")
    now = classes(office)
    new = [one for one in now if one["from"] >= "2026-11-01"]
    assert len(now) == len(before) + len(new) and new, new
    second = next(one for one in new if one["name_km"] == "ថ្នាក់ទី២ ខ")
    assert second["learners"] == 1, second
    assert asked("find", office, number, "--class", second["id"])["total"] == 1
    srok.keyboard_comes_to("rollover.leave")
    srok.press("Return")
    srok.gone("rollover.year")


def not_twice(srok):
    open_dialog(srok)
    srok.says("message.text", "2025-2026")
    srok.picture(f"{PICTURE}-6-twice")
    srok.press_until("Escape", lambda: not srok.look("rollover.year"), "the roll-over to close")


def take_back(srok, office, before):
    srok.go(3, "classes")
    open_dialog(srok)
    srok.click("rollover.history")
    srok.wait_rows("rollovers", 1)
    srok.picture(f"{PICTURE}-7-history")
    srok.click("rollovers.undo")
    wait_for(lambda: classes(office) == before, "the new classes to be gone")
    assert asked("rollover", office, "list")["rollovers"][0]["undone"]
    srok.press_until("Escape", lambda: not srok.look("rollovers"), "the list to close")
    srok.keyboard_comes_to("rollover.next")  # the year can be rolled over again


def journey():
    office = sample_office(200)
    numbers = add_first_grade(office)
    before = classes(office)
    planned = plan(office)
    with Journey("rollover", arguments=[office, "--lang", os.environ.get("SROK_LANGUAGE", "km")]) as srok:
        srok.go(3, "classes")
        see_what_is_not_done(srok, planned)
        let_one_go_up(srok, planned, numbers[0])
        name_the_class(srok, planned)
        roll_over(srok, office, before, numbers[0])
        not_twice(srok)
        take_back(srok, office, before)


if __name__ == "__main__":
    sys.exit(run(journey))
