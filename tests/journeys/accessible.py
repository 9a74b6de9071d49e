# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader and a keyboard meet on every page, and in every dialog that a page's commands open, in Khmer on a
sample office. Of each window it asks:

    named     every control that can be worked with has a name, and a stable id;
    tied      every field says what belongs in it, by its label or its name;
    tab       the Tab key comes to every control that takes the keyboard, and from each goes on;
    cells     a table's headings have names, and its first rows can be read cell by cell;
    Khmer     no word of English stands there, but names of programs and keys, and what is in the office file.

The Tab key is pressed only with SROK_SOAK=1: it takes minutes. Prints a table in Markdown; SROK_AUDIT names a file
for it, and every window is then pictured.
The page Record tells changes in the file's own words, so its cells are not asked for English."""

import os
import re
import sqlite3
import sys
import time

from journey import STATE, Atspi, GLib, Journey, Lost, pump, run, sample_office, wait_for

PAGES = ["start", "learners", "classes", "attendance", "assessment", "certificates", "returns", "settings", "audit"]
ROLE = Atspi.Role
# What can be worked with.
BUTTONS = {ROLE.PUSH_BUTTON, ROLE.TOGGLE_BUTTON, ROLE.CHECK_BOX, ROLE.RADIO_BUTTON}
FIELDS = {ROLE.TEXT, ROLE.ENTRY, ROLE.PASSWORD_TEXT, ROLE.SPIN_BUTTON}
OTHERS = {ROLE.COMBO_BOX, ROLE.TABLE, ROLE.TREE_TABLE, ROLE.PAGE_TAB, ROLE.SLIDER, ROLE.LIST_BOX}
# Names of programs, files, keys and standards, which are the same in Khmer.
SAME_IN_KHMER = set("""srok srokctl srokbak excel csv xlsx toml pdf qr svg png jpeg html txt english inkscape libreoffice telegram ctrl
shift alt enter escape tab esc page down home end delete insert del utf iso usb json gnu emis windows linux""".split())
# Commands that leave the office or the page, or change the language.
LEAVE_OUT = ("file.open", "file.quit", "file.lock", "language")


def children(node):
    for i in range(min(node.get_child_count(), 400)):
        child = node.get_child_at_index(i)
        if child is not None:
            yield child


def showing(node):
    return node.get_state_set().contains(STATE.SHOWING)


def walk(root):
    """Every control below, without the insides of tables and closed choices."""
    todo = [root]
    while todo:
        node = todo.pop()
        yield node
        if node.get_role() not in (ROLE.TABLE, ROLE.TREE_TABLE, ROLE.COMBO_BOX, ROLE.MENU_BAR):
            todo.extend(child for child in children(node) if showing(child))


def described(node):
    return f"{node.get_role_name()} “{node.get_name()}” ({node.get_accessible_id() or 'no id'})"


def is_tied(node):
    if node.get_name():
        return True
    return any(r.get_relation_type() == Atspi.RelationType.LABELLED_BY for r in node.get_relation_set())


def said_of(cell):
    """A cell with an icon holds its text in a part of its own."""
    return " ".join(text for text in [cell.get_name() or "", *(said_of(part) for part in children(cell))] if text)


class Audit:
    def __init__(self, srok, data_words):
        self.srok = srok
        self.data_words = data_words
        self.rows = []      # (where, controls, fields, stops, cells, texts)
        self.complaints = []
        self.came = []      # where the keyboard came since it was emptied
        self.listener = Atspi.EventListener.new(self._focus_came)
        self.listener.register("object:state-changed:focused")

    def _focus_came(self, event):
        if event.detail1:
            self.came.append(event.source)

    def complain(self, where, words):
        self.complaints.append(f"{where}: {words}")

    def picture(self, name):
        """Of every window, for whoever wants to look at them all."""
        if "SROK_AUDIT" in os.environ:
            self.srok.picture(f"audit-{name}")

    # --- one window ---------------------------------------------------------------------------------------------

    def window(self, where, root, tab="SROK_SOAK" in os.environ):
        controls, fields, cells, texts = [], 0, 0, 0
        for node in walk(root):
            role = node.get_role()
            if role in (ROLE.ICON, ROLE.IMAGE) and (node.get_name() or "").endswith("-symbolic"):
                continue  # the toolkit's own, in a search field
            texts += self._read(where, node.get_name())
            self._read(where, node.get_description())
            if role in BUTTONS | FIELDS | OTHERS:
                controls.append(node)
                if not is_tied(node):
                    self.complain(where, f"nothing names {described(node)} in {described(node.get_parent())}")
            if role in FIELDS:
                fields += 1
            if role in (ROLE.TABLE, ROLE.TREE_TABLE):
                cells += self._table(where, node)
        stops = self._tab_through(where, root, controls) if tab else 0
        self.rows.append((where, len(controls), fields, stops, cells, texts))

    def _read(self, where, text):
        """Counts a text, and complains of English in it."""
        if not text:
            return 0
        words = re.findall(r"[A-Za-z]{3,}", re.sub(r"\S*/\S*", "", text))  # without paths and dates
        unknown = [w for w in words if w.lower() not in SAME_IN_KHMER and w.lower() not in self.data_words]
        if unknown:
            self.complain(where, f"English in “{text}”: {', '.join(unknown)}")
        return 1

    def _table(self, where, table):
        columns, rows = Atspi.Table.get_n_columns(table), Atspi.Table.get_n_rows(table)
        read = 0
        for column in range(columns):
            heading = Atspi.Table.get_column_header(table, column)
            if heading is not None:
                self._read(where, heading.get_name())
        for row in range(min(rows, 3)):
            texts = []
            for column in range(columns):
                cell = Atspi.Table.get_accessible_at(table, row, column)
                text = said_of(cell) if cell is not None else None
                if text is None:
                    self.complain(where, f"cell {row},{column} of {described(table)} cannot be read")
                    continue
                read += 1
                texts.append(text)
                if where != "audit":
                    self._read(where, text)
                    self._read(where, cell.get_description())
            if columns and not any(texts):
                self.complain(where, f"row {row} of {described(table)} says nothing")
        return read

    # --- the Tab key ---------------------------------------------------------------------------------------------

    def _tab_through(self, where, root, controls):
        """Presses Tab until the keyboard is where it was first; how many stops there were."""
        def takes_keyboard(node):
            states = node.get_state_set()
            return (node.get_role() in BUTTONS | FIELDS | {ROLE.COMBO_BOX} and states.contains(STATE.SENSITIVE)
                    and states.contains(STATE.FOCUSABLE) and showing(node))
        # A button may be allowed only once the list behind it was come to.
        wanted = [node for node in controls if takes_keyboard(node)]
        seen, known, stale = set(), set(), 0
        for _ in range(150):  # a grid has as many stops as cells
            self.came.clear()
            self.srok.press("Tab")
            until = time.monotonic() + 0.3
            while not self.came and time.monotonic() < until:
                pump()
            stale = 0 if any(node not in seen for node in self.came) else stale + 1
            if stale == 8:
                break
            for node in self.came:
                seen.add(node)
                # What holds it was come to as well: a choice's inner button, a date's field.
                for _ in range(3):
                    if node is not None:
                        known.add(node)
                        node = node.get_parent()
        for node in wanted:
            if node not in known and takes_keyboard(node) and not node.get_state_set().contains(STATE.FOCUSED):
                self.complain(where, f"the Tab key does not come to {described(node)}")
        return len(seen)

    # --- windows that commands open ------------------------------------------------------------------------------

    def tops(self):
        return [w for w in children(self.srok.app) if showing(w)]

    def menu_commands(self, menu_index):
        """The items of a menu of the menu bar that can be given now."""
        bar = next(node for node in walk_all(self.tops()[0]) if node.get_role() == ROLE.MENU_BAR)
        menu = bar.get_child_at_index(menu_index)
        return [item for item in children(menu) if item.get_role() != ROLE.SEPARATOR]

    def close_all(self, where):
        """Escape until only the frame is left; a window that stays is complained of, and closed by its last button."""
        for _ in range(6):
            if len(self.tops()) == 1:
                return
            self.srok.press("Escape")
            until = time.monotonic() + 1
            before = len(self.tops())
            while len(self.tops()) == before and time.monotonic() < until:
                pump()
        for _ in range(5):
            if len(self.tops()) == 1:
                return
            top = self.tops()[-1]
            self.complain(where, f"Escape does not close {described(top)}")
            buttons = [n for n in walk(top) if n.get_role() == ROLE.PUSH_BUTTON
                       and re.search(r"cancel|close|leave|back|done", n.get_accessible_id() or "")]
            for button in buttons[-1:]:
                Atspi.Action.do_action(button, 0)
            for _ in range(60):
                pump()
        wait_for(lambda: len(self.tops()) == 1, lambda: f"the windows to close: {[described(w) for w in self.tops()]}")


def walk_all(root):
    todo = [root]
    while todo:
        node = todo.pop(0)
        yield node
        todo.extend(children(node))


def words_of_file(office):
    """Every word in Latin letters that the office file holds: names, codes, what is kept in English beside Khmer."""
    words = set()
    with sqlite3.connect(f"file:{office}?mode=ro", uri=True) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in database.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    if isinstance(value, bytes) and len(value) < 20000:
                        value = value.decode("utf-8", "ignore")
                    if isinstance(value, str) and len(value) < 20000:
                        words.update(w.lower() for w in re.findall(r"[A-Za-z]{3,}", value))
    return words


def select_first_rows(srok):
    """So that what a page does with a chosen row can be opened."""
    for node in list(srok._controls()):
        if node.get_role() in (ROLE.TABLE, ROLE.TREE_TABLE) and showing(node) and node.get_accessible_id() != "sidebar":
            try:
                if Atspi.Table.get_n_rows(node) > 0:
                    Atspi.Table.add_row_selection(node, 0)
            except GLib.Error:
                pass


def tabs_of(srok):
    return next((n for n in srok._controls() if n.get_role() == ROLE.PAGE_TAB_LIST and showing(n)), None)


def open_tabs(audit, page):
    """The page's other tabs, each as it comes to the front."""
    tabs = tabs_of(audit.srok)
    for at in range(1, tabs.get_child_count() if tabs else 0):
        Atspi.Selection.select_child(tabs, at)
        audit.srok.gone("job.cancel")
        audit.window(f"{page}, {tabs.get_child_at_index(at).get_name()}", audit.tops()[0])
        audit.picture(f"{page}-tab-{at}")


def open_by_menu(audit, page, number, menu_index=2):
    srok = audit.srok
    count = len(audit.menu_commands(menu_index))
    for at in range(count):
        commands = audit.menu_commands(menu_index)
        if at >= len(commands):
            break
        item = commands[at]
        label = item.get_name()
        audit._read(f"{page}, menu", label)
        if not item.get_state_set().contains(STATE.SENSITIVE):
            continue
        before = len(audit.tops())
        try:
            Atspi.Action.do_action(item, 0)
        except GLib.Error:
            pass
        until = time.monotonic() + float(os.environ.get("SROK_AUDIT_WAIT", "1"))
        while len(audit.tops()) == before and time.monotonic() < until:
            pump()
        if len(audit.tops()) > before:
            top = audit.tops()[-1]
            if top.get_role() != ROLE.FILE_CHOOSER:
                audit.window(f"{page} › {label}", top)
                audit.picture(f"{page}-{at:02}")
            audit.close_all(f"{page} › {label}")
        srok.gone("job.cancel")
        if not srok.look(f"page.{page}"):  # the command went to another page
            srok.go(number, page)


def weakened(office):
    """The window in English is asked as if it were Khmer, and a button without a name stands in it: both are found."""
    class Nameless:
        """What a reader would meet: a button that says nothing."""
        def get_role(self): return ROLE.PUSH_BUTTON
        def get_role_name(self): return "push button"
        def get_name(self): return ""
        def get_description(self): return ""
        def get_accessible_id(self): return ""
        def get_child_count(self): return 0
        def get_relation_set(self): return []
        def get_parent(self): return self
    with Journey("accessible-weakened", arguments=[office, "--lang", "en"]) as srok:
        srok.says("start.figure.learners", "300")
        audit = Audit(srok, words_of_file(office))
        audit.window("start", audit.tops()[0], tab=False)
        assert any("English in" in line for line in audit.complaints), "English was taken for Khmer"
        audit.complaints.clear()
        audit.window("nameless", Nameless(), tab=False)
        assert any("nothing names" in line for line in audit.complaints), "a button without a name was taken for one with it"


def journey():
    office = sample_office(learners=300)
    weakened(office)
    with Journey("accessible", arguments=[office, "--lang", "km"]) as srok:
        audit = Audit(srok, words_of_file(office))
        srok.says("start.figure.learners", "300")
        only = [a for a in sys.argv[1:] if not a.startswith("--")]
        for number, page in enumerate(PAGES, start=1):
            if only and page not in only:
                continue
            srok.go(number, page)
            srok.gone("job.cancel")
            select_first_rows(srok)
            audit.window(page, audit.tops()[0])
            if page != "start":
                open_by_menu(audit, page, number)
            open_tabs(audit, page)
        table = ["| window | controls | fields | stops of the Tab key | cells read | texts |", "|---|---|---|---|---|---|"]
        table += ["| " + " | ".join(str(x) for x in row) + " |" for row in audit.rows]
        print("\n".join(table))
        if "SROK_AUDIT" in os.environ:
            with open(os.environ["SROK_AUDIT"], "w", encoding="utf-8") as out:
                out.write("\n".join(table) + "\n")
        if audit.complaints:
            raise Lost(f"{len(audit.complaints)} complaints:\n" + "\n".join(sorted(set(audit.complaints))))


if __name__ == "__main__":
    sys.exit(run(journey))
