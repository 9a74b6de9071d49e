#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists as centres send them, imported by srokctl: every row's verdict, code and cell, what then stands in the office,
and that a dry run says the same and writes nothing. usage: sent_files_test.py SROKCTL [part of a story's name]"""
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import class_sheets
import learner_lists
import list_files
from sent_files import Sent

SROKCTL = sys.argv[1]
ONLY = sys.argv[2] if len(sys.argv) > 2 else ""


class Refused(Exception):
    pass


def srokctl(*words, exits=(0, 1)):
    done = subprocess.run([SROKCTL, *map(str, words), "--json"], capture_output=True, text=True, check=False)
    if done.returncode < 0 or not done.stdout:
        raise Refused(f"exit {done.returncode}: {done.stderr}")
    answer = json.loads(done.stdout)
    if done.returncode not in exits:
        raise Refused(f"exit {done.returncode}: {answer.get('error', {}).get('code')}")
    return answer


def make_office(folder):
    """Thma Koul with one literacy class of three."""
    office = folder / "thmakoul.srok"
    srokctl("new", office, "--area", "0202")
    centre = srokctl("institution", office, "add", "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង", "--kind", "clc")["id"]
    srokctl("class", office, "open", "អក្ខរកម្ម ក", "--programme", "literacy", "--institution", centre, "--from",
            "2025-11-03", "--to", "2026-04-30", "--days", "123456", "--hours", "2")
    members = folder / "members.csv"
    rows = "".join(f"{name},{sex},1990,អក្ខរកម្ម ក\n" for name, sex in class_sheets.CLASS)
    members.write_text("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\n" + rows, encoding="utf-8")
    srokctl("import", office, "learners", members)
    return office


def difference(what, expected, got):
    return [f"{what}: {expected!r} became {got!r}"] if expected != got else []


def rows_said(outcome):
    return [" ".join(filter(None, (str(row["row"]), row["verdict"], row["code"], row["cell"] if row["code"] else "")))
            for row in outcome["rows"]]


def judge(sent, outcome):
    faults = []
    said = rows_said(outcome)
    if said != sent.said:
        faults += [f"expected {row}" for row in sent.said if row not in said]
        faults += [f"came     {row}" for row in said if row not in sent.said]
    found = sorted(f"{one['code']} {one['cell']}".strip() for one in outcome["file_findings"])
    faults += difference("findings of the file", sorted(sent.findings), found)
    if sent.sheet_said:
        faults += difference("sheet", sent.sheet_said, outcome["sheet"])
    for row in outcome["rows"]:
        if row["row"] in sent.row_findings:
            faults += difference(f"findings of row {row['row']}", sent.row_findings[row["row"]],
                                 [one["code"] for one in row["findings"]])
        for key, value in sent.row_facts.get(row["row"], {}).items():
            faults += difference(f"{key} of row {row['row']}", value, row.get(key))
    return faults


def look_up(office, facts):
    """What stands in the office of each person."""
    faults = []
    database = sqlite3.connect(office)
    database.row_factory = sqlite3.Row
    for name, columns in facts.items():
        rows = database.execute("SELECT * FROM learner WHERE name_km = ?1 OR (name_km = '' AND name = ?1)",
                                (name,)).fetchall()
        # The class's own three were there before.
        if not rows:
            faults.append(f"{name} is not in the office")
            continue
        for key, value in columns.items():
            faults += difference(f"{key} of {name}", value, rows[-1][key])
    database.close()
    return faults


def play(kind, write, empty, folder):
    sent = Sent(write.__name__.replace("_", " "))
    sent.kind = kind
    write(sent)
    path = sent.write(folder)
    office = folder / "office.srok"
    shutil.copyfile(empty, office)
    words = ("import", office, sent.kind, path, *sent.options)
    if sent.refused_file:
        error = srokctl(*words, exits=(2,))
        return difference("error", sent.refused_file, error["error"]["code"])
    before = office.read_bytes()
    dry = srokctl(*words, "--dry-run")
    faults = [] if office.read_bytes() == before else ["the dry run wrote something"]
    done = srokctl(*words, "--rejects", folder / "rejects.xlsx")
    dry.pop("import")
    done.pop("import")
    faults += difference("the dry run", dry, done) if dry != done else []
    faults += judge(sent, done) + look_up(office, sent.facts)
    refused = [row["code"] for row in done["rows"] if row["verdict"] == "refuse"]
    return faults + (send_again(sent.kind, refused, empty, folder) if refused else [])


def send_again(kind, refused, empty, folder):
    """The refused rows, not mended, are refused for the same reasons by an office that knows nothing of them. A row
    that only repeats another is then alone, and no longer wrong."""
    office = folder / "again.srok"
    shutil.copyfile(empty, office)
    outcome = srokctl("import", office, kind, folder / "rejects.xlsx")
    again = [row["code"] for row in outcome["rows"]]
    expected = ["" if code.endswith(".repeated") else code for code in refused]
    return difference("the refused rows sent again", expected, again)


def main():
    failed = 0
    stories = [("learners", one) for one in learner_lists.STORIES + list_files.STORIES] + class_sheets.STORIES
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        empty = folder / "new.srok"
        srokctl("new", empty, "--area", "0202")
        with_class = make_office(folder)
        for kind, write in stories:
            if ONLY not in write.__name__:
                continue
            office = empty if kind == "learners" else with_class
            (folder / "one").mkdir()
            try:
                faults = play(kind, write, office, folder / "one")
            except Refused as refused:
                faults = [str(refused)]
            shutil.rmtree(folder / "one")
            for fault in faults:
                print(f"{write.__name__}: {fault}")
            failed += 1 if faults else 0
    print(f"{len(stories)} lists, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
