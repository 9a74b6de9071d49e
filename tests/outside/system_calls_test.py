#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program asks of the system while it reads a stranger's file, seen by strace: no socket, no connection, no other
program, and no file opened to be written besides the office file and SQLite's own beside it. A word that only looks changes
nothing at all.

    system_calls_test.py SROKCTL
    system_calls_test.py SROKCTL --self-test     a word that writes another file, and programs that connect, must be found"""
import hashlib
import pathlib
import re
import subprocess
import sys
import tempfile

import archives  # noqa: F401
import catalogue
import honest_lists  # noqa: F401
import xml_parts  # noqa: F401

WRITES = re.compile(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)")
CHANGES = ("rename", "link", "symlink", "mkdir", "mknod", "truncate", "unlink", "rmdir", "chmod", "chown", "creat")


def trace(words, folder):
    """The calls of the program and of what it starts, one a line."""
    log = folder / "calls"
    subprocess.run(["strace", "-f", "-qq", "-y", "-s", "400", "-o", log, "-e", "trace=%network,%file,%process", *map(str, words)],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return log.read_text(errors="replace").splitlines()


def asked_too_much(calls, allowed):
    """The calls that no reading of a file needs. `allowed` are the files that may be written."""
    found, started = [], 0
    for line in calls:
        call = re.match(r"\d+ +(\w+)\((.*)", line)
        if not call:
            continue
        name, rest = call.groups()
        if name in ("execve", "execveat"):
            started += 1
            if started > 1:
                found.append(line)
        elif name in ("socket", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "socketpair"):
            found.append(line)
        elif name in ("open", "openat", "openat2") and WRITES.search(rest) or name.startswith(CHANGES):
            paths = re.findall(r'"([^"]*)"', rest)
            if not paths or not all(path in allowed or path in ("/dev/null", "/dev/tty") for path in paths):
                found.append(line)
    return found


class Desk:
    def __init__(self, srokctl, folder):
        self.srokctl, self.folder = srokctl, folder
        self.office = folder / "thmakoul.srok"
        subprocess.run([srokctl, "new", self.office, "--area", "0202"], check=True, stdout=subprocess.DEVNULL)
        self.own = {str(self.office) + end for end in ("", "-wal", "-shm", "-journal", ".lock")}

    def file(self, title):
        made = next(one for one in catalogue.FILES if one.title == title)
        path = self.folder / made.name
        path.write_bytes(made.make())
        return path

    def seen(self, *words, allowed=None):
        return asked_too_much(trace([self.srokctl, *words], self.folder), self.own if allowed is None else allowed)

    def digest(self):
        return hashlib.sha256(self.office.read_bytes()).hexdigest()


def main_checks(desk):
    faults = []

    def ask(what, found):
        faults.extend(f"{what}: {line[:300]}" for line in found)

    honest, hostile = "a list packed as usual", ("an entity from the network", "a sheet outside the file", "an entity that is a file")
    for title in hostile:
        ask(title, desk.seen("import", desk.office, "learners", desk.file(title)))
    ask("dry run", desk.seen("import", desk.office, "learners", desk.file(honest), "--dry-run"))
    ask("import", desk.seen("import", desk.office, "learners", desk.file(honest)))
    before = desk.digest()
    # What only looks may not even open the office file to write; SQLite's memory beside it may be made.
    beside = {path for path in desk.own if not path.endswith((".srok", ".lock"))}
    ask("check", desk.seen("check", desk.office, allowed=beside))
    ask("verify", desk.seen("verify", "SROK1:AAAA", "--office", desk.office, allowed=beside))
    ask("a list looked at", desk.seen("return", desk.office, "check", desk.file(honest), allowed=beside))
    if desk.digest() != before:
        faults.append("a word that only looks changed the office file")
    return faults


def self_test(desk):
    planted = {
        "a word that writes another file": desk.seen("import", desk.office, "learners", desk.file("a DOCTYPE and nothing else"), "--rejects",
                                                     desk.folder / "rejects.xlsx") or desk.seen("keys", desk.office, "export", "--out", desk.folder / "k.keys"),
        "a word that looks and may not": desk.seen("import", desk.office, "learners", desk.file("a list packed as usual"),
                                                   allowed={str(desk.office) + "-wal", str(desk.office) + "-shm"}),
        "a program that connects": asked_too_much(trace(
            ["/usr/bin/python3", "-c", "import socket; socket.socket().connect_ex(('192.0.2.1', 9))"], desk.folder), set()),
        "a program that starts another": asked_too_much(trace(["/bin/sh", "-c", "/bin/true; :"], desk.folder), set()),
    }
    missed = [what for what, found in planted.items() if not found]
    for what in missed:
        print(f"not found: {what}")
    print(f"{len(planted)} planted, {len(missed)} missed")
    return 1 if missed else 0


def main():
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(sys.argv[1], pathlib.Path(name).resolve())
        if "--self-test" in sys.argv:
            return self_test(desk)
        faults = main_checks(desk)
    for fault in faults:
        print(fault)
    print(f"{len(faults)} calls too many")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
