#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list is imported, a return is built, an old file is brought up to date, and the program is killed (SIGKILL) at a random
moment of it: the work stands whole or not at all, what stood before stands still, the file is in order, and doing it again
succeeds and leaves nothing half-made behind.

    killed_at_work.py SROKCTL import|export|migration      8 kills; 1,000 with SROK_SOAK
    killed_at_work.py SROKCTL WORK --self-test             a piece of work that stands by half must be found"""
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCHEMAS = Path(__file__).resolve().parents[1] / "storage"
sys.path.insert(0, str(SCHEMAS))
import released_schemas  # noqa: E402

PEOPLE = 120


class Apart(AssertionError):
    """Something stands by half, or what stood is gone."""


def asked(srokctl, *words, codes=(0, 1)):
    done = subprocess.run([srokctl, *map(str, words), "--json"], capture_output=True, text=True, check=False)
    if done.returncode not in codes:
        raise Apart(f"{words}: {done.returncode} {done.stdout} {done.stderr}")
    return json.loads(done.stdout)


class Work:
    """One piece of work on one office; made again for each kill from the same files."""

    def __init__(self, srokctl, folder):
        self.srokctl, self.folder, self.place = srokctl, folder, folder / "at-work"
        self.original = folder / "original"
        self.original.mkdir()
        self.prepare(self.original)

    @property
    def office(self):
        return self.place / "office.srok"

    def fresh(self):
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.original, self.place)

    def rows(self, table):
        with sqlite3.connect(self.office) as database:
            return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def complete(self):
        """Whether what the work gives beside the office file is there."""
        return True

    def look(self, told):
        """What stands: "all" or "nothing"."""
        checked = asked(self.srokctl, "check", self.office)
        if not checked["ok"]:
            raise Apart(f"check: {checked}")
        stands = self.stands()
        if told and stands != "all":
            raise Apart(f"it was told as done, and {stands} stands")
        return stands


class Import(Work):
    def prepare(self, place):
        asked(self.srokctl, "new", place / "office.srok", "--area", "0202")
        lines = "".join(f"កែវ ពេជ្រ{n},ស,{n % 28 + 1}/03/{1980 + n % 20}\n" for n in range(PEOPLE))
        (place / "list.csv").write_text("គោត្តនាម និងនាម,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n" + lines, encoding="utf-8")

    def words(self):
        return ["import", self.office, "learners", self.place / "list.csv"]

    def stands(self):
        learners, imports = self.rows("learner"), self.rows("import")
        if (learners, imports) not in ((0, 0), (PEOPLE, 1)):
            raise Apart(f"{learners} of {PEOPLE} learners stand, and {imports} imports")
        return "all" if learners else "nothing"

    def halve(self):
        with sqlite3.connect(self.office) as database:
            database.execute("PRAGMA foreign_keys = OFF")
            database.execute("DELETE FROM learner WHERE id > ?", (PEOPLE // 2,))


class Export(Work):
    def prepare(self, place):
        asked(self.srokctl, "demo", place / "office.srok", "--learners", 60)
        with sqlite3.connect(place / "office.srok") as database:
            self.before = database.execute("SELECT count(*) FROM built_return").fetchone()[0]

    def words(self):
        return ["return", self.office, "build", "2025-12", "--out", self.place / "return.xlsx", "--reason", "again"]

    def stands(self):
        built, file = self.rows("built_return"), self.place / "return.xlsx"
        if built not in (self.before, self.before + 1):
            raise Apart(f"{built} returns stand, {self.before} stood before")
        if file.exists() and asked(self.srokctl, "return", self.office, "check", file)["verdict"] != "verified":
            raise Apart("the return's file is half-written")
        if file.exists() and built == self.before:
            raise Apart("a file that the office does not know of")
        return "all" if built > self.before else "nothing"

    def complete(self):
        return (self.place / "return.xlsx").exists()

    def halve(self):
        whole = (self.place / "return.xlsx").read_bytes()
        (self.place / "return.xlsx").write_bytes(whole[:len(whole) // 2])


class Migration(Work):
    def prepare(self, place):
        released_schemas.loaded(SCHEMAS / "schemas" / "0016.sql", place / "office.srok").close()
        with sqlite3.connect(place / "office.srok") as database:
            self.schema = database.execute("PRAGMA user_version").fetchone()[0]
            self.before = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in released_schemas.KEPT
                           if table != "audit"}

    def words(self):
        return ["institution", self.office, "add", "សាលា", "--kind", "clc"]

    def stands(self):
        with sqlite3.connect(self.office) as database:
            now = database.execute("PRAGMA user_version").fetchone()[0]
            for table, count in self.before.items():
                stand = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                if stand not in (count, count + 1 if table == "institution" else count):
                    raise Apart(f"{stand} rows of {table}, {count} before")
            added = database.execute("SELECT count(*) FROM institution").fetchone()[0] > self.before["institution"]
        if added and now == self.schema:
            raise Apart("a row of the new program in the old file")
        return "all" if added else "nothing"

    def look(self, told):
        # An old file is not looked at by `check`; opened to be written, it is brought up to date first.
        stands = self.stands()
        if told and stands != "all":
            raise Apart(f"it was told as done, and {stands} stands")
        return stands

    def halve(self):
        with sqlite3.connect(self.office) as database:
            database.execute("PRAGMA foreign_keys = OFF")
            database.execute("DELETE FROM enrolment WHERE id % 2")


WORKS = {"import": Import, "export": Export, "migration": Migration}


def kill_often(work, kills, seed=1):
    dice, counts, took = random.Random(seed), {"nothing": 0, "all": 0}, None
    for _ in range(3):  # the first is slower than those that follow
        work.fresh()
        began = time.monotonic()
        asked(work.srokctl, *work.words())
        took = time.monotonic() - began
    if work.look(True) != "all":
        raise Apart("the work does nothing")
    for _ in range(kills):
        work.fresh()
        process = subprocess.Popen([work.srokctl, *map(str, work.words())], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0, took * 1.1))
        process.kill()
        stands = work.look(process.wait() == 0)
        counts[stands] += 1
        if stands == "all" and process.returncode == 0 and not work.complete():
            raise Apart("it was told as done, and its file is not there")
        if stands == "nothing":
            asked(work.srokctl, *work.words())
            if work.look(True) != "all":
                raise Apart("done again, it does not stand")
        if not work.complete():
            # The work stands and its file does not: asked for again, it is written.
            counts["without its file"] = counts.get("without its file", 0) + 1
            asked(work.srokctl, *work.words())
            if work.look(True) != "all" or not work.complete():
                raise Apart("a file that was never written cannot be had")
        checked = asked(work.srokctl, "check", work.office)
        left = [path.name for path in work.place.iterdir() if ".part" in path.name or ".tmp" in path.name]
        if not checked["ok"] or left:
            raise Apart(f"{checked['findings']}, left behind: {left}")
    return counts


def main():
    srokctl, name = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        work = WORKS[name](srokctl, Path(folder))
        if "--self-test" in sys.argv:
            work.fresh()
            asked(srokctl, *work.words())
            work.halve()
            try:
                work.look(True)
            except Apart as apart:
                print(f"found, as it must be: {str(apart)[:200]}")
                return 0
            print("work that stands by half was not missed", file=sys.stderr)
            return 1
        kills = 1000 if os.environ.get("SROK_SOAK") else 8
        counts = kill_often(work, kills)
    print(f"{name}: {kills} kills, {counts['nothing']} before it stood and {counts['all']} after"
          + (f", {counts['without its file']} of them before its file did" if "without its file" in counts else ""))
    if not counts["nothing"]:
        print("every kill came too late")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
