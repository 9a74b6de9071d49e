#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A province remarks, accepts and sends back the returns of its districts, and the program is killed (SIGKILL) at a random
moment of each decision: every decision that was told as made stands, the one that was hit stands whole or not at all, and
its receipt can be written.

    killed_while_deciding.py SROKCTL               20 kills; 400 with SROK_SOAK
    killed_while_deciding.py SROKCTL --self-test   a decision that was told and then lost must be found
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

DISTRICTS = ("0201", "0202", "0203", "0204", "0205", "0206")
MONTH = "2025-12"


class Apart(AssertionError):
    """What was told and what stands are not the same."""


def asked(srokctl, *words, codes=(0,)):
    done = subprocess.run([srokctl, *map(str, words), "--json"], capture_output=True, text=True, check=False)
    assert done.returncode in codes, f"{words}: {done.returncode} {done.stdout} {done.stderr}"
    return json.loads(done.stdout)


def decision_words(turn, number):
    """What is done in that turn on that return: sent back with a remark, then accepted, then sent back …"""
    if turn % 2 == 0:
        return ["reject", number, "--reason", f"turn {turn}", "--remark", f"figures!learners/all.total=turn {turn}"]
    return ["accept", number]


class Province:
    def __init__(self, srokctl, folder):
        self.srokctl, self.folder = srokctl, folder
        self.office = folder / "province.srok"
        asked(srokctl, "new", self.office, "--area", "02")
        returns = []
        for code in DISTRICTS:
            district = folder / f"{code}.srok"
            asked(srokctl, "new", district, "--area", code)
            returns.append(folder / f"{code}.xlsx")
            asked(srokctl, "return", district, "build", MONTH, "--out", returns[-1])
        self.ids = [one["id"] for one in asked(srokctl, "return", self.office, "receive", *returns)["received"]]
        # What is known of each: the turn whose decision stands.
        self.told = {number: None for number in self.ids}

    def run(self, words, kill_after=None):
        """True when the program said that it was done."""
        process = subprocess.Popen([self.srokctl, "return", str(self.office), *map(str, words)],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if kill_after is not None:
            time.sleep(kill_after)
            process.kill()
        return process.wait() == 0

    def took(self):
        began = time.monotonic()
        asked(self.srokctl, "return", self.office, "rounds")
        return time.monotonic() - began

    def standing(self, number):
        """(state, reason) as the board has it."""
        for one in asked(self.srokctl, "return", self.office, "status")["received"]:
            if one["id"] == number:
                return one["state"], one.get("reason", "")
        raise Apart(f"return {number} is gone")

    def expected(self, turn):
        if turn is None:
            return "received", ""
        return ("rejected", f"turn {turn}") if turn % 2 == 0 else ("accepted", "")

    def look(self, number, hit=None):
        """All that was told stands; of `hit` the turn may have been done or not."""
        for one in self.ids:
            stands = self.standing(one)
            allowed = [self.expected(self.told[one])]
            if one == number and hit is not None:
                allowed.append(self.expected(hit))
            if stands not in allowed:
                raise Apart(f"return {one} is {stands}, told was {allowed}")
            if one == number and hit is not None and stands == self.expected(hit):
                self.told[one] = hit
        if self.told[number] is not None:
            receipt = self.folder / "receipt.xlsx"
            receipt.unlink(missing_ok=True)
            said = asked(self.srokctl, "return", self.office, "receipt", number, "--out", receipt)
            turn = self.told[number]
            remarks = [remark["text"] for remark in said["remarks"]]
            if remarks != ([f"turn {turn}"] if turn % 2 == 0 else []):
                raise Apart(f"the decision of turn {turn} has the remarks {remarks}")
            assert asked(self.srokctl, "return", self.office, "check", receipt)["verdict"] == "verified"


def kill_often(srokctl, kills, forgetful=False, seed=1):
    dice = random.Random(seed)
    counts = {"done": 0, "hit before": 0, "hit after": 0}
    with tempfile.TemporaryDirectory() as folder:
        province = Province(srokctl, Path(folder))
        took = max(province.took(), 0.005)
        for turn in range(kills):
            number = dice.choice(province.ids)
            stands = province.told[number]
            # Each return goes back and forth; a decision on the same side would change nothing.
            step = turn * 2 + (1 if stands is not None and stands % 2 == 0 else 0)
            if forgetful:
                shutil.copy(province.office, province.folder / "before.srok")
            if province.run(decision_words(step, number), None if forgetful else dice.uniform(0, took * 1.6)):
                province.told[number] = step
                counts["done"] += 1
                if forgetful and turn == kills - 1:
                    shutil.copy(province.folder / "before.srok", province.office)
                province.look(number)
            else:
                province.look(number, hit=step)
                counts["hit after" if province.told[number] == step else "hit before"] += 1
        asked(srokctl, "check", province.office)  # 1 for damage, which asked() does not take
    return counts


def main():
    srokctl = sys.argv[1]
    if "--self-test" in sys.argv:
        try:
            kill_often(srokctl, 4, forgetful=True)
        except Apart as apart:
            print(f"found, as it must be: {apart}")
            return 0
        print("a decision that was lost was not missed", file=sys.stderr)
        return 1
    kills = 400 if os.environ.get("SROK_SOAK") else 20
    counts = kill_often(srokctl, kills)
    assert counts["hit before"], f"every kill came too late: {counts}"
    print(f"{kills} decisions: {counts['done']} told as made, {counts['hit before']} hit before and "
          f"{counts['hit after']} after they stood")
    return 0


if __name__ == "__main__":
    sys.exit(main())
