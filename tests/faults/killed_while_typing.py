#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A register is typed cell by cell, and the program is killed (SIGKILL) again and again at random moments: no mark that
was said to be committed may be lost, at most the one in hand is not written, and the office file stays whole.

    killed_while_typing.py SROKCTL MARKS_WRITER               12 kills; 200 with SROK_SOAK
    killed_while_typing.py SROKCTL MARKS_WRITER --self-test   marks kept back in a transaction must be found lost
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LETTERS = ".PALpa"


class Lost(AssertionError):
    """A mark that was committed does not stand in the file."""


def lines(*words):
    return subprocess.run([str(w) for w in words], check=True, capture_output=True, text=True).stdout.split("\n")[:-1]


def check(srokctl, office):
    done = subprocess.run([srokctl, "check", str(office), "--json"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"srokctl check: {done.stdout} {done.stderr}"
    assert not json.loads(done.stdout).get("findings"), done.stdout


class Typing:
    """One life of the writer: it is fed as fast as it takes marks, and killed after a while."""

    def __init__(self, writer, office, weak):
        words = [str(writer), str(office)] + (["--weak"] if weak else [])
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline() == "ready\n", "the writer did not start"

    def type_until_killed(self, dice, cells, stands):
        """Types random marks; what is acknowledged goes to `stands`. The mark in hand when it ended, or nothing."""
        until = time.monotonic() + dice.uniform(0.005, 0.4)
        killed = False
        while True:
            cell, letter = dice.choice(cells), dice.choice(LETTERS)
            if not killed and time.monotonic() >= until:
                # Not between two marks only: this one is on its way when the signal comes.
                delay = dice.uniform(0, 0.006)
                subprocess.Popen(["sh", "-c", f"sleep {delay:.4f}; kill -9 {self.process.pid}"])
                killed = True
            try:
                self.process.stdin.write(f"{cell[0]} {cell[1]} {letter}\n")
                self.process.stdin.flush()
                answer = self.process.stdout.readline()
            except BrokenPipeError:
                answer = ""
            if not answer.endswith("\n"):
                break
            assert answer.startswith("committed "), answer
            stands[cell] = letter
        self.process.wait()
        assert self.process.returncode == -signal.SIGKILL, f"the writer ended with {self.process.returncode}"
        return cell, letter


def look(writer, office, stands, in_hand):
    """Everything acknowledged stands there; of the one in hand either what was or what was typed."""
    found = {tuple(line.split(" ")[:2]): line.split(" ")[2] for line in lines(writer, office, "--read")}
    for cell, letter in stands.items():
        if cell == in_hand[0] and found[cell] == in_hand[1]:
            stands[cell] = in_hand[1]
        elif found[cell] != letter:
            raise Lost(f"{cell} was committed as {letter} and is {found[cell]}")
    if in_hand[0] not in stands and found[in_hand[0]] == in_hand[1]:
        stands[in_hand[0]] = in_hand[1]


def kill_often(srokctl, writer, kills, weak=False, seed=1):
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "killed.srok"
        subprocess.run([srokctl, "demo", str(office), "--learners", "100"], check=True, stdout=subprocess.DEVNULL)
        cells = [tuple(line.split(" ")) for line in lines(writer, office, "--cells")]
        assert len(cells) > 100, f"only {len(cells)} cells to type in"
        stands = {tuple(line.split(" ")[:2]): line.split(" ")[2] for line in lines(writer, office, "--read")}
        written = 0
        for kill in range(kills):
            typing = Typing(writer, office, weak)
            before = dict(stands)
            in_hand = typing.type_until_killed(dice, cells, stands)
            written += sum(before[cell] != letter for cell, letter in stands.items())
            # The next opening for writing takes up what the log holds.
            look(writer, office, stands, in_hand)
            if kill % 10 == 9 or kill == kills - 1:
                check(srokctl, office)
        return written


def main():
    srokctl, writer = sys.argv[1:3]
    if "--self-test" in sys.argv:
        try:
            kill_often(srokctl, writer, 12, weak=True)
        except Lost as lost:
            print(f"found, as it must be: {lost}")
            return 0
        print("marks that were kept back in a transaction were not missed", file=sys.stderr)
        return 1
    kills = 200 if os.environ.get("SROK_SOAK") else 12
    written = kill_often(srokctl, writer, kills)
    assert written > kills, f"only {written} marks in {kills} lives: nothing was tested"
    print(f"{kills} kills, {written} marks changed, none lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
