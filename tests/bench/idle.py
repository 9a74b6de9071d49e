# SPDX-License-Identifier: GPL-3.0-or-later
"""The longest time for which the window's thread took no events, during each long job. On a screen of its own
(tests/journeys/run.sh).

    idle.py LEARNERS

The thread answers a ping on the accessibility bus whenever it takes events, so the longest wait for an answer is the longest
time a key or a click would have waited. On a machine that others use too the wait holds their work; "own work" is what the
thread itself computed meanwhile. A window that opens counts too: opening it is work of that thread.
"""

import os
import sys
import threading
import time
from pathlib import Path

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

sys.path.insert(0, str(Path(__file__).parent.parent / "journeys"))
from journey import Atspi, Journey, run, sample_office, wait_for  # noqa: E402

TARGET_MS = 50
PAUSE = 0.002


def accessibility_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
                                GLib.VariantType("(s)"), Gio.DBusCallFlags.NONE, 5000).unpack()[0]
    return Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)


def asked_bus(bus, method, argument, kind):
    return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method, argument,
                         GLib.VariantType(kind), Gio.DBusCallFlags.NONE, 5000).unpack()[0]


def name_of(bus, pid):
    for name in asked_bus(bus, "ListNames", None, "(as)"):
        if name.startswith(":"):
            try:
                if asked_bus(bus, "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)), "(u)") == pid:
                    return name
            except GLib.Error:
                pass  # it left meanwhile
    raise AssertionError(f"{pid} is not on the accessibility bus")


class Watch:
    """Pings until it is left; `waits` in milliseconds, each with the thread's own work in it."""

    def __init__(self, bus, name, pid):
        self.bus, self.name, self.waits, self.over = bus, name, [], False
        self.clock = Path(f"/proc/{pid}/task/{pid}/schedstat")  # of the thread that draws

    def own(self):
        return int(self.clock.read_text(encoding="ascii").split()[0]) / 1e6

    def __enter__(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()
        return self

    def run(self):
        while not self.over:
            begun, worked = time.monotonic(), self.own()
            self.bus.call_sync(self.name, "/org/a11y/atspi/accessible/root", "org.freedesktop.DBus.Peer", "Ping", None,
                               None, Gio.DBusCallFlags.NONE, 60000)
            self.waits.append(((time.monotonic() - begun) * 1000, self.own() - worked))
            time.sleep(PAUSE)

    def __exit__(self, *_):
        self.over = True
        self.thread.join()


def bench():
    office = sample_office(int(sys.argv[1]))
    home = Path(os.environ["BENCH_HOME"])
    with Journey("idle", arguments=[office, "--lang", "en"]) as srok:
        bus = accessibility_bus()
        name = name_of(bus, srok.process.pid)
        worst = {}

        def measured(what, start, ended):
            with Watch(bus, name, srok.process.pid) as watch:
                start()
                ended()
                time.sleep(0.3)
            own = sorted((work for _, work in watch.waits), reverse=True)
            worst[what] = own[0]
            over = sum(work > TARGET_MS for work in own)
            print(f"  {what}: longest wait {max(wait for wait, _ in watch.waits):.0f} ms; own work at most {own[0]:.0f} ms, "
                  f"{over} of {len(own)} over {TARGET_MS} ms: {', '.join(f'{work:.0f}' for work in own[:5])}", flush=True)

        def at_rest():
            time.sleep(1)

        def saved(path):
            def wait():
                wait_for(path.exists, path.name, 120)
                wait_for(lambda: srok.look("message.folder"), "the message", 120)
            return wait

        measured("at rest", at_rest, lambda: None)
        srok.go(2, "learners")
        wait_for(lambda: srok.rows("learners.list") > 0, "the list", 60)
        time.sleep(3)  # the search index
        srok.focus("learners.list")
        srok.press("ctrl+shift+e")
        srok.choose_file(home / "a.xlsx")  # its dialog is the toolkit's own: its opening is not measured
        saved(home / "a.xlsx")()
        srok.focus("learners.list")
        srok.press("ctrl+shift+e")
        wait_for(lambda: srok._find_role(srok.app, Atspi.Role.FILE_CHOOSER), "the file dialog")
        measured("the list as a workbook", lambda: srok.choose_file(home / "b.xlsx"), saved(home / "b.xlsx"))
        srok.focus("learners.list")
        measured("the list on paper", lambda: srok.press("ctrl+shift+p"), lambda: srok.find("preview.page", 180))
        srok.click("preview.pdf")
        wait_for(lambda: srok._find_role(srok.app, Atspi.Role.FILE_CHOOSER), "the file dialog")
        measured("its pages as PDF", lambda: srok.choose_file(home / "c.pdf"), saved(home / "c.pdf"))
        srok.click("preview.close")
        srok.gone("preview.page")
        srok.go(5, "assessment")
        srok.find("assessment.sheet")
        time.sleep(1)
        measured("a result sheet", lambda: srok.click("assessment.sheet"), lambda: srok.find("preview.page", 60))
        srok.click("preview.close")
        srok.gone("preview.page")
        srok.go(7, "returns")
        srok.find("returns.build")
        time.sleep(2)
        folder = home / "returns"
        folder.mkdir()
        srok.click("returns.build")
        wait_for(lambda: srok._find_role(srok.app, Atspi.Role.FILE_CHOOSER), "the file dialog")
        measured("a month's return", lambda: srok.choose_file(folder),
                 lambda: wait_for(lambda: list(folder.glob("*.xlsx")) and srok.look("message.folder"), "the return", 120))
        print(f"  the longest own work of all: {max(worst.values()):.0f} ms   (to reach: {TARGET_MS})")


if __name__ == "__main__":
    sys.exit(run(bench))
