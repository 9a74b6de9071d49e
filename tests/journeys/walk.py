# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page by keyboard, in both languages, on a sample office."""

import sys

from journey import Journey, run, sample_office, wait_for

# Alt+1 and so on, in the order of the sidebar; and a control that must be there for the page to be whole.
PAGES = [
    ("start", "start.figure.learners"),
    ("learners", "learners.list"),
    ("classes", "classes"),
    ("attendance", "page.attendance"),
    ("assessment", "page.assessment"),
    ("certificates", "certificates.learners"),
    ("returns", "returns.figures"),
    ("settings", "settings.tabs"),
]


def walk(srok, language):
    for number, (page, control) in enumerate(PAGES, start=1):
        srok.press(f"alt+{number}")
        srok.find(f"page.{page}")
        srok.find(control)
        srok.gone("job.cancel")  # what a page counts in the background stands there
        srok.picture(f"{page}-{language}")
    # The sidebar goes the same way, by arrows.
    srok.press("F6")
    srok.press("Home")
    srok.find("page.start")
    srok.press("Down")
    srok.find("page.learners")


def journey():
    with Journey("walk", arguments=[sample_office(), "--lang", "km"]) as srok:
        srok.says("start.figure.learners", "1000")
        walk(srok, "km")
        khmer = srok.text_of_name("learners.search")
        srok.press("ctrl+shift+l")
        wait_for(lambda: srok.look("learners.search") and srok.text_of_name("learners.search") != khmer,
                 "the window in English")
        walk(srok, "en")
        # The office stays open through the change: the search still finds.
        srok.press("ctrl+f")
        srok.type_into("learners.search", "sok")
        wait_for(lambda: 0 < srok.rows("learners.list") < 1000, "a shorter list")
        srok.type_into("learners.search", "សុខ")
        wait_for(lambda: 0 < srok.rows("learners.list") < 1000, "a shorter list for Khmer")


if __name__ == "__main__":
    sys.exit(run(journey))
