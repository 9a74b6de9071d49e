# SPDX-License-Identifier: GPL-3.0-or-later
"""A figure that no register gives is declared, then a semester's figures on the screen, and who stands behind one of them,
down to the learner."""

import sys
from datetime import date

from journey import Journey, asked, new_office, run, sample_office, wait_for

MONTHS = [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)]
SEMESTER = 1  # among the returns, the month first
LEFT = 5  # the row of who left, after classes, learners, a heading, at the start and new


def declare(srok, office):
    srok.press("ctrl+d")
    srok.keyboard_comes_to("declared.accept")
    srok.picture("figures-0-nothing-declared")
    srok.press("Return")
    srok.find("declare.total")
    srok.choose("declare.institution", 1)
    srok.type_into("declare.total", "២៤")
    srok.type_into("declare.source", "The centre's paper list")
    srok.type_into("declare.source-day", "20/12/2025")
    srok.type_into("declare.declared-by", "លឹម សុភា")
    srok.press("Return")
    # The women are missing: said at the field, and the keyboard is there.
    srok.keyboard_comes_to("declare.female")
    srok.picture("figures-0-women-missing")
    srok.type_into("declare.female", "13")
    srok.press("Return")
    srok.gone("declare.total")
    srok.wait_rows("declared.list", 1)
    srok.picture("figures-0-declared")
    srok.press("Escape")
    srok.gone("declared.accept")
    srok.gone("job.cancel")
    told = [one for month in MONTHS for one in asked("return", office, "declared", month)["declared"]]
    assert [(one["total"], one["female"]) for one in told if "female" in one] == [(24, 13)], told


def declare_as_before(srok, office):
    """What was declared of November is a start for December."""
    srok.choose_holding("returns.month", "December 2025")
    srok.gone("job.cancel")
    srok.press("ctrl+d")
    srok.keyboard_comes_to("declared.accept")
    srok.click("declared.as-before")
    srok.wait_rows("declared.list", 1)
    srok.picture("figures-0-as-before")
    srok.press("Escape")
    srok.gone("declared.accept")
    srok.gone("job.cancel")
    told = asked("return", office, "declared", "2025-12")["declared"]
    assert [(one["total"], one["source_day"]) for one in told] == [(6, "2025-11-20")], told


def declare_first(empty):
    """An office in which nobody has a register yet, and a centre with a long name."""
    asked("institution", empty, "add", "--kind", "clc",
          "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ ភូមិអូរតាគីខាងត្បូង ឃុំព្រែកនរិន្ទ ស្រុកឯកភ្នំ")
    with Journey("figures-empty", arguments=[empty, "--lang", "km"]) as srok:
        srok.go(7, "returns")
        srok.picture("figures-4-empty")
        srok.press("ctrl+d")
        srok.keyboard_comes_to("declared.accept")
        srok.press("Return")
        srok.find("declare.total")
        srok.choose("declare.institution", 1)
        srok.type_into("declare.total", "31")
        srok.type_into("declare.female", "20")
        srok.type_into("declare.source", "បញ្ជីក្រដាសដែលប្រធានមណ្ឌលបានចុះហត្ថលេខា")
        srok.type_into("declare.source-day", date.today().strftime("%d/%m/%Y"))
        srok.type_into("declare.declared-by", "លឹម សុភា")
        srok.picture("figures-5-form")
        srok.press("Return")
        srok.gone("declare.total")
        srok.wait_rows("declared.list", 1)
        srok.picture("figures-6-declared")
        srok.press("Escape")
        srok.gone("declared.accept")
        srok.find("returns.figures")
        srok.gone("job.cancel")
        wait_for(lambda: "1" in srok.text_of_name("returns.declared-summary"), "what was declared")
        srok.picture("figures-7-reported")


def journey():
    declare_first(new_office())
    office = sample_office()
    asked("return", office, "declare", "2025-11", "rooms", "6", "--source", "A count", "--day", "2025-11-20", "--by", "លឹម សុភា")
    with Journey("figures", arguments=[office, "--lang", "en"]) as srok:
        srok.press("alt+7")
        srok.find("returns.figures")
        srok.gone("job.cancel")
        declare(srok, office)
        declare_as_before(srok, office)
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
