# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person waits for in an office of many learners: the window at the start, and the list after each key typed
into the search. On a screen of its own (tests/journeys/run.sh).

    window.py OFFICE FRAME PAINTED    FRAME: the least program of the window library; PAINTED: bench_painted
"""

import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "journeys"))
from journey import Atspi, Journey, run, sample_office, wait_for  # noqa: E402
from walk import PAGES  # noqa: E402

DISTRICT = 14_000  # learners of a large district
TICKS = os.sysconf("SC_CLK_TCK")
WORDS = ("s", "o", "k", "space", "d", "a", "BackSpace", "BackSpace", "BackSpace", "BackSpace", "BackSpace", "BackSpace",
         "c", "h", "a", "n", "BackSpace", "BackSpace", "BackSpace", "BackSpace", "0", "1", "2", "BackSpace", "BackSpace",
         "BackSpace")


def cpu(pid):
    """Seconds of the thread that draws."""
    fields = Path(f"/proc/{pid}/task/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def until_quiet(pid):
    """Its CPU seconds once it has a window and rests for half a second."""
    while not subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(pid)], check=False,
                             capture_output=True).stdout:
        time.sleep(0.02)
    spent, since = cpu(pid), time.monotonic()
    while time.monotonic() - since < 0.5:
        time.sleep(0.02)
        if (now := cpu(pid)) != spent:
            spent, since = now, time.monotonic()
    return spent


def started(*command):
    settings = dict(os.environ, NO_AT_BRIDGE="1", XDG_CONFIG_HOME=os.environ["BENCH_HOME"])
    process = subprocess.Popen(command, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return until_quiet(process.pid)
    finally:
        process.kill()
        process.wait()


def start(office, frame):
    least = min(started(frame) for _ in range(3))
    ours = min(started(os.environ["SROK"], office) for _ in range(3))
    print(f"  start: the least frame {least:.2f} s CPU, Srok {ours:.2f} s: {ours / least:.1f} x   (to reach: 2)")


def typing(office, painted):
    with Journey("window", arguments=[office, "--lang", "en"]) as srok:
        srok.go(2, "learners")
        wait_for(lambda: Atspi.Table.get_n_rows(srok.find("learners.list")) > 0, "the list", 120)
        srok.focus("learners.search")
        until_quiet(srok.process.pid)
        area = srok.find("learners.list").get_extents(Atspi.CoordType.SCREEN)
        out = subprocess.run([painted, str(area.x), str(area.y), str(area.width), str(area.height), *WORDS], check=True,
                             capture_output=True, text=True).stdout
    print("  key to painted list:", ", ".join(out.split("\n")[:-1]))
    times = sorted(float(line.split()[1]) for line in out.splitlines() if not line.endswith("nothing"))
    print(f"  key to painted list: half within {times[len(times) // 2]:.0f} ms, all within {times[-1]:.0f} ms   (to reach: 50)")


def own_memory(pid):
    """MB that the program holds for itself, and those with its share of what others hold too."""
    lines = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:])
    def mb(*kinds):
        return sum(int(lines[kind].split()[0]) for kind in kinds) / 1024
    return mb("Private_Clean", "Private_Dirty"), mb("Pss")


def memory():
    """After every page was opened, and a search."""
    with Journey("memory", arguments=[sample_office(DISTRICT), "--lang", "km"]) as srok:
        srok.find("start.figure.learners")
        first = own_memory(srok.process.pid)
        for number, (page, control) in enumerate(PAGES, start=1):
            srok.go(number, page)
            srok.find(control)
            srok.gone("job.cancel")
        srok.go(2, "learners")
        srok.type_into("learners.search", "ស")
        until_quiet(srok.process.pid)
        last = own_memory(srok.process.pid)
    print(f"  memory, {DISTRICT:,} learners: the first page {first[0]:.0f} MB of its own ({first[1]:.0f} MB with its share), "
          f"every page {last[0]:.0f} MB ({last[1]:.0f} MB)   (to reach: 150)")


def bench():
    office, frame, painted = sys.argv[1:]
    start(office, frame)
    typing(office, painted)
    memory()


if __name__ == "__main__":
    sys.exit(run(bench))
