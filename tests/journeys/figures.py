# SPDX-License-Identifier: GPL-3.0-or-later
"""A semester's figures on the screen, and who stands behind one of them, down to the learner."""

import sys

from journey import Journey, run, sample_office, wait_for

SEMESTER = 1  # among the returns, the month first
LEFT = 5  # the row of who left, after classes, learners, a heading, at the start and new


def journey():
    with Journey("figures", arguments=[sample_office(), "--lang", "en"]) as srok:
        srok.press("alt+7")
        srok.find("returns.figures")
        srok.gone("job.cancel")
        srok.choose("returns.layout", SEMESTER)
        wait_for(lambda: "Semester" in srok.chosen("returns.month"), "the semesters")
        srok.gone("job.cancel")
        wait_for(lambda: srok.cell_text("returns.figures", LEFT, 0).startswith("Left in the semester"), "the semester's rows")
        left = int(srok.cell_text("returns.figures", LEFT, 1))
        assert left > 0, "nobody left in the sample"
        srok.picture("figures-1-semester")
        srok.select_row("returns.figures", LEFT)
        srok.press("ctrl+l")
        srok.wait_rows("returns.behind-list", left)
        srok.picture("figures-2-behind")
        number = srok.cell_text("returns.behind-list", 0, 0)
        srok.press("Return")
        srok.gone("returns.behind-list")
        srok.find("page.learners")
        assert number.startswith("0202-")
        srok.picture("figures-3-learner")


if __name__ == "__main__":
    sys.exit(run(journey))
