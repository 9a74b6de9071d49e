#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What only the real program can show: its arguments, its exit codes, its streams, its lock."""
import json
import os
import re
import subprocess
import sys
import tempfile
import threading

SROKCTL = sys.argv[1]


def typed(*arguments):
    done = subprocess.run([SROKCTL, *arguments], capture_output=True)
    return done.returncode, done.stdout, done.stderr


def asked(*arguments):
    code, out, _ = typed(*arguments, "--json")
    return code, json.loads(out)


def check(name, held):
    print("ok  " if held else "FAIL", name)
    return held


def main():
    good = True
    with tempfile.TemporaryDirectory() as folder:
        office = os.path.join(folder, "ការិយាល័យ ថ្មគោល.srok")
        code, made = asked("new", office, "--area", "0202", "--name", "ការិយាល័យ ក")
        good &= check("Khmer arguments arrive as they were typed", code == 0 and made["name_km"] == "ការិយាល័យ ក")
        good &= check("the file stands under its Khmer name", os.path.exists(office))

        code, out, err = typed("check", office)
        good &= check("nobody watches a pipe: no progress on stderr", code == 0 and err == b"")
        code, out, err = typed("check", os.path.join(folder, "none.srok"))
        good &= check("an error speaks on stderr and leaves stdout empty", code == 2 and out == b"" and err != b"")
        code, answer = asked("lunar", "2025-12-17")
        good &= check("lunar answers with a list", code == 0 and answer[0]["be"] == 2569)
        code, out, _ = typed("lunar", b"\xff\xfe", "--json")
        good &= check("bytes that are no text are wrong use", code == 2 and json.loads(out)["error"]["code"] == "usage.not-utf8")

        guide = os.path.join(folder, "guide.pdf")
        code, answer = asked("guide", "--language", "km", "--out", guide)
        good &= check("the quick guide is a PDF", code == 0 and open(guide, "rb").read(5) == b"%PDF-")
        code, answer = asked("guide", "--out", office)
        good &= check("it never takes an office's place", code == 2 and answer["error"]["code"] == "file.would-be-lost")
        code, answer = asked("guide", "--out", os.path.join(folder, "guide.odt"))
        good &= check("it is told by its name that it is no PDF", code == 2 and answer["error"]["code"] == "file.kind")

        code, manual, _ = typed("--man")
        words = re.findall(rb"^  ([a-z][a-z-]+) ", typed("--help")[1].partition(b"Subcommands:")[2], re.M)
        told = re.findall(rb"^\.SS (.+)$", manual, re.M)
        good &= check("the manual tells every word that there is",
                      code == 0 and len(words) > 30 and told == [word.replace(b"-", b"\\-") for word in words])

        codes = []
        lines = [threading.Thread(target=lambda: codes.append(
            asked("institution", office, "add", "មជ្ឈមណ្ឌល", "--kind", "clc"))) for _ in range(6)]
        for line in lines:
            line.start()
        for line in lines:
            line.join()
        added = sorted(answer["id"] for code, answer in codes if code == 0)
        refused = [answer["error"]["code"] for code, answer in codes if code == 3]
        _, listed = asked("institution", office, "list")
        good &= check("of writers at once each is served or told that the file is locked",
                      len(added) >= 1 and len(added) + len(refused) == 6 and set(refused) <= {"file.locked"})
        good &= check("what was said to be added is there, nothing else",
                      sorted(i["id"] for i in listed["institutions"]) == added)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
