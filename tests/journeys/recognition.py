# SPDX-License-Identifier: GPL-3.0-or-later
"""A learner lacks one unit of the award and could do it before: her prior learning is recognised by the keyboard, what
was left out is complained about and mended, the record shows it, the transcript is made, and it is withdrawn again with a
reason. What the windows did is asked of srokctl."""

import subprocess
import sys

from journey import Journey, run, sample_office, wait_for
from main_job import asked

LIST = "record.list"


def one_unit_short(office):
    """A learner of a closed class who may not be awarded for one unit alone, and the class."""
    for taught in asked("class", office, "list")["classes"]:
        for learner in asked("eligible", office, taught["id"])["learners"]:
            if [reason["code"] for reason in learner["reasons"]] == ["unit.missing"]:
                return learner, taught["id"]
    raise AssertionError("nobody in the sample lacks one unit alone")


def text_of(pdf):
    """Its words one after another, wherever the lines of a cell end."""
    words = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    return " ".join(words.split())


def open_record(srok, learner, missing):
    srok.go(2, "learners")
    srok.type_into("learners.search", learner["number"])
    srok.wait_rows("learners.list", 1)
    srok.select_row("learners.list", 0)
    srok.press_until("ctrl+l", lambda: srok.look("record.name"), "the record of learning")
    srok.says("record.missing", missing)


def complaints_vanish(srok):
    """Nothing is written yet: everything that lacks is told, and goes as it is mended."""
    srok.click("recognition.accept")
    for field in ("units", "evidence", "first_assessor"):
        srok.says(f"recognition.{field}.note", ".")
    srok.picture("recognition-1-complaints")
    srok.focus("recognition.unit.life-skills")
    srok.press("space")
    srok.gone("recognition.units.note")
    srok.type_into("recognition.evidence", "Sewing certificate of 2023\nA shirt she made before the assessors, from the "
                   "cut to the last button, in one afternoon at the centre")
    srok.gone("recognition.evidence.note")
    srok.type_into("recognition.first_assessor", "សុខ វណ្ណា")
    srok.gone("recognition.first_assessor.note")
    srok.type_into("recognition.second_assessor", "សុខ វណ្ណា")
    srok.says("recognition.second_assessor.note", "twice")
    srok.type_into("recognition.second_assessor", "Keo Sophal")
    srok.gone("recognition.second_assessor.note")
    srok.picture("recognition-2-form")


def recognise(srok, office, learner):
    srok.press_until("alt+p", lambda: srok.look("recognition.programme"), "the form")
    complaints_vanish(srok)
    srok.click("recognition.accept")
    srok.gone("recognition.programme")
    known = asked("learner", office, "units", learner["number"])
    assert [unit["way"] for unit in known["units"]].count("recognition") == 1, known
    assert [len(one["evidence"]) for one in known["recognitions"]] == [2], known


def see_it(srok):
    row = srok.find_row(LIST, 0, "Unit recognised: Life skills (Primary equivalency)")
    assert srok.cell_text(LIST, row, 5) == "Recognised"
    srok.select_row(LIST, row)
    srok.says("record.detail", "the last button")
    srok.says("record.missing", "Nothing")
    srok.picture("recognition-3-record")
    return row


def transcript(srok, pdf):
    srok.press("alt+t")
    srok.save_paper(pdf)
    paper = text_of(pdf)
    for words in ("Transcript of units earned", "Prior learning", "Class result", "Keo Sophal", "Life skills"):
        assert words in paper, paper


def award_list(srok, office, learner, taught):
    [one] = [one for one in asked("eligible", office, taught)["learners"] if one["id"] == learner["id"]]
    assert one["eligible"], one
    assert {unit["way"] for unit in one["units"]} == {"recognition", "result"}, one
    srok.click("record.close")
    srok.gone("record.close")
    srok.go(6, "certificates")
    srok.find_row("certificates.learners", 4, "May be awarded, on prior learning too")
    srok.select_row("certificates.learners",
                    srok.find_row("certificates.learners", 4, "May be awarded, on prior learning too"))
    srok.says("certificates.reasons", "prior learning recognised on")
    srok.picture("recognition-4-award")


def withdraw(srok, office, learner):
    open_record(srok, learner, "Nothing")
    row = srok.find_row(LIST, 0, "Unit recognised: Life skills (Primary equivalency)")
    srok.select_row(LIST, row)
    srok.press_until("alt+w", lambda: srok.look("withdraw.reason"), "the question why")
    srok.type_into("withdraw.reason", "The certificate was another person's")
    srok.click("withdraw.accept")
    srok.gone("withdraw.reason")
    srok.says("record.missing", "បំណិនជីវិត")
    [kept] = asked("learner", office, "units", learner["number"])["recognitions"]
    assert kept["withdrawn"]["reason"] == "The certificate was another person's", kept


def journey():
    office = sample_office(100)
    learner, taught = one_unit_short(office)
    with Journey("recognition", arguments=[office, "--lang", "en"]) as srok:
        open_record(srok, learner, "បំណិនជីវិត")
        recognise(srok, office, learner)
        see_it(srok)
        transcript(srok, srok.home / "transcript.pdf")
        award_list(srok, office, learner, taught)
        withdraw(srok, office, learner)


if __name__ == "__main__":
    sys.exit(run(journey))
