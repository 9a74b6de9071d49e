#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is really full: the office stands on a tmpfs of a few megabytes (in a namespace of this test's own), which is
filled to within a few pages; a list is imported, a class issued, a return built. Each is refused as the disk's fault, the file
stays in order, and once there is room the same is done.

    full_disk_test.py SROKCTL
    full_disk_test.py SROKCTL --self-test     on a disk with room nothing is refused, and that must be noticed"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

MEGABYTES = 24
# How many pages are left when the work begins.
FREE = (0, 4, 16, 64) if os.environ.get("SROK_SOAK") else (4,)
NAMED = ("disk.full", "file.write", "disk.failed")


def asked(srokctl, *words):
    done = subprocess.run([srokctl, *map(str, words), "--json"], capture_output=True, text=True, check=False)
    said = json.loads(done.stdout) if done.stdout else {}
    return done.returncode, said.get("error", {}).get("code", ""), said


class Ballast:
    """Fills the disk up to `pages` free pages, and makes room again."""

    def __init__(self, place):
        self.file = place / "ballast"

    def fill(self, pages):
        self.empty()
        free = os.statvfs(self.file.parent)
        size = max(free.f_bavail - pages, 0) * free.f_frsize
        with open(self.file, "wb") as file:
            file.write(b"\1" * size)

    def empty(self):
        self.file.unlink(missing_ok=True)


def works(place):
    office = place / "office.srok"
    people = place.parent / "list.csv"
    people.write_text("គោត្តនាម និងនាម,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n" + "".join(f"កែវ ពេជ្រ{n},ស,{n % 28 + 1}/03/1990\n" for n in range(200)),
                      encoding="utf-8")
    return {"an import": ["import", office, "learners", people],
            "a class issued": ["certificate", office, "issue", "--all", "--out", place / "papers"],
            "a return built": ["return", office, "build", "2025-12", "--out", place / "return.xlsx", "--reason", "again"]}


def play(srokctl, place, full=True):
    """(faults, refused by the disk)"""
    faults, refused = [], 0
    sample = place.parent / "sample.srok"
    subprocess.run([srokctl, "demo", sample, "--learners", "60"], check=True, stdout=subprocess.DEVNULL)
    ballast = Ballast(place)
    for what, words in works(place).items():
        for pages in FREE:
            for old in place.iterdir():
                shutil.rmtree(old) if old.is_dir() else old.unlink()
            shutil.copy(sample, place / "office.srok")
            asked(srokctl, "certificate", place / "office.srok", "finish")  # makes the files beside it
            if full:
                ballast.fill(pages)
            code, error, said = asked(srokctl, *words)
            if code not in (0, 1):
                refused += 1
                if code != 3 or error not in NAMED:
                    faults.append(f"{what}, {pages} pages free: exit {code}, {error}: {str(said)[:300]}")
            ballast.empty()
            ok, _, checked = asked(srokctl, "check", place / "office.srok")
            if ok != 0:
                faults.append(f"{what}, {pages} pages free: {str(checked)[:300]}")
            if code not in (0, 1):
                code, error, said = asked(srokctl, *words)
                if code not in (0, 1):
                    faults.append(f"{what}: with room again: exit {code}, {error}")
            left = [one.name for one in place.rglob("*") if ".part" in one.name or ".tmp" in one.name]
            if left:
                faults.append(f"{what}: left behind: {left}")
    return faults, refused


def main():
    if os.environ.get("SROK_ON_SMALL_DISK") is None:
        # Again, in a namespace where this user may mount: no right of root is needed, and nothing of the machine's changes.
        os.environ["SROK_ON_SMALL_DISK"] = "1"
        again = [sys.executable, "-B", *sys.argv]
        own = ["unshare", "--user", "--map-root-user", "--mount"]
        if subprocess.run([*own, "true"], capture_output=True, check=False).returncode != 0:
            own = ["unshare", "--mount"]  # where only root may
        return subprocess.run([*own, *again], check=False).returncode
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name) / "disk"
        place.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "none", place], check=True)
        faults, refused = play(sys.argv[1], place, full="--self-test" not in sys.argv)
        subprocess.run(["umount", place], check=True)
    if "--self-test" in sys.argv:
        print(f"with room, {refused} were refused")
        return 0 if refused == 0 and not faults else 1
    for fault in faults:
        print(fault)
    print(f"{refused} of {3 * len(FREE)} met the full disk, {len(faults)} faults")
    return 0 if refused >= 3 and not faults else 1


if __name__ == "__main__":
    sys.exit(main())
