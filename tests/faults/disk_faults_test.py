#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs disk_faults: a sample of the operations by day, every operation and twenty seeds with SROK_SOAK.

    disk_faults_test.py DISK_FAULTS SCHEMAS power|errors
    disk_faults_test.py DISK_FAULTS SCHEMAS power|errors --self-test     on a disk that forgets or lies it must fail"""
import os
import subprocess
import sys

SOAK = bool(os.environ.get("SROK_SOAK"))
PLANS = {"power": ["--seeds", "20", "--every", "1"] if SOAK else ["--every", "29"],
         "errors": ["--every", "1"] if SOAK else ["--every", "431"]}
# What is weakened, and the words that must not be "0" in what it says.
WEAK = {"power": [(["--only", "type marks", "--weak", "--every", "11"], "work lost"),
                  (["--only", "register a learner", "--unsynced", "--seeds", "2", "--every", "5"], "corrupt")],
        "errors": [(["--only", "issue", "--lying", "--every", "211"], "corrupt")]}


def run(program, what, schemas, words):
    done = subprocess.run([program, what, schemas, *words], capture_output=True, text=True, check=False)
    print(done.stdout + done.stderr, end="")
    return done


def main():
    program, schemas, what = sys.argv[1:4]
    if "--self-test" not in sys.argv:
        return run(program, what, schemas, PLANS[what]).returncode
    for words, wanted in WEAK[what]:
        done = run(program, what, schemas, words)
        last = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
        if done.returncode != 1 or (wanted == "corrupt" and " 0 corrupt" in last) or (wanted == "work lost" and " 0 with work lost" in last):
            print(f"{' '.join(words)}: what is broken was not found")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
