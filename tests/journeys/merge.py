# SPDX-License-Identifier: GPL-3.0-or-later
"""Two records that are one person, by keyboard: found with the reason, looked at side by side, the other name taken,
merged, and taken back; then said to be two people, and never shown again."""

import os
import subprocess
import sys

from journey import Atspi, Journey, new_office, run, wait_for

LIST = """ឈ្មោះ,អក្សរឡាតាំង,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,ភូមិ,លេខទូរស័ព្ទ
សុខ សុភា,SOK SOPHEA,ស្រី,12/03/2008,តាពូង,012345678
សុខ សោភា,SOK SOPHA,ស្រី,03/12/2008,តាពូង,
ចាន់ ដារ៉ា,CHAN DARA,ប្រុស,05/06/2001,តាពូង,
"""


def srokctl(*words):
    return subprocess.run([os.environ["SROKCTL"], *map(str, words)], check=False, capture_output=True, text=True).stdout


def fill(office):
    table = office.parent / "list.csv"
    table.write_text(LIST, encoding="utf-8")
    srokctl("import", office, "learners", table, "--take", "review")
    assert srokctl("find", office, "").strip(), "the list was not imported"


def open_look_alikes(srok):
    srok.go(2, "learners")
    srok.focus("learners.list")
    srok.press_until("ctrl+d", lambda: srok.look("lookalikes"), "the look-alikes")
    srok.wait_rows("lookalikes", 1)


def see_both(srok):
    assert "%" in srok.cell_text("lookalikes", 0, 0)
    srok.says("lookalikes.reasons", "ថ្ងៃ និងខែបញ្ច្រាសគ្នា")
    row = srok.find_row("pair", 1, "SOK SOPHEA")
    assert srok.cell_text("pair", row, 2) == "SOK SOPHA"
    assert srok.cell_text("pair", row, 3) == "SOK SOPHEA"
    srok.picture("look-alikes")
    return row


def take_the_other_name(srok, row):
    srok.focus("pair")
    wait_for(lambda: Atspi.Table.is_row_selected(srok.find("pair"), 0), "the keyboard to be on the first field")
    srok.press(*["Down"] * row, "Return")
    wait_for(lambda: srok.cell_text("pair", row, 3) == "SOK SOPHA", "the other name to be taken")


def no_pair_is_left(srok):
    # A list without rows makes place for a sentence.
    wait_for(lambda: srok.look("pair") is None and srok.look("lookalikes") is None, "no pair to be left")


def merge(srok):
    srok.focus("lookalikes")
    srok.press("alt+m")
    no_pair_is_left(srok)
    srok.picture("look-alikes-none")


def take_back(srok):
    srok.press_until("alt+h", lambda: srok.look("merges"), "the merges")
    srok.wait_rows("merges", 1)
    srok.select_row("merges", 0)
    srok.picture("merge-history")
    srok.press("alt+t")
    srok.find("question.do")
    srok.press("Return")
    srok.gone("question.do")
    wait_for(lambda: srok.cell_text("merges", 0, 4) == "បានលុបវិញ", "the merge to be taken back")
    srok.press("Escape")
    srok.gone("merges")
    srok.wait_rows("lookalikes", 1)


def say_two_people(srok):
    srok.focus("lookalikes")
    srok.press("alt+p")
    no_pair_is_left(srok)
    srok.press("Escape")
    srok.gone("lookalikes.merge")
    srok.wait_rows("learners.list", 3)
    srok.focus("learners.list")
    srok.press("ctrl+d")
    srok.find("lookalikes.merge")
    no_pair_is_left(srok)
    # Nothing to choose: the keyboard is on the way out.
    srok.keyboard_comes_to("lookalikes.close")
    srok.press("Escape")
    srok.gone("lookalikes.merge")


def journey():
    office = new_office()
    fill(office)
    with Journey("merge", arguments=[office, "--lang", "km"]) as srok:
        open_look_alikes(srok)
        take_the_other_name(srok, see_both(srok))
        merge(srok)
        take_back(srok)
        say_two_people(srok)


if __name__ == "__main__":
    sys.exit(run(journey))
