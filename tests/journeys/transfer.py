# SPDX-License-Identifier: GPL-3.0-or-later
"""A learner of a sample district moves to another one: the file comes in on the screen, row by row, her record of
learning is read there and saved as a PDF, and the transfer is taken back. Everything by the keyboard but the
buttons of the dialogs. What the windows did is asked of srokctl."""

import sys

from journey import Journey, new_office, run, sample_office, wait_for
from main_job import asked


def graduate(office):
    """A learner of the sample office who holds a certificate."""
    for learner in asked("find", office, "", "--limit", 1000)["learners"]:
        record = asked("record", office, learner["id"])
        if record["certificates"]:
            return record
    raise AssertionError("no certificate in the sample office")


def take_in(srok, file, record):
    srok.press("ctrl+shift+t")
    srok.choose_file(file)
    srok.says("transfer.person", record["number"])
    # A sample's key is never taken for an office's.
    srok.says("transfer.signer", "គំរូ")
    assert srok.rows("transfer.rows") == len(record["classes"]) + len(record["certificates"])
    srok.picture("transfer-in")
    srok.click("transfer.take")
    srok.gone("transfer.take")
    srok.wait_rows("learners.list", 1)


def read_record(srok, record, pdf):
    srok.select_row("learners.list", 0)
    srok.press("ctrl+l")
    srok.says("record.name", record["name_km"])
    srok.says("record.facts", record["hours"])
    srok.picture("record")
    srok.click("record.save")
    srok.choose_file(pdf)
    wait_for(pdf.exists, "the record of learning as a PDF")
    srok.click("record.close")
    srok.gone("record.close")


def journey():
    district, other = sample_office(300), new_office("0203")
    record = graduate(district)
    file = district.parent / "learner.srokt"
    asked("transfer", district, "out", record["number"], "--out", file)
    with Journey("transfer", arguments=[other, "--lang", "km"]) as srok:
        srok.says("start.figure.learners", "0")
        srok.go(2, "learners")
        take_in(srok, file, record)
        pdf = srok.home / "record.pdf"
        read_record(srok, record, pdf)
        here = asked("record", other, record["number"])
        for same in ("classes", "units", "certificates", "hours", "rate", "digest"):
            assert here[same] == record[same], same
        verified = asked("verify", pdf, "--office", other)
        assert verified["verdict"] == "genuine" and verified["kind"] == "record", verified
        transfers = asked("transfer", other, "list")["transfers"]
        assert [one["direction"] for one in transfers] == ["in"] and transfers[0]["sample"], transfers


if __name__ == "__main__":
    sys.exit(run(journey))
