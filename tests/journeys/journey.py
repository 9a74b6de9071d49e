# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program through its accessibility tree, as a screen reader would, and keys through X.

Everything is polled, nothing sleeps. Controls are found by the stable ids that widgets::name_control gives them,
so a journey reads the same in both languages. A journey that fails leaves a picture of the screen.

    with Journey("walk", arguments=[office]) as srok:
        srok.press("ctrl+n")
        srok.type_into("learner.name_km", "សុខ ដារ៉ា")
        srok.click("learner.accept")
"""

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = float(os.environ.get("SROK_JOURNEY_PATIENCE", "30"))
STATE = Atspi.StateType


class Lost(AssertionError):
    """What the journey waited for never came."""


def pump():
    """Lets the accessibility bus deliver, for about 10 ms."""
    context = GLib.MainContext.default()
    until = time.monotonic() + 0.01
    while time.monotonic() < until:
        if not context.iteration(False):
            time.sleep(0.002)


def wait_for(condition, what, patience=PATIENCE):
    """The first true answer of condition(); a control that went away while asked is asked for again. `what` is a text,
    or gives one when it is too late."""
    until = time.monotonic() + patience
    trouble = None
    while time.monotonic() < until:
        try:
            answer = condition()
            if answer:
                return answer
        except GLib.Error as gone:
            trouble = gone
        pump()
    raise Lost(f"waited {patience:.0f} s for {what() if callable(what) else what}" + (f" ({trouble.message})" if trouble else ""))


class Journey:
    def __init__(self, name, arguments=(), program=None, environment=None):
        self.name = name
        self.program = program or os.environ["SROK"]
        self.arguments = [str(a) for a in arguments]
        self.pictures = Path(os.environ.get("SROK_PICTURES", "."))
        self.home = Path(tempfile.mkdtemp(prefix="srok-journey-"))
        self.environment = environment or {}
        self.process = None
        self.app = None

    # --- the program's life -------------------------------------------------------------------------------------

    def __enter__(self):
        Atspi.init()
        Atspi.set_timeout(3000, 15000)
        self.start()
        return self

    def start(self):
        settings = dict(os.environ, HOME=str(self.home), XDG_CONFIG_HOME=str(self.home / "config"),
                        XDG_DATA_HOME=str(self.home / "data"), **self.environment)
        self.log = open(self.home / "srok.log", "w", encoding="utf-8")
        self.process = subprocess.Popen([self.program, *self.arguments], env=settings, stderr=self.log,
                                        stdout=self.log)
        self.app = wait_for(self._find_app, "Srok on the accessibility bus")

    def _find_app(self):
        if self.process.poll() is not None:
            raise Lost(f"Srok ended by itself with {self.process.returncode}: {self.log_text()}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def log_text(self):
        self.log.flush()
        return (self.home / "srok.log").read_text(encoding="utf-8")[-2000:]

    def __exit__(self, kind, error, trace):
        if error is not None:
            self.picture(f"{self.name}-failed")
            print(self.log_text(), file=sys.stderr)
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()
        complaints = [line for line in (self.home / "srok.log").read_text(encoding="utf-8").splitlines()
                      if "srok assert" in line]
        shutil.rmtree(self.home, ignore_errors=True)
        if error is None and complaints:
            raise AssertionError("\n".join(complaints))

    def listen(self):
        """The list that what Srok has a screen reader say comes into."""
        said = []
        self.listener = Atspi.EventListener.new(lambda event: said.append(str(event.any_data)))
        self.listener.register("object:announcement")
        return said

    def picture(self, name):
        """The whole screen, as pictures/NAME.png. Debian's import by its own name: others may stand on the PATH."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        subprocess.run(["/usr/bin/import-im6", "-window", "root", str(self.pictures / f"{name}.png")], check=False)

    # --- finding ------------------------------------------------------------------------------------------------

    def _controls(self, root=None, hidden=True):
        """Every control of the program, or below `root`; without what is hidden, and what lies below it, where that is not
        asked for: each question goes over the bus, and most of the program is behind. A table's cells are its own
        business: there may be a million."""
        waiting = [root or self.app]
        while waiting:
            node = waiting.pop(0)
            if node is None:
                continue
            if hidden or node.get_state_set().contains(STATE.SHOWING):
                yield node
            elif node is not self.app:
                continue
            if node.get_role() not in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE):
                waiting.extend(node.get_child_at_index(i) for i in range(min(node.get_child_count(), 200)))

    def _showing(self, root=None):
        return self._controls(root, hidden=False)

    def look(self, control_id):
        """The control with this id that is on the screen, or None."""
        return next((node for node in self._showing() if node.get_accessible_id() == control_id), None)

    def find(self, control_id, patience=PATIENCE):
        return wait_for(lambda: self.look(control_id), f"control {control_id}", patience)

    def gone(self, control_id):
        wait_for(lambda: self.look(control_id) is None, f"{control_id} to go away")

    def text_of(self, control_id):
        control = self.find(control_id)
        if control.get_role() in (Atspi.Role.TEXT, Atspi.Role.ENTRY):
            return Atspi.Text.get_text(control, 0, -1)
        return control.get_name()

    def text_of_name(self, control_id):
        """What a screen reader calls the control."""
        return self.find(control_id).get_name()

    def says(self, control_id, part):
        """Waits until the control's text or name holds `part`."""
        wait_for(lambda: part in self.text_of(control_id), f"“{part}” in {control_id}")

    # --- doing --------------------------------------------------------------------------------------------------

    def click(self, control_id):
        control = self.find(control_id)
        wait_for(lambda: self.look(control_id).get_state_set().contains(STATE.SENSITIVE), f"{control_id} to be allowed")
        control = self.look(control_id)
        # The answer is not waited for: a button that opens a dialog answers when the dialog closes.
        try:
            Atspi.Action.do_action(control, 0)
        except GLib.Error:
            pass

    def focused(self):
        """The id of the control with the keyboard; empty where it is on a choice, whose inner button no reader sees."""
        return next((node.get_accessible_id() for node in self._showing()
                     if node.get_state_set().contains(STATE.FOCUSED) and node.get_accessible_id()), "")

    def keyboard_comes_to(self, control_id):
        """Waits for a window that opens to give the keyboard where it means to: only then may it be moved."""
        try:
            wait_for(lambda: self.focused() == control_id, f"the keyboard to come to {control_id or 'a choice'}")
        except Lost as lost:
            raise Lost(f"{lost}; it is at {self.focused() or 'nothing that has an id'}") from None

    def focus(self, control_id):
        control = self.find(control_id)
        Atspi.Component.grab_focus(control)
        return control

    def type_into(self, control_id, text, kept_as=None):
        """Puts text into a field whole: the only sure way for Khmer. `kept_as` is how the field shows it once it is left,
        which a page may do by itself when it has just come."""
        control = self.focus(control_id)
        assert Atspi.EditableText.set_text_contents(control, text), f"{control_id} takes no text"
        wait_for(lambda: Atspi.Text.get_text(self.look(control_id), 0, -1) in (text, kept_as or text),
                 f"“{text}” in {control_id}")

    def type_secret(self, control_id, text):
        """Into a field of dots, which does not say what it holds, only how much."""
        control = self.focus(control_id)
        assert Atspi.EditableText.set_text_contents(control, text), f"{control_id} takes no text"
        wait_for(lambda: Atspi.Text.get_character_count(self.look(control_id)) == len(text), f"the dots in {control_id}")

    def log_in(self, name, password):
        """Answers the window that asks who sits here."""
        self.find("log-in.name")
        self.type_into("log-in.name", name)
        self.type_secret("log-in.password", password)
        self.press("Return")
        self.gone("log-in.password")

    def choose(self, control_id, index):
        """Takes the entry number `index`, from 0, of a choice."""
        control = self.find(control_id)
        assert Atspi.Selection.select_child(control, index), f"{control_id} has no entry {index}"

    def chosen(self, control_id):
        """The entry that a choice shows."""
        entry = Atspi.Selection.get_selected_child(self.find(control_id), 0)
        return entry.get_name() if entry else ""

    def choose_holding(self, control_id, *parts):
        """Takes the first entry of a choice that holds one of the parts."""
        def there():
            return any(part in self.chosen(control_id) for part in parts)
        count = Atspi.Selection.get_selected_child(self.find(control_id), 0).get_parent().get_child_count()
        for index in range(count):
            if there():
                return
            self.choose(control_id, index)
            self.gone("job.cancel")
        assert there(), f"{control_id} has no entry with {' or '.join(parts)}"

    def choose_tab(self, control_id, index):
        """Brings the tab number `index`, from 0, to the front."""
        Atspi.Selection.select_child(self.find(control_id), index)

    def go(self, number, page):
        """Opens a page by its key; a key that came while a window was still closing is pressed again."""
        self.press_until(f"alt+{number}", lambda: self.look(f"page.{page}"), f"page {page}")

    def press(self, *keys):
        """Keys as xdotool names them, to the window with the keyboard."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def press_until(self, key, condition, what, pause=3):
        """Presses a key until what it is for has come. Not at once again: on a busy machine the first still works,
        and the second would go to the window that comes after."""
        last = None

        def come():
            nonlocal last
            answer = condition()
            if not answer and (last is None or time.monotonic() - last > pause):
                self.press(key)
                last = time.monotonic()
            return answer
        return wait_for(come, what)

    def choose_file(self, path):
        """Types a whole path into the toolkit's own file dialog and takes it."""
        dialog = wait_for(lambda: self._find_role(self.app, Atspi.Role.FILE_CHOOSER), "the file dialog")
        # A saving dialog has its field from the start, an opening one shows it for Ctrl+L.
        if not self._find_role(dialog, Atspi.Role.TEXT):
            self.press("ctrl+l")
        field = wait_for(lambda: self._find_role(dialog, Atspi.Role.TEXT), "the file dialog's field")
        Atspi.Component.grab_focus(field)
        assert Atspi.EditableText.set_text_contents(field, str(path))
        wait_for(lambda: Atspi.Text.get_text(field, 0, -1) == str(path), "the path in the file dialog")
        # The first Return may only close the list of completions.
        self.press_until("Return", lambda: not self._find_role(self.app, Atspi.Role.FILE_CHOOSER),
                         "the file dialog to take the path")

    def save_paper(self, path):
        """Saves the pages of the preview that comes as PDF, and closes it."""
        self.find("preview.page")
        self.click("preview.pdf")
        self.choose_file(path)
        wait_for(path.exists, f"{path.name}")
        wait_for(lambda: self.look("message.folder"), "the message with the file")
        self.gone("job.cancel")
        self.click("preview.close")
        self.gone("preview.page")

    def _find_role(self, root, role):
        return next((node for node in self._showing(root) if node.get_role() == role), None)

    def receive_return(self, workbook, rows):
        """A return comes in at the province: `rows` stand in the list then, and it is the chosen one."""
        self.click("returns.receive")
        self.choose_file(workbook)
        self.wait_rows("returns.received", rows)
        self.gone("job.cancel")
        self.select_row("returns.received", 0)  # the newest stands first

    def type_marks(self, table_id, marks):
        """Types every learner's marks, subject by subject from the cell that has the keyboard, as a sheet is read."""
        for subject in range(len(marks[0])):
            for row, of_learner in enumerate(marks):
                self.press(*keys_of(of_learner[subject]), "Return")
                wait_for(lambda row=row, subject=subject: self.cell_text(table_id, row, subject),
                         f"the mark of learner {row} in subject {subject}")
            self.press(*["Up"] * (len(marks) - 1), "Right")

    # --- tables -------------------------------------------------------------------------------------------------

    def rows(self, table_id):
        return Atspi.Table.get_n_rows(self.find(table_id))

    def cell(self, table_id, row, column):
        return Atspi.Table.get_accessible_at(self.find(table_id), row, column)

    def cell_text(self, table_id, row, column):
        cell = self.cell(table_id, row, column)
        return cell.get_name() if cell else ""

    def wait_rows(self, table_id, count):
        wait_for(lambda: self.rows(table_id) == count, f"{count} rows in {table_id}")

    def find_row(self, table_id, column, text):
        """The first row whose cell in `column` is `text`."""
        def search():
            for row in range(min(self.rows(table_id), 300)):
                if self.cell_text(table_id, row, column) == text:
                    return row + 1  # 0 would look like nothing
            return None
        return wait_for(search, f"“{text}” in column {column} of {table_id}") - 1

    def select_row(self, table_id, row):
        table = self.focus(table_id)
        # Answers no for a row that the keyboard's coming has selected already.
        Atspi.Table.add_row_selection(table, row)
        wait_for(lambda: Atspi.Table.is_row_selected(table, row), f"row {row} of {table_id} to be selected")


def keys_of(mark):
    """A mark's keys; its Khmer digits come as a Khmer keyboard would send them."""
    names = {",": "comma"}
    return [names.get(letter, letter if letter.isascii() else f"U{ord(letter):04X}") for letter in mark]


def paper_text(pdf):
    """What stands on a PDF, laid out as on the paper."""
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True).stdout.decode()


def asked(*words, codes=(0,)):
    """What srokctl answers, read from its JSON."""
    done = subprocess.run([os.environ["SROKCTL"], *map(str, words), "--json"], capture_output=True, check=False)
    assert done.returncode in codes, f"{words} ended with {done.returncode}: {(done.stdout + done.stderr).decode()}"
    return json.loads(done.stdout)


def sample_office(learners=1000, seed=1):
    """A sample office made by srokctl, in a folder that goes with the test."""
    folder = Path(tempfile.mkdtemp(prefix="srok-sample-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "sample.srok"
    subprocess.run([os.environ["SROKCTL"], "demo", str(file), "--learners", str(learners), "--seed", str(seed)],
                   check=True, stdout=subprocess.DEVNULL)
    return file


def new_office(area="0202"):
    """An empty office of its own."""
    folder = Path(tempfile.mkdtemp(prefix="srok-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / f"{area}.srok"
    subprocess.run([os.environ["SROKCTL"], "new", str(file), "--area", area], check=True, stdout=subprocess.DEVNULL)
    return file


def run(journey):
    """Runs a journey function as a program: 0 when it arrived."""
    try:
        journey()
    except AssertionError as lost:
        print(f"FAILED: {lost}", file=sys.stderr)
        return 1
    print("arrived")
    return 0
