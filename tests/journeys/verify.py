# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody brings a certificate to the counter: the code is checked on the screen, a forged and a void one are told for
what they are, the province's list of keys is taken, and the page for a phone is saved. What the windows did is asked of
srokctl, which reads the same file."""

import os
import sys

from journey import Journey, asked, new_office, run, sample_office, wait_for


def paper_of(office, serial, file):
    asked("certificate", office, "reprint", serial, "--reason", "ផ្ទៀងផ្ទាត់", "--out", file)
    return asked("verify", file, "--office", office)


def journey():
    office = sample_office(200)
    province = new_office("02")
    folder = office.parent
    good, gone = [one["serial"] for one in asked("certificate", office, "register")["certificates"]
                  if one["state"] == "issued"][:2]
    said = paper_of(office, good, folder / "paper.pdf")
    paper_of(office, gone, folder / "void.pdf")
    asked("certificate", office, "void", gone, "--reason", "ប្រគល់ខុស")
    asked("keys", province, "export", "--out", folder / "02-keys.txt")
    asked("book", office, "add", "12/09", "--year", "2009", "--name-km", "សុខ ធារី", "--programme", "អក្ខរកម្ម",
          "--page", "7")
    with Journey("verify", arguments=[office, "--lang", os.environ.get("SROK_LANGUAGE", "km")]) as srok:
        srok.go(6, "certificates")
        srok.choose_tab("certificates.tabs", 2)
        srok.click("verify.file")
        srok.choose_file(folder / "paper.pdf")
        srok.says("verify.name", said["name_km"])
        srok.says("verify.latin", said["name"])
        srok.says("verify.programme", said["programme_name"])
        srok.says("verify.result", said["result"])
        srok.says("verify.serial", said["serial"])
        genuine = srok.text_of("verify.verdict")
        srok.picture("verify-1-genuine")
        code = srok.text_of("verify.code")
        # One letter of it changed: what it claims is not believed.
        other = code[:200] + ("A" if code[200] != "A" else "B") + code[201:]
        srok.type_into("verify.code", other)
        srok.press("Return")
        wait_for(lambda: srok.text_of("verify.verdict") != genuine, "a forged one")
        srok.picture("verify-2-forged")
        forged = srok.text_of("verify.verdict")
        srok.click("verify.file")
        srok.choose_file(folder / "void.pdf")
        wait_for(lambda: srok.text_of("verify.verdict") not in (genuine, forged), "a void one")
        srok.picture("verify-3-void")
        # One from before the program: only the old register book has it.
        srok.type_into("verify.code", "១២/០៩")
        srok.press("Return")
        wait_for(lambda: srok.text_of("verify.name") == "សុខ ធារី", "the old book's entry")
        assert srok.text_of("verify.verdict") not in (genuine, forged)
        srok.picture("verify-3-book")
        srok.click("keys.take")
        srok.choose_file(folder / "02-keys.txt")
        wait_for(lambda: len(asked("keys", office, "list")["lists"]) == 1, "the province's list")
        srok.click("keys.take")
        srok.choose_file(folder / "02-keys.txt")
        srok.click("keys.export")
        srok.choose_file(folder / "own-keys.txt")
        wait_for((folder / "own-keys.txt").exists, "this office's list")
        assert asked("verify", code, "--keys", folder / "own-keys.txt")["verdict"] == "genuine"
        if srok.look("keys.page"):
            srok.click("keys.page")
            srok.choose_file(folder / "verify.html")
            wait_for((folder / "verify.html").exists, "the page")
            assert "SROK-KEYS 1" in (folder / "verify.html").read_text(encoding="utf-8")
        srok.picture("verify-4-lists")
        # The telephone number that will stand beside the codes.
        srok.go(8, "settings")
        srok.type_into("office.phone", "០៥៣ ៩៥២ ០០១", kept_as="053 952 001")
        srok.focus("office.name")
        wait_for(lambda: asked("office", office)["phone"] == "053952001", "the telephone number")
        srok.picture("verify-5-settings")


if __name__ == "__main__":
    sys.exit(run(journey))
