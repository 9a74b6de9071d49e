#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The certificates of a class are issued into a folder or one PDF, and the program is killed (SIGKILL) at a random moment,
each time on the same office: no number is given twice or lost, no paper stands that the register does not know, and
afterwards every certificate in the register has its paper.

    killed_while_issuing.py SROKCTL ISSUER               12 kills; 300 with SROK_SOAK
    killed_while_issuing.py SROKCTL ISSUER --self-test   papers written before the commit must be found
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


class Apart(AssertionError):
    """The register and the papers do not say the same."""


def asked(srokctl, *words, codes=(0,)):
    done = subprocess.run([srokctl, *map(str, words), "--json"], capture_output=True, text=True, check=False)
    assert done.returncode in codes, f"{words}: {done.returncode} {done.stdout} {done.stderr}"
    return json.loads(done.stdout)


def register(srokctl, office):
    return [one["serial"] for one in asked(srokctl, "certificate", office, "register")["certificates"]]


def start(issuer, office, in_class, to, weak):
    words = [issuer, office, in_class, to] + (["--weak"] if weak else [])
    process = subprocess.Popen([str(w) for w in words], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n", "the issuer did not start"
    return process


class Office:
    """The same office again for every kill, with a class that waits to be issued."""

    def __init__(self, srokctl, issuer, folder):
        self.srokctl, self.issuer, self.folder = srokctl, issuer, folder
        self.original = folder / "original.srok"
        subprocess.run([srokctl, "demo", str(self.original), "--learners", "100"], check=True, stdout=subprocess.DEVNULL)
        waiting = [one for one in asked(srokctl, "class", self.original, "list")["classes"]
                   if one["status"] in ("closed", "approved")]
        self.in_class = max(waiting, key=lambda one: one["learners"])["id"]
        self.before = register(srokctl, self.original)

    def copy(self, name):
        place = self.folder / name
        place.mkdir()
        shutil.copy(self.original, place / "office.srok")
        return place

    def whole_run(self):
        """How long it takes, and what it gives."""
        place = self.copy("whole")
        began = time.monotonic()
        process = start(self.issuer, place / "office.srok", self.in_class, place / "papers", False)
        ready = time.monotonic()
        assert process.wait() == 0 and ready > began
        took = time.monotonic() - ready
        self.after = register(self.srokctl, place / "office.srok")
        assert len(self.after) > len(self.before) + 2, self.after
        return took


def papers_in(place, one_file):
    papers = sorted((place / "papers").glob("*.pdf")) if not one_file else list(place.glob("all.pdf"))
    return papers


def look(office, place, one_file):
    """Before anything is finished no paper is ahead of the register; afterwards each certificate has its own."""
    srokctl, file = office.srokctl, place / "office.srok"
    given = register(srokctl, file)
    if given not in (office.before, office.after):
        raise Apart(f"a part of the class is in the register: {given}")
    new = given[len(office.before):]
    there = papers_in(place, one_file)
    if one_file and there and not new:
        raise Apart("the paper of a class that the register does not know")
    if not one_file and not {paper.stem for paper in there} <= set(new):
        raise Apart(f"papers that the register does not know: {[paper.name for paper in there]}, {new}")
    asked(srokctl, "certificate", file, "finish")
    now = papers_in(place, one_file)
    if one_file:
        assert bool(now) == bool(new), (now, new)
    elif [paper.stem for paper in now] != new:
        raise Apart(f"papers {[paper.name for paper in now]} of {new}")
    for paper in now[:1]:
        assert asked(srokctl, "verify", paper, "--office", file)["verdict"] == "genuine", paper
    sheet = asked(srokctl, "certificate", file, "control-sheet")
    assert not sheet["findings"] and sum(block["missing"] for block in sheet["blocks"]) == 0, sheet
    return len(new), len(now) - len(there)


class Moments:
    """When to kill: anywhere in a run, and every other time near where the numbers are given, which is searched for: later
    where none was, earlier where they were."""

    def __init__(self, took, seed):
        self.dice = random.Random(seed)
        self.took = took
        self.given = {one_file: took for one_file in (False, True)}

    def next(self, kill, one_file):
        if kill % 2 == 0:
            return self.dice.uniform(0, self.took * (1.6 if one_file else 1.2))
        return self.given[one_file] * self.dice.uniform(0.97, 1.03)

    def learn(self, kill, one_file, new):
        if kill % 2:
            self.given[one_file] *= 0.97 if new else 1.03


def kill_often(srokctl, issuer, kills, weak=False, seed=1):
    counts = {"nothing": 0, "all": 0, "finished": 0}
    with tempfile.TemporaryDirectory() as folder:
        office = Office(srokctl, issuer, Path(folder))
        moments = Moments(office.whole_run(), seed)
        for kill in range(kills):
            one_file = kill % 3 == 2 and not weak
            place = office.copy(str(kill))
            to = place / ("all.pdf" if one_file else "papers")
            process = start(issuer, place / "office.srok", office.in_class, to, weak)
            time.sleep(moments.next(kill, one_file))
            process.kill()
            process.wait()
            new, finished = look(office, place, one_file)
            moments.learn(kill, one_file, new)
            counts["finished" if finished else "all" if new else "nothing"] += 1
            if not new:
                # What was left half done is not in the way of doing it again.
                again = start(issuer, place / "office.srok", office.in_class, to, False)
                assert again.wait() == 0, "it cannot be issued after the kill"
                look(office, place, one_file)
                assert not list(place.rglob("*.part")), list(place.rglob("*.part"))
            shutil.rmtree(place)
    return counts


def main():
    srokctl, issuer = sys.argv[1:3]
    if "--self-test" in sys.argv:
        try:
            kill_often(srokctl, issuer, 40, weak=True)
        except Apart as apart:
            print(f"found, as it must be: {apart}")
            return 0
        print("papers that were written before the commit were not missed", file=sys.stderr)
        return 1
    kills = 300 if os.environ.get("SROK_SOAK") else 12
    counts = kill_often(srokctl, issuer, kills)
    assert counts["nothing"], f"every kill came too late: {counts}"
    print(f"{kills} kills: {counts['nothing']} before a number was given, {counts['all']} after the papers stood, "
          f"{counts['finished']} between: the papers were written from the register")
    return 0


if __name__ == "__main__":
    sys.exit(main())
