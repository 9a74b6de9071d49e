#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""srok-setup.exe under wine: it puts Srok where it was told, into the start menu and behind .srok files, which a double click
opens; set up again or taken off, it leaves every office file. The portable folder works where it is unpacked.

    setup_test.py SROK-SETUP.EXE SROK-PORTABLE.ZIP [--play RUN.SH]

--play: what was set up is played by `RUN.SH play SROK.EXE`, before it is set up again and taken off.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile
from pathlib import Path

WINE = Path(__file__).resolve().parents[2] / "installer/windows/wine.sh"
PREFIX = Path(os.environ.get("SROK_WINE") or
              Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "srok-windows/wine")
C = PREFIX / "drive_c"
FOLDER = C / "កម្មវិធីការិយាល័យ" / "Srok"  # wine would put quotes around a blank, which /D= does not take
MENU = C / "ProgramData/Microsoft/Windows/Start Menu/Programs"
SETUP = PORTABLE = PLAY = None
HAND = os.environ.get("SROK_HAND")


def wine(*words, ends=(0,)):
    done = subprocess.run([WINE, *map(str, words)], stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
    if ends is not None and done.returncode not in ends:
        raise AssertionError(f"{words} ended with {done.returncode}: {done.stdout!r} {done.stderr!r}")
    return done.stdout.decode("utf-8", "replace")


def registry(key):
    """What stands there and below, or None; by a file, for what wine prints has lost every Khmer letter."""
    told = C / "told.reg"
    told.unlink(missing_ok=True)
    wine("reg", "export", key, "C:\\told.reg", "/y", "/reg:64", ends=None)
    return told.read_text(encoding="utf-16").replace("\\\\", "\\").replace('\\"', '"') if told.exists() else None


def wine_ends():
    """Waits until nothing of wine runs any more: what comes then may be on another screen."""
    subprocess.run(["/usr/lib/wine/wineserver", "-w"], env=dict(os.environ, WINEPREFIX=str(PREFIX)), timeout=120, check=True)


def until(what, seconds=60):
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            raise AssertionError("waited in vain")
        time.sleep(0.2)


class Opened:
    """What a double click has opened, as srok-hand.exe sees it; closed as a person closes it."""

    def __enter__(self):
        self.hand = subprocess.Popen([WINE, HAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self

    def do(self, verb, **what):
        self.hand.stdin.write(json.dumps({"do": verb, **what}).encode() + b"\n")
        self.hand.stdin.flush()
        return json.loads(self.hand.stdout.readline())["said"]

    def windows(self):
        return [one for one in self.do("windows") if one["window"] == one["top"] and one["box"][2] > 600]

    def close(self):
        self.do("close", windows=[self.windows()[0]["window"]])
        until(lambda: self.do("ended") is not None)
        return self.do("ended")

    def __exit__(self, kind, error, trace):
        if error is not None:
            self.do("end")
        self.hand.communicate()


def says_its_version(program):
    return wine(program, "--version").strip()


class Setup(unittest.TestCase):
    """One story, told in one order."""

    def test_set_up_again_and_taken_off(self):
        wine(SETUP, "/S", f"/D=C:\\{FOLDER.parent.name}\\Srok")
        for name in ("srok.exe", "srokctl.exe", "uninstall.exe", "fonts/KhmerOSbattambang.ttf"):
            self.assertTrue((FOLDER / name).is_file(), name)
        self.assertTrue(list((FOLDER / "licences").glob("*.txt")))
        self.assertEqual([link.name for link in MENU.glob("Srok*.lnk")], ["Srok - ស្រុក.lnk"])
        self.assertIn("Srok.Office", registry(r"HKLM\Software\Classes\.srok"))
        self.assertIn(r'\Srok\srok.exe" "%1"', registry(r"HKLM\Software\Classes\Srok.Office\shell\open\command"))
        self.assertIn(FOLDER.parent.name,
                      registry(r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Srok"))

        for program in ("srok.exe", "srokctl.exe"):
            self.assertEqual((FOLDER / program).read_bytes()[:2], b"MZ")
        version = says_its_version(FOLDER / "srokctl.exe")
        self.assertRegex(version, r"^srokctl \d+\.\d+\.\d+$")
        self.assertIn(f'"DisplayVersion"="{version.split()[1]}"',
                      registry(r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Srok"))
        if PLAY:
            wine_ends()  # the sitting has a screen of its own
            subprocess.run([PLAY, "play", FOLDER / "srok.exe"], check=True)
            wine_ends()

        # An office file that somebody keeps beside the program, opened by a double click.
        office = FOLDER / "ការិយាល័យ.srok"
        wine(FOLDER / "srokctl.exe", "demo", office, "--learners", "40")
        if HAND:
            # Its output is not waited for: what it opens keeps it open.
            subprocess.run([WINE, "start", f"C:\\{FOLDER.parent.name}\\Srok\\{office.name}"], stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120, check=True)
            with Opened() as opened:
                until(lambda: opened.do("meet", program="srok.exe") and opened.windows())
                until(lambda: "Srok" in opened.windows()[0]["text"])
                # The office's own name stands in front of ours.
                self.assertNotEqual(opened.windows()[0]["text"].strip(), "Srok")
                self.assertEqual(opened.close(), 0)
        kept = office.read_bytes()

        # A newer one sets up over it, without a folder told.
        (FOLDER / "srok.exe").write_bytes(b"an older program")
        wine(SETUP, "/S")
        self.assertEqual(office.read_bytes(), kept)
        self.assertGreater((FOLDER / "srok.exe").stat().st_size, 1_000_000)
        self.assertEqual(says_its_version(FOLDER / "srokctl.exe"), version)

        wine(FOLDER / "uninstall.exe", "/S")
        until(lambda: not (FOLDER / "srok.exe").exists())
        until(lambda: not (FOLDER / "uninstall.exe").exists())
        lock = office.with_name(office.name + ".lock")  # stays beside an office that was open
        self.assertEqual({path.name for path in FOLDER.iterdir()} - {lock.name}, {office.name})
        self.assertEqual(office.read_bytes(), kept)
        self.assertEqual(list(MENU.glob("Srok*.lnk")), [])
        self.assertIsNone(registry(r"HKLM\Software\Classes\Srok.Office"))
        self.assertIsNone(registry(r"HKLM\Software\Srok"))
        office.unlink()
        lock.unlink(missing_ok=True)
        FOLDER.rmdir()
        FOLDER.parent.rmdir()

    @unittest.skipUnless(HAND, "SROK_HAND is not named")
    def test_while_the_program_runs_it_is_neither_replaced_nor_taken_off(self):
        wine(SETUP, "/S", f"/D=C:\\{FOLDER.parent.name}\\Srok")
        self.addCleanup(shutil.rmtree, FOLDER.parent)
        shutil.copy(HAND, FOLDER / "srok.exe")  # waits for words at stdin
        running = subprocess.Popen([WINE, FOLDER / "srok.exe"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        running.stdin.write(b'{"do": "focused"}\n')
        running.stdin.flush()
        running.stdout.readline()
        wine(SETUP, "/S", ends=(2,))
        uninstall = (FOLDER / "uninstall.exe", "/S", f"_?=C:\\{FOLDER.parent.name}\\Srok")
        wine(*uninstall, ends=(2,))
        self.assertTrue((FOLDER / "srokctl.exe").is_file())
        self.assertEqual((FOLDER / "srok.exe").read_bytes(), Path(HAND).read_bytes())
        running.communicate()
        wine(*uninstall)
        self.assertFalse((FOLDER / "srok.exe").exists())

    def test_the_portable_folder_works_where_it_is_unpacked(self):
        with tempfile.TemporaryDirectory(prefix="srok-ថាស-") as stick:
            zipfile.ZipFile(PORTABLE).extractall(stick)
            folder = Path(stick) / "Srok"
            self.assertTrue((folder / "srok.exe").is_file())
            self.assertTrue(list((folder / "fonts").glob("*.ttf")) and list((folder / "licences").glob("*.txt")))
            office = Path(stick) / "ការិយាល័យ.srok"
            wine(folder / "srokctl.exe", "demo", office, "--learners", "40")
            # Its own fonts, for a page of its own.
            wine(folder / "srokctl.exe", "guide", "--language", "km", "--out", Path(stick) / "គន្លឹះ.pdf")
            self.assertEqual(wine(folder / "srokctl.exe", "check", office, "--json")[:1], "{")

    def test_every_library_inside_has_its_licence(self):
        with zipfile.ZipFile(PORTABLE) as portable:
            names = {Path(name).stem for name in portable.namelist() if "/licences/" in name and name.endswith(".txt")}
            for name in portable.namelist():
                if "/licences/" in name and name.endswith(".txt"):
                    self.assertGreater(portable.getinfo(name).file_size, 200, name)
        parts = Path(__file__).resolve().parents[2] / "installer/windows/libraries.sh"
        listed = [line.split()[0].strip('"') for line in
                  parts.read_text().split("parts=(")[1].split("\n)")[0].split("\n") if line.strip()]
        without = {"headers": "libboost-dev", "zlib": "libz-mingw-w64-dev", "tomlplusplus": "libtomlplusplus-dev"}
        self.assertEqual([part for part in listed if without.get(part, part) not in names], [])


if __name__ == "__main__":
    SETUP, PORTABLE = (str(Path(word).resolve()) for word in sys.argv[1:3])
    PLAY = sys.argv[4] if sys.argv[3:4] == ["--play"] else None
    unittest.main(argv=sys.argv[:1], verbosity=2)
