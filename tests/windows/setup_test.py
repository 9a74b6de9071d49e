#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""srok-setup.exe under wine: it puts Srok where it was told, into the start menu and behind .srok files; set up
again or taken off, it leaves every office file.

    setup_test.py SROK-SETUP.EXE
"""
import os
import subprocess
import sys
import time
import unittest
from pathlib import Path

WINE = Path(__file__).resolve().parents[2] / "installer/windows/wine.sh"
PREFIX = Path(os.environ.get("SROK_WINE") or
              Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "srok-windows/wine")
C = PREFIX / "drive_c"
FOLDER = C / "កម្មវិធីការិយាល័យ" / "Srok"  # wine would put quotes around a blank, which /D= does not take
MENU = C / "ProgramData/Microsoft/Windows/Start Menu/Programs"
SETUP = None


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


def until(what, seconds=30):
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            raise AssertionError("waited in vain")
        time.sleep(0.2)


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

        # An office file that somebody keeps beside the program, and a newer setting up over it without a folder told.
        office = FOLDER / "ការិយាល័យ.srok"
        office.write_bytes(b"an office file")
        (FOLDER / "srok.exe").write_bytes(b"an older program")
        wine(SETUP, "/S")
        self.assertEqual(office.read_bytes(), b"an office file")
        self.assertGreater((FOLDER / "srok.exe").stat().st_size, 1000)

        wine(FOLDER / "uninstall.exe", "/S")
        until(lambda: not (FOLDER / "srok.exe").exists())
        until(lambda: not (FOLDER / "uninstall.exe").exists())
        self.assertEqual([path.name for path in FOLDER.iterdir()], ["ការិយាល័យ.srok"])
        self.assertEqual(office.read_bytes(), b"an office file")
        self.assertEqual(list(MENU.glob("Srok*.lnk")), [])
        self.assertIsNone(registry(r"HKLM\Software\Classes\Srok.Office"))
        self.assertIsNone(registry(r"HKLM\Software\Srok"))
        office.unlink()
        FOLDER.rmdir()
        FOLDER.parent.rmdir()


if __name__ == "__main__":
    SETUP = str(Path(sys.argv[1]).resolve())
    unittest.main(argv=sys.argv[:1], verbosity=2)
