# SPDX-License-Identifier: GPL-3.0-or-later
"""A clerk puts a list in order, hides a column, prints the list and takes it along as a workbook; makes a list with blank
columns and cards for a class; sees what ran and where its file lies. The columns are remembered the next morning. What
stands in the files is read from the files."""

import os
import subprocess
import sys

import openpyxl
from journey import STATE, Atspi, Journey, paper_text, run, sample_office, wait_for

LEARNERS = 300


def column(srok, table, at):
    return [srok.cell_text(table, row, at) for row in range(srok.rows(table))]


def sorted_by_heading(srok, folder):
    """Classes by the number of their learners: a heading sorts; the menu is there for who has no mouse."""
    srok.go(3, "classes")
    wait_for(lambda: srok.rows("classes") > 2, "the classes")
    before = column(srok, "classes", 2)
    srok.focus("classes")
    srok.press("shift+F10")
    wait_for(lambda: srok._find_role(srok.app, Atspi.Role.MENU_ITEM), "the list's menu")
    srok.picture("lists-1-menu")
    srok.press("Escape")
    wait_for(lambda: not srok._find_role(srok.app, Atspi.Role.MENU_ITEM), "the menu to be gone")
    header = srok.find("classes")
    box = header.get_extents(Atspi.CoordType.SCREEN)
    subprocess.run(["xdotool", "mousemove", str(box.x + box.width - 150), str(box.y + 12), "click", "1"], check=True)
    by_size = sorted(before, key=int)
    wait_for(lambda: column(srok, "classes", 2) == by_size, f"{by_size}, not {column(srok, 'classes', 2)}")
    subprocess.run(["xdotool", "click", "1"], check=True)
    wait_for(lambda: column(srok, "classes", 2) == by_size[::-1], "the largest class first")
    srok.picture("lists-2-sorted")
    # The page still knows which class is which: the members shown are those of the chosen one.
    srok.select_row("classes", 0)
    wait_for(lambda: srok.rows("class.learners") >= int(by_size[-1]), "the members of the largest class")
    book = folder / "classes.xlsx"
    srok.focus("classes")
    srok.press("ctrl+shift+e")
    srok.choose_file(book)
    srok.find("message.folder")
    srok.picture("lists-3-saved")
    sheet = openpyxl.load_workbook(book).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heading = next(i for i, row in enumerate(rows) if len([cell for cell in row if cell]) == 4)
    assert [row[2] for row in rows[heading + 1:]] == [int(one) for one in by_size[::-1]], rows
    assert sheet.freeze_panes == f"A{heading + 2}", sheet.freeze_panes
    assert sheet.auto_filter.ref, "no filter"
    assert sheet.cell(heading + 2, 1).font.name == "Khmer OS Battambang", sheet.cell(heading + 2, 1).font.name


def everyone(srok, folder):
    """The list of learners: a column is hidden, and the workbook has everybody without it."""
    srok.go(2, "learners")
    wait_for(lambda: srok.rows("learners.list") == LEARNERS, "the learners")
    srok.focus("learners.list")
    srok.press("ctrl+shift+o")
    srok.find("columns.list")
    srok.picture("lists-4-columns")
    # The last one, the telephone number, is not shown any more.
    srok.focus("columns.list")
    srok.press("End")
    srok.press("space")
    srok.click("columns.accept")
    srok.gone("columns.list")
    wait_for(lambda: Atspi.Table.get_n_columns(srok.find("learners.list")) == 6, "six columns")
    book = folder / "learners.xlsx"
    srok.focus("learners.list")
    srok.press("ctrl+shift+e")
    srok.choose_file(book)
    srok.find("message.folder")
    sheet = openpyxl.load_workbook(book).worksheets[0]
    known = [row for row in sheet.iter_rows(values_only=True) if row[0] and str(row[0]).startswith("02")]
    assert len(known) == LEARNERS, len(known)
    assert all(len(row) == 6 for row in known), known[0]
    assert any(hasattr(row[4], "year") for row in known), "a birthday is no day"
    srok.picture("lists-5-six-columns")


def named(srok, name, role):
    """A control of the desktop's own dialog, which has no ids."""
    return next((node for node in srok._controls() if node.get_role() == role and node.get_name() == name), None)


def printer_to_file(srok):
    """The first row of the print dialog's printers."""
    for table in srok._controls():
        if table.get_role() in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE) and not table.get_accessible_id():
            for at in range(Atspi.Table.get_n_columns(table) if Atspi.Table.get_n_rows(table) else 0):
                cell = Atspi.Table.get_accessible_at(table, 0, at)
                if cell and cell.get_name() == "Print to File":
                    return cell
    return None


def printed(srok):
    """The list on paper: page by page, enlarged, and printed into a file through the desktop's own dialog."""
    srok.focus("learners.list")
    srok.press("ctrl+shift+p")
    srok.find("preview.page")
    wait_for(lambda: srok.text_of("preview.number") == "1", "the first page")
    srok.picture("lists-6-preview")
    srok.press("Next")
    wait_for(lambda: srok.text_of("preview.number") == "2", "the second page")
    whole = srok.text_of_name("preview.percent")
    srok.press("ctrl+plus")
    wait_for(lambda: srok.text_of_name("preview.percent") != whole, "a larger page")
    srok.press("ctrl+0")
    wait_for(lambda: srok.text_of_name("preview.percent") == whole, "the whole page")
    srok.press("Prior")
    wait_for(lambda: srok.text_of("preview.number") == "1", "the first page again")
    srok.click("preview.print")
    # The only printer of a machine without any: chosen as with the mouse, and taken.
    printer = wait_for(lambda: printer_to_file(srok), "the print dialog")
    box = printer.get_extents(Atspi.CoordType.SCREEN)
    subprocess.run(["xdotool", "mousemove", str(box.x + 20), str(box.y + box.height // 2), "click", "1"], check=True)
    button = wait_for(lambda: named(srok, "Print", Atspi.Role.PUSH_BUTTON), "the button that prints")
    wait_for(lambda: button.get_state_set().contains(STATE.SENSITIVE), "the printer to be taken")
    srok.picture("lists-7-print")
    Atspi.Action.do_action(button, 0)
    wait_for(lambda: list(srok.home.rglob("*.pdf")), "what was printed")
    paper = list(srok.home.rglob("*.pdf"))[0]
    wait_for(lambda: srok.look("message.text"), "the message")
    text = wait_for(lambda: paper.stat().st_size > 1000 and paper_text(paper), "the printed pages")
    assert text.count("\f") > 3, text.count("\f")
    numbers = column(srok, "learners.list", 0)
    assert all(number in text for number in numbers), [number for number in numbers if number not in text]
    assert "លេខទូរសព្ទ" not in text
    srok.click("preview.close")
    srok.gone("preview.page")
    paper.unlink()
    # The printer is offered for this kind of paper the next time.
    kept = next(srok.home.rglob("srok.conf")).read_text(encoding="utf-8").splitlines()
    chosen = next((line for line in kept if line.startswith("print.settings.learners.list=")), "")
    assert "printer=Print to File" in chosen, kept


def class_papers(srok, office, folder):
    """Names with columns to fill in, and cards."""
    srok.go(3, "classes")
    srok.select_row("classes", 0)
    srok.press("alt+p")
    srok.press("l")
    srok.type_into("blank-list.columns", "៣")
    srok.type_into("blank-list.headings", "សៀវភៅ\n\nហត្ថលេខា")
    srok.picture("lists-8-blank")
    srok.click("blank-list.accept")
    srok.find("preview.page")
    srok.picture("lists-9-blank-pages")
    srok.save_paper(folder / "blank.pdf")
    text = paper_text(folder / "blank.pdf")
    assert "សៀវភៅ" in text and "ហត្ថលេខា" in text
    srok.press("alt+p")
    srok.press("a")
    srok.find("preview.page")
    srok.picture("lists-10-cards")
    srok.save_paper(folder / "cards.pdf")
    assert "ប័ណ្ណសម្គាល់អ្នកសិក្សា" in paper_text(folder / "cards.pdf")


def jobs(srok):
    """What ran in this sitting, and where its file lies."""
    srok.press("ctrl+j")
    srok.find("jobs.list")
    names = column(srok, "jobs.list", 4)
    assert any("classes.xlsx" in name for name in names), names
    srok.select_row("jobs.list", next(row for row, name in enumerate(names) if "classes.xlsx" in name))
    wait_for(lambda: srok.find("jobs.folder").get_state_set().contains(STATE.SENSITIVE), "its folder to be offered")
    srok.picture("lists-11-jobs")
    srok.press("Escape")
    srok.gone("jobs.list")


def journey():
    office = sample_office(LEARNERS)
    language = os.environ.get("SROK_LANGUAGE", "km")
    with Journey("lists", arguments=[office, "--lang", language]) as srok:
        sorted_by_heading(srok, srok.home)
        everyone(srok, srok.home)
        printed(srok)
        class_papers(srok, office, srok.home)
        jobs(srok)
        # The next morning.
        srok.press("ctrl+q")
        wait_for(lambda: srok.process.poll() is not None, "Srok to end", 60)
        srok.start()
        srok.go(2, "learners")
        wait_for(lambda: Atspi.Table.get_n_columns(srok.find("learners.list")) == 6, "six columns, as they were left")


if __name__ == "__main__":
    sys.exit(run(journey))
