# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of every page in both languages, light and dark: what a person sees, to be judged by looking.

    tests/journeys/run.sh tests/journeys/gallery.py [--learners N] [LOOK-LANGUAGE …]

SROK, SROKCTL and SROK_PICTURES as for every journey; SROK_SCREEN is the screen's size. gallery.sh makes the
README's contact sheets of them.
"""

import argparse
import os
import subprocess
import sys

from journey import Journey, run, sample_office
from walk import PAGES

LOOKS = {"light": "Adwaita", "dark": "Adwaita:dark"}
LAST = ("audit", "page.audit")  # who wrote what; walk.py stops before it


def fill_screen(srok):
    """On a large screen the window is as large as a person draws it; there is no desktop here to do that."""
    width, height = os.environ.get("SROK_SCREEN", "1366x768").split("x")
    subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "srok", "windowsize", width, height], check=False)


def pictures(office, look, language):
    with Journey(f"gallery-{look}-{language}", arguments=[office, "--lang", language],
                 environment={"GTK_THEME": LOOKS[look]}) as srok:
        srok.find("start.figure.learners")
        fill_screen(srok)
        for number, (page, control) in enumerate([*PAGES, LAST], start=1):
            srok.go(number, page)
            srok.find(control)
            srok.gone("job.cancel")  # what a page counts in the background stands there
            srok.picture(f"gallery-{look}-{language}-{number}-{page}")


def gallery():
    words = argparse.ArgumentParser()
    words.add_argument("--learners", type=int, default=1000)
    words.add_argument("which", nargs="*", default=[f"{look}-{language}" for look in LOOKS for language in ("km", "en")])
    asked = words.parse_args()
    office = sample_office(asked.learners)
    for one in asked.which:
        pictures(office, *one.split("-"))


if __name__ == "__main__":
    sys.exit(run(gallery))
