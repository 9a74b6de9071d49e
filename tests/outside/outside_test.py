#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of the corpus through srokctl, as a person would hand it over: a hostile one is refused with its code and its
place and nothing of the office file changes by a byte; an honest one is taken. Neither takes 256 MB of memory or 5 s.

    outside_test.py SROKCTL [--photos PHOTO_READER] [--list] [part of a title]
    outside_test.py SROKCTL --self-test     a wrong expectation, a changed byte, too much memory or time must be found

Memory is the peak resident size that the kernel counted for the process (wait4). A process starts from this script's own
size, so that the figure may be too large, never too small."""
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

import catalogue
import archives  # noqa: F401  each adds its files to the catalogue
import honest_lists  # noqa: F401
import lists  # noqa: F401
import pictures  # noqa: F401
import rules  # noqa: F401
import signed_files
import texts  # noqa: F401
import xml_parts  # noqa: F401

MEGABYTES, SECONDS = 256, 5.0
ABOUT_THE_OFFICE = ("code.", "parcel.another-office", "serial.", "block-file.other-province", "template.unknown-placeholder")

# How a file is taken: the words before and after it, {} the file, and whose office file it is about. The first is what
# only looks, the last what writes.
WORDS = {
    "learners": ("district", [["import", "{office}", "learners", "{}", "--dry-run"], ["import", "{office}", "learners", "{}"]]),
    "transfer": ("district", [["transfer", "{office}", "in", "{}", "--dry-run"], ["transfer", "{office}", "in", "{}"]]),
    "parcel at the district": ("district", [["parcel", "{office}", "in", "{}"]]),
    "parcel": ("school", [["parcel", "{office}", "in", "{}", "--dry-run"], ["parcel", "{office}", "in", "{}"]]),
    "return": ("province", [["return", "{office}", "check", "{}"], ["return", "{office}", "receive", "{}"]]),
    "check return": ("province", [["return", "{office}", "check", "{}"]]),
    "receipt": ("district", [["return", "{office}", "take-receipt", "{}"]]),
    "keys": ("district", [["keys", "{office}", "take", "{}"]]),
    "block": ("district", [["serials", "{office}", "take", "{}"]]),
    "pack": ("district", [["pack", "{office}", "check", "{}"], ["pack", "{office}", "use", "{}"]]),
    "layout": ("district", [["return", "{office}", "layout", "check", "{}"], ["return", "{office}", "layout", "take", "{}"]]),
    "template": ("district", [["template", "{office}", "take", "{}", "--for", "all"]]),
    "code": ("sample", [["verify", "{text}", "--office", "{office}"]]),
    "picture": ("sample", [["verify", "{}", "--office", "{office}"]]),
    "photo": ("district", [["{photo reader}", "{}"]]),
}


class Answer:
    def __init__(self, exit_code, out, megabytes, seconds):
        self.exit, self.out, self.megabytes, self.seconds = exit_code, out, megabytes, seconds


def run(words, folder):
    """The program's end, its JSON, and what it took; stopped when it takes too long."""
    with open(folder / "out", "wb") as out:
        began = time.monotonic()
        process = subprocess.Popen(words, stdout=out, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        stopped = False
        while True:
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - began > SECONDS * 3 and not stopped:
                process.kill()
                stopped = True
            time.sleep(0.002)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = used.ru_utime + used.ru_stime if not stopped else time.monotonic() - began
    return Answer(process.returncode, (folder / "out").read_bytes(), used.ru_maxrss / 1024, seconds)


def write_apart(path, make):
    """In a process of its own: what is measured later begins from this script's size, which stays small."""
    child = os.fork()
    if child == 0:
        try:
            path.write_bytes(make())
        except BaseException as trouble:  # noqa: B902  must not unwind into the parent's work
            print(f"{path.name} cannot be made: {trouble!r}", flush=True)
            os._exit(1)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0, path


def fingerprint(office):
    """The office file's bytes and those waiting in its log."""
    log = office.with_name(office.name + "-wal")
    return hashlib.sha256(office.read_bytes() + b"|" + (log.read_bytes() if log.exists() else b"")).hexdigest()


def described(error, asked):
    """The error as a line of the catalogue, with no more than `asked` asks of it."""
    words = [error["code"]]
    wanted = [word.split("=", 1)[0] for word in asked.split()[1:]]
    facts, place = error.get("facts", {}), error.get("place", {})
    for name in wanted:
        if name in facts:
            words.append(f"{name}={facts[name]}")
        elif name in ("sheet", "cell", "row", "byte") and name in place:
            words.append(name if name in asked.split() else f"{name}={place[name]}")
    return " ".join(words)


class Corpus:
    def __init__(self, srokctl, photo_reader, folder):
        self.srokctl, self.photo_reader, self.folder = srokctl, photo_reader, folder
        self.offices = {"district": folder / "thmakoul.srok", "province": folder / "battambang.srok"}
        subprocess.run([srokctl, "new", self.offices["district"], "--area", "0202"], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([srokctl, "new", self.offices["province"], "--area", "02"], check=True, stdout=subprocess.DEVNULL)
        for name in ("sample", "school"):  # made by signed_files
            self.offices[name] = folder / f"{name}.srok"
        self.pristine = {name: {side: (path.read_bytes() if path.exists() else None) for side, path in self.sides(name)}
                         for name in self.offices}
        self.most_megabytes, self.most_seconds, self.runs = (0, ""), (0, ""), 0

    def sides(self, name):
        office = self.offices[name]
        return [(end, office.with_name(office.name + end)) for end in ("", "-wal", "-shm")]

    def restore(self, name):
        for side, path in self.sides(name):
            if self.pristine[name][side] is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(self.pristine[name][side])

    def take(self, words, path, office):
        text = path.read_bytes().decode(errors="surrogateescape") if "{text}" in words else ""
        typed = [{"{}": str(path), "{text}": text, "{office}": str(office), "{photo reader}": self.photo_reader}.get(w, w) for w in words]
        if words[0] != "{photo reader}":
            typed = [self.srokctl, *typed, "--json"]
        answer = run(typed, self.folder)
        self.runs += 1
        return answer

    def measure(self, title, answer, allowed=(MEGABYTES, SECONDS)):
        self.most_megabytes = max(self.most_megabytes, (answer.megabytes, title))
        self.most_seconds = max(self.most_seconds, (answer.seconds, title))
        faults = []
        if answer.megabytes > allowed[0]:
            faults.append(f"took {answer.megabytes:.0f} MB")
        if answer.seconds > allowed[1]:
            faults.append(f"took {answer.seconds:.1f} s")
        return faults

    def play(self, file, spoil=None, allowed=(MEGABYTES, SECONDS), looks_too="always"):
        """What is not as the catalogue says, as sentences."""
        name, ways = WORDS[file.word]
        # By day most files are only taken, which looks at all that a look without writing does.
        if looks_too == "sometimes" and len(file.title) % 4:
            ways = ways[-1:]
        office = self.offices[name]
        path = self.folder / file.name
        write_apart(path, file.make)
        faults = []
        for way in ways:
            before = fingerprint(office)
            answer = self.take(way, path, office)
            faults += self.measure(file.title, answer, allowed)
            try:
                said = json.loads(answer.out)
            except ValueError:
                faults.append(f"{way[0]}: exit {answer.exit}, no JSON: {answer.out[:200]!r}")
                continue
            if spoil:
                spoil(office)
            writes = way is ways[-1]
            if file.honest:
                faults += self.look_at_honest(file, said, answer, office, writes)
            elif file.said.startswith("verdict "):
                faults += self.look_at_verdict(file, said, answer, office, before)
            elif file.said.startswith("row "):
                faults += self.look_at_rows(file, said, answer, office, before, writes)
            else:
                faults += self.look_at_refused(file, said, answer, office, before)
        path.unlink()
        if file.honest or file.said.startswith("row ") or faults:
            self.restore(name)
        return faults

    def look_at_refused(self, file, said, answer, office, before):
        faults = []
        if "error" not in said:
            return [f"expected {file.said}, was taken: {str(said)[:300]}"]
        got = described(said["error"], file.said)
        if got != file.said:
            faults.append(f"expected {file.said}, came {got}: {said['error']}")
        # What is wrong with a good file - it is another office's - is not at a place in it.
        named = said["error"].get("place", {}).get("file", "")
        if named not in (file.name, str(self.folder / file.name)) and not file.said.startswith(ABOUT_THE_OFFICE):
            faults.append(f"does not name the file: {said['error']['place']}")
        if not said["error"].get("remedy"):
            faults.append("no remedy")
        if answer.exit != 2:
            faults.append(f"exit {answer.exit}, expected 2")
        if fingerprint(office) != before:
            faults.append("the office file changed")
        return faults

    def look_at_verdict(self, file, said, answer, office, before):
        """A word that judges says "verdict damaged" and why, ends with 1, and writes nothing."""
        reason = said.get("reason") or said.get("damage") or {}
        got = f"verdict {said.get('verdict')} {reason.get('code', '')}".strip()
        faults = [] if got == file.said else [f"expected {file.said}, came {got}: {str(said)[:300]}"]
        if answer.exit != 1:
            faults.append(f"exit {answer.exit}, expected 1")
        if fingerprint(office) != before:
            faults.append("the office file changed")
        return faults

    def look_at_rows(self, file, said, answer, office, before, writes):
        if "rows" not in said:
            return [f"expected {file.said}, came {str(said)[:300]}"]
        refused = [f"row refuse {one['code']} {one['cell']}" for one in said["rows"] if one["verdict"] == "refuse"]
        faults = [] if refused == [file.said] else [f"expected {file.said}, came {refused}: {str(said['rows'])[:300]}"]
        if answer.exit != 1:
            faults.append(f"exit {answer.exit}, expected 1")
        if not writes and fingerprint(office) != before:
            faults.append("the dry run changed the office file")
        accepted = sum(one["verdict"] == "accept" for one in said["rows"])
        if writes and learners(office) != accepted:
            faults.append(f"{learners(office)} learners stand there, {accepted} were accepted")
        return faults

    def look_at_honest(self, file, said, answer, office, writes):
        # 1 says that there is something to look at: rows that a filter hides, a key that is new.
        if answer.exit not in (0, 1) or "error" in said:
            return [f"honest, and exit {answer.exit}: {str(said)[:400]}"]
        if writes and file.said.endswith(("learner", "learners")) and learners(office) != int(file.said.split()[0]):
            return [f"expected {file.said}, {learners(office)} stand there"]
        return []


def learners(office):
    with sqlite3.connect(office) as database:
        return database.execute("SELECT count(*) FROM learner").fetchone()[0]


def self_test(corpus):
    """Each thing the runner looks for, planted."""
    good = next(f for f in catalogue.FILES if f.title == "a wrong checksum of the sheet")
    row = next(f for f in catalogue.FILES if f.title == "a day that is not")
    honest = next(f for f in catalogue.FILES if f.honest and f.word == "learners")

    def other(file, **changes):
        return catalogue.File(**{**file.__dict__, **changes})

    def grow(office):
        with open(office, "r+b") as bytes_of:
            bytes_of.seek(-1, os.SEEK_END)
            bytes_of.write(b"\x55")

    planted = {
        "another code": dict(file=other(good, said="file.encrypted why=crc sheet=Sheet1")),
        "another fact": dict(file=other(good, said=good.said.replace("why=crc", "why=size"))),
        "another sheet": dict(file=other(good, said=good.said.replace("Sheet1", "Sheet2"))),
        "a place that is not told": dict(file=other(good, said=good.said + " cell=B2")),
        "a refused file called honest": dict(file=other(good, said="1 learner")),
        "an honest file called hostile": dict(file=other(honest, said="file.damaged")),
        "an honest list of more people": dict(file=other(honest, said="9 learners")),
        "another cell of a row": dict(file=other(row, said=row.said.replace("E2", "E3"))),
        "a byte of the office changed": dict(file=good, spoil=grow),
        "a byte of the office changed by a dry run": dict(file=row, spoil=grow),
        "more memory than is allowed": dict(file=good, allowed=(1, SECONDS)),
        "more time than is allowed": dict(file=good, allowed=(MEGABYTES, 0.0)),
    }
    missed = [what for what, plan in planted.items() if not corpus.play(**plan)]
    wrong = [f"{one.title}: {fault}" for one in (good, row, honest) for fault in corpus.play(one)]
    for line in [f"not found: {what}" for what in missed] + wrong:
        print(line)
    print(f"{len(planted)} planted, {len(missed)} missed")
    return 1 if missed or wrong else 0


def main():
    words = sys.argv[1:]
    photo_reader = words.pop(words.index("--photos") + 1) if "--photos" in words else None
    flags, rest = {w for w in words if w.startswith("--")}, [w for w in words if not w.startswith("--")]
    srokctl, part = rest[0], rest[1] if len(rest) > 1 else ""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        signed_files.add_files(srokctl, folder)
        files = [f for f in catalogue.FILES if part in f.title and (f.word != "photo" or photo_reader)]
        if "--list" in flags:
            for file in files:
                print(f"{file.word}\t{file.title}\t{file.said}")
            return 0
        corpus = Corpus(srokctl, photo_reader, folder)
        if "--self-test" in flags:
            return self_test(corpus)
        failed = 0
        for file in files:
            faults = corpus.play(file, looks_too="always" if os.environ.get("SROK_SOAK") else "sometimes")
            for fault in faults:
                print(f"{file.word}: {file.title}: {fault}", flush=True)
            failed += 1 if faults else 0
        honest = sum(file.honest for file in files)
        print(f"{len(files) - honest} hostile and {honest} honest files, {failed} failed; {corpus.runs} runs, at most "
              f"{corpus.most_megabytes[0]:.0f} MB ({corpus.most_megabytes[1]}) and {corpus.most_seconds[0]:.2f} s of processor "
              f"({corpus.most_seconds[1]})")
        enough = part or (len(files) - honest >= 195 and honest >= 40)
        if not enough:
            print("the catalogue promises at least 195 hostile and 40 honest files")
        return 0 if enough and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
