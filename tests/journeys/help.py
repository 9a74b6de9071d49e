# SPDX-License-Identifier: GPL-3.0-or-later
"""F1 on every page and over a dialog, in both languages: the right topic, searching in it, and back by the keyboard."""

import sys

from journey import Journey, run, sample_office, wait_for

PAGES = ["start", "learners", "classes", "attendance", "assessment", "certificates", "returns", "settings", "audit"]


def look_at(srok, language, pages):
    for number, page in enumerate(PAGES, start=1):
        if page not in pages:
            continue
        srok.press(f"alt+{number}")
        srok.find(f"page.{page}")
        srok.gone("job.cancel")
        srok.press_until("F1", lambda: srok.look("help.text"), "the help")
        srok.keyboard_comes_to("help.text")
        said = srok.text_of("help.text")
        title = srok.find(f"page.{page}").get_name()
        assert said.strip().splitlines()[0] == title, f"{page}: {said[:40]!r} and not {title!r}"
        srok.picture(f"help-{page}-{language}")
        srok.press("Escape")
        srok.gone("help.text")


def journey():
    with Journey("help", arguments=[sample_office(), "--lang", "km"]) as srok:
        look_at(srok, "km", PAGES)
        # Searching leaves the topics that speak of it, and goes to the place.
        srok.press("F1")
        srok.keyboard_comes_to("help.text")
        srok.type_into("help.search", "USB")
        wait_for(lambda: "USB" in srok.text_of("help.text") and srok.rows("help.topics") < 6, "the topics with USB")
        srok.picture("help-search-km")
        srok.type_into("help.search", "zzz")
        srok.gone("help.topics")  # a sentence stands there
        srok.press("Escape")
        srok.gone("help.text")
        srok.press("ctrl+shift+l")
        wait_for(lambda: srok.look("page.audit") and srok.find("page.audit").get_name() == "Record", "the window in English")
        look_at(srok, "en", ["attendance", "audit"])
        # Over a dialog its own help; then the dialog is there again.
        srok.press("alt+2")
        srok.find("page.learners")
        srok.press("ctrl+n")
        srok.keyboard_comes_to("learner.name_km")
        srok.press("F1")
        srok.keyboard_comes_to("help.text")
        assert "A learner's form" in srok.text_of("help.text")
        srok.picture("help-form-en")
        srok.click("help.see.learners")
        srok.says("help.text", "Everyone who learns")
        srok.press("alt+Left")
        srok.says("help.text", "A learner's form")
        srok.press("Escape")
        srok.gone("help.text")
        srok.find("learner.name_km")


if __name__ == "__main__":
    sys.exit(run(journey))
