# SPDX-License-Identifier: GPL-3.0-or-later
"""A headteacher's award day, in an office with accounts. She logs in and asks to close a class: the window says which day and
whose mark it lacks, and she types both. The clerk prepares the award list but may not check it, an officer does, and she
approves it. She reads why one learner may not be awarded, looks at a certificate, issues them all, checks one's code and
saves the handover register. What the windows did is asked of srokctl, which reads the same file."""

import os
import re
import sys

from journey import Journey, asked, paper_text, run, sample_office, wait_for

LANGUAGE = os.environ.get("SROK_LANGUAGE", "en")
PASSWORD, PHRASE = "seven elephants at dawn", "the office's own phrase"
PEOPLE = {"head": "សុខ សុភា", "clerk": "គឹម លីដា", "officer": "មាស វិចិត្រ"}
DAY = re.compile(r"(\d{4}-\d{2})-(\d{2})")
LIST, CLASSES = "certificates.learners", "certificates.classes-list"


class Office:
    """A sample district with its people, and the one class that is over, complete but for a day and a mark."""

    def __init__(self):
        self.file = sample_office(200)
        word, phrase = self.file.with_name("word.txt"), self.file.with_name("phrase.txt")
        word.write_text(PASSWORD + "\n", encoding="utf-8")
        phrase.write_text(PHRASE + "\n", encoding="utf-8")
        missing = asked("attendance", self.file, "not-recorded", "--period", "2025-11..2026-08")["rows"][0]
        self.name_km, self.day = missing["class"]["name_km"], missing["days"][0]
        self.of = next(one for one in asked("class", self.file, "list")["classes"] if one["name_km"] == self.name_km)
        self.shown = self.of["name" if LANGUAGE == "en" else "name_km"]
        asked("--key-password-file", phrase, "user", self.file, "add", "chan.thy", "--role", "administrator",
              "--new-password-file", word)
        admin = ("--as", "chan.thy", "--password-file", word, "user", self.file, "add")
        asked(*admin, "head", "--role", "headteacher", "--institution", self.of["institution"], "--full-name",
              PEOPLE["head"], "--new-password-file", word)
        asked(*admin, "clerk", "--role", "clerk", "--full-name", PEOPLE["clerk"], "--new-password-file", word)
        asked(*admin, "officer", "--role", "district-officer", "--full-name", PEOPLE["officer"], "--new-password-file", word)

    def learners(self):
        return asked("eligible", self.file, self.of["id"])["learners"]

    def status(self):
        return next(one for one in asked("class", self.file, "list")["classes"] if one["id"] == self.of["id"])["status"]

    def unmarked(self):
        """Who is in the class to its end and lacks a mark."""
        def codes(one):
            return {reason["code"] for reason in one["reasons"]}
        return [one for one in self.learners() if "scores.missing" in codes(one) and "enrolment.left" not in codes(one)]

    def name(self, learner):
        return learner["name" if LANGUAGE == "en" else "name_km"]

    def list(self):
        return asked("certificate", self.file, "list", self.of["id"])


def next_person(srok, name):
    """One leaves the desk, another sits down and logs in."""
    srok.press_until("ctrl+shift+k", lambda: srok.look("log-in.password"), "the lock")
    srok.click("log-in.cancel")
    srok.find("welcome.recent")
    srok.press_until("Return", lambda: srok.look("log-in.name"), "the office to be opened")
    srok.log_in(name, PASSWORD)
    srok.find("page.start")


def what_it_lacks(srok, office):
    srok.go(3, "classes")
    srok.select_row("classes", srok.find_row("classes", 0, office.shown))
    srok.click("class.close")
    srok.wait_rows("class-close.missing", 2)
    without = office.unmarked()
    assert len(without) == 1, without
    assert str(int(office.day[-2:])) == srok.cell_text("class-close.missing", 0, 1)
    assert office.name(without[0]) in srok.cell_text("class-close.missing", 1, 0)
    srok.picture("award-day-1-lacks")
    srok.press("Escape")
    srok.gone("class-close.accept")
    return without[0]


def type_what_it_lacks(srok, office, learner):
    month, day = DAY.fullmatch(office.day).groups()
    srok.go(4, "attendance")
    srok.choose_holding("attendance.class", office.shown)
    wait_for(lambda: srok.rows("attendance.register") >= office.of["learners"], "the class's register")
    srok.focus("attendance.register")
    slashed = "/".join(reversed(month.split("-")))
    srok.press("ctrl+Home")
    srok.press_until("ctrl+Prior", lambda: slashed in srok.text_of("attendance.cell"), month, pause=1)
    srok.press("ctrl+Home", *["Right"] * (int(day) - 1))
    srok.says("attendance.cell", f"{day}/{slashed}")
    srok.press("ctrl+p")
    wait_for(lambda: not asked("attendance", office.file, "not-recorded", "--period", month)["rows"], "the day to be taken")
    srok.go(5, "assessment")
    srok.choose_holding("assessment.class", office.shown)
    listed = asked("results", office.file, office.of["id"])["learners"]
    srok.wait_rows("assessment.scores", len(listed))
    srok.focus("assessment.scores")
    row = next(at for at, one in enumerate(listed) if one["number"] == learner["number"])
    # He was absent at one examination; the mark of the second sitting came this morning.
    column = next(at for at in range(4) if not srok.cell_text("assessment.scores", row, at)[:1].isdigit())
    srok.press("ctrl+Home", *["Down"] * row, *["Right"] * column, "7", "Return")
    wait_for(lambda: not office.unmarked(), "the mark that was missing")


def close(srok, office):
    srok.go(3, "classes")
    srok.select_row("classes", srok.find_row("classes", 0, office.shown))
    srok.click("class.close")
    srok.find("class-close.accept")
    assert srok.look("class-close.missing") is None, "something is still missing"
    srok.click("class-close.accept")
    srok.gone("class-close.accept")
    wait_for(lambda: office.status() == "closed", "the class to be closed")


def to_class(srok, office):
    srok.go(6, "certificates")
    srok.select_row(CLASSES, srok.find_row(CLASSES, 0, office.shown))
    srok.wait_rows(LIST, len(office.learners()))


def step(srok, office, button, name, state):
    srok.click(button)
    srok.type_into("award-step.name", name)
    srok.press("Return")
    srok.gone("award-step.name")
    wait_for(lambda: office.list()["state"] == state, f"the list to be {state}")


def prepared(srok, office):
    next_person(srok, "clerk")
    to_class(srok, office)
    step(srok, office, "certificates.prepare", PEOPLE["clerk"], "prepared")
    # Whoever prepared it does not check it.
    srok.click("certificates.check")
    srok.type_into("award-step.name", PEOPLE["clerk"])
    srok.press("Return")
    srok.says("message.text", PEOPLE["clerk"])
    assert office.list()["state"] == "prepared", "its preparer checked it"
    srok.picture("award-day-2-own-check")
    srok.press("Escape")
    srok.gone("award-step.name")


def checked_and_approved(srok, office):
    next_person(srok, "officer")
    to_class(srok, office)
    step(srok, office, "certificates.check", PEOPLE["officer"], "checked")
    next_person(srok, "head")
    to_class(srok, office)
    step(srok, office, "certificates.approve", PEOPLE["head"], "approved")
    steps = office.list()["steps"]
    assert [(one["step"], one["name"]) for one in steps] == [
        ("prepare", PEOPLE["clerk"]), ("check", PEOPLE["officer"]), ("approve", PEOPLE["head"])], steps
    entries = asked("audit", office.file, "--limit", 20)["entries"]
    verbs = {entry["verb"]: entry["actor"] for entry in entries if entry["verb"].startswith("award.")}
    assert verbs == {"award.prepare": "clerk", "award.check": "officer", "award.approve": "head"}, verbs


def why_not(srok, office):
    """A mother asks why her son gets none: it stands beside his name."""
    failed = next(one for one in office.learners() if [why["code"] for why in one["reasons"]] == ["average.below"])
    srok.select_row(LIST, srok.find_row(LIST, 0, office.name(failed)))
    average = re.search(r"\d+\.\d\d", failed["reasons"][0]["message"]).group()
    srok.says("certificates.reasons", average)
    srok.says("certificates.reasons", office.name(failed))
    srok.picture("award-day-3-why-not")


def issue(srok, office, folder):
    awarded = [one for one in office.learners() if one["eligible"]]
    srok.select_row(LIST, srok.find_row(LIST, 0, office.name(awarded[0])))
    srok.press("ctrl+p")
    srok.find("preview.page")
    srok.picture("award-day-4-preview")
    srok.press("Escape")
    srok.gone("preview.page")
    folder.mkdir()
    srok.press("ctrl+i")
    srok.find("issue.scope")
    srok.click("issue.accept")
    srok.choose_file(folder)
    srok.type_secret("passphrase.text", PHRASE)
    srok.press("Return")
    srok.wait_rows("issued.files", len(awarded))
    srok.press("Escape")
    srok.gone("issued.files")
    pdfs = sorted(folder.glob("*.pdf"))
    assert len(pdfs) == len(awarded), pdfs
    assert office.status() == "issued"
    return pdfs


def check_one(srok, office, pdf):
    """The Check tab reads the square code of the paper, and srokctl believes the same code."""
    srok.choose_tab("certificates.tabs", 2)
    srok.click("verify.file")
    srok.choose_file(pdf)
    srok.says("verify.serial", pdf.stem)
    said = asked("verify", srok.text_of("verify.code"), "--office", office.file)
    assert (said["verdict"], said["serial"]) == ("genuine", pdf.stem), said
    assert srok.text_of("verify.name") == said["name_km"], said
    srok.picture("award-day-5-checked")


def handover(srok, office, folder):
    srok.choose_tab("certificates.tabs", 0)
    srok.press_until("ctrl+t", lambda: srok.look("statements.learners"), "the papers beside certificates")
    srok.click("statements.handover")
    srok.save_paper(folder / "handover.pdf")
    paper = paper_text(folder / "handover.pdf").replace("\u200b", "")
    missing = [one["name_km"] for one in office.learners() if one["eligible"] and one["name_km"] not in paper]
    assert not missing, missing
    srok.click("statements.close")
    srok.gone("statements.learners")


def journey():
    office = Office()
    with Journey("award-day", arguments=[office.file, "--lang", LANGUAGE]) as srok:
        srok.log_in("head", PASSWORD)
        srok.find("page.start")
        type_what_it_lacks(srok, office, what_it_lacks(srok, office))
        close(srok, office)
        prepared(srok, office)
        checked_and_approved(srok, office)
        why_not(srok, office)
        pdfs = issue(srok, office, srok.home / "certificates")
        check_one(srok, office, pdfs[0])
        handover(srok, office, srok.home)
    assert asked("check", office.file)["ok"]


if __name__ == "__main__":
    sys.exit(run(journey))
