# SPDX-License-Identifier: GPL-3.0-or-later
"""An office gives its backups a passphrase, makes one, tries restoring it out and goes back to it; then the file breaks,
and the first window brings it back from the backup beside it."""

import sqlite3
import sys

from journey import Journey, asked, new_office, run, wait_for

PASSPHRASE = "four elephants at dawn"
SETTINGS = 8
BACKUPS = 6  # the tab


def told(srok, part):
    """Waits for a sentence somewhere on the screen."""
    wait_for(lambda: any(part in (node.get_name() or "") for node in srok._controls()), f"“{part}” on the screen")


def to_backups(srok):
    srok.go(SETTINGS, "settings")
    srok.choose_tab("settings.tabs", BACKUPS)
    srok.find("backup.now")


def give_passphrase(srok):
    srok.click("backup.passphrase")
    srok.keyboard_comes_to("backup-passphrase.new")
    srok.type_secret("backup-passphrase.new", PASSPHRASE)
    srok.type_secret("backup-passphrase.again", "four elephants at dusk")
    srok.click("backup-passphrase.accept")
    told(srok, "The two are not alike.")
    srok.type_secret("backup-passphrase.again", PASSPHRASE)
    srok.picture("backups-passphrase")
    srok.press("Return")
    srok.gone("backup-passphrase.new")
    srok.says("backup.places", "backup passphrase alone")


def back_up_and_rehearse(srok):
    srok.click("backup.now")
    # The day's earlier one, in the clear, gave way.
    wait_for(lambda: srok.cell_text("backups", 0, 6) == "sealed", "the sealed backup in the list")
    srok.wait_rows("backups", 1)
    srok.says("backup.age", "of today")
    told(srok, "The backup was made and proven")
    srok.click("backup.rehearse")
    srok.keyboard_comes_to("backup-secret.passphrase")
    srok.type_secret("backup-secret.passphrase", "six buffaloes")
    srok.press("Return")
    told(srok, "The passphrase of the backup is wrong.")
    srok.type_secret("backup-secret.passphrase", PASSPHRASE)
    srok.press("Return")
    srok.says("backup.rehearsed", "all in order, 0 learners")
    srok.picture("backups")


def go_back(srok):
    srok.click("backup.restore")
    srok.keyboard_comes_to("restore.passphrase")
    srok.type_secret("restore.passphrase", PASSPHRASE)
    srok.press("Return")
    # The office file itself stands there.
    told(srok, "Nothing was restored.")
    srok.focus("restore.replace")
    srok.press("space")
    srok.picture("backups-restore")
    srok.click("restore.accept")
    srok.find("page.start")


def journey():
    office = new_office()
    asked("institution", office, "add", "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង", "--kind", "clc")
    with Journey("backups", [office, "--lang", "en"]) as srok:
        srok.find("page.start")
        # The day's first start backs up by itself, in the clear while nobody gave a passphrase.
        shelf = office.parent / "0202-backups"
        wait_for(lambda: len(list(shelf.glob("*.srok"))) == 1, "the day's backup")
        wait_for(lambda: len(asked("backups", office)["backups"]) == 1, "the day's backup in the list")
        to_backups(srok)
        give_passphrase(srok)
        back_up_and_rehearse(srok)
        go_back(srok)
        assert asked("audit", office, "--limit", "1")["chain"] == "holds"
        # Something was written since: closing makes a backup.
        srok.press("ctrl+q")
        wait_for(lambda: srok.process.poll() is not None, "Srok to close")
        newest = asked("backups", office)["backups"][0]
        assert newest["why"] == "closing" and newest["generation"] == 2, newest
        # The last of the life before stays too.
        assert len(list(shelf.glob("*.srokbak"))) == 2
    with sqlite3.connect(office) as database:
        assert database.execute("SELECT generation FROM office").fetchone()[0] == 2
    aside = list(office.parent.glob("*.before-restore-*"))
    assert len([file for file in aside if not file.name.endswith(("-wal", "-shm", ".lock"))]) == 1, aside

    # The disk loses half of the file.
    office.write_bytes(office.read_bytes()[:100_000])
    with Journey("backups-damaged", [office, "--lang", "en"]) as srok:
        told(srok, "The file is damaged.")
        srok.picture("backups-damaged")
        wait_for(lambda: any(node.get_name() == "Restore a backup" for node in srok._controls()), "the way back")
        srok.click("message.action")
        srok.keyboard_comes_to("restore.passphrase")
        srok.type_secret("restore.passphrase", PASSPHRASE)
        srok.focus("restore.replace")
        srok.press("space")
        srok.click("restore.accept")
        srok.find("page.start")
    assert asked("institution", office, "list")["institutions"]
    assert asked("check", office)["ok"]


if __name__ == "__main__":
    sys.exit(run(journey))
