# SPDX-License-Identifier: GPL-3.0-or-later
"""What Orca says, not only what it could read: the screen reader itself runs beside the program, and each text that it gives
to its voice is read from its own log. A clerk who sees nothing registers a learner, is told what is wrong and saves; takes the
roll of a day by the roll-call window; and hears in the award list who may have a certificate and why another may not."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from journey import Atspi, Journey, Lost, run, sample_office, wait_for

# Orca reads this at its start: each text for the voice goes into a file, at once. Its own log is kept back in memory.
LISTENING = """
import orca.speech
heard = open({!r}, "w", encoding="utf-8", buffering=1)
orca.speech._speak = lambda text, acss, interrupt: print(text.replace("\\n", " "), file=heard)
"""


class Orca:
    """The screen reader, without a voice."""

    def __init__(self, home):
        self.log = Path(home) / "said.txt"
        settings = dict(os.environ, HOME=str(home), XDG_CONFIG_HOME=f"{home}/config", XDG_DATA_HOME=f"{home}/data",
                        XDG_CACHE_HOME=f"{home}/cache", LC_ALL="C.UTF-8")
        own = Path(home) / "data" / "orca"
        own.mkdir(parents=True)
        (own / "orca-customizations.py").write_text(LISTENING.format(str(self.log)), encoding="utf-8")
        self.process = subprocess.Popen(["/usr/bin/orca", "--replace"], env=settings, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        self.heard = 0
        self.hears("Screen reader on")

    def said(self):
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []

    def from_now(self):
        self.heard = len(self.said())

    def hears(self, *parts):
        """Waits until the parts were said, each in some sentence, since the last call."""
        def all_said():
            new = self.said()[self.heard:]
            return all(any(part in one for one in new) for part in parts)
        try:
            wait_for(all_said, f"Orca to say {' and '.join(parts)}")
        except Lost as lost:
            raise Lost(f"{lost}; it said {self.said()[self.heard:]}") from None
        self.from_now()

    def close(self):
        self.process.kill()
        self.process.wait()


def registers(srok, orca):
    """Each field is named, what is missing is said, and that it is saved."""
    srok.press("alt+2")
    orca.hears("ស្វែងរកតាមឈ្មោះ")
    srok.press("ctrl+n")
    orca.hears("អ្នកសិក្សាថ្មី")
    srok.keyboard_comes_to("learner.name_km")
    srok.press_until("Tab", lambda: srok.focused() == "learner.name", "the keyboard to go on")
    orca.hears("អក្សរឡាតាំង")
    for name in ("ភេទ", "ថ្ងៃខែឆ្នាំកំណើត"):
        srok.press("Tab")
        orca.hears(name)
    # Nothing is filled in: what is wrong is said, not only shown in red.
    srok.press("ctrl+s")
    orca.hears("ឈ្មោះ")
    srok.type_into("learner.name_km", "សុខ ដារ៉ា")
    srok.choose("learner.sex", 0)
    orca.from_now()
    srok.press("ctrl+s")
    srok.gone("learner.name_km")
    orca.hears("សុខ ដារ៉ា")


def calls_the_roll(srok, orca, office):
    """The month's grid is wide; the window for one day's roll is a list that is read line by line."""
    srok.go(4, "attendance")
    srok.focus("attendance.register")
    orca.hears("បញ្ជីវត្តមាន")
    srok.press("ctrl+l")
    srok.find("roll-call.list")
    first, second = (srok.cell_text("roll-call.list", row, 1) for row in (0, 1))
    wait_for(lambda: Atspi.Table.is_row_selected(srok.find("roll-call.list"), 0), "the first learner to be chosen")
    orca.from_now()
    srok.press("Down")
    orca.hears(second)
    srok.press("Up")
    orca.hears(first)
    srok.press("Escape")
    srok.gone("roll-call.list")


def hears_who_may(srok, orca):
    """The award list says each learner's result, and why one may not be awarded."""
    srok.go(6, "certificates")
    srok.gone("job.cancel")
    srok.focus("certificates.learners")
    rows = [[srok.cell_text("certificates.learners", row, column) for column in range(5)] for row in range(4)]
    orca.from_now()
    for row in rows[1:]:
        srok.press("Down")
        orca.hears(*(cell for cell in row if cell))


def finds_by_ear(srok, orca):
    """In the finder the keyboard stays in the field; the row that the arrows come to is said all the same."""
    srok.press("ctrl+k")
    srok.find("quick-find.text")
    srok.type_into("quick-find.text", "ការកំណត់")
    srok.press("Down")
    orca.hears("ការកំណត់")
    srok.press("Escape")


def journey():
    office = sample_office(200)
    with tempfile.TemporaryDirectory(prefix="orca-") as home:
        with Journey("orca", ["--lang", "km", office]) as srok:
            srok.find("page.start")
            orca = Orca(home)
            try:
                registers(srok, orca)
                calls_the_roll(srok, orca, office)
                hears_who_may(srok, orca)
                finds_by_ear(srok, orca)
            finally:
                orca.close()


if __name__ == "__main__":
    sys.exit(run(journey))
