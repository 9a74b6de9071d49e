#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An office is backed up to a stick and restored from it, and the program is killed (SIGKILL) at a random moment of each: on
the stick there is always a backup that opens and holds the newest that was told as proven, or the one that was hit; where
the office file stood there is always one that is whole, of the life before or of the new one; and no serial number is given
twice.

    killed_while_backing_up.py SROKCTL               16 kills; 1000 with SROK_SOAK
    killed_while_backing_up.py SROKCTL --self-test   a backup written over the last good one must be found
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path


class Lost(AssertionError):
    """What was told is not there."""


class Office:
    def __init__(self, srokctl, folder):
        self.srokctl, self.folder = srokctl, folder
        self.file, self.stick = folder / "office.srok", folder / "stick" / "office.srokbak"
        self.secret = folder / "secret.txt"
        self.secret.write_text("four elephants at dawn\n", encoding="utf-8")
        self.stick.parent.mkdir()
        self.asked("new", self.file, "--area", "0202")
        self.asked("backup-key", self.file, "set", "--backup-password-file", self.secret)
        self.turn = 0
        self.proven = None  # the turn that was told as backed up

    def asked(self, *words, codes=(0,)):
        done = subprocess.run([self.srokctl, *map(str, words), "--json"], capture_output=True, text=True, check=False)
        if done.returncode not in codes:
            raise Lost(f"{words[0]} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout)

    def hit(self, *words, after):
        """True when the program said that it was done."""
        process = subprocess.Popen([self.srokctl, *map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if after is not None:
            try:
                process.wait(after)
            except subprocess.TimeoutExpired:
                process.kill()
        return process.wait() == 0

    def write(self):
        self.turn += 1
        self.asked("institution", self.file, "add", f"សាលា {self.turn}", "--kind", "school")

    def turn_of(self, file):
        names = [one["name_km"] for one in self.asked("institution", file, "list")["institutions"]]
        return max((int(name.split()[-1]) for name in names), default=0)

    def backup_words(self):
        return ["backup", self.file, self.stick]

    def restore_words(self, file, *more):
        return ["restore", self.stick, file, "--backup-password-file", self.secret, *more]

    def on_the_stick(self):
        """The turn that the stick's backup holds; it must open."""
        with tempfile.TemporaryDirectory(dir=self.folder) as place:
            there = Path(place) / "there.srok"
            # The stick is read, and no life begins by looking.
            copy = Path(place) / "copy.srokbak"
            shutil.copy(self.stick, copy)
            self.asked("restore", copy, there, "--backup-password-file", self.secret)
            return self.turn_of(there)

    def took(self, *words):
        began = time.monotonic()
        self.asked(*words)
        return time.monotonic() - began


def careless(office):
    """What a program does that writes over the last good one."""
    whole = office.stick.read_bytes()
    office.stick.write_bytes(whole[: len(whole) // 2])
    return False


def kill_backups(office, dice, kills, counts, hit=None):
    office.write()
    took = office.took(*office.backup_words())
    office.proven = office.turn
    for _ in range(kills):
        office.write()
        done = hit(office) if hit else office.hit(*office.backup_words(), after=dice.uniform(0, took * 1.6))
        stands = office.on_the_stick()
        allowed = {office.turn} if done else {office.turn, office.proven}
        if stands not in allowed:
            raise Lost(f"the stick holds turn {stands}, told was {office.proven}")
        counts["told" if done else "hit"] += 1
        office.proven = stands


def kill_restorings(office, dice, kills, counts):
    # The stick has what the office had; then it goes on, and goes back.
    office.asked(*office.backup_words())
    took = office.took("restore", office.stick, office.folder / "try.srok", "--backup-password-file", office.secret)
    generation = 1
    for _ in range(kills):
        done = office.hit(*office.restore_words(office.file, "--replace"), after=dice.uniform(0, took * 1.6))
        document = office.asked("audit", office.file, "--limit", "200")
        if document["chain"] != "holds":
            raise Lost("the audit of what stands there is broken")
        office.asked("check", office.file)
        # The newest restoring that this file knows of.
        now = max([one["change"]["generation"][1] for one in document["entries"] if one["verb"] == "office.restore"],
                  default=1)
        if done and now <= generation:
            raise Lost(f"told as restored, and generation {now} after {generation}")
        counts["restored" if done else "hit while restoring"] += 1
        generation = max(generation, now)


def main():
    srokctl = sys.argv[1]
    dice = random.Random(1)
    counts = {"told": 0, "hit": 0, "restored": 0, "hit while restoring": 0}
    with tempfile.TemporaryDirectory() as folder:
        office = Office(srokctl, Path(folder))
        if "--self-test" in sys.argv:
            try:
                kill_backups(office, dice, 1, counts, careless)
            except Lost as lost:
                print(f"found, as it must be: {lost}")
                return 0
            print("a spoiled backup was not missed", file=sys.stderr)
            return 1
        kills = 500 if os.environ.get("SROK_SOAK") else 8
        kill_backups(office, dice, kills, counts)
        kill_restorings(office, dice, kills, counts)
        office.asked("check", office.file)
        leftovers = [path.name for path in Path(folder).rglob("*") if path.suffix in (".part", ".copying", ".restoring")]
    assert counts["hit"] and counts["hit while restoring"], f"every kill came too late: {counts}"
    print(f"{counts}; left behind by the last kills: {leftovers}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
