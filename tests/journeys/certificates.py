# SPDX-License-Identifier: GPL-3.0-or-later
"""The day after the ceremony, by the keyboard: a paper is lost, a name was misspelt, one was given to the wrong person;
then the control sheet, on which every number is accounted for. What the windows did is asked of srokctl, which reads the
same file."""

import os
import sys

from journey import Journey, asked, paper_text, run, sample_office, wait_for

LIST = "certificates.register"


def register(office):
    return asked("certificate", office, "register")["certificates"]


def correct_a_name(office, name):
    """A list with the learner's number and the name as it should be, as a centre sends it."""
    learner = next(one for one in asked("find", office, name)["learners"] if one["name_km"] == name)
    listed = office.with_name("correction.csv")
    listed.write_text("អត្តលេខ,គោត្តនាម និងនាម,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n"
                      f"{learner['number']},{name}ណា,{'ស្រី' if learner['sex'] == 'f' else 'ប្រុស'},{learner['born']}\n",
                      encoding="utf-8")
    done = asked("import", office, "learners", listed, "--update", "--take", "review", codes=(0, 1))
    assert done["updated"] == 1, done
    return name + "ណា"


def choose(srok, serial):
    srok.select_row(LIST, srok.find_row(LIST, 0, serial))
    wait_for(lambda: srok.text_of("certificate.events"), "what was done to it")


def if_less_were_asked(srok, office):
    """The board of a class that was closed asks who could be awarded if every day had to be attended."""
    closed = next(one for one in asked("class", office, "list")["classes"] if one["status"] == "closed")
    tried = asked("eligible", office, closed["id"], "--what-if", "attendance.minimum-percent=100")
    assert tried["fewer"] > 0, tried
    may = [sum(one["eligible"] for one in tried["learners"]), sum(one["then"]["eligible"] for one in tried["learners"])]
    srok.wait_rows("certificates.learners", len(tried["learners"]))
    srok.press("ctrl+w")
    srok.keyboard_comes_to("what-if.attendance")
    srok.type_into("what-if.attendance", "១០០")
    shown = "name" if os.environ.get("SROK_LANGUAGE") == "en" else "name_km"
    lost = [one[shown] for one in tried["learners"] if one["eligible"] and not one["then"]["eligible"]]
    row = srok.find_row("what-if.learners", 0, lost[0])
    wait_for(lambda: srok.cell_text("what-if.learners", row, 1) != srok.cell_text("what-if.learners", row, 2),
             f"{lost[0]} not to be awarded then")
    srok.says("what-if.sum", str(may[0]))
    srok.says("what-if.sum", str(may[1]))
    srok.picture("certificates-0-what-if")
    srok.press("Escape")
    srok.gone("what-if.attendance")
    assert asked("eligible", office, closed["id"])["learners"] == \
        [{key: one[key] for key in one if key != "then"} for one in tried["learners"]]


def lost_paper(srok, office, serial, folder):
    choose(srok, serial)
    srok.press("ctrl+d")
    srok.choose_file(folder / "duplicate.pdf")
    wait_for(lambda: next(e for e in register(office) if e["serial"] == serial)["duplicates"] == 1, "the duplicate")
    paper = paper_text(folder / "duplicate.pdf")
    assert "DUPLICATE" in paper and "No. 1" in paper and serial in paper, paper
    choose(srok, serial)
    srok.picture("certificates-1-duplicate")


def nothing_was_wrong(srok, office, serial, folder):
    """A replacement that would say the same: refused, with what to do."""
    choose(srok, serial)
    srok.click("certificates.replace")
    srok.type_into("certificate-reason.reason", "ឈ្មោះខុស")
    srok.click("certificate-reason.accept")
    srok.choose_file(folder / "same.pdf")
    srok.says("message.text", serial)
    assert not (folder / "same.pdf").exists()
    assert next(e for e in register(office) if e["serial"] == serial)["state"] == "issued"


def misspelt_name(srok, office, serial, name, folder):
    choose(srok, serial)
    srok.click("certificates.replace")
    srok.type_into("certificate-reason.reason", "ឈ្មោះសរសេរខុស")
    srok.picture("certificates-2-replace")
    srok.click("certificate-reason.accept")
    srok.choose_file(folder / "replacement.pdf")
    wait_for(lambda: next(e for e in register(office) if e["serial"] == serial)["state"] == "replaced", "the new one")
    new = next(e for e in register(office) if e["replaces"] == serial)
    assert new["name_km"] == name, new
    assert asked("verify", folder / "replacement.pdf", "--office", office)["verdict"] == "genuine"
    paper = paper_text(folder / "replacement.pdf")
    assert new["serial"] in paper and f"in place of certificate {serial}" in paper, paper
    choose(srok, new["serial"])
    srok.says("certificate.events", serial)
    srok.picture("certificates-3-replaced")
    return new["serial"]


def wrong_person(srok, office, serial):
    choose(srok, serial)
    srok.click("certificates.void")
    srok.type_into("certificate-reason.reason", "ប្រគល់ខុសមនុស្ស")
    srok.click("certificate-reason.accept")
    wait_for(lambda: next(e for e in register(office) if e["serial"] == serial)["state"] == "void", "it to be void")


def control_sheet(srok, office, given, folder):
    srok.click("certificates.control")
    srok.save_paper(folder / "control.pdf")
    paper = paper_text(folder / "control.pdf")
    assert all(entry["serial"] in paper for entry in register(office)), paper
    block = asked("certificate", office, "control-sheet")["blocks"][-1]
    assert block["used"] == given, block
    assert (block["void"], block["replaced"], block["duplicates"], block["missing"]) == (1, 1, 1, 0), block
    assert block["used"] + block["blank"] == block["last"] - block["first"] + 1, block
    srok.picture("certificates-4-control")


def journey():
    office = sample_office(200)
    entries = register(office)
    lost, wrong, stray = (entry["serial"] for entry in entries[:3])
    name = correct_a_name(office, entries[1]["name_km"])
    with Journey("certificates", arguments=[office, "--lang", os.environ.get("SROK_LANGUAGE", "km")]) as srok:
        srok.go(6, "certificates")
        if_less_were_asked(srok, office)
        srok.choose_tab("certificates.tabs", 1)
        srok.wait_rows(LIST, len(entries))
        lost_paper(srok, office, lost, srok.home)
        nothing_was_wrong(srok, office, lost, srok.home)
        misspelt_name(srok, office, wrong, name, srok.home)
        wrong_person(srok, office, stray)
        control_sheet(srok, office, len(entries) + 1, srok.home)


if __name__ == "__main__":
    sys.exit(run(journey))
