# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that cannot be opened is named for what it is in the first window, with what to do, and stays as it was: of a newer
Srok, none of ours, gone, open elsewhere, beside another's log. And one that is replaced while it is open takes nothing more."""

import fcntl
import shutil
import sys

from journey import STATE, Journey, asked, new_office, run, sample_office, wait_for


def bytes_in(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file() and file.suffix != ".lock"}


def refused(office, *parts, picture=None):
    before = bytes_in(office.parent)
    with Journey("opening", [office, "--lang", "en"]) as srok:
        srok.find("welcome.open")
        for part in parts:
            wait_for(lambda part=part: part in srok.text_of("message.text"), f"“{part}” in the first window")
        if picture:
            srok.picture(picture)
    assert bytes_in(office.parent) == before, "the folder is not as it was"


def looked_at(office):
    """Open elsewhere, the file can be looked at all the same; nothing can be written, and nothing is."""
    before = bytes_in(office.parent)
    with Journey("opening-look", [office, "--lang", "en"]) as srok:
        srok.click("message.action")
        srok.find("page.start")
        srok.says("message.text", "to look only")
        srok.go(2, "learners")
        add = srok.find("learner.add")
        wait_for(lambda: not add.get_state_set().contains(STATE.SENSITIVE), "the button to be grey")
        srok.picture("opening-look")
        srok.go(8, "settings")
        srok.type_into("office.name", "Another name")
        srok.focus("office.name_km")
        wait_for(lambda: any("to look only" in (node.get_name() or "") for node in srok._controls()), "that nothing is written")
    after = bytes_in(office.parent)
    for lasting in [name for name in after if name.endswith(("-shm", "-wal"))]:
        before.pop(lasting, None)
        after.pop(lasting)
    assert after == before, "the folder is not as it was"


def replaced(office):
    """Somebody copies another file over the office while it is open."""
    other = new_office()
    with Journey("opening-replaced", [office, "--lang", "en"]) as srok:
        srok.find("page.start")
        wait_for(lambda: len(asked("backups", office)["backups"]) == 1, "the day's backup to be noted")
        srok.go(8, "settings")
        srok.find("office.name")
        kept = other.read_bytes()
        office.rename(office.with_suffix(".moved"))
        shutil.copy(other, office)
        srok.type_into("office.name", "Another name")
        srok.focus("office.name_km")
        wait_for(lambda: any("was moved, deleted or replaced" in (node.get_name() or "") for node in srok._controls()),
                 "what happened to the file")
        srok.picture("opening-replaced")
    assert office.read_bytes() == kept


def closed_over_a_list():
    """The office is closed while a list that asks it for its words is on the screen."""
    office = sample_office(60)
    with Journey("opening-other", [office, "--lang", "en"]) as srok:
        for number, page, table in ((9, "audit", "audit.list"), (6, "certificates", "certificates.learners")):
            srok.go(number, page)
            wait_for(lambda table=table: srok.rows(table) > 0, f"rows in {table}")
            srok.press("ctrl+o")
            srok.find("welcome.recent")
            srok.press_until("Return", lambda: srok.look("page.start"), "the office again")


def journey():
    office = new_office()
    good = office.read_bytes()
    newer = bytearray(good)
    newer[63] = 0x7F
    office.write_bytes(newer)
    refused(office, "A newer Srok made this file", "Install the newer Srok")
    office.write_bytes(b"PK\3\4 a workbook")
    refused(office, "not an office file of Srok", "ends in .srok")
    office.unlink()
    refused(office, "There is no such office file")
    office.write_bytes(good)
    with open(f"{office}.lock", "w", encoding="utf-8") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        lock.write("sophea 2026-05-04T02:00:00.000Z\n")
        lock.flush()
        refused(office, "open elsewhere: sophea", "Close it there first", picture="opening-locked")
        looked_at(office)
    copy = bytearray(good)
    copy[18] = copy[19] = 1  # as a copy has it
    office.write_bytes(copy)
    log = office.with_name(office.name + "-wal")
    log.write_bytes(b"another file's log")
    refused(office, "the log of another one")
    log.unlink()
    office.write_bytes(good)
    replaced(office)
    closed_over_a_list()


if __name__ == "__main__":
    sys.exit(run(journey))
