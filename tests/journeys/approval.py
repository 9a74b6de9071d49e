# SPDX-License-Identifier: GPL-3.0-or-later
"""A class's award list at the office: the clerk prepares it, a colleague checks it, the headteacher sends it back with
remarks, it is prepared again and approved on paper. What the windows did is asked of srokctl, which reads the same
file."""

import os
import sys

from journey import Journey, asked, run, sample_office, wait_for

CLASSES = "certificates.classes-list"


def award_list(office, taught):
    return asked("certificate", office, "list", taught["id"])


def waits(office, taught):
    return next(one for one in asked("certificate", office, "lists")["lists"] if one["class"] == taught["id"])


def step(srok, button, name):
    srok.click(button)
    srok.type_into("award-step.name", name)


def accept(srok):
    srok.click("award-step.accept")
    srok.gone("award-step.name")


def prepared_and_checked(srok, office, taught, number):
    step(srok, "certificates.prepare", "ឡុង សុជាតា")
    srok.picture(f"approval-{number}-prepare")
    accept(srok)
    wait_for(lambda: award_list(office, taught)["list"] == number, "the list")
    step(srok, "certificates.check", "ឡុង សុជាតា")
    srok.click("award-step.accept")
    srok.says("message.text", "ឡុង សុជាតា")  # not by whoever prepared it
    srok.type_into("award-step.name", "មាស វិចិត្រ")
    accept(srok)
    wait_for(lambda: award_list(office, taught)["state"] == "checked", "the check")


def sent_back(srok, office, taught):
    step(srok, "certificates.return", "សុខ សុភា")
    srok.type_into("award-step.remark", "សូមពិនិត្យឈ្មោះម្តងទៀត")
    srok.select_row("award-step.learners", 1)
    srok.type_into("award-step.line-remark", "ខុសអក្ខរាវិរុទ្ធ")
    srok.picture("approval-2-return")
    accept(srok)
    wait_for(lambda: waits(office, taught)["waits_for"] == "mending", "the list to be back")
    last = award_list(office, taught)["steps"][-1]
    assert last["remark"] == "សូមពិនិត្យឈ្មោះម្តងទៀត", last
    assert [one["remark"] for one in last["remarks"]] == ["ខុសអក្ខរាវិរុទ្ធ"], last
    srok.says("certificates.next", "សុខ សុភា")
    srok.picture("approval-3-returned")


def approved_on_paper(srok, office, taught, folder):
    paper = folder / "signed.pdf"
    asked("certificate", office, "list", taught["id"], "--out", paper)
    step(srok, "certificates.approve", "សុខ សុភា")
    srok.click("award-step.on-paper")
    day = asked("certificate", office, "list", taught["id"])["steps"][0]["day"]
    srok.type_into("award-step.day", "/".join(reversed(day.split("-"))))
    srok.click("award-step.scan")
    srok.choose_file(paper)
    srok.picture("approval-4-approve")
    accept(srok)
    wait_for(lambda: award_list(office, taught)["state"] == "approved", "the approval")
    last = award_list(office, taught)["steps"][-1]
    assert (last["on_paper"], last["scan"], last["day"], last["role"]) == (True, "pdf", day, "headteacher"), last
    srok.picture("approval-5-approved")


def looked_back(srok, lists):
    srok.click("certificates.history")
    # Two lists: prepared, checked, returned with a remark; prepared, checked, approved.
    srok.wait_rows("award-history.steps", 7)
    srok.picture("approval-6-history")
    srok.press("Escape")
    srok.gone("award-history.close")
    srok.click("certificates.lists")
    srok.wait_rows("award-waiting.lists", lists)
    srok.picture("approval-7-waiting")
    srok.press("Escape")
    srok.gone("award-waiting.close")


def journey():
    office = sample_office(200)
    taught = next(one for one in asked("class", office, "list")["classes"] if one["status"] == "closed")
    shown = "name" if os.environ.get("SROK_LANGUAGE") == "en" else "name_km"
    with Journey("approval", arguments=[office, "--lang", os.environ.get("SROK_LANGUAGE", "km")]) as srok:
        srok.go(6, "certificates")
        srok.select_row(CLASSES, srok.find_row(CLASSES, 0, taught[shown]))
        srok.picture("approval-0-before")
        prepared_and_checked(srok, office, taught, 1)
        sent_back(srok, office, taught)
        prepared_and_checked(srok, office, taught, 2)
        approved_on_paper(srok, office, taught, srok.home)
        looked_back(srok, len(asked("certificate", office, "lists")["lists"]))


if __name__ == "__main__":
    sys.exit(run(journey))
