#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One bit of a file turned over, as a worn stick or disk does. Of a return every flip is named, or nothing that was signed has
changed. Of an office file a flip that breaks its structure, its audit, its register of certificates or a kept document is named
when it is opened or checked; one within a value that no chain covers cannot be seen by anybody, and is counted here.

    bit_flips_test.py SROKCTL               40 flips of each; 3,000 with SROK_SOAK
    bit_flips_test.py SROKCTL --self-test   a check that says nothing must be found out"""
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

NAMED = (1, 2, 3)


def asked(srokctl, *words):
    done = subprocess.run([srokctl, *map(str, words), "--json"], capture_output=True, text=True, check=False)
    if done.returncode < 0 or done.returncode > 3:
        return done.returncode, {"crashed": done.stderr[-500:]}
    return done.returncode, json.loads(done.stdout) if done.stdout.strip() else {}


def content(path):
    """All that stands in the file as SQLite reads it; nothing where it cannot."""
    try:
        database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        database.text_factory = bytes
        tables = [name.decode() for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
    except sqlite3.Error:
        return None


def flipped(data, dice):
    at = dice.randrange(len(data))
    spoiled = bytearray(data)
    spoiled[at] ^= 1 << dice.randrange(8)
    return at, bytes(spoiled)


# What a chain, a digest or a signature covers: a change of it must be named.
COVERED = {"audit", "audit_change", "certificate", "certificate_event", "certificate_document", "register_chain"}


def flip_office(srokctl, folder, count, dice, deaf=False):
    office, spoiled = folder / "office.srok", folder / "spoiled.srok"
    subprocess.run([srokctl, "demo", office, "--learners", "60"], check=True, stdout=subprocess.DEVNULL)
    with sqlite3.connect(office) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data, whole = office.read_bytes(), content(office)
    counts, faults = {"named": 0, "harmless": 0, "within a value": 0}, []
    for _ in range(count):
        at, bytes_now = flipped(data, dice)
        for side in ("-wal", "-shm"):
            spoiled.with_name(spoiled.name + side).unlink(missing_ok=True)
        spoiled.write_bytes(bytes_now)
        code, said = (0, {}) if deaf else asked(srokctl, "check", spoiled)
        if code in NAMED:
            counts["named"] += 1
            continue
        if code != 0:
            faults.append(f"byte {at}: {said}")
            continue
        now = content(spoiled)
        if now == whole:
            counts["harmless"] += 1
            continue
        changed = {name for name in whole if now is None or now.get(name) != whole[name]}
        counts["within a value"] += 1
        if now is None or changed & COVERED or len(changed) > 1:
            faults.append(f"byte {at}: nobody named it, and {', '.join(sorted(changed)[:4])} changed")
    return counts, faults


def flip_return(srokctl, folder, count, dice, deaf=False):
    office, file, spoiled = folder / "district.srok", folder / "return.xlsx", folder / "spoiled.xlsx"
    subprocess.run([srokctl, "new", office, "--area", "0202"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([srokctl, "return", office, "build", "2025-12", "--out", file], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    data = file.read_bytes()
    _, good = asked(srokctl, "return", office, "check", file)
    counts, faults = {"named": 0, "harmless": 0}, []
    for _ in range(count):
        at, bytes_now = flipped(data, dice)
        spoiled.write_bytes(bytes_now)
        code, said = (0, {"verdict": "verified"}) if deaf else asked(srokctl, "return", office, "check", spoiled)
        # A verified one is one whose every value was held against the signature; it must say the same of itself.
        if code == 2 or said.get("verdict") in ("damaged", "edited", "unsigned"):
            counts["named"] += 1
        elif {k: v for k, v in said.items() if k != "file"} == {k: v for k, v in good.items() if k != "file"}:
            counts["harmless"] += 1
        else:
            faults.append(f"byte {at}: {str(said)[:300]}")
    return counts, faults


def main():
    srokctl, deaf = sys.argv[1], "--self-test" in sys.argv
    count = 3000 if os.environ.get("SROK_SOAK") else 40
    faults = []
    with tempfile.TemporaryDirectory() as name:
        for what, flip in (("office file", flip_office), ("return", flip_return)):
            counts, wrong = flip(srokctl, Path(name), 20 if deaf else count, random.Random(os.getpid() if count > 40 else 5), deaf)
            print(f"{what}: {', '.join(f'{number} {word}' for word, number in counts.items())}, {len(wrong)} unseen")
            faults += wrong
    for fault in faults[:10]:
        print(fault)
    if deaf:
        print("found out, as it must be" if faults else "a check that says nothing was not found out")
        return 0 if faults else 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
