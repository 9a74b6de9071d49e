# SPDX-License-Identifier: GPL-3.0-or-later
"""A parcel to a school and back: the district writes it on the screen, the school's own file takes it after a preview,
the headteacher approves and prints at the shell, and the district takes the answer. What the windows did is asked of
srokctl, which reads the same files."""

import os
import sys

from journey import Journey, asked, run, sample_office, wait_for

LANGUAGE = os.environ.get("SROK_LANGUAGE", "km")


def waits(office, wanted):
    return next(one for one in asked("certificate", office, "lists")["lists"] if one["waits_for"] == wanted)


def written(srok, office, parcel, institution):
    srok.click("parcel.out")
    shown = institution["institution_name" if LANGUAGE == "en" else "institution_km"]
    srok.select_row("parcel-out.institutions", srok.find_row("parcel-out.institutions", 0, shown))
    srok.type_into("parcel-out.headteacher", "សុខ សុភា")
    srok.picture("parcel-1-out")
    srok.click("parcel-out.accept")
    srok.choose_file(parcel)
    wait_for(parcel.exists, "the parcel")
    wait_for(lambda: asked("parcel", office, "list")["parcels"], "the parcel to be kept")
    assert asked("parcel", office, "list")["parcels"][0]["headteacher"] == "សុខ សុភា"


def taken(srok, office, parcel, picture):
    srok.click("parcel.in")
    srok.choose_file(parcel)
    srok.says("parcel-in.counts", "0")
    srok.picture(picture)
    before = len(asked("parcel", office, "list")["parcels"])
    srok.click("parcel-in.take")
    wait_for(lambda: len(asked("parcel", office, "list")["parcels"]) == before + 1, "the parcel to be taken")
    srok.gone("parcel-in.take")


def journey():
    office = sample_office(200)
    closed = next(one for one in asked("class", office, "list")["classes"] if one["status"] == "closed")
    asked("certificate", office, "prepare", closed["id"], "--by", "ឡុង សុជាតា")
    asked("certificate", office, "check", closed["id"], "--by", "មាស វិចិត្រ")
    school = office.with_name("school.srok")
    asked("new", school, "--area", "0202", "--institution", "S1", "--name", "សាលា គំរូ")
    out, back = office.with_name("out.srokp"), office.with_name("back.srokp")
    with Journey("parcel-district", arguments=[office, "--lang", LANGUAGE]) as srok:
        srok.go(6, "certificates")
        written(srok, office, out, waits(office, "approval"))
    with Journey("parcel-school", arguments=[school, "--lang", LANGUAGE]) as srok:
        srok.go(6, "certificates")
        taken(srok, school, out, "parcel-2-school")
        srok.wait_rows("certificates.classes-list", len(asked("class", school, "list")["classes"]))
        srok.picture("parcel-3-school-classes")
    there = waits(school, "approval")["class"]
    asked("certificate", school, "approve", there, "--by", "សុខ សុភា", "--role", "headteacher")
    issued = asked("certificate", school, "issue", there, "--out", office.with_name("pdf"))["issued"]
    assert issued
    asked("parcel", school, "out", "--out", back)
    with Journey("parcel-back", arguments=[office, "--lang", LANGUAGE]) as srok:
        srok.go(6, "certificates")
        taken(srok, office, back, "parcel-4-back")
        srok.click("parcel.list")
        srok.wait_rows("parcels.list", 2)
        srok.picture("parcel-5-history")
        srok.press("Escape")
        srok.gone("parcels.close")
    code = issued[0]["code"]
    assert asked("verify", code, "--office", office)["verdict"] == "genuine"
    assert next(one for one in asked("class", office, "list")["classes"] if one["id"] == closed["id"])["status"] == "issued"


if __name__ == "__main__":
    sys.exit(run(journey))
