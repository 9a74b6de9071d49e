# SPDX-License-Identifier: GPL-3.0-or-later
"""What to follow up, by keyboard: each list, one centre of it, letters to the guardians, a workbook, the class's month;
then the rates by every group, and one learner's statement of attendance from the page of learners."""

import subprocess
import sys

from journey import Journey, run, sample_office, wait_for

LISTS = ["follow-up.below", "follow-up.in-a-row", "follow-up.over-limit", "follow-up.not-recorded"]


def choose(srok, choice, index):
    srok.choose(choice, index)
    srok.gone("job.cancel")


def follow_up(srok):
    srok.go(4, "attendance")
    srok.click("attendance.follow-up")
    srok.find("follow-up.below")
    for index, view in enumerate(LISTS):
        choose(srok, "follow-up.list", index)
        srok.find(view)
        srok.picture(f"follow-up-{index + 1}")
    # Everyone absent two days or more of the school year.
    choose(srok, "follow-up.list", 1)
    choose(srok, "follow-up.period", 0)
    choose(srok, "follow-up.days", 0)
    wait_for(lambda: srok.rows("follow-up.in-a-row") > 5, "long absences")
    everywhere = srok.rows("follow-up.in-a-row")
    choose(srok, "follow-up.institution", 1)
    wait_for(lambda: 0 < srok.rows("follow-up.in-a-row") < everywhere, "those of one institution")
    srok.picture("follow-up-km")


def letters(srok):
    file = srok.home / "letters.pdf"
    srok.click("follow-up.letters")
    srok.find("paper.first")
    srok.picture("paper-km")
    srok.click("paper.accept")
    srok.save_paper(file)
    text = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout
    assert "លិខិតជូនដំណឹងដល់អាណាព្យាបាល" in text and "SAMPLE" in text
    book = srok.home / "list.xlsx"
    srok.gone("job.cancel")
    srok.click("follow-up.save")
    srok.choose_file(book)
    wait_for(book.exists, "the workbook")
    srok.gone("job.cancel")


def show_class(srok):
    srok.select_row("follow-up.in-a-row", 0)
    name = srok.cell_text("follow-up.in-a-row", 0, 2)
    srok.click("follow-up.accept")
    srok.gone("follow-up.accept")
    wait_for(lambda: srok.chosen("attendance.class") == name, "the class's month")


def rates(srok):
    srok.click("attendance.rates")
    srok.find("rates.list")
    for index, name in enumerate(["class", "month", "sex", "institution", "district"]):
        choose(srok, "rates.by", index)
        wait_for(lambda: srok.rows("rates.list") > 1, f"rates by {name}")
        srok.picture(f"rates-{name}-km")
    # The chart is said in words, the last bar being of all.
    srok.says("rates.chart", " %")
    srok.click("rates.close")
    srok.gone("rates.list")


def statement(srok):
    file = srok.home / "statement.pdf"
    srok.go(2, "learners")
    srok.type_into("learners.search", "សុខ")
    wait_for(lambda: 0 < srok.rows("learners.list") < 1000, "a shorter list")
    srok.select_row("learners.list", 0)
    srok.press("ctrl+p")
    srok.find("paper.class")
    srok.choose("paper.kind", 1)
    srok.type_into("paper.date", "17/12/2025")
    srok.click("paper.accept")
    srok.save_paper(file)
    text = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout
    assert "លិខិតបញ្ជាក់វត្តមាន" in text and "១២រោច" in text
    srok.picture("statement-km")


def journey():
    with Journey("follow_up", arguments=[sample_office(), "--lang", "km"]) as srok:
        srok.find("page.start")
        follow_up(srok)
        letters(srok)
        show_class(srok)
        rates(srok)
        statement(srok)


if __name__ == "__main__":
    sys.exit(run(journey))
