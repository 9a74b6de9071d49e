#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole main job at the shell, as a clerk and then a province officer would do it.

    main_job.py SROKCTL FOLDER      FOLDER is made anew each time; exit 0 when every step did what it should

A centre's messy list goes into a new office, with the register and the scores of one of its classes; the class closes,
certificates are issued, the month's return is built, and the province receives, accepts and consolidates it. Then a
sample district of a thousand learners does the same from its registers.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "tests/samples"
MONTH = "2025-12"


class Stopped(Exception):
    """A step did not do what it should; the text says which and how."""


class Srokctl:
    def __init__(self, program):
        self.program = program

    def __call__(self, *words, ends=(0,)):
        """Runs one command and returns its JSON document; stops the job when it ends otherwise than ENDS says."""
        command = [self.program, "--json", *map(str, words)]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8")
        if done.returncode not in ends:
            said = (done.stdout + done.stderr).strip()
            raise Stopped(f"srokctl {' '.join(command[2:])}\nended with {done.returncode}:\n{said}")
        try:
            return json.loads(done.stdout)
        except json.JSONDecodeError as error:
            raise Stopped(f"srokctl {' '.join(command[2:])}\nprinted no JSON: {error}\n{done.stdout[:500]}") from error


def must(condition, otherwise):
    if not condition:
        raise Stopped(otherwise)


def say(text):
    print(f"  {text}", flush=True)


def messy_list(srokctl, office, folder):
    """A new office takes a centre's list, one class's register of a month and its scores; the class closes."""
    srokctl("new", office, "--area", "0202")
    centre = srokctl("institution", office, "add", "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង", "--kind", "clc",
                     "--village", "02020101")["id"]
    group = srokctl("class", office, "open", "អក្ខរកម្ម ក", "--programme", "literacy", "--institution", centre,
                    "--from", "2025-12-01", "--to", "2025-12-31", "--days", "123456", "--hours", "2")["id"]
    say(f"A new office for Thma Koul (0202) with a centre and a literacy class: {office}")

    rejects = folder / "refused-rows.xlsx"
    learners = srokctl("import", office, "learners", SAMPLES / "register-clc.xlsx", "--rejects", rejects, ends=(0, 1))
    must(learners["accepted"] > 0, "nobody was registered from the centre's list")
    say(f"The centre's list: {learners['accepted']} learners registered, {learners['review']} held for a person, "
        f"{learners['refused']} refused with the reason in {rejects}")
    for row in [row for row in learners["rows"] if row["verdict"] == "refuse"][:3]:
        say(f"    {row['cell']}: {row['message']}")

    marks = srokctl("import", office, "attendance", SAMPLES / f"attendance-{MONTH}.xlsx", "--class", group, ends=(0, 1))
    must(marks["accepted"] > 0, "no row of the month's register was taken")
    scores = srokctl("import", office, "scores", SAMPLES / "scores-semester1.xlsx", "--class", group, ends=(0, 1))
    must(scores["accepted"] > 0, "no row of the score sheet was taken")
    say(f"Its class's register of {MONTH}: {marks['accepted']} rows; its score sheet: {scores['accepted']} rows")
    srokctl("class", office, "close", group, ends=(0, 1))
    say("The class is closed")


def award(srokctl, office, certificates):
    """The first class that still has certificates to issue gets them; one is verified. Returns that one's file."""
    for group in srokctl("class", office, "list")["classes"]:
        if group["status"] not in ("closed", "approved"):
            continue
        results = srokctl("results", office, group["id"])["learners"]
        verdicts = srokctl("eligible", office, group["id"])["learners"]
        chosen = [learner for learner in verdicts if learner["eligible"]]
        if chosen:
            break
    else:
        raise Stopped(f"no finished class of {office} has anyone to issue a certificate to")
    passed = sum(1 for learner in results if learner["result"] == "pass")
    say(f"Class {group['name_km']}: {passed} of {len(results)} passed, {len(chosen)} of {len(verdicts)} may be awarded")
    for learner in [learner for learner in verdicts if not learner["eligible"]][:3]:
        say(f"    {learner['name_km']} not yet: {learner['reasons'][0]['message']}")

    issued = srokctl("certificate", office, "issue", group["id"], "--out", certificates)["issued"]
    must(len(issued) == len(chosen), f"{len(chosen)} may be awarded, {len(issued)} certificates were issued")
    first = issued[0]
    must(Path(first["file"]).read_bytes().startswith(b"%PDF-"), f"{first['file']} is not a PDF")
    for what in (first["code"], first["file"]):
        verdict = srokctl("verify", what, "--office", office)
        must(verdict["verdict"] == "genuine" and verdict["serial"] == first["serial"],
             f"the certificate {first['serial']} does not verify: {verdict}")
    say(f"{len(issued)} certificates issued; {first['serial']} verifies from its code and from its page")
    return first["file"]


def province(srokctl, office, above, folder):
    """The district's return goes to the province, which accepts it and makes its workbook. Returns both files."""
    folder.mkdir()
    sent = folder / f"0202_{MONTH}_v1.xlsx"
    srokctl("return", office, "build", MONTH, "--out", sent)
    say(f"The return of {MONTH} is built: {sent}")
    srokctl("new", above, "--area", "02")
    received = srokctl("return", above, "receive", sent)["received"][0]
    must(received["verdict"] == "verified", f"the province says of the return: {received}")
    srokctl("return", above, "accept", received["id"])
    workbook = folder / f"02_{MONTH}.xlsx"
    srokctl("return", above, "consolidate", MONTH, "--out", workbook)
    must(workbook.stat().st_size > 0, f"{workbook} is empty")
    say("The province received it, verified its signature, accepted it and made its workbook")
    return sent, workbook


def play(srokctl, folder):
    print("From a centre's messy list to the province's workbook", flush=True)
    office = folder / "thma-koul.srok"
    messy_list(srokctl, office, folder)
    certificate = award(srokctl, office, folder / "certificates")
    sent, workbook = province(srokctl, office, folder / "battambang.srok", folder / "returns")

    print("The same in a sample district", flush=True)
    sample = folder / "sample-district.srok"
    srokctl("demo", sample)
    total = srokctl("find", sample, "", "--limit", 1)["total"]
    say(f"A sample district of {total} learners: {sample}")
    award(srokctl, sample, folder / "sample-certificates")
    province(srokctl, sample, folder / "sample-province.srok", folder / "sample-returns")

    print(f"\nA certificate:           {certificate}\n"
          f"The district's return:   {sent}\n"
          f"The province's workbook: {workbook}")


def main(words):
    if len(words) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(words[1]).absolute()
    # Only what this job made before is cleared away, never a folder that holds something else.
    mark = folder / "made-by-main-job"
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        print(f"Stopped: {folder} holds other files; name an empty folder", file=sys.stderr)
        return 2
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    mark.touch()
    try:
        play(Srokctl(words[0]), folder)
    except (Stopped, OSError, KeyError) as stop:
        why = f"srokctl's answer has no {stop}" if isinstance(stop, KeyError) else stop
        print(f"\nStopped: {why}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
