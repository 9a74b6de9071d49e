# SPDX-License-Identifier: GPL-3.0-or-later
"""The journeys' hand on Windows: what journey.Journey does through the accessibility bus of Linux, done to srok.exe through
hand.cpp, under wine. Controls are found by the same ids; what a list or a register holds is asked as a screen reader asks,
by Active Accessibility."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import wine_fonts
from journey import Journey, Lost, wait_for

WINE = Path(__file__).resolve().parents[2] / "installer/windows/wine.sh"
PREFIX = Path(os.environ.get("SROK_WINE") or
              Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "srok-windows/wine")
KHMER_USER = PREFIX / "drive_c/users/សុខ ភាព"  # wine.sh makes it
UNAVAILABLE, SELECTED, CHECKED = 0x1, 0x2, 0x10
FIELDS = ("Edit", "RICHEDIT50W", "RichEdit20W")
LISTS = "wxDataView"
# Keys as the journeys name them, and as Windows counts them.
KEYS = {"ctrl": 0x11, "shift": 0x10, "alt": 0x12, "Return": 0x0D, "Tab": 0x09, "Escape": 0x1B, "space": 0x20, "Prior": 0x21,
        "Next": 0x22, "End": 0x23, "Home": 0x24, "Left": 0x25, "Up": 0x26, "Right": 0x27, "Down": 0x28, "Delete": 0x2E,
        "BackSpace": 0x08, "comma": 0xBC, "minus": 0xBD, "period": 0xBE, **{f"F{n}": 0x6F + n for n in range(1, 13)}}


def windows_path(path):
    """A file of this system, as wine calls it."""
    return "Z:" + str(path).replace("/", "\\")


class Control:
    """What a journey asks of a control it has found."""

    def __init__(self, srok, told):
        self.srok, self.told = srok, told

    def __getitem__(self, what):
        return self.told[what]

    def get_name(self):
        return self.srok.account(self.told)["name"]

    def is_checked(self):
        return bool(self.srok.account(self.told)["state"] & CHECKED)


class WindowsJourney(Journey):
    def __enter__(self):
        self.ready_wine()
        self.start()
        return self

    def ready_wine(self):
        """One window for all of them, as a screen has, an end without a question for a program that fails, and nothing
        remembered of the journey before."""
        if not (PREFIX / "srok-screen").exists():
            for key, name, kind, value in ((r"HKCU\Software\Wine\Explorer", "Desktop", "REG_SZ", "srok"),
                                           (r"HKCU\Software\Wine\Explorer\Desktops", "srok", "REG_SZ", "1366x768"),
                                           (r"HKCU\Software\Wine\WineDbg", "ShowCrashDialog", "REG_DWORD", "0")):
                subprocess.run([WINE, "reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f"], check=True,
                               capture_output=True)
            (PREFIX / "srok-screen").touch()
        wine_fonts.give(PREFIX)
        # The folder of documents is not that of whoever runs this.
        for documents in PREFIX.glob("drive_c/users/*/Documents"):
            documents.unlink() if documents.is_symlink() else shutil.rmtree(documents)
            documents.mkdir()
        for kept in PREFIX.glob("drive_c/users/*/AppData/*/[Ss]rok*"):
            shutil.rmtree(kept) if kept.is_dir() else kept.unlink()

    def start(self):
        self.log = open(self.home / "srok.log", "w", encoding="utf-8")
        self.hand = subprocess.Popen([WINE, os.environ["SROK_HAND"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                     stderr=self.log, env=dict(os.environ, **self.environment))
        words = [windows_path(word) if word.startswith("/") else word for word in self.arguments]
        self.do("start", words=[windows_path(self.program), *words])
        self.process = self.hand
        wait_for(self.windows, "a window of Srok")

    def do(self, verb, **what):
        self.hand.stdin.write(json.dumps({"do": verb, **what}).encode() + b"\n")
        self.hand.stdin.flush()
        line = self.hand.stdout.readline()
        if not line:
            raise Lost(f"the hand is gone at {verb}: {self.log_text()}")
        answer = json.loads(line)
        if "failed" in answer:
            raise Lost(f"{verb} {what}: {answer['failed']}")
        return answer["said"]

    def leave(self):
        """As a person closes the program; it must end by itself, and well."""
        self.close(self.main_window())
        self.ends()

    def main_window(self):
        return max((one for one in self.windows() if one["window"] == one["top"]), key=lambda one: one["box"][2])["window"]

    def close(self, *windows):
        """All of them at once, as a person clicks faster than a slow computer answers."""
        self.do("close", windows=windows)

    def ends(self):
        code = wait_for(lambda: self.ended() or None, "Srok to close")
        assert code == "0", f"Srok ended with {code}"

    def ended(self):
        """The code it ended with, as a text; empty while it runs."""
        code = self.do("ended")
        return "" if code is None else str(code)

    def __exit__(self, kind, error, trace):
        if error is not None:
            self.picture(f"{self.name}-failed")
        try:
            if self.hand.poll() is None and not self.ended():
                self.do("end")
            self.hand.stdin.close()
            self.hand.wait(20)
        except (Lost, OSError, subprocess.TimeoutExpired):
            self.hand.kill()
            self.hand.wait()
        self.log.close()
        log = (self.home / "srok.log").read_text(encoding="utf-8", errors="replace")
        if error is not None:
            print(log[-2000:], file=sys.stderr)
        shutil.rmtree(self.home, ignore_errors=True)
        complaints = [line for line in log.splitlines() if "srok assert" in line]
        if error is None and complaints:
            raise AssertionError("\n".join(complaints))

    def listen(self):
        raise Lost("what is announced is not heard here")

    # --- finding ----------------------------------------------------------------------------------------------------

    def windows(self):
        return self.do("windows")

    def look(self, control_id):
        """The control with this id that is on the screen, or None; of two the one in the window above."""
        if self.ended():
            raise Lost(f"Srok ended by itself with {self.ended()}")
        found = [one for one in self.windows() if one["id"] == control_id]
        return Control(self, found[0]) if found else None

    def account(self, control, children=0, start=1):
        return self.do("account", window=control["window"], children=children, **{"from": start})

    def text_of(self, control_id):
        control = self.find(control_id)
        if control["class"] in FIELDS:
            return self.do("text", window=control["window"]).replace("\r\n", "\n")
        return self.account(control)["name"]

    def text_of_name(self, control_id):
        return self.account(self.find(control_id))["name"]

    # --- doing ------------------------------------------------------------------------------------------------------

    def click(self, control_id):
        control = wait_for(lambda: (found := self.look(control_id)) and found["enabled"] and found,
                           f"{control_id} to be allowed")
        self.do("click", window=control["window"])

    def focused(self):
        return self.do("focused")["id"]

    def focus(self, control_id):
        control = self.find(control_id)
        if self.is_list(control):
            self.do("select", window=control["window"], row=0)
        else:
            self.do("focus", window=control["window"])
        return control

    def type_into(self, control_id, text, kept_as=None):
        control = self.focus(control_id)
        self.do("set", window=control["window"], text=text)
        wait_for(lambda: self.text_of(control_id) in (text, kept_as or text), f"“{text}” in {control_id}")

    def type_secret(self, control_id, text):
        self.type_into(control_id, text)

    def choose(self, control_id, index):
        assert self.do("choose", window=self.find(control_id)["window"], row=index), f"{control_id} has no entry {index}"

    def entries(self, control_id):
        return self.do("entries", window=self.find(control_id)["window"])

    def chosen(self, control_id):
        told = self.entries(control_id)
        return told["entries"][told["chosen"]] if 0 <= told["chosen"] < len(told["entries"]) else ""

    def choose_holding(self, control_id, *parts):
        if any(part in self.chosen(control_id) for part in parts):
            return
        row = next((row for row, entry in enumerate(self.entries(control_id)["entries"])
                    if any(part in entry for part in parts)), None)
        assert row is not None, f"{control_id} has no entry with {' or '.join(parts)}"
        self.choose(control_id, row)
        self.gone("job.cancel")

    def choose_tab(self, control_id, index):
        self.do("tab", window=self.find(control_id)["window"], row=index)

    def press(self, *keys):
        for key in keys:
            parts = key.split("+") if key != "+" else [key]
            if re.fullmatch(r"U[0-9A-F]{4,5}", parts[-1]):
                self.do("type", text=chr(int(parts[-1][1:], 16)))
            else:
                self.do("press", keys=[KEYS.get(part) or ord(part.upper()) for part in parts])

    def choose_file(self, path):
        """Types a whole path into Windows' own dialog for files or folders and takes it."""
        dialog = wait_for(lambda: self.file_dialog(), "the file dialog")
        field = wait_for(lambda: next((one for one in self.windows() if one["top"] == dialog["window"] and
                                       one["class"] == "Edit" and one["box"][2] > 50), None), "the dialog's field")

        def typed():
            """What a dialog that is just coming puts there itself may come later than this."""
            if self.do("text", window=field["window"]) == windows_path(path):
                return True
            self.do("set", window=field["window"], text=windows_path(path))
            return False
        wait_for(typed, "the path in the dialog")
        clicked = None

        def taken():
            nonlocal clicked
            if not (dialog := self.file_dialog()):
                return True
            # A click too many would ask whether to replace the file.
            if typed() and (clicked is None or time.monotonic() - clicked > 10):
                for one in self.windows():
                    if one["top"] == dialog["window"] and one["class"] == "Button" and one["number"] == 1:
                        self.do("click", window=one["window"])
                        clicked = time.monotonic()
            return False
        wait_for(taken, "the dialog to take the path")

    def file_dialog(self):
        """Windows' own: it has a field, and nothing in it has an id of ours."""
        windows = self.windows()
        ours = {one["top"] for one in windows if one["id"]}
        with_field = {one["top"] for one in windows if one["class"] == "Edit"}
        return next((one for one in windows if one["class"] == "#32770" and one["window"] == one["top"] and
                     one["top"] in with_field - ours), None)

    # --- tables -----------------------------------------------------------------------------------------------------

    def is_list(self, control):
        return any(one["class"] == "SysHeader32" and self.within(one, control) for one in self.windows()) or \
            self.account(control)["role"] == 33

    @staticmethod
    def within(one, control):
        (x, y, w, h), (left, top, width, height) = one["box"], control["box"]
        return one["top"] == control["top"] and left <= x and top <= y and x + w <= left + width + 2000 and y + h <= top + height

    def shape(self, table_id):
        """Rows and columns of a register, as a screen reader is told them."""
        numbers = re.findall(r"\d+", self.account(self.find(table_id))["description"])
        return (int(numbers[0]), int(numbers[1])) if len(numbers) == 2 else None

    def rows(self, table_id):
        shape = self.shape(table_id)
        return shape[0] if shape else self.account(self.find(table_id))["count"]

    def cell_text(self, table_id, row, column):
        control = self.find(table_id)
        shape = self.shape(table_id)
        start = row * shape[1] + column + 1 if shape else row + 1
        told = self.account(control, 1, start)["children"]
        if not told:
            return ""
        return told[0]["name"] if shape else self.columns(control, told[0])[column]

    def columns(self, control, told):
        """A list's row is told as its first text and "heading: text" for each of the others."""
        heading = next(one for one in self.windows() if one["class"] == "SysHeader32" and self.within(one, control))
        titles = self.do("headings", window=heading["window"])
        texts, rest = {}, ", " + told["description"]
        places = [(rest.find(f", {title}: "), at, title) for at, title in enumerate(titles)]
        found = sorted(place for place in places if place[0] >= 0)
        for (begin, at, title), after in zip(found, [*(place[0] for place in found[1:]), len(rest)]):
            texts[at] = rest[begin + len(title) + 4:after]
        first = next(at for at in range(len(titles) + 1) if at not in texts)
        texts[first] = told["name"]
        return [texts.get(at, "") for at in range(len(titles))]

    def take_row(self, table_id, row):
        """As a screen reader takes it."""
        assert self.do("select", window=self.find(table_id)["window"], row=row + 1)

    def select_row(self, table_id, row):
        """By the keyboard."""
        control = self.focus(table_id)

        def selected():
            return self.account(control, 1, row + 1)["children"][0]["state"] & SELECTED
        self.press("Home", *["Down"] * row)
        wait_for(selected, f"row {row} of {table_id} to be selected")
